import Numbers
import Records
import Registry
import SQLCore

/// A piece of evidence that a case is judged by.
package struct CaseEvidence: Hashable, Sendable {
    /// How it comes to be part of the case.
    package enum Ground: String, CaseIterable, Sendable {
        case handedIn = "handed-in"
        /// Handed in with an earlier case, whose pictures count for this one too.
        case reused
        /// Registered of the holder: what is handed in is compared with it.
        case registered
    }

    /// What the person was asked to do when it was taken.
    package struct Prompt: Hashable, Sendable {
        package let action: LivenessAction
        /// After the challenge was shown, by the page's clock.
        package let milliseconds: Int
    }

    package let slot: EvidenceSlot
    package let evidence: EvidenceID
    package let ground: Ground
    /// Of a frame of a face challenge; nil for all else.
    package let prompt: Prompt?
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
        let named = try SubmissionRecords.evidence(submission, in: session)
        let frames = try named.filter { $0.slot == .faceCapture }
            .compactMap { try FaceChallengeRecords.answered(by: $0.evidence, in: session)?.frames }.flatMap { $0 }
        // Frames stand in the order they were asked for.
        let places = Dictionary(frames.enumerated().map { ($1.evidence, $0) }) { first, _ in first }
        let handedIn = named.sorted {
            ($0.slot.rawValue, places[$0.evidence] ?? 0, $0.evidence) < ($1.slot.rawValue, places[$1.evidence] ?? 0, $1.evidence)
        }
        let earlier = try EvidenceUse.usedEarlier(handedIn.map(\.evidence), than: submission, in: session)
        var pieces = handedIn.map { piece in
            CaseEvidence(
                slot: piece.slot, evidence: piece.evidence, ground: earlier.contains(piece.evidence) ? .reused : .handedIn,
                prompt: places[piece.evidence].map {
                    CaseEvidence.Prompt(action: frames[$0].action ?? .faceForward, milliseconds: frames[$0].milliseconds)
                })
        }
        if subject == .person, application.kind.isComparedWithRegistered {
            let own = Set(handedIn.map(\.evidence))
            pieces += try EvidenceUse.registered(of: application.registration, besides: application.id, in: session)
                .filter { !own.contains($0.evidence) }
                .map { CaseEvidence(slot: $0.slot, evidence: $0.evidence, ground: .registered, prompt: nil) }
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
