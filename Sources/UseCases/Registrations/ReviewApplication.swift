import Records
import Registry
import SQLCore

extension TrailAction {
    static let applicationLocked = TrailAction("application.locked")
    static let applicationUnlocked = TrailAction("application.unlocked")
}

extension Installation {
    /// Takes a case for review, or renews the hold on it; two reviewers never hold one case, and nobody holds one he handed in.
    package func lockApplication(as principal: Principal, _ id: ApplicationID) async throws -> Instant {
        try await act(as: principal, .applicationLocked, needs: .registrationReview) { act in
            guard let stored = try ApplicationRecords.find(id, principal.scope, in: act.session) else { throw Refusal.notFound }
            guard stored.state.isForReviewers else { throw Refusal.notSubmitted }
            guard !stored.isBy(principal.account) else { throw Refusal.ownApplication }
            try ReviewRight.demand(principal, stored.submission, in: act.session)
            if let submission = stored.submission, try ReviewOpinionRecords.isGiven(by: principal.account, submission, in: act.session) {
                throw Refusal.reviewedAlready
            }
            let until = act.now.adding(seconds: act.installation.settings.reviewLockMinutes * 60)
            guard try ApplicationRecords.lock(id, by: principal.account, until: until, at: act.now, in: act.session) else {
                throw Refusal.lockedByAnother
            }
            act.recording.about(.application, id)
            return until
        }
    }

    /// Gives a case back. Nothing happens, and nothing is recorded, when nobody holds it.
    package func unlockApplication(as principal: Principal, _ id: ApplicationID) async throws {
        let now = now()
        let isOwn = try await look(as: principal, needs: .registrationReview) { session in
            guard let stored = try ApplicationRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
            guard let holder = stored.lockedBy else { return false }
            if holder != principal.account, stored.lockedUntil > now { throw Refusal.lockedByAnother }
            return holder == principal.account
        }
        guard isOwn else { return }
        try await act(as: principal, .applicationUnlocked, needs: .registrationReview) { act in
            try ApplicationRecords.unlock(id, by: principal.account, in: act.session)
            act.recording.about(.application, id)
        }
    }
}

extension StoredApplication {
    /// Wrote it or handed it in.
    func isBy(_ account: AccountID) -> Bool { submittedBy == account || createdBy == account }
}
