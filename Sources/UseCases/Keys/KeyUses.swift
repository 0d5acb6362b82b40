import Records
import Registry
import SQLCore
import Vault

/// How far a key-encryption key is used up.
package struct KeyUse: Hashable, Sendable {
    package let name: String
    /// Whether fresh data keys are wrapped under it.
    package let isCurrent: Bool
    /// Whether it is among the keys given; one that only destroyed keys were wrapped under need not be.
    package let isGiven: Bool
    /// Data keys wrapped under it, destroyed and deposited ones too. Those that a transaction took back are not counted, nor are the few
    /// secrets of the installation.
    package let wrapped: Int64

    package init(name: String, isCurrent: Bool, isGiven: Bool, wrapped: Int64) {
        self.name = name
        self.isCurrent = isCurrent
        self.isGiven = isGiven
        self.wrapped = wrapped
    }

    /// From half of the bound on, which leaves room for what is not counted: time for another.
    package var isDue: Bool { isCurrent && wrapped >= KeyEncryptionKeys.wrappingsMax / 2 }
}

extension Installation {
    /// The key-encryption keys, the current one first, with what each wrapped. Reads an index of all data keys: for a look, not for a beat.
    package func keyUses(as principal: Principal) async throws -> [KeyUse] {
        try principal.demand(.installationManage)
        let wrapped = try await store.read { session in try DataKeyRecords.wrappings(in: session) }
        let given = vault.keyIDs
        let former = wrapped.keys.filter { !given.contains($0) }.sorted()
        return (given + former).map { name in
            KeyUse(
                name: name, isCurrent: name == given.first, isGiven: given.contains(name), wrapped: wrapped[name] ?? 0)
        }
    }
}
