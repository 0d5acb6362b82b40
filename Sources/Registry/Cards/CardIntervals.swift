/// Subscriptions from `lo` to `hi`, both included. Cards of one intake are numbered one after the other, so ten thousand of them are
/// one interval rather than ten thousand rows.
package struct CardInterval: Hashable, Sendable {
    package let lo: Int64
    package let hi: Int64

    /// Nil when `hi` lies before `lo`.
    package init?(_ lo: Int64, _ hi: Int64) {
        guard lo <= hi else { return nil }
        self.lo = lo
        self.hi = hi
    }

    package init(_ only: Int64) {
        lo = only
        hi = only
    }

    fileprivate init(checked lo: Int64, _ hi: Int64) {
        self.lo = lo
        self.hi = hi
    }

    package var count: Int64 { hi - lo + 1 }

    package func contains(_ subscription: Int64) -> Bool { lo <= subscription && subscription <= hi }

    /// The same cards in pieces of at most `width`, so that a look-up by card need only search a bounded way back.
    package func pieces(ofAtMost width: Int64) -> [CardInterval] {
        stride(from: lo, through: hi, by: Int(width)).map { CardInterval(checked: $0, min($0 + width - 1, hi)) }
    }
}

/// A set of subscriptions as intervals: sorted, disjoint, no two of them adjacent. Two sets are equal exactly when they hold the same cards.
package struct CardIntervals: Hashable, Sendable {
    package private(set) var intervals: [CardInterval]

    package static let none = CardIntervals(sorted: [])

    private init(sorted intervals: [CardInterval]) {
        self.intervals = intervals
    }

    /// In any order, overlapping or not.
    package init(_ intervals: some Sequence<CardInterval>) {
        self.intervals = Self.merged(intervals.sorted { $0.lo < $1.lo })
    }

    package init(_ interval: CardInterval) {
        intervals = [interval]
    }

    /// Single cards, in any order, repeated or not.
    package init(subscriptions: some Sequence<Int64>) {
        self.intervals = Self.merged(subscriptions.sorted().lazy.map { CardInterval($0) })
    }

    package var isEmpty: Bool { intervals.isEmpty }

    /// How many cards.
    package var count: Int64 { intervals.reduce(0) { $0 + $1.count } }

    package func contains(_ subscription: Int64) -> Bool {
        var low = 0
        var high = intervals.count
        while low < high {
            let middle = (low + high) / 2
            if intervals[middle].hi < subscription { low = middle + 1 } else { high = middle }
        }
        return low < intervals.count && intervals[low].lo <= subscription
    }

    package func union(_ other: CardIntervals) -> CardIntervals {
        CardIntervals(intervals + other.intervals)
    }

    package func intersection(_ other: CardIntervals) -> CardIntervals {
        var common: [CardInterval] = []
        var left = intervals[...]
        var right = other.intervals[...]
        while let one = left.first, let two = right.first {
            if let both = CardInterval(max(one.lo, two.lo), min(one.hi, two.hi)) { common.append(both) }
            if one.hi < two.hi { left.removeFirst() } else { right.removeFirst() }
        }
        return CardIntervals(sorted: common)
    }

    package func subtracting(_ other: CardIntervals) -> CardIntervals {
        var rest: [CardInterval] = []
        var holes = other.intervals[...]
        for interval in intervals {
            var lo = interval.lo
            while let hole = holes.first, hole.hi < lo { holes.removeFirst() }
            for hole in holes {
                guard hole.lo <= interval.hi else { break }
                if let before = CardInterval(lo, hole.lo - 1) { rest.append(before) }
                lo = hole.hi + 1
            }
            if let last = CardInterval(lo, interval.hi) { rest.append(last) }
        }
        return CardIntervals(sorted: rest)
    }

    private static func merged(_ sorted: some Sequence<CardInterval>) -> [CardInterval] {
        var merged: [CardInterval] = []
        for interval in sorted {
            if let last = merged.last, interval.lo <= last.hi + 1 {
                merged[merged.count - 1] = CardInterval(checked: last.lo, max(last.hi, interval.hi))
            } else {
                merged.append(interval)
            }
        }
        return merged
    }
}

extension CardIntervals {
    /// Every card, ascending; made one by one.
    package var subscriptions: some Sequence<Int64> {
        intervals.lazy.flatMap { $0.lo...$0.hi }
    }
}
