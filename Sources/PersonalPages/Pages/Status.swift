import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension Visit {
    /// Where the seat's case stands; whoever has no seat, or has begun nothing, is asked for a code.
    func status() async throws -> Response {
        guard seat != nil else { return askStatus("") }
        let view = try await read()
        guard view.application != nil else {
            return view.isOpen ? redirect(to: "/p") : askStatus("")
        }
        let status = try await installation.personalStatus(as: principal())
        return write(statusPage(status, isOwn: true))
    }

    /// A form, so that a link alone shows nothing and a machine that fetches links asks nothing.
    func askStatus(_ code: String) -> Response { write(askPage(code)) }

    func statusByCode() async throws -> Response {
        let code = typed("code", most: 64)
        do {
            return write(statusPage(try await installation.personalStatus(code: code), isOwn: false))
        } catch let refusal as Refusal where refusal.kind == .notFound {
            var page = askPage(code)
            page.status = .notFound
            page.errors = [PageError(text: words["ask.unknown"], href: "#code")]
            return write(page)
        }
    }

    private func askPage(_ code: String) -> Page {
        Page(
            template: "ask", title: words["ask.title"], values: ["asked": String(code.prefix(40))], here: "/p/status")
    }

    /// Not sent to the carrier at once: a form may lead to no other site, so the page shows the way.
    func openCarrierPage() async throws -> Response {
        do {
            let sent = try await installation.openCarrierPage(as: principal())
            return write(statusPage(try await installation.personalStatus(as: principal()), isOwn: true, sent: sent))
        } catch let refusal as Refusal where [.conflict, .tooMany, .temporary].contains(refusal.kind) {
            var page = statusPage(try await installation.personalStatus(as: principal()), isOwn: true)
            page.status = HTTPResponse.Status(code: ProblemRendering.status(of: refusal.kind))
            page.errors = [PageError(refusal, in: language)]
            return waiting(for: refusal, write(page))
        }
    }

    /// Back from there. What nothing is left of is told by where the case stands.
    func followCarrierPage() async throws -> Response {
        do {
            _ = try await installation.followCarrierPage(as: principal())
        } catch let refusal as Refusal where refusal.kind == .conflict {}
        return redirect(to: "/p/status")
    }

    private func statusPage(_ status: PersonalStatus, isOwn: Bool, sent: SentToCarrier? = nil) -> Page {
        let stage = status.stage
        let isAnswered = stage == .toBeMended || stage == .refused
        var values: [String: Any] = [
            "stageName": words["stage.\(stage.rawValue)"], "stageText": stageText(status),
            "panelClass": isAnswered || stage == .withdrawn ? "bad" : "",
            "sign": stage == .effective || stage == .released ? "✓" : isAnswered || stage == .withdrawn ? "✕" : "●",
            "code": status.code, "isAnswered": isAnswered,
            "reasons": status.reasons.map { reason($0, mayMend: isOwn && stage == .toBeMended) },
            "stages": StageList(status: status, words: words, expected: expected).values, "isSeated": isOwn,
            "hasCarrierPageElsewhere": status.hasCarrierPage && !isOwn,
        ]
        // The time from which it counts says it once.
        if status.effectiveAt == nil || stage != .effective { values["since"] = words("status.since", ["time": words.time(status.since)]) }
        if let wait = status.expected { values["expected"] = expected(wait) }
        if isOwn {
            values["forgetsTyped"] = !stage.isInThePersonsHands
            values["hasCarrierPage"] = status.hasCarrierPage
            values["mayRelease"] = stage == .effective
            values["mayWithdraw"] = status.kind == .register && [.submitted, .checking, .inReview, .awaitingCarrier].contains(stage)
        }
        if let sent {
            values["sent"] = [
                "href": sent.address, "host": URLComponents(string: sent.address)?.host ?? "",
                "until": words("status.carrierPageUntil", ["time": words.time(sent.expiresAt)]),
            ]
        }
        if let effective = status.effectiveAt { values["effective"] = words("status.effectiveAt", ["time": words.time(effective)]) }
        if let left = status.attemptsLeft { values["attempts"] = words("status.attempts", ["n": String(left)]) }
        switch stage {
        case .toBeMended:
            values["todo"] = words[isOwn ? "status.todoMend" : "status.todoMendElsewhere"]
            if isOwn { values["mendHref"] = mendAddress(status) }
        case .refused: values["todo"] = words["status.todoRefused"]
        default: break
        }
        return Page(template: "status", title: words["status.title"], values: values, here: "/p/status")
    }

    /// While a card is being given up it is registered still.
    private func stageText(_ status: PersonalStatus) -> String {
        let name = "\(status.stage.rawValue)Text"
        if status.stage == .effective, !status.passed.contains(.awaitingCarrier) { return words["stage.effectiveWithoutCarrierText"] }
        return status.kind != .register && words.has("ending.\(name)") ? words["ending.\(name)"] : words["stage.\(name)"]
    }

    private func expected(_ wait: ExpectedWait) -> String { words("status.expected", ["wait": wait.text.text(in: language)]) }

    private func reason(_ reason: DecisionReason, mayMend: Bool) -> [String: Any] {
        let parts = reason.pointer.split(separator: "/").map(String.init)
        let names = [
            "picture.\(parts.last ?? "")", "details.\(parts.last ?? "")", "place.\(parts.first ?? "")",
            "step.\(Step(mending: reason.pointer).rawValue)",
        ]
        var values: [String: Any] = ["text": reason.text(in: language)]
        if let mend = reason.mend { values["reasonMend"] = mend.text(in: language) }
        if let name = names.first(where: words.has) { values["place"] = words[name] }
        if mayMend, let href = href(reason.pointer) { values["href"] = href.replacing("?errors=1", with: "") }
        return values
    }

    /// The step of the first reason.
    private func mendAddress(_ status: PersonalStatus) -> String {
        status.reasons.first.map { Step(mending: $0.pointer).address } ?? "/p"
    }
}

/// The way from handed in to in effect: in words and shapes, each stage with its time or how long it usually takes, the present one marked.
/// What never happened is not told.
struct StageList {
    let status: PersonalStatus
    let words: Words
    /// How long a stage takes, in words.
    let expected: (ExpectedWait) -> String

    private static func name(of stage: PersonalStatus.Stage) -> String {
        switch stage {
        case .checking: "status.checking"
        case .inReview: "status.inReview"
        case .awaitingCarrier: "status.carrier"
        case .effective: "status.inEffect"
        case .released: "status.givenUp"
        default: "status.handedIn"
        }
    }

    var values: [[String: Any]] {
        status.way.map { passage in
            let isNow = passage.state == .now
            var values: [String: Any] = [
                "name": words[Self.name(of: passage.stage)], "isCurrent": isNow, "state": passage.state.rawValue,
                "mark": passage.state == .done ? "✓" : isNow ? "●" : "○", "stateText": words["status.\(passage.state.rawValue)"],
            ]
            if let at = passage.until { values["when"] = words.time(at) }
            if isNow, let at = passage.since { values["when"] = words("status.since", ["time": words.time(at)]) }
            if let wait = passage.expected { values["usually"] = expected(wait) }
            return values
        }
    }
}
