import Outbound
import Registry
import Synchronization
import UseCases

/// Asks one provider. Every question carries its request id and the contract promises the same answer to it, so what fails on the way is
/// tried again; what the provider said is not.
package final class ProviderClient: Sendable {
    let address: ProviderAddress
    let patience: ProviderPatience
    private let source: ProviderKeySource
    private let key: Mutex<ProviderKey>
    private let transport: any ProviderTransport
    private let clock: any Clock
    private let chance: any Chance
    private let waiting: any ProviderPause
    private let gate: RequestGate
    private let breaker: CircuitBreaker
    private let figures = ProviderFigures()

    /// Throws `ProviderKeyRefusal`.
    package init(
        _ address: ProviderAddress, key source: ProviderKeySource, environment: [String: String], transport: any ProviderTransport,
        clock: any Clock = SystemClock(), chance: any Chance = SystemChance(), waiting: any ProviderPause = RealPause(),
        patience: ProviderPatience = ProviderPatience()
    ) throws(ProviderKeyRefusal) {
        self.address = address
        self.source = source
        key = Mutex(try source.load(environment: environment))
        self.transport = transport
        self.clock = clock
        self.chance = chance
        self.waiting = waiting
        self.patience = patience
        gate = RequestGate(patience.requestsMax, waiting: patience.requestsMax * 8)
        breaker = CircuitBreaker(patience.breaker)
    }

    package func close() async { await transport.close() }

    func state() async -> ProviderState {
        let (state, recent) = breaker.state(at: clock.now())
        let counts = figures.all
        return ProviderState(
            breaker: state, recentFailures: recent, underWay: await gate.underWay, waiting: await gate.waitingCount, asked: counts.asked,
            answered: counts.answered, failed: counts.failed, costUnits: counts.costUnits)
    }

    func charge(_ units: Int64, for id: VerificationRequestID) { figures.charge(units, for: id) }

    /// Whether a sandbox answers there, as it says itself. Asked once, apart from the questions: it waits for no turn, and neither counts nor
    /// opens the breaker.
    func isSandbox(within limit: Duration) async throws(ProviderFailure) -> Bool {
        let request = ProviderRequest(method: "GET", url: address.text + "/v1/description", key: key.withLock { $0 }, body: nil)
        let reply = try await transport.send(request, within: limit, bodyMax: patience.answerBytesMax)
        // In the head it may be said of a refusal too, whatever the key.
        if let said = reply.sandbox, said != "false" { return true }
        guard reply.status == 200 else { throw ReplyStatus.failure(reply) }
        guard reply.mediaType == "application/json" else { throw .malformed(.unreadable) }
        let answer = try AnswerBody(reply.body, bytesMax: patience.answerBytesMax)
        if try answer.flag("sandbox") { return true }
        _ = try answer.provider()
        return false
    }

    /// - Parameter read: believes the body of a success, or throws why not.
    func ask<Answer: Sendable>(
        _ method: String, _ path: String, body: [UInt8]? = nil, success: Int = 200,
        read: @escaping @Sendable (AnswerBody) throws(ProviderFailure) -> Answer
    ) async throws(ProviderFailure) -> Answer {
        figures.asks()
        let end = clock.now().adding(seconds: patience.totalSeconds)
        do {
            let answer = try await gate.pass {
                try await self.patiently(method, path, body: body, until: end, success: success, read: read)
            }
            figures.answers()
            return answer
        } catch let failure as ProviderFailure {
            figures.fails()
            throw failure
        } catch is RequestGateFull {
            figures.fails()
            throw .overloaded(retryAfterSeconds: patience.waitSecondsMax)
        } catch {
            figures.fails()
            throw .unavailable(.cancelled)
        }
    }

    private func patiently<Answer>(
        _ method: String, _ path: String, body: [UInt8]?, until end: Instant, success: Int,
        read: (AnswerBody) throws(ProviderFailure) -> Answer
    ) async throws(ProviderFailure) -> Answer {
        // Its turn came too late.
        guard clock.now() < end else { throw .overloaded(retryAfterSeconds: patience.waitSecondsMax) }
        var tries = 1
        var hasReloaded = false
        while true {
            let used = key.withLock { $0 }
            do throws(ProviderFailure) {
                let request = ProviderRequest(method: method, url: address.text + path, key: used, body: body)
                let left = Duration.milliseconds(max(1, end.milliseconds - clock.now().milliseconds))
                return try await once(request, within: min(patience.timeout, left), success: success, read: read)
            } catch {
                // The key in the file may have been renewed meanwhile.
                if error == .refused(.credentials), !hasReloaded, reload(used) {
                    hasReloaded = true
                    continue
                }
                guard tries < patience.tries, let milliseconds = wait(after: tries, error),
                    clock.now().milliseconds + milliseconds < end.milliseconds
                else { throw error }
                do { try await waiting.pause(milliseconds: milliseconds) } catch { throw .unavailable(.cancelled) }
            }
            tries += 1
        }
    }

    private func once<Answer>(
        _ request: ProviderRequest, within limit: Duration, success: Int, read: (AnswerBody) throws(ProviderFailure) -> Answer
    ) async throws(ProviderFailure) -> Answer {
        let admission = try breaker.admit(at: clock.now())
        do throws(ProviderFailure) {
            let reply = try await transport.send(request, within: limit, bodyMax: patience.answerBytesMax)
            guard reply.status == success else { throw ReplyStatus.failure(reply) }
            guard reply.mediaType == "application/json" else { throw .malformed(.unreadable) }
            let answer = try read(try AnswerBody(reply.body, bytesMax: patience.answerBytesMax))
            breaker.succeeded(admission)
            return answer
        } catch {
            breaker.failed(admission, by: error, at: clock.now())
            throw error
        }
    }

    /// Nil where trying again is of no use, or would take too long.
    private func wait(after tries: Int, _ failure: ProviderFailure) -> Int64? {
        let full = patience.firstWaitMilliseconds << Int64(min(tries - 1, 6))
        let jitter = full / 2 == 0 ? 0 : Int64(chance.words().0 % UInt64(full / 2 + 1))
        switch failure {
        case .unavailable(.noConnection), .unavailable(.notReached), .unavailable(.timedOut), .unavailable(.serverError):
            return full - jitter
        case .overloaded(let seconds) where seconds <= patience.waitSecondsMax: return seconds * 1_000 + jitter
        default: return nil
        }
    }

    /// Whether there is another key than the one that was refused.
    private func reload(_ refused: ProviderKey) -> Bool {
        guard case .file = source, let fresh = try? source.load(), fresh != refused else { return false }
        key.withLock { $0 = fresh }
        return true
    }
}
