import Records
import Registry
import SQLCore

extension Installation {
    /// Forgets what persons' cases need for a while only: tokens of seats and of parts that are over, counts of attempts of days
    /// gone by, challenges that nobody answered.
    package func purgePersonal() async throws {
        let now = now()
        // Longer than a provider is asked for what came out.
        let captures = now.adding(days: -(settings.verificationHoursMax / 24 + 2))
        let isAnythingOver = try await store.read { session in
            try SeatRecords.haveTokensExpired(at: now, in: session) || PartLinkRecords.haveTokensExpired(at: now, in: session)
                || AttemptRecords.areOld(at: now, in: session)
                || FaceChallengeRecords.haveExpired(at: now, in: session)
                || HostedCaptureRecords.areOld(before: captures, in: session)
        }
        guard isAnythingOver else { return }
        try await store.write { session in
            try SeatRecords.deleteExpiredTokens(at: now, in: session)
            try PartLinkRecords.deleteExpiredTokens(at: now, in: session)
            try AttemptRecords.deleteOld(at: now, in: session)
            try FaceChallengeRecords.deleteExpired(at: now, in: session)
            try HostedCaptureRecords.deleteOld(before: captures, in: session)
        }
    }
}
