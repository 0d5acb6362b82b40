import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("What a carrier says of a person proves less than it seems, R-PH-06")
struct NamesInDoubtTests {
    private static let byHand = Set(CarrierOperation.allCases).subtracting([.submitIdentity, .clearRegistration])

    @Test func `who registered there between an old question and the release confirms nobody`() async throws {
        let carrier = ScriptedCarrier(offers: Self.byHand)
        try await withWorld(carriers: { _ in CarrierGateways([carrier]) }) { world in
            let personal = try await PersonalJob.prepare(in: world)
            carrier.set(personal.watches[0], .unregistered)
            let shiming = world.installation
            let reference = try #require(
                try await shiming.searchCards(as: personal.job.administrator, numbers: [personal.watches[0]]).first??.reference)
            try await shiming.askAboutCard(as: personal.job.administrator, card: reference)
            while try await shiming.askCarrierTruth(carrier) {}
            world.clock.move(seconds: 60)
            // Somebody else, on the carrier's own page.
            carrier.set(personal.watches[0], .registered)
            let (person, application) = try await personal.submitted()
            let released = try await shiming.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            let steps = NameSteps(personal: personal, carrier: carrier, person: person, application: application, released: released)
            for _ in 0..<3 { try await steps.carry(after: 86_400) }
            #expect(try await steps.state() == .awaitingCarrier)
        }
    }

    @Test func `a question that is refused is no verdict on the person`() async throws {
        let carrier = ScriptedCarrier()
        carrier.outcome([.refused(.carrierRefused, code: "bad-request"), .done(.inEffect)])
        try await withName(carrier) { steps in
            try await steps.carry()
            try await steps.carry(after: 10)
            #expect(try await steps.state() == .awaitingCarrier)
            #expect(try await steps.replies().isEmpty)
            try await steps.carry(after: 901)
            #expect(try await steps.state() == .approved)
            #expect(carrier.submitted.count == 1)
        }
    }

    @Test func `a telling refused for what may be the call's sake leaves the case to somebody`() async throws {
        let carrier = ScriptedCarrier()
        carrier.answersNames([.refused(.carrierRefused, code: "400")])
        try await withName(carrier) { steps in
            try await steps.carry()
            #expect(try await steps.state() == .awaitingCarrier)
            #expect(try await steps.names().map(\.state) == [.byHand])
            #expect(try await steps.cases() == [.carrierRefused])
        }
    }

    @Test func `a registration whose answer was lost, but that the carrier works on, keeps no card from being stopped`() async throws {
        let carrier = ScriptedCarrier()
        carrier.answersNames([.unclear(.lost)])
        carrier.outcome(Array(repeating: .done(.pending), count: 5))
        try await withName(carrier) { steps in
            try await steps.carry()
            try await steps.carry(after: 61)
            for wish in [LifeWish(.openTest), LifeWish(.stop, reason: .risk)] {
                _ = try await steps.shiming.changeLives(as: steps.personal.job.administrator, .numbers([steps.iccid]), wish)
            }
            for _ in 0..<3 { try await steps.carry(after: 20) }
            #expect(carrier.told.map(\.change) == [.suspend])
        }
    }

    @Test func `a code in which the person's number stands is not kept`() async throws {
        let carrier = ScriptedCarrier()
        let number = PersonalJob.person(0).documentNumber ?? "110101"
        carrier.answersNames([.refused(.carrierIdentityRefused, code: number + "-no-match")])
        try await withName(carrier) { steps in
            try await steps.carry()
            try await steps.carry(after: 10)
            let codes = try await steps.life().intents.compactMap(\.lastCode)
            #expect(codes.contains(Refusal.carrierIdentityRefused.code) && !codes.contains { $0.contains(number) })
        }
    }

    @Test func `what the carrier shows and nobody can act on is not asked for without end`() async throws {
        let carrier = ScriptedCarrier(offers: Self.byHand)
        try await withName(carrier) { steps in
            try await steps.carry(after: 60)
            // The card's service ends meanwhile: nobody becomes its holder any more.
            for command in [LifeCommand.openTest, .cancel] {
                _ = try await steps.shiming.changeLives(
                    as: steps.personal.job.administrator, .numbers([steps.iccid]), LifeWish(command), leavingOthers: true)
            }
            try await steps.world.sweepLives(at: steps.world.clock.now().adding(days: 100))
            carrier.set(steps.iccid, .registered)
            let before = carrier.asked.count
            try await steps.ask()
            #expect(carrier.asked.count - before < 10)
            #expect(try await steps.state() == .awaitingCarrier)
        }
    }
}
