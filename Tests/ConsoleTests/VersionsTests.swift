import Registry
import Testing

@testable import Console

@Suite("How versions stand")
struct VersionsTests {
    /// The newest first, days from now.
    @Test(
        arguments: [
            ([], []),
            ([-5], ["valid"]),
            ([10, -5], ["coming", "valid"]),
            ([0, 10, -5], ["valid", "superseded", "former"]),
            ([10, 10, -5], ["coming", "superseded", "valid"]),
            ([20, 10, -1, -5], ["coming", "coming", "valid", "former"]),
            ([-1, -1, -5], ["valid", "superseded", "former"]),
        ] as [([Int64], [String])])
    func `one that a later one overtook is superseded, whether it ever counted or not`(begins: [Int64], states: [String]) {
        let now = Instant(milliseconds: 1_772_413_200_000)
        let versions = Versions(begins: begins.map { now.adding(days: $0) }, now: now)
        #expect(begins.indices.map { versions.state($0) } == states)
    }

    /// Days from now; the first of those that are newer than the page, then the page.
    @Test(
        arguments: [
            (10, [20, 5, -5], ["superseded", "coming", "valid"]),
            (-1, [20, -1, -5], ["superseded", "superseded", "former"]),
            (0, [0, -1], ["superseded", "former"]),
        ] as [(Int64, [Int64], [String])])
    func `a page further back knows what newer versions took`(newer: Int64, begins: [Int64], states: [String]) {
        let now = Instant(milliseconds: 1_772_413_200_000)
        let versions = Versions(begins: begins.map { now.adding(days: $0) }, newer: now.adding(days: newer), now: now)
        #expect(begins.indices.map { versions.state($0) } == states)
    }
}
