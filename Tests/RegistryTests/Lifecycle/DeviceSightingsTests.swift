import Numbers
import Registry
import Testing

private struct Line: Hashable {
    let at: Instant
    let device: Int64

    var day: String { CivilDate(shanghaiAt: at.milliseconds)?.description ?? "" }
    var month: String { String(day.prefix(7)) }
}

@Suite("R-IC-08: in which devices a card was seen")
struct DeviceSightingsTests {
    private func sightings(_ lines: [Line]) -> DeviceSightings {
        var whole = DeviceSightings()
        for line in lines { whole.merge(DeviceSightings(device: line.device, at: line.at)) }
        return whole
    }

    /// How often neighbours differ, month by month: the lines laid out in time, and nothing clever.
    private func changes(_ lines: [Line]) -> [String: Int] {
        let ordered = Set(lines).sorted { ($0.at, $0.device) < ($1.at, $1.device) }
        return zip(ordered, ordered.dropFirst()).reduce(into: [:]) { counts, pair in
            if pair.0.device != pair.1.device { counts[pair.1.month, default: 0] += 1 }
        }
    }

    private func counted(_ sightings: DeviceSightings) -> [String: Int] {
        sightings.changes().reduce(into: [:]) { $0[Line(at: $1.at, device: 0).month, default: 0] += 1 }
    }

    /// Lines of two neighbouring months, each at a time of its own.
    private func invented(_ chance: inout Seeded, aDay: Int) throws -> [Line] {
        let begin = try shanghai(2026, 2, 1)
        return Set(
            (0..<59).flatMap { day in
                (0..<Int.random(in: 0...aDay, using: &chance)).map { _ in
                    begin.adding(days: Int64(day)).adding(seconds: .random(in: 0..<86_400, using: &chance))
                }
            }
        ).sorted().map { Line(at: $0, device: .random(in: 1...3, using: &chance)) }
    }

    @Test(arguments: 1...80)
    func `in any order, batch and number the lines are the same sightings, and count what the model counts`(_ seed: Int) throws {
        var chance = Seeded(state: UInt64(seed))
        let lines = try invented(&chance, aDay: 2)
        let inOrder = sightings(lines)
        // Two a day of a device are all that is kept of it: nothing is lost of so few.
        #expect(counted(inOrder) == changes(lines), "seed \(seed)")
        for _ in 0..<5 {
            var left = (lines + lines.shuffled(using: &chance).prefix(20)).shuffled(using: &chance)[...]
            var whole = DeviceSightings()
            while !left.isEmpty {
                let batch = left.prefix(.random(in: 1...30, using: &chance))
                left = left.dropFirst(batch.count)
                whole.merge(sightings(Array(batch)))
            }
            #expect(whole == inOrder, "seed \(seed)")
        }
        #expect(DeviceSightings(bytes: inOrder.bytes) == inOrder, "seed \(seed)")
    }

