import Foundation
import Logging
import Records
import Registry
import SQLCore
import SQLiteStore
import Synchronization
import TestKit
import Testing
import UseCases
import Vault

@Suite struct StoreCopyTests {
    private func withTargets(
        _ count: Int = 1, cards: Int = 20, _ body: (MainJob, [SQLiteStore]) async throws -> Void
    ) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: cards)
            let targets = try (0..<count).map { try SQLiteStore(path: "\(world.folder)/target-\($0).sqlite") }
            try await body(job, targets)
            for target in targets { await target.close() }
        }
    }

    private func copy(_ source: any Store, _ target: any Store, rows: Int = 7) -> StoreCopy {
        StoreCopy(from: source, to: target, clock: MovedClock(), rowsAtOnce: rows)
    }

    private func opened(_ store: any Store, _ world: World) async throws -> Installation {
        try await Installation.open(
            store: store, vault: world.installation.vault, folders: world.installation.folders, clock: world.clock,
            inspector: CredulousInspector(), log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func sequence(_ installation: Installation) async throws {
        while try await installation.sequenceTrail() > 0 {}
    }

    @Test func `there and back again, with equal digests, a sound store and the same answers`() async throws {
        // From the engine under test to a file, to the engine under test, to a file.
        try await withTargets(2, cards: 60) { job, targets in
            let world = job.world
            _ = try await job.registered()
            try await sequence(job.installation)
            let there = try await copy(job.installation.engine, targets[0]).move()
            try await withStore { middle in
                let back = try await copy(targets[0], middle, rows: 11).move()
                let again = try await copy(middle, targets[1], rows: 1_000).move()
                #expect(there == back)
                #expect(there == again)
            }
            #expect(there.map(\.name) == Schema.tables.map(\.name))
            let rows = Dictionary(uniqueKeysWithValues: there.map { ($0.name, $0.digest.rows) })
            #expect(rows["subscription"] == 60)
            #expect(rows["holding"] == 60)
            #expect(rows["trail_sequence"].map { $0 > 10 } == true)
            let returned = try await opened(targets[1], world)
            let checked = try await returned.checkStore()
            #expect(checked.findings == [])
            for iccid in job.iccids {
                let before = try await job.installation.answer(as: job.compliance, .iccid(iccid))
                let after = try await returned.answer(as: job.compliance, .iccid(iccid))
                #expect(before == after)
                #expect(before.standing == .registered)
            }
            // The target is used from then on.
            _ = try await returned.uploadEvidence(as: job.clerk, kind: "other", bytes: inventedPicture())
        }
    }

    @Test func `the source cannot be written afterwards, until it is opened again`() async throws {
        try await withTargets { job, targets in
            let installation = job.installation
            _ = try await copy(installation.engine, targets[0]).move()
            let code = try await refusalCode {
                _ = try await installation.uploadEvidence(as: job.clerk, kind: "other", bytes: inventedPicture())
            }
            #expect(code == "store-moving")
            #expect(try await installation.store.read { try StoreMarks.find(StoreMarks.stopped, in: $0) } != nil)
            // Reading goes on, also when it is opened anew.
            _ = try await opened(installation.engine, job.world)
            try await StoreCopy.reopen(installation.engine)
            _ = try await installation.uploadEvidence(as: job.clerk, kind: "other", bytes: inventedPicture())
        }
    }

    @Test func `what is written while it is copied arrives`() async throws {
        try await withTargets(cards: 40) { job, targets in
            let installation = job.installation
            let writing = Mutex<Task<Void, any Error>?>(nil)
            let facts = try await copy(installation.engine, targets[0], rows: 3).move { stage in
                guard case .copying("evidence", _) = stage else { return }
                writing.withLock { task in
                    guard task == nil else { return }
                    task = Task {
                        for number in 0..<30 {
                            _ = try await installation.uploadEvidence(as: job.clerk, kind: "other", bytes: inventedPicture(UInt8(number)))
                        }
                    }
                }
            }
            _ = facts
            // What was refused was not acknowledged; what was acknowledged is there.
            _ = await writing.withLock { $0 }?.result
            let here = try await installation.store.read { try $0.all("SELECT id FROM evidence ORDER BY id") { $0.blob(0) } }
            let there = try await targets[0].read { try $0.all("SELECT id FROM evidence ORDER BY id") { $0.blob(0) } }
            #expect(here == there)
            let moved = try await opened(targets[0], job.world)
            let checked = try await moved.checkStore()
            #expect(checked.findings == [])
        }
    }

    @Test func `cut off anywhere it goes on, and comes to the same`() async throws {
        try await withTargets(2) { job, targets in
            _ = try await job.registered()
            try await sequence(job.installation)
            var attempts = 0
            while true {
                attempts += 1
                do {
                    let breaking = BreakingStore(targets[0], after: 5 + attempts * 9)
                    let facts = try await copy(job.installation.engine, breaking, rows: 5).move()
                    try await StoreCopy.reopen(job.installation.engine)
                    let atOnce = try await copy(job.installation.engine, targets[1]).move()
                    #expect(facts == atOnce)
                    break
                } catch is BreakingStore.CutOff {
                    // Until it is whole nobody may use the target, and the source goes on.
                    let isStopped = try await targets[0].read { try StoreMarks.find(StoreMarks.stopped, in: $0) } != nil
                    #expect(isStopped || attempts == 1)
                    // But for the very last step, of which nobody knows whether it was done: the next run ends it.
                    let source = try await job.installation.engine.read { try StoreMarks.find(StoreMarks.stopped, in: $0) }
                    #expect(source == nil || source == "the data was moved to another store")
                    if source != nil { continue }
                    world(job).clock.move(seconds: 1)
                    _ = try await job.installation.uploadEvidence(as: job.clerk, kind: "other", bytes: inventedPicture(UInt8(attempts)))
                }
            }
            #expect(attempts > 3)
        }
    }

    private func world(_ job: MainJob) -> World { job.world }

    @Test func `a target that is in use is not touched`() async throws {
        try await withTargets { job, targets in
            try await withWorld { other in
                _ = try await MainJob.prepare(in: other, cards: 3)
                let engine = other.installation.engine
                await #expect(throws: CopyRefusal.targetInUse) { _ = try await copy(job.installation.engine, engine).move() }
            }
            // Nor one that an earlier copy was finished into.
            _ = try await copy(job.installation.engine, targets[0]).move()
            await #expect(throws: CopyRefusal.targetInUse) { _ = try await copy(job.installation.engine, targets[0]).move() }
            await #expect(throws: CopyRefusal.targetInUse) {
                _ = try await copy(job.installation.engine, job.installation.engine).move()
            }
        }
    }

    @Test func `a copy begun from another source is not gone on with`() async throws {
        try await withTargets { job, targets in
            // Behind the steps of the schema and the mark.
            let breaking = BreakingStore(targets[0], after: Schema.migrations.count + 3)
            await #expect(throws: BreakingStore.CutOff.self) { _ = try await copy(job.installation.engine, breaking).move() }
            let other = try await World.make(seed: 2)
            await #expect(throws: CopyRefusal.targetInUse) { _ = try await copy(other.installation.engine, targets[0]).move() }
            await other.end()
        }
    }

    @Test func `a target that was tampered with meanwhile is refused, and the source opened again`() async throws {
        try await withTargets { job, targets in
            _ = try await job.registered()
            var holdings = 0
            while holdings == 0 {
                let breaking = BreakingStore(targets[0], after: 15)
                await #expect(throws: BreakingStore.CutOff.self) { _ = try await copy(job.installation.engine, breaking).move() }
                holdings = (try? await targets[0].read { try $0.count("SELECT COUNT(*) FROM holding") }) ?? 0
            }
            try await targets[0].write { session in
                try session.run("DROP TRIGGER holding_never_updated")
                try session.run("UPDATE holding SET recorded_at = recorded_at + 1")
            }
            await #expect(throws: CopyRefusal.differs("holding")) { _ = try await copy(job.installation.engine, targets[0]).move() }
            _ = try await job.installation.uploadEvidence(as: job.clerk, kind: "other", bytes: inventedPicture())
        }
    }

    @Test func `a source with another schema, or with nothing, is refused`() async throws {
        try await withTargets(2) { job, targets in
            await #expect(throws: CopyRefusal.schema("source")) { _ = try await copy(targets[0], targets[1]).move() }
            _ = try await MigrationRunner(Schema.migrations).run(on: targets[0], now: 0)
            await #expect(throws: CopyRefusal.nothing) { _ = try await copy(targets[0], targets[1]).move() }
            try await job.installation.engine.write { session in
                try session.run("UPDATE schema_step SET checksum = checksum + 1 WHERE number = 1")
            }
            await #expect(throws: CopyRefusal.schema("source")) { _ = try await copy(job.installation.engine, targets[1]).move() }
            try await job.installation.engine.write { session in
                try session.run("UPDATE schema_step SET checksum = checksum - 1 WHERE number = 1")
            }
        }
    }

    @Test func `one moment is copied while the source is written`() async throws {
        try await withTargets(cards: 30) { job, targets in
            let installation = job.installation
            let writing = Task {
                for number in 0..<40 {
                    _ = try await installation.uploadEvidence(as: job.clerk, kind: "other", bytes: inventedPicture(UInt8(number)))
                }
            }
            let facts = try await copy(installation.engine, targets[0], rows: 5).copyMoment()
            try await writing.value
            #expect(facts.count == Schema.tables.count)
            let copied = try await opened(targets[0], job.world)
            let checked = try await copied.checkStore()
            #expect(checked.findings == [])
        }
    }
}
