import SQLCore
import Synchronization

/// A store that remembers every statement it is given, once for each text, and may pass for one that answers from a replica.
package final class ObservingStore: Store {
    private let store: any Store
    private struct State {
        var seen: [String: SQLText] = [:]
        var run = 0
        var acts = 0
        var longActs = 0
        var replicaAge: Duration?
    }

    private let state = Mutex(State())

    package init(_ store: any Store) {
        self.store = store
    }

    package var dialect: any Dialect { store.dialect }
    package var statements: [SQLText] { state.withLock { Array($0.seen.values) } }
    /// Statements that were run, the same ones again too.
    package var statementsRun: Int { state.withLock(\.run) }
    /// Acts that might write.
    package var acts: Int { state.withLock(\.acts) }
    /// Acts that asked not to be ended by a limit meant for requests.
    package var longActs: Int { state.withLock(\.longActs) }

    /// From now on what may be old is so old; nil: nothing is.
    package func pretend(replicaAge: Duration?) { state.withLock { $0.replicaAge = replicaAge } }

    package func read<Value: Sendable>(_ body: @Sendable (any Session) throws -> Value) async throws -> Value {
        if let age = state.withLock(\.replicaAge), let allowed = Staleness.allowed, allowed.ageMax.map({ age <= $0 }) == true {
            allowed.note(age: age)
        }
        return try await withoutActuallyEscaping(body) { body in
            try await store.read { [self] in try body(ObservedSession($0, note, long: noteLong)) }
        }
    }

    package func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (any Session) throws -> Value
    ) async throws -> Value {
        state.withLock { $0.acts += 1 }
        return try await store.write(isolation) { [self] in try body(ObservedSession($0, note, long: noteLong)) }
    }

    package func close() async { await store.close() }

    private func noteLong() { state.withLock { $0.longActs += 1 } }

    private func note(_ sql: SQLText) {
        state.withLock { state in
            state.seen[sql.text] = sql
            state.run += 1
        }
    }
}

/// A session that tells of each statement before it is run.
final class ObservedSession: Session {
    private let session: any Session
    private let note: (SQLText) -> Void
    private let noteLong: () -> Void

    init(_ session: any Session, _ note: @escaping (SQLText) -> Void, long noteLong: @escaping () -> Void = {}) {
        self.session = session
        self.note = note
        self.noteLong = noteLong
    }

    var dialect: any Dialect { session.dialect }

    func allowLong(_ act: LongAct) throws {
        noteLong()
        try session.allowLong(act)
    }

    func run(_ sql: SQLText) throws {
        note(sql)
        try session.run(sql)
    }

    func change(_ sql: SQLText) throws -> Int {
        note(sql)
        return try session.change(sql)
    }

    func each(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws {
        note(sql)
        try session.each(sql, body)
    }

    func foresee(_ body: (any Session) throws -> Void) {
        session.foresee(body)
    }

    func scan(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws {
        note(sql)
        try session.scan(sql, body)
    }

    func append(into table: StaticString, columns: StaticString, _ rows: (any RowSink) throws -> Void) throws {
        try session.append(into: table, columns: columns, rows)
    }

    func append(named table: String, columns: String, _ rows: (any RowSink) throws -> Void) throws {
        try session.append(named: table, columns: columns, rows)
    }
}
