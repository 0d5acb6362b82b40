import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let keysRewrapped = TrailAction("keys.rewrapped")
}

/// What a rotation came to.
package struct KeyRotation: Hashable, Sendable {
    /// Under which everything is wrapped now.
    package let current: String
    package let rewrapped: Int
    /// Keys of the key file that nothing is wrapped under any more: they may be taken out of it, once no backup needs them.
    package let noLongerUsed: [String]
}

extension Installation {
    /// Wraps every data key and the installation's secrets anew under the current key-encryption key, in batches, while the server
    /// runs. What was sealed stays as it is. Cut off at any point, it goes on where it stopped.
    ///
    /// - Parameters:
    ///   - keys: what the key file holds now; nil when it did not change since the start. Taken over once every key still in use is
    ///     known to be among them.
    ///   - progress: called between batches with the number of keys done; throwing stops there.
    /// Throws `KeyRefusal.unknownKey` naming the old key that is missing, before anything is changed.
    package func rotateKeys(
        as principal: Principal, to keys: KeyEncryptionKeys? = nil, batch: Int = 500, progress: @Sendable (Int) throws -> Void = { _ in }
    ) async throws -> KeyRotation {
        try principal.demand(.installationManage)
        let fresh = keys.map { Vault(keys: $0) } ?? vault
        try await demandKnown(fresh)
        if let keys { vault.replaceKeys(with: keys) }
        var total = 0
        while true {
            let done = try await rewrapBatch(as: principal, batch)
            guard done > 0 else { break }
            total += done
            try progress(total)
            try Task.checkCancellation()
        }
        let used = try await usedKeys()
        return KeyRotation(
            current: vault.currentKeyID, rewrapped: total,
            noLongerUsed: vault.keyIDs.filter { !used.contains($0) && $0 != vault.currentKeyID })
    }

    /// Every key that something is wrapped under opens it.
    private func demandKnown(_ vault: Vault) async throws {
        try await store.read { session in
            for secret in try SecretRecords.all(in: session) { _ = try vault.unwrap(secret.wrapped, id: secret.id) }
            for name in try DataKeyRecords.uses(in: session).keys.sorted() {
                guard let (id, wrapped) = try DataKeyRecords.sample(wrappedUnder: name, in: session) else { continue }
                _ = try vault.unwrap(wrapped, id: id)
            }
        }
    }

    private func usedKeys() async throws -> Set<String> {
        try await store.read { session in
            let secrets = try SecretRecords.all(in: session).map(\.wrapped.wrappedUnder)
            return Set(try DataKeyRecords.uses(in: session).keys).union(secrets)
        }
    }

    /// One transaction with its entry; none when nothing is left.
    private func rewrapBatch(as principal: Principal, _ batch: Int) async throws -> Int {
        let current = vault.currentKeyID
        let isLeft = try await store.read { session in
            try SecretRecords.all(in: session).contains { $0.wrapped.wrappedUnder != current }
                || !DataKeyRecords.wrappedElsewhere(than: current, limit: 1, in: session).isEmpty
        }
        guard isLeft else { return 0 }
        return try await act(as: principal, .keysRewrapped, needs: .installationManage) { act in
            let vault = act.installation.vault
            var done = 0
            for secret in try SecretRecords.all(in: act.session) where secret.wrapped.wrappedUnder != current {
                try SecretRecords.rewrap(secret.name, vault.wrap(vault.unwrap(secret.wrapped, id: secret.id)), in: act.session)
                done += 1
            }
            for (id, wrapped) in try DataKeyRecords.wrappedElsewhere(than: current, limit: batch, in: act.session) {
                try DataKeyRecords.rewrap(id, vault.wrap(vault.unwrap(wrapped, id: id)), in: act.session)
                done += 1
            }
            act.recording.about(.installation, [])
            act.recording.note("count", .integer(Int64(done)))
            act.recording.note("current", .string(current))
            return done
        }
    }
}
