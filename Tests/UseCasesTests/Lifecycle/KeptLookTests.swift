import Ledger
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// DESIGN 5, R-DP-07, R-DP-08.
@Suite("A look at what is kept")
struct KeptLookTests {
    private static let action = "kept-record.shown"

    private func march() throws -> Instant { try shanghai(2026, 3, 20) }

    /// All four cards registered in March, those of `cancelled` cancelled by the first of June.
    private func lives(
        cancelled: [Int] = [0, 1, 2, 3], _ body: (LifeSteps, BegunApplication, ObservingStore) async throws -> Void
    ) async throws {
        let world = try await World.make(observing: true)
        do {
            let lives = LifeSteps(job: try await MainJob.prepare(in: world, cards: 4))
            let begun = try await lives.job.registered()
            try await lives.change(.activate, [0, 1, 2, 3])
            try await lives.change(.cancel, cancelled)
            try await lives.sweep(at: 2026, 6, 1)
            try await body(lives, begun, #require(world.installation.engine as? ObservingStore))
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    /// Every way in which what was registered is shown masked; how many of them showed somebody.
    private func lookEveryWay(_ lives: LifeSteps, _ begun: BegunApplication, as reader: Principal) async throws -> Int {
        let shiming = lives.shiming
        var shown = 0
        if try await shiming.answer(as: reader, .iccid(lives.job.iccids[0]), at: try march()).roles.isEmpty == false { shown += 1 }
        if try await shiming.readRegistration(as: reader, begun.registration).roles.isEmpty == false { shown += 1 }
        if try await shiming.listRegistrationRoles(as: reader, begun.registration).isEmpty == false { shown += 1 }
        if try await shiming.readApplication(as: reader, begun.application).content != nil { shown += 1 }
        return shown
    }

    private func entries(_ lives: LifeSteps, about subject: TrailSubject? = nil) async throws -> [StoredTrailEntry] {
        try await lives.shiming.listTrail(as: lives.job.auditor, TrailFilter(subject: subject, action: Self.action)).rows
    }

    @Test func `each leaves an entry, masked too: who, when, whose and on which ground, and no word of anybody`() async throws {
        try await lives { lives, begun, _ in
            let compliance = lives.job.compliance
            #expect(try await lookEveryWay(lives, begun, as: compliance) == 4)
            let left = try await entries(lives)
            #expect(left.count == 4)
            for entry in left {
                #expect(entry.actor == compliance.account && entry.recordedAt == lives.world.clock.now())
                let body = try JSONValue(parsing: entry.body)
                #expect(body["data"]?["phase"]?.stringValue == "retention" && body["purpose"] == nil)
                for person in [InventedPapers.responsible, InventedPapers.handler] {
                    for word in [person.name, person.documentNumber, person.address, person.contact].compactMap(\.self) {
                        #expect(!entry.body.contains(word))
                    }
                }
            }
            let answer = try await lives.shiming.answer(as: lives.job.reviewer, .iccid(lives.job.iccids[0]), at: try march())
            #expect(try await entries(lives, about: TrailSubject(.registration, begun.registration)).count == 4)
            #expect(try await entries(lives, about: TrailSubject(card: answer.subscription)).count == 1)
            #expect(try await entries(lives, about: TrailSubject(.application, begun.application)).count == 1)
            let roles = try await lives.shiming.listRegistrationRoles(as: compliance, begun.registration)
            let handler = try #require(roles.first { $0.link.role == .handler }?.link.party)
            // The answer, the registration and its roles twice name him; the application commits to nobody.
            #expect(try await entries(lives, about: TrailSubject(.party, handler)).count == 4)
            _ = try await lives.shiming.sequenceTrail()
            #expect(try await lives.shiming.checkStore().findings == [])
        }
    }

    @Test func `what somebody answers by still is read and nothing is written, now and of the past`() async throws {
        try await lives(cancelled: [3]) { lives, begun, store in
            let before = store.acts
            for reader in [lives.job.compliance, lives.job.auditor, lives.job.reviewer, lives.job.clerk] {
                let shown = try await lookEveryWay(lives, begun, as: reader)
                #expect(shown == 4)
                #expect(try await lives.shiming.answer(as: reader, .iccid(lives.job.iccids[0])).roles.isEmpty == false)
            }
            #expect(store.acts == before)
            #expect(try await entries(lives).isEmpty)
        }
    }

    @Test func `a card that ended alone is a look at what is kept, though its registration answers for the others`() async throws {
        try await lives(cancelled: [0]) { lives, begun, _ in
            let compliance = lives.job.compliance
            _ = try await lives.shiming.answer(as: compliance, .iccid(lives.job.iccids[1]), at: try march())
            _ = try await lives.shiming.readRegistration(as: compliance, begun.registration)
            #expect(try await entries(lives).isEmpty)
            let told = try await lives.shiming.answer(as: compliance, .iccid(lives.job.iccids[0]), at: try march())
            #expect(told.roles.isEmpty == false)
            #expect(try await entries(lives, about: TrailSubject(card: told.subscription)).count == 1)
        }
    }

    @Test func `whoever is shown nothing leaves none: those who may not trace, and nobody once it is sealed`() async throws {
        try await lives { lives, begun, store in
            let job = lives.job
            let before = store.acts
            for reader in [job.clerk, job.reviewer, job.auditor] {
                #expect(try await lookEveryWay(lives, begun, as: reader) == 0)
            }
            let withheld = try await lives.shiming.answer(as: job.administrator, .iccid(job.iccids[0]), at: try march())
            #expect(withheld.isWithheld && withheld.roles.isEmpty && withheld.unit == nil)
            await #expect(throws: Refusal.notFound) {
                try await lives.shiming.answer(as: job.compliance, .iccid(MainJob.iccid(999)), at: try march())
            }
            // Nobody answers now: there is nobody to be shown.
            #expect(try await lives.shiming.answer(as: job.compliance, .iccid(job.iccids[0])).standing == .vacant)
            lives.world.clock.set(try shanghai(2028, 6, 2))
            #expect(try await lookEveryWay(lives, begun, as: job.compliance) == 0)
            #expect(store.acts == before)
            #expect(try await entries(lives).isEmpty)
        }
    }

    @Test func `while a hold keeps it from being sealed, looks at it are entries that say so`() async throws {
        try await lives { lives, begun, _ in
            let compliance = lives.job.compliance
            _ = try await lives.shiming.placeHold(
                as: compliance,
                HoldWish(
                    .iccid(lives.job.iccids[0]), at: try march(), role: nil, caseNumber: "沪01民初〔2027〕418号", reason: "民事诉讼证据保全"))
            lives.world.clock.set(try shanghai(2030, 1, 1))
            _ = try await lives.shiming.answer(as: compliance, .iccid(lives.job.iccids[0]), at: try march())
            let left = try await entries(lives)
            #expect(left.count == 1 && left.first?.body.contains("\"phase\":\"legal-hold\"") == true)
        }
    }

    @Test func `where no entry can be written nothing of it is shown; what is live is`() async throws {
        try await lives(cancelled: [0]) { lives, _, store in
            let now = lives.world.clock.now().milliseconds
            try await store.write(.alone) { try StoreMarks.set(StoreMarks.stopped, to: "by a test", at: now, in: $0) }
            let compliance = lives.job.compliance
            await #expect(throws: Refusal.storeMoving) {
                try await lives.shiming.answer(as: compliance, .iccid(lives.job.iccids[0]), at: try march())
            }
            let live = try await lives.shiming.answer(as: compliance, .iccid(lives.job.iccids[1]), at: try march())
            #expect(live.roles.isEmpty == false)
        }
    }

    @Test func `a look that leaves its entry is never a replica's`() async throws {
        try await lives(cancelled: [0]) { lives, _, store in
            store.pretend(replicaAge: .milliseconds(1_500))
            func age(of card: Int) async throws -> Int64? {
                let staleness = Staleness(secondsMax: 60)
                _ = try await Staleness.$allowed.withValue(staleness) {
                    try await lives.shiming.answer(as: lives.job.compliance, .iccid(lives.job.iccids[card]), at: try march())
                }
                return staleness.ageSeconds
            }
            let first = try await age(of: 0)
            #expect(first == nil)
            #expect(try await age(of: 1) == 2)
            #expect(try await entries(lives).count == 1)
        }
    }
}
