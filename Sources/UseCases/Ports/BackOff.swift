import Registry

/// How long is waited before something is tried again: growing, within bounds, and spread, so that what failed together is not tried again
/// together.
package struct BackOff: Sendable {
    package let firstSeconds: Int64
    package let secondsMax: Int64
    /// Where somebody must mend something meanwhile.
    package let mendingSeconds: Int64

    package init(firstSeconds: Int64 = 5, secondsMax: Int64, mendingSeconds: Int64) {
        self.firstSeconds = firstSeconds
        self.secondsMax = max(firstSeconds, secondsMax)
        self.mendingSeconds = mendingSeconds
    }

    /// - Parameter tries: how often it was tried so far, this time included.
    package func seconds(after failure: ProviderFailure, tries: Int64, at now: Instant, by chance: any Chance) -> Int64 {
        let usual: Int64 =
            switch failure {
            case .refused: min(mendingSeconds, secondsMax)
            default: min(secondsMax, firstSeconds << min(max(0, tries - 1), 12))
            }
        let spread = Int64(chance.words().0 % UInt64(usual / 4 + 1))
        return max(usual, failure.retryAfterSeconds(at: now) ?? 0) + spread
    }
}
