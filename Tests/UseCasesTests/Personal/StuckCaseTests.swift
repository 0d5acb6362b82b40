import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// Bad luck and long waits: every case goes on, and what it holds is counted rightly.
@Suite("No person's case is stuck")
struct StuckCaseTests {
    @Test func `a case the machines agree on whose paper ran out meanwhile goes to a reviewer, its verdicts kept`() async throws {
        let provider = ScriptedProvider(identity: .failure(.unavailable(.timedOut)))
        let reader = ScriptedReader { _ in PictureReading() }
        try await withWorld(reader: reader, verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            var floor = VerificationPolicy.standardFloor
            floor.approval = .machine
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, floor, validFrom: nil, after: 0)
            var facts = PersonalJob.person(0)
            facts.validFrom = "2016-03-02"
            facts.validUntil = "2026-03-02"
            let (_, application) = try await personal.submitted(0, facts)
            while try await world.installation.runVerification() {}
            await provider.say(.success(.match))
            world.clock.move(seconds: 60_000)  // past midnight in Shanghai
            while try await world.installation.runVerification() {}
            let view = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
            #expect(view.application.state == .submitted)
            #expect(Set(view.verifications.map(\.verdict)) == ["match", "same"])
        }
    }

    @Test func `a case left under check without a question goes on`() async throws {
        let provider = ScriptedProvider()
        try await withWorld(verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            // As a stop between the last verdict and what follows from it leaves it.
            try await world.installation.store.write { try VerificationRecords.forget(of: application.id, in: $0) }
            try await world.installation.settleLeftChecks()
            let state = try await world.installation.readApplication(as: personal.job.reviewer, application.id).application.state
            #expect(state == .submitted)
        }
    }

    @Test func `an earlier no of a provider is told to whoever reviews the next attempt`() async throws {
        let provider = ScriptedProvider(face: .success((.undecided, .spoof)))
        try await withWorld(verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            _ = try await world.installation.capturePicture(as: person, .handHeldPhoto, bytes: inventedPicture(99), insists: false)
            _ = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: PersonalJob.person(0), declinesFaceRecognition: true, noticeAccepted: true))
            _ = try await world.installation.submitPersonal(as: person)
            let checks = try await world.installation.readApplication(as: personal.job.reviewer, application.id).checks
            #expect(checks.contains { $0.code == "refused-by-provider-before" && $0.verdict == "warned" })
        }
    }

    @Test func `a paper that ran out while the carrier was asked neither stops its yes nor a holder who gives the card up`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var facts = PersonalJob.person(0)
            facts.validUntil = "2026-04-01"
            let (person, application) = try await personal.submitted(0, facts)
            let passed = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            world.clock.move(days: 40)
            let accepted = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, application.id, version: passed.version, verdict: .accepted, receipt: "CM-1")
            #expect(accepted.registered == 1)
            _ = try await world.installation.askForRelease(as: person, documentNumber: facts.documentNumber ?? "")
            let ending = try #require(try await personal.waitingEnding())
            try await personal.accept(ending.id, ending.version, receipt: "CM-2")
            #expect(try await world.installation.personalStatus(as: person).stage == .released)
        }
    }

    @Test func `a release the carrier or a reviewer refused may be asked for again`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            try await personal.accept(application.id, application.version)
            let number = PersonalJob.person(0).documentNumber ?? ""
            _ = try await world.installation.askForRelease(as: person, documentNumber: number)
            let first = try #require(try await personal.waitingEnding())
            let passed = try await world.installation.decideApplication(
                as: personal.job.reviewer, first.id, version: first.version, verdict: .approve, reasons: [], note: nil)
            _ = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, first.id, version: passed.version, verdict: .refused, receipt: "CM-2")
            _ = try await world.installation.askForRelease(as: person, documentNumber: number)
            let second = try #require(try await personal.waitingEnding())
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, second.id, version: second.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/card", code: "other")], note: "请到营业厅办理")
            _ = try await world.installation.askForRelease(as: person, documentNumber: number)
            #expect(try await personal.waitingEnding() != nil)
        }
    }

    // MARK: Places and links

    @Test func `a case sent back holds no place`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            #expect(try await personal.count("card_slot") == 1)
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/holder/name", code: "does-not-match")], note: nil)
            #expect(try await personal.count("card_slot") == 0)
        }
    }

    @Test func `a case that waited longer than its place was kept counts all the same`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            world.clock.move(days: world.installation.settings.slotDays + 1)
            // Another case of the person clears away what is over.
            try await personal.submitted(1)
            try await personal.accept(application.id, application.version)
            let places = try await world.installation.store.read { session in
                try session.all("SELECT subscription FROM card_slot WHERE expires_at IS NULL") { $0.int(0) }
            }
            #expect(places.count == 1)
        }
    }

    @Test(arguments: [
        (IdentityVerdict.undecided, "MARLOW ADA", 1), (.undecided, "SOMEBODY ELSE", 0), (.match, "MARLOW ADA", 1),
        (.match, "SOMEBODY ELSE", 0),
    ])
    func `R-NF-08: a former number joins two documents of one name, on an authority's word or the carrier's, never on a reviewer's`(
        verdict: IdentityVerdict, name: String, links: Int
    ) async throws {
        let provider = ScriptedProvider(identity: .success(verdict))
        try await withWorld(verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            for (card, facts) in [
                Self.foreigner("931392197506150028"), Self.foreigner("911840198001010013", former: "931392197506150028", name: name),
            ]
            .enumerated() {
                let (_, application) = try await personal.submitted(card, facts)
                while try await world.installation.runVerification() {}
                let version = try await world.installation.readApplication(as: personal.job.reviewer, application.id).application.version
                let decided = try await world.installation.decideApplication(
                    as: personal.job.reviewer, application.id, version: version, verdict: .approve, reasons: [], note: nil)
                guard decided.state == .awaitingCarrier else { continue }
                #expect(try await personal.count("party_link") == 0)
                let codes = try await world.installation.readApplication(as: personal.job.reviewer, application.id).checks.map(\.code)
                #expect(codes.contains("former-number-given") == (card == 1))
                _ = try await world.installation.recordCarrierReply(
                    as: personal.job.reviewer, application.id, version: decided.version, verdict: .accepted, receipt: "CM-\(card)")
            }
            #expect(try await personal.count("party_link") == links)
        }
    }

    private static func foreigner(_ number: String, former: String? = nil, name: String = "MARLOW ADA") -> PartyFacts {
        var facts = PartyFacts(
            name: name, documentType: .foreignPermanentID, documentNumber: number, address: "", contact: "13800138000",
            validFrom: "2024-01-01", validUntil: "2034-01-01")
        facts.formerNumber = former
        return facts
    }
}
