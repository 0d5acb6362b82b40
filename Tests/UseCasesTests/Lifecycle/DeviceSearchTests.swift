import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Cards are found by their device")
struct DeviceSearchTests {
    private static let imei = "354403110000013"
    private static let other = "354403110000021"

    private func use(_ card: Int, in device: String, on day: String = "2026-03-03", _ lives: LifeSteps) async throws {
        let text = "iccid,usedAt,kilobytes,imei,region\n\(lives.job.iccids[card]),\(day) 08:00:00,1,\(device),310115\n"
        _ = try await lives.shiming.createUsageFile(as: lives.controller, body: OneChunk(Array(text.utf8)))
        while try await lives.shiming.runNextUsageFile() {}
    }

    private func found(_ numbers: String..., by principal: Principal, _ lives: LifeSteps) async throws -> [NumberFound] {
        try await lives.shiming.searchNumbers(as: principal, numbers)
    }

    @Test func `one that a card is said to be in, and one it was seen in, in all writings of the number`() async throws {
        try await withLives { lives, _ in
            let clerk = lives.job.clerk
            try await lives.change(.activate, [0, 1])
            _ = try await lives.shiming.changeDevice(as: clerk, card: try await lives.reference(0), imei: Self.imei)
            lives.world.clock.move(days: 2)
            try await use(1, in: Self.imei, lives)
            for writing in [Self.imei, "35440311000001", "35-440311-000001-3", "3544031100000155"] {
                let device = try #require(try await found(writing, by: clerk, lives).first?.device)
                #expect(device.cards.map(\.view.card.iccid) == [lives.job.iccids[0], lives.job.iccids[1]] && !device.isCut, "\(writing)")
                #expect(device.cards[0].known.declaredSince != nil && device.cards[0].known.seenAt == nil)
                #expect(device.cards[1].known.declaredSince == nil && device.cards[1].known.seenAt != nil)
            }
        }
    }

    @Test func `another said or seen since is what counts`() async throws {
        try await withLives { lives, _ in
            let clerk = lives.job.clerk
            try await lives.change(.activate, [0, 1])
            _ = try await lives.shiming.changeDevice(as: clerk, card: try await lives.reference(0), imei: Self.imei)
            lives.world.clock.move(days: 1)
            _ = try await lives.shiming.changeDevice(as: clerk, card: try await lives.reference(0), imei: Self.other)
            let both = try await found(Self.imei, Self.other, by: clerk, lives)
            #expect(both.map(\.isFound) == [false, true])
        }
        try await withLives { lives, _ in
            try await lives.change(.activate, [0, 1])
            lives.world.clock.move(days: 3)
            try await use(1, in: Self.imei, lives)
            #expect(try await found(Self.imei, Self.other, by: lives.job.clerk, lives).map(\.isFound) == [true, false])
            try await use(1, in: Self.other, on: "2026-03-04", lives)
            #expect(try await found(Self.imei, Self.other, by: lives.job.clerk, lives).map(\.isFound) == [false, true])
        }
    }

    @Test func `what is no IMEI is looked for as a card alone: wrong length or check digit, placeholders, other characters`() async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0])
            _ = try await lives.shiming.changeDevice(as: lives.job.clerk, card: try await lives.reference(0), imei: Self.imei)
            for text in [
                "354403110000014", "3544031100000", "35440311000001333", "00000000000000", "35440311000001x", "",
            ] {
                let only = try #require(try await found(text, by: lives.job.clerk, lives).first)
                #expect(only.device == nil && !only.isFound, "\(text)")
            }
            let card = try #require(try await found(lives.job.iccids[0], by: lives.job.clerk, lives).first)
            #expect(card.card?.card.iccid == lives.job.iccids[0] && card.device == nil)
        }
    }

    @Test func `nobody finds another's cards by a device`() async throws {
        try await withLives { lives, _ in
            try await lives.change(.activate, [0])
            _ = try await lives.shiming.changeDevice(as: lives.job.clerk, card: try await lives.reference(0), imei: Self.imei)
            let scope = Scope.subtree(organisation: lives.job.otherAgent.id, path: lives.job.otherAgent.path)
            let stranger = MainJob.staff([.agentClerk], in: lives.job.otherAgent.id, scope: scope, 91)
            let seen = try #require(try await found(Self.imei, by: stranger, lives).first)
            #expect(!seen.isFound && seen.device?.cards.isEmpty == true && seen.device?.isCut == false)
            #expect(try await found(Self.imei, by: lives.job.administrator, lives).first?.device?.cards.count == 1)
        }
    }

    @Test func `cards of others neither hide one's own nor show themselves, and a request tells no more than it may`() async throws {
        try await withLives(cards: 202, registered: false) { lives, _ in
            let (job, shiming) = (lives.job, lives.shiming)
            let last = job.iccids[201]
            _ = try await shiming.recallCards(as: job.administrator, .numbers([last]))
            _ = try await shiming.allocateCards(as: job.administrator, .numbers([last]), to: job.otherAgent.id)
            lives.world.clock.move(days: 2)
            let lines = job.iccids.map { "\($0),2026-03-03 08:00:00,1,\(Self.imei),310115" }
            _ = try await shiming.createUsageFile(
                as: lives.controller,
                body: OneChunk(Array(("iccid,usedAt,kilobytes,imei,region\n" + lines.joined(separator: "\n") + "\n").utf8)))
            while try await shiming.runNextUsageFile() {}
            let scope = Scope.subtree(organisation: job.otherAgent.id, path: job.otherAgent.path)
            let other = MainJob.staff([.agentClerk], in: job.otherAgent.id, scope: scope, 92)
            let own = try #require(try await found(Self.imei, by: other, lives).first?.device)
            #expect(own.cards.map(\.view.card.iccid) == [last] && !own.isCut)
            let theirs = try #require(try await found(Self.imei, by: job.clerk, lives).first?.device)
            #expect(theirs.cards.count == 200 && theirs.isCut)
            #expect(!theirs.cards.map(\.view.card.iccid).contains(last))
            let many = try await shiming.searchNumbers(as: job.clerk, Array(repeating: Self.imei, count: 20) + [Self.other])
            #expect(many.compactMap(\.device).reduce(0) { $0 + $1.cards.count } == 1_000)
            // What was not looked at is not said to be nowhere.
            #expect(many.last?.device?.isCut == true && many.last?.isFound == false)
        }
    }
}
