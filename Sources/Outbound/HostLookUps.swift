import Foundation
import Synchronization

/// Names looked up on a bounded set of threads, few at a time on one behalf: who names slow name servers holds up his own questions, not
/// everybody's. Half of the threads are kept for those who have none, and whose last question was answered late has one only, until one is
/// answered in time: otherwise a handful of them together would hold all.
package final class HostLookUps: Sendable {
    package struct Limits: Sendable {
        /// Look-ups at a time, each on a thread.
        package var threads = 32
        /// Of them on one behalf, those that are waited for no longer among them.
        package var threadsOfOne = 4
        /// Further ones of one that wait for a thread.
        package var waitingOfOne = 32
        /// How long somebody waits for his answer.
        package var patience: Duration = .seconds(5)

        package init() {}
    }

    private struct State {
        var running: [String: Int] = [:]
        var threads = 0
        var waiting: [HostLookUp] = []
        /// Those on a thread whose answer is still waited for.
        var awaited: Set<ObjectIdentifier> = []
        /// On whose behalf the last that was waited for came late.
        var slow: Set<String> = []

        /// Whether a thread is free for this owner.
        func hasThread(for owner: String, _ limits: Limits) -> Bool {
            let own = running[owner, default: 0]
            guard own > 0 else { return threads < limits.threads && limits.threadsOfOne > 0 }
            return own < limits.threadsOfOne && !slow.contains(owner) && threads < limits.threads / 2
        }

        mutating func begin(_ lookUp: HostLookUp) {
            threads += 1
            running[lookUp.owner, default: 0] += 1
            awaited.insert(ObjectIdentifier(lookUp))
        }

        mutating func end(_ lookUp: HostLookUp) {
            threads -= 1
            let left = running[lookUp.owner, default: 1] - 1
            running[lookUp.owner] = left > 0 ? left : nil
        }
    }

    private let limits: Limits
    private let wait: @Sendable (Duration) async throws -> Void
    private let look: @Sendable (_ host: String) -> [NetworkAddress]
    private let state = Mutex(State())

    /// - Parameters:
    ///   - wait: until the patience is over.
    ///   - look: may block for as long as it likes.
    package init(
        _ limits: Limits, wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        look: @escaping @Sendable (_ host: String) -> [NetworkAddress]
    ) {
        self.limits = limits
        self.wait = wait
        self.look = look
    }

    package func addresses(of host: String, for owner: String) async throws(HostLookUpFailure) -> [NetworkAddress] {
        let lookUp = HostLookUp(of: host, for: owner)
        begin(lookUp)
        let watch = Task {
            try await self.wait(self.limits.patience)
            self.giveUp(lookUp, isLate: true)
        }
        defer { watch.cancel() }
        let answer: HostLookUp.Answer = await withTaskCancellationHandler {
            await withCheckedContinuation { lookUp.tell($0) }
        } onCancel: {
            giveUp(lookUp, isLate: false)
        }
        return try answer.get()
    }

    private enum Standing {
        case begun
        case waits
        case refused
    }

    /// A thread takes it, or it waits for one; where too many of the same owner wait it is refused.
    private func begin(_ lookUp: HostLookUp) {
        let standing = state.withLock { state -> Standing in
            if state.hasThread(for: lookUp.owner, limits) {
                state.begin(lookUp)
                return .begun
            }
            guard state.waiting.count(where: { $0.owner == lookUp.owner }) < limits.waitingOfOne else { return .refused }
            state.waiting.append(lookUp)
            return .waits
        }
        switch standing {
        case .begun: Thread.detachNewThread { [self] in work(lookUp) }
        case .waits: break
        case .refused: lookUp.settle(.failure(.crowded))
        }
    }

    /// One look-up after the other, until there is none that may begin.
    private func work(_ first: HostLookUp) {
        var next: HostLookUp? = first
        while let lookUp = next {
            let found = look(lookUp.host)
            state.withLock { state in
                guard state.awaited.remove(ObjectIdentifier(lookUp)) != nil else { return }
                state.slow.remove(lookUp.owner)
            }
            lookUp.settle(.success(found))
            next = takeNext(after: lookUp)
            // Whose owner was slow until now may have more waiting than this thread takes.
            while next != nil, let more = takeNext(after: nil) { Thread.detachNewThread { [self] in work(more) } }
        }
    }

    /// - Parameter ended: whose thread is free now; nil where it is another thread that begins.
    private func takeNext(after ended: HostLookUp?) -> HostLookUp? {
        state.withLock { state in
            if let ended { state.end(ended) }
            guard let index = state.waiting.firstIndex(where: { state.hasThread(for: $0.owner, limits) }) else { return nil }
            let taken = state.waiting.remove(at: index)
            state.begin(taken)
            return taken
        }
    }

    /// Its time is over: a thread that is at it goes on for nobody.
    private func giveUp(_ lookUp: HostLookUp, isLate: Bool) {
        let waited = state.withLock { state -> Bool in
            if let index = state.waiting.firstIndex(where: { $0 === lookUp }) {
                state.waiting.remove(at: index)
                return true
            }
            let wasAwaited = state.awaited.remove(ObjectIdentifier(lookUp)) != nil
            if isLate, wasAwaited { state.slow.insert(lookUp.owner) }
            return false
        }
        lookUp.settle(.failure(waited ? .crowded : .late))
    }
}

/// One question and whoever waits for its answer. The first answer counts.
private final class HostLookUp: Sendable {
    typealias Answer = Result<[NetworkAddress], HostLookUpFailure>

    private struct State {
        var asker: CheckedContinuation<Answer, Never>?
        var answer: Answer?
    }

    let host: String
    let owner: String
    private let state = Mutex(State())

    init(of host: String, for owner: String) {
        self.host = host
        self.owner = owner
    }

    func settle(_ answer: Answer) {
        let asker = state.withLock { state -> CheckedContinuation<Answer, Never>? in
            guard state.answer == nil else { return nil }
            state.answer = answer
            return state.asker
        }
        asker?.resume(returning: answer)
    }

    /// At once, where the answer is there already.
    func tell(_ asker: CheckedContinuation<Answer, Never>) {
        let answer = state.withLock { state -> Answer? in
            state.asker = asker
            return state.answer
        }
        if let answer { asker.resume(returning: answer) }
    }
}
