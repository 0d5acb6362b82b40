import Foundation
import Synchronization

/// Names looked up on a bounded set of threads, few at a time on one behalf: who names slow name servers holds up his own questions, not
/// everybody's.
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
    }

    private let limits: Limits
    private let look: @Sendable (_ host: String) -> [NetworkAddress]
    private let state = Mutex(State())

    /// - Parameter look: may block for as long as it likes.
    package init(_ limits: Limits, look: @escaping @Sendable (_ host: String) -> [NetworkAddress]) {
        self.limits = limits
        self.look = look
    }

    package func addresses(of host: String, for owner: String) async throws(HostLookUpFailure) -> [NetworkAddress] {
        let lookUp = HostLookUp(of: host, for: owner)
        begin(lookUp)
        let patience = limits.patience
        let watch = Task {
            try await Task.sleep(for: patience)
            self.giveUp(lookUp)
        }
        defer { watch.cancel() }
        let answer: HostLookUp.Answer = await withTaskCancellationHandler {
            await withCheckedContinuation { lookUp.tell($0) }
        } onCancel: {
            giveUp(lookUp)
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
            let own = state.running[lookUp.owner, default: 0]
            if state.threads < limits.threads, own < limits.threadsOfOne {
                state.threads += 1
                state.running[lookUp.owner] = own + 1
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
            lookUp.settle(.success(look(lookUp.host)))
            next = takeNext(after: lookUp)
        }
    }

    private func takeNext(after ended: HostLookUp) -> HostLookUp? {
        state.withLock { state in
            let left = state.running[ended.owner, default: 1] - 1
            state.running[ended.owner] = left > 0 ? left : nil
            guard let index = state.waiting.firstIndex(where: { state.running[$0.owner, default: 0] < limits.threadsOfOne }) else {
                state.threads -= 1
                return nil
            }
            let taken = state.waiting.remove(at: index)
            state.running[taken.owner, default: 0] += 1
            return taken
        }
    }

    /// Its time is over: a thread that is at it goes on for nobody.
    private func giveUp(_ lookUp: HostLookUp) {
        let waited = state.withLock { state in
            guard let index = state.waiting.firstIndex(where: { $0 === lookUp }) else { return false }
            state.waiting.remove(at: index)
            return true
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
