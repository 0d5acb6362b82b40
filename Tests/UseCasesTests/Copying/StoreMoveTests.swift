import Foundation
import Records
import Registry
import SQLCore
import SQLiteStore
import Synchronization
import TestKit
import Testing
import UseCases

/// A move while the source is used: what changes meanwhile is followed, and with the source stopped only that is left to do.
@Suite struct StoreMoveTests {
    private func withMove(cards: Int = 20, _ body: (MainJob, SQLiteStore) async throws -> Void) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: cards)
            let target = try SQLiteStore(path: "\(world.folder)/target.sqlite")
            try await body(job, target)
            await target.close()
        }
    }

    private func copy(_ source: any Store, _ target: any Store, rows: Int = 7) -> StoreCopy {
        StoreCopy(from: source, to: target, clock: MovedClock(), rowsAtOnce: rows)
    }

    private func isNoting(_ store: any Store) async -> Bool {
        for table in CopiedTable.all {
            let isThere = try? await store.read { try $0.exists(SQLText(stringLiteral: "SELECT 1 FROM moving_\(table.name) LIMIT 1")) }
            if isThere != nil { return true }
        }
        return false
    }

    private func isQuiet(_ store: any Store) async -> Bool { await isNoting(store) ? false : true }

    private func isOpen(_ store: any Store) async throws -> Bool {
        try await store.read { try StoreMarks.find(StoreMarks.stopped, in: $0) } == nil
    }

    /// A source to whom something happens once, before the next read after it was told to.
    private final class Interrupted: Store {
        private let engine: any Store
        private let work: @Sendable () async throws -> Void
        /// 0: not yet; 1: at the next read; 2: done.
        private let state = Mutex(0)
        var dialect: any Dialect { engine.dialect }

        init(_ engine: any Store, by work: @escaping @Sendable () async throws -> Void) {
            self.engine = engine
            self.work = work
        }

        func interrupt() { state.withLock { $0 = max($0, 1) } }

        func read<Value: Sendable>(_ body: @Sendable (any Session) throws -> Value) async throws -> Value {
            let isDue = state.withLock { state in
                guard state == 1 else { return false }
                state = 2
                return true
            }
            if isDue { try await work() }
            return try await engine.read(body)
        }

        func write<Value: Sendable>(
            _ isolation: Isolation, _ body: @escaping @Sendable (any Session) throws -> Value
        ) async throws -> Value {
            try await engine.write(isolation, body)
        }

        func close() async {}
    }

    @Test func `whatever happens during the copy arrives, and the sums are those of a copy made in quiet`() async throws {
        try await withMove(cards: 30) { job, target in
            let installation = job.installation
            let source = Interrupted(installation.engine) {
                _ = try await job.registered()
                try await job.stock((100..<1_400).map(MainJob.iccid), batch: "B-later", product: "directed-30m")
                _ = try await job.world.organisation(.agent, "后来的代理商", by: job.administrator)
                while try await installation.sequenceTrail() > 0 {}
                _ = try await installation.forgetIdempotentAnswers()
            }
            let moved = try await copy(source, target).move { stage in
                // Everything before this table is copied already, everything after it not yet.
                if case .copying("subscription", _) = stage { source.interrupt() }
            }
            let rows = Dictionary(uniqueKeysWithValues: moved.map { ($0.name, $0.digest.rows) })
            #expect(rows["subscription"] == 1_330)
            #expect(rows["holding"] == 30)
            try await StoreCopy.reopen(installation.engine)
            let quiet = try SQLiteStore(path: "\(job.world.folder)/quiet.sqlite")
            let again = try await copy(installation.engine, quiet, rows: 1_000).move()
            #expect(moved == again)
            await quiet.close()
        }
    }

    @Test(arguments: [0, 1, 2]) func `however a move ends, nothing is noted any more`(way: Int) async throws {
        try await withMove { job, target in
            let engine = job.installation.engine
            switch way {
            case 0: _ = try await copy(engine, target).move()
            case 1:
                // A target in use.
                _ = try await copy(engine, target).move()
                try await StoreCopy.reopen(engine)
                await #expect(throws: CopyRefusal.targetInUse) { _ = try await copy(engine, target).move() }
                let isOpenNow = try await isOpen(engine)
                #expect(isOpenNow)
            default:
                try await engine.write(.alone) { try ChangeRecords.begin(for: "test", at: 1, in: $0) }
                #expect(await isNoting(engine))
                try await StoreCopy.reopen(engine)
            }
            #expect(await isQuiet(engine))
            if way > 0 { _ = try await job.installation.uploadEvidence(as: job.clerk, kind: "other", bytes: inventedPicture()) }
        }
    }

    @Test func `a move begins anew where another was killed, notes and all`() async throws {
        try await withMove { job, target in
            let engine = job.installation.engine
            // As `kill -9` leaves it, after the stop.
            try await engine.write(.alone) { session in
                try ChangeRecords.begin(for: "killed", at: 1, in: session)
                try StoreMarks.set(StoreMarks.stopped, to: "killed", at: 1, in: session)
            }
            let facts = try await copy(engine, target).move()
            #expect(facts.first { $0.name == "subscription" }?.digest.rows == 20)
            #expect(await isQuiet(engine))
            let isOpenStill = try await isOpen(engine)
            #expect(!isOpenStill)
        }
    }

    @Test func `a move that fails before the stop leaves the source as it was`() async throws {
        try await withMove { job, target in
            let engine = job.installation.engine
            // A task of its own: cancelled, the test itself would count as one that did not run.
            let moving = Task {
                try await copy(engine, target).move { stage in
                    if case .copying = stage { withUnsafeCurrentTask { $0?.cancel() } }
                }
            }
            await #expect(throws: CancellationError.self) { try await moving.value }
            let isOpenNow = try await isOpen(engine)
            #expect(isOpenNow)
            #expect(await isQuiet(engine))
        }
    }

    @Test func `notes that somebody ends in the midst fail the move`() async throws {
        try await withMove { job, target in
            let engine = job.installation.engine
            let source = Interrupted(engine) { try await engine.write(.alone) { try ChangeRecords.end(in: $0) } }
            await #expect(throws: CopyRefusal.overtaken) {
                try await copy(source, target).move { stage in
                    if case .copying = stage { source.interrupt() }
                }
            }
            let isOpenNow = try await isOpen(engine)
            #expect(isOpenNow)
            _ = try await job.installation.uploadEvidence(as: job.clerk, kind: "other", bytes: inventedPicture())
        }
    }

    @Test func `of two moves from one source the later goes on, and the earlier says so`() async throws {
        try await withMove { job, target in
            let engine = job.installation.engine
            let other = try SQLiteStore(path: "\(job.world.folder)/other.sqlite")
            let source = Interrupted(engine) { _ = try await copy(engine, other).move() }
            await #expect(throws: CopyRefusal.overtaken) {
                try await copy(source, target).move { stage in
                    if case .copying("subscription", _) = stage { source.interrupt() }
                }
            }
            // The later one is whole and the source stopped; half a copy is not served.
            let isOpenNow = try await isOpen(engine)
            #expect(!isOpenNow)
            let isServed = try await isOpen(target)
            #expect(!isServed)
            let cards = try await other.read { try $0.count("SELECT COUNT(*) FROM subscription") }
            #expect(cards == 20)
            #expect(await isQuiet(engine))
            await other.close()
        }
    }

    // MARK: Files that wait beside the store

    private static func send(_ job: MainJob, isHeld: Bool = false) async throws -> IntakeRecord {
        try await job.installation.createIntake(
            as: job.administrator, IntakeRequest(kind: .stock, batch: "late", product: "directed-30m", isHeld: isHeld),
            body: OneChunk(Array("ICCID\n\(job.iccids[0])\n".utf8)))
    }

    private static func sendUse(_ job: MainJob) async throws {
        let text = "iccid,usedAt\n\(job.iccids[0]),2026-03-01 08:00:00\n"
        _ = try await job.installation.createUsageFile(as: job.administrator, body: OneChunk(Array(text.utf8)))
    }

    private func expectRefused(_ refusal: CopyRefusal, from source: any Store, _ job: MainJob, to target: any Store) async throws {
        await #expect(throws: refusal) { try await copy(source, target).move() }
        let isOpenNow = try await isOpen(job.installation.engine)
        #expect(isOpenNow)
        #expect(await isQuiet(job.installation.engine))
    }

    @Test func `nothing is moved while files of cards or of use wait, and the numbers are said`() async throws {
        try await withMove { job, target in
            let engine = job.installation.engine
            let held = try await Self.send(job, isHeld: true)
            _ = try await Self.send(job)
            _ = try await Self.send(job)
            try await Self.sendUse(job)
            try await expectRefused(.filesWait(cards: 3, use: 1), from: engine, job, to: target)
            while try await job.installation.runNextIntake() {}
            try await expectRefused(.filesWait(cards: 1, use: 1), from: engine, job, to: target)
            _ = try await job.installation.cancelIntake(as: job.administrator, held.id)
            try await expectRefused(.filesWait(cards: 0, use: 1), from: engine, job, to: target)
            while try await job.installation.runNextUsageFile() {}
            let facts = try await copy(engine, target).move()
            #expect(facts.first { $0.name == "intake" }?.digest.rows == 4)
        }
    }

    @Test func `a file that comes while all else is copied keeps the source from being stopped, and the next move goes on`() async throws {
        try await withMove { job, target in
            let engine = job.installation.engine
            let source = Interrupted(engine) { _ = try await Self.send(job) }
            await #expect(throws: CopyRefusal.filesWait(cards: 1, use: 0)) {
                try await copy(source, target).move { stage in
                    if case .copying = stage { source.interrupt() }
                }
            }
            let isOpenNow = try await isOpen(engine)
            #expect(isOpenNow)
            let isServed = try await isOpen(target)
            #expect(!isServed)
            #expect(await isQuiet(engine))
            while try await job.installation.runNextIntake() {}
            let facts = try await copy(engine, target).move()
            #expect(facts.first { $0.name == "intake" }?.digest.rows == 2)
        }
    }

    /// Statements of the source and the target from the stop to the end.
    private func statementsWhileStopped(cards: Int) async throws -> Int {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: cards)
            let source = ObservingStore(job.installation.engine)
            let target = ObservingStore(try SQLiteStore(path: "\(world.folder)/target.sqlite"))
            let atStop = Mutex(0)
            _ = try await copy(source, target, rows: 5).move { stage in
                if case .stopped = stage { atStop.withLock { $0 = source.statementsRun + target.statementsRun } }
            }
            await target.close()
            return source.statementsRun + target.statementsRun - atStop.withLock { $0 }
        }
    }

    @Test func `with the source stopped the work does not grow with the cards`() async throws {
        let few = try await statementsWhileStopped(cards: 10)
        let many = try await statementsWhileStopped(cards: 400)
        #expect(few > 0)
        #expect(many == few)
    }
}
