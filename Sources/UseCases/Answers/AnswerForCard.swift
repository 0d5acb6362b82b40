import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

/// How a card is named in a question.
package enum CardQuestion: Hashable, Sendable {
    case iccid(String)
    case msisdn(String)
    case imsi(String)
    /// A card reference, `card_…`.
    case reference(String)
}

/// Who answers for a card at a time.
package struct CardAnswer: Hashable, Sendable {
    package enum Standing: String, CaseIterable, Sendable {
        /// Somebody answers.
        case registered
        /// Nobody does any more.
        case vacant
        /// Nobody ever did, up to that time.
        case unregistered
    }

    package struct Answering: Hashable, Sendable {
        package let party: PartyID
        package let name: String
        package let documentType: DocumentType
        package let documentNumber: String
        package let address: String?
        package let contact: String?
        package let since: Instant
    }

    package struct Seat: Hashable, Sendable {
        package let id: OrganisationID
        package let name: String
    }

    package let subscription: Int64
    package let iccid: String
    package let msisdn: String?
    package let carrier: Carrier
    package let at: Instant
    package let asKnown: Instant
    package let standing: Standing
    /// Name and code are public facts; nil where nobody answers.
    package let unit: UnitEntry?
    package let roles: [PartyRole: Answering]
    /// The department that uses the cards, where no person does.
    package let usingDepartment: String?
    package let agentChain: [Seat]
    package let since: Instant?
    package let registration: RegistrationID?
    package let registrationCode: String?
    package let decision: DecisionID?
    /// Evidence the decision rested on.
    package let evidence: [EvidenceID]
    package let isRevealed: Bool
    /// On which ground the answer is kept; what is for lawful tracing only is left out for those who may not trace.
    package let phase: RetentionPhase
    package var isWithheld: Bool { whyClosed != nil }
    /// Why it is left out; nil where it is not.
    package let whyClosed: Refusal?
    /// By what it was opened, where it is sealed.
    package let opening: StoredOpening?
    /// Where the card's service stands now.
    package let service: LifeStanding
}

extension Installation {
    /// Who answers for this card, at `at` as it was known at `asKnown` (both now unless given). Persons are masked. Where whoever answered
    /// then does so no more, the look leaves its entry.
    /// `not-found` for cards outside the scope, and for cards that did not exist then.
    package func answer(
        as principal: Principal, _ question: CardQuestion, at: Instant? = nil, asKnown: Instant? = nil
    ) async throws -> CardAnswer {
        let now = clock.now()
        return try await lookAtRecord(as: principal, needs: .answerRead) { [self] session in
            try Answering(
                installation: self, principal: principal, session: session, now: now, at: at ?? now, asKnown: asKnown ?? now,
                isRevealed: false
            ).answer(question)
        }
    }

    /// The same, unmasked: needs a purpose, and leaves its entry before anything is shown. What is sealed opens while an approved request of
    /// the asker's own lasts (`askForOpening`), and `sealed` is thrown else.
    package func reveal(
        as principal: Principal, _ question: CardQuestion, at: Instant? = nil, asKnown: Instant? = nil, purpose: String
    ) async throws -> CardAnswer {
        try Purpose.demand(purpose, today: chinaDay())
        // An agent's reviewer sees cases, not who answers for which card.
        try principal.demandEverything()
        return try await act(as: principal, .answerRevealed, needs: .reveal, purpose: purpose) { act in
            let answer = try Answering(
                installation: act.installation, principal: principal, session: act.session, now: act.now, at: at ?? act.now,
                asKnown: asKnown ?? act.now, isRevealed: true
            ).answer(question)
            if principal.permissions.contains(.retentionRead), let closed = answer.whyClosed { throw closed }
            act.recording.about(card: answer.subscription)
            act.note(answer.phase, openedBy: answer.opening)
            try act.demandOpen(purpose, at: "/purpose", names: answer.roles.values.map(\.name))
            for role in answer.roles.values { act.recording.about(.party, role.party) }
            if let registration = answer.registration { act.recording.about(.registration, registration) }
            return answer
        }
    }
}

extension CardAnswer: RecordShowing {
    var keptLook: KeptLook? {
        guard phase != .live, !isWithheld, let registration else { return nil }
        return KeptLook(phase: phase, registration: registration, card: subscription, parties: roles.values.map(\.party))
    }
}

