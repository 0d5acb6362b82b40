import Ledger
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// A page of what happened to the card, newest first, and where it goes on.
    func timeline() async throws -> [String: Any] {
        let place = try place(2).map { keys throws(Refusal) in
            guard let at = Int64(keys[0]), JSONValue.integerRange.contains(at), let shown = Int(keys[1]), shown >= 0, shown <= 10_000 else {
                throw .cursorUnknown
            }
            return TimelineCursor(at: Instant(milliseconds: at), shown: shown)
        }
        let found = try await installation.readTimeline(as: principal(), reference: id, before: place, limit: 50)
        let actors = found.rows.compactMap { moment in
            if case .entry(let entry) = moment.what { entry.actor } else { nil }
        }
        let logins = try await logins(of: actors)
        return [
            "timeline": found.rows.map { row($0, logins) }, "isLater": place != nil, "isPart": place != nil || found.next != nil,
            "newest": ConsoleLink.card(id).address + "#timeline",
            "older": found.next.map { [ConsoleLink.card(id).address + "?after=\($0.at.milliseconds).\($0.shown)#timeline"] } ?? [],
        ]
    }

    private func row(_ moment: CardMoment, _ logins: [AccountID: String]) -> [String: Any] {
        let (kind, text, link) = said(moment, logins)
        let code = moment.registration.map { $0.code + words["case.of"] } ?? ""
        var values: [String: Any] = [
            "at": words.time(moment.at), "kind": words["timeline.\(kind)Kind"], "mark": kind, "text": code + text,
        ]
        if let link { values["href"] = link }
        return values
    }

    /// Its kind, its text, and where there is more of it.
    private func said(_ moment: CardMoment, _ logins: [AccountID: String]) -> (kind: String, text: String, link: String?) {
        let registration = moment.registration.map { ConsoleLink.registration($0.id.description).address }
        switch moment.what {
        case .intake(let batch):
            return ("intake", words("timeline.intake", ["batch": batch]), ConsoleLink.cards.address + "?batch=\(Self.escaped(batch))")
        case .custody(let act):
            return ("custody", words["custody.\(act.kind.rawValue)"], may(.custodyManage) ? ConsoleLink.custody.address : nil)
        case .life(let event):
            let reason = event.reason.map { words("timeline.reason", ["reason": $0.text.text(in: language)]) } ?? ""
            return ("life", event.command.text.text(in: language) + reason + " → " + event.standing.state.text.text(in: language), nil)
        case .asked(let intent):
            let told = words(
                "timeline.intent",
                ["command": words["wish.\(intent.command.rawValue)"], "state": words["wishState.\(intent.state.rawValue)"]])
            return (
                "carrier", told + (intent.lastCode.map { bracketed($0) } ?? ""), may(.cardControl) ? ConsoleLink.carriers.address : nil
            )
        case .carrierSaid(let event):
            return ("truth", words("timeline.truth", ["axis": words["truth.\(event.axis.rawValue)"], "word": event.word]), nil)
        case .handedIn(let kind):
            return ("registration", words("timeline.handedIn", ["kind": words["kind.\(kind.rawValue)"]]), registration)
        case .decided(let verdict, let kind):
            return ("registration", words("timeline.\(verdict.rawValue)", ["kind": words["kind.\(kind.rawValue)"]]), registration)
        case .held: return ("registration", words["timeline.held"], registration)
        case .vacant: return ("registration", words["timeline.vacant"], registration)
        case .entry(let entry): return said(entry, logins)
        }
    }

    /// Who did what, and for which purpose, where somebody looked: other acts, such as a legal hold, have a reason too.
    private func said(_ entry: StoredTrailEntry, _ logins: [AccountID: String]) -> (kind: String, text: String, link: String?) {
        let act = words.has("act.\(entry.action)") ? words["act.\(entry.action)"] : entry.action
        let actor = logins[entry.actor] ?? String(entry.actor.description.suffix(6))
        let purpose = (try? JSONValue(parsing: entry.body))?["purpose"]?.stringValue
        let isLook = TrailAction.looks.contains(entry.action)
        let text = words(isLook ? "timeline.look" : "timeline.entry", ["act": act, "actor": actor, "purpose": purpose ?? "–"])
        return (isLook ? "look" : "trail", text, ConsoleLink.trailEntry(entry.id.description).address)
    }
}
