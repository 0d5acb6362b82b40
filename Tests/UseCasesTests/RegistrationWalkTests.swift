import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Registering a unit's cards")
struct RegistrationWalkTests {
    @Test func `a decision registers all cards of an application as one act`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 20)
            let begun = try await job.submitted()
            let decided = try await world.installation.decideApplication(
                as: job.reviewer, begun.application, version: begun.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.registered == 20)
            #expect(decided.excluded == 0)
            let registration = try await world.installation.readRegistration(as: job.clerk, begun.registration)
            #expect(registration.registration.state == .registered)
            #expect(registration.registration.cards == 20)
            #expect(registration.unit?.name == InventedPapers.unit.name)
        }
    }

    @Test func `whoever asks learns who answers, masked`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            let begun = try await job.registered()
            let answer = try await world.installation.answer(as: job.clerk, .iccid(job.iccids[7]))
            #expect(answer.standing == .registered)
            #expect(answer.unit?.code == InventedPapers.unit.documentNumber)
            #expect(answer.roles[.responsiblePerson]?.name == "司**")
            #expect(answer.roles[.responsiblePerson]?.documentNumber == "3****1")
            #expect(answer.roles[.handler]?.contact == "138****8000")
            #expect(answer.agentChain.map(\.name) == ["示例运营公司", "示例一级代理商"])
            #expect(answer.registration == begun.registration)
            #expect(answer.evidence.count == InventedPapers.agentSlots.count)
        }
    }

    @Test func `a reveal shows the person and leaves its entry; a clerk may not`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            _ = try await job.registered()
            let shown = try await world.installation.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: "投诉核查 2026-031")
            #expect(shown.roles[.responsiblePerson]?.documentNumber == InventedPapers.responsible.documentNumber)
            await #expect(throws: Refusal.notPermitted) {
                try await world.installation.reveal(as: job.clerk, .iccid(job.iccids[0]), purpose: "投诉核查 2026-031")
            }
            await #expect(throws: Refusal.purposeNeeded.at("/purpose")) {
                try await world.installation.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: "  ")
            }
        }
    }

    @Test func `another agent learns nothing of a card, not even that it exists`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            let begun = try await job.registered()
            await #expect(throws: Refusal.notFound) { try await world.installation.answer(as: job.otherClerk, .iccid(job.iccids[0])) }
            await #expect(throws: Refusal.notFound) {
                try await world.installation.answer(as: job.otherClerk, .iccid(MainJob.iccid(99_999)))
            }
            await #expect(throws: Refusal.notFound) {
                try await world.installation.readRegistration(as: job.otherClerk, begun.registration)
            }
            await #expect(throws: Refusal.notFound) { try await world.installation.readApplication(as: job.otherClerk, begun.application) }
        }
    }

    @Test func `nobody answered before the registration`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            let before = world.clock.now()
            world.clock.move(days: 3)
            _ = try await job.registered()
            let now = try await world.installation.answer(as: job.clerk, .iccid(job.iccids[0]))
            #expect(now.standing == .registered)
            let then = try await world.installation.answer(as: job.clerk, .iccid(job.iccids[0]), at: before)
            #expect(then.standing == .unregistered)
            await #expect(throws: Refusal.notFound) {
                try await world.installation.answer(as: job.clerk, .iccid(job.iccids[0]), at: before.adding(days: -1))
            }
        }
    }

    @Test func `a responsible person replaced in June answers for July and not for May`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            let begun = try await job.registered()
            world.clock.move(days: 75)
            let may = world.clock.now()
            world.clock.move(days: 30)
            _ = try await job.changed(
                begun.registration, .changeRole, slots: [.responsiblePersonIDFront, .responsiblePersonIDBack]
            ) { content in
                content.role = .responsiblePerson
                content.responsiblePerson = InventedPapers.successor
            }
            world.clock.move(days: 30)
            let july = world.clock.now()
            let inMay = try await world.installation.answer(as: job.reviewer, .iccid(job.iccids[3]), at: may)
            let inJuly = try await world.installation.answer(as: job.reviewer, .iccid(job.iccids[3]), at: july)
            #expect(inMay.roles[.responsiblePerson]?.name == "司**")
            #expect(inJuly.roles[.responsiblePerson]?.name == "上**")
            #expect(!inMay.evidence.isEmpty)
            #expect(!inJuly.evidence.isEmpty)
            let roles = try await world.installation.listRegistrationRoles(as: job.clerk, begun.registration)
            #expect(roles.filter { $0.link.role == .responsiblePerson }.map(\.isCurrent) == [false, true])
        }
    }

    @Test func `what takes effect in the past needs evidence and a second approver`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            let begun = try await job.registered()
            world.clock.move(days: 40)
            let slots: [EvidenceSlot] = [.responsiblePersonIDFront, .responsiblePersonIDBack]
            let edit = { (content: inout ApplicationContent) in
                content.role = .responsiblePerson
                content.responsiblePerson = InventedPapers.successor
                content.effectiveFrom = "2026-03-20"
            }
            await #expect { try await job.handedInChange(begun.registration, .changeRole, slots: slots, edit) } throws: { error in
                (error as? Refusal)?.details.contains { $0.pointer == "/evidence/change-ground" } ?? false
            }
            let handed = try await job.handedInChange(begun.registration, .changeRole, slots: slots + [.changeGround], edit)
            let first = try await world.installation.decideApplication(
                as: job.compliance, handed.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            #expect(first.state == .awaitingSecondApproval)
            await #expect(throws: Refusal.anotherPersonMustSecond) {
                try await world.installation.secondApproval(as: job.compliance, handed.application, version: first.version)
            }
            await #expect(throws: Refusal.notPermitted) {
                try await world.installation.secondApproval(as: job.reviewer, handed.application, version: first.version)
            }
            let known = world.clock.now()
            world.clock.move(days: 1)
            let other = MainJob.staff([.compliance], in: job.reviewer.organisation, scope: .everything, 60)
            _ = try await world.installation.secondApproval(as: other, handed.application, version: first.version)
            let march = Instant(milliseconds: 1_774_200_000_000)
            let asKnownNow = try await world.installation.answer(as: job.reviewer, .iccid(job.iccids[0]), at: march)
            let asKnownThen = try await world.installation.answer(as: job.reviewer, .iccid(job.iccids[0]), at: march, asKnown: known)
            #expect(asKnownNow.roles[.responsiblePerson]?.name == "上**")
            #expect(asKnownThen.roles[.responsiblePerson]?.name == "司**")
        }
    }

    @Test func `cards are added to a registration, and those already there are itemised`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 5)
            let begun = try await job.registered()
            let more = (100..<103).map(MainJob.iccid)
            try await job.stock(more, batch: "B-2", product: "directed-30m")
            _ = try await world.installation.allocateCards(as: job.administrator, .batch("B-2"), to: job.agent.id)
            let handed = try await job.handedInChange(begun.registration, .addCards, cards: .numbers(more + [job.iccids[0]])) { content in
                content.use = InventedPapers.use
            }
            let decided = try await world.installation.decideApplication(
                as: job.reviewer, handed.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.registered == 3)
            #expect(decided.excluded == 1)
            let left = try await world.installation.listExclusions(as: job.clerk, handed.application, after: 0, limit: 10)
            #expect(left.map(\.code) == ["card-already-in-registration"])
            #expect(left.map(\.iccid) == [job.iccids[0]])
        }
    }

    @Test func `cards given up from a later day on cannot be taken by others before that day`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 4)
            let begun = try await job.registered()
            _ = try await job.changed(begun.registration, .end) { $0.effectiveFrom = "2026-09-01" }
            let refusal = await #expect(throws: Refusal.self) { try await job.submitted() }
            #expect(refusal?.details.contains { $0.code == "card-already-registered" } == true)
            let answer = try await world.installation.answer(as: job.reviewer, .iccid(job.iccids[1]))
            #expect(answer.registration == begun.registration)
        }
    }

    @Test func `cards of a product that takes no new cards are registered all the same`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let product = try await world.installation.readProduct(as: job.administrator, code: "directed-30m")
            _ = try await world.installation.updateProduct(
                as: job.administrator, code: "directed-30m", version: product.version, facts: product.facts, status: .withdrawn)
            let begun = try await job.submitted()
            let decided = try await world.installation.decideApplication(
                as: job.reviewer, begun.application, version: begun.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.registered == 2)
        }
    }

    @Test func `a unit that ends its registration answers no more, and the past stays`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 4)
            let begun = try await job.registered()
            world.clock.move(days: 10)
            let held = world.clock.now()
            world.clock.move(days: 10)
            let ended = try await job.changed(begun.registration, .end) { _ in }
            #expect(ended.registered == 4)
            let after = try await world.installation.answer(as: job.reviewer, .iccid(job.iccids[1]))
            #expect(after.standing == .vacant)
            #expect(after.unit == nil)
            let before = try await world.installation.answer(as: job.reviewer, .iccid(job.iccids[1]), at: held)
            #expect(before.standing == .registered)
            let registration = try await world.installation.readRegistration(as: job.clerk, begun.registration)
            #expect(registration.registration.state == .ended)
        }
    }

    @Test func `drafts go on behind the last of a page, the newest first`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let shiming = world.installation
            let first = try await job.begun().application
            world.clock.move(seconds: 1)
            let second = try await job.begun().application
            for someone in [job.clerk, job.reviewer] {
                let page = try await shiming.listApplications(
                    as: someone, state: .draft, kind: nil, registration: nil, after: nil, limit: 1)
                #expect(page.map(\.id) == [second])
                let last = try #require(page.first)
                let rest = try await shiming.listApplications(
                    as: someone, state: .draft, kind: nil, registration: nil, after: (last.createdAt, last.id), limit: 2)
                #expect(rest.map(\.id) == [first])
            }
            let others = try await shiming.listApplications(
                as: job.otherClerk, state: .draft, kind: nil, registration: nil, after: (world.clock.now(), second), limit: 2)
            #expect(others.isEmpty)
        }
    }
}
