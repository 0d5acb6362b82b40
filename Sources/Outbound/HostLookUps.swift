import Foundation
import Synchronization

/// Names looked up on a bounded set of threads, few at a time on one behalf: who names slow name servers holds up his own questions, not
/// everybody's. Half of the threads are kept for those who have none, and whose last question was answered late has one only, until one is
/// answered in time: otherwise a handful of them together would hold all. However many they are, those who were answered late hold a
/// share of the threads together; and some threads begin only with names that were answered in time before, so that many who come with
/// slow name servers for the first time hold up names that are new, not those that are known to answer.
package final class HostLookUps: Sendable {
    package struct Limits: Sendable {
        /// Look-ups at a time, each on a thread.
        package var threads = 32
        /// Of them on one behalf, those that are waited for no longer among them.
        package var threadsOfOne = 4
        /// Of them together on behalf of all whose last question was answered late.
        package var threadsOfSlow = 8
        /// Of them those that begin with nothing but names that were answered in time before.
        package var threadsForQuick = 8
        /// Such names remembered of one, the last ones.
        package var quickOfOne = 32
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
        /// Which names were answered in time, the last one last. By owner: nobody's names push out another's.
        var quick: [String: [String]] = [:]

        /// Whether a thread is free for this look-up.
        func hasThread(for lookUp: HostLookUp, _ limits: Limits) -> Bool {
            let owner = lookUp.owner
            let own = running[owner, default: 0]
            let isSlow = slow.contains(owner)
            guard own == 0 else { return own < limits.threadsOfOne && !isSlow && threads < limits.threads / 2 }
            guard limits.threadsOfOne > 0, !isSlow || threadsOfSlow < limits.threadsOfSlow else { return false }
            let isQuick = !isSlow && quick[owner, default: []].contains(lookUp.host)
            return threads < (isQuick ? limits.threads : limits.threads - limits.threadsForQuick)
        }

        private var threadsOfSlow: Int { running.reduce(0) { slow.contains($1.key) ? $0 + $1.value : $0 } }

        /// It was answered while somebody waited for it.
        mutating func noteInTime(_ lookUp: HostLookUp, _ limits: Limits) {
            slow.remove(lookUp.owner)
            var names = quick[lookUp.owner, default: []].filter { $0 != lookUp.host }
            names.append(lookUp.host)
            quick[lookUp.owner] = Array(names.suffix(limits.quickOfOne))
        }

        mutating func noteLate(_ lookUp: HostLookUp) {
            slow.insert(lookUp.owner)
            quick[lookUp.owner]?.removeAll { $0 == lookUp.host }
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
            if state.hasThread(for: lookUp, limits) {
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
                state.noteInTime(lookUp, limits)
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
            guard let index = state.waiting.firstIndex(where: { state.hasThread(for: $0, limits) }) else { return nil }
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
            if isLate, wasAwaited { state.noteLate(lookUp) }
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
