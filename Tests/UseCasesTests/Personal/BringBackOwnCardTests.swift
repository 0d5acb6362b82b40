import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("A holder keeps his card while it is being cancelled")
struct BringBackOwnCardTests {
    /// The first watch's card in service, and the person who proved that it is his.
    private func inService(_ personal: PersonalJob) async throws -> Principal {
        let person = try await personal.effective()
        try await change(personal, LifeWish(.activate))
        try await personal.prove(person)
        return person
    }

    private func change(_ personal: PersonalJob, _ wish: LifeWish) async throws {
        _ = try await personal.job.installation.changeLives(
            as: personal.job.administrator, .numbers([personal.watches[0]]), wish)
    }

    private func card(_ personal: PersonalJob, _ person: Principal) async throws -> OwnData.Card {
        try #require(try await personal.job.installation.readOwnData(as: person).cards.first)
    }

    private func refusal(_ personal: PersonalJob, _ person: Principal, _ code: String) async throws -> String? {
        try await refusalCode { try await personal.job.installation.bringBackOwnCard(as: person, code: code) }
    }

    @Test func `proved, he sees until when, keeps it, and it runs on`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await inService(personal)
            let running = try await card(personal, person)
            #expect(running.cancelledUnlessBroughtBack == nil)
            #expect(try await refusal(personal, person, running.code) == "life-not-cancelling")
            try await change(personal, LifeWish(.cancel))
            let end = try #require(try await card(personal, person).cancelledUnlessBroughtBack)
            #expect(end > world.clock.now().adding(days: 50) && end < world.clock.now().adding(days: 70))
            try await world.installation.bringBackOwnCard(as: person, code: running.code)
            #expect(try await card(personal, person).cancelledUnlessBroughtBack == nil)
            #expect(try await refusal(personal, person, running.code) == "life-not-cancelling")
        }
    }

    @Test func `who has proved nothing, or another's identity, keeps nobody's card`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await change(personal, LifeWish(.activate))
            let other = try await personal.effective(1, PersonalJob.person(1), receipt: "CM-901")
            try await personal.prove(other, as: PersonalJob.person(1), seed: 140)
            try await change(personal, LifeWish(.cancel))
            #expect(try await refusal(personal, person, "REG-1") == "identity-not-proved")
            try await personal.prove(person)
            let code = try await card(personal, person).code
            #expect(try await refusal(personal, other, code) == "not-found")
            #expect(try await refusal(personal, person, "REG-1") == "not-found")
            #expect(try await refusal(personal, personal.job.clerk, code) == "not-permitted")
            #expect(try await card(personal, person).cancelledUnlessBroughtBack != nil)
        }
    }

    @Test func `a card that the operating company stopped is its to bring back`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await inService(personal)
            try await change(personal, LifeWish(.stop, reason: .risk))
            try await change(personal, LifeWish(.cancel))
            let stopped = try await card(personal, person)
            #expect(stopped.cancelledUnlessBroughtBack == nil)
            #expect(try await refusal(personal, person, stopped.code) == "life-stopped")
            try await change(personal, LifeWish(.resume, reason: .risk))
            try await world.installation.bringBackOwnCard(as: person, code: stopped.code)
        }
    }

    @Test func `where the setting leaves it to others he is told whom to ask`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await inService(personal)
            try await change(personal, LifeWish(.cancel))
            var setting = LifeSetting()
            setting.holderBringsBack = false
            _ = try await world.installation.setLifeSetting(
                as: personal.job.administrator, carrier: nil, product: nil, province: nil, setting, validFrom: nil, after: 0)
            let kept = try await card(personal, person)
            #expect(kept.cancelledUnlessBroughtBack == nil)
            #expect(try await refusal(personal, person, kept.code) == "life-not-by-holder")
        }
    }
}
