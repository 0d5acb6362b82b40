import Registry
import Sandbox
import Synchronization
import TestKit
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// The same question is the same question, however often it is asked.
@Suite struct CostTests {
    @Test func `two asks with the same id cost once and answer alike`() async throws {
        try await asking { asking in
            let first = try await asking.provider.check(Invented.identity())
            asking.clock.move(seconds: 5)
            let second = try await asking.provider.check(Invented.identity())
            #expect(first == second)
            #expect(await asking.statistic("costUnits") == 1)
            #expect(await asking.statistic("repeated") == 1)
            let state = await asking.provider.state()
            #expect(state.costUnits == 1)
            #expect(state.asked == 2)
            #expect(state.answered == 2)
        }
    }

    @Test func `an answer that was lost on the way is charged once`() async throws {
        try await asking([SandboxStep(times: 1, fault: .drop)]) { asking in
            let answer = try await asking.provider.compare(Invented.face())
            #expect(answer.confirms)
            #expect(await asking.statistic("costUnits") == 2)
            #expect(await asking.provider.state().costUnits == 2)
            #expect(await asking.asked("face-comparisons") == 2)
        }
    }

    @Test func `many asks with one id at the same time cost once`() async throws {
        try await asking { asking in
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask { (try? await asking.provider.check(Invented.identity()))?.confirms ?? false }
                }
                for await isConfirmed in group { #expect(isConfirmed) }
            }
            #expect(await asking.statistic("costUnits") == 1)
            #expect(await asking.provider.state().costUnits == 1)
        }
    }

    @Test func `another question under the same id is refused`() async throws {
        try await asking { asking in
            _ = try await asking.provider.check(Invented.identity())
            await expectFailure(.refused(.requestReused)) { try await asking.provider.check(Invented.identity("003")) }
            await expectFailure(.refused(.requestReused)) { try await asking.provider.compare(Invented.face(id: 1)) }
            #expect(await asking.statistic("costUnits") == 1)
        }
    }

    @Test func `what was charged is remembered for the latest questions only`() {
        let figures = ProviderFigures()
        for number in 0..<10_001 as Range<UInt64> { figures.charge(1, for: Invented.id(number)) }
        #expect(figures.all.costUnits == 10_001)
        figures.charge(1, for: Invented.id(10_000))
        #expect(figures.all.costUnits == 10_001)
        figures.charge(1, for: Invented.id(0))
        #expect(figures.all.costUnits == 10_002)
    }
}
