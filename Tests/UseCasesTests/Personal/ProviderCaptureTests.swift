import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// Captures faces at a page of its own, and says of each what it is told.
private actor ScriptedCapture: HostedCapture {
    nonisolated let host = "face.example.test"
    private(set) var begun: [CaptureQuestion] = []
    private var outcomes: [String: CaptureOutcome] = [:]
    private var isAway = false

    func say(_ outcome: CaptureOutcome, of capture: String) { outcomes[capture] = outcome }
    func goAway() { isAway = true }
    func comeBack() { isAway = false }

    func begin(_ question: CaptureQuestion) async throws(ProviderFailure) -> CaptureInvitation {
        guard !isAway else { throw .unavailable(.noConnection) }
        begun.append(question)
        return CaptureInvitation(
            ticket: CaptureTicket(request: question.id, captureID: "capture-\(begun.count)"),
            address: "https://face.example/\(begun.count)", expires: Instant(milliseconds: 4_000_000_000_000))
    }

    func outcome(of capture: CaptureTicket) async throws(ProviderFailure) -> CaptureOutcome {
        guard !isAway else { throw .unavailable(.timedOut) }
        return outcomes[capture.captureID] ?? .pending
    }

    /// A time of the provider's; what lies ahead of ours counts as now.
    private var answeredAt = Instant(milliseconds: 4_000_000_000_000)
    func answerAt(_ time: Instant) { answeredAt = time }

    func finish(_ number: Int, _ verdict: FaceVerdict = .same, _ liveness: Liveness = .live) {
        outcomes["capture-\(number)"] = .done(
            FaceAnswer(
                id: begun[number - 1].id, verdict: verdict, score: FaceScore(score: 9_000, threshold: 8_000), liveness: liveness,
                stamp: ProviderStamp(
                    vendor: "scripted", product: "capture", version: "1", reference: "c-\(number)", answeredAt: answeredAt,
                    isSandbox: false, costUnits: 3)))
    }

    func state() async -> ProviderState {
        ProviderState(
            breaker: .closed, recentFailures: 0, underWay: 0, waiting: 0, asked: 0, answered: 0, failed: 0, costUnits: 0)
    }
}

@Suite("A capture at the provider's own page")
struct ProviderCaptureTests {
    private static let returnTo = "https://real-name.example/p/capture"

