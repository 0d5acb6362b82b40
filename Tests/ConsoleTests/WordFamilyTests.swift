import Pages
import Records
import Registry
import TestKit
import Testing
import UseCases

@testable import Console

@Suite("The texts of the console whose names pages put together")
struct WordFamilyTests {
    @Test(arguments: ReaderLanguage.allCases)
    func `every word that may stand in such a name has its text`(language: ReaderLanguage) {
        let words = Words(language, of: Console.catalogue)
        for name in WordFamilies.all { #expect(words.has(name), "\(name)") }
    }

    @Test func `no page puts names together of which nobody asks here whether they have a text`() throws {
        // `repair.` begins the name of a file.
        let families = try NameFamily.all(of: "Console", besides: ["repair."])
        #expect(families.count > 90)
        for family in families { #expect(WordFamilies.all.contains(where: family.has), "\(family)") }
    }
}

/// Every name that pages put together from a part of their own and a word of the rules.
private enum WordFamilies {
    static let all: [String] = [people, cases, registering, cards, lives, carriers, agents, settings, told, others].flatMap { $0 }

    private static let people: [String] = {
        var names = StaffRole.allCases.map { "role.\($0.rawValue)" }
        names += Permission.allCases.map { "permission.\($0.rawValue)" }
        names += AccountKind.allCases.map { "accountKind.\($0.rawValue)" }
        names += AccountStatus.allCases.map { "accountState.\($0.rawValue)" }
        names += Principal.Means.allCases.map { "means.\($0.rawValue)" }
        names += SubjectKind.allCases.map { "subject.\($0.rawValue)" }
        names += ["valid", "revoked", "expired"].map { "keyState.\($0)" }
        names += Theme.allCases.map { "theme.\($0.rawValue)" }
        names += [
            "home", "cards", "intakes", "queue", "registrations", "counter", "answers", "kept", "custody", "carriers", "agents", "settings",
            "trail", "figures",
        ].map { "menu.\($0)" }
        names += [
            "carriers", "lifeCases", "due", "lifeSettings", "drafts", "registrations", "units", "expiries", "answers", "kept", "custody",
            "gaps",
            "campaigns", "devicePools", "entrances", "organisations", "policy", "roles", "products", "keys", "webhooks", "reviewPolicy",
            "reasonLists", "notices", "noticeWordings", "inForce",
        ].map { "tab.\($0)" }
        return names
    }()

    private static let cases: [String] = {
        var names = ApplicationState.allCases.flatMap { ["state.\($0.rawValue)", "registration.now-\($0.rawValue)"] }
        names += ApplicationKind.allCases.map { "kind.\($0.rawValue)" }
        names += Channel.allCases.map { "channel.\($0.rawValue)" }
        names += DecisionVerdict.allCases.flatMap { ["verdict.\($0.rawValue)", "timeline.\($0.rawValue)"] }
        names += CheckOutcome.Verdict.allCases.map { "check.\($0.rawValue)" }
        names += CaseEvidence.Ground.allCases.filter { $0 != .handedIn }.map { "case.ground.\($0.rawValue)" }
        names += FaceVerdict.allCases.map { "provider.\($0.rawValue)" }
        names += IdentityVerdict.allCases.map { "provider.\($0.rawValue)" }
        names += Liveness.allCases.map { "liveness.\($0.rawValue)" }
        names += CarrierVerdict.allCases.map { "carrierVerdict.\($0.rawValue)" }
        names += CaseRisk.Level.allCases.map { "caseRisk.\($0.rawValue)" }
        names += CaseRisk.Sign.allCases.map { "caseSign.\($0.rawValue)" }
        names += ReAuditState.allCases.map { "again.\($0.rawValue)" }
        names += ReAuditVerdict.allCases.map { "again.\($0.rawValue)" }
        names += DocumentType.Subject.allCases.map { "reviewPolicy.\($0.rawValue)" }
        return names
    }()

    private static let registering: [String] = {
        var names = EvidenceSlot.allCases.map { "slot.\($0.rawValue)" }
        names += DocumentType.allCases.map { "document.\($0.rawValue)" }
        names += DocumentType.Subject.allCases.flatMap { ["subjectKind.\($0.rawValue)", "draft.\($0.rawValue)Name"] }
        names += PartyRole.allCases.map { "party.\($0.pointer.dropFirst())" }
        names += RegistrationState.allCases.map { "registrationState.\($0.rawValue)" }
        names += DraftStep.allCases.map { "draftStep.\($0.rawValue)" }
        names += [DraftStep.unit, .responsible].map { "draftStep.\($0.rawValue)Lead" }
        names += PartLinkView.Standing.allCases.filter { $0 != .completed }.map { "parts.standing-\($0.rawValue)" }
        names += ["met", "missing", "faulty"].map { "demand.\($0)" }
        names += UnitPolicy.UseFact.allCases.map { "field.\($0.rawValue)" }
        names += DeclaredUse.Traffic.allCases.map { "traffic.\($0.rawValue)" }
        names += [
            "name", "documentType", "documentNumber", "formerNumber", "birthDate", "address", "contact", "validFrom", "validUntil",
            "purpose",
            "usingDepartment", "effectiveFrom", "noticeAccepted", "needs", "use",
        ].map { "field.\($0)" }
        // At the counter: who stands there, what he is asked, and what came of it.
        names += ["holder", "guardian", "proxy"].map { "counter.\($0)Hint" }
        names += ["slipName", "slipDocument", "slipAt", "slipHall"].map { "counter.\($0)" }
        names += ChangedPerson.allCases.map { "counter.person-\($0.rawValue)" }
        names += ["checking", "submitted", "further"].map { "counter.outcome-\($0)" }
        names += [VerificationMethod.documentData, .documentPhotos, .inPerson, .guardian, .proxy].map { "counterMethod.\($0.rawValue)" }
        names += ["counter.field-name", "case.longTerm"]
        return names
    }()

    private static let cards: [String] = {
        var names = CardColumn.allCases.filter { ![.imsi, .eid, .realName].contains($0) }.map { "cards.\($0.rawValue)" }
        names += ["realName", "registered", "vacant"].map { "cards.\($0)" }
        names += CardClass.allCases.map { "cardClass.\($0.rawValue)" }
        names += DataTraffic.allCases.map { "traffic.\($0.rawValue)" }
        names += BindingMode.allCases.map { "binding.\($0.rawValue)" }
        names += ProductStatus.allCases.map { "productStatus.\($0.rawValue)" }
        names += Carrier.usual.map { "carrier.\($0.code)" }
        names += NumberLack.allCases.flatMap { ["search.\($0.rawValue)Title", "search.\($0.rawValue)Text"] }
        names += ["service", "realName", "stops", "number", "carrierState", "carrierRealName"].map { "axis.\($0)" }
        names += NumberState.allCases.map { "numberState.\($0.rawValue)" }
        names += ["intake", "custody", "life", "carrier", "truth", "registration", "look", "trail"].map { "timeline.\($0)Kind" }
        names += CardAnswer.Standing.allCases.map { "standing.\($0.rawValue)" }
        names += IntakeKind.allCases.map { "intakeKind.\($0.rawValue)" }
        names += IntakeState.allCases.map { "intakeState.\($0.rawValue)" }
        names += ["text", "xlsx"].map { "intakeFormat.\($0)" }
        names += CustodyActKind.allCases.map { "custody.\($0.rawValue)" }
        names += CustodyStanding.allCases.map { "custodyStanding.\($0.rawValue)" }
        names += ["recalled", "allocated"].map { "custodyPage.\($0)" }
        names += ["withdrawn", "declared"].map { "devicePools.\($0)" }
        names += StoredEntrance.Kind.allCases.map { "entranceKind.\($0.rawValue)" }
        names += ListedEntrance.Standing.allCases.map { "entranceStanding.\($0.rawValue)" }
        names += Gap.allCases.map { "gap.\($0.rawValue)" }
        names += CampaignState.allCases.map { "campaignState.\($0.rawValue)" }
        return names
    }()

    private static let lives: [String] = {
        var names = LifeCommand.allCases.map { "lifeCommand.\($0.rawValue)" }
        names += LifeStepKind.allCases.map { "step.\($0.name)" }
        names += LifeCaseKind.allCases.flatMap { ["lifeCase.\($0.rawValue)", "lifeHint.\($0.rawValue)"] }
        names += LifeMend.allCases.map { "lifeMend.\($0.rawValue)" }
        names += ["valid", "coming", "former", "superseded"].map { "lifeSettings.\($0)" }
        names += [
            "testDays", "silentDays", "idleMonths", "cancellationMonths", "arrearsDays", "freezeDays", "noticeDays",
            "deviceChangesUntilRisk",
            "silentEndsOnFirst", "useBringsBack", "holderBringsBack", "testsUnregistered", "reregistersOnSIMChange",
            "reregistersOnDeviceChange", "reregistersPersonOnDeviceChange", "separationNeedsRebinding", "deviceChangeIsFinal",
        ].map { "lifeField.\($0)" }
        names += ["yes", "no"].map { "common.\($0)" }
        let now = Instant(milliseconds: 0)
        let phases: [RetentionPhase] = [
            .live, .retention(since: now, until: now), .legalHold(since: now, isSealed: false), .deepFreeze(since: now),
        ]
        names += phases.map { "retention.\($0.name)" }
        names += ["inCustody", "awaitingCustody"].map { "kept.\($0)" }
        names += SealedOpeningState.allCases.map { "opening.\($0.rawValue)" }
        return names
    }()

    private static let carriers: [String] = {
        var names = CarrierCommand.allCases.map { "wish.\($0.rawValue)" }
        names += IntentState.allCases.flatMap { ["wishState.\($0.rawValue)", "carriers.why-\($0.rawValue)"] }
        names += CarrierTruthEvent.Axis.allCases.map { "truth.\($0.rawValue)" }
        // What a wish waits for, as OrderProgress and the carriers' refusals say it.
        names += [
            "locked", "over-quota", "unreachable", "unclear", "not-in-effect", "no-outcome", "by-hand", "unreadable", "carrier-not-offered",
        ]
        .map { "reply.\($0)" }
        let refusals: [Refusal] = [
            .carrierCardUnknown, .carrierCardNotOurs, .carrierStateForbids, .carrierStopNotOurs, .carrierPackageExpired,
            .carrierPackageUsedUp, .carrierCredentials, .carrierIdentityRefused, .carrierNumberMissing, .carrierRefused,
        ]
        names += refusals.map { "reply.\($0.code)" }
        return names
    }()

    private static let agents: [String] = {
        var names = OrganisationKind.allCases.map { "organisationKind.\($0.rawValue)" }
        names += OrganisationStatus.allCases.map { "organisationState.\($0.rawValue)" }
        names += ["valid", "coming", "ended"].map { "contract.\($0)" }
        names += RiskLevel.allCases.map { "risk.\($0.rawValue)" }
        names += VerificationCondition.Use.allCases.map { "use.\($0.rawValue)" }
        names += VerificationPolicy.Approval.allCases.map { "approval.\($0.rawValue)" }
        return names
    }()

    private static let settings: [String] = {
        var names = [
            "roles", "policy", "reviewPolicy", "reasonLists", "noticeWordings", "lifeSettings", "products", "keys", "webhooks",
        ].map { "inForce.\($0)" }
        names += Rule.all.map { "rules.group-\($0.id.prefix(4))" }
        names += WebhookState.allCases.map { "webhookState.\($0.rawValue)" }
        names += WebhookEventState.allCases.map { "eventState.\($0.rawValue)" }
        names += CallbackState.allCases.map { "callbacks.\($0.rawValue)" }
        names += CardChangeKind.allCases.map { "changeKind.\($0.rawValue)" }
        return names
    }()

    /// Notices, and why nobody took what was sent.
    private static let told: [String] = {
        var names = NoticeState.allCases.flatMap { ["noticeState.\($0.rawValue)", "noticeHint.\($0.rawValue)"] }
        names += [NoticeState.givenUp, .refused].map { "home.notices-\($0.rawValue)" }
        names += NoticeChannel.allCases.map { "noticeChannel.\($0.rawValue)" }
        names += NoticeKind.allCases.filter { $0.matter != .card }.map { "noticeKind.\($0.rawValue)" }
        names += NoticePart.allCases.map { "noticePart.\($0.rawValue)" }
        names += NoticePlaceholder.allCases.map { "noticePlaceholder.\($0.rawValue)" }
        names += ReaderLanguage.allCases.map { "noticeWordings.\($0.rawValue)" }
        names += NoticeRefusal.allCases.map { "delivery.\($0.rawValue)" }
        names += WebhookAddressRefusal.allCases.map { "delivery.address-\($0.rawValue)" }
        names += ["webhook-gone", "webhook-rests", "forgotten", "no-recipient", "not-configured", "later"].map { "delivery.\($0)" }
        // Nobody who is told something is shown pictures or documents, nor answers about persons.
        let refusals = ProviderRefusal.allCases.filter { ![.documentTypeUnsupported, .pictureUnusable].contains($0) }
        let faults: [AnswerFault] = [.unreadable, .tooLarge, .status, .notAsContract, .otherRequest, .sandbox]
        let silent: [ProviderFailure.Unavailability] = [
            .noConnection, .notReached, .timedOut, .cancelled, .serverError(500), .resting(until: Instant(milliseconds: 0)),
        ]
        var failures = [ProviderFailure.overloaded(retryAfterSeconds: 1)]
        failures += refusals.map { ProviderFailure.refused($0) }
        failures += faults.map { ProviderFailure.malformed($0) }
        failures += silent.map { ProviderFailure.unavailable($0) }
        names += failures.map { "delivery.\($0.code)" }
        return names
    }()

    private static let others: [String] = {
        var names = ExportState.allCases.map { "export.\($0.rawValue)" }
        names += ExportKind.allCases.flatMap { ["export.kind-\($0.rawValue)", "export.new-\($0.rawValue)"] }
        names += ExportColumn.allCases.map { "export.column-\($0.rawValue)" }
        names += [
            "batch", "organisation", "product", "carrier", "province", "registered", "state", "stop", "unit", "from", "until", "actor",
            "action",
        ].map { "export.filter-\($0)" }
        names += ExpiryRecords.Expiry.Matter.allCases.map { "expiry.\($0.rawValue)" }
        // The test of the acts asks for every one of them.
        names += ["act.account.created"]
        return names
    }()
}
