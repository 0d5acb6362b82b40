import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("Notices being handed on")
struct NoticeDispatchTests {
    @Test func `the person's own number is read for the message, and stands in nothing else`() async throws {
        try await NoticeWorld.run { told in
            let holder = PersonalJob.person(0)
            _ = try await told.personal.submitted(0, holder)
            try await told.personal.work()
            let message = try #require(await told.sms.sent.first)
            #expect(await told.sms.sent.count == 1)
            #expect(message.phone == holder.contact)
            let text = message.text.message(in: message.language)
            #expect(text.contains(NoticeWorld.site + "/p/status"))
            let others = await told.webhook.sent + told.mail.sent
            #expect(others.allSatisfy { $0.phone == nil })
            for said in [text] + others.flatMap({ [$0.text.message(in: .chinese), $0.text.letter(in: .english).body] }) {
                for secret in [holder.name, holder.documentNumber, holder.contact, holder.address].compactMap(\.self)
                    + told.personal.watches
                {
                    #expect(!said.contains(secret))
                }
            }
            #expect(try await told.installation.listNotices(as: told.personal.job.reviewer).rows.allSatisfy { $0.state == .delivered })
            // Staff have no page of a person's.
            #expect(await told.mail.sent.first?.text.page == nil)
        }
    }

    @Test(arguments: [false, true])
    func `mail of a case goes to whoever may look at it: the agent's staff, or the operating company's alone`(isAgents: Bool) async throws {
        try await NoticeWorld.run { told in
            let job = told.personal.job
            var policy = VerificationPolicy.standardFloor
            policy.agentReviews = isAgents
            _ = try await told.installation.setVerificationPolicy(
                as: job.administrator, of: job.administrator.organisation, policy, validFrom: nil, after: 0)
            _ = try await told.installation.setVerificationPolicy(
                as: job.administrator, of: job.agent.id, VerificationPolicy(rules: [], agentReviews: isAgents), validFrom: nil, after: 0)
            _ = try await told.personal.submitted()
            try await told.personal.work([.mail])
            let company = job.administrator.organisation
            #expect(await told.mail.sent.map(\.organisations) == [isAgents ? [job.agent.id, company] : [company]])
        }
    }

    @Test func `what is not taken is tried again under the same id, after waits that grow, and is over once it is taken`() async throws {
        try await NoticeWorld.run { told in
            _ = try await told.personal.submitted()
            await told.sms.say(
                .failure(.unavailable(.noConnection)), .failure(.malformed(.unreadable)), .failure(.unavailable(.serverError(500))),
                .success(.taken))
            var waits: [Int64] = []
            for _ in 0..<3 {
                let before = told.world.clock.now()
                #expect(try await told.installation.runNotice(by: .sms))
                #expect(try await told.installation.runNotice(by: .sms) == false)
                let notice = try #require(try await told.personal.notice("submitted/sms"))
                #expect(notice.state == .waiting)
                waits.append((notice.dueAt.milliseconds - before.milliseconds) / 1_000)
                told.world.clock.set(notice.dueAt)
            }
            #expect(zip(waits, [5, 10, 20]).allSatisfy { ($1...$1 + $1 / 4 + 1).contains($0) }, "\(waits)")
            try await told.personal.work([.sms])
            let notice = try #require(try await told.personal.notice("submitted/sms"))
            #expect(notice.state == .delivered && notice.tries == 4 && notice.failure == nil)
            #expect(await Set(told.sms.sent.map(\.id)) == [notice.id])
            told.world.clock.move(days: 1)
            try await told.personal.work([.sms])
            #expect(await told.sms.sent.count == 4)
        }
    }

    @Test func `nobody is tried for ever`() async throws {
        var settings = Settings()
        settings.noticeGiveUpHours = 2
        try await NoticeWorld.run(settings: settings) { told in
            _ = try await told.personal.submitted()
            await told.webhook.say(.failure(.unavailable(.timedOut)))
            var rounds = 0
            while let waiting = try await told.installation.listNotices(
                as: told.personal.job.reviewer, channel: .webhook, state: .waiting
            ).rows.min(by: { $0.dueAt < $1.dueAt }), rounds < 200 {
                told.world.clock.set(max(told.world.clock.now(), waiting.dueAt))
                _ = try await told.installation.runNotice(by: .webhook)
                rounds += 1
            }
            let rows = try await told.installation.listNotices(as: told.personal.job.reviewer, channel: .webhook).rows
            #expect(rows.allSatisfy { $0.state == .givenUp && $0.failure == "timed-out" && $0.endedAt != nil })
            // The waits are bounded: two hours hold more than a handful of tries, and not hundreds.
            #expect(rows.allSatisfy { (10...30).contains($0.tries) }, "\(rows.map(\.tries))")
        }
    }

