import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// A person's case that a reviewer let pass, and a carrier in memory.
struct NameSteps {
    let personal: PersonalJob
    let carrier: ScriptedCarrier
    let person: Principal
    let application: StoredApplication
    let released: DecidedApplication
    var world: World { personal.world }
    var shiming: Installation { personal.installation }
    var iccid: String { personal.watches[0] }

    func carry(after seconds: Int64 = 0, by server: Installation? = nil) async throws {
        world.clock.move(seconds: seconds)
        let server = server ?? shiming
        for _ in 0..<50 {
            let hasTold = try await server.tellCarrier(carrier)
            let hasAsked = try await server.askOutcomes(carrier)
            let hasHeard = try await server.askCarrierTruth(carrier)
            if !hasTold, !hasAsked, !hasHeard { return }
        }
    }

    func state() async throws -> ApplicationState {
        try await shiming.readApplication(as: personal.job.reviewer, application.id).application.state
    }

    func reference() async throws -> String {
        let found = try await shiming.searchCards(as: personal.job.administrator, numbers: [iccid])
        return try #require(found.first??.reference)
    }

    func life() async throws -> LifeView { try await shiming.readLife(as: personal.job.administrator, reference: try await reference()) }

    /// The newest first.
    func names() async throws -> [CarrierIntent] { try await life().intents.filter(\.command.isAboutName) }

    func replies() async throws -> [(verdict: CarrierVerdict, receipt: String)] {
        let submission = try #require(application.submission)
        return try await shiming.store.read { try VerificationRecords.carrierReplies(submission, in: $0) }.map { ($0.verdict, $0.receipt) }
    }

    func cases() async throws -> [LifeCaseKind] {
        try await shiming.listLifeCases(as: personal.job.administrator).rows.map(\.kind)
    }

    func ask() async throws {
        world.clock.move(seconds: 20)
        try await shiming.askAboutCard(as: personal.job.administrator, card: try await reference())
        try await carry()
    }
}

