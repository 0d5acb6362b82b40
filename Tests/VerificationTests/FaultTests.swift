import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Outbound
@testable import Verification

typealias SandboxStep = SandboxScenario.Step

/// A provider that does everything wrong: no fault is ever an approval.
@Suite struct FaultTests {
    private static func step(_ fault: SandboxFault) -> SandboxStep {
        var step = SandboxStep(fault: fault)
        step.retryAfterSeconds = 9
        return step
    }

    /// Faults of every answer, and what they count as.
    private static func expected(_ fault: SandboxFault) -> ProviderFailure? {
        switch fault {
        case .unavailable, .tooMany: .overloaded(retryAfterSeconds: 9)
        case .broken: .unavailable(.serverError(500))
        case .quotaExhausted: .refused(.quotaExhausted)
        case .drop: .unavailable(.noConnection)
        case .stall: .unavailable(.timedOut)
        case .redirect: .malformed(.status)
        case .notJSON, .cut, .twice: .malformed(.unreadable)
        case .tooLarge: .malformed(.tooLarge)
        case .wrongType, .noProvider: .malformed(.notAsContract)
        case .otherRequest: .malformed(.otherRequest)
        case .contradiction: .malformed(.contradiction)
        case .repeatsNumber: .malformed(.repeatsPersonalData)
        case .noLiveness: .malformed(.livenessMissing)
        case .foreignAddress: .malformed(.foreignAddress)
        }
    }

    private static func hurry(_ patience: inout ProviderPatience) { patience.timeout = .milliseconds(300) }

    @Test(arguments: SandboxFault.allCases.filter { $0 != .noLiveness && $0 != .foreignAddress })
    func `an identity check that goes wrong`(fault: SandboxFault) async throws {
        try await asking([Self.step(fault)], tuned: fault == .stall ? Self.hurry : { _ in }) { asking in
            let portrait = fault == .contradiction ? Invented.picture("portrait") : nil
            await expectFailure(Self.expected(fault)) { try await asking.provider.check(Invented.identity(portrait: portrait)) }
            #expect(await asking.provider.state().answered == 0)
            #expect(await asking.provider.state().costUnits == 0)
        }
    }

    @Test(arguments: SandboxFault.allCases.filter { $0 != .foreignAddress })
    func `a face comparison that goes wrong`(fault: SandboxFault) async throws {
        try await asking([Self.step(fault)], tuned: fault == .stall ? Self.hurry : { _ in }) { asking in
            let question = Invented.face(.held(Invented.person()))
            await expectFailure(Self.expected(fault)) { try await asking.provider.compare(question) }
        }
    }

    @Test(arguments: [
        SandboxFault.unavailable, .tooMany, .broken, .quotaExhausted, .drop, .redirect, .notJSON, .cut, .twice, .tooLarge, .wrongType,
        .otherRequest, .foreignAddress,
    ])
    func `a capture that goes wrong`(fault: SandboxFault) async throws {
        try await asking([Self.step(fault)]) { asking in
            await expectFailure(Self.expected(fault)) { try await asking.provider.begin(Invented.capture()) }
        }
    }

    @Test func `a sandbox is not believed in production`() async throws {
        try await asking(tuned: { $0.allowsSandbox = false }) { asking in
            let provider = asking.provider
            await expectFailure(.malformed(.sandbox)) { try await provider.check(Invented.identity()) }
            await expectFailure(.malformed(.sandbox)) { try await provider.compare(Invented.face()) }
            await expectFailure(.malformed(.sandbox)) { try await provider.begin(Invented.capture()) }
        }
    }

    @Test func `a key that is refused`() async throws {
        try await asking(key: "another-invented-key-012") { asking in
            await expectFailure(.refused(.credentials)) { try await asking.provider.check(Invented.identity()) }
            #expect(await asking.asked("identity-checks") == 0)
            #expect(asking.pause.waits.isEmpty)
        }
    }

    @Test func `nobody is there`() async throws {
        let clock = MovedClock()
        let transport = try ProviderHTTP(connections: 1)
        let client = try ProviderClient(
            try ProviderAddress("http://127.0.0.1:1"), key: .environment("KEY"), environment: ["KEY": Asking.key], transport: transport,
            clock: clock, waiting: MovingPause(clock))
        await expectFailure(.unavailable(.notReached)) { try await HTTPProvider(client).check(Invented.identity()) }
        await client.close()
    }

    @Test func `what passes by itself is answered at the second or third attempt`() async throws {
        for fault in [SandboxFault.broken, .drop] {
            try await asking([SandboxStep(times: 2, fault: fault)]) { asking in
                let answer = try await asking.provider.check(Invented.identity())
                #expect(answer.confirms)
                #expect(await asking.asked("identity-checks") == 3)
                let waits = asking.pause.waits
                #expect(waits.count == 2)
                #expect((150...300).contains(waits[0]))
                #expect((300...600).contains(waits[1]))
            }
        }
        // An overloaded provider that wants a short wait is waited for.
        try await asking([SandboxStep(times: 1, fault: .unavailable)]) { asking in
            let answer = try await asking.provider.check(Invented.identity())
            #expect(answer.confirms)
            #expect(asking.pause.waits.count == 1)
            #expect(asking.pause.waits[0] >= 1_000)
        }
    }

    @Test func `what was said is not asked again`() async throws {
        for fault in [SandboxFault.cut, .otherRequest, .contradiction, .quotaExhausted, .redirect, .tooLarge] {
            try await asking([SandboxStep(fault: fault)]) { asking in
                let failed = await failure { try await asking.provider.compare(Invented.face()) }
                #expect(failed != nil)
                #expect(await asking.asked("face-comparisons") == 1)
            }
        }
    }

    @Test func `whoever asks and goes away ends the asking`() async throws {
        try await asking([SandboxStep(fault: .stall)]) { asking in
            let asks = Task { await failure { try await asking.provider.check(Invented.identity()) } }
            while await asking.asked("identity-checks") == 0 { await Task.yield() }
            asks.cancel()
            #expect(await asks.value == .unavailable(.cancelled))
            #expect(await asking.provider.state().underWay == 0)
        }
    }
}