/// One question being answered from one snapshot.
struct Answering {
    let installation: Installation
    let principal: Principal
    let session: any Session
    /// One reading of the clock for the whole question.
    let now: Instant
    let at: Instant
    let asKnown: Instant
    let isRevealed: Bool

    func answer(_ question: CardQuestion) throws -> CardAnswer {
        guard let subscription = try subscription(question) else { throw Refusal.notFound }
        session.foresee {
            _ = try AnswerRecords.card(subscription, in: $0)
            _ = try HoldingRecords.link(subscription, at: at, asKnown: asKnown, in: $0)
        }
        guard let card = try AnswerRecords.card(subscription, in: session) else { throw Refusal.notFound }
        let link = try HoldingRecords.link(subscription, at: at, asKnown: asKnown, in: session)
        if let link, let registration = link.registration {
            session.foresee {
                _ = try AnswerRecords.registered(registration, in: $0)
                _ = try AnswerRecords.named(registration, at: at, asKnown: asKnown, in: $0)
                _ = try AnswerRecords.submitted(for: link.decision, in: $0)
                _ = try AnswerRecords.evidence(for: link.decision, in: $0)
            }
        }
        guard let link, let registrationID = link.registration,
            let registration = try AnswerRecords.registered(registrationID, in: session)
        else {
            guard try CardReach.contains(subscription, scope: principal.scope, at: now, in: session) else {
                throw Refusal.notFound
            }
            return bare(card, link)
        }
        guard try isVisible(registration, subscription, link) else { throw Refusal.notFound }
        let phase = try phase(of: subscription, registrationID)
        let kept = try KeptRecord(registrationID, phase, for: principal, isRevealed: isRevealed, at: now, in: session)
        return try full(card, link, registrationID, registration, kept)
    }

    /// Whether what answered then is live or kept. Who answers now is live, and nothing more is read.
    func phase(of subscription: Int64, _ registration: RegistrationID) throws -> RetentionPhase {
        guard at < now, let facts = try HoldingRecords.facts(subscription...subscription, in: session).first,
            let ended = facts.holdings.end(at: at), ended <= now
        else { return .live }
        // Of lawful traces nobody is told who has no part in them.
        let holds = principal.knowsOfHolds ? try LegalHoldRecords.spans(card: subscription, registration, in: session) : []
        return RetentionPhase.of(ended: ended, holds: holds, at: now)
    }

    /// A registration of one's own making or name; of a card in one's own hands only who answers for it now, not who did before.
    private func isVisible(_ registration: AnswerRecords.Registered, _ subscription: Int64, _ link: HoldingLink) throws -> Bool {
        switch principal.scope {
        case .everything: return true
        case .subtree(_, let path):
            if path.contains(registration.path) { return true }
            let present = try HoldingRecords.link(subscription, at: now, asKnown: now, in: session)
            return try present?.ordinal == link.ordinal
                && CardReach.contains(subscription, scope: principal.scope, at: now, in: session)
        case .unit(let unit, _, _): return registration.unit == unit
        case .card(let seat): return registration.createdBy == seat.id
        case .part: return false
        }
    }

    func subscription(_ question: CardQuestion) throws -> Int64? {
        let context = NumberContext(today: CivilDate(shanghai: at))
        switch question {
        case .iccid(let text):
            guard let iccid = ICCID.check(text, in: context).value else { throw Refusal.notACardNumber.at("/iccid") }
            return try HoldingRecords.subscription(iccid: iccid.text.description, at: at, in: session)
        case .msisdn(let text):
            guard let msisdn = MSISDN.check(text, in: context).value else { throw Refusal.notACardNumber.at("/msisdn") }
            return try HoldingRecords.subscription(msisdn: msisdn.int64, at: at, in: session)
        case .imsi(let text):
            guard let imsi = IMSI.check(text, in: context).value else { throw Refusal.notACardNumber.at("/imsi") }
            return try HoldingRecords.subscription(imsi: imsi.int64, at: at, in: session)
        case .reference(let text):
            return installation.secrets.references.subscription(from: text)
        }
    }

