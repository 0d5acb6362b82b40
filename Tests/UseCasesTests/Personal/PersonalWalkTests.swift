import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("A person's card")
struct PersonalWalkTests {
    @Test func `from link to effective: handed in, looked at, accepted by the carrier`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            #expect(application.state == .submitted)
            #expect(try await world.installation.personalStatus(as: person).stage == .inReview)
            let decided = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.state == .awaitingCarrier)
            #expect(decided.registered == 0)
            let before = try await world.installation.answer(as: personal.job.clerk, .iccid(personal.watches[0]))
            #expect(before.standing == .unregistered)
            let accepted = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, application.id, version: decided.version, verdict: .accepted, receipt: "CM-2026-000001")
            #expect(accepted.state == .approved)
            #expect(accepted.registered == 1)
            let status = try await world.installation.personalStatus(as: person)
            #expect(status.stage == .effective)
            #expect(status.effectiveAt != nil)
            let answer = try await world.installation.answer(as: personal.job.clerk, .iccid(personal.watches[0]))
            #expect(answer.standing == .registered)
            #expect(answer.roles[.holder]?.name == "欧**")
            #expect(answer.unit == nil)
            let byCode = try await world.installation.personalStatus(code: status.code)
            #expect(byCode.stage == .effective)
        }
    }

    @Test func `with no provider configured every case reaches a reviewer, whatever the policy says`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var floor = VerificationPolicy.standardFloor
            floor.approval = .machine
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, floor, validFrom: nil, after: 0)
            let (_, application) = try await personal.submitted()
            #expect(application.state == .submitted)
            #expect(try await !world.installation.runVerification())
            #expect(
                try await world.installation.listApplications(
                    as: personal.job.reviewer, state: .submitted, kind: nil, registration: nil, after: nil, limit: 10
                ).count == 1)
        }
    }

    @Test func `a carrier's no sends the case back with that reason, and the person may hand in again`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            let decided = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            _ = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, application.id, version: decided.version, verdict: .refused, receipt: "CM-2026-000002")
            let status = try await world.installation.personalStatus(as: person)
            #expect(status.stage == .toBeMended)
            #expect(status.reasons.map(\.code) == ["carrier-refused"])
            #expect(status.attemptsLeft == 2)
            let again = try await world.installation.submitPersonal(as: person)
            #expect(again.application?.state == .submitted)
        }
    }

    @Test func `one receipt stands for one case`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var versions: [(ApplicationID, Int64)] = []
            for card in 0..<2 {
                let (_, application) = try await personal.submitted(card, PersonalJob.person(card))
                let decided = try await world.installation.decideApplication(
                    as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
                versions.append((application.id, decided.version))
            }
            _ = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, versions[0].0, version: versions[0].1, verdict: .accepted, receipt: "CM-1")
            #expect(
                try await refusalCode {
                    _ = try await world.installation.recordCarrierReply(
                        as: personal.job.reviewer, versions[1].0, version: versions[1].1, verdict: .accepted, receipt: "CM-1")
                } == "receipt-used")
        }
    }

    @Test(arguments: ["", "a", "张三 110105", "x y z w", String(repeating: "9", count: 65)])
    func `a receipt that is no number of a system is refused`(receipt: String) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            #expect(
                try await refusalCode {
                    _ = try await world.installation.recordCarrierReply(
                        as: personal.job.reviewer, application.id, version: application.version, verdict: .accepted, receipt: receipt)
                } == "receipt-invalid")
        }
    }

    @Test func `a carrier's reply before a reviewer's yes is refused; a clerk may not note one`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            #expect(
                try await refusalCode {
                    _ = try await world.installation.recordCarrierReply(
                        as: personal.job.reviewer, application.id, version: application.version, verdict: .accepted, receipt: "CM-1")
                } == "not-submitted")
            #expect(
                try await refusalCode {
                    _ = try await world.installation.recordCarrierReply(
                        as: personal.job.clerk, application.id, version: application.version, verdict: .accepted, receipt: "CM-1")
                } == "not-permitted")
        }
    }
}
