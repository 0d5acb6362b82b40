import Registry

extension Settings {
    /// Sets one of the settings that are texts; false when there is no such one or the text is none for it.
    package mutating func setText(_ name: String, to text: String) -> Bool {
        switch name {
        case "contact-hotline": return Self.put(OperatorContact.hotline(text), &contact.hotline)
        case "contact-hours-en": return Self.put(OperatorContact.hours(text), &contact.englishHours)
        case "contact-hours-zh": return Self.put(OperatorContact.hours(text), &contact.chineseHours)
        case "contact-halls": return Self.put(OperatorContact.halls(text), &contact.halls)
        default: return false
        }
    }

    private static func put(_ text: String?, _ place: inout String?) -> Bool {
        guard let text else { return false }
        place = text
        return true
    }

    /// Sets what `docs/configuration.md` calls `name`; false when there is no such setting or the value is below zero.
    package mutating func set(_ name: String, to value: Int64) -> Bool {
        guard value >= 0, let fitting = Int(exactly: value) else { return false }
        switch name {
        case "access-token-seconds": accessTokenSeconds = value
        case "refresh-token-seconds": refreshTokenSeconds = value
        case "session-seconds-max": sessionSecondsMax = value
        case "token-recheck-seconds": tokenRecheckSeconds = value
        case "token-cache-max": tokenCacheMax = fitting
        case "api-key-days-max": apiKeyDaysMax = value
        case "password-cost-log2": passwordCostLog2 = fitting
        case "password-threads": passwordThreads = fitting
        case "password-queue-max": passwordQueueMax = fitting
        case "password-characters-min": passwordCharactersMin = fitting
        case "enrolment-seconds": enrolmentSeconds = value
        case "sign-in-failures-free": signInFailuresFree = fitting
        case "sign-in-source-failures-free": signInSourceFailuresFree = fitting
        case "sign-in-wait-seconds-max": signInWaitSecondsMax = value
        case "intake-bytes-max": intakeBytesMax = fitting
        case "intake-rows-max": intakeRowsMax = fitting
        case "intake-commit-rows": intakeCommitRows = fitting
        case "intake-problems-max": intakeProblemsMax = fitting
        case "intake-lease-seconds": intakeLeaseSeconds = value
        case "selection-cards-max": selectionCardsMax = fitting
        case "search-numbers-max": searchNumbersMax = fitting
        case "repair-file-hours": repairFileHours = value
        case "evidence-bytes-max": evidenceBytesMax = fitting
        case "evidence-sweep-hours": evidenceSweepHours = value
        case "evidence-request-seconds": evidenceRequestSeconds = value
        case "evidence-request-tries": evidenceRequestTries = fitting
        case "evidence-requests-max": evidenceRequestsMax = fitting
        case "verification-timeout-seconds": verificationTimeoutSeconds = value
        case "verification-total-seconds": verificationTotalSeconds = value
        case "verification-tries": verificationTries = fitting
        case "verification-concurrency": verificationConcurrency = fitting
        case "verification-breaker-failures": verificationBreakerFailures = fitting
        case "verification-breaker-window-seconds": verificationBreakerWindowSeconds = value
        case "verification-breaker-open-seconds": verificationBreakerOpenSeconds = value
        case "verification-sandbox-allowed" where value <= 1: verificationSandboxAllowed = fitting
        case "verification-face-search" where value <= 1: verificationFaceSearch = fitting
        case "notice-timeout-seconds": noticeTimeoutSeconds = value
        case "notice-concurrency": noticeConcurrency = fitting
        case "notice-give-up-hours": noticeGiveUpHours = value
        case "notice-purge-days": noticePurgeDays = value
        case "notice-gather-seconds": noticeGatherSeconds = value
        case "notice-breaker-failures": noticeBreakerFailures = fitting
        case "notice-breaker-window-seconds": noticeBreakerWindowSeconds = value
        case "notice-breaker-open-seconds": noticeBreakerOpenSeconds = value
        case "notice-sandbox-allowed" where value <= 1: noticeSandboxAllowed = fitting
        case "carrier-notice-days": carrierNoticeDays = value
        case "change-days" where value > 0: changeDays = value
        case "webhooks-max": webhooksMax = fitting
        case "webhook-concurrency": webhookConcurrency = fitting
        case "webhook-timeout-seconds": webhookTimeoutSeconds = value
        case "webhook-wait-seconds-max": webhookWaitSecondsMax = value
        case "webhook-give-up-hours": webhookGiveUpHours = value
        case "webhook-secret-hours": webhookSecretHours = value
        case "webhook-purge-days": webhookPurgeDays = value
        case "webhook-local-allowed" where value <= 1: webhookLocalAllowed = fitting
        case "carrier-sandbox-allowed" where value <= 1: carrierSandboxAllowed = fitting
        case "carrier-settle-seconds": carrierSettleSeconds = value
        case "carrier-outcome-hours": carrierOutcomeHours = value
        case "carrier-round-cards-per-hour": carrierRoundCardsPerHour = value
        case "carrier-night-hour" where value <= 23: carrierNightHour = value
        case "application-cards-max": applicationCardsMax = fitting
        case "entrance-cards-max": entranceCardsMax = fitting
        case "part-link-hours" where value <= 8_760: partLinkHours = value
        case "entrance-days-max": entranceDaysMax = value
        case "seat-seconds": seatSeconds = value
        case "claim-code-tries-max": claimCodeTriesMax = fitting
        case "claim-code-card-tries-max": claimCodeCardTriesMax = fitting
        case "device-persons-max": devicePersonsMax = fitting
        case "face-challenge-seconds": faceChallengeSeconds = value
        case "slot-days": slotDays = value
        case "own-data-hours": ownDataHours = value
        case "verification-hours-max": verificationHoursMax = value
        case "wait-checking-hours" where value <= 1_000: waitCheckingHours = value
        case "wait-review-days" where value <= 1_000: waitReviewDays = value
        case "wait-carrier-days" where value <= 1_000: waitCarrierDays = value
        case "purge-days": purgeDays = value
        case "usage-rows-max": usageRowsMax = fitting
        case "export-rows-max": exportRowsMax = value
        case "export-bytes-max": exportBytesMax = fitting
        case "export-hours": exportHours = value
        case "export-fetches-max": exportFetchesMax = value
        case "sweep-cards" where value > 0: sweepCards = fitting
        case "life-cards-max": lifeCardsMax = fitting
        case "sweep-leap-seconds": sweepLeapSeconds = value
        case "campaign-cards" where value > 0: campaignCards = fitting
        case "campaign-retry-hours" where value > 0: campaignRetryHours = value
        case "review-lock-minutes": reviewLockMinutes = value
        case "expiry-warning-days": expiryWarningDays = value
        case "idempotency-hours": idempotencyHours = value
        case "shared-commit-max": sharedCommitMax = fitting
        case "replica-age-max": replicaAgeMax = value
        case "page-rows": pageRows = fitting
        case "page-rows-max": pageRowsMax = fitting
        case "page-cards-looked-max" where value > 0: pageCardsLookedMax = fitting
        case "rate-requests": rateRequests = fitting
        case "rate-open-requests": rateOpenRequests = fitting
        case "rate-hand-ins": rateHandIns = fitting
        default: return false
        }
        return true
    }
}
