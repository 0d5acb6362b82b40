import Inspection
import Records
import Registry
import UseCases

/// A watch's cards in an agent's hands, and persons at their entrances.
package struct PersonalJob: Sendable {
    package let job: MainJob
    /// ICCIDs of the watches' cards.
    package let watches: [String]
    package var installation: Installation { job.installation }
    package var world: World { job.world }

    package static func prepare(in world: World, watches count: Int = 3) async throws -> PersonalJob {
        try await prepare(beside: try await MainJob.prepare(in: world, cards: 2), watches: count)
    }

    /// - Parameter job: whose agent gets the watches.
    package static func prepare(beside job: MainJob, watches count: Int) async throws -> PersonalJob {
        let watches = (0..<count).map { MainJob.iccid(500_000 + $0) }
        try await job.addProduct("watch-1g", .general, monthlyMegabytes: 1_024, cardClass: .wearable)
        try await job.stock(watches, batch: "W-2026-03", product: "watch-1g")
        _ = try await job.installation.allocateCards(as: job.administrator, .batch("W-2026-03"), to: job.agent.id)
        return PersonalJob(job: job, watches: watches)
    }

    // MARK: Steps of a person

    /// The code of a link to the card.
    package func link(_ card: Int = 0, days: Int64 = 30, deviceType: String? = "手表") async throws -> IssuedEntrance {
        try await link(to: watches[card], as: job.clerk, days: days, deviceType: deviceType)
    }

    /// The code of a link to any card, of the clerk in whose hands it is.
    package func link(
        to iccid: String, as clerk: Principal, days: Int64 = 30, deviceType: String? = "手表"
    ) async throws -> IssuedEntrance {
        let issued = try await installation.issueEntrances(
            as: clerk, .link, cards: .numbers([iccid]), days: days, deviceType: deviceType)
        guard let only = issued.first else { throw StaffFailure.noToken }
        return only
    }

    /// A person let in by a fresh link, on a device of his own unless one is given.
    package func open(_ card: Int = 0, device: String? = nil) async throws -> OpenedSeat {
        try await installation.openSeat(.link(link(card).code), device: device)
    }

    /// - Parameter isUnder14: what is answered of the holder's age; nil answers nothing.
    package func consent(
        _ principal: Principal, _ kinds: [ConsentKind] = [.privacy, .sensitiveData, .face], isUnder14: Bool? = false
    ) async throws {
        _ = try await installation.giveConsent(
            as: principal, Dictionary(uniqueKeysWithValues: kinds.map { ($0, true) }), noticeVersion: installation.noticeVersion,
            holderIsUnder14: isUnder14)
    }

    /// Frames that answer the challenge, each another picture.
    package static func frames(_ challenge: IssuedFaceChallenge, seed: UInt8 = 10) -> [LivenessFrame] {
        [LivenessFrame(action: nil, milliseconds: 0, picture: inventedPhoto(seed))]
            + challenge.actions.enumerated().map { place, action in
                LivenessFrame(action: action, milliseconds: 1_000 * (place + 1), picture: inventedPhoto(seed + UInt8(place) + 1))
            }
    }

    @discardableResult
    package func captureFace(_ principal: Principal, seed: UInt8 = 10) async throws -> CapturedPicture {
        let challenge = try await installation.issueFaceChallenge(as: principal)
        world.clock.move(seconds: 6)
        return try await installation.captureFace(
            as: principal, nonce: challenge.nonce, frames: Self.frames(challenge, seed: seed))
    }

    /// Everything a watch's card needs but the handing in.
    package func fill(_ principal: Principal, _ person: PartyFacts = person(0), seed: UInt8 = 40) async throws {
        try await consent(principal)
        for (place, slot) in [EvidenceSlot.holderIDFront, .holderIDBack].enumerated() {
            _ = try await installation.capturePicture(as: principal, slot, bytes: inventedPicture(seed + UInt8(place)), insists: false)
        }
        try await captureFace(principal, seed: seed + 10)
        _ = try await installation.updatePersonalDraft(as: principal, PersonalDraft(holder: person, noticeAccepted: true))
    }

    /// Handed in; answers the person and the application.
    @discardableResult
    package func submitted(_ card: Int = 0, _ person: PartyFacts = person(0)) async throws -> (
        principal: Principal, application: StoredApplication
    ) {
        let opened = try await open(card)
        try await fill(opened.principal, person)
        let view = try await installation.submitPersonal(as: opened.principal)
        guard let application = view.application else { throw StaffFailure.noToken }
        return (opened.principal, application)
    }

    /// The n-th invented adult, with a number of an area nobody is registered in.
    package static func person(_ number: Int) -> PartyFacts {
        let surnames = ["欧阳", "上官", "司徒", "诸葛", "东方", "慕容"]
        let given = ["青禾", "望舒", "知夏", "听澜", "云岫", "砚秋"]
        let name = surnames[number % surnames.count] + given[number / surnames.count % given.count]
        let body =
            "109999" + "1990\(number / 1_000 % 2 == 0 ? "06" : "07")\(String(10 + number % 20))"
            + String(String(1_000 + number % 999).dropFirst(1))
        return PartyFacts(
            name: name, documentType: .residentID, documentNumber: body + checkCharacter(body), address: "云杉省青禾市望舒区知夏街一号",
            contact: "13800138000", validFrom: "2016-07-01", validUntil: "2036-07-01")
    }

    /// GB 11643: ISO 7064 MOD 11-2.
    private static func checkCharacter(_ body: String) -> String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
        return String(Array("10X98765432")[sum % 11])
    }
}

