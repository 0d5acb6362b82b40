import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("R-IC-08, R-IC-09: each carrier's consequence of another device")
struct DeviceChangeTests {
    private static let devices = ["354403110000013", "354403110000021", "354403110000039"]

    /// Cards in service of a product, and what is reported of them.
    private struct Seen {
        let lives: LifeSteps
        let iccids: [String]
        var shiming: Installation { lives.shiming }

        /// A file of lines: card, time, place in `devices`.
        func see(_ lines: [(card: Int, time: String, device: Int)]) async throws {
            let text = lines.map { "\(iccids[$0.card]),2026-\($0.time),\(DeviceChangeTests.devices[$0.device])\n" }.joined()
            let file = try await shiming.createUsageFile(
                as: lives.controller, body: OneChunk(Array(("iccid,usedAt,imei\n" + text).utf8)))
            while try await shiming.runNextUsageFile() {}
            #expect(try await shiming.readUsageFile(as: lives.controller, file.id).progress.taken == Int64(lines.count))
            _ = try await shiming.sweepAllLives()
        }

        func reference(_ card: Int) async throws -> String {
            try #require(try await shiming.searchCards(as: lives.controller, numbers: [iccids[card]]).first??.reference)
        }

        func view(_ card: Int = 0) async throws -> LifeView {
            try await shiming.readLife(as: lives.controller, reference: try await reference(card))
        }

        func stops(_ card: Int = 0) async throws -> [StopReason] { try await view(card).life.standing.stops.reasons }
        func stopped(_ card: Int = 0) async throws -> Int { try await view(card).events.count { $0.command == .stop } }

        func obstacle(_ reason: StopReason, _ card: Int = 0) async throws -> LifeObstacle? {
            try await shiming.changeLives(
                as: lives.controller, .numbers([iccids[card]]), LifeWish(.resume, reason: reason), leavingOthers: true
            ).leftOut.keys.first
        }

        func declare(_ device: Int, _ card: Int = 0) async throws -> LifeStanding {
            try await shiming.changeDevice(
                as: lives.controller, card: try await reference(card), imei: DeviceChangeTests.devices[device])
        }

        func set(_ edit: (inout LifeSetting) -> Void, carrier: Carrier? = nil) async throws {
            var setting = LifeSetting()
            edit(&setting)
            _ = try await shiming.setLifeSetting(
                as: lives.controller, carrier: carrier, product: nil, province: nil, setting, validFrom: nil, after: 0)
        }

        func checkStore() async throws {
            _ = try await shiming.sequenceTrail()
            #expect(try await shiming.checkStore().findings == [])
        }
    }

    /// Three cards of the carrier's that were in service before they came here, on 2 March.
    private func withCards(of carrier: Carrier, _ binding: BindingMode = .none, _ body: (Seen) async throws -> Void) async throws {
        try await withLives(registered: false) { lives, _ in
            _ = try await lives.shiming.createProduct(
                as: lives.job.administrator, code: "of-\(carrier)",
                facts: ProductFacts(
                    name: "of-\(carrier)", carrier: carrier, cardClass: .iotGeneral, traffic: .directed, monthlyMegabytes: 30, voice: false,
                    sms: false, binding: binding))
            let iccids = (0..<3).map { MainJob.iccid(700_000 + $0) }
            _ = try await lives.shiming.createIntake(
                as: lives.job.administrator, IntakeRequest(kind: .existing, batch: "before", product: "of-\(carrier)"),
                body: OneChunk(Array(("ICCID\n" + iccids.joined(separator: "\n") + "\n").utf8)))
            while try await lives.shiming.runNextIntake() {}
            _ = try await lives.shiming.sweepAllLives()
            lives.world.clock.set(try shanghai(2026, 4, 30))
            try await body(Seen(lives: lives, iccids: iccids))
        }
    }

    // MARK: China Unicom

