import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("R-IC-07: a batch of cards in a batch of devices")
struct DevicePoolTests {
    private static let devices = ["354403110000013", "354403110000021"]
    private static let stranger = "354403110000039"

    private struct Pool {
        let lives: LifeSteps
        let id: DevicePoolID

        var shiming: Installation { lives.shiming }

        /// A day goes by, and the card is seen in the device.
        func see(_ card: Int, in imei: String) async throws {
            lives.world.clock.move(days: 1)
            let day = try #require(CivilDate(shanghaiAt: lives.world.clock.now().milliseconds))
            let text = "iccid,usedAt,imei\n\(lives.job.iccids[card]),\(day) 00:30:00,\(imei)\n"
            let file = try await shiming.createUsageFile(as: lives.controller, body: OneChunk(Array(text.utf8)))
            while try await shiming.runNextUsageFile() {}
            #expect(try await shiming.readUsageFile(as: lives.controller, file.id).progress.taken == 1)
            _ = try await shiming.sweepAllLives()
        }

        func declare(_ imeis: [String], withdrawing: Bool = false) async throws -> PoolOutcome {
            try await shiming.declarePoolDevices(as: lives.job.clerk, of: id, imeis: imeis, withdrawing: withdrawing)
        }

        func bind(_ cards: [Int], leavingOthers: Bool = false) async throws -> PoolOutcome {
            try await shiming.bindPoolCards(
                as: lives.job.clerk, to: id, .numbers(cards.map { lives.job.iccids[$0] }), leavingOthers: leavingOthers)
        }
    }

    /// Cards of a product that is bound to pools, active and registered, and an empty pool of their agent's.
    private func withPool(_ binding: BindingMode = .imeiPool, _ body: (Pool) async throws -> Void) async throws {
        try await withLives(registered: false) { lives, _ in
            _ = try await lives.shiming.updateProduct(
                as: lives.job.administrator, code: "directed-30m", version: 1,
                facts: ProductFacts(
                    name: "directed-30m", carrier: .mobile, cardClass: .iotGeneral, traffic: .directed, monthlyMegabytes: 30, voice: false,
                    sms: false, binding: binding))
            _ = try await lives.job.registered()
            try await lives.change(.activate, [0, 1, 2])
            let pool = try await lives.shiming.createDevicePool(as: lives.job.clerk, name: "水表一批")
            try await body(Pool(lives: lives, id: pool.id))
        }
    }

    /// That it is refused, and with which code.
    private func refused(_ code: String, _ body: () async throws -> Void) async {
        let refusal = await #expect(throws: Refusal.self) { try await body() }
        #expect(refusal?.code == code)
    }

    @Test func `a card may be in any device of its pool, and in no other`() async throws {
        try await withPool { pool in
            #expect(try await pool.declare(Self.devices).changed == 2)
            #expect(try await pool.bind([0, 1]).changed == 2)
            try await pool.see(0, in: Self.devices[0])
            try await pool.see(0, in: Self.devices[1])
            try await pool.see(1, in: Self.devices[0].dropLast() + "01")
            #expect(try await pool.lives.standing(0).serves)
            #expect(try await pool.lives.standing(1).serves)
            try await pool.see(0, in: Self.stranger)
            #expect(try await pool.lives.standing(0).stops == StopReasons([.deviceSeparation]))
            #expect(try await pool.lives.standing(1).serves)
            #expect(try await pool.shiming.checkStore().findings == [])
        }
    }

    @Test func `a card bound to no pool and with no device of its own may be in any`() async throws {
        try await withPool { pool in
            _ = try await pool.declare(Self.devices)
            try await pool.see(0, in: Self.stranger)
            #expect(try await pool.lives.standing(0).serves)
        }
    }

    @Test func `a device declared afterwards lets the card go on, and nothing else that stopped it`() async throws {
        try await withPool { pool in
            _ = try await pool.declare([Self.devices[0]])
            _ = try await pool.bind([0, 1])
            try await pool.see(0, in: Self.stranger)
            try await pool.see(1, in: Self.stranger)
            try await pool.lives.change(.stop, [1], reason: .risk)
            let outcome = try await pool.declare([Self.stranger])
            #expect(outcome.resumed == 2)
            #expect(try await pool.lives.standing(0).serves)
            #expect(try await pool.lives.standing(1).stops == StopReasons([.risk]))
        }
    }

