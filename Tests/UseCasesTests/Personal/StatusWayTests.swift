import Records
import Registry
import TestKit
import Testing
import UseCases

/// The way from handed in to in effect, each stage with its times, on a clock that is moved an hour between any two steps.
@Suite("The stages of a person's case") struct StatusWayTests {
    /// Stage, state, hours from the hand-in to when it began and when it was over, how long it usually takes: 1h by machine, 3d working days.
    private static func told(_ status: PersonalStatus) -> [String] {
        let start = status.submittedAt?.milliseconds ?? 0
        func hours(_ at: Instant?) -> String { at.map { String(($0.milliseconds - start) / 3_600_000) } ?? "-" }
        func usual(_ wait: ExpectedWait?) -> String {
            switch wait {
            case .hours(let hours)?: "\(hours)h"
            case .workingDays(let days)?: "\(days)d"
            case nil: "0"
            }
        }
        return status.way.map { "\($0.stage.rawValue) \($0.state.rawValue) \(hours($0.since)) \(hours($0.until)) \(usual($0.expected))" }
    }

    @Test func `without a machine: handed in, reviewed, accepted by the carrier, each with its time and the wait that is left`()
        async throws
    {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            world.clock.move(seconds: 3_600)
            #expect(
                Self.told(try await world.installation.personalStatus(as: person)) == [
                    "submitted done 0 0 0", "in-review now 0 - 3d", "awaiting-carrier ahead - - 3d", "effective ahead - - 0",
                ])
            let decided = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            world.clock.move(seconds: 3_600)
            #expect(
                Self.told(try await world.installation.personalStatus(as: person)) == [
                    "submitted done 0 0 0", "in-review done 0 1 0", "awaiting-carrier now 1 - 3d", "effective ahead - - 0",
                ])
            _ = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, application.id, version: decided.version, verdict: .accepted, receipt: "CM-2026-000001")
            world.clock.move(seconds: 3_600)
            let status = try await world.installation.personalStatus(as: person)
            let way = ["submitted done 0 0 0", "in-review done 0 1 0", "awaiting-carrier done 1 2 0", "effective done 2 2 0"]
            #expect(Self.told(status) == way)
            // Whoever knows the case's number learns the same.
            #expect(Self.told(try await world.installation.personalStatus(code: status.code)) == way)
        }
    }

    @Test func `with machines alone: checked and in effect, and no stage is told that never was`() async throws {
        let provider = ScriptedProvider()
        let reader = ScriptedReader()
        try await withWorld(reader: reader, verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            var floor = VerificationPolicy.standardFloor
            floor.approval = .machine
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, floor, validFrom: nil, after: 0)
            let (person, _) = try await personal.submitted()
            #expect(
                Self.told(try await world.installation.personalStatus(as: person)) == [
                    "submitted done 0 0 0", "checking now 0 - 1h", "in-review ahead - - 3d", "awaiting-carrier ahead - - 3d",
                    "effective ahead - - 0",
                ])
            world.clock.move(seconds: 3_600)
            while try await world.installation.runVerification() {}
            #expect(
                Self.told(try await world.installation.personalStatus(as: person)) == [
                    "submitted done 0 0 0", "checking done 0 1 0", "effective done 1 1 0",
                ])
        }
    }

    @Test func `sent back nothing is waited for, and the next hand-in counts anew`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            world.clock.move(seconds: 3_600)
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/holder/name", code: "does-not-match")], note: nil)
            #expect(
                Self.told(try await world.installation.personalStatus(as: person)) == [
                    "submitted done 0 0 0", "in-review ahead - - 0", "awaiting-carrier ahead - - 0", "effective ahead - - 0",
                ])
            world.clock.move(seconds: 3_600)
            _ = try await world.installation.submitPersonal(as: person)
            #expect(Self.told(try await world.installation.personalStatus(as: person))[1] == "in-review now 0 - 3d")
        }
    }

    @Test func `what is told of how long it takes is a setting, and 0 is not told`() async throws {
        var settings = Settings()
        settings.waitReviewDays = 1
        settings.waitCarrierDays = 0
        try await withWorld(settings: settings) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, _) = try await personal.submitted()
            #expect(
                Self.told(try await world.installation.personalStatus(as: person)) == [
                    "submitted done 0 0 0", "in-review now 0 - 1d", "awaiting-carrier ahead - - 0", "effective ahead - - 0",
                ])
            #expect(try await world.installation.personalStatus(as: person).expected == .workingDays(1))
        }
    }

    @Test func `a card given up ends released, by the same stages`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            try await personal.accept(application.id, application.version)
            world.clock.move(seconds: 3_600)
            try await personal.endHolding(of: 0, by: person)
            let way = try await world.installation.personalStatus(as: person).way
            #expect(way.map(\.stage) == [.submitted, .inReview, .awaitingCarrier, .released] && way.allSatisfy { $0.state == .done })
            #expect(way.allSatisfy { $0.until != nil && $0.expected == nil })
        }
    }
}
