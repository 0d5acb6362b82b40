import Numbers
import Records
import Registry
import SQLCore
import Vault

/// One person's part of a unit's application, with what the page about it may say of the whole.
struct PartOfApplication {
    let part: ApplicationPart
    /// What the applicant declared; nothing of it is shown to whoever has the link.
    let content: ApplicationContent
    let unit: PartUnit

    /// Throws `application-closed` when it was purged, `part-not-there`.
    static func read(
        _ stored: StoredApplication, _ role: PartyRole, at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> PartOfApplication {
        guard let content = try SealedContent.open(stored, vault: installation.vault, in: session),
            let registration = try RegistrationRecords.find(stored.registration, .everything, at: now, in: session)
        else { throw Refusal.applicationClosed }
        let situation = JudgedApplication.situation(stored, registration, content, .fromDecision)
        guard let part = ApplicationPart(role, of: content, in: situation) else { throw Refusal.partNotThere }
        return PartOfApplication(part: part, content: content, unit: try PartUnit(stored, registration, content, in: session))
    }
}

/// For which unit the person stands, as the page about his part says it.
struct PartUnit: Equatable {
    let name: String?
    private let distinction: [String]

    init(
        _ stored: StoredApplication, _ registration: StoredRegistration, _ content: ApplicationContent?, in session: any Session
    ) throws {
        try self.init(stored, registration, content, known: Self.known(stored, registration, in: session))
    }

    /// Under which name the unit is known that the case stands for; nil where it is not known yet.
    static func known(_ stored: StoredApplication, _ registration: StoredRegistration, in session: any Session) throws -> String? {
        try (stored.unit ?? registration.unit).flatMap { try UnitRecords.find($0, in: session)?.name }
    }

    init(_ stored: StoredApplication, _ registration: StoredRegistration, _ content: ApplicationContent?, known: String?) {
        let party = stored.unit ?? registration.unit
        let unit = content?.unit
        let declared = unit?.name.flatMap { $0.isEmpty ? nil : $0 }
        // A first registration that was sent back is for the unit it names now, not for the one it was handed in with.
        if stored.kind == .register || known == nil {
            name = declared ?? known
            distinction = [declared, unit?.documentType, unit?.documentNumber].map { $0 ?? "" }
        } else {
            name = known
            distinction = [party?.description, known].map { $0 ?? "" }
        }
    }

    /// Tells this unit from every other, and says of it nothing.
    func hash(by secret: SearchIndex) -> [UInt8] { secret.hash(distinction.joined(separator: "\n"), for: .partUnit) }
}

/// What a person has typed in his part so far, sealed under a key of its own: it is destroyed when the link is over and nothing came of it.
enum SealedPart {
    static func seal(_ typed: ApplicationContent, for id: PartLinkID, under key: DataKey, vault: Vault) throws -> [UInt8] {
        try vault.seal(ContentText.bytes(typed), under: key, at: place(id))
    }

    /// nil when nothing was begun.
    static func open(_ link: StoredPartLink, vault: Vault, in session: any Session) throws -> ApplicationContent? {
        guard let sealed = link.draft, let keyID = link.dataKey, let key = try DataKeyRecords.open(keyID, with: vault, in: session)
        else { return nil }
        return try ContentText.content(vault.open(sealed, under: key, at: place(link.id)))
    }

    private static func place(_ id: PartLinkID) -> SealedPlace { SealedPlace(table: "part_link", column: "draft", row: id.bytes) }
}

/// What a person sees who came in by the link to his part: who asks and for whom, what is needed and why, and what he himself typed here.
package struct PartView: Sendable {
    package let role: PartyRole
    package let unitName: String
    package let operatorName: String
    package let agentName: String
    package let expiresAt: Instant
    package let demands: [UnitPolicy.Demand]
    package let notices: [PersonalNotice]
    package let noticeVersion: String
    /// Given on this device.
    package let consents: [ConsentRecords.Consent]
    /// Whether anything may be taken: the notices of today were consented to, on this device.
    package let mayCollect: Bool
    /// Begun on another device, whose typing is not shown here.
    package let isElsewhere: Bool
    /// What this person typed and had taken; nothing that anybody else declared.
    package let typed: ApplicationContent
    package let version: Int64
    /// What handing in would refuse of it.
    package let failures: [CheckOutcome]

    package var facts: PartyFacts { typed.party(role) ?? PartyFacts() }
    package func hasPicture(_ slot: EvidenceSlot) -> Bool { !(typed.evidence?[slot.rawValue] ?? []).isEmpty }
}

/// A part as one act or look finds it, for the device that asks.
struct PartCase {
    let link: StoredPartLink
    let application: StoredApplication
    let whole: PartOfApplication
    /// The keyed hash of the device's secret.
    let device: [UInt8]?
    /// Of this device alone, under whichever unit.
    let words: [PartConsentRecords.Word]
    /// The keyed hash of the unit that the page names now.
    let unit: [UInt8]
    /// Of the notices of today.
    let noticeVersion: String
    let typed: ApplicationContent

