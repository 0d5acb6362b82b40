import Registry
import SQLCore
import Vault

/// The wrapped keys of everything sealed. A destroyed key keeps its row, without the key; so does one that was deposited with custodians,
/// which is not destroyed.
package enum DataKeyRecords {
    package static func insert(_ key: DataKey, _ wrapped: WrappedKey, at now: Instant, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO data_key (id, wrapped_under, wrapped, created_at)
            VALUES (\(key.id), \(wrapped.wrappedUnder), \(wrapped.bytes), \(now))
            """)
    }

    /// The wrapped key; nil when it was destroyed, was deposited, or never was.
    package static func find(_ id: [UInt8], in session: any Session) throws -> WrappedKey? {
        try session.first("SELECT wrapped_under, wrapped FROM data_key WHERE id = \(id) AND wrapped IS NOT NULL") {
            WrappedKey(wrappedUnder: $0.text(0), bytes: $0.blob(1))
        }
    }

    /// Opens the key through the vault; nil when it was destroyed or deposited.
    package static func open(_ id: [UInt8], with vault: Vault, in session: any Session) throws -> DataKey? {
        try find(id, in: session).map { try vault.unwrap($0, id: id) }
    }

    /// What was sealed under the key can never be read again.
    package static func destroy(_ id: [UInt8], at now: Instant, in session: any Session) throws {
        try session.run("UPDATE data_key SET wrapped = NULL, destroyed_at = \(now) WHERE id = \(id) AND wrapped IS NOT NULL")
    }

    /// Those of the keys that are wrapped here.
    package static func wrapped(among ids: [[UInt8]], in session: any Session) throws -> Set<[UInt8]> {
        var found: Set<[UInt8]> = []
        for named in SQLText.lists(ids) {
            found.formUnion(try session.all("SELECT id FROM data_key WHERE id IN \(named) AND wrapped IS NOT NULL") { $0.blob(0) })
        }
        return found
    }

    /// Only the custodians open them from now on.
    package static func giveAway(_ ids: [[UInt8]], in session: any Session) throws {
        for named in SQLText.lists(ids) {
            try session.run("UPDATE data_key SET wrapped = NULL WHERE id IN \(named) AND wrapped IS NOT NULL")
        }
    }

    /// Keys wrapped under another than the current key-encryption key, for rotation.
    package static func wrappedElsewhere(than current: String, limit: Int, in session: any Session) throws -> [([UInt8], WrappedKey)] {
        try session.all(
            """
            SELECT id, wrapped_under, wrapped FROM data_key
            WHERE wrapped_under <> \(current) AND wrapped IS NOT NULL ORDER BY wrapped_under, id LIMIT \(limit)
            """
        ) { ($0.blob(0), WrappedKey(wrappedUnder: $0.text(1), bytes: $0.blob(2))) }
    }

    /// A key destroyed meanwhile stays destroyed.
    package static func rewrap(_ id: [UInt8], _ wrapped: WrappedKey, in session: any Session) throws {
        try session.run(
            """
            UPDATE data_key SET wrapped_under = \(wrapped.wrappedUnder), wrapped = \(wrapped.bytes)
            WHERE id = \(id) AND wrapped IS NOT NULL
            """)
    }

    /// How many keys are wrapped under each key-encryption key.
    package static func uses(in session: any Session) throws -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: try session.all(
                "SELECT wrapped_under, COUNT(*) FROM data_key WHERE wrapped IS NOT NULL GROUP BY wrapped_under"
            ) { ($0.text(0), Int($0.int(1))) })
    }

    /// How many keys each key-encryption key has wrapped, those that are destroyed or deposited by now among them; what was wrapped anew
    /// counts where it is wrapped now.
    package static func wrappings(in session: any Session) throws -> [String: Int64] {
        Dictionary(
            uniqueKeysWithValues: try session.all("SELECT wrapped_under, COUNT(*) FROM data_key GROUP BY wrapped_under") {
                ($0.text(0), $0.int(1))
            })
    }

    /// One key wrapped under that key-encryption key, to try it.
    package static func sample(wrappedUnder name: String, in session: any Session) throws -> ([UInt8], WrappedKey)? {
        try session.first("SELECT id, wrapped FROM data_key WHERE wrapped_under = \(name) AND wrapped IS NOT NULL LIMIT 1") {
            ($0.blob(0), WrappedKey(wrappedUnder: name, bytes: $0.blob(1)))
        }
    }
}
