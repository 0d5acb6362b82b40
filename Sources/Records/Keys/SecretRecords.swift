import Registry
import SQLCore
import Vault

/// The installation's own secrets (search, card references, tokens), wrapped like data keys.
package enum SecretRecords {
    /// Of those that an installation makes at its first start.
    package static let names = ["search", "card-reference", "idempotent-answers"]

    package static func find(_ name: String, in session: any Session) throws -> (id: [UInt8], wrapped: WrappedKey)? {
        try session.first("SELECT key_id, wrapped_under, wrapped FROM installation_secret WHERE name = \(name)") {
            ($0.blob(0), WrappedKey(wrappedUnder: $0.text(1), bytes: $0.blob(2)))
        }
    }

    package static func insert(_ name: String, _ key: DataKey, _ wrapped: WrappedKey, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO installation_secret (name, key_id, wrapped_under, wrapped)
            VALUES (\(name), \(key.id), \(wrapped.wrappedUnder), \(wrapped.bytes))
            """)
    }

    package static func all(in session: any Session) throws -> [(name: String, id: [UInt8], wrapped: WrappedKey)] {
        try session.all("SELECT name, key_id, wrapped_under, wrapped FROM installation_secret ORDER BY name") {
            ($0.text(0), $0.blob(1), WrappedKey(wrappedUnder: $0.text(2), bytes: $0.blob(3)))
        }
    }

    package static func rewrap(_ name: String, _ wrapped: WrappedKey, in session: any Session) throws {
        try session.run(
            "UPDATE installation_secret SET wrapped_under = \(wrapped.wrappedUnder), wrapped = \(wrapped.bytes) WHERE name = \(name)")
    }
}
