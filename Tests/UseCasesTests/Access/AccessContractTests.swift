import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct AccessContractTests {
    private let good = ContractDraft(
        carrier: .telecom, version: " 2026-1 ", validFrom: 20_260_101, validUntil: 99_991_231, duties: "逐户核验并登记。", breachHandling: "暂停合作。")

    private func withAgent(_ body: (World, Principal, OrganisationRecord) async throws -> Void) async throws {
        try await withWorld { world in
            let administrator = try await world.administrator().principal
            try await body(world, administrator, try await world.organisation(.agent, "甲代理", by: administrator))
        }
    }

    @Test func `a contract is recorded per carrier and version, and the one in force is found`() async throws {
        try await withAgent { world, administrator, agent in
            let first = try await world.installation.recordContract(as: administrator, agent: agent.id, good)
            #expect(first.version == "2026-1")
            world.clock.move(seconds: 1)
            var next = good
            next.version = "2026-2"
            next.validFrom = 20_260_701
            let second = try await world.installation.recordContract(as: administrator, agent: agent.id, next)
            next.carrier = .unicom
            _ = try await world.installation.recordContract(as: administrator, agent: agent.id, next)
            let manager = try await world.staff([.agentManager], in: agent.id, login: "manager-1", by: administrator)
            #expect(try await world.installation.listContracts(as: manager.principal, agent: agent.id).count == 3)
            #expect(
                try await world.installation.listContracts(as: manager.principal, agent: agent.id, carrier: .telecom) == [first, second])
            let inForce = try await world.installation.store.read { session in
                try [20_251_231, 20_260_630, 20_260_701].map {
                    try ContractRecords.inForce(agent: agent.id, carrier: .telecom, on: $0, in: session)?.version
                }
            }
            #expect(inForce == [nil, "2026-1", "2026-2"])
        }
    }

    @Test func `a version on record is never replaced, by the program or by hand`() async throws {
        try await withAgent { world, administrator, agent in
            _ = try await world.installation.recordContract(as: administrator, agent: agent.id, good)
            try await refuses("contract-version-taken") {
                try await world.installation.recordContract(as: administrator, agent: agent.id, good)
            }
            for statement in ["UPDATE contract SET duties = ''", "DELETE FROM contract"] as [SQLText] {
                await #expect(throws: SQLFailure.self) {
                    try await world.installation.store.write { session in _ = try session.run(statement) }
                }
            }
        }
    }

    @Test func `every wrong field is named`() async throws {
        try await withAgent { world, administrator, agent in
            let bad = ContractDraft(
                carrier: .mobile, version: "", validFrom: 20_260_230, validUntil: 20_250_101, duties: " ", breachHandling: "")
            do {
                _ = try await world.installation.recordContract(as: administrator, agent: agent.id, bad)
                Issue.record("it was recorded")
            } catch let refusal as Refusal {
                #expect(refusal.code == "fields-invalid")
                #expect(refusal.details.map(\.pointer) == ["/version", "/duties", "/breachHandling", "/validFrom", "/validUntil"])
            }
        }
    }

    @Test func `only agents have contracts, and only the operating company records them`() async throws {
        try await withAgent { world, administrator, agent in
            let hall = try await world.organisation(.hall, "营业厅", by: administrator)
            try await refuses("contract-not-agent") { try await world.installation.recordContract(as: administrator, agent: hall.id, good) }
            let manager = try await world.staff([.agentManager], in: agent.id, login: "manager-1", by: administrator)
            try await refuses("not-permitted") {
                try await world.installation.recordContract(as: manager.principal, agent: agent.id, good)
            }
            try await refuses("not-found") {
                try await world.installation.recordContract(as: administrator, agent: OrganisationID(high: 1, low: 1), good)
            }
        }
    }

    @Test func `the trail names each act once, and nothing else of it`() async throws {
        try await withAgent { world, administrator, agent in
            _ = try await world.installation.recordContract(as: administrator, agent: agent.id, good)
            try await refuses("contract-version-taken") {
                try await world.installation.recordContract(as: administrator, agent: agent.id, good)
            }
            for action in ["installation.started", "account.enrolled", "session.started", "organisation.created", "contract.recorded"] {
                #expect(try await world.entries(action) == 1, "\(action)")
            }
        }
    }
}
