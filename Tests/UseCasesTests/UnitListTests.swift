import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("The units that somebody may see")
struct UnitListTests {
    private func codes(
        _ job: MainJob, as principal: Principal, code: String? = nil, name: String? = nil, after: PartyID? = nil, limit: Int = 50
    ) async throws -> [String] {
        try await job.installation.listUnits(as: principal, code: code, name: name, after: after, limit: limit).map(\.code)
    }

    @Test func `each unit stands there once, however many registrations it has, and pages go on behind the last`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 4)
            let (own, other) = (InventedPapers.unit.documentNumber ?? "", "92110000MA00000074")
            for _ in 0..<2 { _ = try await job.submitted() }
            _ = try await job.submitted { content in
                content.unit?.name = "杭州白鹭农业专业合作社"
                content.unit?.documentNumber = other
            }
            let elsewhere = MainJob.staff(
                [.agentManager], in: job.administrator.organisation,
                scope: .unit(PartyID(high: 1, low: 1), organisation: job.agent.id, path: job.agent.path), 71)
            for someone in [job.reviewer, job.clerk] {
                let all = try await job.installation.listUnits(as: someone, code: nil, name: nil, after: nil, limit: 50)
                #expect(Set(all.map(\.code)) == [own, other] && all.count == 2)
                #expect(try await codes(job, as: someone, limit: 1) == [all[0].code])
                #expect(try await codes(job, as: someone, after: all[0].party) == [all[1].code])
                #expect(try await codes(job, as: someone, after: all[1].party) == [])
                #expect(try await codes(job, as: someone, code: other) == [other])
                #expect(try await codes(job, as: someone, name: "杭州") == [other])
                #expect(try await codes(job, as: someone, code: own, name: "杭州") == [])
                for unit in all { #expect(try await job.installation.readUnitName(as: someone, unit.party) == unit.name) }
            }
            #expect(try await codes(job, as: elsewhere) == [])
            let unit = try #require(try await job.installation.listUnits(as: job.clerk, code: own, name: nil, after: nil, limit: 1).first)
            for (someone, party) in [(elsewhere, unit.party), (job.clerk, PartyID(high: 1, low: 1))] {
                await #expect(throws: Refusal.notFound) { try await job.installation.readUnitName(as: someone, party) }
            }
        }
    }
}
