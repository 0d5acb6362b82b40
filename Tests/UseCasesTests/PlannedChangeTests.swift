import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("What is decided for a later day")
struct PlannedChangeTests {
    /// 2026-09-01 in Shanghai, 183 days after the world begins.
    private static let september = "2026-09-01"

    @Test func `an end planned for September is none in August, and is one in September`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 4)
            let begun = try await job.registered()
            _ = try await job.changed(begun.registration, .end) { $0.effectiveFrom = Self.september }
            world.clock.move(days: 150)
            let before = try await world.installation.readRegistration(as: job.clerk, begun.registration).registration
            #expect(before.state == .registered)
            #expect(before.cards == 4)
            #expect(before.endedAt.map { $0 > world.clock.now() } == true)
            let held = try await world.installation.listRegistrationCards(as: job.clerk, begun.registration, after: 0, limit: 10)
            #expect(held.count == 4)
            #expect(held.allSatisfy { $0.card.registration == begun.registration })
            world.clock.move(days: 40)
            let after = try await world.installation.readRegistration(as: job.clerk, begun.registration).registration
            #expect(after.state == .ended)
            #expect(after.cards == 0)
            let left = try await world.installation.listRegistrationCards(as: job.clerk, begun.registration, after: 0, limit: 10)
            #expect(left.isEmpty)
            let free = try await world.installation.listCards(as: job.clerk, filter: CardFilter(isRegistered: false))
            #expect(free.rows.count == 4)
        }
    }

    @Test func `lists by state follow the day too`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.registered()
            _ = try await job.changed(begun.registration, .end) { $0.effectiveFrom = Self.september }
            func count(_ state: RegistrationState) async throws -> Int {
                try await world.installation.listRegistrations(
                    as: job.clerk, state: state, unit: nil, code: nil, before: nil, limit: 10
                ).count
            }
            #expect(try await count(.registered) == 1)
            #expect(try await count(.ended) == 0)
            world.clock.move(days: 190)
            #expect(try await count(.registered) == 0)
            #expect(try await count(.ended) == 1)
        }
    }

    @Test func `changes go on until the planned end, and none is taken after it`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.registered()
            _ = try await job.changed(begun.registration, .end) { $0.effectiveFrom = Self.september }
            let succeeded = try await job.changed(
                begun.registration, .changeRole, slots: [.responsiblePersonIDFront, .responsiblePersonIDBack]
            ) { content in
                content.role = .responsiblePerson
                content.responsiblePerson = InventedPapers.successor
            }
            #expect(succeeded.state == .approved)
            world.clock.move(days: 190)
            await #expect(throws: Refusal.notRegistered) {
                try await world.installation.createApplication(
                    as: job.clerk, of: begun.registration, kind: .end, content: ApplicationContent())
            }
        }
    }

    @Test func `the unit's seat sees its cards until the planned end and no longer`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let begun = try await job.registered()
            let unit = try #require(
                try await world.installation.readRegistration(as: job.clerk, begun.registration).registration.unit)
            let seat = try await world.organisation(.enterprise, "云杉物联席位", below: job.agent.id, by: job.administrator)
            let manager = MainJob.staff([.enterpriseManager], in: seat.id, scope: .unit(unit, organisation: seat.id, path: seat.path), 40)
            _ = try await job.changed(begun.registration, .end) { $0.effectiveFrom = Self.september }
            #expect(try await world.installation.listCards(as: manager).rows.count == 3)
            world.clock.move(days: 190)
            #expect(try await world.installation.listCards(as: manager).rows.isEmpty)
        }
    }

    @Test func `an end that was planned comes earlier when it is decided so, and is counted once`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 4)
            let begun = try await job.registered()
            _ = try await job.changed(begun.registration, .end) { $0.effectiveFrom = Self.september }
            _ = try await job.changed(begun.registration, .end) { $0.effectiveFrom = "2026-06-01" }
            world.clock.move(days: 60)
            #expect(try await world.installation.answer(as: job.clerk, .iccid(job.iccids[1])).standing == .registered)
            world.clock.move(days: 40)
            for days in [0, 100] as [Int64] {
                world.clock.move(days: days)
                let registration = try await world.installation.readRegistration(as: job.clerk, begun.registration).registration
                #expect(registration.state == .ended)
                #expect(registration.cards == 0)
                #expect(try await world.installation.answer(as: job.clerk, .iccid(job.iccids[1])).standing == .vacant)
            }
        }
    }

    @Test func `who takes the cards from the planned day on answers from that day and not before`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let first = try await job.registered()
            _ = try await job.changed(first.registration, .end) { $0.effectiveFrom = Self.september }
            let second = try await job.registered { content in
                content.unit = InventedPapers.otherUnit
                content.effectiveFrom = "2026-09-02"
            }
            world.clock.move(days: 100)
            #expect(try await world.installation.answer(as: job.clerk, .iccid(job.iccids[0])).registration == first.registration)
            #expect(try await world.installation.readRegistration(as: job.clerk, second.registration).registration.cards == 0)
            // The first gives its cards up still earlier; that takes nothing from the second.
            let earlier = try await job.changed(first.registration, .end) { $0.effectiveFrom = "2026-07-01" }
            #expect(earlier.registered == 2)
            world.clock.move(days: 100)
            #expect(try await world.installation.answer(as: job.clerk, .iccid(job.iccids[0])).registration == second.registration)
            #expect(try await world.installation.readRegistration(as: job.clerk, second.registration).registration.cards == 2)
        }
    }

    @Test func `a successor planned for September is not overtaken by who is decided later for May`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.registered()
            let slots: [EvidenceSlot] = [.responsiblePersonIDFront, .responsiblePersonIDBack]
            _ = try await job.changed(begun.registration, .changeRole, slots: slots) { content in
                content.role = .responsiblePerson
                content.responsiblePerson = InventedPapers.successor
                content.effectiveFrom = Self.september
            }
            let known = world.clock.now()
            world.clock.move(days: 1)
            _ = try await job.changed(begun.registration, .changeRole, slots: slots) { content in
                content.role = .responsiblePerson
                content.responsiblePerson = InventedPapers.handler
                content.effectiveFrom = "2026-05-01"
            }
            func name(at days: Int64, asKnown: Instant? = nil) async throws -> String? {
                try await world.installation.answer(
                    as: job.reviewer, .iccid(job.iccids[0]), at: known.adding(days: days), asKnown: asKnown
                ).roles[.responsiblePerson]?.name
            }
            #expect(try await name(at: 30) == "司**")
            #expect(try await name(at: 100) == "欧**")
            #expect(try await name(at: 100, asKnown: known) == "司**")
            #expect(try await name(at: 200) == "上**")
            world.clock.move(days: 199)
            let roles = try await world.installation.listRegistrationRoles(as: job.clerk, begun.registration)
                .filter { $0.link.role == .responsiblePerson }
            #expect(roles.map(\.name) == ["司**", "欧**", "上**"])
            #expect(roles.map(\.isCurrent) == [false, false, true])
        }
    }

    @Test func `of two decisions for one day the later one counts`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.registered()
            let slots: [EvidenceSlot] = [.responsiblePersonIDFront, .responsiblePersonIDBack]
            for person in [InventedPapers.successor, InventedPapers.handler] {
                world.clock.move(days: 1)
                _ = try await job.changed(begun.registration, .changeRole, slots: slots) { content in
                    content.role = .responsiblePerson
                    content.responsiblePerson = person
                    content.effectiveFrom = Self.september
                }
            }
            world.clock.move(days: 190)
            let answer = try await world.installation.answer(as: job.reviewer, .iccid(job.iccids[0]))
            #expect(answer.roles[.responsiblePerson]?.name == "欧**")
        }
    }
}
