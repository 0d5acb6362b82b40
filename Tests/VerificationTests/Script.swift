import Registry
import Synchronization
import TestKit
import UseCases

@testable import Outbound
@testable import Verification

/// Replies in place of the network, in order; the last repeats.
final class Script: ProviderTransport {
    private let replies: [ProviderReply]
    private let seen = Mutex<[ProviderRequest]>([])
    private let granted = Mutex<[Duration]>([])
    private let clock = MovedClock()
    private let takesSeconds: Int64
    /// How long each attempt was to take at most.
    var limits: [Duration] { granted.withLock { $0 } }
    var requests: [ProviderRequest] { seen.withLock { $0 } }

    /// - Parameter seconds: how long each reply takes.
    init(_ replies: [ProviderReply], takes seconds: Int64 = 0) {
        self.replies = replies
        takesSeconds = seconds
    }

    func send(_ request: ProviderRequest, within limit: Duration, bodyMax: Int) async throws(ProviderFailure) -> ProviderReply {
        let number = seen.withLock { seen in
            seen.append(request)
            return seen.count - 1
        }
        granted.withLock { $0.append(limit) }
        clock.move(seconds: takesSeconds)
        return replies[min(number, replies.count - 1)]
    }

    func close() async {}

    func provider(_ tuned: (inout ProviderPatience) -> Void = { _ in }) throws -> HTTPProvider {
        var patience = ProviderPatience()
        patience.tries = 1
        tuned(&patience)
        return HTTPProvider(
            try ProviderClient(
                try ProviderAddress("https://provider.example/adapter"), key: .environment("KEY"), environment: ["KEY": Asking.key],
                transport: self, clock: clock, waiting: MovingPause(clock), patience: patience))
    }
}

extension ProviderReply {
    /// A success with this text.
    static func answer(_ text: String, status: Int = 200) -> ProviderReply { ProviderReply(status: status, body: Array(text.utf8)) }
}
