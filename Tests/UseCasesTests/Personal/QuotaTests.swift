import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("How many cards a person may have")
struct QuotaTests {
    @Test func `many at once for one person get exactly as many as are allowed`() async throws {
        try await withWorld { world in
            let cards = 40
            let personal = try await PersonalJob.prepare(in: world, watches: cards)
            var policy = VerificationPolicy.standardFloor
            policy.rules = [
                VerificationRule(
                    VerificationCondition(), [.documentData], requirement: "R-25-06", reason: LocalText(en: "data", zh: "信息"))
            ]
            policy.attemptsMax = 100
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, policy, validFrom: nil, after: 0)
            var persons: [Principal] = []
            for card in 0..<cards {
                let person = try await personal.open(card).principal
                try await personal.consent(person, [.privacy, .sensitiveData])
                _ = try await world.installation.updatePersonalDraft(
                    as: person, PersonalDraft(holder: PersonalJob.person(0), noticeAccepted: true))
                persons.append(person)
            }
            let outcomes = try await withThrowingTaskGroup(of: String?.self) { group in
                for person in persons {
                    group.addTask { try await refusalCode { _ = try await world.installation.submitPersonal(as: person) } }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count(where: { $0 == nil }) == 10)
            #expect(outcomes.count(where: { $0 == "card-quota-reached" }) == cards - 10)
            let quota = try await world.installation.readPersonalCase(as: persons[0]).quota
            #expect(quota?.used == nil && quota?.max == 10, "Whoever types a number need not be its holder.")
        }
    }

    @Test func `a refused application gives its place back; one that waits too long too`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.limit(to: 1)
            let (_, first) = try await personal.submitted(0)
            let second = try await personal.open(1).principal
            try await personal.fill(second)
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: second) } == "card-quota-reached")
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, first.id, version: first.version, verdict: .refuse,
                reasons: [DecisionReason(pointer: "/holder/name", code: "does-not-match")], note: nil)
            let view = try await world.installation.submitPersonal(as: second)
            #expect(view.application?.state == .submitted)
            world.clock.move(days: world.installation.settings.slotDays)
            let third = try await personal.open(2).principal
            try await personal.fill(third)
            _ = try await world.installation.submitPersonal(as: third)
        }
    }

    @Test func `a card that is registered keeps its place for good`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.limit(to: 1)
            let (person, application) = try await personal.submitted(0)
            let decided = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            _ = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, application.id, version: decided.version, verdict: .accepted, receipt: "CM-9")
            world.clock.move(days: 400)
            let opened = try await personal.open(1).principal
            try await personal.consent(opened)
            let view = try await world.installation.updatePersonalDraft(
                as: opened, PersonalDraft(holder: PersonalJob.person(0), noticeAccepted: true))
            #expect(view.quota?.isReached == true)
            _ = person
        }
    }

    @Test func `invariant 6: a card that is stopped or being cancelled keeps its place, and one that is cancelled frees it`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.limit(to: 1)
            _ = try await personal.registered()
            func change(_ command: LifeCommand, _ reason: StopReason? = nil) async throws {
                _ = try await world.installation.changeLives(
                    as: personal.job.administrator, .numbers([personal.watches[0]]), LifeWish(command, reason: reason))
            }
            func isReached() async throws -> Bool? {
                let person = try await personal.open(1).principal
                try await personal.consent(person)
                return try await world.installation.updatePersonalDraft(
                    as: person, PersonalDraft(holder: PersonalJob.person(0), noticeAccepted: true)
                ).quota?.isReached
            }
            try await change(.activate)
            #expect(try await isReached() == true)
            try await change(.stop, .risk)
            #expect(try await isReached() == true)
            _ = try await world.installation.sweepAllLives()
            #expect(try await isReached() == true)
            try await change(.cancel)
            #expect(try await isReached() == true)
            world.clock.set(try shanghai(2026, 5, 2, hour: 23))
            _ = try await world.installation.sweepAllLives()
            #expect(try await isReached() == true, "The cycle has not ended.")
            world.clock.set(try shanghai(2026, 6, 1))
            _ = try await world.installation.sweepAllLives()
            #expect(try await isReached() == false)
            try await personal.submitted(2)
        }
    }

    @Test(arguments: [("H1234567802", true), ("H1234567902", false)])
    func `R-PH-03: a permit issued anew is the same person's, by its first nine; another's is not`(
        number: String, isSame: Bool
    ) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.limit(to: 1)
            func traveller(_ number: String) -> PartyFacts {
                var facts = PersonalJob.person(0)
                facts.documentType = DocumentType.hkMacaoPermit.rawValue
                facts.documentNumber = number
                facts.birthDate = "1980-01-02"
                facts.validFrom = "2020-01-02"
                facts.validUntil = "2030-01-02"
                return facts
            }
            try await personal.submitted(0, traveller("H1234567801"))
            let opened = try await personal.open(1).principal
            try await personal.consent(opened)
            let view = try await world.installation.updatePersonalDraft(as: opened, PersonalDraft(holder: traveller(number)))
            #expect(view.quota?.isReached == isSame)
        }
    }

    @Test func `temporary card and household register count with the resident card`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.limit(to: 1)
            try await personal.submitted(0)
            let opened = try await personal.open(1).principal
            try await personal.consent(opened)
            var facts = PersonalJob.person(0)
            facts.documentType = DocumentType.temporaryResidentID.rawValue
            let view = try await world.installation.updatePersonalDraft(as: opened, PersonalDraft(holder: facts))
            #expect(view.quota?.isReached == true)
        }
    }
}
