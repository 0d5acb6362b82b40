import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// What an attacker with a link, a dishonest clerk and bad luck try with persons' cases.
@Suite("Nobody does a person's part, and no case is stuck")
struct PersonalGuardTests {
    // MARK: Staff

    @Test func `staff neither change, submit nor take back what a person began`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.fill(person)
            let draft = try #require(try await world.installation.readPersonalCase(as: person).application)
            let (clerk, installation) = (personal.job.clerk, world.installation)
            var content = ApplicationContent()
            content.unit = InventedPapers.unit
            #expect(
                try await refusalCode {
                    _ = try await installation.updateApplication(as: clerk, draft.id, version: draft.version, content: content)
                } == "persons-own")
            #expect(
                try await refusalCode {
                    _ = try await installation.selectCards(
                        as: clerk, draft.id, version: draft.version, .numbers(personal.job.iccids))
                } == "persons-own")
            #expect(
                try await refusalCode {
                    _ = try await installation.submitApplication(as: clerk, draft.id, version: draft.version)
                } == "persons-own")
            #expect(
                try await refusalCode {
                    try await installation.withdrawApplication(as: clerk, draft.id, version: draft.version)
                } == "persons-own")
            #expect(try await installation.readPersonalCase(as: person).content.holder == PersonalJob.person(0))
        }
    }

    @Test(arguments: [ApplicationKind.addCards, .end, .correct, .changeRole])
    func `staff begin no change to a person's registration`(kind: ApplicationKind) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let registration = try await registered(personal)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.createApplication(
                        as: personal.job.clerk, of: registration, kind: kind, content: ApplicationContent())
                } == "persons-own")
        }
    }

    @Test func `no program registers anybody in person`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let clerk = personal.job.clerk
            let key = Principal(
                account: clerk.account, organisation: clerk.organisation, permissions: clerk.permissions, scope: clerk.scope, means: .apiKey
            )
            let asked = try await inPerson(personal)
            #expect(try await refusalCode { _ = try await world.installation.registerInPerson(as: key, asked) } == "channel-not-allowed")
        }
    }

    @Test func `staff hand in pictures of their own, each for one person`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let first = try await inPerson(personal)
            _ = try await world.installation.registerInPerson(as: personal.job.clerk, first)
            let again = InPersonApplication(
                card: personal.watches[1], channel: .agent, content: first.content, consents: first.consents,
                noticeVersion: first.noticeVersion)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.registerInPerson(as: personal.job.clerk, again)
                } == "fields-invalid")
            // A customer's own pictures are not the clerk's either.
            let person = try await personal.open(2).principal
            try await personal.fill(person, PersonalJob.person(2))
            var content = first.content
            content.evidence = try await world.installation.readPersonalCase(as: person).content.evidence
            let borrowed = InPersonApplication(
                card: personal.watches[1], channel: .agent, content: content, consents: first.consents, noticeVersion: first.noticeVersion)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.registerInPerson(as: personal.job.clerk, borrowed)
                } == "fields-invalid")
        }
    }

    @Test func `the same picture brought anew for another person is noticed`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await world.installation.registerInPerson(as: personal.job.clerk, inPerson(personal))
            let second = try await world.installation.registerInPerson(
                as: personal.job.clerk, inPerson(personal, card: 1, holder: PersonalJob.person(1)))
            #expect(second.submitted?.checks.contains { $0.code == "picture-used-before" && $0.verdict == .warned } == true)
        }
    }

    // MARK: The person

    @Test(arguments: ["440113 20141005 001X", "44011320141005001x", "４４０１１３２０１４１００５００１Ｘ"])
    func `a child needs a guardian however the number is typed`(number: String) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            var child = InventedPapers.successor
            child.documentNumber = number
            try await personal.fill(person, child)
            #expect(try await world.installation.readPersonalCase(as: person).needs.methods.contains(.guardian))
            do {
                _ = try await world.installation.submitPersonal(as: person)
                Issue.record("handed in without a guardian")
            } catch let refusal as Refusal {
                #expect(refusal.details.contains { $0.pointer == "/guardian" })
            }
        }
    }

    @Test func `a long-term paper that is not valid yet is refused`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            var facts = PersonalJob.person(0)
            facts.validFrom = "2099-01-01"
            facts.validUntil = "long-term"
            try await personal.fill(person, facts)
            do {
                _ = try await world.installation.submitPersonal(as: person)
                Issue.record("handed in before its time")
            } catch let refusal as Refusal {
                #expect(refusal.details.map(\.code) == ["not-yet-valid"])
            }
        }
    }

    @Test func `a name tried on somebody's number costs an attempt each time`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await registered(personal)
            let prober = try await personal.open(1).principal
            var guess = PersonalJob.person(0)
            guess.name = "诸葛听澜"
            try await personal.fill(prober, guess)
            for _ in 0..<3 {
                #expect(
                    try await refusalCode { _ = try await world.installation.submitPersonal(as: prober) } == "document-under-other-name")
            }
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: prober) } == "attempts-exhausted")
        }
    }

    @Test func `of how many cards is told for one's own number, not for one after the other`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person)
            var quotas: [Bool] = []
            for number in 0..<7 {
                let view = try await world.installation.updatePersonalDraft(
                    as: person, PersonalDraft(holder: PersonalJob.person(number)))
                quotas.append(view.quota != nil)
            }
            #expect(quotas == [true, true, true, true, true, false, false])
        }
    }

    @Test func `another at the card spends none of the holder's proofs`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (holder, application) = try await personal.submitted()
            try await accept(application.id, application.version, personal)
            let other = try await personal.open().principal
            for _ in 0..<6 {
                #expect(
                    try await refusalCode {
                        _ = try await world.installation.askForRelease(as: other, documentNumber: "x")
                    } == "registration-not-live")
            }
            _ = try await world.installation.askForRelease(as: holder, documentNumber: PersonalJob.person(0).documentNumber ?? "")
        }
    }

    @Test func `of a card that does not exist no tried code is written`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let before = try await count("trail_pending", world) + count("trail_entry", world)
            #expect(
                try await refusalCode {
                    _ = try await personal.installation.openSeat(.claimCode("22222222", iccid: MainJob.iccid(77_777)), device: nil)
                } == "entrance-not-open")
            #expect(try await count("attempt", world) == 0)
            #expect(try await count("trail_pending", world) + count("trail_entry", world) == before)
        }
    }

    // MARK: No case stuck

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
            let ending = try #require(try await waitingEnding(personal))
            try await accept(ending.id, ending.version, personal, receipt: "CM-2")
            #expect(try await world.installation.personalStatus(as: person).stage == .released)
        }
    }

    @Test func `a release the carrier or a reviewer refused may be asked for again`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            try await accept(application.id, application.version, personal)
            let number = PersonalJob.person(0).documentNumber ?? ""
            _ = try await world.installation.askForRelease(as: person, documentNumber: number)
            let first = try #require(try await waitingEnding(personal))
            let passed = try await world.installation.decideApplication(
                as: personal.job.reviewer, first.id, version: first.version, verdict: .approve, reasons: [], note: nil)
            _ = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, first.id, version: passed.version, verdict: .refused, receipt: "CM-2")
            _ = try await world.installation.askForRelease(as: person, documentNumber: number)
            let second = try #require(try await waitingEnding(personal))
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, second.id, version: second.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/card", code: "other")], note: nil)
            _ = try await world.installation.askForRelease(as: person, documentNumber: number)
            #expect(try await waitingEnding(personal) != nil)
        }
    }

    // MARK: Places and links

    @Test func `a case sent back holds no place`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            #expect(try await count("card_slot", world) == 1)
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/holder/name", code: "does-not-match")], note: nil)
            #expect(try await count("card_slot", world) == 0)
        }
    }

    @Test func `a case that waited longer than its place was kept counts all the same`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            world.clock.move(days: world.installation.settings.slotDays + 1)
            // Another case of the person clears away what is over.
            try await personal.submitted(1)
            try await accept(application.id, application.version, personal)
            let places = try await world.installation.store.read { session in
                try session.all("SELECT subscription FROM card_slot WHERE expires_at IS NULL") { $0.int(0) }
            }
            #expect(places.count == 1)
        }
    }

    @Test(arguments: [(IdentityVerdict.undecided, 0), (.match, 1)])
    func `a former number joins two persons on an authority's word alone`(verdict: IdentityVerdict, links: Int) async throws {
        let provider = ScriptedProvider(identity: .success(verdict))
        try await withWorld(verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            for (card, facts) in [Self.foreigner("931392197506150028"), Self.foreigner("911840198001010013", former: "931392197506150028")]
                .enumerated()
            {
                let (_, application) = try await personal.submitted(card, facts)
                while try await world.installation.runVerification() {}
                let version = try await world.installation.readApplication(as: personal.job.reviewer, application.id).application.version
                let decided = try await world.installation.decideApplication(
                    as: personal.job.reviewer, application.id, version: version, verdict: .approve, reasons: [], note: nil)
                guard decided.state == .awaitingCarrier else { continue }
                _ = try await world.installation.recordCarrierReply(
                    as: personal.job.reviewer, application.id, version: decided.version, verdict: .accepted, receipt: "CM-\(card)")
            }
            #expect(try await count("party_link", world) == links)
        }
    }

    private static func foreigner(_ number: String, former: String? = nil) -> PartyFacts {
        var facts = PartyFacts(
            name: "MARLOW ADA", documentType: .foreignPermanentID, documentNumber: number, address: "", contact: "13800138000",
            validFrom: "2024-01-01", validUntil: "2034-01-01")
        facts.name = former == nil ? "MARLOW ADA" : "MARLOW ADA JUNE"
        facts.formerNumber = former
        return facts
    }

    // MARK: What is kept

    @Test func `the frame of a face is purged though the card is registered; the document's pictures stay`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            try await accept(application.id, application.version, personal)
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            try await world.installation.purgeDue()
            let kept = try await world.installation.store.read { session in
                try session.all(
                    "SELECT e.kind FROM evidence e JOIN evidence_state s ON s.evidence = e.id WHERE s.purged_at IS NULL ORDER BY e.kind"
                ) { $0.text(0) }
            }
            #expect(kept == ["holder-id-back", "holder-id-front"])
        }
    }

    @Test func `tokens, counts and challenges are forgotten when their time is over, whichever is over`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person)
            _ = try await world.installation.issueFaceChallenge(as: person)
            world.clock.move(seconds: world.installation.settings.faceChallengeSeconds + 1)
            try await world.installation.purgePersonal()
            #expect(try await count("face_challenge", world) == 0)
            #expect(try await count("seat_token", world) == 1)
            world.clock.move(days: 2)
            try await world.installation.purgePersonal()
            #expect(try await count("seat_token", world) == 0)
            #expect(try await count("attempt", world) == 0)
        }
    }

    @Test func `no number of the person stands as a receipt`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            let passed = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            let number = PersonalJob.person(0).documentNumber ?? ""
            for receipt in [number, number.lowercased(), "CM-\(number)", "13800138000", "R_138-0013-8000"] {
                #expect(
                    try await refusalCode {
                        _ = try await world.installation.recordCarrierReply(
                            as: personal.job.reviewer, application.id, version: passed.version, verdict: .accepted, receipt: receipt)
                    } == "receipt-invalid", "\(receipt.count) characters")
            }
        }
    }

    @Test func `a policy set for a far day by mistake is overtaken by the next`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (administrator, root) = (personal.job.administrator, personal.job.administrator.organisation)
            _ = try await world.installation.setVerificationPolicy(
                as: administrator, of: root, .standardFloor, validFrom: world.clock.now().adding(days: 13_000), after: 0)
            var strict = VerificationPolicy.standardFloor
            strict.attemptsMax = 1
            _ = try await world.installation.setVerificationPolicy(as: administrator, of: root, strict, validFrom: nil, after: 1)
            let person = try await personal.open().principal
            #expect(try await world.installation.readPersonalCase(as: person).attemptsLeft == 1)
        }
    }

    // MARK: Steps

    private func inPerson(_ personal: PersonalJob, card: Int = 0, holder: PartyFacts = PersonalJob.person(0)) async throws
        -> InPersonApplication
    {
        var content = ApplicationContent()
        content.holder = holder
        content.noticeAccepted = true
        let evidence = try await personal.job.upload([.holderIDFront, .holderIDBack, .holderOnSitePhoto], as: personal.job.clerk)
        content.evidence = Dictionary(uniqueKeysWithValues: evidence.map { ($0.key.rawValue, [$0.value.description]) })
        return InPersonApplication(
            card: personal.watches[card], channel: .agent, content: content, consents: [.privacy: true, .sensitiveData: true],
            noticeVersion: PersonalNotice.version)
    }

    private func accept(_ id: ApplicationID, _ version: Int64, _ personal: PersonalJob, receipt: String = "CM-100") async throws {
        let passed = try await personal.installation.decideApplication(
            as: personal.job.reviewer, id, version: version, verdict: .approve, reasons: [], note: nil)
        _ = try await personal.installation.recordCarrierReply(
            as: personal.job.reviewer, id, version: passed.version, verdict: .accepted, receipt: receipt)
    }

    private func registered(_ personal: PersonalJob) async throws -> RegistrationID {
        let (_, application) = try await personal.submitted()
        try await accept(application.id, application.version, personal)
        return application.registration
    }

    private func waitingEnding(_ personal: PersonalJob) async throws -> StoredApplication? {
        try await personal.installation.listApplications(
            as: personal.job.reviewer, state: .submitted, kind: .end, registration: nil, after: nil, limit: 5
        ).first
    }

    private func count(_ table: String, _ world: World) async throws -> Int {
        try await world.installation.store.read { try $0.count(SQLText(stringLiteral: "SELECT COUNT(*) FROM \(table)")) }
    }
}
