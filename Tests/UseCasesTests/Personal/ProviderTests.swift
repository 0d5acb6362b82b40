import Records
import Registry
import TestKit
import Testing
import UseCases
import Vault

@Suite("What providers say of a person's case")
struct ProviderTests {
    /// A world whose floor lets machines approve, with a provider that says what it is told.
    private func withProvider(
        _ provider: ScriptedProvider, approval: VerificationPolicy.Approval = .machine,
        _ body: (World, PersonalJob) async throws -> Void
    ) async throws {
        let reader = ScriptedReader { _ in PictureReading() }
        try await withWorld(reader: reader, verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            var floor = VerificationPolicy.standardFloor
            floor.approval = approval
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, floor, validFrom: nil, after: 0)
            try await body(world, personal)
        }
    }

    private func state(_ id: ApplicationID, _ personal: PersonalJob) async throws -> ApplicationState {
        try await personal.installation.readApplication(as: personal.job.reviewer, id).application.state
    }

    @Test func `an authority's match and a living face make the card effective without a reviewer`() async throws {
        try await withProvider(ScriptedProvider()) { world, personal in
            let (person, application) = try await personal.submitted()
            #expect(application.state == .checking)
            #expect(try await world.installation.personalStatus(as: person).stage == .checking)
            while try await world.installation.runVerification() {}
            let view = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
            #expect(view.checks.filter { $0.verdict != "passed" }.map(\.code) == ["region-unknown"])
            // On record is who said it, by which version, how near, with what liveness, and what it cost.
            let face = try #require(view.verifications.first { $0.method == .face })
            #expect(face.verdict == "same" && face.liveness == "live" && face.score == 9_100 && face.threshold == 8_000)
            let identity = try #require(view.verifications.first { $0.method == .documentData })
            #expect(identity.verdict == "match" && identity.score == nil && identity.liveness == nil)
            for said in [face, identity] {
                #expect(said.vendor == "scripted" && said.productVersion == "test 1" && said.cost == 1 && !said.isSandbox)
                #expect(said.reference?.hasPrefix("ref-") == true)
            }
            #expect(try await state(application.id, personal) == .approved)
            let answer = try await world.installation.answer(as: personal.job.clerk, .iccid(personal.watches[0]))
            #expect(answer.standing == .registered)
        }
    }

    @Test func `a case that needs two reviewers is approved by no machine, and waits for both`() async throws {
        try await withProvider(ScriptedProvider()) { world, personal in
            let two = ReviewPolicy(twoReviewers: [ReviewCondition(subjects: [.person])])
            _ = try await world.installation.setReviewPolicy(as: personal.job.administrator, two, validFrom: nil, after: 0)
            let (person, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            #expect(try await state(application.id, personal) == .submitted)
            for (reviewer, then) in [
                (personal.job.reviewer, ApplicationState.awaitingSecondReview), (personal.job.secondReviewer, .approved),
            ] {
                let version = try await world.installation.readApplication(as: reviewer, application.id).application.version
                let decided = try await world.installation.decideApplication(
                    as: reviewer, application.id, version: version, verdict: .approve, reasons: [], note: nil)
                #expect(decided.state == then)
                // The person is told one and the same: a reviewer looks.
                if then != .approved { #expect(try await world.installation.personalStatus(as: person).stage == .inReview) }
            }
        }
    }

    @Test func `where the policy wants a reviewer, his yes after a match needs no carrier's receipt`() async throws {
        try await withProvider(ScriptedProvider(), approval: .reviewer) { world, personal in
            let (_, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            let view = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
            #expect(view.application.state == .submitted)
            let decided = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: view.application.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.state == .approved)
        }
    }

    @Test(arguments: [
        (IdentityVerdict.mismatch, "identity-mismatch"), (.noRecord, "identity-no-record"), (.notInService, "document-not-in-service"),
    ])
    func `a definite no goes back to the person with its reason`(verdict: IdentityVerdict, reason: String) async throws {
        try await withProvider(ScriptedProvider(identity: .success(verdict))) { world, personal in
            let (person, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            #expect(try await state(application.id, personal) == .sentBack)
            #expect(try await world.installation.personalStatus(as: person).reasons.map(\.code) == [reason])
        }
    }

    @Test(arguments: [(FaceVerdict.different, Liveness.live, "face-different"), (.undecided, .spoof, "liveness-failed")])
    func `another face or no living one goes back`(verdict: FaceVerdict, liveness: Liveness, reason: String) async throws {
        try await withProvider(ScriptedProvider(face: .success((verdict, liveness)))) { world, personal in
            let (person, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            #expect(try await state(application.id, personal) == .sentBack)
            #expect(try await world.installation.personalStatus(as: person).reasons.map(\.code) == [reason])
        }
    }

    @Test(arguments: [(FaceVerdict.same, Liveness.absent), (.same, .undecided), (.undecided, .live), (.seenElsewhere, .live)])
    func `without a clear liveness verdict no machine approves: a reviewer looks`(verdict: FaceVerdict, liveness: Liveness) async throws {
        try await withProvider(ScriptedProvider(face: .success((verdict, liveness)))) { world, personal in
            let (_, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            #expect(try await state(application.id, personal) == .submitted)
        }
    }

    @Test(arguments: [("2016-07-01", "2031-07-01", ApplicationState.submitted), ("2016-03-20", "2026-03-20", .approved)])
    func `R-NF-06: a period that is not of its holder's age is for a reviewer, one near its end stops no machine`(
        from: String, until: String, then: ApplicationState
    ) async throws {
        try await withProvider(ScriptedProvider()) { world, personal in
            var holder = PersonalJob.person(0)
            holder.validFrom = from
            holder.validUntil = until
            let (_, application) = try await personal.submitted(0, holder)
            while try await world.installation.runVerification() {}
            #expect(try await state(application.id, personal) == then)
            let checks = try await world.installation.readApplication(as: personal.job.reviewer, application.id).checks
            let warned = Set(checks.filter { $0.verdict != "passed" }.map(\.code))
            #expect(warned == ["region-unknown", then == .approved ? "expires-soon" : "validity-not-of-age"])
        }
    }

    @Test func `R-DP-03: who has faces looked for under other identities says so in the notice, which is another one`() async throws {
        func face(_ world: World) -> LocalText { world.installation.notice(.face, operator: "云杉通信", agent: "青禾科技").text }
        let provider = ScriptedProvider()
        let verification = VerificationProviders(authority: provider, face: provider)
        let plain = try await withWorld(verification: verification) { face($0) }
        var settings = Settings()
        settings.verificationFaceSearch = 1
        // Nobody looks where nobody is connected.
        let alone = try await withWorld { face($0) }
        try await withWorld(settings: settings) { world in
            #expect(face(world) == alone)
            #expect(world.installation.noticeVersion == PersonalNotice.version)
        }
        try await withWorld(settings: settings, verification: verification) { world in
            let personal = try await PersonalJob.prepare(in: world)
            #expect(face(world).zh.hasPrefix(plain.zh) && face(world).zh.contains("其他身份"))
            #expect(face(world).en.hasPrefix(plain.en) && face(world).en.contains("other identities"))
            #expect(!plain.zh.contains("其他身份") && !plain.en.contains("other identities"))
            let person = try await personal.open().principal
            let refused = try await refusal {
                try await world.installation.giveConsent(
                    as: person, [.face: true], noticeVersion: String(world.installation.noticeVersion.dropLast("-search".count)))
            }
            #expect(refused == "notice-version-old")
            try await personal.consent(person)
            let view = try await world.installation.readPersonalCase(as: person)
            #expect(view.consents.count == 3)
            #expect(view.consents.allSatisfy { $0.version == view.noticeVersion })
            #expect(view.notices.allSatisfy { $0.version == view.noticeVersion })
        }
    }

    @Test func `an undecided authority leaves it to a reviewer, whose yes then needs the carrier`() async throws {
        try await withProvider(ScriptedProvider(identity: .success(.undecided))) { world, personal in
            let (_, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            let view = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
            #expect(view.application.state == .submitted)
            let decided = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: view.application.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.state == .awaitingCarrier)
        }
    }

    @Test func `a provider that is down loses no case: asked again with the same number, and a reviewer decides in the end`() async throws {
        let provider = ScriptedProvider(identity: .failure(.unavailable(.timedOut)))
        try await withProvider(provider) { world, personal in
            let (_, application) = try await personal.submitted()
            for _ in 0..<200 {
                try await world.installation.runVerification()
                guard try await state(application.id, personal) == .checking else { break }
                world.clock.move(seconds: 900)
            }
            #expect(try await state(application.id, personal) == .submitted)
            // One number for each of the two questions, however often they were asked.
            #expect(await Set(provider.asked).count == 2)
            #expect(await provider.asked.count > 3)
        }
    }

    @Test func `a provider that comes back is believed again`() async throws {
        let provider = ScriptedProvider(identity: .failure(.overloaded(retryAfterSeconds: 60)))
        try await withProvider(provider) { world, personal in
            let (_, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            #expect(try await state(application.id, personal) == .checking)
            await provider.say(.success(.match))
            world.clock.move(seconds: 30)
            try await world.installation.runVerification()
            #expect(try await state(application.id, personal) == .checking)
            world.clock.move(seconds: 31)
            while try await world.installation.runVerification() {}
            #expect(try await state(application.id, personal) == .approved)
        }
    }

    @Test func `a provider that lies is never believed`() async throws {
        try await withProvider(ScriptedProvider(identity: .failure(.malformed(.contradiction)))) { world, personal in
            let (_, application) = try await personal.submitted()
            for _ in 0..<10 {
                try await world.installation.runVerification()
                world.clock.move(seconds: 900)
            }
            #expect(try await state(application.id, personal) == .submitted)
        }
    }

    @Test func `whoever declines face recognition is not asked about it and is looked at by a person`() async throws {
        let provider = ScriptedProvider()
        try await withProvider(provider) { world, personal in
            let person = try await personal.open().principal
            try await personal.consent(person, [.privacy, .sensitiveData])
            for (place, slot) in [EvidenceSlot.holderIDFront, .holderIDBack, .handHeldPhoto].enumerated() {
                _ = try await world.installation.capturePicture(
                    as: person, slot, bytes: inventedPicture(90 + UInt8(place)), insists: false)
            }
            _ = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: PersonalJob.person(0), declinesFaceRecognition: true, noticeAccepted: true))
            let application = try #require(try await world.installation.submitPersonal(as: person).application)
            while try await world.installation.runVerification() {}
            #expect(await provider.asked.count == 1)
            #expect(try await state(application.id, personal) == .submitted)
        }
    }

    @Test func `a picture used in another case is noticed, and no machine approves it`() async throws {
        let reader = ScriptedReader { _ in PictureReading(mark: 4_711) }
        let provider = ScriptedProvider()
        try await withWorld(reader: reader, verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            var floor = VerificationPolicy.standardFloor
            floor.approval = .machine
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, floor, validFrom: nil, after: 0)
            try await personal.submitted(0)
            let (_, second) = try await personal.submitted(1, PersonalJob.person(1))
            let checks = try await world.installation.readApplication(as: personal.job.reviewer, second.id).checks
            #expect(checks.contains { $0.code == "picture-used-before" && $0.verdict == "warned" })
            while try await world.installation.runVerification() {}
            #expect(try await state(second.id, personal) == .submitted)
        }
    }

    @Test func `one device for many persons is noticed`() async throws {
        var settings = Settings()
        settings.devicePersonsMax = 1
        try await withWorld(settings: settings) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let first = try await personal.open(0)
            try await personal.fill(first.principal, PersonalJob.person(0))
            _ = try await world.installation.submitPersonal(as: first.principal)
            let second = try await personal.open(1, device: first.device)
            try await personal.fill(second.principal, PersonalJob.person(1))
            let application = try #require(try await world.installation.submitPersonal(as: second.principal).application)
            let checks = try await world.installation.readApplication(as: personal.job.reviewer, application.id).checks
            #expect(checks.contains { $0.code == "device-used-by-many" })
            // The operating company has one case to look into: of the second person's card.
            let cases = try await world.installation.listLifeCases(as: personal.job.administrator).rows
            #expect(cases.map(\.kind) == [.deviceUsedByMany])
            let alerted = try #require(cases.first)
            let reference = try world.installation.secrets.references.text(for: alerted.subscription)
            try await world.installation.closeLifeCase(
                as: personal.job.administrator, card: reference, kind: alerted.kind, openedAt: alerted.openedAt)
            // The same person again, with the same device, is nothing new.
            let third = try await personal.open(2, device: first.device)
            try await personal.fill(third.principal, PersonalJob.person(1))
            // From such a device the rules of high risk ask for it.
            _ = try await world.installation.capturePicture(
                as: third.principal, .handHeldPhoto, bytes: inventedPicture(99), insists: false)
            _ = try await world.installation.submitPersonal(as: third.principal)
            #expect(try await world.installation.listLifeCases(as: personal.job.administrator).rows.isEmpty)
        }
    }
}
