import Foundation
import SQLCore
import Synchronization

/// Standbys that answer what may be slightly old: a pool of its own, whose reads first look how old their snapshot is. Whatever a replica
/// cannot do, or not soon, the primary does.
final class PostgresReplica: Sendable {
    private let pool: PostgresPool
    private let pulse: ReplicaPulse
    private let answered = Atomic(0)
    private let passedOn = Atomic(0)

    init(_ replicas: String, of primary: String, _ limits: PostgresLimits) {
        var patient = limits
        patient.statementSeconds = limits.replicaSeconds
        patient.connectSeconds = min(limits.connectSeconds, limits.replicaSeconds)
        patient.waitSeconds = limits.replicaSeconds
        let usual = patient
        var brief = patient
        brief.statementSeconds = 1
        let looking = brief
        pulse = ReplicaPulse(
            primary: { try PostgresConnection(primary, limits) },
            replica: { try PostgresConnection(replicas, looking, isReplica: true) })
        pool = PostgresPool(limits: usual, name: "replica") { PostgresWorker(replicas, usual, TableColumns(), isReplica: true) }
    }

    var standing: ReplicaStanding {
        ReplicaStanding(lag: pulse.lag, answered: answered.load(ordering: .relaxed), passedOn: passedOn.load(ordering: .relaxed))
    }

    /// Nil when the primary must answer. Throws what `body` throws of its own.
    func read<Value: Sendable>(
        _ staleness: Staleness, _ body: @escaping @Sendable (any Session) throws -> Value
    ) async throws -> Value? {
        guard let ageMax = staleness.ageMax else { return nil }
        guard pulse.isWorthAsking(ageMax), let told = await ask(ageMax, body) else {
            passedOn.add(1, ordering: .relaxed)
            return nil
        }
        answered.add(1, ordering: .relaxed)
        staleness.note(age: told.age)
        return try told.result.get()
    }

    private func ask<Value: Sendable>(
        _ ageMax: Duration, _ body: @escaping @Sendable (any Session) throws -> Value
    ) async -> PostgresWorker.Aged<Value>? {
        await withCheckedContinuation { continuation in
            let act = LentAct(body)
            pool.submit(
                PostgresPool.Job(
                    queuedAt: .now, isSerializable: false,
                    run: { [pulse] worker in
                        let told = act.lend { worker.readAged(pulse, ageMax: ageMax, $0) }
                        continuation.resume(returning: told ?? nil)
                    },
                    refuse: { _ in
                        act.giveBack()
                        continuation.resume(returning: nil)
                    }))
        }
    }

    /// Blocks.
    func close() {
        pool.close()
        pulse.close()
    }
}

extension PostgresWorker {
    /// What was read, or the refusal of whoever read, and how old it was at most.
    struct Aged<Value: Sendable>: Sendable {
        let result: Result<Value, any Error>
        let age: Duration
    }

    /// Reads one snapshot unless it may be older than `ageMax`. Nil then, and when the server has any part in a failure.
    func readAged<Value: Sendable>(_ pulse: ReplicaPulse, ageMax: Duration, _ body: (any Session) throws -> Value) -> Aged<Value>? {
        guard let connection = try? connected() else { return nil }
        defer { forgetIfLost() }
        // The beat belongs to the snapshot: the first statement takes it.
        let beat = try? connection.simply("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; \(pulse.query)")
        guard let age = pulse.age(beat ?? nil), age <= ageMax else {
            connection.sendAndForget("ROLLBACK")
            return nil
        }
        let session = readingSession(connection, beginning: [])
        let result = Result {
            let value = try body(session)
            try session.sendWaiting()
            return value
        }
        connection.sendAndForget("ROLLBACK")
        return session.fault == nil && !connection.isLost ? Aged(result: result, age: age) : nil
    }
}
