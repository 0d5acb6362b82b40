import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("What is told of how many cards a person has")
struct QuotaToldTests {
    /// The first person has the only card one may have.
    private func full(_ world: World) async throws -> PersonalJob {
        let personal = try await PersonalJob.prepare(in: world, watches: 5)
        try await personal.limit(to: 1)
        try await personal.submitted()
        return personal
    }

    /// At an entrance of his own, with consents and nothing else.
    private func begun(_ personal: PersonalJob, _ card: Int = 1, device: String? = nil) async throws -> Principal {
        let person = try await personal.open(card, device: device).principal
        try await personal.consent(person)
        return person
    }

    private func declare(_ facts: PartyFacts, _ personal: PersonalJob, _ person: Principal) async throws -> CardQuota? {
        try await personal.installation.updatePersonalDraft(as: person, PersonalDraft(holder: facts, noticeAccepted: true)).quota
    }

    private func photograph(_ personal: PersonalJob, _ person: Principal, seed: UInt8 = 90) async throws -> String? {
        try await refusalCode {
            _ = try await personal.installation.capturePicture(
                as: person, .holderIDFront, bytes: inventedPicture(seed), insists: false)
        }
    }

    @Test func `before anything is asked it is told how many one may have, and how a place comes free`() async throws {
        try await withWorld { world in
            let personal = try await full(world)
            let person = try await personal.open(1).principal
            let quota = try #require(try await world.installation.readPersonalCase(as: person).quota)
            #expect(quota.max == 1 && quota.used == nil && !quota.isReached)
            #expect(quota.refusal.mend == CardQuota.howToRelease && CardQuota.howToRelease.en.contains("Cards in my name"))
        }
    }

