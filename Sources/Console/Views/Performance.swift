import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// How the hand-ins of an organisation and all below it fare, month by month.
    func performance() async throws -> Response {
        try principal().demand(.gapReport)
        let found = try await installation.readOrganisation(as: principal(), identifier())
        var page = ConsolePage(
            template: "performance", title: words("performance.of", ["name": found.name]),
            values: [
                "tabs": values(of: agentTabs, at: .organisations), "back": ConsoleLink.organisation(id).address, "organisation": found.name,
                "again": ConsoleLink.performance(id).address,
            ], section: agentTabs.first?.link)
        // Whoever may see it sees the same: it is counted once for all of them.
        guard let figures = try await console.countingPerformance.figures(for: principal().narrowed(to: found)) else {
            page.values["isPending"] = true
            return write(page)
        }
        page.values.merge(values(of: figures)) { $1 }
        return write(page)
    }

    private func values(of figures: AgentPerformance) -> [String: Any] {
        let highest = figures.months.map(\.line.handedIn).max() ?? 0
        let own = line(words["performance.own"], figures.own)
        return [
            "counted": words.time(figures.countedAt), "isEmpty": figures.total.handedIn == 0, "total": [line("", figures.total)],
            "months": figures.months.enumerated().map { place, month in
                line(month.month.text, month.line).merging(column(place, month.month, month.line.handedIn, of: highest)) { $1 }
            },
            "hasBelow": !figures.below.isEmpty,
            "below": (figures.own.handedIn > 0 ? [own] : [])
                + figures.below.map { below in
                    line(below.name, below.line).merging(
                        ["leads": [["href": ConsoleLink.performance(below.organisation.description).address]]]
                    ) { $1 }
                },
        ]
    }

    private func line(_ name: String, _ line: AgentPerformance.Line) -> [String: Any] {
        [
            "name": name, "handedIn": grouped(line.handedIn), "approved": grouped(line.approved), "sentBack": grouped(line.sentBack),
            "refused": grouped(line.refused), "rate": line.refusalRate.map(percent) ?? "–",
            "width": String(Int(((line.refusalRate ?? 0) * 160).rounded(.down))), "doubted": grouped(line.doubted),
            "doubtRate": line.doubtRate.map(percent) ?? "–", "decidedIn": [times(line.decidedIn)], "mendedIn": [times(line.mendedIn)],
        ]
    }
}

extension Principal {
    /// The same person, looking at one organisation within reach and all below it.
    fileprivate func narrowed(to organisation: OrganisationRecord) -> Principal {
        Principal(
            account: account, organisation: self.organisation, permissions: permissions,
            scope: .subtree(organisation: organisation.id, path: organisation.path), means: means, session: session)
    }
}
