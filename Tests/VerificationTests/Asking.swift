import Foundation
import Ledger
import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// The real client before the real sandbox, on the own machine.
struct Asking: Sendable {
    static let key = "an-invented-key-0123456789"

    let provider: HTTPProvider
    let sandbox: VerificationSandbox
    let address: String
    let clock: MovedClock
    let pause: MovingPause

    func statistic(_ name: String) async -> Int64? { await sandbox.statistics()[name]?.integerValue }
    func asked(_ place: String) async -> Int64? { await sandbox.statistics()["asked"]?[place]?.integerValue }
}

/// Runs `body` with a client that believes a sandbox, unless `tuned` otherwise.
func asking(
    _ steps: [SandboxScenario.Step] = [], key: String = Asking.key, tuned: (inout ProviderPatience) -> Void = { _ in },
    _ body: @escaping @Sendable (Asking) async throws -> Void
) async throws {
    var patience = ProviderPatience()
    patience.allowsSandbox = true
    // What is not about time is not hurried by a busy machine.
    patience.timeout = .seconds(60)
    patience.totalSeconds = 200
    tuned(&patience)
    let clock = MovedClock()
    let sandbox = VerificationSandbox(key: Asking.key, scenario: SandboxScenario(steps: steps), clock: clock)
    try await SandboxServer.withRunning(sandbox) { [patience] address in
        let pause = MovingPause(clock)
        let transport = try ProviderHTTP(connections: 4)
        let client = try ProviderClient(
            try ProviderAddress(address), key: .environment("KEY"), environment: ["KEY": key], transport: transport, clock: clock,
            chance: SeededChance(seed: 7), waiting: pause, patience: patience)
        let asking = Asking(provider: HTTPProvider(client), sandbox: sandbox, address: address, clock: clock, pause: pause)
        do {
            try await body(asking)
        } catch {
            await client.close()
            throw error
        }
        await client.close()
    }
}

/// What asking came to, where it came to nothing.
func failure(_ work: () async throws -> some Any) async -> ProviderFailure? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error as? ProviderFailure
    }
}

func expectFailure(
    _ expected: ProviderFailure?, at place: SourceLocation = #_sourceLocation, _ work: () async throws -> some Any
) async {
    let found = await failure(work)
    #expect(found == expected, sourceLocation: place)
}
