import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Notices seen and sent once more")
struct NoticeRetryTests {
    private func refused(_ told: NoticeWorld, _ principal: Principal, _ id: NoticeID) async throws -> String? {
        try await refusalCode { _ = try await told.installation.retryNotice(as: principal, id) }
    }

    @Test func `one that was given up goes once more, under its id, and leaves an entry`() async throws {
        try await NoticeWorld.run { told in
            _ = try await told.personal.submitted()
            await told.sms.say(.success(.refused(.contentRefused)), .success(.taken))
            try await told.personal.work([.sms])
            let refused = try #require(try await told.personal.notice("submitted/sms"))
            #expect(refused.state == .refused)
            let waiting = try await told.installation.retryNotice(as: told.personal.job.administrator, refused.id)
            #expect(waiting.state == .waiting && waiting.endedAt == nil && waiting.dueAt == told.world.clock.now())
            try await told.personal.work([.sms])
            #expect(try await told.personal.notice("submitted/sms")?.state == .delivered)
            #expect(await Set(told.sms.sent.map(\.id)) == [refused.id])
            try await told.installation.sequenceTrail()
            let entries = try await told.installation.listTrail(
                as: told.personal.job.auditor, TrailFilter(action: "notice.retried"))
            #expect(entries.rows.count == 1)
        }
    }

    @Test func `one that waits or was taken is not sent once more`() async throws {
        try await NoticeWorld.run { told in
            _ = try await told.personal.submitted()
            let administrator = told.personal.job.administrator
            let notice = try #require(try await told.personal.notice("submitted/sms"))
            #expect(try await refused(told, administrator, notice.id) == "notice-not-over")
            try await told.personal.work([.sms])
            #expect(try await refused(told, administrator, notice.id) == "notice-delivered")
            #expect(await told.sms.sent.count == 1)
        }
    }

    @Test func `an agent sees and sends its own, another's are not there, and who may not is told so`() async throws {
        try await NoticeWorld.run { told in
            _ = try await told.personal.submitted()
            await told.sms.say(.success(.refused(.other)))
            try await told.personal.work()
            let job = told.personal.job
            let notice = try #require(try await told.personal.notice("submitted/sms"))
            #expect(try await told.installation.listNotices(as: job.clerk).rows.count == 4)
            #expect(try await told.installation.listNotices(as: job.otherClerk).rows.isEmpty)
            #expect(try await refused(told, job.clerk, notice.id) == "not-permitted")
            #expect(try await refused(told, job.reviewer, notice.id) == "not-permitted")
            let own = MainJob.staff(
                [.agentManager], in: job.agent.id, scope: .subtree(organisation: job.agent.id, path: job.agent.path), 20)
            let other = MainJob.staff(
                [.agentManager], in: job.otherAgent.id, scope: .subtree(organisation: job.otherAgent.id, path: job.otherAgent.path), 21)
            #expect(try await refused(told, other, notice.id) == "not-found")
            #expect(try await refused(told, own, NoticeID(high: 1, low: 2)) == "not-found")
            #expect(try await refused(told, own, notice.id) == nil)
        }
    }

    @Test func `a list is told page by page, by way, by state and by code`() async throws {
        try await NoticeWorld.run { told in
            for card in 0..<3 { _ = try await told.personal.submitted(card, PersonalJob.person(card)) }
            try await told.personal.work([.mail])
            let reviewer = told.personal.job.reviewer
            var seen: [NoticeID] = []
            var before: NoticeID?
            repeat {
                let page = try await told.installation.listNotices(as: reviewer, before: before, limit: 5)
                seen += page.rows.map(\.id)
                before = page.next
            } while before != nil
            #expect(seen.count == 12)
            #expect(seen == seen.sorted(by: >))
            #expect(Set(seen).count == 12)
            let mail = try await told.installation.listNotices(as: reviewer, channel: .mail).rows
            #expect(mail.map(\.state) == [.delivered, .delivered, .delivered])
            #expect(try await told.installation.listNotices(as: reviewer, channel: .mail, state: .waiting).rows.isEmpty)
            let code = try #require(mail.first?.code)
            #expect(try await told.installation.listNotices(as: reviewer, code: code.lowercased()).rows.count == 4)
            #expect(try await told.installation.listNotices(as: reviewer, code: "SM-0000000000").rows.isEmpty)
        }
    }
}
