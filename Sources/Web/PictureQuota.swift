import Registry

/// Pictures that persons have a machine look at, or copied for them to see: each keeps one of two child processes busy, for which others
/// of the same agent wait. So many in a minute for one card, or one part of a unit's draft, from one address: by the pages and the API together, and by however
/// many seats are opened there.
package final class PictureQuota: Sendable {
    /// Nobody takes his photos anew more often.
    package static let most = 30
    private let limiter: RateLimiter<String>

    package init(_ settings: EdgeSettings) {
        limiter = RateLimiter(policy: RatePolicy(name: "pictures", quota: Self.most, window: settings.rateSeconds))
    }

    /// Counts one more. Throws `too-many-requests` with the seconds to wait.
    package func demand(_ principal: Principal, from address: String, at now: Instant) throws(Refusal) {
        let whose =
            switch principal.scope {
            case .card(let seat): "card \(seat.subscription)"
            case .part(let seat): "part \(seat.link)"
            case .everything, .subtree, .unit: "account \(principal.account)"
            }
        try limiter.demand("\(address) \(whose)", at: now)
    }
}
