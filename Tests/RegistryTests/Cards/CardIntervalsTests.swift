import Registry
import Testing

@Suite struct `Card intervals` {
    private func intervals(_ pairs: (Int64, Int64)...) -> CardIntervals {
        CardIntervals(pairs.compactMap { CardInterval($0.0, $0.1) })
    }

    @Test func `an interval that ends before it begins is none`() {
        #expect(CardInterval(2, 1) == nil)
        #expect(CardInterval(2, 2)?.count == 1)
    }

    @Test func `what touches or overlaps becomes one`() {
        #expect(intervals((5, 9), (1, 4)) == intervals((1, 9)))
        #expect(intervals((1, 6), (3, 4)) == intervals((1, 6)))
        #expect(intervals((1, 3), (5, 9)).intervals.count == 2)
    }

    @Test func `single cards in any order are compressed, repeats counted once`() {
        let cards = CardIntervals(subscriptions: [9, 3, 1, 2, 3, 8])
        #expect(cards == intervals((1, 3), (8, 9)))
        #expect(cards.count == 5)
        #expect(Array(cards.subscriptions) == [1, 2, 3, 8, 9])
    }

    @Test func `none of nothing is nothing`() {
        #expect(CardIntervals.none.isEmpty)
        #expect(CardIntervals.none.count == 0)
        #expect(CardIntervals.none.subtracting(intervals((1, 9))) == .none)
        #expect(intervals((1, 9)).intersection(.none) == .none)
        #expect(!CardIntervals.none.contains(1))
    }

    @Test func `a hole divides, a hole at the edge cuts`() {
        #expect(intervals((1, 9)).subtracting(intervals((4, 5))) == intervals((1, 3), (6, 9)))
        #expect(intervals((1, 9)).subtracting(intervals((1, 2), (9, 12))) == intervals((3, 8)))
        #expect(intervals((1, 9), (20, 30)).subtracting(intervals((5, 25))) == intervals((1, 4), (26, 30)))
        #expect(intervals((1, 9)).subtracting(intervals((0, 10))) == .none)
    }

    @Test func `pieces are never wider than asked and hold the same cards`() throws {
        let wide = try #require(CardInterval(3, 20))
        let pieces = wide.pieces(ofAtMost: 7)
        #expect(pieces.map(\.count) == [7, 7, 4])
        #expect(CardIntervals(pieces) == CardIntervals(wide))
    }

    @Test(arguments: UInt64(1)...200)
    func `sets of intervals behave as sets of cards`(seed: UInt64) {
        var chance = Seeded(state: seed)
        func some() -> Set<Int64> {
            let density = Int.random(in: 1...9, using: &chance)
            return Set((0..<60).filter { _ in Int.random(in: 0..<10, using: &chance) < density }.map { Int64($0) })
        }
        let left = some()
        let right = some()
        let one = CardIntervals(subscriptions: left.shuffled(using: &chance))
        let two = CardIntervals(subscriptions: right.shuffled(using: &chance))
        #expect(Set(one.union(two).subscriptions) == left.union(right), "seed \(seed)")
        #expect(Set(one.intersection(two).subscriptions) == left.intersection(right), "seed \(seed)")
        #expect(Set(one.subtracting(two).subscriptions) == left.subtracting(right), "seed \(seed)")
        #expect(one.count == Int64(left.count), "seed \(seed)")
        for card in Int64(-1)...61 { #expect(one.contains(card) == left.contains(card), "seed \(seed), card \(card)") }
        for result in [one.union(two), one.intersection(two), one.subtracting(two)] {
            let isNormal = zip(result.intervals, result.intervals.dropFirst()).allSatisfy { $0.hi + 1 < $1.lo }
            #expect(isNormal, "seed \(seed): sorted, disjoint and not adjacent")
            #expect(result == CardIntervals(subscriptions: result.subscriptions), "seed \(seed): one form for one set")
        }
    }
}
