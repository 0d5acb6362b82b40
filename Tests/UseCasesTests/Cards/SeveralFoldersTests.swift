import Foundation
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// Two servers on one store, each with a data folder of its own.
@Suite("Servers with folders of their own")
struct SeveralFoldersTests {
    private func withServers(
        settings: Settings = Settings(), _ body: (CardWorld, _ one: Installation, _ two: Installation) async throws -> Void
    ) async throws {
        try await withCards(settings: settings) { cards in
            let one = try await cards.world.secondServer(folder: cards.world.folder + "/one")
            let two = try await cards.world.secondServer(folder: cards.world.folder + "/two")
            try await body(cards, one, two)
        }
    }

    private func send(
        _ numbers: ClosedRange<Int>, to server: Installation, _ cards: CardWorld, beside others: [String] = [], isHeld: Bool = false
    ) async throws -> IntakeRecord {
        try await server.createIntake(
            as: cards.administrator, IntakeRequest(kind: .stock, batch: "lot", product: "m2m-30", isHeld: isHeld),
            body: CardWorld.file(["ICCID"] + numbers.map { CardWorld.iccid($0) } + others))
    }

    @Test func `a file of cards is left to the server that has it, however long that takes, and is told of after a while`() async throws {
        try await withServers { cards, one, two in
            let sent = try await send(1...3, to: one, cards)
            #expect(try await two.runNextIntake() == false)
            #expect(try await two.readIntake(as: cards.administrator, sent.id).state == .queued)
            #expect(try await two.filesLeft() == 0)
            cards.world.clock.move(seconds: 600)
            #expect(try await two.filesLeft() == 1)
            #expect(try await one.filesLeft() == 0, "where it lies it waits behind others")
            #expect(try await two.workload().filesLeft == 1)
            cards.world.clock.move(days: 3)
            #expect(try await two.runNextIntake() == false)
            #expect(try await two.readIntake(as: cards.administrator, sent.id).state == .queued)
            #expect(try await one.runNextIntake())
            let ended = try await two.readIntake(as: cards.administrator, sent.id)
            #expect(ended.state == .done && ended.progress.taken == 3)
            #expect(try await two.filesLeft() == 0)
        }
    }

    @Test func `each takes up its own, also behind what another has`() async throws {
        try await withServers { cards, one, two in
            let first = try await send(1...2, to: one, cards)
            let second = try await send(3...5, to: two, cards)
            #expect(try await two.runNextIntake())
            #expect(try await two.runNextIntake() == false)
            #expect(try await one.readIntake(as: cards.administrator, second.id).progress.taken == 3)
            #expect(try await one.readIntake(as: cards.administrator, first.id).state == .queued)
            #expect(try await one.runNextIntake())
            #expect(try await one.readIntake(as: cards.administrator, first.id).progress.taken == 2)
        }
    }

    @Test func `whoever finds nothing of its own looks and writes nothing, however much waits for others`() async throws {
        try await withCards { cards in
            let observed = ObservingStore(cards.world.installation.engine)
            let one = try await cards.world.secondServer(folder: cards.world.folder + "/one")
            let two = try await cards.world.secondServer(on: observed, folder: cards.world.folder + "/two")
            for first in [1, 3, 5] { _ = try await send(first...first + 1, to: one, cards) }
            _ = try await one.createUsageFile(
                as: cards.administrator, body: OneChunk(Array("iccid,usedAt\n\(CardWorld.iccid(1)),2026-03-03 08:00:00\n".utf8)))
            let (acts, run) = (observed.acts, observed.statementsRun)
            #expect(try await two.runNextIntake() == false)
            #expect(try await two.runNextUsageFile() == false)
            #expect(observed.acts == acts && observed.statementsRun == run + 2)
            _ = try await send(7...8, to: two, cards)
            #expect(try await two.runNextIntake())
        }
    }

    @Test func `what its server left half done when it stopped waits for it, and goes on where it stood`() async throws {
        var settings = Settings()
        settings.intakeCommitRows = 2
        try await withServers(settings: settings) { cards, one, two in
            let sent = try await send(1...6, to: one, cards)
            let dying = try #require(try await one.leaseIntake())
            try await dying.takeIn(commitsMax: 1)
            cards.world.clock.move(seconds: settings.intakeLeaseSeconds + 600)
            #expect(try await two.runNextIntake() == false)
            let left = try await two.readIntake(as: cards.administrator, sent.id)
            #expect(left.state == .running && left.progress.taken == 2)
            #expect(try await two.filesLeft() == 1)
            #expect(try await one.runNextIntake())
            #expect(try await two.readIntake(as: cards.administrator, sent.id).progress.taken == 6)
        }
    }

