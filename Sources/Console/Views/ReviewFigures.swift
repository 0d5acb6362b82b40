import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// What one decided oneself, month by month.
    func ownReviewFigures() async throws -> Response {
        let figures = try await installation.reviewFigures(as: principal())
        return write(
            reviewFigures(
                figures, words["reviewFigures.title"], back: .queue, words["reviewFigures.back"], none: words["reviewFigures.none"],
                section: .queue))
    }

    /// What a member of staff decided, for whoever answers for staff.
    func staffFigures() async throws -> Response {
        let account = try await installation.readAccount(as: principal(), identifier())
        let figures = try await installation.reviewFigures(as: principal(), of: account.id)
        let name = account.login ?? words("staff.unnamed", ["id": String(account.id.description.suffix(6))])
        return write(
            reviewFigures(
                figures, words("reviewFigures.of", ["name": name]), back: .staffMember(account.id.description),
                words["reviewFigures.backToAccount"], none: words["reviewFigures.noneOfTheirs"], section: agentTabs.first?.link))
    }

    private func reviewFigures(
        _ figures: ReviewFigures, _ title: String, back: ConsoleLink, _ backName: String, none: String, section: ConsoleLink?
    ) -> ConsolePage {
        let highest = figures.months.map(\.decided).max() ?? 0
        return ConsolePage(
            template: "review-figures", title: title,
            values: [
                "back": back.address, "backName": backName, "none": none, "counted": words.time(figures.countedAt), "isEmpty": highest == 0,
                "months": figures.months.enumerated().map { place, month -> [String: Any] in
                    let line: [String: Any] = [
                        "name": month.month.text, "approved": grouped(month.approved), "sentBack": grouped(month.sentBack),
                        "refused": grouped(month.refused), "sum": grouped(month.decided), "corrected": grouped(month.corrected),
                        "disputed": grouped(month.disputed), "reAudited": grouped(month.reAudited), "kept": grouped(month.kept),
                        "overturned": grouped(month.overturned), "waited": [times(month.waited)], "held": [times(month.held)],
                    ]
                    return line.merging(column(place, month.month, month.decided, of: highest)) { $1 }
                },
            ], section: section)
    }

    /// A column of a chart, as high as its share of the highest.
    func column(_ place: Int, _ month: CardFigures.Month, _ count: Int64, of highest: Int64) -> [String: Any] {
        let height = highest == 0 ? 0 : Int((Double(count) / Double(highest) * 110).rounded())
        return [
            "short": String(month.text.suffix(2)), "x": String(place * 72 + 8), "middle": String(place * 72 + 32),
            "y": String(130 - height),
            "above": String(124 - height), "height": String(height),
        ]
    }

    func times(_ spread: Spread?) -> [String: Any] {
        ["median": spread.map { span($0.median) } ?? "–", "ninetieth": spread.map { span($0.ninetieth) } ?? "–"]
    }

    /// How long something took, as coarse as it is long.
    private func span(_ seconds: Int64) -> String {
        seconds < 60
            ? words("age.seconds", ["n": String(seconds)])
            : age(from: Instant(milliseconds: 0), to: Instant(milliseconds: 0).adding(seconds: seconds))
    }
}
