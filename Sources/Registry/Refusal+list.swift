extension Refusal {
    /// Every refusal made here that can be a problem of its own, for the page that says what each code means. Where its sentence names
    /// something, it stands with an example.
    package static let ofRegistry: [Refusal] = Array(
        [
            ofAll, ofCampaigns, ofCards, ofCustody, ofProducts, ofCarriers, ofLives, ofLifePeriods, ofNotices, ofRegistration,
            ofPolicies,
        ].joined())

    private static let ofAll: [Refusal] = [
        .notFound, .notPermitted, .stale, .invalid([]), .loginMalformed, .secondFactorNotSetUp, .personalNameInText, .textTooLong,
        .personalNumberInText(.identityNumber),
    ]

    private static let ofCampaigns: [Refusal] = [
        .campaignNameInvalid, .campaignDeadlineInvalid, .campaignNoticeDaysInvalid, .campaignStopsWithoutDuty, .campaignUnannounced,
    ]

    private static let ofCards: [Refusal] = [
        .iccidRangeInvalid, .selectionTooLarge(2_000_000), .custodyTargetKind, .custodyTargetInactive, .custodyNothing,
        .custodyRefused([]), .productCodeInvalid, .productCodeTaken, .productUnknown, .productCarrierChanged,
    ]

    private static let ofCustody: [Refusal] = CustodyObstacle.allCases.map(\.refusal)

    /// All that can be wrong with what a product says.
    private static let ofProducts: [Refusal] =
        ProductFacts(
            name: "", carrier: .mobile, cardClass: .iotGeneral, traffic: .none, monthlyMegabytes: .max, voice: false, sms: false,
            binding: .none, periods: ProductPeriods(testDays: -1)
        ).faults

    private static let ofCarriers: [Refusal] = [
        .carrierNotOffered(.suspend), .carrierCardUnknown, .carrierCardNotOurs, .carrierStateForbids, .carrierStopNotOurs,
        .carrierPackageExpired, .carrierPackageUsedUp, .carrierCredentials, .carrierIdentityRefused, .carrierNumberMissing,
        .carrierRefused,
    ]

    private static let ofLives: [Refusal] = LifeObstacle.allCases.map(\.refusal)

    private static let ofLifePeriods: [Refusal] = {
        var setting = LifeSetting()
        setting.testDays = 0
        return setting.faults
    }()

    private static let ofNotices: [Refusal] = {
        let kind = NoticeKind.submitted
        return [
            .noticeWordingWayless(kind), .noticeWordingUnreadable(.message), .noticePlaceholderUnknown("{x}", kind.allows(.message)),
            .noticePlaceholderMissing(kind.demands(.message)), .noticeWordingClaimsEffect, .noticeWordingTooLong(501, 500),
        ]
    }()

    private static let ofRegistration: [Refusal] = [
        .reasonListTooLong, .ownReasonCodeInvalid, .ownReasonTwice, .ownReasonTextInvalid, .ownReasonOfNothing, .reAuditShareOutside,
        .reviewRulesTooMany, .reviewRuleOfNothing, .verificationUndetermined,
    ]

    /// All that can be wrong with a policy: one that demands nothing and allows more than the floor.
    private static let ofPolicies: [Refusal] = {
        let nothing = VerificationRule(VerificationCondition(), [], requirement: nil, reason: LocalText(en: "", zh: ""))
        let policy = VerificationPolicy(
            rules: [nothing], approval: .machine, cardsPerPerson: [.phone: 6], attemptsMax: 4, agentReviews: true)
        return policy.faults + VerificationChain([(owner: .floor, policy: .standardFloor)]).objections(to: policy)
    }()
}
