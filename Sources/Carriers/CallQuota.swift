import Registry
import Synchronization

/// Counts calls so that no quota of a carrier is exceeded, by the clock it is told. The carrier counts when a call arrives, which is some
/// time between its beginning and its end: so a call counts from its beginning until a period after its end, and no period of arrivals
/// holds more than it may. A day is counted in minutes, a little too careful, never too bold.
final class CallQuota: Sendable {
    enum Verdict: Hashable, Sendable {
        /// One call may be made; its end is to be told.
        case taken(Int)
        /// None before then.
        case held(until: Instant)
    }

    private struct Call {
        let number: Int
        /// Nil while it is under way.
        var end: Instant?
    }

    private struct Memory {
        var number = 0
        var second: [Call] = []
        /// Minute since 1970, and calls that ended in it; ascending.
        var day: [(minute: Int64, calls: Int64)] = []
        var underWay: Int64 = 0
        var cards: [String: [Call]] = [:]
        var tidyAbove = 100_000
        /// Cards of calls that are under way.
        var about: [Int: [String]] = [:]
    }

    private let perSecond: Int
    private let perDay: Int64
    private let perCard: Int
    private let memory = Mutex(Memory())

    init(_ patience: CarrierPatience) {
        perSecond = Int(patience.callsPerSecond)
        perDay = patience.callsPerDay
        perCard = Int(patience.callsPerCardPerMinute)
    }

    /// One call about these cards.
    func take(_ cards: [String], at now: Instant) -> Verdict {
        memory.withLock { memory in
            forgetOld(&memory, at: now)
            var held: [Instant] = []
            if let until = Self.wait(memory.second, atMost: perSecond, milliseconds: 1_000, at: now) { held.append(until) }
            if perDay > 0, memory.day.reduce(memory.underWay, { $0 + $1.calls }) >= perDay {
                held.append(memory.day.first.map { Instant(milliseconds: ($0.minute + 1_441) * 60_000) } ?? now.adding(seconds: 1))
            }
            for card in cards {
                let calls = (memory.cards[card] ?? []).filter { Self.counts($0, milliseconds: 60_000, at: now) }
                memory.cards[card] = calls.isEmpty ? nil : calls
                if let until = Self.wait(calls, atMost: perCard, milliseconds: 60_000, at: now) { held.append(until) }
            }
            if let until = held.max() { return .held(until: until) }
            return .taken(count(&memory, cards))
        }
    }

    /// The call ended, however it ended.
    func end(_ number: Int, at now: Instant) {
        memory.withLock { memory in
            memory.underWay -= 1
            let minute = now.milliseconds / 60_000
            if perDay > 0, memory.day.last?.minute == minute {
                memory.day[memory.day.count - 1].calls += 1
            } else if perDay > 0 {
                memory.day.append((minute, 1))
            }
            if let place = memory.second.firstIndex(where: { $0.number == number }) { memory.second[place].end = now }
            for card in memory.about.removeValue(forKey: number) ?? [] {
                guard let place = memory.cards[card]?.firstIndex(where: { $0.number == number }) else { continue }
                memory.cards[card]?[place].end = now
            }
        }
    }

    private func count(_ memory: inout Memory, _ cards: [String]) -> Int {
        memory.number += 1
        memory.underWay += 1
        let call = Call(number: memory.number)
        if perSecond > 0 { memory.second.append(call) }
        if perCard > 0 {
            for card in cards { memory.cards[card, default: []].append(call) }
            memory.about[call.number] = cards
        }
        return call.number
    }

    private func forgetOld(_ memory: inout Memory, at now: Instant) {
        memory.second.removeAll { !Self.counts($0, milliseconds: 1_000, at: now) }
        memory.day.removeAll { $0.minute < now.milliseconds / 60_000 - 1_440 }
        guard memory.cards.count > memory.tidyAbove else { return }
        memory.cards = memory.cards.filter { $0.value.contains { Self.counts($0, milliseconds: 60_000, at: now) } }
        // Where as many as that count still, not every next call looks through them all.
        memory.tidyAbove = max(100_000, memory.cards.count * 2)
    }

    private static func counts(_ call: Call, milliseconds: Int64, at now: Instant) -> Bool {
        call.end.map { $0.milliseconds > now.milliseconds - milliseconds } ?? true
    }

    /// From when on one more may begin; nil for now. Where calls under way alone are too many, a moment later.
    private static func wait(_ calls: [Call], atMost most: Int, milliseconds: Int64, at now: Instant) -> Instant? {
        guard most > 0, calls.count >= most else { return nil }
        let ends = calls.compactMap(\.end).sorted()
        let needed = calls.count - most
        guard needed < ends.count else { return now.adding(seconds: 1) }
        return Instant(milliseconds: ends[needed].milliseconds + milliseconds)
    }
}
