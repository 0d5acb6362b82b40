import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func draftStep(_ step: DraftStep) async throws -> Response { try await stepPage(step) }

    private func stepPage(_ step: DraftStep, _ refusal: Refusal? = nil) async throws -> Response {
        guard let view = try await openDraft() else { return redirect(to: .application(id)) }
        let examined = try await installation.examineApplication(as: principal(), identifier())
        var values = draftValues(view, examined, at: step)
        values["action"] = ConsoleLink.draftStep(id, step).address
        values["leads"] = words.has("draftStep.\(step.rawValue)Lead") ? [words["draftStep.\(step.rawValue)Lead"]] : []
        let groups = groups(step, view.content ?? ApplicationContent())
        let asked = Set(groups.flatMap(\.fields).map(\.pointer))
        // What one field answers is told beside it.
        values["needs"] = needs(step, examined).filter { !asked.contains($0.pointer) }.map { demandValues($0, examined) }
        // Of what was just sent only what it was refused for; of what stands there everything found but that it is missing.
        let failures = refusal.map { $0.details.isEmpty ? [$0] : $0.details } ?? examined.failures
        values["groups"] = groups.map { group -> [String: Any] in
            let fields = group.fields.map { field -> [String: Any] in
                let demands = needs(step, examined).filter { $0.pointer == field.pointer }
                let found = failures.filter { $0.pointer == field.pointer && (demands.isEmpty || $0.code != "missing") }
                return self.values(of: field, found).merging(["needs": demands.map { demandValues($0, examined) }]) { $1 }
            }
            return [
                "name": group.name, "hints": group.hint.map { [$0] } ?? [], "fields": fields, "isFolded": group.isFolded,
                "isOpen": fields.contains { $0["value"] as? String != "" },
            ]
        }
        values["hasPart"] = [.handler, .responsible].contains(step) || step == .use && view.content?.actualUser != nil
        values["isStale"] = refusal?.kind == .stale
        return write(
            ConsolePage(
                template: "draft-step", title: stepTitle(view, step), values: values, refusal: refusal,
                section: registrationTabs.first?.link))
    }

    func stepTitle(_ view: ApplicationView, _ step: DraftStep) -> String {
        words("draft.title", ["code": view.registrationCode]) + " · " + words["draftStep.\(step.rawValue)"]
    }

    func needs(_ step: DraftStep, _ examined: ExaminedApplication) -> [UnitPolicy.Demand] {
        examined.demands.filter { DraftStep($0) == step }
    }

    // MARK: What the steps ask

    private struct Group {
        let name: String
        var hint: String?
        let fields: [DraftField]
        /// Asked of few.
        var isFolded = false
    }

    private func groups(_ step: DraftStep, _ content: ApplicationContent) -> [Group] {
        switch step {
        case .unit: [Group(name: words["party.unit"], fields: fields(of: .unit, content.unit))]
        case .handler:
            [
                Group(name: words["party.handler"], hint: words["draft.masked"], fields: fields(of: .handler, content.handler)),
                Group(name: words["party.authorisation"], fields: authorisationFields(content.authorisation)),
                Group(
                    name: words["draft.noticeName"],
                    fields: [
                        DraftField(
                            name: "noticeAccepted", pointer: "/noticeAccepted", label: words["draft.notice"],
                            standing: content.noticeAccepted == true ? "yes" : "", shape: .tick)
                    ]),
            ]
        case .responsible:
            [
                Group(
                    name: words["party.responsiblePerson"], hint: words["draft.masked"],
                    fields: fields(of: .responsiblePerson, content.responsiblePerson))
            ]
        case .use: useGroups(content)
        case .cards, .evidence: []
        }
    }

    private func authorisationFields(_ letter: Authorisation?) -> [DraftField] {
        let isLong = letter?.validUntil == Self.longTermWord
        func field(_ name: String, _ standing: String?, _ shape: DraftField.Shape = .date) -> DraftField {
            DraftField(
                name: "authorisation-\(name)", pointer: "/authorisation/\(name)",
                label: name == "longTerm" ? words["case.longTerm"] : words["field.\(name)"], standing: standing ?? "", shape: shape)
        }
        return [
            field("purpose", letter?.purpose, .text(hint: words["draft.purposeHint"])), field("validFrom", letter?.validFrom),
            field("validUntil", isLong ? nil : letter?.validUntil), field("longTerm", isLong ? "yes" : "", .tick),
        ]
    }

    private func useGroups(_ content: ApplicationContent) -> [Group] {
        let use = content.use
        let yesOrNo = [("yes", words["common.yes"]), ("no", words["common.no"])]
        func field(_ fact: UnitPolicy.UseFact, _ standing: String?, _ shape: DraftField.Shape = .text(hint: nil)) -> DraftField {
            DraftField(
                name: "use-\(fact.rawValue)", pointer: "/use/\(fact.rawValue)", label: words["field.\(fact.rawValue)"],
                standing: standing ?? "", shape: shape)
        }
        let traffics = DeclaredUse.Traffic.allCases.map { ($0.rawValue, words["traffic.\($0.rawValue)"]) }
        return [
            Group(
                name: words["draft.userOrDepartment"],
                fields: [
                    DraftField(
                        name: "usingDepartment", pointer: "/usingDepartment", label: words["field.usingDepartment"],
                        standing: content.usingDepartment ?? "")
                ]),
            Group(
                name: words["draft.actualUser"], hint: words["draft.actualUserHint"], fields: fields(of: .actualUser, content.actualUser),
                isFolded: true),
            Group(
                name: words["draft.use"], hint: words["draft.useHint"],
                fields: [
                    field(.deviceType, use?.deviceType), field(.deviceModel, use?.deviceModel), field(.scene, use?.scene),
                    field(.traffic, use?.traffic?.rawValue, .choice(traffics)),
                    field(.monthlyMegabytes, use?.monthlyMegabytes.map(String.init), .number),
                    field(.voice, use?.voice.map { $0 ? "yes" : "no" }, .choice(yesOrNo)),
                    field(.sms, use?.sms.map { $0 ? "yes" : "no" }, .choice(yesOrNo)),
                    field(.region, use?.region, .text(hint: words["draft.regionHint"])),
                ]),
            Group(
                name: words["field.effectiveFrom"], hint: words["draft.effectiveHint"],
                fields: [
                    DraftField(
                        name: "effectiveFrom", pointer: "/effectiveFrom", label: words["field.effectiveFrom"],
                        standing: content.effectiveFrom ?? "", shape: .date)
                ], isFolded: true),
        ]
    }

    // MARK: Saving

    /// Keeps what was typed, however incomplete, and goes on. Where somebody saved meanwhile it is shown again with what stands there now.
    func saveDraftStep(_ step: DraftStep) async throws -> Response {
        let application: ApplicationID = try identifier()
        do {
            let view = try await installation.readApplication(as: principal(), application)
            let version = try sentVersion()
            guard view.application.version == version else { throw Refusal.stale }
            if step == .unit, form["act"] == "keep" { try await demandNobodyCompletes(application) }
            var content = view.content ?? ApplicationContent()
            try fill(&content, step)
            _ = try await installation.updateApplication(as: principal(), application, version: version, content: content)
        } catch let refusal as Refusal where [.invalid, .stale].contains(refusal.kind) || refusal.code == Refusal.unitNotSavedByItself.code
        {
            return try await stepPage(step, refusal)
        }
        guard form["act"] == "next" else { return redirect(to: .draftStep(id, step)) }
        let steps = steps(try await installation.examineApplication(as: principal(), application))
        let next = steps.firstIndex(of: step).flatMap { steps.indices.contains($0 + 1) ? steps[$0 + 1] : nil }
        return redirect(to: next.map { .draftStep(id, $0) } ?? .draft(id))
    }

    /// With another unit the links of its people end and what they typed is gone: that is done by a button, never by itself.
    private func demandNobodyCompletes(_ application: ApplicationID) async throws {
        let parts = try await installation.readParts(as: principal(), application)
        guard !parts.links.contains(where: { $0.standing == .open }) else { throw Refusal.unitNotSavedByItself }
    }

    private func fill(_ content: inout ApplicationContent, _ step: DraftStep) throws(Refusal) {
        switch step {
        case .unit: content.unit = try party(.unit, standing: content.unit)
        case .handler:
            content.handler = try party(.handler, standing: content.handler)
            content.noticeAccepted = form.isTicked("noticeAccepted") ? true : nil
            let letter = Authorisation(
                purpose: try text("authorisation-purpose", at: "/authorisation/purpose"),
                validFrom: try text("authorisation-validFrom", at: "/authorisation/validFrom"),
                validUntil: form.isTicked("authorisation-longTerm")
                    ? Self.longTermWord : try text("authorisation-validUntil", at: "/authorisation/validUntil"))
            content.authorisation = letter == Authorisation() ? nil : letter
        case .responsible: content.responsiblePerson = try party(.responsiblePerson, standing: content.responsiblePerson)
        case .use:
            content.usingDepartment = try text("usingDepartment", at: "/usingDepartment")
            content.actualUser = try party(.actualUser, standing: content.actualUser)
            content.effectiveFrom = try text("effectiveFrom", at: "/effectiveFrom")
            content.use = try sentUse()
        case .cards, .evidence: break
        }
    }

    private func sentUse() throws(Refusal) -> DeclaredUse? {
        func sent(_ fact: UnitPolicy.UseFact) throws(Refusal) -> String? {
            try text("use-\(fact.rawValue)", at: "/use/\(fact.rawValue)")
        }
        func answer(_ fact: UnitPolicy.UseFact) throws(Refusal) -> Bool? { try sent(fact).map { $0 == "yes" } }
        var use = DeclaredUse()
        use.deviceType = try sent(.deviceType)
        use.deviceModel = try sent(.deviceModel)
        use.scene = try sent(.scene)
        use.traffic = try sent(.traffic).flatMap { DeclaredUse.Traffic(rawValue: $0) }
        use.voice = try answer(.voice)
        use.sms = try answer(.sms)
        use.region = try sent(.region)
        if let megabytes = try number("use-monthlyMegabytes") {
            guard (0...Self.megabytesMax).contains(megabytes) else { throw .numberUnreadable.at("/use/monthlyMegabytes") }
            use.monthlyMegabytes = Int(megabytes)
        }
        return use == DeclaredUse() ? nil : use
    }

    /// As the contract of the API has it.
    private static let megabytesMax: Int64 = 10_000_000
}

extension Refusal {
    /// Told to the page's script alone, which says that a button is to be pressed.
    fileprivate static let unitNotSavedByItself = Refusal(
        "unit-not-saved-by-itself", .conflict, house: .versions,
        en: "People complete their parts for this unit: it is not saved by itself.",
        zh: "已有人员正在为该单位填写信息，不自动保存。",
        mend: LocalText(
            en: "Press Save. If it is another unit, their links end and what they typed is gone.", zh: "请点击保存。若更换单位，已发出的链接失效，其填写内容不保留。"))
}
