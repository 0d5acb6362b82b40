import Numbers
import Records
import Registry
import SQLCore
import Vault

extension StoredVerification {
    /// An identity authority says that name and number of whom it was asked about belong together. A sandbox's word opens nothing outside a
    /// demonstration, which the connection sees to.
    var isIdentityMatch: Bool { method.askedAbout != nil && verdict == IdentityVerdict.match.rawValue }
    /// The same of the holder, on whose identity the card stands; nobody else's takes its place.
    var isAuthorityMatch: Bool { about == .holder && isIdentityMatch }
    var isSameLivingFace: Bool { method.provesLiveness && verdict == "same" && liveness == "live" }
}

extension Installation {
    /// Notes what the carrier said of a person's case that a reviewer let pass, by the receipt number of its system. Accepted, the card
    /// counts from now; refused, the case goes back with that reason.
    /// Throws `not-awaiting-carrier`, `receipt-used`, `receipt-invalid`, `carrier-reason-invalid`, `changed-meanwhile`, and what
    /// `demandOpen` throws: the reason is kept in clear.
    ///
    /// - Parameter reason: why the carrier refused, as the applicant reads it.
    package func recordCarrierReply(
        as principal: Principal, _ id: ApplicationID, version: Int64, verdict: CarrierVerdict, receipt: String,
        reason: CarrierReason? = nil
    ) async throws -> DecidedApplication {
        guard CarrierSign.isReceipt(receipt) else { throw Refusal.receiptInvalid }
        try reason?.demandValid(for: verdict)
        return try await act(as: principal, .carrierReplyRecorded, needs: .carrierReceipt) { act in
            let deciding = try Deciding(act: act, id: id, version: version, expected: [.awaitingCarrier])
            guard try !deciding.isUsed(receipt) else { throw Refusal.receiptUsed }
            guard try !act.holdsPersonalNumber(receipt, deciding.submission) else { throw Refusal.receiptInvalid }
            if let reason { try deciding.demandOpen(reason) }
            return try deciding.noteCarrierReply(verdict, receipt, reason)
        }
    }
}

extension Deciding {
    /// What the carrier said of the case, whoever heard it. What was wished of the carrier for its sake and not told yet is wished no more.
    func noteCarrierReply(_ verdict: CarrierVerdict, _ receipt: String, _ reason: CarrierReason?) throws -> DecidedApplication {
        let ordinal = Int64(try VerificationRecords.carrierReplies(submission.id, in: act.session).count)
        try act.register(
            .carrierReply,
            [submission.id, ordinal, try card().product.carrier, verdict.rawValue, receipt, act.now, act.principal.account])
        try act.dropWishes(of: submission.id)
        switch verdict {
        case .refused:
            // Nothing can be mended about giving a card up: it is asked for anew.
            return try reject(submission.kind == .register ? .sendBack : .refuse, [(reason ?? .unsaid).decisionReason], nil)
        case .accepted:
            let first = try DecisionRecords.latest(submission.id, in: act.session)?.decidedBy
            return try approve([], nil, firstApprover: first, isValidityJudged: true)
        }
    }

    /// Nobody's name or number stands in it.
    fileprivate func demandOpen(_ reason: CarrierReason) throws {
        let names = try act.personNames(SubmissionRecords.roles(submission.id, in: act.session).map(\.identity))
        try act.demandOpen(reason.words?.zh, at: "/words", names: names)
        if let code = reason.code, try act.holdsPersonalNumber(code, submission) { throw Refusal.carrierReasonInvalid.at("/code") }
    }

    /// What a connection told, without a code that repeats a number of the person's.
    func reason(told text: String) throws -> CarrierReason {
        let reason = CarrierReason(told: text)
        guard let code = reason.code, try act.holdsPersonalNumber(code, submission) else { return reason }
        return CarrierReason(code: nil, words: reason.words)
    }

    /// A text of the carrier's, or one of ours where it is none to be kept in clear or stands for another case.
    func receipt(from serial: String?, or own: String) throws -> String {
        guard let serial, CarrierSign.isReceipt(serial), try !isUsed(serial), try !act.holdsPersonalNumber(serial, submission) else {
            return own
        }
        return serial
    }

    fileprivate func isUsed(_ receipt: String) throws -> Bool {
        try VerificationRecords.isUsed(receipt: receipt, carrier: card().product.carrier, in: act.session)
    }

