import CardFiles
import Inspection
import Registry
import Tabular
import Watermark

extension Refusal {
    /// Every refusal made here that can be a problem of its own, as `ofRegistry` has them of the rules.
    package static let ofUseCases: [Refusal] = Array(
        [
            ofAccess, ofCards, ofCardFiles, ofTables, ofCarriers, ofEvents, ofWebhookAddresses, ofEvidence, ofFiles, ofMarkedCopies,
            ofRequests, ofKeys, ofLives, ofParts, ofPersons, ofCardsNotFree, ofRegistrations,
        ].joined())

    private static let ofAccess: [Refusal] = [
        .accountNotMachine, .keyPermissionsInvalid, .keyExpiryInvalid, .keyLabelInvalid, .organisationKindNotBelow, .linkedSeat,
        .grantExceedsOwn, .rolesMissing, .roleNotInKind, .lastAdministrator, .lastManager, .ownRoles, .ownDismissal,
        .accountDismissed, .accountStatusInvalid, .accountIsMachine, .organisationNameInvalid, .contractNotAgent,
        .contractVersionTaken, .contractFieldInvalid, .signInRefused, .signInSlowed, .signInBusy, .secondFactorRequired,
        .secondFactorWrong, .secondFactorNotBegun, .tokenRefused, .enrolmentRefused, .organisationNotActive, .passwordWeak,
        .loginTaken, .loginNeeded, .loginDiffers, .ownEnrolment, .ownOrganisation, .organisationIsRoot, .organisationEnded,
        .organisationNotEmpty, .organisationHoldsCards, .notAnEnterprise, .seatHasAccounts, .unitUnknown,
    ]

    private static let ofCards: [Refusal] = [
        .notACardNumber, .campaignBeginsInThePast, .campaignOrganisationUnknown, .campaignOver, .campaignStopping, .campaignBegun,
        .campaignNothingLacks, .intakeBatchInvalid, .intakeProvinceInvalid, .intakeMappingInvalid, .fileEmpty, .intakeEnded,
        .cursorUnknown, .fileElsewhere, .intakesHeldTooMany, .intakeRunning, .repairFileEmpty, .repairFileExpired, .fileGone,
        .fileTooLarge(Settings().intakeBytesMax), .searchTooLarge(Settings().searchNumbersMax),
    ]

    private static let ofCardFiles: [Refusal] = CardFileRefusal.Code.allCases.map { Refusal(CardFileRefusal($0)) }

    private static let ofTables: [Refusal] = TabularRefusal.Code.allCases.map { Refusal(CardFileRefusal(TabularRefusal($0))) }

    private static let ofCarriers: [Refusal] = [.carrierReplyNeeded, .carrierNotConnected, .carrierNoticeRefused]

    private static let ofEvents: [Refusal] = [
        .callbackWithoutWebhook, .webhooksNotOffered, .webhooksTooMany, .changesCursorUnknown, .changesForgotten,
        .webhookOrganisationInactive, .webhookEventForgotten, .webhookEventWaiting, .noticeNotOver, .noticeDelivered,
        .noticesNotConfigured, .exportColumnUnknown, .ownExport, .exportDecided, .exportByPeople, .exportNotReady, .exportExpired,
        .exportTooLarge, .exportAskerGone, .exportUnreadable, .countsBusy,
    ]

    private static let ofWebhookAddresses: [Refusal] = WebhookAddressRefusal.allCases.map(\.refusal)

    private static let ofEvidence: [Refusal] = [
        .evidenceKindUnknown, .notHandedIn, .evidencePurgedAlready, .evidenceStoreUnavailable, .evidenceUnreadable, .paperNotOwn,
    ]

    private static let ofFiles: [Refusal] = InspectionRefusal.allCases.map { Refusal($0) }

    private static let ofMarkedCopies: [Refusal] = WatermarkRefusal.allCases.map { Refusal($0) }

