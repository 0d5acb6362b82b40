import Ledger
import Records
import Registry
import SQLCore
import Vault

/// A version of an identity with its seal opened: what it says, and what it takes to seal something else in its place.
struct OpenedIdentity {
    let key: DataKey
    let place: SealedPlace
    /// Of its commitment.
    let salt: [UInt8]
    let facts: JSONValue

    /// nil where there is no such version, or no key to it any more.
    init?(_ version: IdentityVersionID, by vault: Vault, in session: any Session) throws {
        guard let stored = try PartyRecords.identity(version, in: session), let wrapped = stored.wrapped else { return nil }
        try self.init(version, stored.sealed, under: vault.unwrap(wrapped, id: stored.dataKey), by: vault)
    }

    /// As it was read, with its key.
    init(_ version: IdentityVersionID, _ sealed: [UInt8], under key: DataKey, by vault: Vault) throws {
        let place = SealedPlace(table: "identity_version", column: "sealed", row: version.bytes)
        let plain = try vault.open(sealed, under: key, at: place)
        self.key = key
        self.place = place
        salt = Array(plain.prefix(Commitment.saltByteCount))
        facts = try JSONValue(parsing: Array(plain.dropFirst(Commitment.saltByteCount)))
    }
}