/// - Parameter shows: what the carrier says of the card's real name before anything is told.
func withName(
    _ carrier: ScriptedCarrier, shows: CarrierRegistered = .unregistered, _ body: (NameSteps) async throws -> Void
) async throws {
    try await withWorld(carriers: { _ in CarrierGateways([carrier]) }) { world in
        let personal = try await PersonalJob.prepare(in: world)
        for card in personal.watches { carrier.set(card, shows) }
        let (person, application) = try await personal.submitted()
        let released = try await world.installation.decideApplication(
            as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
        try await body(
            NameSteps(personal: personal, carrier: carrier, person: person, application: application, released: released))
    }
}

@Suite("The registration itself reaches the carrier, R-PH-06")
struct TellNamesTests {
    private static let unoffered = Set(CarrierOperation.allCases).subtracting([.submitIdentity, .clearRegistration])

    @Test func `what a reviewer let pass is handed to the carrier, and counts once it is in effect there`() async throws {
        let carrier = ScriptedCarrier()
        try await withName(carrier) { steps in
            let wished = try #require(try await steps.names().first)
            #expect(wished.command == .register && wished.state == .waiting && wished.submission == steps.application.submission)
            carrier.outcome([.done(.pending)])
            try await steps.carry()
            try await steps.carry(after: 6)
            #expect(try await steps.state() == .awaitingCarrier)
            try await steps.carry(after: 60)
            #expect(try await steps.state() == .approved)
            let holder = PersonalJob.person(0)
            let identity = try #require(carrier.submitted.first?.identity)
            #expect(carrier.submitted.count == 1 && identity.identity.name == holder.name && identity.address == holder.address)
            #expect(identity.identity.documentNumber == holder.documentNumber)
            let replies = try await steps.replies()
            #expect(replies.map(\.verdict) == [.accepted] && replies.map(\.receipt) == ["R-100"])
            #expect(try await steps.life().life.isHeld)
            #expect(try await steps.cases() == [])
        }
    }

    @Test func `a refusal sends the case back, with the carrier's code kept`() async throws {
        let carrier = ScriptedCarrier()
        carrier.answersNames([.refused(.carrierIdentityRefused, code: "41")])
        try await withName(carrier) { steps in
            try await steps.carry()
            #expect(try await steps.state() == .sentBack)
            #expect(try await steps.replies().map(\.verdict) == [.refused])
            let wish = try #require(try await steps.names().first)
            #expect(wish.state == .failed && wish.lastCode == "carrier-identity-refused/41")
            let reason = try #require(try await steps.shiming.personalStatus(as: steps.person).reasons.first)
            #expect(reason.text?.en == "The carrier did not accept the registration: the identity was not confirmed (41).")
            #expect(reason.text?.zh == "运营商未受理该登记：身份核验未通过（41）。" && reason.code == "carrier-refused")
            #expect(try await !steps.life().life.isHeld)
        }
    }

    @Test func `a refusal after it was taken on is one too`() async throws {
        let carrier = ScriptedCarrier()
        carrier.answersNames([.accepted(serial: "A-77")])
        carrier.outcome([.done(.failed(.carrierRefused, code: "9"))])
        try await withName(carrier) { steps in
            try await steps.carry()
            try await steps.carry(after: 10)
            #expect(try await steps.state() == .sentBack)
            #expect(try await steps.replies().map(\.receipt) == ["A-77"])
        }
    }

    @Test func `after a lost answer it is asked, confirms nobody, and is told again only when the carrier knows nothing of it`()
        async throws
    {
        let carrier = ScriptedCarrier()
        carrier.answersNames([.unclear(.lost)])
        try await withName(carrier) { steps in
            for _ in 0..<4 { try await steps.carry(after: 50) }
            #expect(carrier.submitted.count == 1)
            #expect(try await steps.state() == .awaitingCarrier)
            for _ in 0..<3 { try await steps.carry(after: 301) }
            #expect(carrier.submitted.count == 2 && Set(carrier.submitted.map(\.order)).count == 1)
            #expect(try await steps.state() == .approved)
        }
    }

    @Test(arguments: [CarrierReply<CarrierRealName>.done(.init(word: .registered, code: "1")), .unclear(.fault(.contradiction))])
    func `no answer to the telling itself confirms anybody`(_ reply: CarrierReply<CarrierRealName>) async throws {
        let carrier = ScriptedCarrier()
        carrier.answersNames([reply])
        carrier.outcome([.unclear(.fault(.contradiction)), .done(.pending)])
        try await withName(carrier) { steps in
            for _ in 0..<2 { try await steps.carry(after: 61) }
            #expect(try await steps.state() == .awaitingCarrier)
            #expect(try await steps.replies().isEmpty && carrier.submitted.count == 1)
        }
    }

    @Test func `a server that dies between telling and noting it asks afterwards`() async throws {
        let carrier = ScriptedCarrier()
        try await withName(carrier) { steps in
            let dying = try await steps.world.secondServer(on: BreakingStore(steps.shiming.store, after: 1))
            await #expect(throws: BreakingStore.CutOff.self) { _ = try await dying.tellCarrier(carrier) }
            #expect(carrier.submitted.count == 1)
            try await steps.shiming.takeUpAfterStop()
            try await steps.carry()
            #expect(carrier.submitted.count == 1)
            #expect(try await steps.state() == .approved)
        }
    }

    @Test func `two servers hand it over once, and take its outcome once`() async throws {
        let carrier = ScriptedCarrier()
        try await withName(carrier) { steps in
            let second = try await steps.world.secondServer()
            for question in [false, true] {
                if question { steps.world.clock.move(seconds: 10) }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for server in [steps.shiming, second, steps.shiming, second] {
                        group.addTask {
                            _ = question ? try await server.askOutcomes(carrier) : try await server.tellCarrier(carrier)
                        }
                    }
                    try await group.waitForAll()
                }
            }
            #expect(carrier.submitted.count == 1)
            #expect(try await steps.replies().count == 1)
            #expect(try await steps.state() == .approved)
        }
    }

    // MARK: Cases that go other ways

    @Test func `a case taken back before it was told is told nobody`() async throws {
        let carrier = ScriptedCarrier()
        try await withName(carrier) { steps in
            _ = try await steps.shiming.withdrawPersonal(as: steps.person)
            #expect(try await steps.names().map(\.state) == [.superseded])
            try await steps.carry(after: 600)
            #expect(carrier.submitted.isEmpty)
        }
    }

    @Test func `a case taken back while the carrier works on it registers nobody, and what stands there is cleared by one word`()
        async throws
    {
        let carrier = ScriptedCarrier()
        try await withName(carrier) { steps in
            carrier.outcome([.done(.pending)])
            try await steps.carry()
            try await steps.carry(after: 6)
            _ = try await steps.shiming.withdrawPersonal(as: steps.person)
            try await steps.carry(after: 60)
            #expect(try await steps.state() == .withdrawn)
            #expect(try await steps.replies().isEmpty)
            #expect(try await steps.names().map(\.state) == [.done])
            #expect(try await !steps.life().life.isHeld)
            let found = try #require(
                try await steps.shiming.listLifeCases(as: steps.personal.job.administrator).rows.first {
                    $0.kind == .registeredAtCarrierOnly
                })
            #expect(found.kind.mends == [.clear])
            try await steps.shiming.mendLifeCase(
                as: steps.personal.job.administrator, card: try await steps.reference(), kind: found.kind, openedAt: found.openedAt, .clear)
            try await steps.carry()
            try await steps.carry(after: 20)
            #expect(carrier.cleared.count == 1)
            #expect(try await steps.cases() == [])
            #expect(try await steps.life().truth?.realName?.word == .unregistered)
        }
    }

    @Test func `what the carrier cannot say about the person is somebody's to see to, and the case waits`() async throws {
        let carrier = ScriptedCarrier()
        carrier.answersNames([.refused(.carrierCardUnknown, code: "404")])
        try await withName(carrier) { steps in
            try await steps.carry()
            #expect(try await steps.state() == .awaitingCarrier)
            let wish = try #require(try await steps.names().first)
            #expect(wish.state == .byHand && wish.lastCode == "carrier-card-unknown/404")
            #expect(try await steps.cases() == [.carrierRefused])
            let refused = await #expect(throws: Refusal.self) {
                try await steps.shiming.settleIntent(
                    as: steps.personal.job.administrator, card: try await steps.reference(), ordinal: wish.ordinal, isDone: true)
            }
            #expect(refused?.code == "carrier-reply-needed")
            _ = try await steps.shiming.recordCarrierReply(
                as: steps.personal.job.reviewer, steps.application.id, version: steps.released.version, verdict: .accepted, receipt: "CM-1")
            #expect(try await steps.names().map(\.state) == [.superseded])
        }
    }

    @Test func `a serial that is a person's number, or none to be kept, becomes no receipt`() async throws {
        for serial in [PersonalJob.person(0).documentNumber ?? "", "有效", "R"] {
            let carrier = ScriptedCarrier()
            carrier.answersNames([.accepted(serial: serial)])
            carrier.outcome([.done(.inEffect)])
            try await withName(carrier) { steps in
                try await steps.carry()
                try await steps.carry(after: 10)
                #expect(try await steps.state() == .approved)
                #expect(try await steps.replies().map(\.receipt) == [carrier.submitted[0].order.description])
            }
        }
    }

    @Test func `a card is stopped while the carrier works on its registration`() async throws {
        let carrier = ScriptedCarrier()
        carrier.answersNames([.accepted(serial: "A-77")])
        carrier.outcome(Array(repeating: .done(.pending), count: 3))
        try await withName(carrier) { steps in
            try await steps.carry()
            _ = try await steps.shiming.changeLives(
                as: steps.personal.job.administrator, .numbers([steps.iccid]), LifeWish(.openTest), leavingOthers: false)
            _ = try await steps.shiming.changeLives(
                as: steps.personal.job.administrator, .numbers([steps.iccid]), LifeWish(.stop, reason: .risk), leavingOthers: false)
            try await steps.carry(after: 1)
            #expect(carrier.told.map(\.change) == [.suspend])
        }
    }

    @Test(arguments: [true, false])
    func `whoever follows the cards is told what came of it at the carrier, and nothing of the person`(_ accepts: Bool) async throws {
        let carrier = ScriptedCarrier()
        if !accepts { carrier.answersNames([.refused(.carrierIdentityRefused, code: "41")]) }
        try await withName(carrier) { steps in
            try await steps.carry()
            try await steps.carry(after: 10)
            try await steps.shiming.sequenceTrail()
            let changes = try await steps.shiming.readChanges(as: steps.personal.job.clerk).changes
            let told = changes.filter { $0.kind == .carrier }
            #expect(told.map(\.after) == [accepts ? "done" : "failed"])
            #expect(changes.contains { $0.kind == .holding } == accepts)
        }
    }

    @Test func `wishes of a card's service that end are told once each`() async throws {
        let carrier = ScriptedCarrier()
        try await withLives(carrier: carrier) { lives, _ in
            try await lives.change(.activate, [0, 1, 2])
            carrier.answers([.accepted(serial: "A1"), .refused(.carrierPackageExpired, code: "7"), .accepted(serial: "A2")])
            carrier.set(lives.job.iccids[0], .active)
            carrier.set(lives.job.iccids[2], .active)
            try await lives.carry(carrier)
            try await lives.carry(carrier, after: 20)
            try await lives.carry(carrier, after: 600)
            try await lives.shiming.sequenceTrail()
            let changes = try await lives.shiming.readChanges(as: lives.controller).changes.filter { $0.kind == .carrier }
            #expect(changes.map(\.after).sorted() == ["done", "done", "failed"] && Set(changes.map(\.card)).count == 3)
        }
    }

    // MARK: Where the interface does not take it

    @Test func `a person who registers at the carrier's own page is confirmed by what the carrier shows`() async throws {
        let carrier = ScriptedCarrier(offers: Self.unoffered)
        try await withName(carrier) { steps in
            try await steps.carry()
            #expect(try await steps.names().map(\.state) == [.byHand])
            #expect(try await steps.state() == .awaitingCarrier)
            carrier.set(steps.iccid, .underReview)
            try await steps.carry(after: 86_400)
            #expect(try await steps.state() == .awaitingCarrier)
            carrier.set(steps.iccid, .registered)
            try await steps.carry(after: 86_400)
            #expect(try await steps.state() == .approved)
            #expect(try await steps.replies().first?.receipt.count == 36)
            #expect(carrier.submitted.isEmpty)
        }
    }

    @Test func `somebody who was registered there before confirms nobody`() async throws {
        let carrier = ScriptedCarrier(offers: Self.unoffered)
        try await withName(carrier, shows: .registered) { steps in
            for _ in 0..<3 { try await steps.carry(after: 86_400) }
            #expect(try await steps.state() == .awaitingCarrier)
            #expect(try await steps.cases() == [.registeredAtCarrierOnly])
        }
    }

    @Test func `without a connection nothing is wished`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            try await personal.accept(application.id, application.version)
            #expect(try await personal.count("carrier_intent") == 0)
        }
    }

    // MARK: Given up

    @Test(arguments: [true, false])
    func `a card given up is cleared there, and only then nobody's`(_ isOffered: Bool) async throws {
        let carrier = isOffered ? ScriptedCarrier() : ScriptedCarrier(offers: Self.unoffered.union([.submitIdentity]))
        try await withName(carrier) { steps in
            try await steps.carry()
            try await steps.carry(after: 10)
            _ = try await steps.shiming.askForRelease(as: steps.person, documentNumber: PersonalJob.person(0).documentNumber ?? "")
            let ending = try #require(try await steps.personal.waitingEnding())
            _ = try await steps.shiming.decideApplication(
                as: steps.personal.job.reviewer, ending.id, version: ending.version, verdict: .approve, reasons: [], note: nil)
            #expect(try await steps.names().first?.command == .clearName)
            if !isOffered {
                try await steps.carry()
                #expect(try await steps.life().life.isHeld)
                carrier.set(steps.iccid, .unregistered)
                try await steps.ask()
            }
            try await steps.carry()
            try await steps.carry(after: 10)
            #expect(carrier.cleared.count == (isOffered ? 1 : 0))
            #expect(try await !steps.life().life.isHeld)
            #expect(try await steps.shiming.personalStatus(as: steps.person).stage == .released)
        }
    }
}