    private static let ofRequests: [Refusal] = [
        .stillRunning, .keyReused, .answerLost, .keyMissing, .keyMalformed, .storeMoving, .versionInThePast(HouseRule.versions.id),
        .versionBeforeComing(HouseRule.versions.id), .actionMalformed,
    ]

    private static let ofKeys: [Refusal] = [
        .openingNeedsNoCustodian, .openingNotAwaiting, .answerUnreadable, .answerOfAnotherOpening, .answerGivenAlready,
        .answerWrong, .custodianKeyUnreadable, .custodiansAlike, .custodiansUnchanged, .custodiansNotAwaiting, .ownCustodians,
        .custodianProofWrong,
    ]

    private static let ofLives: [Refusal] = [
        .notAnIMEI, .simTaken, .lifeCommandUnknown, .lifeNothingSelected, .keptForTracing, .custodiansAwaited, .inCustody, .sealed,
        .caseNumberNeeded, .holdReleased, .lifeMendImpossible, .devicePoolName, .devicePoolsTooMany, .poolDevicesNumber,
        .nothingKept, .notSealed, .ownOpening, .openingDecided, .openingByPeople, .usageHeading, .livesRefused([:]),
        .poolCardsRefused([:]),
    ]

    private static let ofParts: [Refusal] = [
        .partLinkNotOpen, .partLinkExpired, .partCompleted, .partNotThere, .unitNotNamed, .partLinksTooMany, .partPicturesTooMany,
    ]

    private static let ofPersons: [Refusal] = [
        .providerCaptureNotOffered, .personFirst, .providerCaptureNotNeeded, .returnAddressInvalid, .carrierReasonInvalid,
        .claimContactInvalid, .cardNotTaken, .claimsExhausted, .examinationUnknown, .noCardOfThese, .deviceTypeInvalid,
        .carrierPageNotOffered, .carrierPageRefused, .notBroughtBackByHolder, .numberNotCorrected, .nothingCorrected, .notTheHolder,
        .askedAlready, .identityNotProved, .registrationUnderWay, .releaseAfterProof, .transferNotEnded, .transferAtCarrier,
        .transferNotPossible, .entranceNotOpen, .staffMayNotVerify, .consentNeeded, .guardianConsentNeeded,
        .guardianConsentOfAnother, .ageUnknown, .noticeVersionOld, .attemptsExhausted, .deviceAttemptsExhausted, .inPersonOnly,
        .cardUnderApplication, .challengeRefused, .receiptUsed, .notAwaitingCarrier, .notAPicture, .faceCaptureOld, .notAPhoto,
        .cardNumberNotRead, .cardNumbersSeveral, .codesUnavailable, .receiptInvalid, .personsWithoutCase, .cardOfAnotherCase,
        .picturesNotReusable, .policyPlace, .holderUnnamed, .cardQuotaReached(max: 5),
        .carrierPageUnavailable(retryAfterSeconds: 60), .providerUnavailable(retryAfterSeconds: 60), .pictureNotUsable([]),
        .entranceTimeInvalid(Settings().entranceDaysMax),
    ]

    private static let ofCardsNotFree: [Refusal] = CardSorting.Exclusion.all.map { CardFreedom.refusal($0) }

    private static let ofRegistrations: [Refusal] = [
        .channelNotAllowed, .noteTooLong, .reasonWordsNeeded, .expiredMeanwhile, .reasonUnknown, .reasonNotForThis,
        .evidenceSlotUnknown, .evidenceUnknown, .tooMuchEvidence, .documentUnderOtherName, .reAuditClosed, .ownReview,
        .applicationClosed, .notSubmitted, .ownApplication, .lockedByAnother, .reasonsNeeded, .noCardCanBeRegistered,
        .notRegistered, .anotherPersonMustSecond, .purposeNeeded, .effectiveDateNotAllowed, .reviewedByOperator, .anotherUnit,
        .reviewedAlready, .personsOwn, .cardsNotFound(at: []),
    ]
}
