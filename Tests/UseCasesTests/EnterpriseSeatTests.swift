import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("An enterprise's own seat")
struct EnterpriseSeatTests {
    @Test func `it sees the cards registered in the unit's name and no others`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 4)
            let begun = try await job.registered()
            let stray = MainJob.iccid(900)
            try await job.stock([stray], batch: "X", product: "directed-30m")
            let seat = try await world.organisation(.enterprise, "云杉物联席位", below: job.agent.id, by: job.administrator)
            let linked = try await world.installation.updateOrganisation(
                as: job.administrator, seat.id, ifVersion: seat.version, OrganisationChange(unitCode: InventedPapers.unit.documentNumber))
            let unit = try #require(linked.unit)
            let manager = MainJob.staff(
                [.enterpriseManager], in: seat.id, scope: .unit(unit, organisation: seat.id, path: seat.path), 40)
            let answer = try await world.installation.answer(as: manager, .iccid(job.iccids[0]))
            #expect(answer.registration == begun.registration)
            await #expect(throws: Refusal.notFound) { try await world.installation.answer(as: manager, .iccid(stray)) }
            #expect(try await world.installation.listCards(as: manager).rows.count == 4)
            #expect(
                try await world.installation.listRegistrations(as: manager, state: nil, unit: nil, code: nil, before: nil, limit: 10).count
                    == 1)
        }
    }

    @Test func `an agent that registered for a unit cannot open a seat that sees the unit's cards at other agents`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            _ = try await job.registered()
            let seat = try await world.organisation(.enterprise, "席位", below: job.agent.id, by: job.administrator)
            let manager = MainJob.staff(
                [.agentManager], in: job.agent.id, scope: .subtree(organisation: job.agent.id, path: job.agent.path), 41)
            await #expect(throws: Refusal.notPermitted) {
                try await world.installation.updateOrganisation(
                    as: manager, seat.id, ifVersion: seat.version, OrganisationChange(unitCode: InventedPapers.unit.documentNumber))
            }
            #expect(try await world.installation.readOrganisation(as: job.administrator, seat.id).unit == nil)
        }
    }

    @Test func `an agent neither makes nor renews nor dismisses accounts in a linked seat`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            _ = try await job.registered()
            let seat = try await world.organisation(.enterprise, "席位", below: job.agent.id, by: job.administrator)
            let agentManager = MainJob.staff(
                [.agentManager, .enterpriseManager], in: job.agent.id, scope: .subtree(organisation: job.agent.id, path: job.agent.path), 41
            )
            let early = try await world.installation.createAccount(as: agentManager, organisation: seat.id, roles: [.enterpriseManager])
            let link = OrganisationChange(unitCode: InventedPapers.unit.documentNumber)
            // The agent holds that account's one-time token, so it must go before the seat sees anything.
            try await refuses("seat-has-accounts") {
                try await world.installation.updateOrganisation(as: job.administrator, seat.id, ifVersion: seat.version, link)
            }
            _ = try await world.installation.updateAccount(
                as: agentManager, early.account.id, ifVersion: early.account.version, AccountChange(status: .dismissed))
            _ = try await world.installation.updateOrganisation(as: job.administrator, seat.id, ifVersion: seat.version, link)
            let made = try await world.installation.createAccount(
                as: job.administrator, organisation: seat.id, roles: [.enterpriseManager])
            try await refuses("linked-seat") {
                try await world.installation.createAccount(as: agentManager, organisation: seat.id, roles: [.enterpriseManager])
            }
            try await refuses("linked-seat") { try await world.installation.renewEnrolment(as: agentManager, account: made.account.id) }
            try await refuses("linked-seat") {
                try await world.installation.updateAccount(
                    as: agentManager, made.account.id, ifVersion: made.account.version, AccountChange(status: .dismissed))
            }
            _ = try await world.installation.renewEnrolment(as: job.administrator, account: made.account.id)
        }
    }

    @Test func `a seat is linked only to a unit with a registration, and only an enterprise is`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let seat = try await world.organisation(.enterprise, "席位", below: job.agent.id, by: job.administrator)
            for (organisation, code) in [(seat, "unit-unknown"), (job.agent, "not-an-enterprise")] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await world.installation.updateOrganisation(
                        as: job.administrator, organisation.id, ifVersion: organisation.version,
                        OrganisationChange(unitCode: InventedPapers.unit.documentNumber))
                }
                #expect(refusal?.code == code)
            }
        }
    }

    @Test func `being linked to its unit is no change of its status, also where the entry does not say which was before`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            _ = try await job.registered()
            let seat = try await world.organisation(.enterprise, "席位", below: job.agent.id, by: job.administrator)
            let linked = try await world.installation.updateOrganisation(
                as: job.administrator, seat.id, ifVersion: seat.version, OrganisationChange(unitCode: InventedPapers.unit.documentNumber))
            #expect(try await world.installation.listStandings(as: job.administrator, of: seat.id).isEmpty)
            // As older programs wrote it.
            var shell = EngineShell(world)
            try shell.dropTriggers()
            let aged = try shell.run(
                "UPDATE trail_entry SET body = REPLACE(body, 'former-status', 'elsewhere') WHERE action = 'organisation.updated';"
                    + "SELECT COUNT(*) FROM trail_entry WHERE body LIKE '%elsewhere%'")
            #expect(aged.isDone && aged.text == "1\n", "\(aged.text)")
            #expect(try await world.installation.listStandings(as: job.administrator, of: seat.id).isEmpty)
            world.clock.move(seconds: 1)
            _ = try await world.installation.updateOrganisation(
                as: job.administrator, seat.id, ifVersion: linked.version,
                OrganisationChange(status: .suspended, reason: "未按合同登记"))
            #expect(try await world.installation.listStandings(as: job.administrator, of: seat.id).map(\.status) == [.suspended])
        }
    }
}
