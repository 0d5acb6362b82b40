import Registry
import Synchronization

/// Counts what became of notices since the start, for whoever watches the installation.
package final class NoticeFigures: Sendable {
    package enum Outcome: String, CaseIterable, Sendable {
        case delivered
        /// Not taken, and tried again later.
        case failed
        case refused
        case unaddressed
        case givenUp = "given-up"
    }

    package struct Key: Hashable, Sendable {
        package let channel: NoticeChannel
        package let outcome: Outcome

        package init(channel: NoticeChannel, outcome: Outcome) {
            self.channel = channel
            self.outcome = outcome
        }
    }

    private let counts = Mutex<[Key: Int64]>([:])

    package init() {}

    func count(_ outcome: Outcome, by channel: NoticeChannel) {
        counts.withLock { $0[Key(channel: channel, outcome: outcome), default: 0] += 1 }
    }

    package var all: [Key: Int64] { counts.withLock { $0 } }
}

extension NoticeFigures.Outcome {
    init(_ state: NoticeState) {
        switch state {
        case .waiting: self = .failed
        case .delivered: self = .delivered
        case .refused: self = .refused
        case .unaddressed: self = .unaddressed
        case .givenUp: self = .givenUp
        }
    }
}