    @Test func `the third change in a month stops for risk, and the fourth again; saying it again stops nothing twice`() async throws {
        try await withCards(of: .unicom) { seen in
            let days = (3...12).map { (card: 0, time: "03-\($0 < 10 ? "0" : "")\($0) 10:00:00", device: $0 % 2) }
            try await seen.see(Array(days.prefix(3)))
            #expect(try await seen.stops() == [])
            try await seen.see(Array(days.prefix(4)))
            #expect(try await seen.stops() == [.risk])
            #expect(try await seen.obstacle(.risk) == nil)
            try await seen.see(Array(days.prefix(4)))
            #expect(try await seen.stops() == [])
            #expect(try await seen.stopped() == 1)
            try await seen.see([days[4]])
            #expect(try await seen.stops() == [.risk])
            #expect(try await seen.stopped() == 2)
            #expect(try await seen.view().events.last?.reason == .risk)
            try await seen.checkStore()
        }
    }

    @Test func `a card used on in its device day by day is stopped by nothing`() async throws {
        try await withCards(of: .unicom) { seen in
            try await seen.see((3...30).map { (0, "03-\($0 < 10 ? "0" : "")\($0) 10:00:00", 0) })
            #expect(try await seen.stops() == [])
            #expect(try await seen.stopped() == 0)
            // Late, but in between: there and back, twice. The days in its own device are known.
            try await seen.see([(0, "03-10 12:00:00", 1)])
            #expect(try await seen.stops() == [])
            try await seen.see([(0, "03-20 12:00:00", 1)])
            #expect(try await seen.stops() == [.risk])
        }
    }

    @Test func `a line that comes late and tells of a change before one that was acted on stops nothing anew`() async throws {
        try await withCards(of: .unicom) { seen in
            try await seen.see([3, 4, 5, 6].map { (0, "03-0\($0) 10:00:00", $0 % 2) })
            #expect(try await seen.obstacle(.risk) == nil)
            try await seen.see([(0, "03-04 08:00:00", 2)])
            #expect(try await seen.stops() == [])
            // Of the month before: another month, and older than what was done.
            try await seen.see([(0, "03-02 10:00:00", 2)])
            #expect(try await seen.stops() == [])
        }
    }

    @Test func `changes count for their calendar month in China`() async throws {
        try await withCards(of: .unicom) { seen in
            try await seen.see([(0, "03-30 10:00:00", 0), (0, "03-31 10:00:00", 1), (0, "03-31 23:59:59", 0), (0, "04-01 00:00:00", 1)])
            #expect(try await seen.stops() == [])
            #expect(try await seen.view().deviceChanges == 1)
            try await seen.see([(0, "04-01 12:00:00", 0), (0, "04-02 12:00:00", 1)])
            #expect(try await seen.stops() == [.risk])
            #expect(try await seen.view().deviceChanges == 3)
        }
    }

    @Test func `stopped for risk already, further changes are no event, and lifting it later is not undone`() async throws {
        try await withCards(of: .unicom) { seen in
            _ = try await seen.shiming.changeLives(as: seen.lives.controller, .numbers([seen.iccids[0]]), LifeWish(.stop, reason: .risk))
            try await seen.see([3, 4, 5, 6].map { (0, "03-0\($0) 10:00:00", $0 % 2) })
            #expect(try await seen.stopped() == 1)
            #expect(try await seen.obstacle(.risk) == nil)
            _ = try await seen.shiming.sweepAllLives()
            #expect(try await seen.stops() == [])
        }
    }

    @Test func `0 switches it off from its day on, and what happened before is judged as it was`() async throws {
        try await withCards(of: .unicom) { seen in
            let lines = [3, 4, 5, 6].map { (card: 0, time: "03-0\($0) 10:00:00", device: $0 % 2) }
            try await seen.set({ $0.deviceChangesUntilRisk = 0 }, carrier: .unicom)
            seen.lives.world.clock.set(try shanghai(2026, 5, 20))
            try await seen.see(lines.map { ($0.card, "05" + $0.time.dropFirst(2), $0.device) })
            #expect(try await seen.stops() == [])
            try await seen.see(lines.map { (1, $0.time, $0.device) })
            #expect(try await seen.stops(1) == [.risk])
        }
    }

