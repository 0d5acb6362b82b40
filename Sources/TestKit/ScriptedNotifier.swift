import Registry
import UseCases

/// Answers as it is told, in order, the last again and again; remembers what it was given.
package actor ScriptedNotifier: Notifier {
    package nonisolated let host = "receiver.example.test"
    private var replies: [Result<NoticeReply, ProviderFailure>]
    private var breaker: ProviderState.Breaker = .closed
    package private(set) var sent: [OutgoingNotice] = []
    /// Let run while a notice is being sent, once.
    private var meanwhile: (@Sendable () async throws -> Void)?

    package init(_ replies: Result<NoticeReply, ProviderFailure>...) {
        self.replies = replies.isEmpty ? [.success(.taken)] : replies
    }

    package func say(_ replies: Result<NoticeReply, ProviderFailure>...) { self.replies = replies }
    package func rest(_ breaker: ProviderState.Breaker) { self.breaker = breaker }
    package func whileSending(_ work: @escaping @Sendable () async throws -> Void) { meanwhile = work }

    package func send(_ notice: OutgoingNotice) async throws(ProviderFailure) -> NoticeReply {
        sent.append(notice)
        let reply = replies.count > 1 ? replies.removeFirst() : replies[0]
        if let work = meanwhile {
            meanwhile = nil
            do { try await work() } catch { throw .unavailable(.cancelled) }
        }
        await Task.yield()
        return try reply.get()
    }

    package func state() async -> ProviderState {
        ProviderState(
            breaker: breaker, recentFailures: 0, underWay: 0, waiting: 0, asked: Int64(sent.count), answered: 0, failed: 0, costUnits: 0)
    }
}