    private func withCapture(
        _ capture: ScriptedCapture, _ body: (World, PersonalJob) async throws -> Void
    ) async throws {
        let authority = ScriptedProvider()
        try await withWorld(
            reader: ScriptedReader { _ in PictureReading() },
            verification: VerificationProviders(authority: authority, face: nil, capture: capture)
        ) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let floor = VerificationPolicy(
                rules: [
                    VerificationRule(
                        VerificationCondition(), [.documentData, .documentPhotos, .providerCapture], requirement: "R-PH-04",
                        reason: LocalText(en: "Live.", zh: "实人。"))
                ], approval: .machine)
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, floor, validFrom: nil, after: 0)
            try await body(world, personal)
        }
    }

    /// Everything but the capture.
    private func prepared(_ personal: PersonalJob, _ holder: PartyFacts = PersonalJob.person(0)) async throws -> Principal {
        let person = try await personal.open().principal
        try await personal.consent(person)
        for (place, slot) in [EvidenceSlot.holderIDFront, .holderIDBack].enumerated() {
            _ = try await personal.installation.capturePicture(as: person, slot, bytes: inventedPicture(UInt8(40 + place)), insists: false)
        }
        _ = try await personal.installation.updatePersonalDraft(as: person, PersonalDraft(holder: holder, noticeAccepted: true))
        return person
    }

    private func begin(_ personal: PersonalJob, _ person: Principal) async throws -> SentToProvider {
        try await personal.installation.beginProviderCapture(as: person, returnTo: Self.returnTo, inChinese: true)
    }

    @Test func `done there and back, the case is handed in, and the provider's word makes it effective`() async throws {
        let capture = ScriptedCapture()
        try await withCapture(capture) { world, personal in
            let person = try await prepared(personal)
            #expect(
                try await refusalDetails { _ = try await world.installation.submitPersonal(as: person) } == ["/providerCapture"])
            #expect(try await begin(personal, person).address == "https://face.example/1")
            let asked = try #require(await capture.begun.first)
            let declared = try #require(claimed(PersonalJob.person(0)))
            #expect(asked.returnTo == Self.returnTo && asked.reference == .held(declared))
            #expect(try await !world.installation.followProviderCapture(as: person).isCaptured)
            await capture.finish(1)
            #expect(try await world.installation.followProviderCapture(as: person).isCaptured)
            let handedIn = try #require(try await world.installation.submitPersonal(as: person).application)
            #expect(handedIn.state == .checking)
            while try await world.installation.runVerification() {}
            #expect(try await world.installation.personalStatus(as: person).stage == .effective)
            let seen = try await world.installation.readApplication(as: personal.job.reviewer, handedIn.id)
            #expect(seen.verifications.map(\.method).sorted() == [.documentData, .providerCapture])
        }
    }

    private func claimed(_ facts: PartyFacts) -> ClaimedIdentity? {
        ClaimedIdentity(name: facts.name ?? "", documentType: .residentID, documentNumber: facts.documentNumber ?? "")
    }

    @Test(arguments: [(FaceVerdict.different, Liveness.live), (.same, .spoof)])
    func `a no of the provider counts for nothing, and what is handed in after it is for a reviewer`(
        verdict: FaceVerdict, liveness: Liveness
    ) async throws {
        let capture = ScriptedCapture()
        try await withCapture(capture) { world, personal in
            let person = try await prepared(personal)
            _ = try await begin(personal, person)
            await capture.finish(1, verdict, liveness)
            let back = try await world.installation.followProviderCapture(as: person)
            #expect(!back.isCaptured && back.isCaptureRefused)
            #expect(
                try await refusalDetails { _ = try await world.installation.submitPersonal(as: person) } == ["/providerCapture"])
            _ = try await begin(personal, person)
            await capture.finish(2)
            #expect(try await world.installation.followProviderCapture(as: person).isCaptured)
            let handedIn = try #require(try await world.installation.submitPersonal(as: person).application)
            while try await world.installation.runVerification() {}
            let seen = try await world.installation.readApplication(as: personal.job.reviewer, handedIn.id)
            #expect(seen.application.state == .submitted)
            #expect(seen.checks.contains { $0.code == "refused-by-provider-before" })
        }
    }

    @Test func `a provider that changes its word after the hand-in is heard`() async throws {
        let capture = ScriptedCapture()
        try await withCapture(capture) { world, personal in
            let person = try await prepared(personal)
            _ = try await begin(personal, person)
            await capture.finish(1)
            _ = try await world.installation.followProviderCapture(as: person)
            _ = try await world.installation.submitPersonal(as: person)
            await capture.finish(1, .different)
            while try await world.installation.runVerification() {}
            let status = try await world.installation.personalStatus(as: person)
            #expect(status.stage == .toBeMended)
            #expect(status.reasons == [DecisionReason(pointer: "/providerCapture", code: "face-different")])
        }
    }

    @Test func `R-AF-03: captures are begun a few times a day for a card, on whichever device`() async throws {
        let capture = ScriptedCapture()
        try await withCapture(capture) { _, personal in
            for _ in 0..<3 { _ = try await begin(personal, prepared(personal)) }
            #expect(try await refusalCode { _ = try await begin(personal, prepared(personal)) } == "attempts-exhausted")
            #expect(await capture.begun.count == 3)
        }
    }

    @Test func `a capture of another person, of yesterday, or one that came to nothing does not count`() async throws {
        let capture = ScriptedCapture()
        try await withCapture(capture) { world, personal in
            let person = try await prepared(personal)
            _ = try await begin(personal, person)
            await capture.finish(1)
            #expect(try await world.installation.followProviderCapture(as: person).isCaptured)
            let other = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: PersonalJob.person(1), noticeAccepted: true))
            #expect(!other.isCaptured)
            let back = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: PersonalJob.person(0), noticeAccepted: true))
            #expect(back.isCaptured)
            // It counts from when it was made, not from when it was asked for.
            await capture.answerAt(world.clock.now().adding(days: -1))
            _ = try await begin(personal, person)
            await capture.finish(2)
            #expect(try await !world.installation.followProviderCapture(as: person).isCaptured)
            let late = try await personal.installation.readPersonalCase(as: person)
            #expect(!late.isCaptured)
            _ = try await begin(personal, person)
            await capture.say(.abandoned, of: "capture-3")
            #expect(try await !world.installation.followProviderCapture(as: person).isCaptured)
            #expect(
                try await refusalDetails { _ = try await world.installation.submitPersonal(as: person) } == ["/providerCapture"])
        }
    }

    @Test func `a provider that is away refuses for the moment, and one that goes away meanwhile loses no case`() async throws {
        let capture = ScriptedCapture()
        try await withCapture(capture) { world, personal in
            let person = try await prepared(personal)
            await capture.goAway()
            #expect(try await refusalCode { _ = try await begin(personal, person) } == "provider-unavailable")
            await capture.comeBack()
            _ = try await begin(personal, person)
            await capture.goAway()
            #expect(try await !world.installation.followProviderCapture(as: person).isCaptured)
            await capture.comeBack()
            await capture.finish(1)
            _ = try await world.installation.followProviderCapture(as: person)
            await capture.goAway()
            let handedIn = try #require(try await world.installation.submitPersonal(as: person).application)
            while try await world.installation.runVerification() {}
            world.clock.move(days: 2)
            while try await world.installation.runVerification() {}
            #expect(
                try await world.installation.readApplication(as: personal.job.reviewer, handedIn.id).application.state == .submitted)
        }
    }

    @Test(arguments: [
        "", "javascript:alert(1)", "http://elsewhere.example/p", "https://", "https://user:secret@real-name.example/",
        "ftp://real-name.example/",
        "https://real-name.example/ p",
    ])
    func `nobody is sent back to what is no address of a page`(address: String) async throws {
        let capture = ScriptedCapture()
        try await withCapture(capture) { world, personal in
            let person = try await prepared(personal)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.beginProviderCapture(as: person, returnTo: address, inChinese: false)
                } == "return-address-invalid")
            #expect(await capture.begun.isEmpty)
        }
    }

    @Test func `without consent, without a person, or where no policy asks, nobody is sent anywhere`() async throws {
        let capture = ScriptedCapture()
        try await withCapture(capture) { world, personal in
            let person = try await personal.open().principal
            try await personal.consent(person, [.privacy, .sensitiveData])
            #expect(try await refusalCode { _ = try await begin(personal, person) } == "consent-needed")
            try await personal.consent(person)
            #expect(try await refusalCode { _ = try await begin(personal, person) } == "person-first")
            _ = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: PersonalJob.person(0), declinesFaceRecognition: true))
            #expect(try await refusalCode { _ = try await begin(personal, person) } == "provider-capture-not-needed")
            #expect(await capture.begun.isEmpty)
        }
    }

    @Test func `what was begun at a provider and never done is forgotten days later, and not before`() async throws {
        try await withCapture(ScriptedCapture()) { world, personal in
            _ = try await begin(personal, try await prepared(personal))
            func kept() async throws -> Int {
                try await world.installation.store.read { try $0.count("SELECT COUNT(*) FROM hosted_capture") }
            }
            try await world.installation.purgePersonal()
            #expect(try await kept() == 1)
            world.clock.move(days: 4)
            try await world.installation.purgePersonal()
            #expect(try await kept() == 0)
        }
    }
}