    // MARK: China Mobile

    @Test func `stopped in another device, no hand lifts it before the device is declared`() async throws {
        try await withCards(of: .mobile, .firstUse) { seen in
            try await seen.see([(0, "03-03 10:00:00", 0), (0, "03-04 10:00:00", 1)])
            #expect(try await seen.stops() == [.deviceSeparation])
            #expect(try await seen.obstacle(.deviceSeparation) == .rebindingNeeded)
            let choice = try await seen.view().choices.first { $0.command == .resume && $0.reason == .deviceSeparation }
            #expect(choice?.obstacle == .rebindingNeeded)
            let separated = try await seen.view()
            #expect(separated.isInAnotherDevice && separated.bindingMode == .firstUse)
            #expect(separated.changes.map(\.command) == [.changeDevice, .changeSIM])
            #expect(separated.changes.allSatisfy { $0.obstacle == nil })
            #expect(try await seen.declare(1).serves)
            try await seen.see([(0, "04-29 10:00:00", 1)])
            #expect(try await seen.stops() == [])
            #expect(try await seen.view().isInAnotherDevice == false)
        }
        try await withCards(of: .broadnet, .firstUse) { seen in
            try await seen.see([(0, "03-03 10:00:00", 0), (0, "03-04 10:00:00", 1)])
            #expect(try await seen.obstacle(.deviceSeparation) == nil)
        }
    }

    @Test func `a soldered chip is stopped when the day is over, in whatever mode, and for good`() async throws {
        try await withCards(of: .mobile) { seen in
            try await seen.set { $0.deviceChangeIsFinal = true }
            seen.lives.world.clock.set(try shanghai(2026, 5, 4, hour: 18))
            try await seen.see([(0, "05-03 10:00:00", 0), (0, "05-04 10:00:00", 1), (1, "05-03 10:00:00", 0), (1, "05-04 10:00:00", 0)])
            #expect(try await seen.stops() == [])
            try await seen.lives.sweep(at: 2026, 5, 4, hour: 23)
            #expect(try await seen.stops() == [])
            try await seen.lives.sweep(at: 2026, 5, 5)
            #expect(try await seen.stops() == [.deviceSeparation])
            #expect(try await seen.stops(1) == [])
            #expect(try await seen.obstacle(.deviceSeparation) == .deviceFinal)
            let refused = await #expect(throws: Refusal.self) { _ = try await seen.declare(1) }
            #expect(refused?.code == "life-device-final" && refused?.requirements == ["R-IC-09"])
            // Back in its own device it stays stopped.
            seen.lives.world.clock.set(try shanghai(2026, 5, 7))
            try await seen.see([(0, "05-06 10:00:00", 0)])
            #expect(try await seen.stops() == [.deviceSeparation])
            try await seen.checkStore()
        }
    }

    @Test func `a soldered chip in another device than the declared one is stopped the next day too`() async throws {
        try await withCards(of: .mobile, .imeiPool) { seen in
            try await seen.set { $0.deviceChangeIsFinal = true }
            _ = try await seen.declare(0)
            seen.lives.world.clock.set(try shanghai(2026, 5, 4, hour: 18))
            try await seen.see([(0, "05-04 10:00:00", 1)])
            #expect(try await seen.stops() == [])
            try await seen.lives.sweep(at: 2026, 5, 5)
            #expect(try await seen.stops() == [.deviceSeparation])
        }
    }

    @Test func `seen in another device before that became final, it is stopped as any other, and at once`() async throws {
        try await withCards(of: .mobile, .imeiPool) { seen in
            _ = try await seen.declare(0)
            seen.lives.world.clock.set(try shanghai(2026, 5, 4, hour: 12))
            try await seen.set { $0.deviceChangeIsFinal = true }
            seen.lives.world.clock.set(try shanghai(2026, 5, 4, hour: 18))
            try await seen.see([(0, "05-04 10:00:00", 1)])
            #expect(try await seen.stops() == [.deviceSeparation])
        }
    }

