import Records
import Registry
import SQLCore

extension Installation {
    /// Takes a case for review, or renews the hold on it; two reviewers never hold one case.
    package func lockApplication(as principal: Principal, _ id: ApplicationID) async throws -> Instant {
        try principal.demand(.registrationReview)
        return try await store.write { [clock, settings] session in
            guard let stored = try ApplicationRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
            guard stored.state == .submitted || stored.state == .awaitingSecondApproval else { throw Refusal.notSubmitted }
            let now = clock.now()
            let until = now.adding(seconds: settings.reviewLockMinutes * 60)
            guard try ApplicationRecords.lock(id, by: principal.account, until: until, at: now, in: session) else {
                throw Refusal.lockedByAnother
            }
            return until
        }
    }

    package func unlockApplication(as principal: Principal, _ id: ApplicationID) async throws {
        try principal.demand(.registrationReview)
        try await store.write { session in
            guard try ApplicationRecords.find(id, principal.scope, in: session) != nil else { throw Refusal.notFound }
            try ApplicationRecords.unlock(id, by: principal.account, in: session)
        }
    }
}
