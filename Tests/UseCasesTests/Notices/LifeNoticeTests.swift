import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("People are told of a card's steps, R-LC-03, R-25-24")
struct LifeNoticeTests {
    private func activate(_ told: NoticeWorld, _ numbers: [String]) async throws {
        _ = try await told.installation.changeLives(as: told.personal.job.administrator, .numbers(numbers), LifeWish(.activate))
    }

    /// Sweeps on the day on which people are told that cards lie idle.
    private func sweepWhenIdle(_ told: NoticeWorld) async throws {
        told.world.clock.set(try shanghai(2026, 5, 28))
        _ = try await told.installation.sweepAllLives()
    }

    private func notices(_ told: NoticeWorld, _ kind: NoticeKind, as principal: Principal? = nil) async throws -> [StoredNotice] {
        try await told.installation.listNotices(as: principal ?? told.personal.job.reviewer, limit: 500).rows.filter { $0.kind == kind }
    }

    /// Cards of the main job, registered in a unit's name and in use.
    private func unitCards(_ count: Int, settings: Settings = Settings(), _ body: (NoticeWorld, MainJob) async throws -> Void) async throws
    {
        let (webhook, sms, mail) = (ScriptedNotifier(), ScriptedNotifier(), ScriptedNotifier())
        try await withWorld(settings: settings, notifiers: Notifiers(webhook: webhook, sms: sms, mail: mail)) { world in
            let job = try await MainJob.prepare(in: world, cards: count)
            _ = try await job.registered()
            let told = NoticeWorld(
                world: world, personal: try await PersonalJob.prepare(beside: job, watches: 1), webhook: webhook, sms: sms, mail: mail)
            try await activate(told, job.iccids)
            try await body(told, job)
        }
    }

    @Test func `a person is told by himself, in his language, of the day and of what he can do`() async throws {
        try await NoticeWorld.run { told in
            let holder = PersonalJob.person(0)
            _ = try await told.personal.effective()
            try await told.personal.work()
            try await activate(told, [told.personal.watches[0]])
            try await sweepWhenIdle(told)
            let notices = try await notices(told, .idle)
            #expect(notices.map(\.channel.rawValue).sorted() == ["sms", "webhook"])
            let sms = try #require(notices.first { $0.channel == .sms })
            #expect(sms.day == 2026_06_03 && sms.cards == nil)
            // It became due at midnight; nobody's phone rings before eight.
            let morning = try shanghai(2026, 5, 28, hour: 8)
            #expect(sms.dueAt == morning)
            #expect(try await told.installation.runNotice(by: .sms) == false)
            told.world.clock.set(sms.dueAt)
            try await told.personal.work()
            let message = try #require(await told.sms.sent.last)
            #expect(message.phone == holder.contact && message.text.code == sms.code)
            let text = message.text.message(in: .chinese)
            #expect(text.contains("2026年6月3日") && text.contains(sms.code))
            for secret in [holder.name, holder.documentNumber, holder.contact, told.personal.watches[0]].compactMap(\.self) {
                #expect(!text.contains(secret))
            }
        }
    }

    @Test func `an agent gets one letter for all cards of units, to him and not to another`() async throws {
        try await unitCards(30) { told, job in
            try await sweepWhenIdle(told)
            let notices = try await notices(told, .idle)
            #expect(notices.map(\.channel.rawValue).sorted() == ["mail", "webhook"])
            #expect(notices.allSatisfy { $0.cards == 30 && $0.day == 2026_06_03 && $0.code.hasPrefix("SM-") })
            #expect(try await self.notices(told, .idle, as: job.clerk).count == 2)
            #expect(try await self.notices(told, .idle, as: job.otherClerk).isEmpty)
            told.world.clock.move(seconds: 601)
            try await told.personal.work()
            let letter = try #require(await told.mail.sent.last)
            #expect(letter.organisations == [job.agent.id, job.administrator.organisation])
            #expect(letter.text.letter(in: .english).body.contains("Cards: 30."))
            #expect(await told.webhook.sent.last?.organisations.first == job.agent.id)
            #expect(await told.sms.sent.isEmpty)
        }
    }