    @Test func `a withdrawn device is no more in order from then on`() async throws {
        try await withPool { pool in
            _ = try await pool.declare(Self.devices)
            _ = try await pool.bind([0, 1])
            try await pool.see(0, in: Self.devices[0])
            #expect(try await pool.declare([Self.devices[0], Self.stranger], withdrawing: true).changed == 1)
            _ = try await pool.shiming.sweepAllLives()
            #expect(try await pool.lives.standing(0).serves, "it was in order when it was seen")
            try await pool.see(0, in: Self.devices[0])
            #expect(try await pool.lives.standing(0).stops == StopReasons([.deviceSeparation]))
            #expect(try await pool.shiming.listPoolDevices(as: pool.lives.job.clerk, of: pool.id).rows.map(\.text) == ["35440311000002"])
            // And back: the third word on the same device.
            #expect(try await pool.declare([Self.devices[0]]).resumed == 1)
        }
    }

    @Test func `what was said last counts, a pool or a device of its own`() async throws {
        try await withPool { pool in
            _ = try await pool.declare([Self.devices[0]])
            _ = try await pool.bind([0])
            pool.lives.world.clock.move(seconds: 1)
            _ = try await pool.shiming.changeDevice(
                as: pool.lives.job.clerk, card: try await pool.lives.reference(0), imei: Self.stranger)
            try await pool.see(0, in: Self.stranger)
            #expect(try await pool.lives.standing(0).serves)
            try await pool.see(0, in: Self.devices[0])
            #expect(try await pool.lives.standing(0).stops == StopReasons([.deviceSeparation]))
            let again = try await pool.bind([0])
            #expect(again.changed == 1 && again.resumed == 1)
            #expect(try await pool.lives.standing(0).serves)
        }
    }

    @Test func `saying it again changes nothing`() async throws {
        try await withPool { pool in
            _ = try await pool.declare(Self.devices)
            let again = try await pool.declare(Self.devices + [Self.devices[0]])
            #expect(again.changed == 0 && again.unchanged == 2)
            _ = try await pool.bind([0, 1])
            let bound = try await pool.bind([0, 1, 2])
            #expect(bound.changed == 1 && bound.unchanged == 2)
            let read = try await pool.shiming.readDevicePool(as: pool.lives.job.clerk, pool.id)
            #expect(read.devices == 2 && read.cards == 3)
            #expect(try await pool.shiming.listPoolCards(as: pool.lives.job.clerk, of: pool.id, limit: 2).rows.count == 2)
        }
    }

    @Test func `all or none: a bad number, a card that is gone, one that is bound otherwise`() async throws {
        try await withPool { pool in
            await refused("fields-invalid") { _ = try await pool.declare([Self.devices[0], "354403110000014"]) }
            await refused("pool-devices-number") { _ = try await pool.declare([]) }
            #expect(try await pool.shiming.readDevicePool(as: pool.lives.job.clerk, pool.id).devices == 0)
            let numbers = CardSelector.numbers([pool.lives.job.iccids[0], "89860426009999999992"])
            await refused("pool-cards-refused") { _ = try await pool.shiming.bindPoolCards(as: pool.lives.job.clerk, to: pool.id, numbers) }
            #expect(try await pool.shiming.readDevicePool(as: pool.lives.job.clerk, pool.id).cards == 0)
            let rest = try await pool.shiming.bindPoolCards(as: pool.lives.job.clerk, to: pool.id, numbers, leavingOthers: true)
            #expect(rest.changed == 1 && rest.leftOut == [.notFound: 1] && rest.notFoundPositions == [1])
        }
        try await withPool(.firstUse) { (pool) async throws in
            await refused("pool-cards-refused") { _ = try await pool.bind([0]) }
            #expect(try await pool.bind([0], leavingOthers: true).leftOut == [.boundOtherwise: 1])
        }
    }

    @Test func `nobody sees or changes another agent's pool, and no pool takes another's cards`() async throws {
        try await withPool { pool in
            let job = pool.lives.job
            let stranger = MainJob.staff(
                [.agentManager], in: job.otherAgent.id, scope: .subtree(organisation: job.otherAgent.id, path: job.otherAgent.path), 98)
            #expect(try await pool.shiming.listDevicePools(as: stranger).rows.isEmpty)
            await refused("not-found") { _ = try await pool.shiming.readDevicePool(as: stranger, pool.id) }
            await refused("not-found") { _ = try await pool.shiming.listPoolDevices(as: stranger, of: pool.id) }
            await refused("not-found") { _ = try await pool.shiming.listPoolCards(as: stranger, of: pool.id) }
            await refused("not-found") { _ = try await pool.shiming.declarePoolDevices(as: stranger, of: pool.id, imeis: Self.devices) }
            let theirs = try await pool.shiming.createDevicePool(as: stranger, name: "别家")
            await refused("pool-cards-refused") {
                _ = try await pool.shiming.bindPoolCards(as: pool.lives.controller, to: theirs.id, .numbers([job.iccids[0]]))
            }
            await refused("not-permitted") { _ = try await pool.shiming.createDevicePool(as: job.auditor, name: "x") }
        }
    }

