import Numbers
import Records
import Registry

/// How many cards there are and for how many somebody answers: at one moment, as far as one sees.
package struct CardFigures: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var cards: Int64 = 0
        package var registered: Int64 = 0

        package init(cards: Int64 = 0, registered: Int64 = 0) {
            self.cards = cards
            self.registered = registered
        }
    }

    /// A month of China's calendar, `yyyy` and 1 to 12.
    package struct Month: Hashable, Comparable, Sendable {
        package let year: Int
        package let month: Int

        package init(year: Int, month: Int) {
            self.year = year
            self.month = month
        }

        package static func < (left: Month, right: Month) -> Bool { (left.year, left.month) < (right.year, right.month) }
    }

    package let countedAt: Instant
    package let total: Line
    package let byCarrier: [Carrier: Line]
    /// In whose hands they are, with its name.
    package let byOrganisation: [OrganisationID: Line]
    package let names: [OrganisationID: String]
    /// By what they are: agents, halls, the operating company itself.
    package let byKind: [OrganisationKind: Line]
    /// Cards that were registered, by month and the way they came.
    package let byMonth: [Month: [Channel: Int64]]

    package init(
        countedAt: Instant, total: Line, byCarrier: [Carrier: Line], byOrganisation: [OrganisationID: Line],
        names: [OrganisationID: String], byKind: [OrganisationKind: Line] = [:], byMonth: [Month: [Channel: Int64]]
    ) {
        self.countedAt = countedAt
        self.total = total
        self.byCarrier = byCarrier
        self.byOrganisation = byOrganisation
        self.names = names
        self.byKind = byKind
        self.byMonth = byMonth
    }
}

extension Installation {
    /// How far back months are counted.
    private static let figureDays: Int64 = 366

    /// Looks at every card within scope, which takes seconds for a million: whoever shows it keeps it for a while. Needs `gap-report:read`.
    package func countCards(as principal: Principal) async throws -> CardFigures {
        let now = now()
        return try await counting(as: principal, needs: .gapReport) { session in
            let counts = try FigureRecords.cards(scope: principal.scope, at: now, in: session)
            let registered = try FigureRecords.registered(
                scope: principal.scope, since: now.adding(seconds: -Self.figureDays * 86_400), in: session)
            var total = CardFigures.Line()
            var carriers: [Carrier: CardFigures.Line] = [:]
            var organisations: [OrganisationID: CardFigures.Line] = [:]
            for count in counts {
                total.add(count)
                carriers[count.carrier, default: CardFigures.Line()].add(count)
                organisations[count.organisation, default: CardFigures.Line()].add(count)
            }
            var months: [CardFigures.Month: [Channel: Int64]] = [:]
            for count in registered {
                let day = CivilDate(shanghai: Instant(milliseconds: count.day * 86_400_000 - 28_800_000))
                months[CardFigures.Month(year: day.year, month: day.month), default: [:]][count.channel, default: 0] += count.cards
            }
            var names: [OrganisationID: String] = [:]
            var kinds: [OrganisationKind: CardFigures.Line] = [:]
            for (id, line) in organisations {
                guard let found = try OrganisationRecords.find(id, within: principal.scope, in: session) else { continue }
                names[id] = found.name
                kinds[found.kind, default: CardFigures.Line()].add(line)
            }
            return CardFigures(
                countedAt: now, total: total, byCarrier: carriers, byOrganisation: organisations, names: names, byKind: kinds,
                byMonth: months)
        }
    }
}

extension CardFigures.Line {
    fileprivate mutating func add(_ count: CardCount) {
        cards += count.cards
        registered += count.registered
    }

    fileprivate mutating func add(_ line: CardFigures.Line) {
        cards += line.cards
        registered += line.registered
    }
}
