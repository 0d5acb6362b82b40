import Outbound
import Registry
import Synchronization
import UseCases

/// One call as a carrier wants it, without its host.
struct CarrierCall: Sendable, Unshown {
    let method: String
    /// With its query.
    let path: String
    let headers: [(name: String, value: String)]
    let body: [UInt8]?

    init(_ method: String, _ path: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }
}

/// Why a call brought no answer.
enum CarrierFailure: Error, Hashable, Sendable {
    /// Nothing was told.
    case overQuota(until: Instant)
    /// Nothing was told.
    case unreachable(retryAfterSeconds: Int64)
    /// Nobody was there, so nothing was told.
    case notReached
    /// It was told, and may have taken effect.
    case unclear(CarrierSilence)

    func reply<Value>(as _: Value.Type = Value.self) -> CarrierReply<Value> {
        switch self {
        case .overQuota(let until): .overQuota(until: until)
        case .unreachable(let seconds): .unreachable(retryAfterSeconds: seconds)
        case .notReached: .unreachable(retryAfterSeconds: 30)
        case .unclear(let silence): .unclear(silence)
        }
    }
}

/// Asks one carrier within its quotas and our patience. A question is asked again; a command that may have been told is not.
package final class CarrierClient: Sendable {
    let address: ProviderAddress
    let patience: CarrierPatience
    let clock: any Clock
    let chance: any Chance
    private let transport: any ProviderTransport
    private let waiting: any ProviderPause
    private let gate: RequestGate
    private let breaker: CircuitBreaker
    private let quota: CallQuota
    private let counts = Mutex((asked: Int64(0), answered: Int64(0), failed: Int64(0)))

    package init(
        _ address: ProviderAddress, transport: any ProviderTransport, clock: any Clock = SystemClock(), chance: any Chance = SystemChance(),
        waiting: any ProviderPause = RealPause(), patience: CarrierPatience
    ) {
        self.address = address
        self.transport = transport
        self.clock = clock
        self.chance = chance
        self.waiting = waiting
        self.patience = patience
        // No more under way than may be made in a second: else those under way alone could be too many.
        let most = patience.callsPerSecond > 0 ? min(patience.concurrency, Int(patience.callsPerSecond)) : patience.concurrency
        gate = RequestGate(most, waiting: 10_000)
        breaker = CircuitBreaker(patience.breaker)
        quota = CallQuota(patience)
    }

    func close() async { await transport.close() }

    func state() async -> ProviderState {
        let (state, recent) = breaker.state(at: clock.now())
        let counts = counts.withLock { $0 }
        return ProviderState(
            breaker: state, recentFailures: recent, underWay: await gate.underWay, waiting: await gate.waitingCount, asked: counts.asked,
            answered: counts.answered, failed: counts.failed, costUnits: 0)
    }

    /// - Parameter cards: whom it is about, for quotas of single cards.
    /// - Parameter isCommand: told once at most.
    /// - Parameter make: the call as it is now; times and signatures belong to one attempt.
    func ask(
        about cards: [CarrierCard], isCommand: Bool, _ make: @escaping @Sendable (Instant) -> CarrierCall
    ) async throws(CarrierFailure) -> ProviderReply {
        counts.withLock { $0.asked += 1 }
        do {
            let reply = try await gate.pass { try await self.patiently(cards.map(\.iccid), isCommand, make) }
            counts.withLock { $0.answered += 1 }
            return reply
        } catch {
            counts.withLock { $0.failed += 1 }
            throw error as? CarrierFailure ?? .unreachable(retryAfterSeconds: patience.waitSecondsMax)
        }
    }

    private func patiently(
        _ cards: [String], _ isCommand: Bool, _ make: @Sendable (Instant) -> CarrierCall
    ) async throws(CarrierFailure) -> ProviderReply {
        var tries = 1
        while true {
            let number = try await turn(cards)
            do throws(CarrierFailure) {
                let reply = try await once(make(clock.now()), isCommand)
                quota.end(number, at: clock.now())
                return reply
            } catch {
                quota.end(number, at: clock.now())
                guard tries < patience.tries, let milliseconds = pause(after: tries, error, isCommand) else { throw error }
                try await pause(milliseconds)
            }
            tries += 1
        }
    }

    /// Waits for a place within the quotas, if that is not long.
    private func turn(_ cards: [String]) async throws(CarrierFailure) -> Int {
        while true {
            switch quota.take(cards, at: clock.now()) {
            case .taken(let number): return number
            case .held(let until):
                let milliseconds = until.milliseconds - clock.now().milliseconds
                guard milliseconds <= patience.waitSecondsMax * 1_000 else { throw .overQuota(until: until) }
                try await pause(max(1, milliseconds))
            }
        }
    }

    private func pause(_ milliseconds: Int64) async throws(CarrierFailure) {
        do { try await waiting.pause(milliseconds: milliseconds) } catch { throw .unreachable(retryAfterSeconds: 1) }
    }

    private func once(_ call: CarrierCall, _ isCommand: Bool) async throws(CarrierFailure) -> ProviderReply {
        let now = clock.now()
        let admission: CircuitBreaker.Admission
        do {
            admission = try breaker.admit(at: now)
        } catch {
            throw .unreachable(retryAfterSeconds: error.retryAfterSeconds(at: now) ?? 1)
        }
        let reply: ProviderReply
        do {
            reply = try await transport.send(
                ProviderRequest(method: call.method, url: address.text + call.path, headers: call.headers, body: call.body),
                within: .seconds(patience.timeoutSeconds), bodyMax: patience.answerBytesMax)
        } catch {
            if error == .unavailable(.cancelled) {
                breaker.abandoned(admission)
                throw .unclear(.lost)
            }
            breaker.failed(admission, at: clock.now())
            throw Self.failure(error)
        }
        return try judge(reply, admission)
    }

    private func judge(_ reply: ProviderReply, _ admission: CircuitBreaker.Admission) throws(CarrierFailure) -> ProviderReply {
        let now = clock.now()
        // A sandbox that is believed would make cards of nobody.
        if reply.sandbox != nil, !patience.allowsSandbox {
            breaker.succeeded(admission)
            throw .unclear(.fault(.sandbox))
        }
        switch reply.status {
        case 200...299:
            breaker.succeeded(admission)
            return reply
        case 429, 503:
            let seconds = reply.retryAfter.flatMap { Int64($0) }.map { min(max($0, 1), 3_600) } ?? 60
            breaker.overloaded(admission, seconds: seconds, at: now)
            throw reply.status == 429 ? .overQuota(until: now.adding(seconds: seconds)) : .unreachable(retryAfterSeconds: seconds)
        case 400...499:
            // It answered in its own way; whoever asked reads it.
            breaker.succeeded(admission)
            return reply
        default:
            breaker.failed(admission, at: now)
            throw .unclear(reply.status >= 500 ? .lost : .fault(.status))
        }
    }

    private static func failure(_ error: ProviderFailure) -> CarrierFailure {
        switch error {
        case .unavailable(.notReached): .notReached
        case .malformed(let fault): .unclear(.fault(fault))
        case .unavailable, .overloaded, .refused: .unclear(.lost)
        }
    }

    /// Nil where trying again is of no use, or not allowed.
    private func pause(after tries: Int, _ failure: CarrierFailure, _ isCommand: Bool) -> Int64? {
        let full = patience.firstWaitMilliseconds << Int64(min(tries - 1, 6))
        let jitter = full / 2 == 0 ? 0 : Int64(chance.words().0 % UInt64(full / 2 + 1))
        switch failure {
        // Something between us and the carrier may say so after it passed a command on: that is not told again by itself.
        case .unreachable(let seconds) where !isCommand && seconds <= patience.waitSecondsMax: return seconds * 1_000 + jitter
        case .notReached: return full - jitter
        case .unclear(.lost) where !isCommand: return full - jitter
        case .unreachable, .unclear, .overQuota: return nil
        }
    }
}

