import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("What a list of cards is narrowed to")
struct CardFilterTests {
    private static func found(_ job: MainJob, _ filter: CardFilter, as principal: Principal? = nil) async throws -> [String] {
        let page = try await job.installation.listCards(as: principal ?? job.administrator, filter: filter, limit: 100)
        #expect(page.next == nil, "\(filter)")
        return page.rows.map(\.card.iccid)
    }

    @Test func `cards are found by their service and by each reason for which they are stopped`() async throws {
        try await withLives(cards: 4) { lives, _ in
            let job = lives.job
            try await lives.change(.activate, [0, 1, 2])
            try await lives.change(.stop, [0, 1], reason: .risk)
            try await lives.change(.stop, [1], reason: .ownerAsked, as: job.clerk)
            try await lives.change(.cancel, [2])
            let filters: [(CardFilter, [Int])] = [
                (CardFilter(state: .active), [0, 1]), (CardFilter(state: .stock), [3]), (CardFilter(state: .cancelling), [2]),
                (CardFilter(state: .cancelled), []), (CardFilter(stop: .risk), [0, 1]), (CardFilter(stop: .ownerAsked), [1]),
                (CardFilter(stop: .arrears), []), (CardFilter(state: .stock, stop: .risk), []),
                (CardFilter(isRegistered: true, state: .active, stop: .ownerAsked), [1]),
            ]
            for (filter, cards) in filters {
                for someone in [job.administrator, job.clerk] {
                    #expect(try await Self.found(job, filter, as: someone) == cards.map { job.iccids[$0] }, "\(filter)")
                }
                #expect(try await Self.found(job, filter, as: job.otherClerk).isEmpty, "\(filter)")
            }
        }
    }

    @Test func `cards of a carrier are sought where its products came in, and in a later page's reach`() async throws {
        var settings = Settings()
        settings.pageCardsLookedMax = 300
        try await withWorld(settings: settings) { world in
            let job = try await MainJob.prepare(in: world, cards: 400)
            try await job.addProduct("telecom-30m", .directed, monthlyMegabytes: 30, carrier: .telecom)
            try await job.addProduct("telecom-none", .directed, monthlyMegabytes: 30, carrier: .telecom)
            let theirs = (1...3).map { MainJob.iccid($0, of: .telecom) }
            try await job.stock(theirs, batch: "T", product: "telecom-30m")
            // More cards stand before them than one page looks at.
            #expect(try await Self.found(job, CardFilter(carrier: .telecom)) == theirs)
            #expect(try await Self.found(job, CardFilter(product: ProductCode("telecom-30m"), carrier: .telecom)) == theirs)
            #expect(try await Self.found(job, CardFilter(product: ProductCode("directed-30m"), carrier: .telecom, province: 11)).isEmpty)
            #expect(try await Self.found(job, CardFilter(carrier: .telecom), as: job.clerk).isEmpty)
            for none in [CardFilter(carrier: .unicom), CardFilter(product: ProductCode("telecom-none"), carrier: .telecom)] {
                #expect(try await Self.found(job, none).isEmpty, "\(none)")
            }
        }
    }

    @Test func `a unit's cards are found by who may read its registrations, and of others' nobody learns whose they are`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 4)
            let begun = try await job.registered(cards: .numbers(Array(job.iccids[0...1])))
            let unit = try #require(try await job.installation.readRegistration(as: job.clerk, begun.registration).registration.unit)
            let filter = CardFilter(unit: unit)
            for someone in [job.administrator, job.clerk] {
                #expect(try await Self.found(job, filter, as: someone) == Array(job.iccids[0...1]))
            }
            // The other agent gets a card of it into its hands: it sees the card, and no more.
            _ = try await job.installation.recallCards(as: job.administrator, .numbers([job.iccids[0]]))
            _ = try await job.installation.allocateCards(as: job.administrator, .numbers([job.iccids[0]]), to: job.otherAgent.id)
            #expect(try await Self.found(job, CardFilter(), as: job.otherClerk) == [job.iccids[0]])
            #expect(try await Self.found(job, filter, as: job.otherClerk).isEmpty)
            // Nor by how far a page had to look.
            let page = try await job.installation.listCards(as: job.otherClerk, filter: filter)
            #expect(page.rows.isEmpty && page.next == nil)
            #expect(try await Self.found(job, CardFilter(unit: PartyID(high: 1, low: 1))).isEmpty)
            var permissions = job.clerk.permissions
            permissions.remove(.registrationRead)
            let seller = Principal(
                account: AccountID(high: 9, low: 7), organisation: job.agent.id, permissions: permissions, scope: job.clerk.scope,
                means: .session)
            await #expect(throws: Refusal.notPermitted) { try await Self.found(job, filter, as: seller) }
            #expect(try await Self.found(job, CardFilter(), as: seller).count == 3)
            var wish = ExportWish(.cards, reason: "季度对账")
            wish.cards = filter
            let asked = wish
            await #expect(throws: Refusal.notPermitted) { try await job.installation.askForExport(as: seller, asked) }
        }
    }

    @Test func `an export keeps every part of its filter`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            var wish = ExportWish(.cards, reason: "季度对账")
            wish.cards = CardFilter(
                batch: MainJob.batch, organisation: job.agent.id, product: ProductCode("directed-30m"), carrier: .mobile, province: 31,
                isRegistered: false, state: .stock, stop: .risk, unit: PartyID(high: 1, low: 2))
            let asked = try await job.installation.askForExport(as: job.clerk, wish)
            #expect(asked.cardFilter == wish.cards)
        }
    }
}
