import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// Opens by failures within a window, closes by time and a question that is answered; only the clock it is told moves it.
@Suite struct BreakerTests {
    private let start = Instant(milliseconds: 1_000_000)
    private let breaker = CircuitBreaker(CircuitBreaker.Limits(failures: 3, windowSeconds: 60, openSeconds: 30))

    private func at(_ seconds: Int64) -> Instant { start.adding(seconds: seconds) }

    private func fail(at seconds: Int64) throws { breaker.failed(try breaker.admit(at: at(seconds)), at: at(seconds)) }

    private func refusal(at seconds: Int64) -> ProviderFailure? {
        do {
            breaker.abandoned(try breaker.admit(at: at(seconds)))
            return nil
        } catch {
            return error
        }
    }

    @Test func `three failures within a minute open it for half a minute`() throws {
        for second in [0, 10, 20] as [Int64] { try fail(at: second) }
        #expect(refusal(at: 20) == .unavailable(.resting(until: at(50))))
        #expect(refusal(at: 49) == .unavailable(.resting(until: at(50))))
        #expect(breaker.state(at: at(49)).breaker == .open(until: at(50)))
        #expect(breaker.state(at: at(50)).breaker == .halfOpen)
        #expect(refusal(at: 50) == nil)
    }

    @Test func `failures far apart do not open it`() throws {
        for second in stride(from: 0, through: 600, by: 31) as StrideThrough<Int64> { try fail(at: second) }
        #expect(breaker.state(at: at(600)).breaker == .closed)
        #expect(breaker.state(at: at(600)).recentFailures == 2)
        #expect(breaker.state(at: at(700)).recentFailures == 0)
    }

    @Test func `half open lets one question through, and no second beside it`() throws {
        for second in [0, 1, 2] as [Int64] { try fail(at: second) }
        let trial = try breaker.admit(at: at(32))
        #expect(refusal(at: 32) == .unavailable(.resting(until: at(32))))
        breaker.succeeded(trial)
        #expect(breaker.state(at: at(32)).breaker == .closed)
        #expect(breaker.state(at: at(32)).recentFailures == 0)
        #expect(refusal(at: 32) == nil)
    }

    @Test func `a trial that fails opens it anew, and one that is given up lets another try`() throws {
        for second in [0, 1, 2] as [Int64] { try fail(at: second) }
        try fail(at: 40)
        #expect(refusal(at: 69) == .unavailable(.resting(until: at(70))))
        breaker.abandoned(try breaker.admit(at: at(70)))
        let next = try breaker.admit(at: at(70))
        breaker.succeeded(next)
        #expect(breaker.state(at: at(70)).breaker == .closed)
    }

    @Test func `what was let through before it opened does not close it, nor open it again`() throws {
        let early = try breaker.admit(at: at(0))
        let late = try breaker.admit(at: at(0))
        for second in [0, 1, 2] as [Int64] { try fail(at: second) }
        breaker.succeeded(early)
        #expect(breaker.state(at: at(3)).breaker == .open(until: at(32)))
        let trial = try breaker.admit(at: at(32))
        breaker.succeeded(early)
        #expect(breaker.state(at: at(33)).breaker == .halfOpen)
        breaker.succeeded(trial)
        breaker.failed(late, at: at(34))
        #expect(breaker.state(at: at(34)).recentFailures == 0)
    }

    @Test func `a provider that has too much to do is left alone as long as it asks, but not for ever`() throws {
        breaker.overloaded(try breaker.admit(at: at(0)), seconds: 5, at: at(0))
        #expect(refusal(at: 4) == .overloaded(retryAfterSeconds: 1))
        #expect(refusal(at: 5) == nil)
        breaker.overloaded(try breaker.admit(at: at(10)), seconds: 3_600, at: at(10))
        #expect(refusal(at: 11) == .overloaded(retryAfterSeconds: 29))
        #expect(refusal(at: 40) == nil)
    }

    @Test func `a provider that is down is not asked, until the clock says so`() async throws {
        try await asking([SandboxStep(times: 5, fault: .broken)]) { asking in
            await expectFailure(.unavailable(.serverError(500))) { try await asking.provider.check(Invented.identity()) }
            // The second question finds the fifth failure, and the breaker open.
            let failed = await failure { try await asking.provider.check(Invented.identity(id: 9)) }
            guard case .unavailable(.resting(let until))? = await failure({ try await asking.provider.check(Invented.identity(id: 10)) })
            else {
                Issue.record("it was asked all the same, after \(String(describing: failed))")
                return
            }
            #expect(await asking.asked("identity-checks") == 5)
            let state = await asking.provider.state()
            #expect(state.breaker == .open(until: until))
            #expect(state.failed == 3)
            asking.clock.move(seconds: 31)
            #expect(await asking.provider.state().breaker == .halfOpen)
            let answer = try await asking.provider.check(Invented.identity(id: 11))
            #expect(answer.confirms)
            #expect(await asking.provider.state().breaker == .closed)
            #expect(await asking.asked("identity-checks") == 6)
        }
    }

    @Test func `answers that are none open it too, refusals do not`() async throws {
        try await asking([SandboxStep(times: 5, fault: .contradiction)]) { asking in
            for number in 1...5 as ClosedRange<UInt64> {
                await expectFailure(.malformed(.contradiction)) { try await asking.provider.compare(Invented.face(id: number)) }
            }
            guard case .open = await asking.provider.state().breaker else {
                Issue.record("not open")
                return
            }
        }
        try await asking([SandboxStep(fault: .quotaExhausted)]) { asking in
            for number in 1...9 as ClosedRange<UInt64> {
                await expectFailure(.refused(.quotaExhausted)) { try await asking.provider.compare(Invented.face(id: number)) }
            }
            #expect(await asking.provider.state().breaker == .closed)
        }
    }
}
