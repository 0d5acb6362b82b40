import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("What a reviewer decided")
struct ReviewFiguresTests {
    private static let reasons = [DecisionReason(pointer: "/use/scene", code: "use-not-plausible")]

    /// Hands in an application of one card, waits, perhaps takes it, waits again and decides.
    @discardableResult
    private func decide(
        _ job: MainJob, card: Int, after waited: Int64, held: Int64?, _ verdict: DecisionVerdict, by reviewer: Principal? = nil
    ) async throws -> BegunApplication {
        let reviewer = reviewer ?? job.reviewer
        let handed = try await job.submitted(cards: .numbers([job.iccids[card]]))
        job.world.clock.move(seconds: waited - (held ?? 0))
        if let held {
            _ = try await job.installation.lockApplication(as: reviewer, handed.application)
            job.world.clock.move(seconds: held)
        }
        _ = try await job.installation.decideApplication(
            as: reviewer, handed.application, version: handed.version, verdict: verdict, reasons: verdict == .approve ? [] : Self.reasons,
            note: nil)
        return handed
    }

    /// Of values as they come: the smallest that so many tenths of them do not exceed, looked for one by one.
    private func least(_ tenths: Int, of values: [Int64]) -> Int64? {
        values.sorted().first { candidate in values.count { $0 <= candidate } * 10 >= values.count * tenths }
    }

