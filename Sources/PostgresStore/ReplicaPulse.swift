import Foundation
import SQLCore
import Synchronization

/// How far behind the replicas are. Each second a row of the primary is told how long this store has been open by its own clock; what a
/// replica shows of it was sent before everything that the replica lacks (docs/adr/0013). No other clock is asked, and this one only goes
/// forward. Two threads: one for the primary, one for the replicas, so that neither waits for the other.
final class ReplicaPulse: @unchecked Sendable {
    /// The row of `store_commit`.
    let slot = Int64.random(in: 1 ... .max)
    private let start = ContinuousClock.now
    private let condition = NSCondition()
    private var isClosing = false
    private var threadsLeft = 2
    /// The latest beat that was seen at a replica, since `start`; and whether the last look was answered.
    private var seen = Duration.zero
    private var isAnswering = false

    private static let pause = 1.0
    /// A beat on its way and a look between two: what was seen may be older than what is there by as much.
    private static let blindness = Duration.seconds(3)

    /// - Parameters:
    ///   - primary: connects to the primary.
    ///   - replica: connects to a replica.
    init(primary: @escaping @Sendable () throws -> PostgresConnection, replica: @escaping @Sendable () throws -> PostgresConnection) {
        start("postgres-beat", primary) { try $0.beat($1) }
        start("postgres-look", replica) { try $0.look($1) }
    }

    private func start(
        _ name: String, _ connect: @escaping @Sendable () throws -> PostgresConnection,
        _ turn: @escaping @Sendable (ReplicaPulse, PostgresConnection) throws -> Void
    ) {
        let thread = Thread { [self] in
            var connection: PostgresConnection?
            while !isOver {
                do {
                    let present = try connection ?? connect()
                    connection = present
                    try turn(self, present)
                } catch {
                    connection = nil
                    if name == "postgres-look" { noteSilence() }
                }
                rest()
            }
            connection = nil
            condition.lock()
            threadsLeft -= 1
            condition.broadcast()
            condition.unlock()
        }
        thread.name = name
        thread.stackSize = 1 << 20
        thread.start()
    }

    private var isOver: Bool {
        condition.lock()
        defer { condition.unlock() }
        return isClosing
    }

    private func rest() {
        let end = Date(timeIntervalSinceNow: Self.pause)
        condition.lock()
        while !isClosing, condition.wait(until: end) {}
        condition.unlock()
    }

    /// Blocks until both threads have ended.
    func close() {
        condition.lock()
        isClosing = true
        condition.broadcast()
        while threadsLeft > 0 { condition.wait() }
        condition.unlock()
    }

    // MARK: Beats

    private var sinceStart: Duration { ContinuousClock.now - start }

    /// The time is read before the beat is sent: whatever was committed by then is there where the beat is.
    private func beat(_ connection: PostgresConnection) throws {
        let now = sinceStart.components
        let milliseconds = now.seconds * 1_000 + now.attoseconds / 1_000_000_000_000_000
        try connection.simply(
            """
            INSERT INTO store_commit (slot, mark, made_at) VALUES (\(slot), \(milliseconds), now())
            ON CONFLICT (slot) DO UPDATE SET mark = excluded.mark, made_at = excluded.made_at
            """)
    }

    /// The latest beat that a connection's snapshot holds.
    var query: String { "SELECT mark FROM store_commit WHERE slot = \(slot)" }

    /// How old a snapshot is at most that holds this beat.
    func age(_ beat: PostgresResult?) -> Duration? {
        guard let beat, beat.rows == 1, let milliseconds = Int64(PostgresRow(result: beat).text(0)) else { return nil }
        return sinceStart - .milliseconds(milliseconds)
    }

    private func look(_ connection: PostgresConnection) throws {
        let beat = age(try connection.simply(query)).map { sinceStart - $0 }
        condition.lock()
        isAnswering = true
        seen = beat ?? .zero
        condition.unlock()
    }

    private func noteSilence() {
        condition.lock()
        isAnswering = false
        condition.unlock()
    }

    /// Replicas are at most so far behind, as last seen.
    var lag: Duration {
        condition.lock()
        defer { condition.unlock() }
        return sinceStart - seen
    }

    /// Whether it is worth a replica's time to ask it for what may be so old.
    func isWorthAsking(_ ageMax: Duration) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        return isAnswering && sinceStart - seen <= ageMax + Self.blindness
    }
}