    @Test(arguments: 1...40)
    func `of a crowded day the first and last times of each device count, and no change that did not happen`(_ seed: Int) throws {
        var chance = Seeded(state: UInt64(seed))
        let lines = try invented(&chance, aDay: 9)
        let (found, truth) = (counted(sightings(lines)), changes(lines))
        let kept = Dictionary(grouping: lines) { "\($0.day) \($0.device)" }.values.flatMap { day -> [Line] in
            let ordered = day.sorted { $0.at < $1.at }
            return [ordered[0], ordered[ordered.count - 1]]
        }
        #expect(found == changes(kept), "seed \(seed)")
        for (month, count) in found { #expect(count <= truth[month] ?? 0, "seed \(seed)") }
    }

    @Test(arguments: 1...40)
    func `what was two months ago comes back by no late line`(_ seed: Int) throws {
        var chance = Seeded(state: UInt64(seed))
        let old = try invented(&chance, aDay: 2)
        let fresh = [Line(at: try shanghai(2026, 5, 1, hour: 9), device: 1), Line(at: try shanghai(2026, 5, 2, hour: 9), device: 2)]
        let inOrder = sightings(old + fresh)
        #expect(sightings((old + fresh).shuffled(using: &chance)) == inOrder, "seed \(seed)")
        #expect(inOrder.spells.count <= 3)
        let arrived = old.last.map { $0.device != 1 } ?? false
        #expect(counted(inOrder)["2026-05"] == (arrived ? 2 : 1), "seed \(seed)")
    }

    @Test func `at one time in two devices, a card is moved to and fro by nobody`() throws {
        let noon = try shanghai(2026, 3, 2, hour: 12)
        let (before, after) = (noon.adding(seconds: -60), noon.adding(seconds: 60))
        let both = sightings([
            Line(at: before, device: 2), Line(at: noon, device: 1), Line(at: noon, device: 2), Line(at: after, device: 1),
        ])
        #expect(both.changes().map(\.device) == [1])
    }

    @Test func `bytes that are cut short are no sightings`() throws {
        let bytes = sightings([Line(at: try shanghai(2026, 3, 2), device: 35_440_311_000_001)]).bytes
        #expect(bytes.count == 15)
        for count in 1..<bytes.count { #expect(DeviceSightings(bytes: Array(bytes.prefix(count))) == nil) }
        #expect(DeviceSightings(bytes: [])?.isEmpty == true)
    }

    @Test func `what was seen in somebody else's time with the number is not the card's`() throws {
        var usage = UsageSummary(UsageFact(at: try shanghai(2026, 2, 1), device: 7))
        usage.merge(UsageSummary(UsageFact(at: try shanghai(2026, 3, 3), device: 8)))
        usage.forgetDevices(before: try shanghai(2026, 3, 1))
        #expect(usage.firstDevice == 8 && usage.seen.changes().isEmpty)
        usage.forgetDevices(before: try shanghai(2026, 4, 1))
        #expect(usage.device == nil && usage.seen.isEmpty)
    }
}

@Suite("R-IC-08, R-IC-09: what each carrier makes of another device")
struct DeviceRuleTests {
    private static let carriers: [Carrier] = [.mobile, .telecom, .unicom, .broadnet]

    /// Seen at noon of these days of March in these devices.
    private func seen(_ days: [(Int, Int64)]) throws -> DeviceSightings {
        var whole = DeviceSightings()
        for (day, device) in days { whole.merge(DeviceSightings(device: device, at: try shanghai(2026, 3, day, hour: 12))) }
        return whole
    }

    private func reasons(
        _ carrier: Carrier, _ days: [(Int, Int64)], isPersonal: Bool = true, settled: Int? = nil, declared: (Int64, Int)? = nil,
        tested: Int? = nil, held: Int? = 1, set: LifeSetting = LifeSetting()
    ) throws -> [StopReason] {
        let facts = DeviceRule.Facts(
            try seen(days), testedUntil: try tested.map { try shanghai(2026, 3, $0) },
            settledUntil: try settled.map { try shanghai(2026, 3, $0, hour: 12) },
            declared: try declared.map { ($0.0, try shanghai(2026, 3, $0.1)) }, heldSince: try held.map { try shanghai(2026, 3, $0) },
            isPersonal: isPersonal)
        return DeviceRule.finding(facts) { _ in LifePeriods([set], of: carrier) }?.reasons ?? []
    }

    @Test(arguments: carriers)
    func `one change: a person's card of China Telecom's is registered again, and nothing follows elsewhere`(_ carrier: Carrier) throws {
        #expect(try reasons(carrier, [(2, 1), (3, 1), (4, 2)]) == (carrier == .telecom ? [.reverificationDue] : []))
        #expect(try reasons(carrier, [(2, 1), (3, 1), (4, 2)], isPersonal: false) == [])
        #expect(try reasons(carrier, [(2, 1), (3, 1), (4, 1)]) == [])
    }

    @Test(arguments: carriers)
    func `the third change of a month and every further one: China Unicom's is stopped for risk`(_ carrier: Carrier) throws {
        let third = [(2, 1), (3, 2), (4, 1), (5, 2)] as [(Int, Int64)]
        #expect(try reasons(carrier, Array(third.dropLast()), isPersonal: false) == [])
        #expect(try reasons(carrier, third, isPersonal: false) == (carrier == .unicom ? [.risk] : []))
        #expect(try reasons(carrier, third, isPersonal: false, settled: 5) == [])
        #expect(try reasons(carrier, third + [(9, 1)], isPersonal: false, settled: 5) == (carrier == .unicom ? [.risk] : []))
    }

    @Test func `a month counts for itself`() throws {
        var sightings = try seen([(30, 1), (31, 2)])
        for (day, device) in [(1, 1), (2, 2)] as [(Int, Int64)] {
            sightings.merge(DeviceSightings(device: device, at: try shanghai(2026, 4, day, hour: 12)))
        }
        #expect(DeviceRule.finding(DeviceRule.Facts(sightings)) { _ in LifePeriods(of: .unicom) } == nil)
        sightings.merge(DeviceSightings(device: 3, at: try shanghai(2026, 4, 30, hour: 23)))
        #expect(DeviceRule.finding(DeviceRule.Facts(sightings)) { _ in LifePeriods(of: .unicom) }?.reasons == [.risk])
    }

    @Test func `who declared it was asked then, and who began to answer after it was verified after it`() throws {
        let moved = [(2, 1), (4, 2)] as [(Int, Int64)]
        #expect(try reasons(.telecom, moved, declared: (2, 3)) == [])
        #expect(try reasons(.telecom, moved, declared: (2, 5)) == [])
        #expect(try reasons(.telecom, moved, declared: (1, 3)) == [.reverificationDue])
        #expect(try reasons(.telecom, moved, held: 5) == [])
        #expect(try reasons(.telecom, moved, held: 3) == [], "where it was before was another's matter")
        #expect(try reasons(.telecom, moved, held: nil) == [])
        // Whoever has had it from its first day on, tests or none, answers for each change.
        #expect(try reasons(.telecom, moved, held: 2) == [.reverificationDue])
        #expect(try reasons(.telecom, moved, tested: 2, held: 1) == [.reverificationDue])
        #expect(try reasons(.telecom, moved + [(6, 1)], held: 3) == [.reverificationDue], "from then on it is his")
        #expect(try reasons(.telecom, moved + [(6, 1)], declared: (2, 3)) == [.reverificationDue])
    }

    @Test func `during tests a card may be in any device, R-IC-07`() throws {
        let moved = [(2, 1), (3, 2), (4, 3), (5, 4)] as [(Int, Int64)]
        #expect(try reasons(.unicom, moved, tested: 5) == [])
        #expect(try reasons(.unicom, moved, tested: 2) == [.risk])
        #expect(try reasons(.telecom, moved, tested: 5) == [])
    }

    @Test func `what is set goes before the carrier's own, and 0 is never`() throws {
        var set = LifeSetting()
        set.deviceChangesUntilRisk = 0
        #expect(try reasons(.unicom, [(2, 1), (3, 2), (4, 1), (5, 2)], isPersonal: false, set: set) == [])
        set.deviceChangesUntilRisk = 1
        set.reregistersPersonOnDeviceChange = true
        #expect(try reasons(.mobile, [(2, 1), (3, 2)], set: set) == [.risk, .reverificationDue])
        set.deviceChangesUntilRisk = 100
        #expect(set.faults.map(\.pointer) == ["/setting/deviceChangesUntilRisk"])
        #expect(LifeSetting(json: set.json) == set)
    }

    @Test func `a change is judged by what was valid when it happened`() throws {
        let facts = DeviceRule.Facts(try seen([(2, 1), (4, 2), (8, 1)]), heldSince: try shanghai(2026, 3, 1), isPersonal: true)
        let fifth = try shanghai(2026, 3, 5)
        let later = DeviceRule.finding(facts) { LifePeriods(of: $0 < fifth ? .telecom : .broadnet) }
        #expect(later?.reasons == [.reverificationDue])
        let before = DeviceRule.finding(DeviceRule.Facts(try seen([(2, 1), (4, 2)]), heldSince: fifth.adding(days: -4), isPersonal: true)) {
            LifePeriods(of: $0 < fifth ? .broadnet : .telecom)
        }
        #expect(before == nil)
    }

    @Test func `a soldered chip is stopped when the day of the change has ended, R-IC-09`() throws {
        var set = LifeSetting()
        set.deviceChangeIsFinal = true
        let facts = DeviceRule.Facts(try seen([(2, 1), (4, 2), (8, 1)]))
        let fifth = try shanghai(2026, 3, 5)
        #expect(DeviceRule.finalStop(facts) { _ in LifePeriods([set], of: .mobile) } == fifth)
        #expect(DeviceRule.finalStop(facts) { _ in LifePeriods(of: .mobile) } == nil)
        #expect(DeviceRule.finalStop(DeviceRule.Facts(try seen([(2, 1), (4, 1)]))) { _ in LifePeriods([set], of: .mobile) } == nil)
        // What else was done about the change does not settle it.
        let settled = DeviceRule.Facts(try seen([(2, 1), (4, 2)]), settledUntil: fifth)
        #expect(DeviceRule.finalStop(settled) { _ in LifePeriods([set], of: .mobile) } == fifth)
        // It became final after the change.
        #expect(DeviceRule.finalStop(settled) { LifePeriods($0 < fifth ? [] : [set], of: .mobile) } == nil)
    }

    @Test(arguments: carriers)
    func `stopped in another device, China Mobile's card goes on once its device is declared`(_ carrier: Carrier) throws {
        let stopped = LifeStanding(.active, StopReasons([.deviceSeparation]))
        var context = LifeContext(isHeld: true, reason: .deviceSeparation, periods: LifePeriods(of: carrier))
        let byHand = Result { () throws(LifeRefused) in try stopped.decide(.resume, context).after.serves }
        #expect(byHand == (carrier == .mobile ? .failure(LifeRefused(.rebindingNeeded)) : .success(true)))
        #expect(try stopped.decide(.changeDevice, context).after.serves)
        context.isRebound = true
        #expect(try stopped.decide(.resume, context).after.serves)
    }

    @Test func `a soldered chip goes on by nothing, R-IC-09`() throws {
        let stopped = LifeStanding(.active, StopReasons([.deviceSeparation, .risk]))
        var context = LifeContext(isHeld: true, reason: .deviceSeparation, isRebound: true)
        context.periods.deviceChangeIsFinal = true
        for command in [LifeCommand.resume, .changeDevice] {
            #expect(throws: LifeRefused(.deviceFinal)) { try stopped.decide(command, context) }
        }
        context.reason = .risk
        #expect(try stopped.decide(.resume, context).after.stops == StopReasons([.deviceSeparation]))
        #expect(try LifeStanding(.active).decide(.changeDevice, context).after.serves)
    }

    @Test(arguments: carriers)
    func `a declared device demands a person's verification with China Telecom, and never a unit's`(_ carrier: Carrier) throws {
        for isPersonal in [true, false] {
            let context = LifeContext(isHeld: true, periods: LifePeriods(of: carrier), isPersonal: isPersonal)
            let after = try LifeStanding(.active).decide(.changeDevice, context).after
            #expect(after.stops == StopReasons(carrier == .telecom && isPersonal ? [.reverificationDue] : []))
        }
    }
}

private func shanghai(_ year: Int, _ month: Int, _ day: Int, hour: Int64 = 0) throws -> Instant {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    return Instant(milliseconds: date.shanghaiMidnight + hour * 3_600_000)
}
