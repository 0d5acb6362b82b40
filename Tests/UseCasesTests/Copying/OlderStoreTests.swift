import Foundation
import Logging
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Vault

/// An installation that a program of an earlier step of the schema left is brought up to date, its sealed data with it.
@Suite struct OlderStoreTests {
    /// Cards registered, a draft begun, the trail numbered.
    private func withRegistered(_ body: (MainJob, BegunApplication) async throws -> Void) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 8)
            _ = try await job.registered(cards: .numbers(Array(job.iccids.dropLast(2))))
            let draft = try await job.begun(cards: .numbers(Array(job.iccids.suffix(2))))
            while try await job.installation.sequenceTrail() > 0 {}
            try await body(job, draft)
        }
    }

    private func opened(_ store: any Store, _ world: World, isChecking: Bool = false) async throws -> Installation {
        try await Installation.open(
            store: store, vault: world.installation.vault, folders: world.installation.folders, clock: world.clock,
            isChecking: isChecking, inspector: CredulousInspector(), marker: PlainMarker(),
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func steps(of store: any Store) async throws -> [Int64] { try await MigrationRunner.applied(on: store).map(\.number) }

    @Test(arguments: [10, 16, 22, 27, 31] as [Int64])
    func `an older installation is brought up to date: sound, what is sealed opens, answers as before`(step: Int64) async throws {
        try await withRegistered { job, draft in
            let before = job.installation
            try await withStore { store in
                _ = try await OlderStore.fill(store, upTo: step, from: before.engine)
                #expect(try await steps(of: store) == Array(1...step))
                await #expect(throws: MigrationRefusal.behindProgram(missing: step + 1)) {
                    _ = try await opened(store, job.world, isChecking: true)
                }
                #expect(try await steps(of: store) == Array(1...step), "who only looks brings nothing up to date")
                let upgraded = try await opened(store, job.world)
                #expect(try await steps(of: store) == Schema.migrations.map(\.number))
                #expect(try await upgraded.checkStore().findings == [])
                for iccid in job.iccids {
                    let answers = try await before.answer(as: job.compliance, .iccid(iccid))
                    #expect(try await upgraded.answer(as: job.compliance, .iccid(iccid)) == answers)
                }
                let shown = try await upgraded.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: "投诉核查 2026-031")
                #expect(shown.roles[.responsiblePerson]?.documentNumber == InventedPapers.responsible.documentNumber)
                #expect(shown.evidence.count == InventedPapers.agentSlots.count)
                for piece in shown.evidence { _ = try await upgraded.openEvidence(as: job.reviewer, piece, purpose: "案件 2026-118") }
                // What was begun goes on.
                let handed = try await upgraded.submitApplication(as: job.clerk, draft.application, version: draft.version)
                _ = try await upgraded.decideApplication(
                    as: job.reviewer, draft.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
                #expect(try await upgraded.answer(as: job.compliance, .iccid(job.iccids[7])).standing == .registered)
                while try await upgraded.sequenceTrail() > 0 {}
                #expect(try await upgraded.checkStore().findings == [])
            }
        }
    }

    @Test func `what was registered under a later step is not left out of an older store: it refuses`() async throws {
        try await withRegistered { job, _ in
            try await job.installation.engine.write { session in
                let id = [UInt8](repeating: 7, count: 16)
                try session.run(
                    """
                    INSERT INTO re_audit (decision, application, reviewer, decided_at, draw, permille)
                    VALUES (\(id), \(id), \(id), 1, 1, 1)
                    """)
            }
            try await withStore { store in
                await #expect(throws: OlderStore.Unfitting.self) {
                    _ = try await OlderStore.fill(store, upTo: 18, from: job.installation.engine)
                }
            }
        }
    }

    @Test(arguments: [-1, 0, Int64(Schema.migrations.count), 99] as [Int64])
    func `what is no earlier step is refused before anything is made`(step: Int64) async throws {
        try await withWorld { world in
            try await withStore { store in
                await #expect(throws: OlderStore.Unfitting.self) {
                    _ = try await OlderStore.fill(store, upTo: step, from: world.installation.engine)
                }
                await #expect(throws: SQLFailure.self) { try await store.read { try $0.exists("SELECT 1 FROM schema_step") } }
            }
        }
    }
}
