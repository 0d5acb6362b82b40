import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func drafts() async throws -> Response { try await write(draftsPage()) }

    /// What is begun or was sent back, the newest first, and where another is begun.
    private func draftsPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let state = query("state") == ApplicationState.sentBack.rawValue ? ApplicationState.sentBack : .draft
        let channels = try await installation.listChannels(as: principal())
        let (rows, next) = try await draftRows(state)
        return ConsolePage(
            template: "drafts", title: words["drafts.title"],
            values: [
                "tabs": values(of: registrationTabs, at: .drafts), "action": ConsoleLink.drafts.address,
                "channels": channels.map { channel -> [String: Any] in
                    [
                        "code": channel.rawValue, "name": words["channel.\(channel.rawValue)"],
                        "isChosen": form["channel"] == channel.rawValue,
                    ]
                },
                "mayBegin": !channels.isEmpty,
                "states": [ApplicationState.draft, .sentBack].map { other -> [String: Any] in
                    [
                        "href": ConsoleLink.drafts.address + "?state=\(other.rawValue)", "name": words["state.\(other.rawValue)"],
                        "isCurrent": other == state,
                    ]
                },
                "drafts": rows, "isEmpty": rows.isEmpty, "next": next.map { [address(.drafts, keeping: ["state"], after: $0)] } ?? [],
            ], refusal: refusal, section: registrationTabs.first?.link)
    }

    private static let draftsShown = 20
    /// Persons' own drafts stand among them; as many are passed over for one page.
    private static let draftsPassed = 200

    /// The drafts of units, each with its unit's name, which is told by its content; and where the list goes on.
    private func draftRows(_ state: ApplicationState) async throws -> (rows: [[String: Any]], next: String?) {
        var after = try draftPlace()
        var rows: [[String: Any]] = []
        var passed = 0
        while passed < Self.draftsPassed {
            let found = try await installation.listApplications(
                as: principal(), state: state, kind: nil, registration: nil, after: after, limit: Self.draftsShown + 1)
            for stored in found.prefix(Self.draftsShown) {
                passed += 1
                after = (stored.submittedAt ?? stored.createdAt, stored.id)
                let view = try await installation.readApplication(as: principal(), stored.id)
                if view.channel != .selfService { rows.append(try draftRow(view)) }
                if rows.count == Self.draftsShown || passed == Self.draftsPassed { break }
            }
            guard found.count > Self.draftsShown else { return (rows, nil) }
            if rows.count == Self.draftsShown { break }
        }
        return (rows, after.map { "\($0.0.milliseconds).\($0.1)" })
    }

    private func draftPlace() throws(Refusal) -> (Instant, ApplicationID)? {
        guard let keys = try place(2) else { return nil }
        guard let at = Int64(keys[0]), let id = ApplicationID(keys[1]) else { throw .cursorUnknown }
        return (Instant(milliseconds: at), id)
    }

    private func draftRow(_ view: ApplicationView) throws(Refusal) -> [String: Any] {
        let stored = view.application
        return [
            "href": mendAddress(view), "code": view.registrationCode,
            "unit": view.unit?.name ?? view.content?.unit?.name ?? view.content?.holder?.name ?? "–",
            "kind": words["kind.\(stored.kind.rawValue)"],
            "cards": String(stored.cards), "saved": words.time(stored.updatedAt),
            "by": words[stored.createdBy == (try principal()).account ? "drafts.you" : "drafts.colleague"],
        ]
    }

    /// With cards where they were found before: by numbers or by a batch.
    func beginDraft() async throws -> Response {
        do {
            guard let channel = form["channel"].flatMap({ Channel(rawValue: $0) }) else { throw Refusal.channelNotAllowed }
            let selector = form["numbers"] == nil && form["batch"] == nil ? nil : try chosenCards()
            let begun = try await installation.createRegistration(as: principal(), channel: channel, content: ApplicationContent())
            guard let selector else { return redirect(to: .draftStep(begun.application.description, .unit)) }
            do {
                _ = try await installation.selectCards(as: principal(), begun.application, version: begun.version, selector)
            } catch is Refusal {
                // Begun it is: its step of cards says what can be chosen, and no second draft comes of trying again.
                return redirect(to: .draftStep(begun.application.description, .cards))
            }
            return redirect(to: .draftStep(begun.application.description, .unit))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await write(draftsPage(refusal))
        }
    }

    /// What a page that shows cards needs to begin a draft with them; empty for whoever begins none.
    ///
    /// - Parameter field: `numbers` or `batch`, as the form sends it.
    func beginningWith(_ field: String, _ text: String, isOneCard: Bool = false) async throws -> [[String: String]] {
        guard may(.registrationWrite), let channel = try await installation.listChannels(as: principal()).first else { return [] }
        let label = words[isOneCard ? "drafts.registerThis" : "drafts.registerThese"]
        return [["action": ConsoleLink.drafts.address, "channel": channel.rawValue, "field": field, "text": text, "label": label]]
    }

    // MARK: One of them

    /// An application that this person may still write.
    func isOwnDraft(_ view: ApplicationView) -> Bool {
        view.application.state.isOpenToSubmitter && view.channel != .selfService && may(.registrationWrite)
            && seat?.scope.path.contains(view.application.path) == true
    }

    /// The application; nil once it is handed in, withdrawn or decided, or where it is a person's own.
    func openDraft() async throws -> ApplicationView? {
        let view = try await installation.readApplication(as: principal(), identifier())
        return view.application.state.isOpenToSubmitter && view.channel != .selfService ? view : nil
    }

    /// Everything that is needed, why, and whether it is there.
    func draft() async throws -> Response { try await draftPage() }

    private func draftPage(_ refusal: Refusal? = nil) async throws -> Response {
        guard let view = try await openDraft() else { return redirect(to: .application(id)) }
        guard !isFromCounter(view) else { return redirect(to: .counter, "?case=\(view.application.id)") }
        let examined = try await installation.examineApplication(as: principal(), identifier())
        let cards = try await installation.examineCards(as: principal(), identifier(), most: 100)
        let steps = steps(examined)
        var values = draftValues(view, examined, at: nil)
        let demands: [[String: Any]] = steps.flatMap { step in
            examined.demands.filter { DraftStep($0) == step }.map { demand in
                demandValues(demand, examined).merging([
                    "step": words["draftStep.\(step.rawValue)"], "href": ConsoleLink.draftStep(id, step).address,
                    "entered": entered(demand, view),
                ]) { $1 }
            }
        }
        // What is lacking is looked for, and stands first.
        values["demands"] = demands.filter { $0["isLacking"] as? Bool == true } + demands.filter { $0["isLacking"] as? Bool != true }
        let demanded = examined.demands.map(\.pointer)
        let others = examined.failures.filter { failure in !demanded.contains { Self.isWithin(failure.pointer, $0) } }
        values["others"] = others.map { finding($0, steps) }
        values["hasOthers"] = !others.isEmpty
        values["warnings"] = examined.warnings.map { warning -> [String: Any] in
            ["place": place(warning.subject), "text": warning.text.text(in: language), "rules": ruleLinks([warning.requirement])]
        }
        values["hasWarnings"] = !examined.warnings.isEmpty
        let isWithoutCards = view.application.cards > 0 && cards.fit == 0
        values["lackingText"] =
            (examined.failures.isEmpty ? [] : [words("draft.lacking", ["n": String(examined.failures.count)])])
            + (isWithoutCards ? [words["draft.noneFit"]] : [])
        values["isComplete"] = examined.failures.isEmpty && !isWithoutCards
        values["hasCards"] = view.application.cards > 0
        values["completed"] = try await completedParts(view.application.id)
        values["submit"] = ConsoleLink.submitDraft(id).address
        values["discard"] = ConsoleLink.discardDraft(id).address
        values.merge(cardValues(cards)) { $1 }
        return write(
            ConsolePage(
                template: "draft", title: words("draft.title", ["code": view.registrationCode]), values: values,
                // Item by item it stands in the list.
                refusal: refusal?.with(details: []),
                section: registrationTabs.first?.link))
    }

    /// What every page of a draft shows: what it is, its steps, and what a reviewer said of it.
    ///
    /// - Parameter current: the step the page is; nil on the list of what is needed.
    func draftValues(_ view: ApplicationView, _ examined: ExaminedApplication, at current: DraftStep?) -> [String: Any] {
        let stored = view.application
        var values: [String: Any] = [
            "code": view.registrationCode, "kind": words["kind.\(stored.kind.rawValue)"],
            "channel": words["channel.\(view.channel.rawValue)"], "cardsChosen": String(stored.cards),
            "saved": words.time(stored.updatedAt), "version": String(stored.version),
            "unitName": [view.unit?.name ?? view.content?.unit?.name].compactMap(\.self), "check": ConsoleLink.draft(id).address,
            "isCheck": current == nil, "handOver": ConsoleLink.draftParts(id).address,
            "steps": steps(examined).map { step -> [String: Any] in
                let standing = standing(of: step, examined)
                return [
                    "href": ConsoleLink.draftStep(id, step).address, "name": words["draftStep.\(step.rawValue)"],
                    "mark": standing.mark, "word": words["demand.\(standing.rawValue)"], "isCurrent": step == current,
                ]
            },
        ]
        if stored.state == .sentBack, let decision = view.decision {
            values["sentBack"] = [
                "at": words.time(decision.decidedAt), "notes": view.note.map { [$0] } ?? [],
                "reasons": view.reasons.map { reason -> [String: Any] in
                    let step = DraftStep(pointer: reason.pointer)
                    return [
                        "text": reason.text(in: language), "place": reason.pointer.isEmpty ? words["case.whole"] : place(reason.pointer),
                        "ways": step.map { [ConsoleLink.draftStep(id, $0).address] } ?? [],
                    ]
                },
            ]
        }
        return values
    }

    enum DemandStanding: String {
        case met, missing, faulty

        var mark: String {
            switch self {
            case .met: "✓"
            case .missing: "○"
            case .faulty: "✕"
            }
        }
    }

    /// The steps this application has something to do in, in their order.
    func steps(_ examined: ExaminedApplication) -> [DraftStep] {
        let wanted = Set(examined.demands.map { DraftStep($0) })
        return DraftStep.allCases.filter(wanted.contains)
    }

    private func standing(of step: DraftStep, _ examined: ExaminedApplication) -> DemandStanding {
        let failures = examined.failures.filter { $0.pointer.flatMap { DraftStep(pointer: $0) } == step }
        if failures.contains(where: { $0.code != "missing" }) { return .faulty }
        return failures.isEmpty ? .met : .missing
    }

    static func isWithin(_ pointer: String?, _ whole: String) -> Bool {
        pointer == whole || pointer?.hasPrefix(whole + "/") == true
    }

    /// What is demanded, by which rule, whether it is there, and what is wrong with it.
    func demandValues(_ demand: UnitPolicy.Demand, _ examined: ExaminedApplication) -> [String: Any] {
        let failures = examined.failures.filter { Self.isWithin($0.pointer, demand.pointer) }
        let isWhollyMissing = failures.contains { $0.pointer == demand.pointer && $0.code == "missing" }
        let standing: DemandStanding = isWhollyMissing ? .missing : failures.isEmpty ? .met : .faulty
        return [
            "name": name(of: demand),
            "reason": demand.reason.text(in: language), "rules": ruleLinks([demand.requirement]), "mark": standing.mark,
            "word": words["demand.\(standing.rawValue)"], "isLacking": standing != .met,
            "faults": isWhollyMissing ? [] : failures.map { finding($0, nil) },
        ]
    }

    /// What was entered, masked where it is a person's; papers are seen at their step.
    private func entered(_ demand: UnitPolicy.Demand, _ view: ApplicationView) -> [String] {
        let content = view.content ?? ApplicationContent()
        var parts: [String?] = []
        switch demand.need {
        case .party(let role): parts = [content.party(role)?.name, content.party(role)?.documentNumber]
        case .userOrDepartment: parts = [content.usingDepartment, content.actualUser?.name]
        case .authorisation: parts = authorised(content.authorisation).map { $0.1 }
        case .use(let fact): parts = used(content.use).filter { $0.0 == fact.rawValue }.map { $0.1 }
        case .cards: parts = view.application.cards > 0 ? [String(view.application.cards)] : []
        case .evidence, .notice: break
        }
        let text = parts.compactMap(\.self).joined(separator: " · ")
        return text.isEmpty ? [] : [text]
    }

    private func name(of demand: UnitPolicy.Demand) -> String {
        switch demand.need {
        case .userOrDepartment: words["draft.userOrDepartment"]
        case .use(let fact): words["field.\(fact.rawValue)"]
        default: place(demand.pointer)
        }
    }

    private func finding(_ refusal: Refusal, _ steps: [DraftStep]?) -> [String: Any] {
        var values: [String: Any] = [
            "place": refusal.pointer.map { place($0) } ?? "", "text": refusal.reason.text(in: language),
            "mend": refusal.mend.text(in: language), "rules": ruleLinks(refusal.requirements),
        ]
        if let step = refusal.pointer.flatMap({ DraftStep(pointer: $0) }), steps?.contains(step) == true {
            values["href"] = ConsoleLink.draftStep(id, step).address
        }
        return values
    }

    /// Which cards could be registered now, and why the others not.
    func cardValues(_ cards: ExaminedCards) -> [String: Any] {
        [
            "fit": String(cards.fit),
            "leftOutReasons": cards.reasons.map { reason, count -> [String: Any] in
                ["n": String(count), "text": reason.reason.text(in: language), "rules": ruleLinks(reason.requirements)]
            },
            "hasLeftOut": !cards.leftOut.isEmpty,
            "leftOut": cards.leftOut.map { card -> [String: Any] in
                [
                    "href": ConsoleLink.card(card.reference).address, "iccid": card.iccid,
                    "text": card.reason.reason.text(in: language), "rules": ruleLinks(card.reason.requirements),
                ]
            },
        ]
    }

    /// Hands it in; where that is refused, the page says item by item why.
    func submitDraft() async throws -> Response {
        let application: ApplicationID = try identifier()
        do {
            _ = try await installation.submitApplication(as: principal(), application, version: sentVersion())
        } catch let refusal as Refusal where [.invalid, .stale, .conflict, .tooLarge].contains(refusal.kind) {
            return try await draftPage(refusal)
        }
        let view = try await installation.readApplication(as: principal(), application)
        return redirect(to: .registration(view.application.registration.description))
    }

    /// The version the form was made of.
    func sentVersion() throws(Refusal) -> Int64 {
        guard let version = form["version"].flatMap({ Int64($0) }) else { throw .formUnreadable }
        return version
    }

    /// Gives a draft up, or takes back what waits for a reviewer.
    func discardDraft() async throws -> Response {
        let application: ApplicationID = try identifier()
        let view = try await installation.readApplication(as: principal(), application)
        do {
            try await installation.withdrawApplication(as: principal(), application, version: sentVersion())
        } catch let refusal as Refusal where [.stale, .conflict].contains(refusal.kind) {
            return try await draftPage(refusal)
        }
        return redirect(
            to: view.application.state.isOpenToSubmitter ? .drafts : .registration(view.application.registration.description))
    }
}
