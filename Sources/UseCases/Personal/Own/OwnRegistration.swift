import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

/// A registration in a person's name with its holder and its card, as he asks something of it.
struct OwnRegistration: Sendable {
    let registration: StoredRegistration
    let holder: PinnedRole
    let facts: IdentityFacts
    let card: PersonalCard

    /// The registration that answers for the card now; nil where none does, or a unit's.
    static func read(
        of subscription: Int64, at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> OwnRegistration? {
        guard let link = try HoldingRecords.link(subscription, at: now, asKnown: now, in: session), let id = link.registration,
            let registration = try RegistrationRecords.find(id, .everything, at: now, in: session), registration.subject == .person,
            registration.state == .registered, let card = try PersonalCardRecords.find(subscription, in: session),
            let role = try RoleRecords.inForce(id, at: now, asKnown: now, in: session)[.holder], let party = role.party,
            let identity = role.identity, let stored = try PartyRecords.identity(identity, in: session),
            let facts = try SealedIdentity.open(stored, vault: installation.vault)
        else { return nil }
        return OwnRegistration(
            registration: registration,
            holder: PinnedRole(role: .holder, party: party, identity: identity, authorisedFrom: nil, authorisedUntil: nil), facts: facts,
            card: card)
    }
}

extension Act {
    func ownRegistration(of subscription: Int64) throws -> OwnRegistration? {
        try OwnRegistration.read(of: subscription, at: now, in: installation, session)
    }

    /// Registers what a person hands in about a registration of his own: who he is, what he shows, which card.
    func recordOwn(
        _ kind: ApplicationKind, _ application: ApplicationID, of own: OwnRegistration, by holder: PinnedRole, in language: ReaderLanguage,
        evidence: [(slot: EvidenceSlot, evidence: EvidenceID)] = [], ordinal: Int64 = 0, found: [CheckOutcome]
    ) throws -> SubmissionID {
        let submission: SubmissionID = fresh()
        var facts: [(String, JSONValue)] = [
            ("cardClass", .string(own.card.product.cardClass.rawValue)), ("carrier", .string(own.card.product.carrier.code)),
            (SubmissionLanguage.name, .string(language.rawValue)),
        ]
        if kind == .correct { facts.append(("role", .string(PartyRole.holder.rawValue))) }
        let content = JSONValue.object(JSONObject(members: facts.map { JSONObject.Member(key: $0.0, value: $0.1) }) ?? JSONObject())
        try register(
            .submission,
            [
                submission, application, own.registration.id, ordinal, kind.rawValue, "personal", try content.canonicalText(), holder.party,
                Int64(1), Instant?.none, try SubmissionRecording.agentChain(of: own.registration.path, in: session), now,
                principal.account,
            ])
        try SubmissionRecording(act: self, submission: submission).record(
            [holder], evidence, [own.card.subscription...own.card.subscription])
        try register(.ruleJudgement, [submission, try RuleFindings([]).text(adding: found), now])
        recording.about(.application, application)
        recording.about(.registration, own.registration.id)
        return submission
    }

