import Crypto

/// Binds a public record to a fact without showing it: whoever knows the salt can check the fact, nobody else can guess it, and when the
/// salt is destroyed the commitment says nothing any more.
package enum Commitment {
    /// In bytes; as long as the output, so that guessing the salt is no easier than inverting the hash.
    package static let saltByteCount = 32

    /// HMAC-SHA256 (RFC 2104) of the message under the salt; nothing unless the salt has 32 bytes.
    ///
    /// The salt must be random and used for this one message.
    package static func hmac(salt: [UInt8], message: [UInt8]) -> Digest32? {
        guard salt.count == saltByteCount else { return nil }
        return HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: salt))
            .withUnsafeBytes { Digest32(raw: $0) }
    }

    package static func opens(_ commitment: Digest32, salt: [UInt8], message: [UInt8]) -> Bool {
        hmac(salt: salt, message: message) == commitment
    }
}