/// Answers as it is told; counts what it was asked.
package actor ScriptedProvider: IdentityAuthority, FaceComparison {
    package nonisolated let host = "provider.example.test"
    package var identity: Result<IdentityVerdict, ProviderFailure>
    package var face: Result<(FaceVerdict, Liveness), ProviderFailure>
    package private(set) var asked: [VerificationRequestID] = []
    /// The number of the document of each question about an identity.
    package private(set) var numbers: [String] = []
    private var identities: [String: Result<IdentityVerdict, ProviderFailure>] = [:]

    package init(
        identity: Result<IdentityVerdict, ProviderFailure> = .success(.match),
        face: Result<(FaceVerdict, Liveness), ProviderFailure> = .success((.same, .live))
    ) {
        self.identity = identity
        self.face = face
    }

    package func seeFace(_ face: Result<(FaceVerdict, Liveness), ProviderFailure>) { self.face = face }

    package func say(_ identity: Result<IdentityVerdict, ProviderFailure>) { self.identity = identity }

    /// What is said of whoever has this document, whatever is said of others; nil says of him again what is said of others.
    package func say(_ identity: Result<IdentityVerdict, ProviderFailure>?, of number: String) { identities[number] = identity }

    package func check(_ question: IdentityQuestion) async throws(ProviderFailure) -> IdentityAnswer {
        let number = question.identity.documentNumber
        asked.append(question.id)
        numbers.append(number)
        let said = identities[number] ?? identity
        return IdentityAnswer(id: question.id, verdict: try said.get(), portrait: nil, stamp: stamp)
    }

    package func compare(_ question: FaceQuestion) async throws(ProviderFailure) -> FaceAnswer {
        asked.append(question.id)
        let (verdict, liveness) = try face.get()
        return FaceAnswer(
            id: question.id, verdict: verdict, score: FaceScore(score: 9_100, threshold: 8_000), liveness: liveness, stamp: stamp)
    }

    package func state() async -> ProviderState {
        ProviderState(
            breaker: .closed, recentFailures: 0, underWay: 0, waiting: 0, asked: Int64(asked.count), answered: Int64(asked.count),
            failed: 0, costUnits: 0)
    }

    private var stamp: ProviderStamp {
        ProviderStamp(
            vendor: "scripted", product: "test", version: "1", reference: "ref-\(asked.count)", answeredAt: Instant(milliseconds: 0),
            isSandbox: false, costUnits: 1)
    }
}

/// Sees in pictures what it is told, whatever they hold.
package struct ScriptedReader: PictureReader {
    private let printed: [PrintedCode]
    private let answer: @Sendable (PictureTask) -> PictureReading

    package init(printed: [PrintedCode] = [], _ answer: @escaping @Sendable (PictureTask) -> PictureReading = { _ in PictureReading() }) {
        self.printed = printed
        self.answer = answer
    }

    package func read(_: [UInt8], as task: PictureTask, for _: String) async throws -> PictureReading { answer(task) }

    package func codes(in _: [UInt8], for _: String) async throws(Refusal) -> [PrintedCode] { printed }
}
