import Records
import Registry
import SQLCore
import Vault

/// The installation's own secrets, opened at the start: made once, wrapped like every other key.
package struct InstallationSecrets: Sendable {
    package let search: SearchIndex
    package let references: CardReferences
    /// Seals the answers kept for repeated requests; they are deleted, row and all, when their time is over.
    package let answers: DataKey

    static func openOrMake(store: any Store, vault: Vault, clock: any Clock, chance: any Chance) async throws -> InstallationSecrets {
        // A store that may only be read has them.
        if let known = try await store.read({ try known(vault: vault, in: $0) }) { return known }
        return try await store.write { session in
            for name in names where try SecretRecords.find(name, in: session) == nil {
                let (key, wrapped) = try vault.freshKey(id: chance.bytes(16))
                try SecretRecords.insert(name, key, wrapped, in: session)
            }
            guard let made = try known(vault: vault, in: session) else { throw UnreadableRow("installation_secret", "name") }
            return made
        }
    }

    private static let names = ["search", "card-reference", "idempotent-answers"]

    /// Nil unless all are there.
    private static func known(vault: Vault, in session: any Session) throws -> InstallationSecrets? {
        let keys = try names.compactMap { name in
            try SecretRecords.find(name, in: session).map { try vault.unwrap($0.wrapped, id: $0.id) }
        }
        guard keys.count == names.count else { return nil }
        return InstallationSecrets(search: SearchIndex(secret: keys[0]), references: CardReferences(secret: keys[1]), answers: keys[2])
    }
}