    @Test func `decisions of each month are counted, with how long they took`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 12)
            var waits: [Int: [Int64]] = [:]
            var holds: [Int: [Int64]] = [:]
            var verdicts: [Int: [DecisionVerdict: Int64]] = [:]
            let seed = UInt64.random(in: 0...UInt64.max)
            let chance = SeededChance(seed: seed)
            for card in 0..<12 {
                // Four in March, four in April, four in May.
                if card == 4 || card == 8 { world.clock.move(days: 31) }
                let month = 3 + card / 4
                let (first, second) = chance.words()
                let wait = Int64(first % 86_400) + 1
                let hold = second % 3 == 0 ? nil : Int64(second % UInt64(wait))
                let verdict = DecisionVerdict.allCases[Int(first / 7 % 3)]
                try await decide(job, card: card, after: wait, held: hold, verdict)
                waits[month, default: []].append(wait)
                if let hold { holds[month, default: []].append(hold) }
                verdicts[month, default: [:]][verdict, default: 0] += 1
            }
            let figures = try await world.installation.reviewFigures(as: job.reviewer)
            #expect(figures.account == job.reviewer.account)
            #expect(figures.months.map(\.month.text) == ["2026-02", "2026-03", "2026-04", "2026-05"])
            for line in figures.months {
                let month = line.month.month
                #expect(line.approved == verdicts[month]?[.approve] ?? 0, "seed \(seed)")
                #expect(line.sentBack == verdicts[month]?[.sendBack] ?? 0, "seed \(seed)")
                #expect(line.refused == verdicts[month]?[.refuse] ?? 0, "seed \(seed)")
                for (spread, values) in [(line.waited, waits[month] ?? []), (line.held, holds[month] ?? [])] {
                    #expect(spread?.count ?? 0 == Int64(values.count), "seed \(seed)")
                    #expect(spread?.median == least(5, of: values), "seed \(seed)")
                    #expect(spread?.ninetieth == least(9, of: values), "seed \(seed)")
                }
            }
            #expect(figures.months[0].decided == 0)
        }
    }

    @Test func `a case given back and taken again counts from the last taking, and renewing the hold does not`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let handed = try await job.submitted()
            _ = try await world.installation.lockApplication(as: job.reviewer, handed.application)
            world.clock.move(seconds: 500)
            try await world.installation.unlockApplication(as: job.reviewer, handed.application)
            world.clock.move(seconds: 1_000)
            _ = try await world.installation.lockApplication(as: job.reviewer, handed.application)
            world.clock.move(seconds: 40)
            _ = try await world.installation.lockApplication(as: job.reviewer, handed.application)
            world.clock.move(seconds: 20)
            _ = try await world.installation.decideApplication(
                as: job.reviewer, handed.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            let month = try #require(try await world.installation.reviewFigures(as: job.reviewer).months.last)
            #expect(month.held == Spread(count: 1, median: 60, ninetieth: 60))
            #expect(month.waited == Spread(count: 1, median: 1_560, ninetieth: 1_560))
        }
    }

    @Test func `what was approved and corrected since is said, once, and what is older is forgotten`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let first = try await decide(job, card: 0, after: 60, held: nil, .approve)
            try await decide(job, card: 1, after: 60, held: nil, .approve, by: job.secondReviewer)
            world.clock.move(days: 1)
            for _ in 0..<2 {
                let change = try await job.handedInChange(
                    first.registration, .correct, slots: [.responsiblePersonIDFront, .responsiblePersonIDBack]
                ) { content in
                    content.role = .responsiblePerson
                    content.responsiblePerson = InventedPapers.successor
                }
                world.clock.move(seconds: 30)
                _ = try await world.installation.decideApplication(
                    as: job.secondReviewer, change.application, version: change.version, verdict: .approve, reasons: [], note: nil)
            }
            let own = try #require(try await world.installation.reviewFigures(as: job.reviewer).months.last)
            #expect(own.approved == 1 && own.corrected == 1 && own.disputed == 0)
            let other = try #require(try await world.installation.reviewFigures(as: job.secondReviewer).months.last)
            #expect(other.approved == 3 && other.corrected == 0, "the corrections themselves were not corrected")
            world.clock.move(days: 123)
            #expect(try await world.installation.reviewFigures(as: job.reviewer).months.map(\.decided) == [0, 0, 0, 0])
        }
    }

    @Test func `who let more cards pass did not judge the person who is corrected later`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let first = try await decide(job, card: 0, after: 60, held: nil, .approve)
            world.clock.move(seconds: 60)
            let more = try await job.handedInChange(first.registration, .addCards, cards: .numbers([job.iccids[1]])) { _ in }
            _ = try await world.installation.decideApplication(
                as: job.secondReviewer, more.application, version: more.version, verdict: .approve, reasons: [], note: nil)
            world.clock.move(seconds: 60)
            let change = try await job.handedInChange(
                first.registration, .correct, slots: [.responsiblePersonIDFront, .responsiblePersonIDBack]
            ) { content in
                content.role = .responsiblePerson
                content.responsiblePerson = InventedPapers.successor
            }
            _ = try await world.installation.decideApplication(
                as: job.reviewer, change.application, version: change.version, verdict: .approve, reasons: [], note: nil)
            let cards = try #require(try await world.installation.reviewFigures(as: job.secondReviewer).months.last)
            #expect(cards.approved == 1 && cards.corrected == 0)
            #expect(try await world.installation.reviewFigures(as: job.reviewer).months.last?.corrected == 1)
        }
    }

    @Test func `one sees one's own, whoever answers for staff sees theirs, and nobody sees another's`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            try await decide(job, card: 0, after: 60, held: nil, .approve)
            let shiming = world.installation
            #expect(try await shiming.reviewFigures(as: job.secondReviewer).months.map(\.decided).reduce(0, +) == 0)
            await #expect(throws: Refusal.notPermitted) { try await shiming.reviewFigures(as: job.clerk) }
            await #expect(throws: Refusal.notPermitted) {
                try await shiming.reviewFigures(as: job.secondReviewer, of: job.reviewer.account)
            }
            await #expect(throws: Refusal.notPermitted) { try await shiming.reviewFigures(as: job.reviewer, of: job.reviewer.account) }
            let mine = try await shiming.createAccount(
                as: MainJob.staff(Set(StaffRole.allCases), in: job.administrator.organisation, scope: .everything, 90),
                organisation: job.agent.id, kind: .machine, roles: [.agentClerk], login: "machine.one")
            let manager = MainJob.staff(
                [.agentManager], in: job.agent.id, scope: .subtree(organisation: job.agent.id, path: job.agent.path), 60)
            let stranger = MainJob.staff(
                [.agentManager], in: job.otherAgent.id, scope: .subtree(organisation: job.otherAgent.id, path: job.otherAgent.path), 61)
            #expect(try await shiming.reviewFigures(as: manager, of: mine.account.id).months.count == 4)
            #expect(try await shiming.reviewFigures(as: job.auditor, of: mine.account.id).account == mine.account.id)
            await #expect(throws: Refusal.notFound) { try await shiming.reviewFigures(as: stranger, of: mine.account.id) }
        }
    }
}
