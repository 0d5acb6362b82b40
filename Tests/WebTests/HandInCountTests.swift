import Registry
import Testing
import Web

@Suite struct HandInCountTests {
    private static let now = Instant(milliseconds: 1_772_000_000_000)

    @Test func `one handing in counts once, however often the act is tried, and not before it is whole`() throws {
        let limiter = RateLimiter<String>(policy: RatePolicy(name: "hand-ins", quota: 2, window: 86_400))
        for left in [1, 0] {
            let count = HandInCount(limiter, from: "203.0.113.9")
            #expect(count.verdict == nil)
            for _ in 0..<3 { try count.demand(at: Self.now) }
            #expect(count.verdict?.remaining == left)
        }
        let third = HandInCount(limiter, from: "203.0.113.9")
        for _ in 0..<2 { #expect(throws: Refusal.self) { try third.demand(at: Self.now) } }
        #expect(third.verdict?.isAllowed == false && third.verdict?.retryAfter == 43_200)
        #expect(throws: Refusal.tooManyRequests.retry(afterSeconds: 43_200)) { try limiter.demand("203.0.113.9", at: Self.now) }
        try HandInCount(limiter, from: "203.0.113.8").demand(at: Self.now)
    }
}
