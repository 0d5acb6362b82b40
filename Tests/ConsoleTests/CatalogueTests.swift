import Foundation
import Pages
import Records
import Registry
import TestKit
import Testing
import UseCases

@testable import Console

@Suite("The texts of the console")
struct CatalogueTests {
    private static let faults = CatalogueFaults(Console.catalogue, templates: PageFiles.templates)

    @Test func `both languages have every text, none is empty, and the same places are filled`() {
        #expect(Self.faults.unpaired == [])
    }

    @Test func `the Chinese catalogue is in Chinese, the English one is not`() {
        #expect(Self.faults.foreign(quoting: []) == [])
    }

    @Test func `every text a template asks for is there`() {
        #expect(Self.faults.missing == [])
    }

    @Test func `every word of the rules that a page shows has its text`() {
        let words = Words(.english, of: Console.catalogue)
        let wanted =
            StaffRole.allCases.map { "role.\($0.rawValue)" } + ApplicationState.allCases.map { "state.\($0.rawValue)" }
            + ApplicationKind.allCases.map { "kind.\($0.rawValue)" } + Channel.allCases.map { "channel.\($0.rawValue)" }
            + DecisionVerdict.allCases.map { "verdict.\($0.rawValue)" } + EvidenceSlot.allCases.map { "slot.\($0.rawValue)" }
            + DocumentType.allCases.map { "document.\($0.rawValue)" } + CarrierCommand.allCases.map { "wish.\($0.rawValue)" }
            + CustodyActKind.allCases.map { "custody.\($0.rawValue)" } + IntakeKind.allCases.map { "intakeKind.\($0.rawValue)" }
            + IntakeState.allCases.map { "intakeState.\($0.rawValue)" } + Theme.allCases.map { "theme.\($0.rawValue)" }
        let custody =
            CustodyStanding.allCases.map { "custodyStanding.\($0.rawValue)" }
            + StoredEntrance.Kind.allCases.map { "entranceKind.\($0.rawValue)" }
            + ListedEntrance.Standing.allCases.map { "entranceStanding.\($0.rawValue)" }
        for name in wanted + custody { #expect(words.has(name), "\(name)") }
    }

    @Test func `every word of the operation that a page shows has its text`() {
        let words = Words(.english, of: Console.catalogue)
        let lives =
            LifeCaseKind.allCases.flatMap { ["lifeCase.\($0.rawValue)", "lifeHint.\($0.rawValue)"] }
            + LifeMend.allCases.map { "lifeMend.\($0.rawValue)" }
            + IntentState.allCases.flatMap { ["wishState.\($0.rawValue)", "carriers.why-\($0.rawValue)"] }
            + LifeStepKind.allCases.map { "step.\($0.name)" } + Gap.allCases.map { "gap.\($0.rawValue)" }
            + CampaignState.allCases.map { "campaignState.\($0.rawValue)" } + SubjectKind.allCases.map { "subject.\($0.rawValue)" }
        let settings =
            Permission.allCases.map { "permission.\($0.rawValue)" } + ProductStatus.allCases.map { "productStatus.\($0.rawValue)" }
            + CardClass.allCases.map { "cardClass.\($0.rawValue)" } + DataTraffic.allCases.map { "traffic.\($0.rawValue)" }
            + BindingMode.allCases.map { "binding.\($0.rawValue)" } + WebhookState.allCases.map { "webhookState.\($0.rawValue)" }
            + WebhookEventState.allCases.map { "eventState.\($0.rawValue)" } + CardChangeKind.allCases.map { "changeKind.\($0.rawValue)" }
            + NoticeState.allCases.flatMap { ["noticeState.\($0.rawValue)", "noticeHint.\($0.rawValue)"] }
            + NoticeChannel.allCases.map { "noticeChannel.\($0.rawValue)" }
            + NoticeKind.allCases.filter { $0.matter != .card }.map { "noticeKind.\($0.rawValue)" }
        let registering =
            DraftStep.allCases.map { "draftStep.\($0.rawValue)" }
            + PartLinkView.Standing.allCases.filter { $0 != .completed }.map { "parts.standing-\($0.rawValue)" }
            + RegistrationState.allCases.map { "registrationState.\($0.rawValue)" }
            + ApplicationState.allCases.map { "registration.now-\($0.rawValue)" }
            + PartyRole.allCases.map { "party.\($0.pointer.dropFirst())" }
            + UnitPolicy.UseFact.allCases.map { "field.\($0.rawValue)" } + DeclaredUse.Traffic.allCases.map { "traffic.\($0.rawValue)" }
            + ["met", "missing", "faulty"].map { "demand.\($0)" } + ["subjectKind.unit", "subjectKind.person"]
        let agents =
            OrganisationKind.allCases.map { "organisationKind.\($0.rawValue)" }
            + OrganisationStatus.allCases.map { "organisationState.\($0.rawValue)" }
            + AccountKind.allCases.map { "accountKind.\($0.rawValue)" } + AccountStatus.allCases.map { "accountState.\($0.rawValue)" }
            + RiskLevel.allCases.map { "risk.\($0.rawValue)" } + VerificationCondition.Use.allCases.map { "use.\($0.rawValue)" }
            + VerificationPolicy.Approval.allCases.map { "approval.\($0.rawValue)" }
        let risks =
            CaseRisk.Level.allCases.map { "caseRisk.\($0.rawValue)" } + CaseRisk.Sign.allCases.map { "caseSign.\($0.rawValue)" }
            + Rule.all.map { "rules.group-\($0.id.prefix(4))" }
            + LifeCommand.allCases.map { "lifeCommand.\($0.rawValue)" }
        for name in lives + settings + registering + agents + risks { #expect(words.has(name), "\(name)") }
    }

    @Test func `every word of reviews, exports, notices and numbers that a page shows has its text`() {
        let words = Words(.english, of: Console.catalogue)
        let reviewing =
            ReAuditState.allCases.map { "again.\($0.rawValue)" } + ReAuditVerdict.allCases.map { "again.\($0.rawValue)" }
            + CarrierVerdict.allCases.map { "carrierVerdict.\($0.rawValue)" } + FaceVerdict.allCases.map { "provider.\($0.rawValue)" }
            + IdentityVerdict.allCases.map { "provider.\($0.rawValue)" } + SealedOpeningState.allCases.map { "opening.\($0.rawValue)" }
        let exports =
            ExportState.allCases.map { "export.\($0.rawValue)" }
            + ExportKind.allCases.flatMap { ["export.kind-\($0.rawValue)", "export.new-\($0.rawValue)"] }
            + ExportColumn.allCases.map { "export.column-\($0.rawValue)" }
        let others =
            NoticePart.allCases.map { "noticePart.\($0.rawValue)" } + NoticePlaceholder.allCases.map { "noticePlaceholder.\($0.rawValue)" }
            + NumberLack.allCases.flatMap { ["search.\($0.rawValue)Title", "search.\($0.rawValue)Text"] }
            + CarrierTruthEvent.Axis.allCases.map { "truth.\($0.rawValue)" }
            + ExpiryRecords.Expiry.Matter.allCases.map { "expiry.\($0.rawValue)" }
        for name in reviewing + exports + others { #expect(words.has(name), "\(name)") }
    }

    /// As the sources declare them: each noun its own, beside its use cases.
    private static func declaredActs() throws -> Set<String> {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".swift") }
        var acts: Set<String> = []
        for file in files {
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            for found in text.matches(of: /TrailAction\(\s*"([^"]+)"\s*\)/) { acts.insert(String(found.output.1)) }
        }
        return acts
    }

    @Test func `every act that the trail can bear has its text, and there is no text of an act that is none`() throws {
        let acts = try Self.declaredActs()
        #expect(acts.count > 100)
        let texts = Set(Console.catalogue.english.keys.filter { $0.hasPrefix("act.") }.map { String($0.dropFirst(4)) })
        #expect(acts.subtracting(texts) == [])
        #expect(texts.subtracting(acts) == [])
    }

    @Test func `every template can be read, and no page reaches outside itself`() throws {
        #expect(try Self.faults.unsafeTemplates() == [])
        #expect(PageFiles.assets.allSatisfy { !$0.text.contains("https://") && !$0.text.contains("url(") })
    }
}
