/// How many calls a connection made in the last day, by the minute in which they ended.
package struct CarrierDay: Hashable, Sendable {
    /// Minutes since 1970, and calls.
    package private(set) var minutes: [Int64: Int64] = [:]

    package init() {}

    package var total: Int64 { minutes.values.reduce(0, +) }

    package mutating func add(_ calls: Int64, at instant: Instant) {
        guard calls > 0 else { return }
        minutes[instant.milliseconds / 60_000, default: 0] += calls
    }

    /// What is more than a day old counts no more.
    package mutating func forget(at now: Instant) {
        minutes = minutes.filter { $0.key >= now.milliseconds / 60_000 - 1_440 }
    }
}

extension CarrierDay {
    /// As it stands in the database: `minute:calls`, separated by commas, ascending.
    package var text: String { minutes.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: ",") }

    /// nil when this is no day's count.
    package init?(text: String) {
        for part in text.split(separator: ",") {
            let numbers = part.split(separator: ":", omittingEmptySubsequences: false)
            guard numbers.count == 2, let minute = Int64(numbers[0]), let calls = Int64(numbers[1]), calls > 0, minutes[minute] == nil
            else {
                return nil
            }
            minutes[minute] = calls
        }
    }
}
