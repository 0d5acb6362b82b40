import Ledger
import Registry
import UseCases

/// What the simulated carriers are like, and what they do wrong on demand.
package struct CarrierScenario: Sendable {
    package static let none = CarrierScenario()

    package struct Notices: Hashable, Sendable {
        /// An installation: `http://127.0.0.1:8080`.
        package var to: String
        /// So many of a hundred are never sent, and so many twice.
        package var lostPercent: Int64 = 0
        package var doubledPercent: Int64 = 0

        package init(to: String, lostPercent: Int64 = 0, doubledPercent: Int64 = 0) {
            self.to = to
            self.lostPercent = lostPercent
            self.doubledPercent = doubledPercent
        }
    }

    package enum Kind: String, CaseIterable, Sendable { case query, command, all }

    package struct Step: Sendable {
        package var on: CarrierSystem?
        package var kind = Kind.all
        /// How many calls it decides; nil for ever.
        package var times: Int?
        /// Of a hundred calls that it could decide; nil for all.
        package var percent: Int64?
        package var fault: CarrierFault?
        package var latencyMilliseconds: Int64 = 0
        package var retryAfterSeconds: Int64 = 1

        package init(
            on: CarrierSystem? = nil, kind: Kind = .all, times: Int? = nil, percent: Int64? = nil, fault: CarrierFault? = nil
        ) {
            self.on = on
            self.kind = kind
            self.times = times
            self.percent = percent
            self.fault = fault
        }
    }

    package var seed: UInt64 = 1
    /// What was taken on comes into effect after so long, drawn from between.
    package var effectSeconds: ClosedRange<Int64> = 5...20
    /// Between two operations on one card.
    package var windowSeconds: Int64 = 180
    /// Whether a card that stands as wished is operated on once more, for whoever tells it again.
    package var repeats = false
    /// Calls a second of one system; 0 is without limit. What exceeds it is refused and counted.
    package var callsPerSecond: Int64 = 0
    package var callsPerDay: Int64 = 0
    /// Questions about the state of one card, of whoever serves the generic contract (PEERS §3.6); 0 is without limit.
    package var callsPerCardPerMinute: Int64 = 0
    /// Life of a token, and of a link.
    package var tokenSeconds: Int64 = 7_200
    package var linkSeconds: Int64 = 1_800
    /// Hours of the night in China in which everybody is refused; nil for none.
    package var maintenance: Range<Int64>?
    /// Whom changes are told, and how badly; nil for nobody.
    package var notices: Notices?
    package var steps: [Step] = []
    package var cards: [SimulatedCard] = []

    package init() {}
}

/// What a carrier may do wrong, on demand. The first happen before a call is looked at, the others after it took effect.
package enum CarrierFault: String, CaseIterable, Sendable {
    case unavailable
    case tooMany = "too-many"
    case broken
    /// The signature or token is said to be wrong.
    case credentials
    case tokenExpired = "token-expired"
    /// A code of failure nobody has seen.
    case unknownCode = "unknown-code"

    /// It took effect, and the connection ends in the midst of the answer.
    case drop
    case stall
    case redirect
    case notJSON = "not-json"
    case cut
    case twice
    case tooLarge = "too-large"
    /// A state nobody has seen.
    case unknownState = "unknown-state"
    /// Items in another order than asked for.
    case reversed
    /// One item is left out.
    case missing
    /// One item stands twice, and says two things.
    case contradiction
    case foreignLink = "foreign-link"

    var isBefore: Bool {
        switch self {
        case .unavailable, .tooMany, .broken, .credentials, .tokenExpired, .unknownCode: true
        default: false
        }
    }

    /// Where the answer itself is spoilt, whatever it says.
    var ofAnswers: SandboxFault? {
        switch self {
        case .drop, .stall, .redirect, .notJSON, .cut, .twice: SandboxFault(rawValue: rawValue)
        default: nil
        }
    }
}
