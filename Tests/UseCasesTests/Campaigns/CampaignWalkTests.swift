import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("Back-registration, R-25-24")
struct CampaignWalkTests {
    @Test func `two notices, half registered, the rest stopped once, and a late registration clears only that`() async throws {
        var settings = Settings()
        settings.sweepCards = 30
        settings.campaignCards = 70
        try await CampaignSteps.run(cards: 200, agent: 120, other: 60, settings: settings) { steps in
            let campaign = try await steps.make()
            #expect(campaign.state == .planned && campaign.code.hasPrefix("BR-"))
            try await steps.run()
            #expect(try await steps.stored(campaign).state == .running)
            #expect(try await steps.counts(campaign).map(\.lacking) == [20, 120, 60])
            #expect(try await steps.letters().compactMap(\.cards).sorted() == [20, 60, 120])
            try await steps.run(at: 2026, 3, 20)
            #expect(try await steps.letters().count == 3)

            try await steps.register(0..<100)
            let waiting = try await steps.register(120..<125, by: steps.job.otherClerk, deciding: false)
            try await steps.run(at: 2026, 3, 25)
            #expect(try await steps.letters().compactMap(\.cards).sorted() == [20, 20, 20, 60, 60, 120])
            try await steps.run(at: 2026, 4, 1, hour: 23)
            #expect(try await steps.stops() == (0, 0))

            // Between any two batches the server may be killed: what is done is noted with it.
            steps.world.clock.set(try shanghai(2026, 4, 2))
            while try await steps.stops().cards == 0 { #expect(try await steps.shiming.runCampaign()) }
            #expect(try await steps.stops() == (20, 20))
            try await steps.run()
            #expect(try await steps.stops() == (95, 95))
            #expect(try await steps.standing(0).serves)
            #expect(try await steps.standing(122).serves)
            #expect(try await steps.standing(110) == LifeStanding(.active, StopReasons([.noRealName])))
            #expect(try await steps.life(110).intents.map(\.command) == [.stop])
            let counts = try await steps.counts(campaign)
            #expect(counts.map(\.stopped) == [20, 20, 55] && counts.map(\.mended) == [0, 100, 0])
            #expect(try await steps.stored(campaign).state == .running)

            try await steps.decide(waiting)
            steps.world.clock.move(seconds: 3_600)
            try await steps.run()
            #expect(try await steps.stored(campaign).state == .ended)
            #expect(try await steps.standing(122).serves)

            _ = try await steps.shiming.changeLives(
                as: steps.job.administrator, .numbers([steps.cards[110]]), LifeWish(.stop, reason: .risk))
            try await steps.register(110..<112)
            _ = try await steps.shiming.sweepAllLives()
            #expect(try await steps.standing(110) == LifeStanding(.active, StopReasons([.risk])))
            #expect(try await steps.standing(111).serves)
            #expect(try await steps.counts(campaign).map(\.stopped) == [20, 20, 55])
            _ = try await steps.shiming.sequenceTrail()
            #expect(try await steps.shiming.checkStore().findings == [])
        }
    }

    @Test func `of two servers that run it at once each does what the other has not`() async throws {
        var settings = Settings()
        settings.sweepCards = 10
        try await CampaignSteps.run(cards: 60, settings: settings) { steps in
            try await steps.make()
            try await steps.run()
            steps.world.clock.set(try shanghai(2026, 4, 2))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { try await steps.run() } }
                try await group.waitForAll()
            }
            #expect(try await steps.stops() == (60, 60))
        }
    }

    @Test func `a case that is refused after the deadline is stopped when it is looked at again`() async throws {
        try await CampaignSteps.run(cards: 3, agent: 3) { steps in
            let campaign = try await steps.make()
            try await steps.run()
            let handed = try await steps.register(0..<1, deciding: false)
            try await steps.run(at: 2026, 4, 2)
            #expect(try await steps.stops() == (2, 2))
            try await steps.decide(handed, .refuse)
            try await steps.run()
            #expect(try await steps.stops() == (2, 2))
            steps.world.clock.move(seconds: 3_600)
            try await steps.run()
            #expect(try await steps.stops() == (3, 3))
            #expect(try await steps.stored(campaign).state == .ended)
        }
    }

    @Test func `without a stop nothing is stopped, whatever is lacked`() async throws {
        for gap in Gap.allCases {
            try await CampaignSteps.run(cards: 3, agent: 3) { steps in
                let campaign = try await steps.make {
                    $0.gap = gap
                    $0.stops = false
                }
                try await steps.run()
                try await steps.run(at: 2026, 4, 2)
                #expect(try await steps.stored(campaign).state == .ended)
                #expect(try await steps.stops() == (0, 0))
                #expect(try await steps.counts(campaign).map(\.lacking) == [3])
            }
        }
    }

    @Test func `a card whose unit was known is not among those without a holder`() async throws {
        try await CampaignSteps.run(cards: 2, agent: 2, heading: "ICCID,单位名称,凭证", rest: ",虚构物联有限公司,无") { steps in
            let holders = try await steps.make()
            let evidence = try await steps.make {
                $0.gap = .evidence
                $0.stops = false
            }
            try await steps.run()
            #expect(try await steps.counts(holders).isEmpty)
            #expect(try await steps.counts(evidence).map(\.cards) == [2])
            try await steps.run(at: 2026, 4, 2)
            #expect(try await steps.stops() == (0, 0))
        }
    }

    @Test func `it is about the cards of a carrier, a product and a subtree, and about those it began with`() async throws {
        try await CampaignSteps.run(cards: 10, agent: 6, other: 4) { steps in
            let agent = try await steps.make { $0.organisation = steps.job.agent.id }
            let telecom = try await steps.make { $0.carrier = .telecom }
            let mobile = try await steps.make { $0.carrier = .mobile }
            let product = try await steps.make(product: "directed-30m")
            try await steps.run()
            #expect(try await steps.counts(agent).map(\.cards) == [6])
            #expect(try await steps.counts(telecom).isEmpty)
            #expect(try await steps.counts(mobile).map(\.cards) == [6, 4])
            #expect(try await steps.counts(product).map(\.cards) == [6, 4])
            let file = "ICCID\n\(MainJob.iccid(399_999))\n"
            _ = try await steps.shiming.createIntake(
                as: steps.job.administrator, IntakeRequest(kind: .existing, batch: "later", product: "directed-30m"),
                body: OneChunk(Array(file.utf8)))
            while try await steps.shiming.runNextIntake() {}
            try await steps.run(at: 2026, 4, 2)
            #expect(try await steps.counts(mobile).map(\.cards) == [6, 4])
            #expect(try await steps.stops() == (10, 10))
        }
    }

    @Test func `where no server ran for weeks, people are told before anything is stopped`() async throws {
        try await CampaignSteps.run(cards: 4, agent: 4) { steps in
            try await steps.make { $0.noticeDays = [7] }
            try await steps.run(at: 2026, 4, 10, hour: 9)
            #expect(try await steps.letters().map(\.day) == [2026_04_17])
            #expect(try await steps.stops() == (0, 0))
            try await steps.run(at: 2026, 4, 17, hour: 23)
            #expect(try await steps.stops() == (0, 0))
            try await steps.run(at: 2026, 4, 18)
            #expect(try await steps.stops() == (4, 4))
            #expect(try await steps.letters().count == 1)
        }
    }

    @Test func `a letter says how many, until when, what follows and where to look, and nothing of any card`() async throws {
        try await CampaignSteps.run(cards: 4, agent: 4) { steps in
            let campaign = try await steps.make()
            try await steps.run()
            while try await steps.shiming.runNotice(by: .mail) {}
            let sent = try #require(await steps.mail.sent.first)
            #expect(sent.organisations.first == steps.job.agent.id)
            let letters = [sent.text.letter(in: .english).body, sent.text.letter(in: .chinese).body]
            for (letter, words) in zip(letters, [["Cards: 4.", "1 April 2026", "stopped"], ["共 4 张", "2026年4月1日", "停机"]]) {
                // The link leads to the campaign's page in the console, where its reader sees his own cards.
                let places = [campaign.code, "shiming campaign cards", CampaignSteps.site + "/console/campaigns/" + campaign.code]
                for word in words + places { #expect(letter.contains(word), "\(letter)") }
                for card in steps.cards { #expect(!letter.contains(card)) }
            }
        }
    }

    @Test func `links for the cards that lack it are given out in one go, and only for those`() async throws {
        var settings = Settings()
        settings.entranceCardsMax = 3
        try await CampaignSteps.run(cards: 7, agent: 6, other: 1, settings: settings) { steps in
            let campaign = try await steps.make()
            try await steps.run()
            try await steps.register(0..<1)
            let first = try await steps.shiming.issueCampaignEntrances(
                as: steps.job.clerk, code: campaign.code, .link, days: 30, deviceType: nil)
            let rest = try await steps.shiming.issueCampaignEntrances(
                as: steps.job.clerk, code: campaign.code, .link, days: 30, deviceType: nil, after: first.next)
            #expect((first.issued + rest.issued).map(\.iccid) == Array(steps.cards[1..<6]))
            #expect(rest.next == nil)
        }
    }

    @Test func `campaigns go on behind the last of a page, the newest first`() async throws {
        try await CampaignSteps.run(cards: 1) { steps in
            let first = try await steps.make()
            steps.world.clock.move(seconds: 1)
            let second = try await steps.make()
            let page = try await steps.shiming.listCampaigns(as: steps.job.administrator, limit: 1)
            #expect(page.rows.map(\.campaign.id) == [second.id])
            let rest = try await steps.shiming.listCampaigns(as: steps.job.administrator, before: try #require(page.next), limit: 1)
            #expect(rest.rows.map(\.campaign.id) == [first.id] && rest.next == nil)
            #expect(try await steps.shiming.listCampaigns(as: steps.job.administrator, before: first.id).rows.isEmpty)
        }
    }
}