    @Test func `a sweep in many transactions is gathered into one letter, and told once`() async throws {
        var settings = Settings()
        settings.sweepCards = 4
        try await unitCards(10, settings: settings) { told, _ in
            try await sweepWhenIdle(told)
            #expect(try await notices(told, .idle).map(\.cards) == [10, 10])
            _ = try await told.installation.sweepAllLives()
            told.world.clock.move(seconds: 601)
            try await told.personal.work()
            _ = try await told.installation.sweepAllLives()
            #expect(try await notices(told, .idle).count == 2)
            #expect(await told.mail.sent.count == 1)
        }
    }

    @Test func `what comes after its letter was taken up goes with another one`() async throws {
        try await unitCards(4) { told, job in
            let stop = LifeWish(.stop, reason: .risk)
            _ = try await told.installation.changeLives(as: job.administrator, .numbers([job.iccids[0]]), stop)
            let first = try #require(try await notices(told, .stoppedRisk).first { $0.channel == .mail })
            _ = try await told.installation.store.write { session in
                try NoticeRecords.lease(first, until: told.world.clock.now().adding(seconds: 60), at: told.world.clock.now(), in: session)
            }
            _ = try await told.installation.changeLives(as: job.administrator, .numbers(Array(job.iccids[1...2])), stop)
            #expect(try await notices(told, .stoppedRisk).filter { $0.channel == .mail }.compactMap(\.cards).sorted() == [1, 2])
            #expect(try await notices(told, .stoppedRisk).filter { $0.channel == .webhook }.map(\.cards) == [3])
        }
    }

    @Test func `cards of no registration have a letter that says so`() async throws {
        try await unitCards(3) { told, job in
            let registration = try await job.installation.listRegistrations(
                as: job.clerk, state: nil, unit: nil, code: nil, before: nil, limit: 1
            )[0].registration.id
            _ = try await job.changed(registration, .end) { _ in }
            _ = try await told.installation.sweepAllLives()
            let letters = try await notices(told, .stoppedNoRealName)
            #expect(letters.count == 2 && letters.allSatisfy { $0.code == NoticeText.none && $0.cards == 3 })
        }
    }

    @Test func `cards that have not all one registration have one letter that says so, in one act and in several`() async throws {
        try await unitCards(4) { told, job in
            let registration = try await job.installation.listRegistrations(
                as: job.clerk, state: nil, unit: nil, code: nil, before: nil, limit: 1
            )[0].registration
            let end = try await job.handedInChange(registration.id, .end, cards: .numbers([job.iccids[0]])) { _ in }
            _ = try await job.installation.decideApplication(
                as: job.reviewer, end.application, version: end.version, verdict: .approve, reasons: [], note: nil)
            func stop(_ cards: Range<Int>, _ reason: StopReason) async throws {
                _ = try await told.installation.changeLives(
                    as: job.administrator, .numbers(Array(job.iccids[cards])), LifeWish(.stop, reason: reason))
            }
            try await stop(0..<4, .risk)
            try await stop(0..<1, .illegalUse)
            #expect(try await notices(told, .stoppedIllegalUse).map(\.code) == [NoticeText.none, NoticeText.none])
            try await stop(1..<2, .illegalUse)
            try await stop(1..<4, .arrears)
            for (kind, code, cards) in [
                (NoticeKind.stoppedRisk, NoticeText.various, Int64(4)), (.stoppedIllegalUse, NoticeText.various, 2),
                (.stoppedArrears, registration.code, 3),
            ] {
                let letters = try await notices(told, kind)
                #expect(letters.count == 2 && letters.allSatisfy { $0.code == code && $0.cards == cards }, "\(kind)")
            }
        }
    }

    @Test func `a stop is told at once, whatever the hour`() async throws {
        try await NoticeWorld.run { told in
            _ = try await told.personal.effective()
            try await activate(told, [told.personal.watches[0]])
            told.world.clock.set(try shanghai(2026, 3, 20, hour: 2))
            _ = try await told.installation.changeLives(
                as: told.personal.job.administrator, .numbers([told.personal.watches[0]]), LifeWish(.stop, reason: .arrears))
            let sms = try #require(try await notices(told, .stoppedArrears).first { $0.channel == .sms })
            #expect(sms.dueAt == told.world.clock.now() && sms.day == 2026_03_20)
        }
    }