    @Test func `who has no place left is told before the first picture, however he types, and is photographed in no way`() async throws {
        try await withWorld { world in
            let personal = try await full(world)
            let number = try #require(PersonalJob.person(0).documentNumber)
            for (card, written) in [(1, number), (2, number.lowercased()), (3, number.prefix(6) + " " + number.dropFirst(6))] {
                let person = try await begun(personal, card)
                var facts = PersonalJob.person(0)
                facts.documentNumber = String(written)
                facts.name = " " + (facts.name ?? "")
                #expect(try await declare(facts, personal, person)?.isReached == true)
                #expect(try await photograph(personal, person) == "card-quota-reached")
                #expect(
                    try await refusalCode { _ = try await world.installation.issueFaceChallenge(as: person) } == "card-quota-reached")
            }
        }
    }

    @Test func `who has declared somebody else may go on`() async throws {
        try await withWorld { world in
            let personal = try await full(world)
            let person = try await begun(personal)
            #expect(try await declare(PersonalJob.person(0), personal, person)?.isReached == true)
            #expect(try await declare(PersonalJob.person(1), personal, person)?.isReached == false)
            #expect(try await photograph(personal, person) == nil)
        }
    }

    @Test func `a place that came free is told at once`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.limit(to: 1)
            let (first, _) = try await personal.submitted()
            let person = try await begun(personal)
            #expect(try await declare(PersonalJob.person(0), personal, person)?.isReached == true)
            _ = try await world.installation.withdrawPersonal(as: first)
            #expect(try await world.installation.readPersonalCase(as: person).quota?.isReached == false)
            #expect(try await photograph(personal, person) == nil)
        }
    }

    @Test func `a case that is to be mended is not in its own way`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.limit(to: 1)
            let (person, application) = try await personal.submitted()
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/holder-id-front", code: "unreadable")], note: nil)
            #expect(try await world.installation.readPersonalCase(as: person).quota?.isReached == false)
            #expect(try await photograph(personal, person) == nil)
        }
    }

    @Test func `somebody's number without his name tells nothing, nor does his name with another number`() async throws {
        try await withWorld { world in
            let personal = try await full(world)
            let person = try await begun(personal)
            var byNumber = PersonalJob.person(0)
            byNumber.name = "诸葛听澜"
            var byName = PersonalJob.person(1)
            byName.name = PersonalJob.person(0).name
            var alone = PersonalJob.person(0)
            alone.name = nil
            let quotas = [
                try await declare(byNumber, personal, person), try await declare(byName, personal, person),
                try await declare(alone, personal, person),
            ]
            #expect(quotas.allSatisfy { $0?.used == nil && $0?.isReached == false && $0?.max == 1 })
        }
    }

    @Test func `how many there are is told to nobody who only knows name and number, and not by the refusal either`() async throws {
        try await withWorld { world in
            let personal = try await full(world)
            let person = try await begun(personal)
            let quota = try #require(try await declare(PersonalJob.person(0), personal, person))
            #expect(quota.used == nil && quota.isReached)
            let other = try await personal.open(2).principal
            try await personal.fill(other)
            await #expect {
                _ = try await world.installation.submitPersonal(as: other)
            } throws: { error in
                guard let refusal = error as? Refusal else { return false }
                return refusal.code == "card-quota-reached" && refusal.reason == quota.refusal.reason
            }
        }
    }

    @Test func `names tried one after the other on one number end the telling`() async throws {
        try await withWorld { world in
            let personal = try await full(world)
            let person = try await begun(personal)
            for number in 1...5 {
                var guess = PersonalJob.person(0)
                guess.name = PersonalJob.person(number).name
                #expect(try await declare(guess, personal, person)?.isReached == false)
            }
            #expect(try await declare(PersonalJob.person(0), personal, person)?.isReached == false)
            world.clock.move(days: 1)
            #expect(try await world.installation.readPersonalCase(as: person).quota?.isReached == true)
        }
    }

    @Test func `a card's entrance is asked of a few persons a day, however many devices there are`() async throws {
        try await withWorld { world in
            let personal = try await full(world)
            for device in 0..<3 {
                let person = try await begun(personal)
                for number in 1...5 { _ = try await declare(PersonalJob.person(device * 5 + number), personal, person) }
            }
            let fresh = try await begun(personal)
            #expect(try await declare(PersonalJob.person(0), personal, fresh)?.isReached == false)
            let elsewhere = try await begun(personal, 2)
            #expect(try await declare(PersonalJob.person(0), personal, elsewhere)?.isReached == true)
        }
    }

    @Test func `what a machine reads in a picture counts like what is typed`() async throws {
        let read = PersonalJob.person(0)
        let fields = ["name": read.name ?? "", "documentNumber": read.documentNumber ?? ""]
        try await withWorld(reader: ScriptedReader { _ in PictureReading(fields: fields) }) { world in
            let personal = try await full(world)
            let person = try await begun(personal)
            let shown = try await world.installation.capturePicture(
                as: person, .holderIDFront, bytes: inventedPicture(90), insists: false)
            #expect(shown.view.quota?.isReached == true)
            for number in 1...5 { _ = try await declare(PersonalJob.person(number), personal, person) }
            #expect(try await declare(read, personal, person)?.isReached == false)
        }
    }

    @Test func `how often the person may still hand in is told to himself alone`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world, watches: 4)
            var policy = VerificationPolicy.standardFloor
            (policy.attemptsMax, policy.cardsPerPerson) = (1, [.wearable: 2])
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, policy, validFrom: nil, after: 0)
            _ = try await personal.effective()
            try await personal.submitted(1)
            let opened = try await personal.open()
            try await personal.prove(opened.principal)
            func told(_ person: Principal) async throws -> AttemptsLeft {
                _ = try await declare(PersonalJob.person(0), personal, person)
                return try await world.installation.readPersonalCase(as: person).attempts
            }
            let himself = try await told(begun(personal, 2, device: opened.device))
            #expect(himself.limit == .person && himself.left == 0 && himself.ofCard == 1)
            let somebody = try await told(begun(personal, 3))
            #expect(somebody.limit == .card && somebody.left == 1)
        }
    }

    @Test func `who proved on this device who he is learns how many he has, and nobody else there`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world, watches: 4)
            _ = try await personal.effective()
            let opened = try await personal.open()
            try await personal.prove(opened.principal)
            let person = try await begun(personal, 1, device: opened.device)
            #expect(try await declare(PersonalJob.person(0), personal, person)?.used == 1)
            #expect(try await declare(PersonalJob.person(1), personal, person)?.used == nil)
            let elsewhere = try await begun(personal, 1)
            #expect(try await declare(PersonalJob.person(0), personal, elsewhere)?.used == nil)
            world.clock.move(seconds: world.installation.settings.ownDataHours * 3_600)
            #expect(try await declare(PersonalJob.person(0), personal, person)?.used == nil)
        }
    }
}
