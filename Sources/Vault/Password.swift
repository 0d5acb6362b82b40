import Crypto
import CryptoExtras
import Foundation

/// Why a password cannot be set. The raw value is a stable code.
package enum PasswordRefusal: String, Error, Sendable, CaseIterable {
    case tooShort = "password-too-short"
    case tooLong = "password-too-long"
    /// The system could not compute it (memory).
    case unavailable = "password-unavailable"
}

/// What comparing a password with a stored hash says.
package enum PasswordVerdict: Sendable, Equatable {
    /// - Parameter needsRehash: the hash was made with other parameters than today's; store a new one now that the password is at hand.
    case matches(needsRehash: Bool)
    case differs
    /// The stored text is no hash that this program made, or asks for more work than it allows.
    case unreadable
}

/// Hashes and checks passwords with scrypt (RFC 7914). The work is deliberate: with the default parameters 32 MiB and about a tenth of a
/// second; call it off the event loop and bound how many run at a time.
package struct PasswordHashing: Sendable {
    /// Unicode scalars after normalisation (NIST SP 800-63B §5.1.1.2 asks for at least 8 and for counting code points).
    package static let lengths = 8...256

    package let parameters: ScryptParameters

    package init(parameters: ScryptParameters = ScryptParameters()) {
        self.parameters = parameters
    }

    /// `$scrypt$ln=15,r=8,p=1$salt$hash`.
    package func hash(
        _ password: String, using chance: inout some RandomNumberGenerator
    ) throws(PasswordRefusal) -> String {
        let bytes = try Self.normalised(password)
        let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &chance) }
        guard let hash = parameters.derive(from: bytes, salt: salt) else { throw .unavailable }
        return PasswordHash(parameters: parameters, salt: salt, hash: hash).text
    }

    /// Compares in constant time. A password of a length that none can have is a difference.
    package func verify(_ password: String, against stored: String) -> PasswordVerdict {
        guard let known = PasswordHash(stored) else { return .unreadable }
        guard let bytes = try? Self.normalised(password) else { return .differs }
        guard let hash = known.parameters.derive(from: bytes, salt: known.salt, count: known.hash.count) else { return .unreadable }
        guard SymmetricKey(data: hash) == SymmetricKey(data: known.hash) else { return .differs }
        return .matches(needsRehash: known.parameters != parameters || known.hash.count != ScryptParameters.hashLength)
    }

    /// The work of a verification for an account that does not exist, so that its absence cannot be told by the clock.
    package func verifyNobody(_ password: String) {
        guard let bytes = try? Self.normalised(password) else { return }
        _ = parameters.derive(from: bytes, salt: [UInt8](repeating: 0, count: 16))
    }

    /// NFC, so that the same password typed on another system is the same bytes.
    private static func normalised(_ password: String) throws(PasswordRefusal) -> [UInt8] {
        // Before normalising, which costs time by length; NFC at most triples the scalars.
        guard password.unicodeScalars.prefix(lengths.upperBound * 4 + 1).count <= lengths.upperBound * 4 else { throw .tooLong }
        let text = password.precomposedStringWithCanonicalMapping
        guard text.unicodeScalars.count >= lengths.lowerBound else { throw .tooShort }
        guard text.unicodeScalars.count <= lengths.upperBound else { throw .tooLong }
        return Array(text.utf8)
    }
}