    @Test func `a receiver's definite no is final, its wait is kept, and one of ours is tried again`() async throws {
        try await NoticeWorld.run { told in
            _ = try await told.personal.submitted()
            await told.sms.say(.success(.later(seconds: 3_000)), .failure(.refused(.credentials)), .success(.refused(.recipientBlocked)))
            let start = told.world.clock.now()
            try await told.personal.work([.sms])
            #expect(try await told.personal.notice("submitted/sms")?.dueAt == start.adding(seconds: 3_000))
            told.world.clock.move(seconds: 3_000)
            try await told.personal.work([.sms])
            let ours = try #require(try await told.personal.notice("submitted/sms"))
            #expect(ours.state == .waiting && ours.failure == "credentials")
            told.world.clock.set(ours.dueAt)
            try await told.personal.work([.sms])
            let over = try #require(try await told.personal.notice("submitted/sms"))
            #expect(over.state == .refused && over.failure == "recipient-blocked")
        }
    }

    @Test func `a landline gets no message, and that is seen`() async throws {
        try await NoticeWorld.run { told in
            var holder = PersonalJob.person(0)
            holder.contact = "021-55550100"
            _ = try await told.personal.submitted(0, holder)
            try await told.personal.work()
            #expect(await told.sms.sent.isEmpty)
            #expect(try await told.personal.notice("submitted/sms")?.state == .unaddressed)
            #expect(try await told.personal.notice("submitted/webhook")?.state == .delivered)
        }
    }

    @Test func `a receiver that rests is left alone, and its notices are not taken up`() async throws {
        try await NoticeWorld.run { told in
            _ = try await told.personal.submitted()
            await told.sms.rest(.open(until: told.world.clock.now().adding(seconds: 30)))
            #expect(try await told.installation.runNotice(by: .sms) == false)
            #expect(try await told.personal.notice("submitted/sms")?.tries == 0)
            let load = try await told.installation.workload().notices
            #expect(load.filter(\.isResting).map(\.channel) == [.sms])
            #expect(load.first { $0.channel == .sms }?.stored[.waiting] == 1)
            told.world.clock.move(seconds: 31)
            #expect(try await told.installation.runNotice(by: .sms))
            #expect(try await told.installation.workload().notices.first { $0.channel == .sms }?.counted[.delivered] == 1)
        }
    }

    @Test func `many work side by side, and each notice is sent once`() async throws {
        try await NoticeWorld.run { told in
            for card in 0..<3 { _ = try await told.personal.submitted(card, PersonalJob.person(card)) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask { while try await told.installation.runNotice(by: .webhook) {} }
                }
                try await group.waitForAll()
            }
            let ids = await told.webhook.sent.map(\.id)
            #expect(ids.count == 6)
            #expect(Set(ids).count == 6)
        }
    }

    @Test func `while one sends it nobody else does, and it is free again when its time is over or its server gone`() async throws {
        try await NoticeWorld.run { told in
            _ = try await told.personal.submitted()
            let (installation, clock, sms) = (told.installation, told.world.clock, told.sms)
            await sms.whileSending { () async throws -> Void in
                #expect(try await installation.runNotice(by: .sms) == false)
                // Its server is taken for dead; another sends, and is believed.
                clock.move(seconds: 200)
                #expect(try await installation.runNotice(by: .sms))
            }
            await sms.say(.failure(.unavailable(.timedOut)), .success(.taken))
            #expect(try await installation.runNotice(by: .sms))
            #expect(await sms.sent.count == 2)
            #expect(await Set(sms.sent.map(\.id)).count == 1)
            // What the first came to, later, changes nothing.
            let notice = try #require(try await told.personal.notice("submitted/sms"))
            #expect(notice.state == .delivered && notice.tries == 2)
        }
    }

    @Test func `a server that was killed takes its notices up again at once`() async throws {
        try await NoticeWorld.run { told in
            _ = try await told.personal.submitted()
            let now = told.world.clock.now()
            try await told.installation.store.write { session in
                let due = try NoticeRecords.due(by: .sms, at: now, limit: 1, in: session)
                _ = try NoticeRecords.lease(due[0], until: now.adding(seconds: 90), at: now, in: session)
            }
            #expect(try await told.installation.runNotice(by: .sms) == false)
            try await told.installation.takeUpAfterStop()
            #expect(try await told.installation.runNotice(by: .sms))
            #expect(try await told.personal.notice("submitted/sms")?.state == .delivered)
        }
    }

    @Test func `what nobody sends any more ends by itself, and what is over is forgotten`() async throws {
        try await NoticeWorld.run { told in
            _ = try await told.personal.submitted()
            try await told.personal.work([.webhook])
            try await told.installation.purgeNotices()
            #expect(try await told.personal.told().count == 4)
            told.world.clock.move(days: 3)
            // Where somebody could still send, what waits is tried first.
            try await told.installation.purgeNotices()
            #expect(try await told.personal.notice("submitted/sms")?.state == .waiting)
            // A server to which nobody is connected any more.
            try await told.world.secondServer().purgeNotices()
            let sms = try #require(try await told.personal.notice("submitted/sms"))
            #expect(sms.state == .givenUp && sms.failure == "not-configured")
            told.world.clock.move(days: 28)
            try await told.installation.purgeNotices()
            #expect(try await told.personal.told() == ["in-review/mail", "submitted/sms"])
            told.world.clock.move(days: 3)
            try await told.installation.purgeNotices()
            #expect(try await told.personal.count("notice") == 0)
        }
    }
}