    /// An application that is handed in with the act that makes it: nothing is typed for it.
    func handInAtOnce(
        _ kind: ApplicationKind, of own: OwnRegistration, in language: ReaderLanguage, found: [CheckOutcome]
    ) throws -> StoredApplication {
        // With whoever sees to the registration, wherever the person proved who he is.
        let application = StoredApplication(
            fresh: fresh(), kind, of: own.registration.id, cards: 1, by: principal, at: now, unit: own.holder.party,
            organisation: own.registration.organisation, path: own.registration.path)
        let draft = try SealedDraft(ApplicationContent(), for: application.id, in: installation)
        try DataKeyRecords.insert(draft.key, draft.wrapped, at: now, in: session)
        let submission = try recordOwn(kind, application.id, of: own, by: own.holder, in: language, found: found)
        try ApplicationRecords.insertSubmitted(
            application, draft: draft.bytes, key: draft.key.id, submission, unit: own.holder.party, at: now, in: session)
        try ApplicationRecords.addIntervals(application.id, [own.card.subscription...own.card.subscription], in: session)
        try tellHandedIn(kind == .end ? .releaseAsked : .asked, of: own.registration, submission, standing: .submitted)
        guard let stored = try ApplicationRecords.find(application.id, principal.scope, in: session) else { throw Refusal.notFound }
        return stored
    }
}

extension OwnRegistration {
    /// Whether the typed number is that of the holder's document, however it is typed: as it was taken when he registered.
    /// Not by `DocumentType.isSame`, which asks whose a number is: there the first nine characters of a permit are enough, here all are typed.
    func isHolders(_ typed: String, today: CivilDate) -> Bool {
        func plain(_ number: String) -> String { number.uppercased().filter { !$0.isWhitespace } }
        return plain(PartyRules.registered(typed, of: facts.documentType, today: today) ?? typed) == plain(facts.documentNumber)
    }
}

extension Installation {
    /// Counted before it is compared, and kept though the act that compares is undone. Throws `attempts-exhausted`.
    func countProof(at seat: CardSeat, hasRegistered: Bool) async throws {
        let now = now()
        // What the link is refused for counts for nobody else: else one link would use up the card's.
        let isWithin = try await store.write { session in
            try self.proofLimits(at: seat, hasRegistered: hasRegistered, in: session)
                .allSatisfy { try AttemptRecords.add(.card, $0.key, at: now, in: session) <= $0.max }
        }
        guard isWithin else { throw Refusal.attemptsExhausted }
    }

    func proofsLeft(at seat: CardSeat, hasRegistered: Bool, now: Instant, in session: any Session) throws -> Int {
        try proofLimits(at: seat, hasRegistered: hasRegistered, in: session)
            .map { max(0, $0.max - (try AttemptRecords.count(.card, $0.key, at: now, in: session))) }.min() ?? 0
    }

    /// Numbers typed where the card was registered count by themselves; elsewhere they count for the link or code by which somebody came,
    /// and for the card. So nobody who has a link keeps out the holder who registered on his device, nor one whom a business hall
    /// registered and who is given another link; and many links guess no more than the card allows.
    private func proofLimits(at seat: CardSeat, hasRegistered: Bool, in session: any Session) throws -> [(key: [UInt8], max: Int)] {
        func limit(_ name: String, _ max: Int) -> (key: [UInt8], max: Int) { (secrets.search.hash(name, for: .attempt), max) }
        if hasRegistered { return [limit("proof-at:\(seat.id)", Self.proofsMax)] }
        let card = limit("proof:\(seat.subscription)", Self.proofsOfCardMax)
        guard let entrance = try SeatRecords.find(seat.id, in: session)?.entrance else { return [card] }
        return [limit("proof-by:\(entrance)", Self.proofsMax), card]
    }

    /// Numbers that may be typed in a day on the device that registered the card; by one link or code, on all others.
    private static let proofsMax = 5
    /// Numbers that may be typed in a day for one card, by whatever links, on devices that did not register it.
    private static let proofsOfCardMax = 15
}

extension Refusal {
    static let notTheHolder = Refusal(
        "not-the-holder", .invalid, requirements: ["R-LC-08"], en: "This is not the document number the card is registered with.",
        zh: "证件号码与该卡登记信息不一致。",
        mend: LocalText(
            en: "Type the holder's number; if the card is not yours, call the operator.", zh: "请输入机主证件号码；如非本人登记，请联系运营商。",
            sendsTo: .hotline),
        pointer: "/documentNumber")
    static let askedAlready = Refusal(
        "asked-already", .conflict, house: .once, en: "It has been asked for already.", zh: "已提交过申请。",
        mend: LocalText(en: "Follow it by its code.", zh: "请凭办理编号查询进度。"))
}
