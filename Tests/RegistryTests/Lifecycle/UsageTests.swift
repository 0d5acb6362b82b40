import Registry
import Testing

@Suite("What is kept of a card's use")
struct UsageTests {
    private func fold(_ facts: [UsageFact]) throws -> UsageSummary {
        var summary = UsageSummary(try #require(facts.first))
        for fact in facts.dropFirst() { summary.merge(UsageSummary(fact)) }
        return summary
    }

    private func invented(_ chance: inout Seeded) -> UsageFact {
        UsageFact(
            at: Instant(milliseconds: .random(in: 0..<40, using: &chance)),
            month: Bool.random(using: &chance) ? .random(in: 202_601...202_603, using: &chance) : nil,
            kilobytes: .random(in: 0..<100, using: &chance),
            device: Bool.random(using: &chance) ? .random(in: 1...4, using: &chance) : nil,
            region: Bool.random(using: &chance) ? .random(in: 3_101...3_104, using: &chance) : nil)
    }

    @Test(arguments: 1...60)
    func `in any order and repeated the summary is the same`(_ seed: Int) throws {
        var chance = Seeded(state: UInt64(seed))
        let facts = (0..<20).map { _ in invented(&chance) }
        let inOrder = try fold(facts.sorted { $0.at < $1.at })
        for _ in 0..<10 {
            let shuffled = (facts + facts.shuffled(using: &chance).prefix(9)).shuffled(using: &chance)
            #expect(try fold(shuffled) == inOrder, "seed \(seed)")
        }
    }

    @Test func `the volume of an earlier month that comes late changes nothing`() throws {
        let facts = [
            UsageFact(at: Instant(milliseconds: 9), month: 202_603, kilobytes: 5),
            UsageFact(at: Instant(milliseconds: 3), month: 202_602, kilobytes: 900),
        ]
        #expect(try fold(facts).kilobytes == 5)
        #expect(try fold(facts.reversed()).kilobytes == 5)
    }

    @Test func `a card bound to its first device is separated in another, and not when it returns`() throws {
        func seen(_ devices: [(Int64, Int64)]) throws -> UsageSummary {
            try fold(devices.map { UsageFact(at: Instant(milliseconds: $0.0), device: $0.1) })
        }
        let moved = try seen([(1, 35_000_000_000_001), (2, 35_000_000_000_002)])
        #expect(DeviceBinding.isSeparated(.firstUse, declared: nil, usage: moved, since: nil))
        #expect(!DeviceBinding.isSeparated(.none, declared: nil, usage: moved, since: nil))
        let returned = try seen([(1, 35_000_000_000_001), (2, 35_000_000_000_002), (3, 35_000_000_000_001)])
        #expect(!DeviceBinding.isSeparated(.firstUse, declared: nil, usage: returned, since: nil))
    }

    @Test func `a declared device goes before what was seen, and does not judge what was seen before it`() throws {
        let usage = try fold([UsageFact(at: Instant(milliseconds: 5), device: 1)])
        #expect(DeviceBinding.isSeparated(.imeiPool, declared: 2, usage: usage, since: Instant(milliseconds: 4)))
        #expect(!DeviceBinding.isSeparated(.imeiPool, declared: 2, usage: usage, since: Instant(milliseconds: 6)))
        #expect(!DeviceBinding.isSeparated(.imeiPool, declared: 1, usage: usage, since: Instant(milliseconds: 4)))
        #expect(!DeviceBinding.isSeparated(.imeiPool, declared: nil, usage: usage, since: nil))
    }
}
