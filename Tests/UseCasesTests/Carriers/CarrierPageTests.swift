import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("The carrier's own page for a person, R-PH-06")
struct CarrierPageTests {
    private static let unoffered = Set(CarrierOperation.allCases).subtracting([.submitIdentity, .clearRegistration])

    private func isOffered(_ steps: NameSteps) async throws -> Bool {
        try await steps.shiming.personalStatus(as: steps.person).hasCarrierPage
    }

    private func code(_ steps: NameSteps) async throws -> String? {
        try await refusalCode { _ = try await steps.shiming.openCarrierPage(as: steps.person) }
    }

    @Test(arguments: [true, false])
    func `a person is shown the way there, and what came of it counts without waiting for the night`(comesBack: Bool) async throws {
        let carrier = ScriptedCarrier(offers: Self.unoffered)
        try await withName(carrier) { steps in
            // Nobody knows yet who stands there.
            #expect(try await !isOffered(steps))
            #expect(try await code(steps) == "carrier-page-not-offered")
            try await steps.carry()
            #expect(try await isOffered(steps))
            let sent = try await steps.shiming.openCarrierPage(as: steps.person)
            #expect(sent.address == "https://carrier.example/1" && sent.expiresAt > steps.world.clock.now())
            #expect(carrier.invited == [steps.iccid])
            carrier.set(steps.iccid, .registered)
            if comesBack {
                let status = try await steps.shiming.followCarrierPage(as: steps.person)
                #expect(status.stage == .awaitingCarrier && status.hasCarrierPage)
            }
            try await steps.carry(after: comesBack ? 11 : 301)
            #expect(try await steps.state() == .approved)
            #expect(try await !isOffered(steps))
            #expect(try await code(steps) == "carrier-page-not-offered")
            let followed = try await refusalCode { _ = try await steps.shiming.followCarrierPage(as: steps.person) }
            #expect(followed == "carrier-page-not-offered")
        }
    }

    @Test func `where the carrier has somebody registered already, or has no such page, nobody is sent there`() async throws {
        try await withName(ScriptedCarrier(offers: Self.unoffered), shows: .registered) { steps in
            try await steps.carry()
            #expect(try await !isOffered(steps))
            #expect(try await code(steps) == "carrier-page-not-offered")
        }
        let carrier = ScriptedCarrier(offers: Self.unoffered.subtracting([.startRegistration]))
        try await withName(carrier) { steps in
            try await steps.carry()
            #expect(try await steps.names().map(\.state) == [.byHand])
            #expect(try await !isOffered(steps))
            #expect(try await code(steps) == "carrier-page-not-offered")
            #expect(carrier.invited == [])
        }
    }

    @Test func `what the carrier says instead of a page is told in our words, and the case waits on`() async throws {
        let carrier = ScriptedCarrier(offers: Self.unoffered)
        carrier.answersPages([
            .refused(.carrierStateForbids, code: "7"), .refused(.carrierCredentials, code: "9"), .unreachable(retryAfterSeconds: 40),
            .unclear(.lost),
        ])
        try await withName(carrier) { steps in
            try await steps.carry()
            var codes: [String?] = []
            for _ in 0..<4 { codes.append(try await code(steps)) }
            let unavailable = "carrier-page-unavailable"
            #expect(codes == ["carrier-page-refused", unavailable, unavailable, unavailable])
            #expect(try await steps.state() == .awaitingCarrier)
            #expect(try await isOffered(steps))
        }
    }

    @Test func `ten ways there are fetched in a day, and by the person alone`() async throws {
        let carrier = ScriptedCarrier(offers: Self.unoffered)
        try await withName(carrier) { steps in
            try await steps.carry()
            let byStaff = try await refusalCode { _ = try await steps.shiming.openCarrierPage(as: steps.personal.job.clerk) }
            #expect(byStaff == "not-permitted")
            for _ in 0..<10 { _ = try await steps.shiming.openCarrierPage(as: steps.person) }
            #expect(try await code(steps) == "attempts-exhausted")
            #expect(carrier.invited.count == 10)
            steps.world.clock.move(seconds: 86_401)
            #expect(try await code(steps) == nil)
        }
    }
}