    private func bare(_ card: AnswerRecords.Card, _ link: HoldingLink?) -> CardAnswer {
        CardAnswer(
            subscription: card.subscription, iccid: card.iccid, msisdn: card.msisdn.map(String.init), carrier: card.carrier, at: at,
            asKnown: asKnown, standing: link == nil ? .unregistered : .vacant, unit: nil, roles: [:], usingDepartment: nil,
            agentChain: [], since: link?.effectiveFrom, registration: nil, registrationCode: nil, decision: link?.decision, evidence: [],
            isRevealed: isRevealed, phase: .live, whyClosed: nil, opening: nil, service: card.service)
    }

    private func full(
        _ card: AnswerRecords.Card, _ link: HoldingLink, _ id: RegistrationID, _ registration: AnswerRecords.Registered, _ kept: KeptRecord
    ) throws -> CardAnswer {
        // What is sealed opens one by one, by an act that stands on the trail (invariant 9).
        let isOpen = isRevealed ? kept.isOpen : kept.isReadable
        let yielded = isRevealed ? try installation.yielded(by: kept.opening, in: session) : YieldedKeys()
        // Who answers elsewhere is readable there; that he answered here once is what is frozen.
        var roles: [PartyRole: CardAnswer.Answering] = [:]
        var isInCustody = false
        if isOpen { (roles, isInCustody) = try answering(id, yielded) }
        let isShown = isOpen && !isInCustody
        var whyClosed: Refusal?
        if !isShown { whyClosed = isOpen ? kept.whyInCustody : kept.whyClosed }
        let submitted = try AnswerRecords.submitted(for: link.decision, in: session)
        let chain = try submitted.map { try Self.seats($0.agentChain) } ?? []
        let department = try isShown ? submitted.flatMap { try JSONValue(parsing: $0.content)["usingDepartment"]?.stringValue } : nil
        return CardAnswer(
            subscription: card.subscription, iccid: card.iccid, msisdn: card.msisdn.map(String.init), carrier: card.carrier, at: at,
            asKnown: asKnown, standing: .registered, unit: isShown ? registration.entry : nil, roles: isShown ? roles : [:],
            usingDepartment: department, agentChain: chain, since: link.effectiveFrom, registration: id,
            registrationCode: registration.code, decision: link.decision,
            evidence: isShown ? try AnswerRecords.evidence(for: link.decision, in: session) : [], isRevealed: isRevealed, phase: kept.phase,
            whyClosed: whyClosed, opening: isRevealed ? kept.opening : nil, service: card.service)
    }

    /// And whether custodians have the key of one of them: nobody who answers is left out silently.
    private func answering(
        _ registration: RegistrationID, _ yielded: YieldedKeys
    ) throws -> (roles: [PartyRole: CardAnswer.Answering], isInCustody: Bool) {
        var roles: [PartyRole: CardAnswer.Answering] = [:]
        var isInCustody = false
        for (role, named) in try AnswerRecords.named(registration, at: at, asKnown: asKnown, in: session) {
            guard let party = named.party, let stored = named.identity else { continue }
            guard let facts = try SealedIdentity.open(stored, vault: installation.vault, yielded: yielded) else {
                if try DepositRecords.isInCustody(stored.dataKey, in: session) { isInCustody = true }
                continue
            }
            roles[role] = CardAnswer.Answering(
                party: party, name: isRevealed ? facts.name : Mask.name(facts.name), documentType: facts.documentType,
                documentNumber: isRevealed ? facts.documentNumber : Mask.number(facts.documentNumber),
                address: isRevealed ? facts.address : facts.address.map(Mask.address),
                contact: isRevealed ? facts.contact : facts.contact.map(Mask.phone), since: named.since)
        }
        return (roles, isInCustody)
    }

    private static func seats(_ text: String) throws -> [CardAnswer.Seat] {
        try (JSONValue(parsing: text).arrayValue ?? []).compactMap { value in
            guard let id = value["id"]?.stringValue.flatMap({ OrganisationID($0) }), let name = value["name"]?.stringValue else {
                return nil
            }
            return CardAnswer.Seat(id: id, name: name)
        }
    }
}

extension Refusal {
    package static let notACardNumber = Refusal(
        "not-a-card-number", .invalid, requirements: ["R-NF-01"], en: "This is not a card's number.", zh: "不是有效的卡号。",
        mend: LocalText(en: "Check ICCID, number or IMSI digit by digit.", zh: "请逐位核对 ICCID、接入号或 IMSI。"))
}
