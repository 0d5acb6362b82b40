import Registry
import TestKit
import Testing

@testable import API

@Suite("Times on the wire")
struct WireInstantTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1, "1970-01-01T00:00:00.001Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_772_413_200_000, "2026-03-02T01:00:00.000Z"), (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (253_402_300_800_000, "9999-12-31T23:59:59.999Z"),
            (-1, "1970-01-01T00:00:00.000Z"), (Int64.max, "9999-12-31T23:59:59.999Z"), (Int64.min, "1970-01-01T00:00:00.000Z"),
        ] as [(Int64, String)])
    func `an instant is written in UTC with milliseconds`(milliseconds: Int64, text: String) {
        #expect(WireInstant.text(Instant(milliseconds: milliseconds)) == text)
    }

    @Test(arguments: [1, 20_260_302, 77] as [UInt64])
    func `what was written is read as the same instant`(seed: UInt64) {
        let chance = SeededChance(seed: seed)
        for _ in 0..<2_000 {
            // Up to the end of 9998.
            let instant = Instant(milliseconds: Int64(chance.words().0 % 253_370_764_800_000))
            let text = WireInstant.text(instant)
            #expect(WireInstant.parse(text) == instant, "seed \(seed): \(text)")
        }
    }

    @Test(arguments: [
        "", "2026-03-02", "2026-03-02T01:00:00", "2026-03-02 01:00:00Z", "2026-02-29T01:00:00Z", "2026-03-02T24:00:00Z",
        "2026-03-02T01:60:00Z", "2026-03-02T01:00:61Z", "2026-03-02T01:00:00.Z", "2026-03-02T01:00:00.1234567890Z",
        "2026-03-02T01:00:00+25:00", "2026-03-02T01:00:00+0800", "1969-12-31T23:59:59Z", "9999-01-01T00:00:00Z", "２026-03-02T01:00:00Z",
    ])
    func `what is no time of RFC 3339 is not read`(text: String) {
        #expect(WireInstant.parse(text) == nil)
    }
}
