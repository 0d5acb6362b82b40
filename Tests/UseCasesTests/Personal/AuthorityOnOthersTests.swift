import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("R-25-06, R-DP-06: the authority is asked about guardian and proxy, each by himself")
struct AuthorityOnOthersTests {
    private static let guardian = PersonalJob.person(1)
    private static let proxy = PersonalJob.person(15)
    private static let definite: [(verdict: IdentityVerdict, code: String)] = [
        (.mismatch, "identity-mismatch"), (.noRecord, "identity-no-record"), (.notInService, "document-not-in-service"),
    ]
    private static let unclear: [Result<IdentityVerdict, ProviderFailure>] = [
        .success(.undecided), .failure(.malformed(.contradiction)), .failure(.unavailable(.timedOut)),
    ]

    private static func number(_ facts: PartyFacts) -> String { facts.documentNumber ?? "" }

    /// Machines approve whatever a machine can judge.
    private func withProvider(_ provider: ScriptedProvider, _ body: (World, PersonalJob) async throws -> Void) async throws {
        let reader = ScriptedReader { _ in PictureReading() }
        try await withWorld(reader: reader, verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            var floor = VerificationPolicy.standardFloor
            floor.approval = .machine
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, floor, validFrom: nil, after: 0)
            try await body(world, personal)
        }
    }

    /// Handed in with whoever else is named; of a child its guardian consented.
    private func handedIn(
        _ personal: PersonalJob, _ holder: PartyFacts, guardian: PartyFacts? = nil, proxy: PartyFacts? = nil
    ) async throws -> (principal: Principal, application: StoredApplication) {
        let person = try await personal.open().principal
        try await personal.fill(person, holder)
        if holder == PersonalJob.child { try await personal.consent(person, [.guardian], isUnder14: nil) }
        _ = try await personal.installation.updatePersonalDraft(
            as: person, PersonalDraft(holder: holder, guardian: guardian, proxy: proxy, noticeAccepted: true))
        var slots: [EvidenceSlot] = guardian == nil ? [] : [.guardianIDFront, .guardianIDBack]
        if proxy != nil { slots += [.proxyIDFront, .proxyIDBack] }
        for (place, slot) in slots.enumerated() {
            _ = try await personal.installation.capturePicture(
                as: person, slot, bytes: inventedPicture(80 + UInt8(place)), insists: false)
        }
        let application = try #require(try await personal.installation.submitPersonal(as: person).application)
        return (person, application)
    }

    private func read(_ application: StoredApplication, _ personal: PersonalJob) async throws -> ApplicationView {
        try await personal.installation.readApplication(as: personal.job.reviewer, application.id)
    }

    /// Until nobody is asked any more, however long it lasts.
    private func asked(_ world: World) async throws {
        for _ in 0..<200 {
            while try await world.installation.runVerification() {}
            world.clock.move(seconds: 900)
        }
    }

    // MARK: Asked

    @Test func `each is asked about once, by a number of its own and at a cost of its own, and is a finding of its own`() async throws {
        let provider = ScriptedProvider()
        try await withProvider(provider) { world, personal in
            let (_, application) = try await handedIn(personal, PersonalJob.child, guardian: Self.guardian, proxy: Self.proxy)
            #expect(application.state == .checking)
            while try await world.installation.runVerification() {}
            #expect(await provider.numbers.sorted() == [PersonalJob.child, Self.guardian, Self.proxy].map(Self.number).sorted())
            // The face besides.
            #expect(await provider.asked.count == 4)
            #expect(await Set(provider.asked).count == 4)
            let view = try await read(application, personal)
            #expect(view.verifications.map(\.method) == [.documentData, .guardian, .proxy, .face])
            #expect(view.verifications.map(\.about) == [.holder, .guardian, .proxy, .holder])
            #expect(view.verifications.map(\.verdict) == ["match", "match", "match", "same"])
            #expect(view.verifications.map(\.cost) == [1, 1, 1, 1])
            #expect(Set(view.verifications.map(\.reference)).count == 4)
            // Whether he is the child's guardian, and the proxy the holder's, no machine can tell.
            #expect(view.application.state == .submitted)
        }
    }

    @Test func `before staff they are asked about too`() async throws {
        let provider = ScriptedProvider()
        try await withWorld(verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            var content = ApplicationContent()
            content.holder = PersonalJob.person(0)
            content.proxy = Self.proxy
            content.noticeAccepted = true
            let evidence = try await personal.job.upload(
                [.holderIDFront, .holderIDBack, .holderOnSitePhoto, .proxyIDFront, .proxyIDBack], as: personal.job.clerk)
            content.evidence = Dictionary(uniqueKeysWithValues: evidence.map { ($0.key.rawValue, [$0.value.description]) })
            let begun = try await world.installation.registerInPerson(
                as: personal.job.clerk,
                InPersonApplication(
                    card: personal.watches[0], channel: .agent, content: content, consents: [.privacy: true, .sensitiveData: true],
                    noticeVersion: world.installation.inPersonNoticeVersion))
            while try await world.installation.runVerification() {}
            #expect(await provider.numbers.sorted() == [PersonalJob.person(0), Self.proxy].map(Self.number).sorted())
            let view = try await world.installation.readApplication(as: personal.job.reviewer, begun.application)
            #expect(view.verifications.map(\.about) == [.holder, .proxy] && view.application.state == .submitted)
        }
    }

    @Test func `an answer that had to be waited for is asked for again with its number, and nobody else is asked again`() async throws {
        let provider = ScriptedProvider()
        await provider.say(.failure(.unavailable(.timedOut)), of: Self.number(Self.guardian))
        try await withProvider(provider) { world, personal in
            let (_, application) = try await handedIn(personal, PersonalJob.child, guardian: Self.guardian)
            while try await world.installation.runVerification() {}
            #expect(try await read(application, personal).application.state == .checking)
            await provider.say(nil, of: Self.number(Self.guardian))
            world.clock.move(seconds: 900)
            while try await world.installation.runVerification() {}
            let numbers = await provider.numbers
            #expect(numbers.filter { $0 == Self.number(Self.guardian) }.count == 2)
            #expect(numbers.filter { $0 == Self.number(PersonalJob.child) }.count == 1)
            #expect(await Set(provider.asked).count == 3)
            let view = try await read(application, personal)
            #expect(view.verifications.map(\.verdict) == ["match", "match", "same"] && view.application.state == .submitted)
        }
    }

    @Test func `whoever is guardian and proxy in one is asked about once`() async throws {
        let provider = ScriptedProvider()
        try await withProvider(provider) { world, personal in
            let (_, application) = try await handedIn(personal, PersonalJob.child, guardian: Self.guardian, proxy: Self.guardian)
            while try await world.installation.runVerification() {}
            #expect(await provider.numbers.sorted() == [PersonalJob.child, Self.guardian].map(Self.number).sorted())
            #expect(try await read(application, personal).verifications.map(\.about) == [.holder, .guardian, .holder])
        }
    }

    @Test func `R-25-07: of whose document no register knows nobody is told anything; the reviewer is told that`() async throws {
        var soldier = Self.guardian
        soldier.documentType = DocumentType.militaryID.rawValue
        soldier.documentNumber = "军字第00012345号"
        soldier.birthDate = "1980-01-02"
        let provider = ScriptedProvider()
        try await withProvider(provider) { world, personal in
            let (_, application) = try await handedIn(personal, PersonalJob.child, guardian: soldier)
            while try await world.installation.runVerification() {}
            #expect(await provider.numbers == [Self.number(PersonalJob.child)])
            let view = try await read(application, personal)
            let told = try #require(view.checks.first { $0.code == "no-register-for-document" })
            #expect(told.verdict == "warned" && told.subject == "/guardian/documentNumber")
            #expect(view.application.state == .submitted)
        }
    }

    @Test func `where no authority is connected nobody is asked about and nothing is said of it`() async throws {
        let provider = ScriptedProvider()
        try await withWorld(verification: VerificationProviders(authority: nil, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await handedIn(personal, PersonalJob.child, guardian: Self.guardian, proxy: Self.proxy)
            while try await world.installation.runVerification() {}
            #expect(await provider.numbers.isEmpty)
            let view = try await read(application, personal)
            #expect(view.verifications.map(\.method) == [.face] && view.application.state == .submitted)
        }
    }

    // MARK: Weighed

    @Test(arguments: [PartyRole.guardian, .proxy], definite)
    func `a definite no goes back to the person with a reason that says whose document it is`(
        role: PartyRole, no: (verdict: IdentityVerdict, code: String)
    ) async throws {
        let other = Self.number(role == .guardian ? Self.guardian : Self.proxy)
        let provider = ScriptedProvider()
        await provider.say(.success(no.verdict), of: other)
        try await withProvider(provider) { world, personal in
            let (person, application) = try await handedIn(personal, PersonalJob.child, guardian: Self.guardian, proxy: Self.proxy)
            while try await world.installation.runVerification() {}
            #expect(try await read(application, personal).application.state == .sentBack)
            let reason = DecisionReason(pointer: role.pointer + "/documentNumber", code: "\(role.rawValue)-\(no.code)")
            #expect(try await world.installation.personalStatus(as: person).reasons == [reason])
            let text = try #require(reason.text)
            #expect(text.zh.contains(role == .guardian ? "监护人" : "代办人") && text.en.contains(role.rawValue))
            // Handed in again, everybody is asked about anew.
            await provider.say(nil, of: other)
            // An earlier no makes it a case of high risk, which asks for more.
            _ = try await world.installation.capturePicture(as: person, .handHeldPhoto, bytes: inventedPicture(99), insists: false)
            _ = try await world.installation.submitPersonal(as: person)
            while try await world.installation.runVerification() {}
            #expect(await Set(provider.asked).count == 8)
            #expect(try await read(application, personal).application.state == .submitted)
        }
    }

    @Test func `noes about several persons are all told`() async throws {
        let provider = ScriptedProvider(identity: .success(.mismatch))
        try await withProvider(provider) { world, personal in
            let (person, _) = try await handedIn(personal, PersonalJob.child, guardian: Self.guardian, proxy: Self.proxy)
            while try await world.installation.runVerification() {}
            let codes = try await world.installation.personalStatus(as: person).reasons.map(\.code)
            #expect(Set(codes) == ["identity-mismatch", "guardian-identity-mismatch", "proxy-identity-mismatch"] && codes.count == 3)
        }
    }

    @Test func `a grown-up's guardian is confirmed by the authority before a machine approves`() async throws {
        let provider = ScriptedProvider()
        try await withProvider(provider) { world, personal in
            let (_, application) = try await handedIn(personal, PersonalJob.person(0), guardian: Self.guardian)
            while try await world.installation.runVerification() {}
            #expect(await provider.numbers.count == 2)
            #expect(try await read(application, personal).application.state == .approved)
        }
    }

    @Test(arguments: unclear)
    func `with no clear word about a guardian no machine approves, and the reviewer reads which`(
        said: Result<IdentityVerdict, ProviderFailure>
    ) async throws {
        let provider = ScriptedProvider()
        await provider.say(said, of: Self.number(Self.guardian))
        try await withProvider(provider) { world, personal in
            let (_, application) = try await handedIn(personal, PersonalJob.person(0), guardian: Self.guardian)
            try await asked(world)
            let view = try await read(application, personal)
            #expect(view.application.state == .submitted)
            let about = try #require(view.verifications.first { $0.about == .guardian })
            #expect(["undecided", "unanswered"].contains(about.verdict))
            #expect(view.verifications.first { $0.method == .documentData }?.verdict == "match")
        }
    }

    @Test func `nor without any word about him, as of a case that was handed in before he was asked about`() async throws {
        let provider = ScriptedProvider()
        try await withProvider(provider) { world, personal in
            let (_, application) = try await handedIn(personal, PersonalJob.person(0), guardian: Self.guardian)
            let now = world.clock.now()
            try await world.installation.store.write { session in
                for task in try VerificationRecords.due(at: now, limit: 8, in: session) where task.method == .guardian {
                    _ = try VerificationRecords.finish(task, in: session)
                }
            }
            while try await world.installation.runVerification() {}
            let view = try await read(application, personal)
            #expect(view.verifications.map(\.method) == [.documentData, .face] && view.application.state == .submitted)
        }
    }

    @Test func `a guardian's match does not take the place of the holder's: the carrier is asked`() async throws {
        let provider = ScriptedProvider()
        await provider.say(.success(.undecided), of: Self.number(PersonalJob.child))
        try await withProvider(provider) { world, personal in
            let (_, application) = try await handedIn(personal, PersonalJob.child, guardian: Self.guardian)
            while try await world.installation.runVerification() {}
            let view = try await read(application, personal)
            #expect(view.verifications.map(\.verdict) == ["undecided", "match", "same"])
            let decided = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: view.application.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.state == .awaitingCarrier)
        }
    }
}
