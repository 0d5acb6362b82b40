import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension Visit {
    func overview() async throws -> Response {
        let view = try await read()
        guard view.kind == .register else { return redirect(to: view.isOpen ? way(view).next.address : "/p/mine") }
        var values: [String: Any] = [
            "operatorName": view.operatorName, "agentName": view.agentName, "iccid": view.iccid, "productName": view.productName,
            "kind": words["kind.\(view.cardClass.rawValue)"], "carrier": name(of: view.carrier),
            "legal": PersonalNotice.legal.text(in: language),
        ]
        if let type = view.deviceType { values["deviceType"] = type }
        if let code = view.code { values["code"] = code }
        if let stop = stop(view) {
            values["stop"] = stop
        } else if let state = view.application?.state, !state.isOpenToSubmitter {
            values["handedIn"] = handedIn(state)
        } else {
            values["open"] = open(way(view))
            if view.standing == .inTransfer { values["inTransfer"] = ["text": usually("transfer.toYouText", waits.whole)] }
            if let until = view.keptUntil { values["kept"] = ["text": words("transfer.keptText", ["time": words.time(until)])] }
            values["sentBack"] = view.application?.state == .sentBack
            values["reuse"] = view.reuse == .offered
            if let full = full(view) { values["full"] = full }
            values["hall"] = view.effectiveNeeds.isInPersonOnly
        }
        return write(Page(template: "overview", title: words["overview.title"], values: values))
    }

    private func stop(_ view: PersonalCaseView) -> [String: Any]? {
        switch view.standing {
        case .open, .inTransfer: nil
        case .registered:
            [
                "heading": words["overview.registered"], "text": words["overview.registeredText"],
                "mend": words["overview.registeredMend"], "toMine": true, "toTaken": true,
            ]
        case .underApplication:
            stop(words["overview.underApplication"], view.refusal).merging(["toTaken": true]) { $1 }
        case .closed:
            stop(words["overview.closed"], view.refusal).merging(["toTaken": true]) { $1 }
        }
    }

    private func stop(_ heading: String, _ refusal: Refusal?) -> [String: Any] {
        var values: [String: Any] = ["heading": heading, "text": refusal?.reason.text(in: language) ?? ""]
        if let mend = refusal?.mend.text(in: language), !mend.isEmpty { values["mend"] = mend }
        return values
    }

    private func handedIn(_ state: ApplicationState) -> [String: Any] {
        let name =
            switch state {
            case .approved: "overview.effective"
            case .refused, .withdrawn: "overview.ended"
            default: "overview.handedIn"
            }
        return ["heading": words[name], "text": words[name + "Text"], "toMine": state == .approved]
    }

    private func open(_ way: Way) -> [String: Any] {
        let view = way.view
        let next = way.next
        let name = words["step.\(next.rawValue)"]
        var values: [String: Any] = [
            "lead": view.effectiveNeeds.approval == .machine
                ? usually("overview.leadMachine", waits.checking) : usually("overview.leadReviewer", waits.review),
            "steps": way.steps.map { step($0, in: way, isNext: $0 == next) }, "nextHref": next.address,
            "nextText": way.isBegun ? words("overview.goOn", ["step": name]) : words["overview.begin"],
            "needs": needs(view.effectiveNeeds), "attempts": attempts(view),
        ]
        if view.needs != view.needsWithoutFace, view.content.declinesFaceRecognition != true {
            let methods = view.needsWithoutFace.methods.subtracting(view.needs.methods).union([.handHeldPhoto])
            values["withoutFace"] = words(
                "overview.withoutFace", ["methods": list(methods.sorted().map { inSentence($0.text.text(in: language)) })])
        }
        if let quota = view.quota, !quota.isReached { values["quota"] = self.quota(quota) }
        return values
    }

    /// How often the case may still be handed in today, and which limit says so.
    func attempts(_ view: PersonalCaseView) -> String {
        words("overview.attempts-\(view.attempts.limit.rawValue)", ["n": String(view.attempts.left)])
    }

    var waits: ExpectedWaits { installation.settings.expectedWaits }

    /// A text that says how long something usually takes; where that is not told, its like without it.
    func usually(_ name: String, _ wait: ExpectedWait?) -> String {
        guard let wait else { return words[name + "Untimed"] }
        return words(name, ["wait": wait.text.text(in: language)])
    }

    private func step(_ step: Step, in way: Way, isNext: Bool) -> [String: Any] {
        stepValues(
            words["step.\(step.rawValue)"], step.address, isDone: way.isBegun && way.isDone(step),
            isWrong: way.isBegun && way.findings(on: step).contains { !["missing", "consent-missing"].contains($0.code) }, isNext: isNext)
    }

    /// State is said in words and by a shape; colour comes third.
    func stepValues(_ name: String, _ address: String, isDone: Bool, isWrong: Bool, isNext: Bool) -> [String: Any] {
        [
            "name": name, "href": address, "state": isDone ? "done" : isWrong ? "mend" : "todo", "isNext": isNext,
            "sign": isDone ? "✓" : isWrong ? "✕" : "○",
            "stateText": words[isDone ? "common.done" : isWrong ? "common.toMend" : "common.todo"],
        ]
    }

    /// Each method once, with every reason that asks for it.
    private func needs(_ needs: VerificationNeeds) -> [[String: Any]] {
        needs.methods.sorted().map { method in
            [
                "method": method.text.text(in: language),
                "reasons": needs.needs.filter { $0.method == method }.map { need -> [String: Any] in
                    var values: [String: Any] = ["text": need.reason.text(in: language), "owner": words[need.owner.word]]
                    if let requirement = need.requirement { values["clause"] = clause(requirement) }
                    return values
                },
            ]
        }
    }

    /// The rule by its name; an agent may have written one that has none here.
    func clause(_ requirement: String) -> String {
        let name = "clause.\(requirement)"
        return words("common.clause", ["id": words.has(name) ? words[name] : requirement])
    }

    private func inSentence(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

    func list(_ texts: [String]) -> String { texts.joined(separator: language == .chinese ? "、" : ", ") }
}

extension PolicyOwner {
    fileprivate var word: String {
        switch self {
        case .statute: "common.ownerStatute"
        case .floor: "common.ownerFloor"
        case .agent: "common.ownerAgent"
        }
    }
}
