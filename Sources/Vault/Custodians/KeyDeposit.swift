import Crypto
import Foundation
import Ledger

/// Two custodians, of whom both are needed to open what is deposited with them.
package struct CustodianPair: Hashable, Sendable {
    /// Counts from 1; what is deposited stays with the pair it was deposited with.
    package let ordinal: Int64
    package let a: CustodianKey
    package let b: CustodianKey

    package init(ordinal: Int64, a: CustodianKey, b: CustodianKey) {
        self.ordinal = ordinal
        self.a = a
        self.b = b
    }

    package subscript(side: CustodianSide) -> CustodianKey { side == .a ? a : b }
}

/// Which key was deposited, of what, with whom: bound into each half.
package struct DepositPlace: Hashable, Sendable {
    package let key: [UInt8]
    /// Whose sealed content it opens.
    package let table: String
    package let pair: CustodianPair

    package init(key: [UInt8], table: String, pair: CustodianPair) {
        self.key = key
        self.table = table
        self.pair = pair
    }

    func bound(_ side: CustodianSide) -> [UInt8] {
        [Suite.international.rawValue] + Array("\(table)\u{0}\(side.rawValue)\u{0}\(pair.ordinal)\u{0}".utf8) + key + pair.a.bytes
            + pair.b.bytes
    }
}

/// One half of a deposited key, sealed for its custodian, and the hash by which his answer is known to be right. The half is 32 bytes of
/// chance, so its hash tells nothing.
package struct DepositedHalf: Hashable, Sendable {
    package let sealed: [UInt8]
    package let check: [UInt8]

    package init(sealed: [UInt8], check: [UInt8]) {
        self.sealed = sealed
        self.check = check
    }

    package func isRight(_ half: [UInt8], of key: [UInt8], _ side: CustodianSide) -> Bool { Self.check(half, key, side) == check }

    static func check(_ half: [UInt8], _ key: [UInt8], _ side: CustodianSide) -> [UInt8] {
        Array(SHA256.hash(data: Array("shiming\u{0}key-half\u{0}\(side.rawValue)\u{0}".utf8) + key + half))
    }
}

package struct KeyDeposit: Hashable, Sendable {
    package let a: DepositedHalf
    package let b: DepositedHalf

    package init(a: DepositedHalf, b: DepositedHalf) {
        self.a = a
        self.b = b
    }

    package subscript(side: CustodianSide) -> DepositedHalf { side == .a ? a : b }
}

extension Vault {
    /// Divides a key in two halves of which one alone is chance (exclusive or), and seals each for its custodian. Each half is proved before it
    /// is given out: the two make the key, and their hashes are theirs.
    package func deposit(_ key: DataKey, at place: DepositPlace) throws -> KeyDeposit {
        let whole = key.key.withUnsafeBytes { Array($0) }
        let first = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        let second = zip(whole, first).map { $0 ^ $1 }
        let deposit = KeyDeposit(a: try Self.seal(first, .a, place), b: try Self.seal(second, .b, place))
        guard deposit.a.isRight(first, of: key.id, .a), deposit.b.isRight(second, of: key.id, .b),
            Self.joined(first, second, id: key.id)?.key == key.key, place.key == key.id
        else { throw KeyRefusal.notOpened }
        return deposit
    }

    private static func seal(_ half: [UInt8], _ side: CustodianSide, _ place: DepositPlace) throws -> DepositedHalf {
        DepositedHalf(
            sealed: try SealedLetter.seal(half, to: place.pair[side].key, purpose: "key-half", bound: place.bound(side)),
            check: DepositedHalf.check(half, place.key, side))
    }

    /// The key that two halves make; nil where they are none.
    package static func joined(_ a: [UInt8], _ b: [UInt8], id: [UInt8]) -> DataKey? {
        guard a.count == 32, b.count == 32 else { return nil }
        return DataKey(id: id, key: SymmetricKey(data: zip(a, b).map { $0 ^ $1 }))
    }
}

extension CustodianSecret {
    /// His half of a deposited key. Throws `CustodianRefusal.notOpened`.
    func half(_ sealed: [UInt8], _ side: CustodianSide, at place: DepositPlace) throws(CustodianRefusal) -> [UInt8] {
        try SealedLetter.open(sealed, with: key, purpose: "key-half", bound: place.bound(side))
    }
}

/// The pair of keys of one opening: what custodians answer to, for as long as it lasts.
package struct OpeningKey: Sendable {
    let key: Curve25519.KeyAgreement.PrivateKey

    package init() {
        key = Curve25519.KeyAgreement.PrivateKey()
    }

    package init?(secret bytes: [UInt8]) {
        guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes) else { return nil }
        self.key = key
    }

    package var secret: [UInt8] { Array(key.rawRepresentation) }
    package var publicBytes: [UInt8] { Array(key.publicKey.rawRepresentation) }
}
