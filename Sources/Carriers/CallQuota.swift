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

    /// Until when calls may begin and, where a day is limited, how many.
    private struct Grant {
        let until: Instant
        var calls: Int64?
    }

    private struct Memory {
        /// Nil where nothing was granted: then nothing but the quotas limits.
        var grant: Grant?
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

    /// Nobody waits for so long: without a grant nothing is told, and whoever wished it is told so.
    private static let lapsedSeconds: Int64 = 61

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
            if let grant = memory.grant {
                if grant.until <= now { held.append(now.adding(seconds: Self.lapsedSeconds)) }
                if grant.calls == 0 { held.append(now.adding(seconds: 1)) }
            }
            if perDay > 0, used(memory) >= perDay {
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

    // MARK: Several servers, one at a time

    func isGranted(at now: Instant) -> Bool { memory.withLock { $0.grant.map { $0.until > now } ?? false } }

    /// Whether a grant of `seconds` and `calls` has come to its last part; of a day that is used up no more calls are wanted.
    func needsMore(than seconds: Int64, calls: Int64, at now: Instant) -> Bool {
        memory.withLock { memory in
            guard let grant = memory.grant, grant.until > now.adding(seconds: seconds) else { return true }
            guard let left = grant.calls, left < calls else { return false }
            forgetOld(&memory, at: now)
            return used(memory) + left < perDay
        }
    }

    /// The calls of the last day, those under way included. Of a limited day no more begin until there is a grant.
    func settled(at now: Instant) -> CarrierDay {
        memory.withLock { memory in
            forgetOld(&memory, at: now)
            var day = CarrierDay()
            guard perDay > 0 else { return day }
            for (minute, calls) in memory.day { day.add(calls, at: Instant(milliseconds: minute * 60_000)) }
            day.add(memory.underWay, at: now)
            if memory.grant?.calls != nil { memory.grant?.calls = 0 }
            return day
        }
    }

    /// Counts on from what another server counted.
    func goOn(after day: CarrierDay) {
        memory.withLock { memory in
            memory.day = day.minutes.sorted { $0.key < $1.key }.map { (minute: $0.key, calls: $0.value) }
        }
    }

    func grant(until: Instant, calls: Int64?) { memory.withLock { $0.grant = Grant(until: until, calls: calls) } }

    private func used(_ memory: Memory) -> Int64 { memory.day.reduce(memory.underWay) { $0 + $1.calls } }

    private func count(_ memory: inout Memory, _ cards: [String]) -> Int {
        memory.number += 1
        memory.underWay += 1
        if let calls = memory.grant?.calls { memory.grant?.calls = calls - 1 }
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
