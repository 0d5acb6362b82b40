import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// How many cards there are and for how many somebody answers; each chart has its table.
    func figures() async throws -> Response {
        try principal().demand(.gapReport)
        guard let figures = try await console.counting.figures(for: principal()) else {
            return write(ConsolePage(template: "figures", title: words["figures.title"], values: ["isPending": true], section: .figures))
        }
        let carriers = figures.byCarrier.sorted { $0.value.cards > $1.value.cards }
        let organisations = figures.byOrganisation.sorted { $0.value.cards > $1.value.cards }
        let kinds = figures.byKind.sorted { $0.value.cards > $1.value.cards }
        let registeredInAll: Int64 = Channel.allCases.reduce(0) { $0 + registered(figures, by: $1) }
        return write(
            ConsolePage(
                template: "figures", title: words["figures.title"],
                values: [
                    "counted": words.time(figures.countedAt), "isEmpty": figures.total.cards == 0,
                    "total": line(words["figures.sum"], figures.total),
                    "carriers": carriers.map { line(carrierName($0.key), $0.value) },
                    "organisations": organisations.map { line(figures.names[$0.key] ?? words["figures.unknown"], $0.value) },
                    "kinds": kinds.map { line(words["organisationKind.\($0.key.rawValue)"], $0.value) },
                    "channels": Channel.allCases.map { ["name": words["channel.\($0.rawValue)"]] },
                    "channelSums": Channel.allCases.map { ["cards": grouped(registered(figures, by: $0))] },
                    "monthsSum": grouped(registeredInAll),
                    "months": months(figures), "hasMonths": !figures.byMonth.isEmpty,
                ], section: .figures))
    }

    /// One row of a table of figures.
    func line(_ name: String, _ line: CardFigures.Line) -> [String: Any] {
        let share = line.cards == 0 ? 0 : Double(line.registered) / Double(line.cards)
        return [
            "name": name, "cards": grouped(line.cards), "registered": grouped(line.registered), "rate": percent(share),
            "width": String(Int((share * 160).rounded(.down))),
        ]
    }

    /// A column a month, as high as its share of the highest.
    private func months(_ figures: CardFigures) -> [[String: Any]] {
        let months = figures.byMonth.sorted { $0.key < $1.key }
        let highest = months.map { $0.value.values.reduce(0, +) }.max() ?? 0
        return months.enumerated().map { place, month in
            let sum = month.value.values.reduce(0, +)
            let height = highest == 0 ? 0 : Int((Double(sum) / Double(highest) * 120).rounded())
            let number = month.key.month < 10 ? "0\(month.key.month)" : "\(month.key.month)"
            return [
                "name": "\(month.key.year)-\(number)", "sum": grouped(sum), "x": String(place * 48 + 8),
                "middle": String(place * 48 + 24), "y": String(130 - height), "above": String(126 - height), "height": String(height),
                "channels": Channel.allCases.map { ["cards": grouped(month.value[$0] ?? 0)] },
            ]
        }
    }

    /// In all months that are counted.
    private func registered(_ figures: CardFigures, by channel: Channel) -> Int64 {
        figures.byMonth.values.reduce(0) { $0 + ($1[channel] ?? 0) }
    }

    /// Behind what it adds to, in the brackets of the language.
    func bracketed(_ text: String) -> String { words["common.open"] + text + words["common.close"] }

    /// In groups of three, as in tables.
    func grouped(_ number: Int64) -> String {
        let digits = String(number)
        return String(
            digits.enumerated().flatMap { place, digit -> [Character] in
                place > 0 && (digits.count - place).isMultiple(of: 3) ? [",", digit] : [digit]
            })
    }

    /// Rounded, but never 100% while one card is missing.
    func percent(_ share: Double) -> String {
        let share = share < 1 ? min(share + 0.000_5, 0.999) : share
        let tenths = Int((share * 1_000).rounded(.down))
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
