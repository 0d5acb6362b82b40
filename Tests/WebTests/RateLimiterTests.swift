import Testing

@testable import Web

@Suite struct RateLimiterTests {
    private let policy = RatePolicy(name: "login", quota: 5, window: 60)

    @Test func `the quota passes, the next call does not, and time gives back`() {
        let limiter = RateLimiter<String>(policy: policy)
        for left in [4, 3, 2, 1, 0] {
            let verdict = limiter.take("a", at: 1000)
            #expect(verdict.isAllowed && verdict.remaining == left && verdict.retryAfter == 0)
        }
        let refused = limiter.take("a", at: 1000)
        #expect(!refused.isAllowed && refused.remaining == 0 && refused.retryAfter == 12 && refused.reset == 60)
        #expect(!limiter.take("a", at: 1000 + 11_999).isAllowed)
        #expect(limiter.take("a", at: 1000 + 12_001).isAllowed)
        #expect(limiter.take("a", at: 1000 + 1_000_000).remaining == 4)
    }

    @Test func `keys do not touch each other`() {
        let limiter = RateLimiter<Int>(policy: policy)
        for _ in 0..<6 { _ = limiter.take(1, at: 0) }
        #expect(!limiter.take(1, at: 0).isAllowed)
        #expect(limiter.take(2, at: 0).isAllowed)
    }

    @Test func `the header fields follow the draft`() {
        let limiter = RateLimiter<Int>(policy: policy)
        let verdict = limiter.take(1, at: 0)
        #expect(policy.field == "\"login\";q=5;w=60")
        #expect(verdict.field == "\"login\";r=4;t=12")
    }

    @Test func `a refused call takes nothing and a dear one waits longer`() {
        let limiter = RateLimiter<Int>(policy: policy)
        #expect(limiter.take(1, cost: 4, at: 0).isAllowed)
        let refused = limiter.take(1, cost: 3, at: 0)
        #expect(!refused.isAllowed && refused.remaining == 1 && refused.retryAfter == 24)
        #expect(limiter.take(1, cost: 1, at: 0).isAllowed)
    }

    @Test func `costs without sense neither pass for nothing nor stop the program`() {
        let limiter = RateLimiter<Int>(policy: policy)
        #expect(limiter.take(1, cost: -7, at: 0).remaining == 5)
        #expect(limiter.take(1, cost: 0, at: 0).remaining == 5)
        #expect(!limiter.take(1, cost: 6, at: 0).isAllowed)
        #expect(!limiter.take(1, cost: .max, at: 0).isAllowed)
        #expect(limiter.take(1, cost: 5, at: 0).isAllowed)
    }

    @Test func `a clock that steps back or to the ends of time gives nothing away`() {
        let limiter = RateLimiter<Int>(policy: policy)
        for _ in 0..<5 { _ = limiter.take(1, at: 1_000_000) }
        #expect(!limiter.take(1, at: 0).isAllowed)
        #expect(!limiter.take(1, at: .min).isAllowed)
        #expect(limiter.take(1, at: .max).isAllowed)
    }

    @Test func `over a long time exactly the rate passes, however often one asks`() {
        for (quota, window, step) in [(5, 60, 1), (3, 7, 1), (3, 7, 13), (1000, 1, 1), (1, 86_400, 997), (7, 3, 250)] as [(Int, Int, Int64)]
        {
            let limiter = RateLimiter<Int>(policy: RatePolicy(name: "x", quota: quota, window: window))
            let length = Int64(window) * 1000 * 3
            var passed = 0
            for time in stride(from: Int64(0), through: length, by: Int64.Stride(step)) where limiter.take(1, at: time).isAllowed {
                passed += 1
            }
            let asked = Int(length / step) + 1
            let most = min(asked, quota * 4)
            #expect((Double(most) * 0.98 - 1...Double(most)).contains(Double(passed)), "\(quota) in \(window): \(passed) of \(most)")
        }
    }

    @Test func `memory is bounded and those who come often are kept`() {
        let limiter = RateLimiter<Int>(policy: policy, capacity: 100)
        for _ in 0..<6 { _ = limiter.take(-1, at: 0) }
        for stranger in 0..<10_000 {
            _ = limiter.take(stranger, at: 0)
            if stranger % 20 == 0 { #expect(!limiter.take(-1, at: 0).isAllowed) }
            #expect(limiter.count <= 101)
        }
    }

    @Test func `many at once take no more than there is`() async {
        let limiter = RateLimiter<Int>(policy: RatePolicy(name: "x", quota: 100, window: 60))
        let passed = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<10 {
                group.addTask { (0..<50).count { _ in limiter.take(1, at: 0).isAllowed } }
            }
            return await group.reduce(0, +)
        }
        #expect(passed == 100)
    }
}
