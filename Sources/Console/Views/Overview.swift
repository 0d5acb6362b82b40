import Foundation
import Hummingbird
import Numbers
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// More than so many are not counted for the overview.
    private static let most = 100
    private static let purgeDays: Int64 = 7

    /// What needs somebody now, each with the page where something can be done about it; only what this person may open.
    func alerts(_ work: [CarrierWork]) async throws -> [[String: Any]] {
        var alerts = resting(work)
        if seat?.scope == .everything, may(.cardControl) { alerts += try await waitingOperation(work) }
        if may(.noticeRetry) { alerts += try await failedNotices() }
        if may(.webhookManage) { alerts += try await deadEvents() }
        if may(.gapReport) { alerts += try await lacking() }
        if may(.registrationWrite) { alerts += try await purges() }
        return alerts
    }

    private func alert(_ text: String, _ hint: String? = nil, at address: String) -> [String: Any] {
        ["text": text, "hint": hint.map { [$0] } ?? [], "href": address]
    }

    private func counted(_ count: Int) -> String {
        count > Self.most ? words("common.moreThan", ["n": String(Self.most)]) : String(count)
    }

    /// Carriers that are left alone for a while, as they did not answer.
    private func resting(_ work: [CarrierWork]) -> [[String: Any]] {
        let now = installation.now()
        return work.compactMap { work in
            guard let until = work.restsUntil, until > now else { return nil }
            return alert(
                words("home.resting", ["carrier": carrierName(work.carrier)]), words("carriers.restsUntil", ["time": words.time(until)]),
                at: ConsoleLink.carriers.address)
        }
    }

    private func waitingOperation(_ work: [CarrierWork]) async throws -> [[String: Any]] {
        var alerts: [[String: Any]] = []
        let byHand = work.reduce(0) { $0 + ($1.counts[.byHand] ?? 0) }
        if byHand > 0 {
            alerts.append(
                alert(
                    words("home.byHandAlert", ["n": String(byHand)]),
                    at: ConsoleLink.carriers.address + "?state=\(IntentState.byHand.rawValue)"))
        }
        let cases = try await installation.listLifeCases(as: principal(), limit: Self.most, countsCards: false)
        if let oldest = cases.rows.first {
            alerts.append(
                alert(
                    words("home.lifeCaseAlert", ["n": counted(cases.rows.count + (cases.next == nil ? 0 : 1))]), since(oldest.openedAt),
                    at: ConsoleLink.lifeCases.address))
        }
        return alerts
    }

    /// Notices that reached nobody.
    private func failedNotices() async throws -> [[String: Any]] {
        try await [NoticeState.givenUp, .refused].asyncCompactMap { state in
            let found = try await installation.listNotices(as: principal(), state: state, limit: Self.most)
            guard let last = found.rows.first else { return nil }
            let count = counted(found.rows.count + (found.next == nil ? 0 : 1))
            return alert(
                words("home.notices-\(state.rawValue)", ["n": count]), words("home.last", ["time": words.time(last.happenedAt)]),
                at: ConsoleLink.notices.address + "?state=\(state.rawValue)")
        }
    }

    /// Programs that are not told, and what they missed.
    private func deadEvents() async throws -> [[String: Any]] {
        let webhooks = try await installation.listWebhooks(as: principal(), limit: 20).rows
        return try await webhooks.asyncCompactMap { webhook in
            let stored = webhook.stored
            let address = ConsoleLink.webhook(stored.id.description).address
            // One host may take the events at several places.
            let url = URL(string: stored.url)
            let port = url?.port.map { ":\($0)" } ?? ""
            let place = url?.host.map { $0 + port + (url?.path ?? "") } ?? words["common.outOfReach"]
            if !webhook.isAnothers {
                let dead = try await installation.listWebhookEvents(as: principal(), of: stored.id, state: .dead, limit: Self.most)
                if !dead.rows.isEmpty {
                    let count = counted(dead.rows.count + (dead.next == nil ? 0 : 1))
                    return alert(words("home.deadEvents", ["n": count, "host": place]), at: address)
                }
            }
            guard stored.state != .paused, let since = stored.failingSince else { return nil }
            return alert(words("home.webhookFailing", ["host": place]), self.since(since), at: address)
        }
    }

    /// Cards in service that lack somebody: counted at most once an hour, and not waited for.
    private func lacking() async throws -> [[String: Any]] {
        // A count that failed is not begun anew by every look; the page of the gaps, which counts for itself, tells why.
        guard let counts = try? await console.countingGaps.figures(for: principal(), patience: .milliseconds(200)) else { return [] }
        return Gap.allCases.compactMap { gap in
            guard let count = counts.lacking[gap], count > 0 else { return nil }
            return alert(
                words("home.lacking", ["n": String(count), "gap": words["gap.\(gap.rawValue)"]]),
                at: ConsoleLink.gaps.address + "?lacks=\(gap.rawValue)")
        }
    }

    /// What is destroyed soon, as nobody hands it in.
    private func purges() async throws -> [[String: Any]] {
        let found = try await installation.countPurges(as: principal(), withinDays: Self.purgeDays, most: Self.most + 1)
        guard let first = found.first else { return [] }
        return [
            alert(
                words("home.purges", ["n": counted(Int(found.count)), "days": String(Self.purgeDays)]),
                words("home.firstOn", ["time": words.time(first)]),
                at: ConsoleLink.drafts.address)
        ]
    }

    private func since(_ moment: Instant) -> String {
        words("home.sinceAge", ["time": words.time(moment), "age": age(from: moment, to: installation.now())])
    }

    // MARK: How many there are

    /// All cards within reach and how many are registered: counted at most once an hour, and hardly waited for. Nil while they are counted.
    func totals() async -> [String: Any]? {
        // A count that failed is told on its own page.
        guard let figures = try? await console.counting.figures(for: principal(), patience: .milliseconds(200)) else { return nil }
        return line(words["figures.sum"], figures.total).merging(["counted": words.time(figures.countedAt)]) { $1 }
    }

    // MARK: What carriers owe us

    func owed(_ work: [CarrierWork]) -> [[String: Any]] {
        work.compactMap { work in
            let waiting = work.counts.filter { $0.key != .byHand }.reduce(0) { $0 + $1.value }
            guard waiting > 0 else { return nil }
            var values: [String: Any] = [
                "name": carrierName(work.carrier), "count": String(waiting), "unit": words["home.wishes"],
                "href": ConsoleLink.carriers.address + "?carrier=\(work.carrier.code)",
            ]
            if let moment = work.waitsSince { values["since"] = since(moment) }
            return values
        }
    }

    // MARK: What ends soon

    /// By matter: how many, and when the first ends.
    func coming() async throws -> [[String: Any]] {
        guard may(.registrationRead) else { return [] }
        let found = try await installation.listExpiries(
            as: principal(), withinDays: installation.settings.expiryWarningDays, limit: Self.most)
        let papers = ExpiryRecords.Expiry.Matter.allCases.compactMap { matter -> [String: Any]? in
            let some = found.rows.filter { $0.matter == matter }
            guard let first = some.first else { return nil }
            return [
                "name": words["expiry.\(matter.rawValue)"], "href": ConsoleLink.expiries.address,
                "count": found.next == nil ? String(some.count) : words("common.moreThan", ["n": String(some.count)]),
                "since": words("home.firstOn", ["time": day(first.until)]),
            ]
        }
        return try await papers + leaving() + contracts()
    }

    /// Responsible persons whom another follows soon.
    private func leaving() async throws -> [[String: Any]] {
        let found = try await installation.listLeaving(
            as: principal(), withinDays: installation.settings.expiryWarningDays, limit: Self.most + 1)
        guard let first = found.first else { return [] }
        return [
            [
                "name": words["expiry.leaving"], "href": ConsoleLink.expiries.address + "#leaving", "count": counted(found.count),
                "since": words("home.firstOn", ["time": CivilDate(shanghai: first.at).description]),
            ]
        ]
    }

    /// Agents' contracts that ended or soon will.
    private func contracts() async throws -> [[String: Any]] {
        let found = try await endingContracts(withinDays: installation.settings.expiryWarningDays, most: Self.most + 1)
        guard let first = found.first else { return [] }
        return [
            [
                "name": words["expiry.contract"], "href": ConsoleLink.expiries.address + "#contracts", "count": counted(found.count),
                "since": words("home.firstOn", ["time": day(first.contract.validUntil)]),
            ]
        ]
    }

    /// None for whoever may not look at organisations.
    func endingContracts(withinDays days: Int64, most: Int) async throws -> [(contract: ContractRecord, agentName: String)] {
        guard may(.organisationRead) else { return [] }
        return try await installation.listEndingContracts(as: principal(), withinDays: days, limit: most)
    }

    private func day(_ yyyymmdd: Int64) -> String { CivilDate(yyyymmdd: Int(yyyymmdd))?.description ?? "–" }
}

extension Array {
    fileprivate func asyncCompactMap<Value>(_ make: (Element) async throws -> Value?) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self {
            if let value = try await make(element) { values.append(value) }
        }
        return values
    }
}