    @Test func `a pool has no say in a card that was given to others`() async throws {
        try await withPool { pool in
            _ = try await pool.declare([Self.devices[0]])
            _ = try await pool.bind([0, 1])
            try await pool.see(0, in: Self.stranger)
            let job = pool.lives.job
            let cards = CardSelector.numbers([job.iccids[0], job.iccids[1]])
            _ = try await pool.shiming.recallCards(as: job.administrator, cards)
            _ = try await pool.shiming.allocateCards(as: job.administrator, cards, to: job.otherAgent.id)
            #expect(try await pool.declare([Self.stranger]).resumed == 0)
            #expect(try await pool.lives.standing(0).stops == StopReasons([.deviceSeparation]))
            _ = try await pool.declare(Self.devices + [Self.stranger], withdrawing: true)
            try await pool.see(1, in: Self.devices[0])
            #expect(try await pool.lives.standing(1).serves)
            #expect(try await pool.shiming.listPoolCards(as: job.clerk, of: pool.id).rows.isEmpty)
            #expect(try await pool.shiming.readDevicePool(as: job.clerk, pool.id).cards == 0)
        }
    }

    @Test func `where another device demands a new verification, a pool lets nobody go on`() async throws {
        try await withPool { pool in
            var setting = LifeSetting()
            setting.reregistersOnDeviceChange = true
            _ = try await pool.shiming.setLifeSetting(
                as: pool.lives.controller, carrier: nil, product: nil, province: nil, setting, validFrom: nil, after: 0)
            _ = try await pool.declare([Self.devices[0]])
            _ = try await pool.bind([0])
            try await pool.see(0, in: Self.stranger)
            #expect(try await pool.declare([Self.stranger]).resumed == 0)
            #expect(try await pool.lives.standing(0).stops == StopReasons([.deviceSeparation]))
        }
    }

    @Test func `to be bound anew lets nobody go on who is in no device of the pool`() async throws {
        try await withPool { pool in
            _ = try await pool.declare([Self.devices[0]])
            _ = try await pool.bind([0])
            try await pool.see(0, in: Self.stranger)
            let empty = try await pool.shiming.createDevicePool(as: pool.lives.job.clerk, name: "空")
            let bound = try await pool.shiming.bindPoolCards(
                as: pool.lives.job.clerk, to: empty.id, .numbers([pool.lives.job.iccids[0]]))
            #expect(bound.changed == 1 && bound.resumed == 0)
            #expect(try await pool.lives.standing(0).stops == StopReasons([.deviceSeparation]))
        }
    }

    @Test func `a name is a name`() async throws {
        try await withPool { pool in
            for name in ["", "  ", "a\u{0}b", String(repeating: "池", count: 61), "two\nlines"] {
                await refused("device-pool-name") { _ = try await pool.shiming.createDevicePool(as: pool.lives.job.clerk, name: name) }
            }
        }
    }

    @Test func `a card that was bound to a pool since is not said to be in the device it was declared for`() async throws {
        try await withPool { pool in
            let (job, reference) = (pool.lives.job, try await pool.lives.reference(0))
            func found() async throws -> DeviceFound? { try await pool.shiming.searchNumbers(as: job.clerk, [Self.stranger]).first?.device }
            _ = try await pool.shiming.changeDevice(as: job.clerk, card: reference, imei: Self.stranger)
            #expect(try await found()?.cards.first?.known.declaredSince != nil)
            pool.lives.world.clock.move(days: 1)
            #expect(try await pool.bind([0]).changed == 1)
            #expect(try await found()?.cards.isEmpty == true)
            // Seen there, it is told for that alone.
            try await pool.see(0, in: Self.stranger)
            let seen = try await found()?.cards.first?.known
            #expect(seen?.declaredSince == nil && seen?.seenAt != nil)
            pool.lives.world.clock.move(days: 1)
            _ = try await pool.shiming.changeDevice(as: job.clerk, card: reference, imei: Self.stranger)
            #expect(try await found()?.cards.first?.known.declaredSince != nil)
        }
    }

    @Test func `pools go on behind the last of a page, the newest first`() async throws {
        try await withPool { pool in
            let clerk = pool.lives.job.clerk
            pool.lives.world.clock.move(seconds: 1)
            let second = try await pool.shiming.createDevicePool(as: clerk, name: "水表二批")
            let page = try await pool.shiming.listDevicePools(as: clerk, limit: 1)
            #expect(page.rows.map(\.id) == [second.id])
            let rest = try await pool.shiming.listDevicePools(as: clerk, before: try #require(page.next), limit: 1)
            #expect(rest.rows.map(\.id) == [pool.id] && rest.next == nil)
            #expect(try await pool.shiming.listDevicePools(as: pool.lives.job.otherClerk, before: second.id).rows.isEmpty)
        }
    }
}
