import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

/// One person's case being handed in.
struct PersonalHanding {
    let act: Act
    let application: StoredApplication
    let registration: StoredRegistration
    let content: ApplicationContent
    let card: PersonalCard
    let deviceType: String?
    let needs: VerificationNeeds
    /// Of the present notices.
    let consents: Set<ConsentKind>
    let outlook: VerificationOutlook
    /// The device it is handed in with; nil where staff do it before the person.
    let device: [UInt8]?
    /// In which the person reads.
    let language: ReaderLanguage
    /// Of a document that was looked at lately; empty where it was photographed for this case.
    var reused: [(slot: EvidenceSlot, evidence: EvidenceID)] = []
    var isCaptured = false
    /// Another guardian is named than the one who consented.
    var isGuardianAnother = false
    /// Asked once it is known to be whole; what it throws refuses.
    var admit: @Sendable (Instant) throws -> Void = { _ in }
    /// Of a case before staff that was sent back: the pieces it stands on.
    var standing: Set<EvidenceID> = []
    /// Of a case before staff: what a reviewer is told of documents that were corrected, and of the photo.
    var remarks: [CheckOutcome] = []

    /// Pins what was handed in; the application itself is marked by whoever calls.
    func pin() throws -> HandedIn {
        let evidence = try act.usableEvidence(content, for: needs, isTakenByStaff: device == nil, standing: standing)
        let judgement = PersonalContentRules(
            today: CivilDate(shanghai: act.now), warningDays: Int(act.installation.settings.expiryWarningDays)
        ).judge(
            content, age: content.holderAge(on: CivilDate(shanghai: act.now)), needs: needs, evidenceSlots: Set(evidence.map(\.slot)),
            consents: consents, isCaptured: isCaptured, isGuardianAnother: isGuardianAnother)
        let failures = judgement.failures.map(\.asRefusal)
        guard failures.isEmpty else { throw Refusal.invalid(failures) }
        if let device {
            try act.demandFreshFace(evidence, needs)
            try admit(act.now)
            try countAttempt(with: device)
        }
        try demandCard()
        let roles = try pin(judgement.parties)
        guard let holder = roles.first(where: { $0.role.role == .holder }) else { throw Refusal.applicationClosed }
        try countPerson(holder.role.party)
        try takeSlot(for: holder.role.party)
        let outcomes = try warnings(roles, evidence)
        let submission = try record(holder.role.party)
        try SubmissionRecording(act: act, submission: submission).record(
            roles.map(\.role), evidence + reused, [card.subscription...card.subscription])
        try act.register(
            .ruleJudgement, [submission, try RuleFindings(judgement.outcomes).text(adding: outcomes), act.now])
        try act.register(
            .submissionNeeds, [submission, try outlook.versionsText(), try needs.canonicalText(), act.now])
        act.recording.about(.application, application.id)
        act.recording.about(.registration, registration.id)
        return HandedIn(submission: submission, unit: holder.role.party, outcomes: judgement.outcomes + outcomes)
    }

    // MARK: Who, on what, how often

    /// Only what is whole counts as an attempt.
    private func countAttempt(with device: [UInt8]) throws {
        let count = try AttemptRecords.add(.card, PersonalCase.attemptKey(of: card, in: act.installation), at: act.now, in: act.session)
        guard count <= needs.attemptsMax else { throw Refusal.attemptsExhausted }
        let key = PersonalCase.attemptKey(of: device, in: act.installation)
        let made = try AttemptRecords.add(.device, key, at: act.now, in: act.session)
        guard made <= needs.deviceAttemptsMax(persons: act.installation.settings.devicePersonsMax) else {
            throw Refusal.deviceAttemptsExhausted
        }
    }

    private func countPerson(_ party: PartyID) throws {
        let key = PersonalCase.attemptKey(of: party, in: act.installation)
        let count = try AttemptRecords.add(.person, key, at: act.now, in: act.session)
        guard count <= needs.personAttemptsMax else { throw Refusal.attemptsExhausted }
        if let device, try SeatRecords.note(party, on: device, at: act.now, in: act.session) { try alert(of: device) }
    }

    /// One device for many persons: each further one is a case for the operating company, besides what the reviewer is told (R-AF-03).
    private func alert(of device: [UInt8]) throws {
        guard try SeatRecords.persons(of: device, in: act.session) > act.installation.settings.devicePersonsMax else { return }
        try LifeCaseRecords.open(
            .init(subscription: card.subscription, openedAt: act.now, kind: .deviceUsedByMany), in: act.session)
    }

    private func demandCard() throws {
        if let obstacle = try CardFreedom.obstacle(of: card.subscription, for: registration, at: act.now, in: act.session) {
            throw obstacle
        }
    }

    /// Exact under concurrency: the count and the taking are one transaction, and a place is unique.
    private func takeSlot(for party: PartyID) throws {
        let product = card.product
        let joined = try CardSlotRecords.joined(party, in: act.session)
        try CardSlotRecords.release(registration.id, in: act.session)
        let used = try CardSlotRecords.used(
            by: joined, besides: nil, carrier: product.carrier, cardClass: product.cardClass, at: act.now, in: act.session)
        if let max = needs.cardsMax, used >= max {
            throw Refusal.cardQuotaReached(max: max)
        }
        try CardSlotRecords.take(
            party, carrier: product.carrier, cardClass: product.cardClass, subscription: card.subscription,
            registration: registration.id, until: act.now.adding(days: act.installation.settings.slotDays), at: act.now, in: act.session)
    }

    // MARK: Pinning