    @Test func `a held file is looked at and confirmed where it lies`() async throws {
        try await withServers { cards, one, two in
            let held = try await send(1...2, to: one, cards, isHeld: true)
            await #expect(throws: Refusal.fileElsewhere) { try await two.previewIntake(as: cards.administrator, held.id) }
            await #expect(throws: Refusal.fileElsewhere) {
                try await two.confirmIntake(as: cards.administrator, held.id, reading: held.reading)
            }
            #expect(try await one.previewIntake(as: cards.administrator, held.id).refusal == nil)
            _ = try await one.confirmIntake(as: cards.administrator, held.id, reading: held.reading)
            #expect(try await two.runNextIntake() == false)
            #expect(try await one.runNextIntake())
        }
    }

    @Test func `a repair file is made where the sent one lies`() async throws {
        try await withServers { cards, one, two in
            let sent = try await send(1...2, to: one, cards, beside: ["123"])
            #expect(try await one.runNextIntake())
            #expect(try await one.readIntake(as: cards.administrator, sent.id).progress.failed == 1)
            let form = RepairForm(kind: .csv, isChinese: false)
            await #expect(throws: Refusal.fileElsewhere) {
                try await two.readRepairFile(as: cards.administrator, sent.id, form) { _ in }
            }
            try await one.readRepairFile(as: cards.administrator, sent.id, form) { _ in }
        }
    }

    @Test func `a file of use is left to the server that has it`() async throws {
        try await withServers { cards, one, two in
            _ = try await send(1...1, to: one, cards)
            #expect(try await one.runNextIntake())
            cards.world.clock.move(days: 2)
            let text = "iccid,usedAt\n\(CardWorld.iccid(1)),2026-03-03 08:00:00\n"
            let sent = try await one.createUsageFile(as: cards.administrator, body: OneChunk(Array(text.utf8)))
            #expect(try await two.runNextUsageFile() == false)
            cards.world.clock.move(days: 1)
            #expect(try await two.runNextUsageFile() == false)
            #expect(try await two.readUsageFile(as: cards.administrator, sent.id).state == .queued)
            #expect(try await two.filesLeft() == 1)
            #expect(try await one.filesLeft() == 0)
            #expect(try await one.runNextUsageFile())
            let ended = try await two.readUsageFile(as: cards.administrator, sent.id)
            #expect(ended.state == .done && ended.progress.taken == 1)
        }
    }

    @Test func `an export is fetched where it was made, and elsewhere no fetch is counted`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let one = try await world.secondServer(folder: world.folder + "/one")
            let two = try await world.secondServer(folder: world.folder + "/two")
            let clerk = try await ExportTests.account(job, at: job.agent.id, [.agentClerk], "clerk.one")
            let asked = try await one.askForExport(as: clerk, ExportWish(.cards, reason: ExportTests.reason))
            _ = try await one.decideExport(as: job.compliance, asked.id, .approve, note: nil)
            #expect(try await two.runNextExport())
            await #expect(throws: Refusal.fileElsewhere) { try await ExportTests.file(asked.id, as: clerk, one) }
            #expect(try await one.readExport(as: clerk, asked.id).downloads == 0)
            #expect(try await ExportTests.file(asked.id, as: clerk, two).count > 2)
            #expect(try await one.readExport(as: clerk, asked.id).downloads == 1)
        }
    }

    @Test func `a sweep takes what is old and belongs to nothing any more, and leaves what waits, is kept or is young`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let one = try await world.secondServer(folder: world.folder + "/one")
            let two = try await world.secondServer(folder: world.folder + "/two")
            let request = IntakeRequest(kind: .stock, batch: "lot", product: "directed-30m")
            let cards = OneChunk(Array("ICCID\n\(job.iccids[0])\n".utf8))
            let waiting = try await one.createIntake(as: job.administrator, request, body: cards)
            // Its key is gone with that, and the file stays where no other server reaches it.
            let cancelled = try await one.createIntake(as: job.administrator, request, body: cards)
            _ = try await two.cancelIntake(as: job.administrator, cancelled.id)
            let text = "iccid,usedAt\n\(job.iccids[0]),2026-03-01 08:00:00\n"
            let use = try await one.createUsageFile(as: job.administrator, body: OneChunk(Array(text.utf8)))
            let clerk = try await ExportTests.account(job, at: job.agent.id, [.agentClerk], "clerk.one")
            let asked = try await one.askForExport(as: clerk, ExportWish(.cards, reason: ExportTests.reason))
            _ = try await one.decideExport(as: job.compliance, asked.id, .approve, note: nil)
            #expect(try await one.runNextExport())
            let made = try #require(try await one.readExport(as: clerk, asked.id).spool)
            let (files, spool) = (FileManager.default, one.folders.spool)
            for name in ["half", "young"] { #expect(files.createFile(atPath: spool + "/" + name, contents: Data())) }
            let names = try files.contentsOfDirectory(atPath: spool)
            #expect(names.count == 6)
            let now = Double(world.clock.now().milliseconds) / 1_000
            for name in names {
                let written = Date(timeIntervalSince1970: name == "young" ? now : now - 2 * 86_400)
                try files.setAttributes([.modificationDate: written], ofItemAtPath: spool + "/" + name)
            }
            try await one.sweepSpool()
            let left = Set(try files.contentsOfDirectory(atPath: spool))
            #expect(left == ["young", waiting.id.description, use.id.description, made.description])
        }
    }
}
