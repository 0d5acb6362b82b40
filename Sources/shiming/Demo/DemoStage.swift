import ArgumentParser
import Synchronization

/// What the server tells the demonstration when it opens, and how the demonstration ended.
final class DemoStage: Sendable {
    private struct State {
        var token: String?
        var failure: ExitCode?
        var isDone = false
    }

    private let state = Mutex(State())
    private let addresses: AsyncStream<String>
    private let continuation: AsyncStream<String>.Continuation

    init() {
        (addresses, continuation) = AsyncStream.makeStream()
    }

    func opened(at address: String) {
        continuation.yield(address)
        continuation.finish()
    }

    func received(token: String) { state.withLock { $0.token = token } }

    /// The address, once the server listens; nil when it never did.
    func address() async -> String? { await addresses.first { _ in true } }
    var token: String? { state.withLock { $0.token } }

    func failed(_ code: ExitCode) { state.withLock { $0.failure = code } }
    func succeeded() { state.withLock { $0.isDone = true } }
    var failure: ExitCode? { state.withLock { $0.failure } }
    var isDone: Bool { state.withLock { $0.isDone } }
}