    /// Throws `part-completed`, `part-link-expired`, `part-link-not-open`.
    static func read(
        _ seat: PartSeat, at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> PartCase {
        guard let link = try PartLinkRecords.find(seat.link, in: session) else { throw Refusal.partLinkNotOpen }
        return try read(link, seat, at: now, in: installation, session)
    }

    /// The same of a link that this act or look has read.
    static func read(
        _ link: StoredPartLink, _ seat: PartSeat, at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> PartCase {
        guard let application = try ApplicationRecords.find(link.application, .part(seat), in: session) else {
            throw Refusal.partLinkNotOpen
        }
        try PartLinkView.Standing(link, of: application, at: now).demandOpen()
        guard try OrganisationRecords.isActive(link.seat.path, in: session) else { throw Refusal.partLinkNotOpen }
        let whole: PartOfApplication
        do {
            whole = try PartOfApplication.read(application, link.role, at: now, in: installation, session)
        } catch is Refusal {
            // Nothing is told of what became of the application.
            throw Refusal.partLinkNotOpen
        }
        let isElsewhere = link.device != nil && link.device != seat.device
        return PartCase(
            link: link, application: application, whole: whole, device: seat.device,
            words: isElsewhere ? [] : try seat.device.map { try PartConsentRecords.latest(link.id, on: $0, in: session) } ?? [],
            unit: whole.unit.hash(by: installation.secrets.search), noticeVersion: installation.partNoticeVersion,
            typed: isElsewhere
                ? ApplicationContent() : try SealedPart.open(link, vault: installation.vault, in: session) ?? ApplicationContent())
    }

    var isElsewhere: Bool { link.device != nil && link.device != device }

    /// Said under the notice that names the unit of now.
    var consents: [ConsentRecords.Consent] { words.filter { $0.unit == unit }.map(\.consent) }

    /// Whether the unit is no longer the one that the person was told of.
    var isForAnotherUnit: Bool { words.contains { $0.unit != unit } }

    /// Whether the person may be asked for data here: both notices of today were consented to, for this unit, and it is he who began.
    var mayCollect: Bool {
        let given = consents.filter { $0.isGiven && $0.version == noticeVersion }.map(\.kind)
        return link.dataKey != nil && !isElsewhere && Set(given).isSuperset(of: PartNotice.kinds)
    }

    func failures(today: CivilDate, warningDays: Int) -> [CheckOutcome] {
        let slots = Set((typed.evidence ?? [:]).filter { !$0.value.isEmpty }.keys.compactMap { EvidenceSlot(rawValue: $0) })
        return whole.part.failures(typed.party(link.role) ?? PartyFacts(), slots: slots, today: today, warningDays: warningDays)
    }

    func view(at now: Instant, in installation: Installation, _ session: any Session) throws -> PartView {
        let chain = try OrganisationChain.read(of: link.seat.path, in: session)
        let operatorName = chain.first?.name ?? "", agentName = chain.last?.name ?? "", unitName = whole.unit.name ?? ""
        return PartView(
            role: link.role, unitName: unitName, operatorName: operatorName, agentName: agentName, expiresAt: link.expiresAt,
            demands: whole.part.demands,
            notices: PartNotice.kinds.map {
                PartNotice.of(
                    $0, link.role, unit: unitName, operator: operatorName, agent: agentName, installation.partNoticeParties)
            },
            noticeVersion: noticeVersion, consents: consents, mayCollect: mayCollect, isElsewhere: isElsewhere, typed: typed,
            version: link.version,
            failures: failures(today: CivilDate(shanghai: now), warningDays: Int(installation.settings.expiryWarningDays)))
    }
}

extension PartLinkView.Standing {
    fileprivate func demandOpen() throws(Refusal) {
        switch self {
        case .open: return
        case .completed: throw .partCompleted
        case .expired: throw .partLinkExpired
        case .revoked, .closed: throw .partLinkNotOpen
        }
    }
}
