import Ledger
import Numbers
import Records
import Registry
import SQLCore

extension Installation {
    /// Takes a case on when all machines have spoken. What cannot be approved by machine, because a paper ran out or the card was moved
    /// meanwhile, goes to a reviewer: no case is stuck.
    func settleChecks(of application: ApplicationID) async throws {
        let isOver = try await store.read { session in
            guard let stored = try ApplicationRecords.find(application, .everything, in: session), stored.state == .checking,
                let submission = stored.submission
            else { return false }
            return try VerificationRecords.open(submission, in: session) == 0
        }
        guard isOver else { return }
        do {
            try await act(as: .system, .checksSettled, needs: nil) { act in try act.settleChecks(of: application) }
        } catch let refusal as Refusal where refusal.kind != .temporary {
            try await act(as: .system, .checksSettled, needs: nil) { act in
                guard let stored = try ApplicationRecords.find(application, .everything, in: act.session), stored.state == .checking
                else { return }
                try act.leaveToReviewer(stored)
                act.recording.about(.application, application)
                act.recording.note("outcome", "to-be-reviewed")
                act.recording.note("refused", .string(refusal.code))
            }
        }
    }

    /// Cases whose machines have spoken and that a stop left where they were.
    package func settleLeftChecks() async throws {
        for application in try await store.read({ try VerificationRecords.leftChecking(limit: 50, in: $0) }) {
            try await settleChecks(of: application)
        }
    }
}

extension TrailAction {
    static let checksSettled = TrailAction("application.checks-settled")
}

extension Act {
    /// All machines have spoken: the case goes on to where they lead. A definite no goes back to the person with its reason; a yes of
    /// everybody approves where every policy says so; all else is for a reviewer.
    func settleChecks(of id: ApplicationID) throws {
        guard let application = try ApplicationRecords.find(id, .everything, in: session), application.state == .checking,
            let submission = application.submission
        else { return }
        recording.about(.application, id)
        let words = try VerificationRecords.all(submission, in: session)
        let deciding = try Deciding(act: self, id: id, version: application.version, expected: [.checking])
        let reasons = words.compactMap(\.refusing)
        if !reasons.isEmpty {
            _ = try deciding.reject(.sendBack, reasons, nil)
            recording.note("outcome", "sent-back")
        } else if try isApprovedByMachine(application.kind, submission, words), try !deciding.needsTwoReviewers() {
            _ = try deciding.approve([], nil, firstApprover: nil)
            recording.note("outcome", "approved")
        } else {
            try leaveToReviewer(application)
            recording.note("outcome", "to-be-reviewed")
        }
    }

    fileprivate func leaveToReviewer(_ application: StoredApplication) throws {
        try ApplicationRecords.mark(application.id, .submitted, decidedAt: nil, purgeAfter: nil, at: now, in: session)
        guard let submission = application.submission,
            let registration = try RegistrationRecords.find(application.registration, .everything, at: now, in: session)
        else { return }
        try tell(.inReview, of: registration, submission)
    }

    /// Never without an authority's match and a living face, and never where anything was doubted (R-PH-04, R-DP-05). A guardian or a proxy
    /// who is named needs a match of his own: none, or another word, and a reviewer looks (R-25-06, R-DP-06).
    /// Of whoever proves again who he is the authority has spoken before: the face is what is asked.
    private func isApprovedByMachine(
        _ kind: ApplicationKind, _ submission: SubmissionID, _ words: [StoredVerification]
    ) throws -> Bool {
        guard let kept = try VerificationRecords.needs(submission, in: session) else { return false }
        let needs = try VerificationNeeds.kept(kept.needs)
        guard needs.approval == .machine, kind == .prove || words.contains(where: \.isAuthorityMatch),
            words.contains(where: \.isSameLivingFace),
            words.allSatisfy({ $0.isIdentityMatch || $0.isSameLivingFace })
        else { return false }
        let others = try SubmissionRecords.roles(submission, in: session).besidesHolder
        guard others.allSatisfy({ other in words.contains { $0.method == other.method && $0.isIdentityMatch } }) else { return false }
        // Whatever else a policy needs, such as a hand-held photo, only a person can judge.
        guard needs.methods.isSubset(of: [.documentData, .documentPhotos, .face, .providerCapture]) else { return false }
        return try CheckRecords.all(submission, in: session).allSatisfy {
            $0.verdict == CheckOutcome.Verdict.passed.rawValue || Self.answeredByAuthority.contains($0.code)
        }
    }

    /// Doubts about a number's form, and hints to the person, that a match in the register settles.
    private static let answeredByAuthority: Set<String> = [
        Reason.regionUnknown.rawValue, Reason.regionOutOfYears.rawValue, Reason.ageUnusual.rawValue, "expires-soon",
        CheckOutcome.formerNumberGiven.code,
    ]
}

extension StoredVerification {
    /// The reason a definite no gives; nil for everything else.
    fileprivate var refusing: DecisionReason? {
        if let role = method.askedAbout { return refusingIdentity(of: role) }
        guard method.provesLiveness else { return nil }
        if verdict == FaceVerdict.different.rawValue { return DecisionReason(pointer: facePointer, code: "face-different") }
        return liveness == Liveness.spoof.rawValue ? DecisionReason(pointer: facePointer, code: "liveness-failed") : nil
    }

    /// At the number of the person it is about; a guardian's and a proxy's are reasons of their own, since a notice tells the reason without
    /// its place.
    private func refusingIdentity(of role: PartyRole) -> DecisionReason? {
        let code: String? =
            switch verdict {
            case IdentityVerdict.mismatch.rawValue: "identity-mismatch"
            case IdentityVerdict.noRecord.rawValue: "identity-no-record"
            case IdentityVerdict.notInService.rawValue: "document-not-in-service"
            default: nil
            }
        return code.map {
            DecisionReason(pointer: role.pointer + "/documentNumber", code: role == .holder ? $0 : DecisionReason.code($0, of: role))
        }
    }

    /// Where the face is shown anew.
    private var facePointer: String { method == .face ? "/evidence/face-capture" : "/providerCapture" }
}
