import Crypto
import Foundation
import Ledger

/// Which of the two halves of a deposited key a custodian holds.
package enum CustodianSide: String, CaseIterable, Sendable {
    case a, b
}

/// How something is sealed for one reader (HPKE, RFC 9180: X25519, HKDF-SHA256, AES-256-GCM).
enum SealedLetter {
    private static let suite = HPKE.Ciphersuite(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)
    private static let encapsulatedBytes = 32

    /// Suite byte, encapsulated key, ciphertext with its tag. `purpose` keeps letters of different kinds apart.
    static func seal(
        _ plain: [UInt8], to reader: Curve25519.KeyAgreement.PublicKey, purpose: StaticString, bound: [UInt8]
    ) throws -> [UInt8] {
        var sender = try HPKE.Sender(recipientKey: reader, ciphersuite: suite, info: Data("shiming\u{0}\(purpose)".utf8))
        let sealed = try sender.seal(plain, authenticating: bound)
        return [Suite.international.rawValue] + Array(sender.encapsulatedKey) + Array(sealed)
    }

    /// Throws `CustodianRefusal.notOpened`.
    static func open(
        _ sealed: [UInt8], with reader: Curve25519.KeyAgreement.PrivateKey, purpose: StaticString, bound: [UInt8]
    ) throws(CustodianRefusal) -> [UInt8] {
        guard sealed.first == Suite.international.rawValue, sealed.count > 1 + encapsulatedBytes else { throw .notOpened }
        do {
            var recipient = try HPKE.Recipient(
                privateKey: reader, ciphersuite: suite, info: Data("shiming\u{0}\(purpose)".utf8),
                encapsulatedKey: Data(sealed[1...encapsulatedBytes]))
            return Array(try recipient.open(Data(sealed[(1 + encapsulatedBytes)...]), authenticating: bound))
        } catch {
            throw .notOpened
        }
    }
}

/// A custodian's public key: what the installation knows of him.
package struct CustodianKey: Hashable, Sendable {
    /// 32 (X25519).
    package let bytes: [UInt8]
    let key: Curve25519.KeyAgreement.PublicKey

    /// nil for what is no key, one that everybody could open (RFC 7748 section 6.1), and a second writing of another (section 5).
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32, Self.isCanonical(bytes), let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes),
            let shared = try? Curve25519.KeyAgreement.PrivateKey().sharedSecretFromKeyAgreement(with: key),
            shared.withUnsafeBytes({ $0.contains { $0 != 0 } })
        else { return nil }
        self.bytes = bytes
        self.key = key
    }

    package init?(_ text: String) {
        guard let bytes = Self.form.bytes(in: text) else { return nil }
        self.init(bytes: bytes)
    }

    package var text: String { Self.form.text(of: bytes) }

    package static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }
    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

    /// Below 2^255 - 19, little-endian.
    private static func isCanonical(_ bytes: [UInt8]) -> Bool {
        guard bytes[31] & 0x80 == 0 else { return false }
        return bytes[31] != 0x7f || bytes[0] < 0xed || bytes[1...30].contains { $0 != 0xff }
    }

    private static let form = KeyText(mark: "custodian-")
}

/// A custodian's private key. It is made and stays with him; the server never has one.
package struct CustodianSecret: Sendable {
    let key: Curve25519.KeyAgreement.PrivateKey
    private static let format = "shiming-custodian/1"
    private static let passwordCharacters = 12

    package init() {
        key = Curve25519.KeyAgreement.PrivateKey()
    }

    package var publicKey: CustodianKey? { CustodianKey(bytes: Array(key.publicKey.rawRepresentation)) }

    /// The content of his file: the key sealed under his passphrase (scrypt, AES-256-GCM). Throws `CustodianRefusal.passphraseShort`.
    package func file(passphrase: String, salt: [UInt8]) throws -> String {
        guard passphrase.count >= Self.passwordCharacters else { throw CustodianRefusal.passphraseShort }
        let sealing = try Self.sealing(passphrase, salt)
        let open = Array(key.publicKey.rawRepresentation)
        let box = try AES.GCM.seal(key.rawRepresentation, using: sealing, authenticating: Array(Self.format.utf8) + open)
        let sealed = Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
        let value: JSONValue = [
            "format": .string(Self.format), "key": .string(publicKey?.text ?? ""), "salt": .string(Hex.text(salt)),
            "sealed": .string(Hex.text(sealed)),
        ]
        return try value.canonicalText() + "\n"
    }

    /// Throws `fileUnreadable`, and `passphraseWrong` also for a file that was changed.
    package init(file text: String, passphrase: String) throws(CustodianRefusal) {
        guard let value = try? JSONValue(parsing: text.trimmingCharacters(in: .whitespacesAndNewlines)),
            value["format"]?.stringValue == Self.format,
            let open = value["key"]?.stringValue.flatMap({ CustodianKey($0) }),
            let salt = value["salt"]?.stringValue.flatMap(Hex.bytes), let sealed = value["sealed"]?.stringValue.flatMap(Hex.bytes)
        else { throw .fileUnreadable }
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            let raw = try AES.GCM.open(
                box, using: Self.sealing(passphrase, salt), authenticating: Array(Self.format.utf8) + open.bytes)
            key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw)
        } catch {
            throw .passphraseWrong
        }
    }

    private static func sealing(_ passphrase: String, _ salt: [UInt8]) throws(CustodianRefusal) -> SymmetricKey {
        guard let bytes = ScryptParameters(logCost: 17, blockSize: 8, parallelism: 1)?.derive(from: Array(passphrase.utf8), salt: salt)
        else { throw .fileUnreadable }
        return SymmetricKey(data: bytes)
    }
}

/// Why a custodian's file, a request or an answer is of no use.
package enum CustodianRefusal: Error, Hashable, Sendable {
    case fileUnreadable
    case passphraseWrong
    case passphraseShort
    /// It is for another, or was changed.
    case notOpened
    /// It is not the installation's whose verifier he keeps.
    case notSigned
}
