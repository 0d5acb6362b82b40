import Foundation
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct `Intake as a job` {
    private func queue(_ cards: CardWorld) async throws -> IntakeRecord {
        try await cards.installation.createIntake(
            as: cards.administrator, IntakeRequest(kind: .stock, batch: "lot", product: "m2m-30"), body: CardWorld.file())
    }

    private func stretch(_ rows: ClosedRange<Int>) -> IntakeBatch {
        var batch = IntakeBatch(labels: ["lot"], nextRow: Int64(rows.upperBound))
        batch.rows = rows.map { CardWorld.row($0) }
        return batch
    }

    @Test func `two workers at once: one of them takes the rows, the other finds itself superseded`() async throws {
        try await withCards { cards in
            _ = try await queue(cards)
            let first = try #require(try await cards.installation.leaseIntake())
            #expect(try await cards.installation.leaseIntake() == nil, "a leased intake is not handed out again")
            // The first gives no sign for longer than its lease.
            cards.world.clock.move(seconds: cards.installation.settings.intakeLeaseSeconds)
            let second = try #require(try await cards.installation.leaseIntake())
            try await second.commit(stretch(1...10), from: 0, rowsTotal: 20)
            await #expect(throws: IntakeSuperseded()) { try await first.commit(stretch(1...10), from: 0, rowsTotal: 20) }
            #expect(try await cards.count("subscription") == 10)
            try await second.commit(stretch(11...20), from: 10, rowsTotal: 20)
            try await second.end(.done)
            await #expect(throws: IntakeSuperseded()) { try await first.end(.done) }
            #expect(try await cards.count("subscription") == 20)
        }
    }

    @Test func `a worker that dies between commits is followed by one that goes on from there`() async throws {
        try await withCards { cards in
            let intake = try await queue(cards)
            let first = try #require(try await cards.installation.leaseIntake())
            try await first.commit(stretch(1...10), from: 0, rowsTotal: 30)
            cards.world.clock.move(seconds: cards.installation.settings.intakeLeaseSeconds)
            let second = try #require(try await cards.installation.leaseIntake())
            #expect(second.intake.progress.nextRow == 10)
            #expect(second.intake.progress.taken == 10)
            // Even if it began again at the beginning, nothing would be in twice.
            await #expect(throws: IntakeSuperseded()) { try await second.commit(stretch(1...10), from: 0, rowsTotal: 30) }
            try await second.commit(stretch(11...30), from: 10, rowsTotal: 30)
            try await second.end(.done)
            let ended = try await cards.installation.readIntake(as: cards.administrator, intake.id)
            #expect(ended.state == .done)
            #expect(ended.progress == IntakeProgress(rowsTotal: 30, nextRow: 30, taken: 30))
            #expect(try await cards.count("iccid_directory") == 30)
        }
    }

    @Test func `cancelled between commits, what is committed stays and nothing follows`() async throws {
        try await withCards { cards in
            let intake = try await queue(cards)
            let run = try #require(try await cards.installation.leaseIntake())
            try await run.commit(stretch(1...10), from: 0, rowsTotal: 30)
            _ = try await cards.installation.cancelIntake(as: cards.administrator, intake.id)
            await #expect(throws: IntakeSuperseded()) { try await run.commit(stretch(11...20), from: 10, rowsTotal: 30) }
            await #expect(throws: Refusal.intakeEnded) {
                try await cards.installation.cancelIntake(as: cards.administrator, intake.id)
            }
            #expect(try await cards.count("subscription") == 10)
            #expect(try await cards.installation.leaseIntake() == nil)
            let ended = try await cards.installation.readIntake(as: cards.administrator, intake.id)
            #expect(ended.state == .cancelled)
            #expect(ended.spool == nil)
        }
    }

    @Test func `custody and cards agree after every commit, and each commit is one entry with the root of its cards`() async throws {
        try await withCards { cards in
            _ = try await queue(cards)
            let run = try #require(try await cards.installation.leaseIntake())
            let before = try await cards.count("trail_entry")
            try await run.commit(stretch(1...10), from: 0, rowsTotal: 20)
            #expect(try await cards.count("trail_entry") == before + 1)
            let body = try await cards.installation.store.read { session in
                try session.first("SELECT body FROM trail_entry WHERE action = 'intake.committed'") { $0.text(0) }
            }
            #expect(body?.contains(#""table":"subscription""#) == true)
            let custody = try await cards.installation.store.read { try CustodyRecords.parts(scope: .everything, in: $0) }
            #expect(custody.map(\.interval.count) == [10])
        }
    }

    @Test func `more problems than the limit are counted and not kept`() async throws {
        var settings = Settings()
        settings.intakeProblemsMax = 3
        try await withCards(settings: settings) { cards in
            try await cards.take((1...5).map { CardWorld.row($0) })
            let intake = try await cards.take((1...5).map { CardWorld.row($0) { $0.province = 11 } })
            #expect(intake.progress.failed == 5)
            #expect(try await cards.problems(intake).map(\.row) == [1, 2, 3])
        }
    }

    @Test func `an empty or too large file is refused and leaves nothing behind`() async throws {
        var settings = Settings()
        settings.intakeBytesMax = 27
        try await withCards(settings: settings) { cards in
            for (body, refusal) in [
                (cards.chunks(), Refusal.fileEmpty),
                (CardWorld.file(["ICCID", CardWorld.iccid(1), CardWorld.iccid(2)]), .fileTooLarge(27)),
            ] {
                await #expect(throws: refusal) {
                    try await cards.installation.createIntake(
                        as: cards.administrator, IntakeRequest(kind: .stock, product: "m2m-30"), body: body)
                }
            }
            await #expect(throws: Refusal.productUnknown.at("/product")) {
                try await cards.installation.createIntake(
                    as: cards.administrator, IntakeRequest(kind: .stock, product: "none"), body: CardWorld.file())
            }
            for batch in ["", String(repeating: "x", count: 65), "a\nb"] {
                await #expect(throws: Refusal.intakeBatchInvalid) {
                    try await cards.installation.createIntake(
                        as: cards.administrator, IntakeRequest(kind: .stock, batch: batch), body: CardWorld.file())
                }
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: cards.installation.folders.spool)
            #expect(left.isEmpty)
            let intakes = try await cards.count("intake")
            #expect(intakes == 0)
        }
    }

    @Test func `the file does not stand in clear, and is destroyed when nobody needs it`() async throws {
        try await withCards { cards in
            let secret = Array("ICCID,note\n89860012340000000001,invented\n".utf8)
            let intake = try await cards.installation.createIntake(
                as: cards.administrator, IntakeRequest(kind: .stock, product: "m2m-30"), body: cards.chunks(secret))
            let path = cards.installation.folders.spool + "/" + (try #require(intake.spool))
            let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
            #expect(!String(decoding: bytes, as: UTF8.self).contains("8986001234"))
            let run = try #require(try await cards.installation.leaseIntake())
            try await run.end(.done)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }
}
