import Foundation
import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite struct `A file that is looked at first` {
    private static let heading = "ICCID,接入号"

    private func line(_ index: Int) -> String { "\(CardWorld.iccid(index)),\(CardWorld.row(index).msisdn ?? 0)" }

    private func hold(
        _ cards: CardWorld, _ lines: [String], as principal: Principal? = nil, kind: IntakeKind = .stock, product: String? = "m2m-30"
    ) async throws -> IntakeRecord {
        try await cards.installation.createIntake(
            as: principal ?? cards.administrator, IntakeRequest(kind: kind, batch: "looked", product: product, isHeld: true),
            body: CardWorld.file(lines))
    }

    @Test func `nothing of it is taken before somebody says so, and then all of it`() async throws {
        try await withCards { cards in
            let installation = cards.installation
            let held = try await hold(cards, [Self.heading] + (1...5).map(line))
            #expect(held.state == .held && !held.state.isFinal)
            #expect(try await installation.runNextIntake() == false)
            let preview = try await installation.previewIntake(as: cards.administrator, held.id)
            #expect(
                preview.progress.taken == 5 && preview.problems.allSatisfy { $0.severity == .warning } && preview.refusal == nil
                    && !preview.isBeginning)
            #expect(preview.columns.map(\.field) == ["iccid", "msisdn"] && preview.product?.text == "m2m-30")
            #expect(try await cards.count("subscription") == 0)
            #expect(try await installation.confirmIntake(as: cards.administrator, held.id, reading: held.reading).state == .queued)
            #expect(try await installation.runNextIntake())
            let ended = try await installation.readIntake(as: cards.administrator, held.id)
            #expect(ended.state == .done && ended.progress.taken == 5)
        }
    }

    @Test func `it is judged as the run judges it: by itself, by the file, by the stock`() async throws {
        try await withCards { cards in
            let installation = cards.installation
            try await cards.take([CardWorld.row(1), CardWorld.row(2)])
            let contradiction = "\(CardWorld.iccid(9)),\(CardWorld.row(3).msisdn ?? 0)"
            let lines = [
                Self.heading, "\(CardWorld.iccid(1)),", line(3), line(4), line(4), contradiction, "8986,1",
                "\(CardWorld.iccid(8)),\(CardWorld.row(2).msisdn ?? 0)",
            ]
            let held = try await hold(cards, lines)
            let seen = try await installation.previewIntake(as: cards.administrator, held.id)
            _ = try await installation.confirmIntake(as: cards.administrator, held.id, reading: held.reading)
            #expect(try await installation.runNextIntake())
            let ended = try await installation.readIntake(as: cards.administrator, held.id).progress
            #expect(
                [seen.progress.taken, seen.progress.known, seen.progress.repeated, seen.progress.failed]
                    == [ended.taken, ended.known, ended.repeated, ended.failed])
            let problems = try await cards.problems(held)
            #expect(Set(seen.problems.map { "\($0.row) \($0.code)" }) == Set(problems.map { "\($0.row) \($0.code)" }))
            #expect(ended.known == 1 && ended.repeated == 1 && ended.failed >= 2, "\(ended)")
        }
    }

    @Test func `of a long file the first rows are looked at, and that is said`() async throws {
        try await withCards { cards in
            let rows = Installation.previewRows
            let long = try await hold(cards, [Self.heading] + (1...rows + 1).map(line))
            let preview = try await cards.installation.previewIntake(as: cards.administrator, long.id)
            #expect(preview.isBeginning && preview.progress.taken == Int64(rows))
            let whole = try await hold(cards, [Self.heading] + (1...rows).map(line))
            #expect(try await !cards.installation.previewIntake(as: cards.administrator, whole.id).isBeginning)
        }
    }

    @Test func `a heading that says nothing is held, shown by its looks, and mended`() async throws {
        try await withCards { cards in
            let installation = cards.installation
            let held = try await hold(cards, ["甲,乙", line(1), line(2)])
            var preview = try await installation.previewIntake(as: cards.administrator, held.id)
            #expect(preview.refusal?.code == "column-missing" && preview.columns.map(\.field) == [nil, nil])
            #expect(preview.columns.map { $0.look?.beginning } == ["8986", "1064"])
            await #expect(throws: Refusal.self) {
                try await installation.confirmIntake(as: cards.administrator, held.id, reading: held.reading)
            }
            let mapping = ##"{"columns":{"#1":"iccid","#2":"msisdn"},"heading":true}"##
            _ = try await installation.changeHeldIntake(
                as: cards.administrator, held.id, IntakeRequest(kind: .stock, product: "m2m-30", mapping: mapping))
            preview = try await installation.previewIntake(as: cards.administrator, held.id)
            #expect(preview.refusal == nil && preview.progress.taken == 2 && preview.intake.batch == "looked")
            // Whoever looked before cannot take in what he has not seen, neither the columns nor the batch.
            await #expect(throws: Refusal.stale) {
                try await installation.confirmIntake(as: cards.administrator, held.id, reading: held.reading)
            }
            let seen = preview.intake.reading
            _ = try await installation.changeHeldIntake(
                as: cards.administrator, held.id, IntakeRequest(kind: .stock, batch: "other", product: "m2m-30", mapping: mapping))
            await #expect(throws: Refusal.stale) {
                try await installation.confirmIntake(as: cards.administrator, held.id, reading: seen)
            }
            #expect(try await installation.readIntake(as: cards.administrator, held.id).state == .held)
        }
    }

    @Test(arguments: [
        "nonsense", "{", ##"{"columns":{"#0":"iccid"}}"##, ##"{"columns":{"#x":"iccid"}}"##, ##"{"columns":{"#1":"password"}}"##,
        ##"{"columns":[]}"##, ##"{"heading":"no"}"##, String(repeating: "x", count: 10_001),
    ])
    func `a mapping that says nothing is refused and changes nothing`(mapping: String) async throws {
        try await withCards { cards in
            let held = try await hold(cards, [Self.heading, line(1)])
            await #expect(throws: Refusal.intakeMappingInvalid) {
                try await cards.installation.changeHeldIntake(
                    as: cards.administrator, held.id, IntakeRequest(kind: .stock, mapping: mapping))
            }
            #expect(try await cards.installation.readIntake(as: cards.administrator, held.id).mapping == "")
        }
    }

    @Test func `nobody but who sent it looks at it, says it anew or takes it in`() async throws {
        try await withCards { cards in
            let installation = cards.installation
            let held = try await hold(cards, [Self.heading, line(1)], as: cards.agentManager, kind: .claim)
            let colleague = cards.staff(cards.agent, [.agentManager], account: 9)
            for other in [cards.administrator, colleague, cards.lowerManager, cards.otherManager] {
                await #expect(throws: Refusal.notFound) { try await installation.previewIntake(as: other, held.id) }
                await #expect(throws: Refusal.notFound) { try await installation.confirmIntake(as: other, held.id, reading: held.reading) }
                await #expect(throws: Refusal.notFound) {
                    try await installation.changeHeldIntake(as: other, held.id, IntakeRequest(kind: .claim))
                }
            }
            // Who lost the permission meanwhile.
            let former = cards.staff(cards.agent, [.auditor])
            await #expect(throws: Refusal.self) { try await installation.confirmIntake(as: former, held.id, reading: held.reading) }
            #expect(try await installation.readIntake(as: cards.agentManager, held.id).state == .held)
        }
    }

    @Test func `what is held no more is neither seen nor changed nor taken`() async throws {
        try await withCards { cards in
            let installation = cards.installation
            let (taken, cancelled) = (try await hold(cards, [Self.heading, line(1)]), try await hold(cards, [Self.heading, line(2)]))
            _ = try await installation.confirmIntake(as: cards.administrator, taken.id, reading: taken.reading)
            _ = try await installation.cancelIntake(as: cards.administrator, cancelled.id)
            for id in [taken.id, cancelled.id, IntakeID(high: 1, low: 99)] {
                await #expect(throws: Refusal.notFound) { try await installation.previewIntake(as: cards.administrator, id) }
                await #expect(throws: Refusal.notFound) {
                    try await installation.confirmIntake(as: cards.administrator, id, reading: taken.reading)
                }
                await #expect(throws: Refusal.notFound) {
                    try await installation.changeHeldIntake(as: cards.administrator, id, IntakeRequest(kind: .stock))
                }
            }
            #expect(try await installation.readIntake(as: cards.administrator, cancelled.id).spool == nil)
        }
    }

    @Test func `a file nobody decides on is destroyed after a day, key and all`() async throws {
        try await withCards { cards in
            let installation = cards.installation
            let held = try await hold(cards, [Self.heading, line(1)])
            cards.world.clock.move(seconds: 24 * 3_600 - 1)
            try await installation.destroyExpiredFiles()
            #expect(try await installation.readIntake(as: cards.administrator, held.id).state == .held)
            cards.world.clock.move(seconds: 1)
            try await installation.destroyExpiredFiles()
            let gone = try await installation.readIntake(as: cards.administrator, held.id)
            #expect(gone.state == .cancelled && gone.spool == nil && gone.spoolKey == nil && gone.finishedAt != nil)
            #expect(try await installation.runNextIntake() == false)
        }
    }

    @Test func `no organisation holds more than twenty files, and another's do not count`() async throws {
        try await withCards { cards in
            var last: IntakeRecord?
            for _ in 0..<20 { last = try await hold(cards, [Self.heading, line(1)]) }
            await #expect { try await hold(cards, [Self.heading, line(1)]) } throws: { ($0 as? Refusal)?.code == "intakes-held-too-many" }
            _ = try await hold(cards, [Self.heading, line(1)], as: cards.agentManager, kind: .claim)
            _ = try await cards.installation.cancelIntake(as: cards.administrator, #require(last).id)
            _ = try await hold(cards, [Self.heading, line(1)])
        }
    }
}
