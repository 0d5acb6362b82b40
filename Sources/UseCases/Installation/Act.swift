import Records
import Registry
import SQLCore
import Vault

/// One use case inside its transaction.
package struct Act {
    package let installation: Installation
    package let principal: Principal
    package let session: any Session
    package let recording: Recording
    package var now: Instant { recording.now }

    package func fresh<Noun>(_: Noun.Type = Noun.self) -> Identifier<Noun> { installation.fresh() }

    package func register(_ table: RegisteredTable, _ values: [any SQLBindable]) throws {
        try recording.register(table, values.map(\.sqlValue))
    }

    package func register(_ table: RegisteredTable, rows: [[any SQLBindable]]) throws {
        try recording.register(table, rows: rows.map { $0.map(\.sqlValue) })
    }

    /// A data key made and stored in this transaction.
    package func freshDataKey() throws -> DataKey {
        let (key, wrapped) = try installation.freshDataKey()
        try DataKeyRecords.insert(key, wrapped, at: now, in: session)
        return key
    }
}

extension Installation {
    /// Runs `body` as one transaction that ends with one trail entry. A `Refusal` thrown inside undoes everything.
    ///
    /// - Parameters:
    ///   - permission: what the principal must hold; nil for acts everybody may do to himself.
    ///   - purpose: why, for reveals and readings.
    ///   - isolation: less than serializable only where all is decided by rows the act locks or makes.
    package func act<Value: Sendable>(
        as principal: Principal, _ action: TrailAction, needs permission: Permission?, purpose: String? = nil,
        isolation: Isolation = .serializable,
        _ body: @escaping @Sendable (Act) throws -> Value
    ) async throws -> Value {
        if let permission { try principal.demand(permission) }
        let entry: Identifier<TrailEntry> = fresh()
        let claim = IdempotencyClaim.current
        let request = KeyedRequest.current
        do {
            return try await store.write(isolation) { [self] session in
                let recording = Recording(session: session, entry: entry, now: clock.now())
                let value = try body(Act(installation: self, principal: principal, session: session, recording: recording))
                try recording.finish(actor: principal, action: action, path: principal.scope.path, purpose: purpose)
                try claim?.markCommitted(in: session)
                try request?.keep(value, at: recording.now, with: self, in: session)
                return value
            }
        } catch let failure as SQLFailure {
            throw request?.refusal(of: failure) ?? failure
        }
    }

    /// Reads a snapshot within what the principal may do.
    package func look<Value: Sendable>(
        as principal: Principal, needs permission: Permission?, _ body: @Sendable (any Session) throws -> Value
    ) async throws -> Value {
        if let permission { try principal.demand(permission) }
        return try await store.read(body)
    }
}