extension CarrierClient: CarrierAllowance {
    package var callsPerDay: Int64 { patience.callsPerDay }

    /// A twentieth of a day, as a server that is killed loses what it has.
    package var callsReserved: Int64 { callsPerDay > 0 ? max(20, min(1_000, callsPerDay / 20)) : 0 }

    package var timeoutSeconds: Int64 { patience.timeoutSeconds }
    package var countingSeconds: Int64 { patience.callsPerCardPerMinute > 0 ? 60 : 1 }

    package func isGranted() -> Bool { quota.isGranted(at: clock.now()) }
    package func needsMore() -> Bool { quota.needsMore(than: Self.lastSeconds, calls: callsReserved / 2, at: clock.now()) }
    package func settled() -> CarrierDay { quota.settled(at: clock.now()) }
    package func goOn(after day: CarrierDay) { quota.goOn(after: day) }

    package func grant(seconds: Int64, calls: Int64?) { quota.grant(until: clock.now().adding(seconds: seconds), calls: calls) }

    /// So much of a grant is left when more is asked for: time for what is begun with it.
    private static let lastSeconds: Int64 = 40
}

/// Works on all of them, some at a time, and gives the results in their order.
func inOrder<Item: Sendable, Result: Sendable>(
    _ items: [Item], atOnce: Int, _ work: @escaping @Sendable (Item) async -> Result
) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
        var results = [Result?](repeating: nil, count: items.count)
        var next = 0
        while next < min(max(1, atOnce), items.count) {
            let place = next
            group.addTask { (place, await work(items[place])) }
            next += 1
        }
        for await (place, result) in group {
            results[place] = result
            if next < items.count {
                let place = next
                group.addTask { (place, await work(items[place])) }
                next += 1
            }
        }
        return results.compactMap(\.self)
    }
}

extension Array {
    /// In pieces of at most so many.
    func pieces(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: Swift.max(1, count)).map { Array(self[$0..<Swift.min($0 + Swift.max(1, count), self.count)]) }
    }
}
