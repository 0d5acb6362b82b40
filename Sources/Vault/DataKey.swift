import Crypto
import Foundation
import Ledger
import Synchronization

/// The key of one sealed thing: an identity version, a file, a draft. Destroying its wrapped form destroys the thing.
package struct DataKey: Sendable {
    /// 16 bytes; bound into everything sealed under the key.
    package let id: [UInt8]
    let key: SymmetricKey
}

/// A data key as it is stored: sealed under a key-encryption key.
package struct WrappedKey: Hashable, Sendable {
    package let wrappedUnder: String
    package let bytes: [UInt8]

    package init(wrappedUnder: String, bytes: [UInt8]) {
        self.wrappedUnder = wrappedUnder
        self.bytes = bytes
    }
}

/// The first byte of everything sealed or hashed names the algorithms, so that a second suite fits beside the first.
package enum Suite: UInt8, Sendable {
    /// AES-256-GCM, HMAC-SHA256, SHA-256.
    case international = 1
    /// The same, sealed under a key of the one thing's own, derived by HKDF-SHA256 (`Vault.sealOneOfMany`).
    case derived = 2
}

/// Where a sealed value stands; bound as associated data, so that a value moved to another place does not open (NIST SP 800-38D).
package struct SealedPlace: Hashable, Sendable {
    let text: String

    package init(table: StaticString, column: StaticString, row: [UInt8]) {
        text = "\(table)\u{0}\(column)\u{0}" + Hex.text(row)
    }

    func associatedData(_ key: DataKey, _ suite: Suite = .international) -> [UInt8] {
        [suite.rawValue] + Array(text.utf8) + [0] + key.id
    }
}

/// Seals and opens personal data. Holds the key-encryption keys and the installation's own keys; prints nothing of them.
package final class Vault: Sendable {
    private let latest: Mutex<KeyEncryptionKeys>
    private var keys: KeyEncryptionKeys { latest.withLock { $0 } }

    package init(keys: KeyEncryptionKeys) {
        latest = Mutex(keys)
    }

    package var currentKeyID: String { keys.currentID }
    /// The current one first.
    package var keyIDs: [String] { keys.ids }

    /// From now on wraps under the first of these; for a rotation while the server runs.
    package func replaceKeys(with fresh: KeyEncryptionKeys) {
        latest.withLock { $0 = fresh }
    }

    /// A fresh data key and its wrapped form. `id` is 16 bytes of the caller's.
    package func freshKey(id: [UInt8]) throws -> (DataKey, WrappedKey) {
        let key = DataKey(id: id, key: SymmetricKey(size: .bits256))
        return (key, try wrap(key))
    }

    /// Nonces are random, so that one key-encryption key may wrap 2^32 data keys (NIST SP 800-38D §8.3), one for each
    /// sealed thing: far more than come about between two rotations, each of which begins anew. `Installation.keyUses` counts them.
    package func wrap(_ key: DataKey) throws -> WrappedKey {
        let keys = keys
        let raw = key.key.withUnsafeBytes { Data($0) }
        let box = try AES.GCM.seal(raw, using: keys.current.key, authenticating: Self.wrapping(key.id, under: keys.current.id))
        return WrappedKey(wrappedUnder: keys.current.id, bytes: [Suite.international.rawValue] + Self.combined(box))
    }

    package func unwrap(_ wrapped: WrappedKey, id: [UInt8]) throws -> DataKey {
        guard let under = keys.byID[wrapped.wrappedUnder] else { throw KeyRefusal.unknownKey(wrapped.wrappedUnder) }
        guard wrapped.bytes.first == Suite.international.rawValue else { throw KeyRefusal.notOpened }
        do {
            let box = try AES.GCM.SealedBox(combined: wrapped.bytes.dropFirst())
            let raw = try AES.GCM.open(box, using: under, authenticating: Self.wrapping(id, under: wrapped.wrappedUnder))
            return DataKey(id: id, key: SymmetricKey(data: raw))
        } catch {
            throw KeyRefusal.notOpened
        }
    }

    /// Suite byte, nonce, ciphertext, tag. For a key of one thing, which is sealed anew a few times in its life; one that seals without end
    /// takes `sealOneOfMany`.
    package func seal(_ plain: [UInt8], under key: DataKey, at place: SealedPlace) throws -> [UInt8] {
        let box = try AES.GCM.seal(plain, using: key.key, authenticating: place.associatedData(key))
        return [Suite.international.rawValue] + Self.combined(box)
    }

    /// For a key that is never replaced and seals many things a second. With random nonces of 96 bits a key may seal 2^32 (NIST SP 800-38D
    /// §8.3), which 1,500 a second do in a month. So each thing has a key of its own, derived from this one by 128 random bits: two things
    /// share a nonce under one key only where both meet, in 224 bits.
    ///
    /// Suite byte, those 16 bytes, nonce, ciphertext, tag.
    package func sealOneOfMany(_ plain: [UInt8], under key: DataKey, at place: SealedPlace) throws -> [UInt8] {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        let box = try AES.GCM.seal(
            plain, using: Self.ownKey(from: key, salt: salt), authenticating: place.associatedData(key, .derived))
        return [Suite.derived.rawValue] + salt + Self.combined(box)
    }

    /// What either way sealed.
    package func open(_ sealed: [UInt8], under key: DataKey, at place: SealedPlace) throws -> [UInt8] {
        guard let suite = sealed.first.flatMap(Suite.init(rawValue:)) else { throw KeyRefusal.notOpened }
        var body = sealed.dropFirst()
        var own = key.key
        if suite == .derived {
            own = Self.ownKey(from: key, salt: Array(body.prefix(Self.saltBytes)))
            body = body.dropFirst(Self.saltBytes)
        }
        do {
            let box = try AES.GCM.SealedBox(combined: body)
            return try [UInt8](AES.GCM.open(box, using: own, authenticating: place.associatedData(key, suite)))
        } catch {
            throw KeyRefusal.notOpened
        }
    }

    private static let saltBytes = 16

    private static func ownKey(from key: DataKey, salt: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key.key, salt: salt, info: Data("one-of-many".utf8), outputByteCount: 32)
    }

    /// A tag that only who has the key-encryption keys can make, with the name of the one used; nil when that one is not among them.
    /// `purpose` keeps the tags of different uses apart.
    package func tag(_ bytes: [UInt8], purpose: StaticString, under name: String? = nil) -> (under: String, tag: [UInt8])? {
        let keys = keys
        let name = name ?? keys.current.id
        guard let key = keys.byID[name] else { return nil }
        let derived = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Data("tag\u{0}\(purpose)".utf8), outputByteCount: 32)
        return (name, Array(HMAC<SHA256>.authenticationCode(for: bytes, using: derived)))
    }

    private static func wrapping(_ id: [UInt8], under name: String) -> [UInt8] {
        Array("wrapped-key\u{0}\(name)\u{0}".utf8) + id
    }

    private static func combined(_ box: AES.GCM.SealedBox) -> [UInt8] {
        Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }
}
