import Records
import Registry
import SQLCore
import Synchronization

extension Installation {
    /// Whether this server may talk to a connection now. One server at a time has the turn, renews it while it lives, and counts; another takes it over
    /// when it has lapsed, and counts on. Where it was killed, reserved calls count as made.
    package func hasTurn(at gateway: any CarrierGateway) async throws -> Bool {
        guard let allowance = gateway.allowance, allowance.needsMore() else { return true }
        guard turns.begin(gateway.name) else { return allowance.isGranted() }
        defer { turns.end(gateway.name) }
        return try await takeTurn(at: gateway.name, allowance)
    }

    static let turnSeconds: Int64 = 60

    private func takeTurn(at connection: String, _ allowance: any CarrierAllowance) async throws -> Bool {
        let now = now()
        let holder = turns.holder
        // Read before it is settled: whoever only waits for another server keeps nothing of its own from being used up.
        let found = try await store.read { try CarrierTurnRecords.find(connection, in: $0) }
        if let found, found.holder != holder, found.freeAt > now { return false }
        let own = allowance.settled()
        let taken = try await store.write { session -> (turn: CarrierTurn, isRenewed: Bool)? in
            let before = try CarrierTurnRecords.find(connection, in: session)
            let isRenewed = before?.holder == holder
            if let before, !isRenewed, before.freeAt > now { return nil }
            var day = isRenewed ? own : before?.spent ?? CarrierDay()
            day.forget(at: now)
            let until = now.adding(seconds: Self.turnSeconds)
            let turn = CarrierTurn(
                connection: connection, holder: holder, until: until,
                freeAt: until.adding(seconds: allowance.timeoutSeconds + allowance.countingSeconds),
                reserved: max(0, min(allowance.callsReserved, allowance.callsPerDay - day.total)), day: day)
            try CarrierTurnRecords.put(turn, in: session)
            return (turn: turn, isRenewed: isRenewed)
        }
        guard let taken else { return false }
        if !taken.isRenewed { allowance.goOn(after: taken.turn.day) }
        // The store may have been long in taking it: no call begins after the turn's end that stands there.
        let left = max(0, (taken.turn.until.milliseconds - self.now().milliseconds) / 1_000)
        allowance.grant(seconds: left, calls: allowance.callsPerDay > 0 ? taken.turn.reserved : nil)
        return allowance.isGranted()
    }

    /// Gives up the turns this server has, with what it really used: it ends, its calls have ended, and it makes no more.
    package func leaveTurns() async throws {
        let now = now()
        let holder = turns.holder
        for gateway in carriers.asked {
            guard let allowance = gateway.allowance else { continue }
            let name = gateway.name
            let own = allowance.settled()
            try await store.write { session in
                guard try CarrierTurnRecords.find(name, in: session)?.holder == holder else { return }
                try CarrierTurnRecords.put(
                    CarrierTurn(
                        connection: name, holder: holder, until: now, freeAt: now.adding(seconds: allowance.countingSeconds), reserved: 0,
                        day: own),
                    in: session)
            }
        }
    }
}

/// This server among those that take turns, and the connections whose turn it is taking or renewing just now: once at a time each.
final class CarrierTurns: Sendable {
    let holder: ServerRunID
    private let under = Mutex<Set<String>>([])

    init(_ holder: ServerRunID) { self.holder = holder }

    /// False where that is done already.
    func begin(_ connection: String) -> Bool { under.withLock { $0.insert(connection).inserted } }
    func end(_ connection: String) { under.withLock { _ = $0.remove(connection) } }
}
