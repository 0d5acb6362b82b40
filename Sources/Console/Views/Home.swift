import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// What waits for this person, and where the work is.
    func home() async throws -> Response {
        let principal = try principal()
        let own = try await installation.readSession(as: principal)
        var waiting: [[String: Any]] = []
        if may(.registrationReview) {
            waiting.append(try await waitingCases(.submitted, "home.toReview"))
            waiting.append(try await waitingCases(.awaitingSecondReview, "home.secondReview"))
            waiting.append(try await waitingCases(.awaitingThirdReview, "home.thirdReview"))
            waiting.append(try await waitingCases(.awaitingSecondApproval, "home.secondApproval"))
            if mayLookAgain { waiting.append(try await waitingReAudits()) }
        } else if may(.registrationRead) {
            // Whoever decides nothing wants to know how long it takes all the same.
            waiting.append(try await waitingCases(.submitted, "home.inReview"))
        }
        if may(.exportApprove) {
            let count = try await installation.countExports(as: principal, most: 101)
            waiting.append([
                "name": words["home.exports"], "count": count > 100 ? words("common.moreThan", ["n": "100"]) : String(count),
                "isSome": count > 0, "href": ConsoleLink.exports.address + "?state=\(ExportState.asked.rawValue)",
            ])
        }
        if may(.registrationWrite) {
            waiting.append(try await waitingCases(.sentBack, "home.sentBack", at: .drafts))
            waiting.append(try await waitingCases(.draft, "home.drafts", at: .drafts))
        }
        if may(.registrationRead) {
            waiting.append(try await waitingCases(.awaitingCarrier, "home.awaitingCarrier"))
        }
        let work = may(.cardControl) && principal.scope == .everything ? try await installation.listCarrierWork(as: principal) : []
        let alerts = try await alerts(work)
        let owed = owed(work)
        var values: [String: Any] = [
            "organisation": own.organisation.name, "login": own.account.login ?? "",
            "roles": own.account.roles.map { words["role.\($0.rawValue)"] }.joined(separator: words["common.comma"]),
            "waiting": waiting, "mayReview": may(.registrationReview), "mayTakeIn": mayTakeIn,
            "begin": may(.registrationWrite) ? [ConsoleLink.drafts.address] : [], "maySearch": may(.cardRead),
            "atCounter": mayStandAtCounter ? [ConsoleLink.counter.address] : [],
            "alerts": alerts, "hasAlerts": !alerts.isEmpty, "owed": owed, "hasOwed": !owed.isEmpty,
            "expiries": try await coming(), "hasExpiries": may(.registrationRead),
            "expiriesTitle": words("home.expiries", ["n": String(installation.settings.expiryWarningDays)]),
            "expiriesHref": ConsoleLink.expiries.address,
        ]
        if may(.gapReport) {
            values["hasTotals"] = true
            if let totals = await totals() { values["totals"] = totals }
        }
        return write(ConsolePage(template: "home", title: words["home.title"], values: values, section: .home))
    }

    private func waitingReAudits() async throws -> [String: Any] {
        let most: Int64 = 100
        let found = try await installation.countReAudits(as: principal(), most: Int(most) + 1)
        var values: [String: Any] = [
            "name": words["home.again"], "count": found.count > most ? words("common.moreThan", ["n": String(most)]) : String(found.count),
            "isSome": found.count > 0, "href": ConsoleLink.reAudits.address,
        ]
        if let since = found.since { values["since"] = ["at": words.time(since), "age": age(from: since, to: installation.now())] }
        return values
    }

    /// How many wait, up to a page of them, and since when.
    private func waitingCases(_ state: ApplicationState, _ name: String, at list: ConsoleLink = .queue) async throws -> [String: Any] {
        let most: Int64 = 100
        let found = try await installation.countApplications(as: principal(), in: state, most: Int(most) + 1)
        var values: [String: Any] = [
            "name": words[name], "count": found.count > most ? words("common.moreThan", ["n": String(most)]) : String(found.count),
            "isSome": found.count > 0, "href": list.address + "?state=\(state.rawValue)",
        ]
        if let since = found.since { values["since"] = ["at": words.time(since), "age": age(from: since, to: installation.now())] }
        return values
    }
}
