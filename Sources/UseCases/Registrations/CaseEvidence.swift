import Numbers
import Records
import Registry
import SQLCore

/// A piece of evidence that a case is judged by.
package struct CaseEvidence: Hashable, Sendable {
    /// How it comes to be part of the case.
    package enum Ground: String, Sendable {
        case handedIn = "handed-in"
        /// Handed in with an earlier case, whose pictures count for this one too.
        case reused
        /// Registered of the holder: what is handed in is compared with it.
        case registered
    }

    package let slot: EvidenceSlot
    package let evidence: EvidenceID
    package let ground: Ground
}

extension Installation {
    /// What a reviewer looks at to decide a case; nil for whoever may not review it.
    /// What was handed in last stands as it was pinned, also where the case was sent back and is being mended. A piece is named to whom it
    /// would be opened and to nobody else.
    func caseEvidence(
        of application: StoredApplication, _ subject: DocumentType.Subject, _ principal: Principal, in session: any Session
    ) throws -> [CaseEvidence]? {
        guard let submission = application.submission, principal.permissions.contains(.evidenceRead),
            try ReviewRight.isHeld(by: principal, submission, in: session)
        else { return nil }
        let handedIn = try SubmissionRecords.evidence(submission, in: session)
        let earlier = try EvidenceUse.usedEarlier(handedIn.map(\.evidence), than: submission, in: session)
        var pieces = handedIn.map {
            CaseEvidence(slot: $0.slot, evidence: $0.evidence, ground: earlier.contains($0.evidence) ? .reused : .handedIn)
        }
        if subject == .person, application.kind.isComparedWithRegistered {
            let own = Set(handedIn.map(\.evidence))
            pieces += try EvidenceUse.registered(of: application.registration, besides: application.id, in: session)
                .filter { !own.contains($0.evidence) }
                .map { CaseEvidence(slot: $0.slot, evidence: $0.evidence, ground: .registered) }
        }
        let usable = try EvidenceUse.usable(pieces.map(\.evidence), principal.scope, in: session)
        return try pieces.filter { piece in
            guard usable.contains(piece.evidence) else { return false }
            return try ReviewRight.isHeld(by: principal, EvidenceUse.newestSubmission(of: piece.evidence, in: session), in: session)
        }
    }
}

extension ApplicationKind {
    /// Whether a person says again who he is, so that the pictures of then stand beside those of now.
    fileprivate var isComparedWithRegistered: Bool {
        switch self {
        case .prove, .correct, .dispute: true
        case .register, .addCards, .changeRole, .end: false
        }
    }
}

/// A field that a machine read from a picture and the person confirmed.
package struct ReadField: Hashable, Sendable {
    package let slot: String
    /// Whose picture it is.
    package let role: PartyRole
    package let field: String
    /// Judged on what is not masked, so that what looks alike when masked is told apart.
    package let isDifferent: Bool
}

extension ApplicationContent {
    /// The fields that were read and confirmed, in the order of the slots.
    func readFields(today: CivilDate) -> [ReadField] {
        (readings ?? [:]).sorted { $0.key < $1.key }.flatMap { slot, fields -> [ReadField] in
            guard let role = PartyRole.allCases.first(where: { slot.hasPrefix($0.slotWord) }), let facts = party(role) else { return [] }
            let confirmed: [(String, String?)] = [
                ("name", facts.name), ("documentNumber", facts.documentNumber), ("address", facts.address), ("birthDate", facts.birthDate),
                ("validFrom", facts.validFrom), ("validUntil", facts.validUntil),
            ]
            return confirmed.compactMap { field, said in
                guard let read = fields[field], !read.isEmpty, let said, !said.isEmpty else { return nil }
                let type = facts.chosenDocument
                let isSame = field == "documentNumber" ? type.isSame(read, said, today: today) : read == said
                return ReadField(slot: slot, role: role, field: field, isDifferent: !isSame)
            }
        }
    }
}

extension PartyRole {
    /// With what the slots of its document begin.
    fileprivate var slotWord: String {
        switch self {
        case .responsiblePerson: "responsible-person-id"
        case .actualUser: "actual-user-id"
        case .unit, .handler, .proxy, .holder, .guardian: rawValue + "-id"
        }
    }
}