    @Test func `who has given the card up meanwhile is told nothing of it`() async throws {
        try await NoticeWorld.run { told in
            let holder = PersonalJob.person(0)
            let person = try await told.personal.effective()
            try await activate(told, [told.personal.watches[0]])
            try await sweepWhenIdle(told)
            try await told.personal.work([.webhook])
            _ = try await told.installation.askForRelease(as: person, documentNumber: holder.documentNumber ?? "", in: .chinese)
            let ending = try #require(try await told.personal.waitingEnding())
            let passed = try await told.personal.decide(ending.id, .approve)
            _ = try await told.installation.recordCarrierReply(
                as: told.personal.job.reviewer, ending.id, version: passed.version, verdict: .accepted, receipt: "CM-101")
            told.world.clock.set(try shanghai(2026, 5, 28, hour: 9))
            try await told.personal.work([.sms])
            #expect(try await notices(told, .idle).first { $0.channel == .sms }?.state == .unaddressed)
            #expect(await told.sms.sent.allSatisfy { $0.text.kind != .idle })
        }
    }

    @Test func `where nobody is told nothing is written, though the card's own record says what was due`() async throws {
        try await withLives(cards: 3) { lives, _ in
            try await lives.change(.activate, [0, 1, 2])
            try await lives.sweep(at: 2026, 5, 28)
            let counts = try await lives.shiming.store.read { session in
                (try session.count("SELECT COUNT(*) FROM notice"), try session.count("SELECT COUNT(*) FROM life_notice"))
            }
            #expect(counts == (0, 3))
        }
    }

    @Test func `an act that is refused tells nobody`() async throws {
        try await unitCards(3) { told, job in
            _ = try await told.installation.changeLives(as: job.administrator, .numbers([job.iccids[0]]), LifeWish(.stop, reason: .risk))
            #expect(
                try await refusalCode {
                    _ = try await told.installation.changeLives(
                        as: job.administrator, .numbers(job.iccids), LifeWish(.stop, reason: .risk))
                } == "life-cards-refused")
            #expect(try await notices(told, .stoppedRisk).map(\.cards) == [1, 1])
        }
    }

    @Test func `which cards a letter is about is listed within one's scope, page by page`() async throws {
        try await unitCards(5) { told, job in
            try await sweepWhenIdle(told)
            let day = try #require(CivilDate(yyyymmdd: 2026_06_03))
            let first = try await told.installation.listLifeNotices(as: job.clerk, .idle, day: day, limit: 3)
            let rest = try await told.installation.listLifeNotices(as: job.clerk, .idle, day: day, after: first.next, limit: 3)
            #expect(Set((first.rows + rest.rows).map(\.subscription)).count == 5 && rest.next == nil)
            #expect(try await told.installation.listLifeNotices(as: job.clerk, .idle).rows.count == 5)
            #expect(try await told.installation.listLifeNotices(as: job.otherClerk, .idle, day: day).rows.isEmpty)
            #expect(try await told.installation.listLifeNotices(as: job.clerk, .cycleEnd).rows.isEmpty)
            #expect(try await told.installation.listLifeNotices(as: job.clerk, .idle, day: day.adding(days: 1)).rows.isEmpty)
        }
    }

    @Test func `many cards are told of by few statements`() async throws {
        func statements(_ cards: Int) async throws -> Int {
            let mail = ScriptedNotifier()
            let world = try await World.make(notifiers: Notifiers(webhook: mail, mail: mail), observing: true)
            let job = try await MainJob.prepare(in: world, cards: cards)
            _ = try await job.registered()
            _ = try await job.installation.changeLives(as: job.administrator, .batch(MainJob.batch), LifeWish(.activate))
            world.clock.set(try shanghai(2026, 5, 28))
            let store = try #require(world.installation.engine as? ObservingStore)
            let before = store.statementsRun
            _ = try await world.installation.sweepLives()
            let run = store.statementsRun - before
            await world.end()
            return run
        }
        let few = try await statements(20)
        #expect(try await statements(400) == few)
    }
}