    private func pin(_ parties: [JudgedParty]) throws -> [PinnedIdentity] {
        try act.pinAll(
            PreparedIdentity.all(parties, for: act.installation, in: act.session), correcting: { _ in nil }, authorised: { _ in (nil, nil) }
        )
    }

    private func warnings(
        _ roles: [PinnedIdentity], _ evidence: [(slot: EvidenceSlot, evidence: EvidenceID)]
    ) throws -> [CheckOutcome] {
        var outcomes = remarks
        for pinned in roles where pinned.hasNameClash {
            let refusal = Refusal.documentUnderOtherName
            outcomes.append(
                CheckOutcome(
                    .warned, refusal.code, "R-25-13", at: pinned.role.role.pointer + "/name", en: refusal.reason.en, zh: refusal.reason.zh,
                    mend: refusal.mend))
        }
        outcomes += try CardReservation.remarks(of: card.subscription, for: registration, at: act.now, in: act.session)
        outcomes += try act.captureWarnings(of: application, evidence, reused: reused, device: device)
        if content.holder?.chosenDocument == .foreignPermanentID, content.holder?.formerNumber?.isEmpty == false {
            outcomes.append(.formerNumberGiven)
        }
        if !reused.isEmpty { outcomes.append(.passed("pictures-reused", "R-25-11", "/evidence/\(EvidenceSlot.holderIDFront.rawValue)")) }
        return outcomes + unaskedOutcomes() + readingOutcomes()
    }

    /// Whom the authority is not asked about: where one is connected, his identity is left to a reviewer's eye alone (R-25-07).
    private func unaskedOutcomes() -> [CheckOutcome] {
        guard act.installation.verification?.authority != nil else { return [] }
        return [PartyRole.guardian, .proxy].filter { content.party($0)?.chosenDocument.isManualOnly == true }.map { .noRegister(for: $0) }
    }

    /// Where the person confirmed something else than the machine read, a reviewer should look (R-25-11).
    private func readingOutcomes() -> [CheckOutcome] {
        let sides: [(PartyRole, front: EvidenceSlot, back: EvidenceSlot)] = [
            (.holder, .holderIDFront, .holderIDBack), (.guardian, .guardianIDFront, .guardianIDBack), (.proxy, .proxyIDFront, .proxyIDBack),
        ]
        return sides.flatMap { role, front, back in
            guard let facts = content.party(role) else { return [CheckOutcome]() }
            func read(_ field: String, on slot: EvidenceSlot) -> String? {
                content.readings?[slot.rawValue]?[field].flatMap { $0.isEmpty ? nil : $0 }
            }
            // Permits have the number on the back, where the name stands in Latin letters only.
            let type = facts.chosenDocument
            let today = CivilDate(shanghai: act.now)
            let numbers = [front, back].compactMap { read("documentNumber", on: $0) }
            var differing: [String] = []
            if let name = read("name", on: front), let confirmed = facts.name, name != confirmed { differing.append("name") }
            if let confirmed = facts.documentNumber, numbers.contains(where: { !type.isSame($0, confirmed, today: today) }) {
                differing.append("documentNumber")
            }
            if let typed = facts.birthDate, type.mayLackBirthDate, facts.birthDateInNumber(today: today) == nil,
                [front, back].contains(where: { read("birthDate", on: $0).map { CivilDate($0) != CivilDate(typed) } ?? false })
            {
                differing.append("birthDate")
            }
            return differing.map { field in
                CheckOutcome(
                    .warned, "reading-differs", "R-25-11", at: "\(role.pointer)/\(field)",
                    en: "The picture was read otherwise than confirmed.",
                    zh: "确认内容与照片识别结果不一致。", mend: LocalText(en: "Compare with the picture.", zh: "请与照片核对。"))
            }
        }
    }

    // MARK: Recording

    private func record(_ holder: PartyID) throws -> SubmissionID {
        let id: SubmissionID = act.fresh()
        let ordinal = application.submission == nil ? 0 : try SubmissionRecords.nextOrdinal(application.id, in: act.session)
        let product = card.product
        let facts: JSONValue = [
            "cardClass": .string(product.cardClass.rawValue), "carrier": .string(product.carrier.code),
            "declinesFaceRecognition": .bool(content.declinesFaceRecognition ?? false),
            "deviceType": deviceType.map { .string($0) } ?? .null,
            SubmissionLanguage.name: .string(language.rawValue),
        ]
        try act.register(
            .submission,
            [
                id, application.id, registration.id, ordinal, application.kind.rawValue, "personal", try facts.canonicalText(), holder,
                Int64(1), Instant?.none, try SubmissionRecording.agentChain(of: registration.path, in: act.session), act.now,
                act.principal.account,
            ])
        return id
    }
}

extension CheckOutcome {
    /// - Parameter role: a guardian or a proxy, whose document can be looked at by people only.
    static func noRegister(for role: PartyRole) -> CheckOutcome {
        CheckOutcome(
            .warned, "no-register-for-document", "R-25-07", at: role.pointer + "/documentNumber",
            en: "No register can be asked about this document.", zh: "此类证件无法联网核验。",
            mend: LocalText(en: "Compare it with the pictures.", zh: "请与证件照片核对。"))
    }

    /// What it joins rests on whoever compares it with the card, where no authority has spoken (R-NF-08).
    static let formerNumberGiven = CheckOutcome(
        .warned, "former-number-given", "R-NF-08", at: "/holder/formerNumber",
        en: "A former number is given: once this counts, the cards of both numbers are counted together.",
        zh: "填写了旧证件号码；登记生效后，新旧号码名下的卡合并计数。",
        mend: LocalText(en: "Compare it with the number on the card.", zh: "请与证件所载旧号码核对。"))
}
