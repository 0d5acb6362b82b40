import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// The applications in one state: what is to be reviewed with the oldest first, the rest with the newest; who holds what is seen at once.
    func queue() async throws -> Response {
        let state = query("state").flatMap { ApplicationState(rawValue: $0) } ?? (may(.registrationReview) ? .submitted : .sentBack)
        let limit = 50
        let found = try await installation.listCases(as: principal(), in: state, after: try queuePlace(), limit: limit + 1)
        let now = installation.now()
        let page = found.prefix(limit)
        let last = found.count > limit ? page.last?.listed.application : nil
        let next = last.map { "\(($0.submittedAt ?? $0.createdAt).milliseconds).\($0.id)" }
        return try write(
            ConsolePage(
                template: "queue", title: words["queue.title"],
                values: [
                    "states": ApplicationState.allCases.map { other -> [String: Any] in
                        [
                            "href": ConsoleLink.queue.address + "?state=\(other.rawValue)", "name": words["state.\(other.rawValue)"],
                            "isCurrent": other == state,
                        ]
                    },
                    "cases": page.map { try caseRow($0, at: now) }, "isEmpty": found.isEmpty,
                    "mayReview": may(.registrationReview) && state.isForReviewers, "hasRisk": may(.registrationReview),
                    "again": mayLookAgain ? [ConsoleLink.reAudits.address] : [],
                    "figures": may(.registrationReview) ? [ConsoleLink.reviewFigures.address] : [],
                    "state": state.rawValue,
                    "next": next.map { [address(.queue, keeping: ["state"], after: $0)] } ?? [],
                ], section: .queue))
    }

    private func queuePlace() throws(Refusal) -> (Instant, ApplicationID)? {
        guard let keys = try place(2) else { return nil }
        guard let at = Int64(keys[0]), let id = ApplicationID(keys[1]) else { throw .cursorUnknown }
        return (Instant(milliseconds: at), id)
    }

    private func caseRow(_ found: ListedCase, at now: Instant) throws(Refusal) -> [String: Any] {
        let listed = found.listed
        let stored = listed.application
        let isHeld = stored.lockedBy != nil && stored.lockedUntil > now
        let isOwn = stored.lockedBy == (try principal()).account
        let waits = stored.submittedAt ?? stored.createdAt
        var values: [String: Any] = [
            "href": ConsoleLink.application(stored.id.description).address, "kind": words["kind.\(stored.kind.rawValue)"],
            "code": listed.code, "subject": listed.unitName ?? listed.productName ?? "–", "takenBy": listed.takenBy,
            "cards": String(stored.cards), "since": words.time(waits), "age": age(from: waits, to: now),
            "held": isHeld ? words[isOwn ? "queue.heldByYou" : "queue.held"] : "",
        ]
        if let risk = found.risk { values["risk"] = self.risk(risk, warned: listed.found?.warned ?? 0) }
        return values
    }

    /// In a word, with a sign and what it rests on.
    private func risk(_ risk: CaseRisk, warned: Int64) -> [String: Any] {
        let sign =
            switch risk.level {
            case .high: "▲"
            case .noted: "△"
            case .plain: "✓"
            }
        let grounds = risk.signs.map { words("caseSign.\($0.rawValue)", ["n": String(warned)]) }
        return [
            "level": risk.level.rawValue, "sign": sign, "text": words["caseRisk.\(risk.level.rawValue)"],
            "grounds": grounds.joined(separator: words["common.comma"]),
        ]
    }

    func age(from then: Instant, to now: Instant) -> String {
        let minutes = max(0, (now.milliseconds - then.milliseconds) / 60_000)
        switch minutes {
        case ..<60: return words("age.minutes", ["n": String(minutes)])
        case ..<2_880: return words("age.hours", ["n": String(minutes / 60)])
        default: return words("age.days", ["n": String(minutes / 1_440)])
        }
    }

    /// Takes the oldest case that nobody holds and this reviewer may decide.
    func nextCase() async throws -> Response {
        let asked = form["state"].flatMap { ApplicationState(rawValue: $0) } ?? .submitted
        return try await toNextCase(in: asked.isForReviewers ? asked : .submitted)
    }

    func toNextCase(in state: ApplicationState) async throws -> Response {
        var after: (Instant, ApplicationID)?
        let account = try principal().account
        for _ in 0..<20 {
            let found = try await installation.listApplications(
                as: principal(), state: state, kind: nil, registration: nil, after: after, limit: 50)
            for stored in found where stored.submittedBy != account && stored.createdBy != account {
                if stored.lockedBy != nil, stored.lockedBy != account, stored.lockedUntil > installation.now() { continue }
                do {
                    _ = try await installation.lockApplication(as: principal(), stored.id)
                    return redirect(to: .application(stored.id.description))
                } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .forbidden || refusal.kind == .notFound {
                    // Somebody was faster, or it is another's to decide.
                    continue
                }
            }
            guard let last = found.last, found.count == 50 else { break }
            after = (last.submittedAt ?? last.createdAt, last.id)
        }
        return redirect(to: .queue, "?state=\(state.rawValue)")
    }
}
