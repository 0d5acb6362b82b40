import Records
import Registry
import SQLCore

extension StoredVerification {
    /// An identity authority says that name and number belong together. A sandbox's word opens nothing outside a demonstration, which
    /// the connection sees to.
    var isAuthorityMatch: Bool { method == .documentData && verdict == "match" }
    var isSameLivingFace: Bool { method.provesLiveness && verdict == "same" && liveness == "live" }
}

extension Installation {
    /// Notes what the carrier said of a person's case that a reviewer let pass, by the receipt number of its system. Accepted, the card
    /// counts from now; refused, the case goes back with that reason.
    /// Throws `not-awaiting-carrier`, `receipt-used`, `receipt-invalid`, `changed-meanwhile`.
    package func recordCarrierReply(
        as principal: Principal, _ id: ApplicationID, version: Int64, verdict: CarrierVerdict, receipt: String
    ) async throws -> DecidedApplication {
        guard CarrierReceipt.isReceipt(receipt) else { throw Refusal.receiptInvalid }
        return try await act(as: principal, .carrierReplyRecorded, needs: .carrierReceipt) { act in
            let deciding = try Deciding(act: act, id: id, version: version, expected: .awaitingCarrier)
            let card = try deciding.card()
            guard try !VerificationRecords.isUsed(receipt: receipt, carrier: card.product.carrier, in: act.session) else {
                throw Refusal.receiptUsed
            }
            guard try !act.holdsPersonalNumber(receipt, deciding.submission) else { throw Refusal.receiptInvalid }
            let ordinal = Int64(try VerificationRecords.carrierReplies(deciding.submission.id, in: act.session).count)
            try act.register(
                .carrierReply,
                [deciding.submission.id, ordinal, card.product.carrier, verdict.rawValue, receipt, act.now, principal.account])
            switch verdict {
            case .refused:
                return try deciding.reject(.sendBack, [DecisionReason(pointer: "/card", code: "carrier-refused")], nil)
            case .accepted:
                let first = try DecisionRecords.latest(deciding.submission.id, in: act.session)?.decidedBy
                return try deciding.approve([], nil, firstApprover: first)
            }
        }
    }
}

extension Deciding {
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
                let facts = try SealedIdentity.open(stored, vault: installation.vault, in: session)
            else { return false }
            return [facts.documentNumber, facts.contact].compactMap { $0?.uppercased().filter { $0.isLetter || $0.isNumber } }
                .contains { !$0.isEmpty && plain.contains($0) }
        }
    }
}

/// A receipt number of a carrier's system: kept in clear, so no text of a person's.
enum CarrierReceipt {
    static func isReceipt(_ text: String) -> Bool {
        (4...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

extension Refusal {
    static let receiptInvalid = Refusal(
        "receipt-invalid", .invalid, requirements: ["R-PH-06"], en: "A receipt number has 4 to 64 letters, digits, hyphens or underscores.",
        zh: "受理编号为 4 至 64 位字母、数字、连字符或下划线。", mend: LocalText(en: "Copy it from the carrier's system.", zh: "请从运营商系统复制。"),
        pointer: "/receipt")
}
