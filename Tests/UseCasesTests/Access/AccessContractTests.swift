import Numbers
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

    @Test func `contracts that end are told the soonest first, unless a longer one goes on, and to those in reach alone`() async throws {
        try await withAgent { world, administrator, agent in
            let other = try await world.organisation(.agent, "乙代理", by: administrator)
            let gone = try await world.organisation(.agent, "丙代理", by: administrator)
            let shiming = world.installation
            func day(_ days: Int64) -> Int64 { Int64(CivilDate(shanghai: world.clock.now().adding(days: days)).yyyymmdd) }
            func record(_ place: OrganisationRecord, _ carrier: Carrier, _ version: String, until: Int64) async throws {
                var draft = good
                (draft.carrier, draft.version, draft.validFrom, draft.validUntil) = (carrier, version, day(-400), until)
                _ = try await shiming.recordContract(as: administrator, agent: place.id, draft)
            }
            try await record(agent, .telecom, "1", until: day(10))
            try await record(agent, .mobile, "1", until: day(5))
            try await record(agent, .mobile, "2", until: day(400))
            try await record(agent, .unicom, "1", until: 99_991_231)
            try await record(other, .telecom, "1", until: day(-3))
            try await record(other, .mobile, "1", until: day(31))
            try await record(gone, .telecom, "1", until: day(2))
            _ = try await shiming.updateOrganisation(
                as: administrator, gone.id, ifVersion: gone.version, OrganisationChange(status: .ended))
            let all = try await shiming.listEndingContracts(as: administrator, withinDays: 30, limit: 10)
            #expect(all.map(\.agentName) == ["乙代理", "甲代理"])
            #expect(all.map(\.contract.validUntil) == [day(-3), day(10)])
            #expect(try await shiming.listEndingContracts(as: administrator, withinDays: 30, limit: 1).count == 1)
            #expect(try await shiming.listEndingContracts(as: administrator, withinDays: 31, limit: 10).count == 3)
            let manager = try await world.staff([.agentManager], in: agent.id, login: "manager-1", by: administrator).principal
            #expect(try await shiming.listEndingContracts(as: manager, withinDays: 400, limit: 10).map(\.agentName) == ["甲代理", "甲代理"])
            let seat = MainJob.staff([.enterpriseManager], in: agent.id, scope: .subtree(organisation: agent.id, path: agent.path), 61)
            try await refuses("not-permitted") { try await shiming.listEndingContracts(as: seat, withinDays: 30, limit: 10) }
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
