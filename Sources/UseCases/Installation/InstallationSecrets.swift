import Records
import Registry
import SQLCore
import Vault

/// The installation's own secrets, opened at the start: made once, wrapped like every other key.
package struct InstallationSecrets: Sendable {
    package let search: SearchIndex
    package let references: CardReferences
    /// Seals what is kept for a short time only: the answers for repeated requests, deleted row and all when it is over, and what was typed
    /// into a form while its sign-in ended, which is nowhere but in the browser.
    package let answers: DataKey
    /// Signs what custodians are asked.
    package let signer: InstallationSigner

    static func openOrMake(store: any Store, vault: Vault, clock: any Clock, chance: any Chance) async throws -> InstallationSecrets {
        let known = try await store.read { session in
            try ["search", "card-reference", "idempotent-answers"].compactMap { try SecretRecords.find($0, in: session)?.id }
        }
        let make: @Sendable (any Session) throws -> InstallationSecrets = { session in
            let search = try secret("search", vault: vault, chance: chance, in: session)
            return InstallationSecrets(
                search: SearchIndex(secret: search),
                references: CardReferences(secret: try secret("card-reference", vault: vault, chance: chance, in: session)),
                answers: try secret("idempotent-answers", vault: vault, chance: chance, in: session),
                signer: try InstallationSigner(secret: search))
        }
        return known.count == 3 ? try await store.read(make) : try await store.write(make)
    }

    private static func secret(_ name: String, vault: Vault, chance: any Chance, in session: any Session) throws -> DataKey {
        if let stored = try SecretRecords.find(name, in: session) {
            return try vault.unwrap(stored.wrapped, id: stored.id)
        }
        let (key, wrapped) = try vault.freshKey(id: chance.bytes(16))
        try SecretRecords.insert(name, key, wrapped, in: session)
        return key
    }
}