    @Test func `a soldered chip stopped for risk on the day of its changes is stopped for good when the day is over`() async throws {
        try await withCards(of: .unicom) { seen in
            try await seen.set { $0.deviceChangeIsFinal = true }
            seen.lives.world.clock.set(try shanghai(2026, 5, 4, hour: 18))
            try await seen.see([(0, "05-04 10:00:00", 0), (0, "05-04 11:00:00", 1), (0, "05-04 12:00:00", 0), (0, "05-04 13:00:00", 1)])
            #expect(try await seen.stops() == [.risk])
            try await seen.lives.sweep(at: 2026, 5, 5)
            #expect(try await Set(seen.stops()) == [.risk, .deviceSeparation])
            #expect(try await seen.obstacle(.risk) == nil)
            #expect(try await seen.stops() == [.deviceSeparation])
            #expect(try await seen.obstacle(.deviceSeparation) == .deviceFinal)
            try await seen.checkStore()
        }
    }

    // MARK: China Telecom

    @Test func `a person's soldered chip is to be verified anew at once, and is stopped for good when the day is over`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await personal.registered()
            let seen = Seen(lives: LifeSteps(job: personal.job), iccids: personal.watches)
            try await seen.set {
                $0.reregistersPersonOnDeviceChange = true
                $0.deviceChangeIsFinal = true
            }
            _ = try await seen.shiming.changeLives(as: seen.lives.controller, .numbers([seen.iccids[0]]), LifeWish(.activate))
            world.clock.set(try shanghai(2026, 4, 5, hour: 18))
            try await seen.see([(0, "04-03 10:00:00", 0), (0, "04-05 10:00:00", 1)])
            #expect(try await seen.stops() == [.reverificationDue])
            try await seen.lives.sweep(at: 2026, 4, 6)
            #expect(try await Set(seen.stops()) == [.reverificationDue, .deviceSeparation])
        }
    }

    @Test func `a person's card in another device: to be verified anew, once a change, and never for a declared one`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await personal.registered()
            let seen = Seen(lives: LifeSteps(job: personal.job), iccids: personal.watches)
            try await seen.set { $0.reregistersPersonOnDeviceChange = true }
            _ = try await seen.shiming.changeLives(as: seen.lives.controller, .numbers([seen.iccids[0]]), LifeWish(.activate))
            world.clock.set(try shanghai(2026, 4, 30))
            try await seen.see([(0, "04-03 10:00:00", 0), (0, "04-04 10:00:00", 0)])
            #expect(try await seen.stops() == [])
            try await seen.see([(0, "04-05 10:00:00", 1)])
            #expect(try await seen.stops() == [.reverificationDue])
            #expect(try await seen.view().notices.map(\.kind) == ["stop-reverification-due"])
            #expect(try await seen.obstacle(.reverificationDue) == nil)
            try await seen.see([(0, "04-05 10:00:00", 1), (0, "04-06 10:00:00", 1), (0, "04-03 11:00:00", 0)])
            #expect(try await seen.stops() == [])
            // Declared before it is changed, it is asked for then, and seen there it is not asked for again.
            #expect(try await !seen.declare(2).serves)
            #expect(try await seen.obstacle(.reverificationDue) == nil)
            world.clock.set(try shanghai(2026, 5, 3))
            try await seen.see([(0, "05-02 10:00:00", 2)])
            #expect(try await seen.stops() == [])
            try await seen.see([(0, "05-02 12:00:00", 0)])
            #expect(try await seen.stops() == [.reverificationDue])
        }
    }

    @Test func `a unit's card of China Telecom's goes on in another device`() async throws {
        try await withCards(of: .telecom) { seen in
            try await seen.see([3, 4, 5, 6, 7].map { (0, "03-0\($0) 10:00:00", $0 % 2) })
            #expect(try await seen.stops() == [])
        }
    }

    @Test func `a card in its tests may be in any device: no change is told of it`() async throws {
        try await withLives { lives, _ in
            try await lives.change(.openTest, [0])
            let seen = Seen(lives: lives, iccids: lives.job.iccids)
            lives.world.clock.set(try shanghai(2026, 3, 9))
            try await seen.see([(0, "03-03 10:00:00", 0), (0, "03-04 10:00:00", 1)])
            #expect(try await seen.view().life.standing.state == .testable)
            #expect(try await seen.view().deviceChanges == 0)
        }
    }

    // MARK: What is looked at

    @Test func `a card once seen in two devices is looked at again where it changes, and not for its use`() async throws {
        try await withCards(of: .unicom) { seen in
            try await seen.see([(0, "03-03 10:00:00", 0), (0, "03-04 10:00:00", 1)])
            let life = try await seen.view().life
            let card = life.subscription
            let other = try #require(life.usage?.firstDevice)
            let own = try #require(life.usage?.device)
            func looks(_ device: Int64, _ day: Int, hour: Int64 = 12) async throws -> [Int64] {
                let used = UsageSummary(UsageFact(at: try shanghai(2026, 3, day, hour: hour), device: device))
                let now = seen.lives.world.clock.now()
                return try await seen.shiming.store.write { try UsageRecords.merge([card: used], at: now, in: $0) }
            }
            #expect(try await looks(own, 4) == [])
            #expect(try await looks(own, 10) == [])
            #expect(try await looks(other, 11) == [card])
            #expect(try await looks(own, 11, hour: 11) == [card], "late, before what was known")
            #expect(try await looks(other, 12) == [])
        }
    }

    // MARK: What is kept

    @Test func `days are kept of a card whose changes are counted, and of no other that stays in its device`() async throws {
        for carrier in [Carrier.unicom, .mobile] {
            try await withCards(of: carrier) { seen in
                try await seen.see((3...9).map { (0, "03-0\($0) 10:00:00", 0) } + [(1, "03-03 10:00:00", 0), (1, "03-04 10:00:00", 1)])
                #expect(try await seen.view(0).life.usage?.sightings.spells.count == (carrier == .unicom ? 7 : 0))
                #expect(try await seen.view(1).life.usage?.sightings.spells.count == 2)
            }
        }
    }

    @Test func `shuffled over many files with repeats, the cards are kept and stopped as in order`() async throws {
        let seed: UInt64 = .random(in: 1...1_000_000)
        var chance = Seeded(state: seed)
        var lines: [(card: Int, time: String, device: Int)] = []
        for card in 0..<3 {
            for day in 3...29 where Int.random(in: 0..<3, using: &chance) > 0 {
                let hour = 10 + Int.random(in: 0..<9, using: &chance)
                lines.append(
                    (card, "03-\(day < 10 ? "0" : "")\(day) \(hour):00:00", Int.random(in: 0..<12, using: &chance) / (9 - 3 * card)))
            }
        }
        for index in lines.indices where lines[index].device > 2 { lines[index].device = 2 }
        let truth = (0..<3).map { card in
            let own = lines.filter { $0.card == card }
            return zip(own, own.dropFirst()).count { $0.device != $1.device }
        }
        var shuffled = (lines + lines.shuffled(using: &chance).prefix(20)).shuffled(using: &chance)
        try await withCards(of: .unicom) { [lines] seen in
            try await seen.see(lines)
            for card in 0..<3 {
                #expect(try await seen.view(card).life.usage?.seen.changes().count == truth[card], "seed \(seed)")
                #expect(try await seen.stops(card) == (truth[card] >= 3 ? [.risk] : []), "seed \(seed)")
            }
        }
        try await withCards(of: .unicom) { seen in
            while !shuffled.isEmpty {
                let batch = Array(shuffled.prefix(.random(in: 1...20, using: &chance)))
                shuffled.removeFirst(batch.count)
                try await seen.see(batch)
            }
            for card in 0..<3 {
                #expect(try await seen.view(card).life.usage?.seen.changes().count == truth[card], "seed \(seed)")
                #expect(try await seen.stops(card) == (truth[card] >= 3 ? [.risk] : []), "seed \(seed)")
                #expect(try await seen.stopped(card) == (truth[card] >= 3 ? 1 : 0), "seed \(seed)")
            }
        }
    }
}
