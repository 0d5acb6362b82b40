import Records
import Registry
import SQLCore
import TestKit
import UseCases

/// Steps of several suites.
extension PersonalJob {
    /// What a clerk hands in for a person before him, with pictures of his own.
    func inPerson(card: Int = 0, holder: PartyFacts = PersonalJob.person(0)) async throws -> InPersonApplication {
        var content = ApplicationContent()
        content.holder = holder
        content.noticeAccepted = true
        let evidence = try await job.upload([.holderIDFront, .holderIDBack, .holderOnSitePhoto], as: job.clerk)
        content.evidence = Dictionary(uniqueKeysWithValues: evidence.map { ($0.key.rawValue, [$0.value.description]) })
        return InPersonApplication(
            card: watches[card], channel: .agent, content: content, consents: [.privacy: true, .sensitiveData: true],
            noticeVersion: installation.inPersonNoticeVersion)
    }

    /// A reviewer's yes, and the carrier's.
    func accept(_ id: ApplicationID, _ version: Int64, receipt: String = "CM-100") async throws {
        let passed = try await installation.decideApplication(
            as: job.reviewer, id, version: version, verdict: .approve, reasons: [], note: nil)
        _ = try await installation.recordCarrierReply(
            as: job.reviewer, id, version: passed.version, verdict: .accepted, receipt: receipt)
    }

    /// The first watch's card, effective for the first person.
    func registered() async throws -> RegistrationID {
        let (_, application) = try await submitted()
        try await accept(application.id, application.version)
        return application.registration
    }

    /// So many wearables for a person, and no more.
    func limit(to max: Int) async throws {
        var policy = VerificationPolicy.standardFloor
        policy.cardsPerPerson = [.wearable: max]
        _ = try await installation.setVerificationPolicy(
            as: job.administrator, of: job.administrator.organisation, policy, validFrom: nil, after: 0)
    }

    /// A card being given up that waits for a reviewer.
    func waitingEnding() async throws -> StoredApplication? {
        try await installation.listApplications(
            as: job.reviewer, state: .submitted, kind: .end, registration: nil, after: nil, limit: 5
        ).first
    }

    func count(_ table: String) async throws -> Int {
        try await installation.store.read { try $0.count(SQLText(stringLiteral: "SELECT COUNT(*) FROM \(table)")) }
    }

    /// The card given up on the device that registered it, reviewed, and accepted by the carrier.
    func endHolding(of card: Int, by person: Principal, holder: PartyFacts = PersonalJob.person(0), receipt: String = "CM-990") async throws
    {
        _ = try await installation.askForRelease(as: person, documentNumber: holder.documentNumber ?? "")
        guard let ending = try await waitingEnding() else { throw StaffFailure.noToken }
        try await accept(ending.id, ending.version, receipt: receipt)
    }
}
