import Ledger
import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Carriers

/// What the simulated carriers say of themselves; whoever proves something by them relies on it.
@Suite struct SimulatedCarrierTests {
    private func effects(_ carrying: Carrying, _ number: Int) async -> [SimulatedCard.Effective] {
        await carrying.sandbox.cards().first { $0.iccid == Carrying.card(number).iccid }?.effects ?? []
    }

    @Test(arguments: CarrierSystem.allCases, [false, true])
    func `a card keeps what came into effect, in order, each time`(system: CarrierSystem, repeats: Bool) async throws {
        try await carrying(system, { $0.repeats = repeats }) { carrying in
            _ = await carrying.gateway.tell(.suspend, [carrying.order(1)])
            // Taken on is not in effect.
            #expect(await effects(carrying, 1).isEmpty)
            carrying.clock.move(seconds: 200)
            let again = await carrying.gateway.tell(.suspend, [carrying.order(1, id: 2)])[0]
            #expect(again.isAccepted == repeats && (repeats || again.refusalCode == "carrier-state-forbids"))
            carrying.clock.move(seconds: 200)
            _ = await carrying.gateway.tell(.resume, [carrying.order(1, id: 3)])
            carrying.clock.move(seconds: 30)
            let found = await effects(carrying, 1)
            #expect(found.map(\.effect) == [.life(.stopped)] + (repeats ? [.life(.stopped)] : []) + [.life(.active)])
            #expect(found.last?.at == carrying.clock.now())
            // CTWing's calls have no number.
            #expect(Set(found.compactMap(\.order)).count == (system == .ctwing ? 0 : found.count))
            #expect(await effects(carrying, 2).isEmpty)
        }
    }

    @Test func `an order of the contract told again is taken on once, and counted`() async throws {
        try await carrying(.generic, { $0.repeats = true }) { carrying in
            for _ in 0..<3 {
                #expect(await carrying.gateway.tell(.suspend, [carrying.order(1)])[0].isAccepted)
                carrying.clock.move(seconds: 200)
            }
            #expect(await effects(carrying, 1).count == 1)
            #expect(await carrying.statistic("toldAgain") == 2)
        }
    }

    @Test func `a share of the calls fails`() async throws {
        try await carrying(.generic, { $0.steps = [CarrierScenario.Step(kind: .query, percent: 25, fault: .unknownState)] }) { carrying in
            for number in 0..<200 { _ = await carrying.gateway.states(of: [Carrying.card(number % 20)]) }
            let faults = await carrying.statistic("faults")
            #expect((25...80).contains(faults), "\(faults)")
        }
    }

    @Test func `a day's calls are counted over the last day, whatever was before`() async throws {
        try await carrying(
            .generic, { $0.callsPerDay = 3 }, file: ["limits": ["callsPerSecond": 0, "callsPerCardPerMinute": 0]]
        ) { carrying in
            func isAnswered() async -> Bool { await carrying.gateway.states(of: [Carrying.card(1)])[0].value != nil }
            for _ in 0..<3 {
                #expect(await isAnswered())
                carrying.clock.move(seconds: 3_600)
            }
            #expect(await !isAnswered())
            #expect(await carrying.statistic("overQuota") == 1)
            // What was refused was a call too: an hour after the first has left the day there are three still.
            carrying.clock.move(seconds: 86_400 - 3 * 3_600)
            #expect(await !isAnswered())
            carrying.clock.move(days: 1)
            #expect(await isAnswered())
        }
    }

    @Test func `what is asked about a card is counted over the last minute, and other cards are not held up by it`() async throws {
        try await carrying(.generic, { $0.callsPerCardPerMinute = 2 }) { carrying in
            func isAnswered(_ numbers: [Int]) async -> Bool {
                await carrying.gateway.states(of: numbers.map { Carrying.card($0) }).allSatisfy { $0.value != nil }
            }
            #expect(await isAnswered([1]))
            carrying.clock.move(seconds: 30)
            #expect(await isAnswered([1, 2]))
            #expect(await carrying.statistic("overQuota") == 0)
            // One card too many refuses the whole call. Whoever is refused leaves the carrier alone for as long as it says.
            #expect(await !isAnswered([3, 1]))
            #expect(await carrying.statistic("overQuota") > 0)
            carrying.clock.move(seconds: 6)
            #expect(await isAnswered([4, 5]))
            carrying.clock.move(seconds: 120)
            #expect(await isAnswered([1, 3]))
        }
    }

    @Test func `somebody on the carrier's own pages puts a card where he likes, and its window begins`() async throws {
        try await carrying(.generic) { carrying in
            await carrying.sandbox.operateElsewhere(Carrying.card(1).iccid, to: .stopped)
            #expect(await carrying.gateway.states(of: [Carrying.card(1)])[0].value?.word == .stopped)
            guard case .locked = await carrying.gateway.tell(.resume, [carrying.order(1)])[0] else {
                Issue.record("its window did not begin")
                return
            }
            #expect(await effects(carrying, 1).isEmpty)
        }
    }

    @Test func `windows of more cards than are tidied at once all hold`() {
        let windows = OperationWindows(seconds: 180)
        let start = Instant(milliseconds: 1_772_413_200_000)
        let cards = (0..<100_100).map { "\($0)" }
        for card in cards { #expect(windows.enter(card, at: start) == nil) }
        for card in cards.suffix(200) + cards.prefix(200) { #expect(windows.enter(card, at: start.adding(seconds: 179)) != nil) }
        #expect(windows.enter("0", at: start.adding(seconds: 180)) == nil)
    }

    @Test(arguments: [
        #"{"repeats": 1}"#, #"{"repeats": "true"}"#, #"{"steps": [{"fault": "drop", "percent": 0}]}"#,
        #"{"callsPerCardPerMinute": -1}"#, #"{"callsPerCardPerMinute": "3"}"#,
        #"{"steps": [{"fault": "drop", "percent": 101}]}"#, #"{"steps": [{"fault": "drop", "percent": "2"}]}"#,
    ])
    func `what a scenario cannot mean is refused`(_ text: String) {
        #expect(throws: SandboxScenarioRefusal.self) { try CarrierScenario(parsing: Array(text.utf8)) }
    }

    @Test func `a scenario says that a carrier repeats, and of a hundred calls how many fail`() throws {
        let scenario = try CarrierScenario(parsing: Array(#"{"repeats": true, "steps": [{"fault": "drop", "percent": 2}]}"#.utf8))
        #expect(scenario.repeats && scenario.steps.first?.percent == 2 && scenario.callsPerCardPerMinute == 0)
        #expect(try CarrierScenario(parsing: Array(#"{"callsPerCardPerMinute": 3}"#.utf8)).callsPerCardPerMinute == 3)
    }
}
