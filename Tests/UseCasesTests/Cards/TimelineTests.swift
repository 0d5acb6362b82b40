import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("The timeline of a card")
struct TimelineTests {
    /// A moment in a word.
    private func word(_ moment: CardMoment) -> String {
        switch moment.what {
        case .intake: "intake"
        case .custody: "custody"
        case .life(let event): "life:\(event.command.rawValue)"
        case .asked: "asked"
        case .carrierSaid: "said"
        case .handedIn(let kind): "handed-in:\(kind.rawValue)"
        case .decided(let verdict, let kind): "\(verdict.rawValue):\(kind.rawValue)"
        case .held: "held"
        case .vacant: "vacant"
        case .entry(let entry): "entry:\(entry.action)"
        }
    }

    private func reference(_ job: MainJob, _ iccid: String) async throws -> String {
        let found = try await job.installation.searchCards(as: job.administrator, numbers: [iccid])
        return try #require(found[0]).reference
    }

    @Test func `it tells how the registration came about, and to whoever reads the trail who looked and for what`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 3), world.installation)
            let begun = try await job.submitted()
            world.clock.move(seconds: 60)
            let back = try await shiming.decideApplication(
                as: job.reviewer, begun.application, version: begun.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/unit-document", code: "unreadable")], note: nil)
            let card = try await reference(job, job.iccids[0])
            // Nothing of an application stands there before a registration answers for the card.
            #expect(try await !shiming.readTimeline(as: job.clerk, reference: card).rows.map(word).contains("held"))
            world.clock.move(seconds: 60)
            let again = try await shiming.submitApplication(as: job.clerk, begun.application, version: back.version)
            world.clock.move(seconds: 60)
            _ = try await shiming.decideApplication(
                as: job.reviewer, begun.application, version: again.version, verdict: .approve, reasons: [], note: nil)
            world.clock.move(seconds: 60)
            _ = try await shiming.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: "核对登记信息")
            let clerk = try await shiming.readTimeline(as: job.clerk, reference: card).rows
            let told = clerk.map(word)
            let registering = ["handed-in:register", "send-back:register", "handed-in:register", "approve:register"]
            #expect(told.reversed().filter { registering.contains($0) } == registering && told.contains("held"), "\(told)")
            #expect(!told.contains { $0.hasPrefix("entry:") })
            #expect(clerk.first { word($0) == "held" }?.registration?.id == begun.registration)
            #expect(clerk.map(\.at) == clerk.map(\.at).sorted(by: >))
            let reads = try await world.entries("trail.read")
            let auditor = try await shiming.readTimeline(as: job.auditor, reference: card).rows
            #expect(try await world.entries("trail.read") == reads + 1)
            let look = try #require(auditor.first { word($0) == "entry:answer.revealed" })
            guard case .entry(let entry) = look.what else { return }
            #expect(entry.body.contains("核对登记信息") && entry.actor == job.compliance.account)
            #expect(auditor.count { word($0) == "entry:answer.revealed" } == 1)
        }
    }

    @Test func `looks at other cards of the registration are not this card's, and a hold is no look`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 2), world.installation)
            _ = try await job.registered()
            world.clock.move(seconds: 60)
            _ = try await shiming.reveal(as: job.compliance, .iccid(job.iccids[1]), purpose: "核对登记信息")
            for (place, looks) in [(0, 0), (1, 1)] {
                let card = try await reference(job, job.iccids[place])
                let told = try await shiming.readTimeline(as: job.auditor, reference: card).rows.map(word)
                #expect(told.count { $0 == "entry:answer.revealed" } == looks, "\(told)")
                #expect(told.count { $0 == "handed-in:register" } == 1 && told.count { $0 == "approve:register" } == 1, "\(told)")
            }
            #expect(
                TrailAction.looks.contains("answer.revealed") && TrailAction.looks.isDisjoint(with: ["legal-hold.placed", "export.asked"]))
        }
    }

    @Test func `of very many events of a card the newest are read`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            _ = try await job.registered()
            world.clock.move(seconds: 60)
            _ = try await world.installation.changeLives(as: job.administrator, .batch(MainJob.batch), LifeWish(.activate))
            let found = try await world.installation.searchCards(as: job.administrator, numbers: [job.iccids[0]])[0]
            let card = try #require(found).card.subscription
            try await world.installation.store.read { session in
                let all = try LifeEventRecords.history(of: card, limit: 100, in: session)
                #expect(!all.isEmpty)
                #expect(try LifeEventRecords.newest(of: card, limit: 100, in: session) == all.reversed())
                #expect(try LifeEventRecords.newest(of: card, limit: 1, in: session) == [all.last].compactMap(\.self))
            }
        }
    }

    @Test func `page by page it is the same as at once`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 2), world.installation)
            _ = try await job.registered()
            let card = try await reference(job, job.iccids[0])
            // Several of one time.
            for _ in 0..<5 {
                _ = try await shiming.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: "核对登记信息")
            }
            world.clock.move(seconds: 1)
            let whole = try await shiming.readTimeline(as: job.auditor, reference: card, limit: 200).rows.map(word)
            #expect(whole.count { $0 == "entry:answer.revealed" } == 5)
            for limit in [1, 2, 3] {
                var (found, place): ([String], TimelineCursor?) = ([], nil)
                repeat {
                    let page = try await shiming.readTimeline(as: job.auditor, reference: card, before: place, limit: limit)
                    found += page.rows.map(word)
                    place = page.next
                } while place != nil && found.count < 300
                #expect(found == whole, "limit \(limit)")
            }
        }
    }

    @Test func `a card of others has none, and what is no card's reference neither`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
            _ = try await job.registered()
            let card = try await reference(job, job.iccids[0])
            #expect(try await refusalCode { _ = try await shiming.readTimeline(as: job.otherClerk, reference: card) } == "not-found")
            for text in ["", "card_", "card_" + String(repeating: "0", count: 32), job.iccids[0]] {
                #expect(try await refusalCode { _ = try await shiming.readTimeline(as: job.clerk, reference: text) } == "not-found")
            }
        }
    }
}
