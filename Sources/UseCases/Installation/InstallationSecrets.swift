import Records
import Registry
import SQLCore
import Vault

/// The installation's own secrets, opened at the start: made once, wrapped like every other key.
package struct InstallationSecrets: Sendable {
    package let search: SearchIndex
    package let references: CardReferences
    /// Seals what is kept for a short time only: the answers for repeated requests, deleted row and all when it is over, and what was typed
    /// into a form while its sign-in ended, which is nowhere but in the browser. Never replaced, so what it seals is one of many.
    package let answers: DataKey
    /// Signs what custodians are asked.
    package let signer: InstallationSigner

    private init(_ secret: (_ name: String) throws -> DataKey) throws {
        let search = try secret("search")
        self.search = SearchIndex(secret: search)
        references = CardReferences(secret: try secret("card-reference"))
        answers = try secret("idempotent-answers")
        signer = try InstallationSigner(secret: search)
    }

    static func openOrMake(store: any Store, vault: Vault, chance: any Chance) async throws -> InstallationSecrets {
        let known = try await store.read { session in
            try SecretRecords.names.compactMap { try SecretRecords.find($0, in: session)?.id }
        }
        let make: @Sendable (any Session) throws -> InstallationSecrets = { session in
            try InstallationSecrets { name in
                if let stored = try SecretRecords.find(name, in: session) { return try vault.unwrap(stored.wrapped, id: stored.id) }
                let (key, wrapped) = try vault.freshKey(id: chance.bytes(16))
                try SecretRecords.insert(name, key, wrapped, in: session)
                return key
            }
        }
        return known.count == SecretRecords.names.count ? try await store.read(make) : try await store.write(make)
    }

    /// Makes nothing: for a secret that is not there stands a key that opens nothing. So it does for one that does not open where
    /// `isJudged`, as then a check names it; a key-encryption key that is not given is refused all the same.
    static func openOnly(store: any Store, vault: Vault, chance: any Chance, isJudged: Bool) async throws -> InstallationSecrets {
        try await store.read { session in
            try InstallationSecrets { name in
                do {
                    if let stored = try SecretRecords.find(name, in: session) { return try vault.unwrap(stored.wrapped, id: stored.id) }
                } catch let refusal as KeyRefusal where isJudged && refusal == .notOpened {}
                return try vault.freshKey(id: chance.bytes(16)).0
            }
        }
    }
}
