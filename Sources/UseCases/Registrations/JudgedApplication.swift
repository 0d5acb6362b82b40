import Numbers
import Records
import Registry
import SQLCore

/// An application as it was opened and judged by rule on one snapshot, with its parties sealed: everything about handing it in that
/// rests on the application alone.
struct JudgedApplication: Sendable {
    let application: StoredApplication
    let registration: StoredRegistration
    let content: ApplicationContent
    let effective: EffectiveDate
    let evidence: [(slot: EvidenceSlot, evidence: EvidenceID)]
    let judgement: ContentRules.Judgement
    /// What the rules found, ready to be kept.
    let findings: RuleFindings
    let identities: [PreparedIdentity]
    private let day: CivilDate
    /// Who had a role in the registration: their names must not stand in open text.
    private let holders: Set<IdentityVersionID>

    /// Opens a stored application and judges it. Throws as the other.
    static func read(
        _ id: ApplicationID, version: Int64, of principal: Principal, at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> JudgedApplication {
        let application = try StoredApplication.open(id, version: version, of: principal, in: session)
        guard let content = try SealedContent.open(application, vault: installation.vault, in: session),
            let registration = try RegistrationRecords.find(application.registration, principal.scope, at: now, in: session)
        else { throw Refusal.applicationClosed }
        return try JudgedApplication(application, of: registration, content, by: principal, at: now, in: installation, session)
    }

    /// - Parameter holders: who has a role in the registration, where that is known.
    /// Throws `fields-invalid` with a detail for every demand that is not met.
    init(
        _ application: StoredApplication, of registration: StoredRegistration, _ content: ApplicationContent, by principal: Principal,
        holders: Set<IdentityVersionID>? = nil, at now: Instant, in installation: Installation, _ session: any Session
    ) throws {
        guard registration.subject == .unit else { throw Refusal.personsOwn }
        self.application = application
        self.content = content
        self.registration = registration
        day = CivilDate(shanghai: now)
        effective = try EffectiveDate.read(content.effectiveFrom, at: now, registration: registration)
        evidence = try Self.usableEvidence(content, principal.scope, at: now, in: session)
        judgement = ContentRules(today: day, warningDays: Int(installation.settings.expiryWarningDays))
            .judge(
                content, in: Self.situation(application, registration, content, effective), evidenceSlots: Set(evidence.map(\.slot)),
                cards: Int(application.cards))
        self.holders = try holders ?? Self.holders(registration.id, at: now, in: session)
        let names = try content.personNames + installation.personNames(Array(self.holders), in: session)
        let failures = judgement.failures.map(\.asRefusal) + Self.openTextFailures(content, OpenText(today: day, names: names))
        guard failures.isEmpty else { throw Refusal.invalid(failures) }
        if application.kind == .changeRole || application.kind == .correct { try Self.demandRole(content) }
        findings = try RuleFindings(judgement.outcomes)
        identities = try PreparedIdentity.all(judgement.parties, for: installation, in: session)
    }

    /// Whether the stored registration it was judged for is as it was then. The application itself has its version.
    func stillHolds(in act: Act) throws -> Bool {
        guard let now = try RegistrationRecords.find(registration.id, act.principal.scope, at: act.now, in: act.session) else {
            return false
        }
        return try now.updatedAt == registration.updatedAt && now.state == registration.state && isOfToday(act)
            && holders == Self.holders(registration.id, at: act.now, in: act.session)
    }

    private static func holders(
        _ registration: RegistrationID, at now: Instant, in session: any Session
    ) throws -> Set<IdentityVersionID> {
        Set(try RoleRecords.inForce(registration, at: now, asKnown: now, in: session).values.compactMap(\.identity))
    }

    /// Asks what judging will.
    static func foresee(_ content: ApplicationContent, _ scope: Scope, at now: Instant, in ahead: any Session) throws {
        _ = try EvidenceUse.admissible(named(content).map(\.evidence), scope, at: now, in: ahead)
    }

    /// Whether the day is the same and its evidence is still there.
    func isOfToday(_ act: Act) throws -> Bool {
        try CivilDate(shanghai: act.now) == day && EvidenceUse.arePresent(evidence.map(\.evidence), in: act.session)
    }

    static func situation(
        _ application: StoredApplication, _ registration: StoredRegistration, _ content: ApplicationContent, _ effective: EffectiveDate
    ) -> UnitPolicy.Situation {
        UnitPolicy.Situation(
            kind: application.kind, channel: registration.channel,
            hasSealedLetter: content.unit?.documentType == DocumentType.sealedLetter.rawValue, hasProxy: content.proxy != nil,
            changedRole: content.role, takesEffectInThePast: effective.isInThePast)
    }

    private static func demandRole(_ content: ApplicationContent) throws {
        guard content.role != nil else {
            throw Refusal.invalid([CheckOutcome.missing("/role", "R-25-11").asRefusal])
        }
    }

    /// What of the content is kept in clear must not be personal data.
    private static func openTextFailures(_ content: ApplicationContent, _ open: OpenText) -> [Refusal] {
        content.openTexts.compactMap { text, pointer in
            if let text, !text.isEmpty, !ApplicationContent.openTextBounds.admit(text) { return .textTooLong.at(pointer) }
            return open.refusal(of: text, at: pointer)
        }
    }

    private static func named(_ content: ApplicationContent) throws -> [(slot: EvidenceSlot, evidence: EvidenceID)] {
        var named: [(slot: EvidenceSlot, evidence: EvidenceID)] = []
        for (slotText, ids) in content.evidence ?? [:] {
            guard let slot = EvidenceSlot(rawValue: slotText) else {
                throw Refusal.invalid([Refusal.evidenceSlotUnknown.at("/evidence/\(EvidenceSlot.safePointer(slotText))")])
            }
            for text in ids {
                guard let id = EvidenceID(text) else { throw Refusal.invalid([Refusal.evidenceUnknown.at("/evidence/\(slot.rawValue)")]) }
                named.append((slot, id))
            }
        }
        guard named.count <= EvidenceSlot.piecesMax else { throw Refusal.tooMuchEvidence }
        return named
    }

    private static func usableEvidence(
        _ content: ApplicationContent, _ scope: Scope, at now: Instant, in session: any Session
    ) throws -> [(slot: EvidenceSlot, evidence: EvidenceID)] {
        let named = try named(content)
        let admissible = try EvidenceUse.admissible(named.map(\.evidence), scope, at: now, in: session)
        for (slot, id) in named where !admissible.contains(id) {
            throw Refusal.invalid([Refusal.evidenceUnknown.at("/evidence/\(slot.rawValue)")])
        }
        // In the order of their keys, each once.
        var distinct: [(slot: EvidenceSlot, evidence: EvidenceID)] = []
        for piece in named.sorted(by: { ($0.slot.rawValue, $0.evidence) < ($1.slot.rawValue, $1.evidence) })
        where distinct.last.map({ $0 != piece }) ?? true { distinct.append(piece) }
        return distinct
    }
}

extension EvidenceSlot {
    /// Most pieces of evidence in one application.
    static let piecesMax = 60

    /// A name from outside made fit for a pointer in an answer.
    static func safePointer(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0 == "-") }.prefix(40).map(Character.init))
    }
}

extension Refusal {
    static let evidenceSlotUnknown = Refusal(
        "evidence-slot-unknown", .invalid, house: .form, en: "There is no such place for evidence.", zh: "没有此凭证类型。",
        mend: LocalText(en: "Use one of the slots the contract names.", zh: "请使用接口约定的凭证类型。"))
    static let evidenceUnknown = Refusal(
        "evidence-unknown", .invalid, requirements: ["R-25-09"], en: "This piece of evidence does not exist within your scope.",
        zh: "在您的权限范围内没有该凭证。", mend: LocalText(en: "Upload it first and use the identifier you get.", zh: "请先上传凭证并使用返回的编号。"))
    static let tooMuchEvidence = Refusal(
        "too-much-evidence", .tooLarge, house: .limits, en: "There are too many pieces of evidence.", zh: "凭证数量过多。",
        mend: LocalText(en: "Join pages into one PDF.", zh: "请将多页合并为一个 PDF。"), pointer: "/evidence")
}
