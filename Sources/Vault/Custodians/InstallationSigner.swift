import Crypto
import Foundation

/// Signs what the installation asks custodians (Ed25519, RFC 8032). Their public keys stand in the database: without a signature whoever has a
/// copy of it could ask them.
package struct InstallationSigner: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    package let verifier: InstallationVerifier

    /// Derived from a secret of the installation (HKDF-SHA256, RFC 5869).
    package init(secret: DataKey) throws {
        let seed = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret.key, info: Data("sign:custodian-request".utf8), outputByteCount: 32)
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        verifier = InstallationVerifier(key: key.publicKey)
    }

    /// Ed25519 signatures are of 64 bytes.
    func sign(_ message: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: message)) }
}

/// By which a custodian knows that a request is the installation's. He keeps it beside his key.
package struct InstallationVerifier: Hashable, Sendable {
    /// 32 (Ed25519).
    package let bytes: [UInt8]

    init(key: Curve25519.Signing.PublicKey) {
        bytes = Array(key.rawRepresentation)
    }

    /// nil for what is none.
    package init?(_ text: String) {
        guard let bytes = Self.form.bytes(in: text) else { return nil }
        self.bytes = bytes
    }

    package var text: String { Self.form.text(of: bytes) }

    func isValid(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard signature.count == 64, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: message)
    }

    private static let form = KeyText(mark: "installation-")
}