    /// What a person's card needs beside the holding: his place among the cards he may have is kept, or given back.
    func settlePerson(_ outcome: HoldingBulk.Outcome) throws {
        switch submission.kind {
        case .changeRole, .correct, .prove: return
        case .end, .dispute:
            guard outcome.changed > 0 else { throw Refusal.noCardCanBeRegistered }
            try CardSlotRecords.release(registration.id, in: act.session)
        case .register, .addCards:
            guard outcome.changed > 0 else { throw Refusal.noCardCanBeRegistered }
            if try !CardSlotRecords.keep(registration.id, in: act.session) { try takeSlotAgain() }
            try linkFormerDocument()
        }
    }

    /// It waited longer than its place was kept: it counts all the same, over the limit if need be (DESIGN §4).
    private func takeSlotAgain() throws {
        let card = try card()
        try CardSlotRecords.take(
            submission.unit, carrier: card.product.carrier, cardClass: card.product.cardClass, subscription: card.subscription,
            registration: registration.id, until: act.now, at: act.now, in: act.session)
        _ = try CardSlotRecords.keep(registration.id, in: act.session)
    }

    /// A new foreign permanent resident card prints the old number: one person, counted once (R-NF-08). Only where an authority knows the
    /// document, or a reviewer saw its picture and the carrier accepted it: what somebody merely writes joins nobody to anybody.
    private func linkFormerDocument() throws {
        guard try isDocumentKnown(),
            let content = try SealedContent.open(application, vault: act.installation.vault, in: act.session),
            let holder = content.holder, holder.documentType == DocumentType.foreignPermanentID.rawValue,
            let number = holder.formerNumber.flatMap({
                ForeignPermanentResidentID.check($0, today: CivilDate(shanghai: act.now)).value?.text.description
            })
        else { return }
        let hash = act.installation.secrets.search.hash(DocumentType.foreignPermanentID.searchKey(number), for: .document)
        // The new document is known; that the old one was this person's is only written. So the name must be the same too.
        let pinned = try SubmissionRecords.roles(submission.id, in: act.session).first { $0.role == .holder }
        let facts = try pinned.flatMap { try PartyRecords.identity($0.identity, in: act.session) }
            .flatMap { try SealedIdentity.open($0, vault: act.installation.vault) }
        let name = facts.map { act.installation.secrets.search.hash($0.name, for: .name) }
        for (other, known) in try PartyRecords.find(purpose: "document", hash: hash, in: act.session)
        where other != submission.unit && known != nil && known == name {
            guard try !CardSlotRecords.joined(submission.unit, in: act.session).contains(other) else { continue }
            try act.register(.partyLink, [submission.unit, other, "former-number", act.now])
        }
    }

    private func isDocumentKnown() throws -> Bool {
        try VerificationRecords.all(submission.id, in: act.session).contains(where: \.isAuthorityMatch)
            || VerificationRecords.carrierReplies(submission.id, in: act.session).contains { $0.verdict == .accepted }
    }

    /// What the case wants of the carrier, where there is a connection to it.
    /// - Parameter waiting: whose outcome hangs on it.
    func wishOfCarrier(for waiting: SubmissionID?) throws {
        let command: CarrierCommand = submission.kind.endsHolding ? .clearName : .register
        let card = try card()
        try act.wish(command, of: card.subscription, card.product.carrier, for: waiting)
    }

    /// The one card a person's submission is about.
    fileprivate func card() throws -> PersonalCard {
        guard let subscription = try SubmissionRecords.intervals(submission.id, in: act.session).first?.lowerBound,
            let card = try PersonalCardRecords.find(subscription, in: act.session)
        else { throw Refusal.notAwaitingCarrier }
        return card
    }
}

extension Act {
    /// Whether the text, which is kept in clear, repeats a number of somebody the submission is about.
    fileprivate func holdsPersonalNumber(_ text: String, _ submission: StoredSubmission) throws -> Bool {
        let plain = text.uppercased().filter { $0.isLetter || $0.isNumber }
        return try SubmissionRecords.roles(submission.id, in: session).contains { pinned in
            guard let stored = try PartyRecords.identity(pinned.identity, in: session),
                let facts = try SealedIdentity.open(stored, vault: installation.vault)
            else { return false }
            return [facts.documentNumber, facts.contact].compactMap { $0?.uppercased().filter { $0.isLetter || $0.isNumber } }
                .contains { !$0.isEmpty && plain.contains($0) }
        }
    }
}

extension Refusal {
    static let receiptInvalid = Refusal(
        "receipt-invalid", .invalid, requirements: ["R-PH-06"], en: "A receipt number has 4 to 64 letters, digits, hyphens or underscores.",
        zh: "受理编号为 4 至 64 位字母、数字、连字符或下划线。", mend: LocalText(en: "Copy it from the carrier's system.", zh: "请从运营商系统复制。"),
        pointer: "/receipt")
}
