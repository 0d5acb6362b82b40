import Foundation
import Hummingbird
import Numbers
import Pages
import Records
import Registry
import UseCases
import Vault
import Web

extension ConsoleVisit {
    /// Registrations of units and persons, the newest first.
    func registrations() async throws -> Response { try await registrationsPage() }

    /// By its code, which comes in a form: people type persons into boxes like this.
    func findRegistration() async throws -> Response {
        let code = (form["code"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !code.isEmpty else { return redirect(to: .registrations) }
        if let found = try await registration(coded: code) { return redirect(to: .registration(found.description)) }
        return try await registrationsPage(notFound: code)
    }

    /// The registration that people call by this code; nil where there is none within reach.
    func registration(coded code: String) async throws -> RegistrationID? {
        guard may(.registrationRead) else { return nil }
        return try await installation.listRegistrations(
            as: principal(), state: nil, unit: nil, code: code.uppercased(), before: nil, limit: 1
        ).first?.registration.id
    }

    /// - Parameter notFound: a code that was looked for in vain.
    private func registrationsPage(notFound: String? = nil) async throws -> Response {
        let state = query("state").flatMap { RegistrationState(rawValue: $0) }
        let limit = 50
        let before = try place(1).flatMap { RegistrationID($0[0]) }
        let found =
            notFound == nil
            ? try await installation.listRegistrations(
                as: principal(), state: state, unit: nil, code: nil, before: before, limit: limit + 1) : []
        let page = found.prefix(limit)
        let states: [RegistrationState?] = [nil] + RegistrationState.allCases
        return write(
            ConsolePage(
                template: "registrations", title: words["registrations.title"],
                values: [
                    "tabs": values(of: registrationTabs, at: .registrations), "code": notFound ?? "",
                    "action": ConsoleLink.registrations.address,
                    "states": states.map { other -> [String: Any] in
                        [
                            "href": ConsoleLink.registrations.address + (other.map { "?state=\($0.rawValue)" } ?? ""),
                            "name": other.map { words["registrationState.\($0.rawValue)"] } ?? words["cards.all"],
                            "isCurrent": other == state && notFound == nil,
                        ]
                    },
                    "registrations": page.map { row($0.registration, $0.unit) }, "isEmpty": found.isEmpty, "isOfOneUnit": false,
                    "isFiltered": state != nil || notFound != nil, "first": ConsoleLink.registrations.address,
                    "isLater": query("after") != nil,
                    "next": found.count > limit
                        ? page.last.map { [address(.registrations, keeping: ["state"], after: $0.registration.id.description)] } ?? [] : [],
                ], section: registrationTabs.first?.link))
    }

    func row(_ stored: StoredRegistration, _ unit: UnitEntry?) -> [String: Any] {
        [
            "href": ConsoleLink.registration(stored.id.description).address, "code": stored.code,
            "subject": unit?.name ?? words["subjectKind.\(stored.subject.rawValue)"], "mark": Self.mark(of: stored.state),
            "state": words["registrationState.\(stored.state.rawValue)"], "channel": words["channel.\(stored.channel.rawValue)"],
            "cards": String(stored.cards), "created": words.time(stored.createdAt),
            "registered": stored.registeredAt.map { words.time($0) } ?? "–", "ended": stored.endedAt.map { words.time($0) } ?? "",
            "isEnded": stored.endedAt != nil,
        ]
    }

    private static func mark(of state: RegistrationState) -> String {
        switch state {
        case .pending: "◔"
        case .registered: "●"
        case .refused: "✕"
        case .ended: "○"
        }
    }

    // MARK: One of them

    func registration() async throws -> Response { try await write(registrationPage()) }

    private func registrationPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let registration: RegistrationID = try identifier()
        let view = try await installation.readRegistration(as: principal(), registration)
        let roles = view.history
        let applications = try await installation.listApplications(
            as: principal(), state: nil, kind: nil, registration: registration, after: nil, limit: 50)
        let stored = view.registration
        var values = row(stored, view.unit)
        let more: [String: Any] = [
            "isPending": stored.state == .pending, "isWithheld": view.isWithheld, "now": try await standing(stored, applications),
            "roles": roles.filter(\.isCurrent).map(roleValues), "hasRoles": roles.contains(where: \.isCurrent),
            "history": roles.map(roleValues), "hasHistory": roles.count > roles.filter(\.isCurrent).count,
            "applications": applicationRows(applications), "timeline": timeline(stored, applications, view.decisions),
            "leftOut": try await leftOut(applications, view.decisions), "changes": changes(stored),
        ]
        values.merge(more) { $1 }
        values.merge(try await heldCards(registration)) { $1 }
        if let unit = view.unit {
            values["unit"] = ["name": unit.name, "code": unit.code, "href": ConsoleLink.unit(unit.party.description).address]
        }
        return ConsolePage(
            template: "registration", title: words("registration.title", ["code": stored.code]), values: values, refusal: refusal,
            section: registrationTabs.first?.link)
    }

    /// Where it stands, in a sentence, with a way on where there is one.
    private func standing(_ stored: StoredRegistration, _ applications: [StoredApplication]) async throws -> [String: Any] {
        guard let newest = applications.first else {
            return ["text": words["registrationState.\(stored.state.rawValue)"], "ways": [String]()]
        }
        let id = newest.id.description
        let isFromCounter = Self.isFromCounter(stored.subject, stored.channel, newest.kind)
        let isOpen = newest.state.isOpenToSubmitter && (stored.subject == .unit || isFromCounter) && may(.registrationWrite)
        let isOwn = try principal().scope.path.contains(newest.path)
        let way: [String: Any] =
            isOpen && isOwn
            ? [
                "href": isFromCounter ? Self.counterAddress(of: id) : ConsoleLink.draft(id).address, "name": words["registration.goOn"],
            ]
            : ["href": ConsoleLink.application(id).address, "name": words["registration.look"]]
        return [
            "text": words(
                "registration.now-\(newest.state.rawValue)",
                [
                    "kind": words["kind.\(newest.kind.rawValue)"],
                    "at": words.time(newest.decidedAt ?? newest.submittedAt ?? newest.updatedAt),
                ]),
            "ways": [way],
            "withdraw": isOwn && stored.subject == .unit && may(.registrationWrite) && Self.isWaiting(newest.state)
                ? [["action": ConsoleLink.discardDraft(id).address, "version": String(newest.version)]] : [],
        ]
    }

    /// Handed in and not decided, which may still be taken back.
    private static func isWaiting(_ state: ApplicationState) -> Bool { !state.isDecided && !state.isOpenToSubmitter }

    private func applicationRows(_ applications: [StoredApplication]) -> [[String: Any]] {
        applications.map { stored in
            [
                "href": ConsoleLink.application(stored.id.description).address, "kind": words["kind.\(stored.kind.rawValue)"],
                "state": words["state.\(stored.state.rawValue)"], "cards": String(stored.cards), "begun": words.time(stored.createdAt),
                "submitted": stored.submittedAt.map { words.time($0) } ?? "–", "decided": stored.decidedAt.map { words.time($0) } ?? "–",
            ]
        }
    }

    func roleValues(_ view: RoleView) -> [String: Any] {
        let link = view.link
        var values: [String: Any] = [
            "role": words["party.\(link.role.pointer.dropFirst())"], "name": view.name ?? words["registration.nobody"],
            "document": view.documentType.map { words["document.\($0.rawValue)"] } ?? "–", "number": view.documentNumber ?? "–",
            "contact": view.contact ?? "–", "from": words.time(link.effectiveFrom), "recorded": words.time(link.recordedAt),
            "isCurrent": view.isCurrent,
        ]
        if let until = view.validUntil { values["validity"] = validity(until, asMoments: true) }
        if let until = link.authorisedUntil { values["authorised"] = validity(until, asMoments: true) }
        return values
    }

    /// Until when a paper counts, in a word and a shape.
    ///
    /// - Parameter asMoments: the day has the form of the moments that stand in the same row.
    func validity(_ until: Int64, asMoments: Bool = false) -> [String: Any] {
        guard until != longTerm, let day = CivilDate(yyyymmdd: Int(until)) else {
            return ["mark": "●", "text": words["case.longTerm"], "isBad": false, "word": ""]
        }
        let left = CivilDate(shanghai: installation.now()).days(until: day)
        let warning = Int(installation.settings.expiryWarningDays)
        let text = asMoments ? words.date(day) : day.description
        if left < 0 { return ["mark": "✕", "text": text, "isBad": true, "word": words["expiry.expired"]] }
        if left < warning {
            return ["mark": "△", "text": text, "isBad": true, "word": words("expiry.soon", ["n": String(left)])]
        }
        return ["mark": "●", "text": text, "isBad": false, "word": ""]
    }

    private func timeline(
        _ stored: StoredRegistration, _ applications: [StoredApplication], _ decisions: [StoredDecision]
    ) -> [[String: Any]] {
        var happenings: [(at: Instant, kind: String, text: String)] = [(stored.createdAt, words["registration.begun"], "")]
        for application in applications {
            let kind = words["kind.\(application.kind.rawValue)"]
            if let at = application.submittedAt { happenings.append((at, words["registration.submitted"], kind)) }
            if application.state == .withdrawn, let at = application.decidedAt { happenings.append((at, words["state.withdrawn"], kind)) }
        }
        for decision in decisions {
            let counts = words(
                "registration.counts", ["n": String(decision.cardsRegistered), "out": String(decision.cardsExcluded)])
            happenings.append(
                (
                    decision.decidedAt, words["verdict.\(decision.verdict.rawValue)"],
                    decision.verdict == .approve
                        ? words("registration.effective", ["at": words.time(decision.effectiveFrom), "counts": counts]) : ""
                ))
        }
        if let at = stored.endedAt { happenings.append((at, words["registrationState.ended"], "")) }
        return happenings.sorted { $0.at > $1.at }.map { ["at": words.time($0.at), "kind": $0.kind, "text": $0.text] }
    }

    /// The cards it answers for now.
    private func heldCards(_ registration: RegistrationID) async throws -> [String: Any] {
        let limit = 50
        var after: Int64 = 0
        if let text = query("after") {
            guard let known = installation.secrets.references.subscription(from: text) else { throw Refusal.cursorUnknown }
            after = known
        }
        let found = try await installation.listRegistrationCards(as: principal(), registration, after: after, limit: limit + 1)
        let page = found.prefix(limit)
        return [
            "held": try page.map { held -> [String: Any] in
                [
                    "href": try cardHref(held.card), "iccid": held.card.iccid, "msisdn": held.card.msisdn.map(String.init) ?? "–",
                    "carrier": carrierName(held.card.carrier), "product": held.card.productName, "since": words.time(held.since),
                ]
            },
            "hasHeld": !page.isEmpty, "isLater": query("after") != nil, "first": ConsoleLink.registration(id).address,
            "next": found.count > limit
                ? try page.last.map {
                    [address(.registration(id), keeping: [], after: try reference($0.card.subscription))]
                } ?? [] : [],
        ]
    }

    private func cardHref(_ card: CardRecord) throws -> [String] {
        guard may(.cardRead) else { return [] }
        return [ConsoleLink.card(try reference(card.subscription)).address]
    }

    /// Cards that an approval left out, each with its reason: the newest approval that left some out.
    private func leftOut(_ applications: [StoredApplication], _ decisions: [StoredDecision]) async throws -> [[String: Any]] {
        let approvals = decisions.filter { $0.verdict == .approve && $0.cardsExcluded > 0 }
        guard let newest = approvals.max(by: { $0.decidedAt < $1.decidedAt }),
            let application = applications.first(where: { $0.submission == newest.submission })
        else { return [] }
        let found = try await installation.listExclusions(as: principal(), application.id, after: 0, limit: 100)
        return [
            [
                "text": words("registration.leftOut", ["n": String(newest.cardsExcluded)]), "hasMore": newest.cardsExcluded > found.count,
                "cards": found.map { card -> [String: Any] in
                    let reason = Refusal.exclusion(card.code)
                    return [
                        "iccid": card.iccid, "text": reason?.reason.text(in: language) ?? card.code,
                        "rules": ruleLinks(reason?.requirements ?? []),
                    ]
                },
            ]
        ]
    }

    // MARK: Changing it

    private static let changeKinds: [ApplicationKind] = [.addCards, .changeRole, .correct, .end]
    private static let changeRoles: [PartyRole] = [.responsiblePerson, .handler, .actualUser, .unit]

    private func changes(_ stored: StoredRegistration) -> [[String: Any]] {
        guard stored.state == .registered, stored.subject == .unit, may(.registrationWrite) else { return [] }
        return [
            [
                "action": ConsoleLink.changeRegistration(id).address, "effective": form["effectiveFrom"] ?? "",
                "kinds": Self.changeKinds.map { kind -> [String: Any] in
                    ["code": kind.rawValue, "name": words["kind.\(kind.rawValue)"], "isChosen": form["kind"] == kind.rawValue]
                },
                "people": Self.changeRoles.map { role -> [String: Any] in
                    ["code": role.rawValue, "name": words["party.\(role.pointer.dropFirst())"], "isChosen": form["role"] == role.rawValue]
                },
            ]
        ]
    }

    /// Begins a change to it, which takes the same steps as a registration.
    func changeRegistration() async throws -> Response {
        do {
            guard let kind = form["kind"].flatMap({ ApplicationKind(rawValue: $0) }), Self.changeKinds.contains(kind) else {
                throw Refusal.changeMissing
            }
            var content = ApplicationContent()
            if kind == .changeRole || kind == .correct {
                guard let role = form["role"].flatMap({ PartyRole(rawValue: $0) }) else { throw Refusal.changeMissing }
                content.role = role
            }
            content.effectiveFrom = try text("effectiveFrom", at: "/effectiveFrom")
            let begun = try await installation.createApplication(as: principal(), of: identifier(), kind: kind, content: content)
            return redirect(to: .draft(begun.application.description))
        } catch let refusal as Refusal where [.invalid, .conflict].contains(refusal.kind) {
            return try await write(registrationPage(refusal))
        }
    }
}

extension Refusal {
    static let changeMissing = Refusal(
        "change-missing", .invalid, house: .choice, en: "It is not said what shall change.", zh: "未说明要变更的内容。",
        mend: LocalText(en: "Choose what changes, and for a person which one.", zh: "请选择变更事项；变更人员或更正信息时请选择对应角色。"))
}
