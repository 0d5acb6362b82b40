import Registry
import Testing

@Suite("One wish of a card is told at a time, R-LC-09")
struct IntentPlanTests {
    private func plan(_ commands: [CarrierCommand], told: Set<Int> = [], offers: Set<CarrierChange> = Set(CarrierChange.allCases))
        -> IntentPlan
    {
        IntentPlan(
            commands.enumerated().map { OpenIntent(ordinal: Int64($0.offset), command: $0.element, isTold: told.contains($0.offset)) },
            offers: { if case .change(let change) = $0 { offers.contains(change) } else { true } })
    }

    @Test func `nothing while one is under way`() {
        let plan = plan([.activate, .stop, .cancel], told: [0])
        #expect(plan.waitsForAnswer && plan.tell == nil && plan.superseded.isEmpty && plan.byHand.isEmpty)
    }

    private static let newest: [([CarrierCommand], CarrierChange?, Int64, [Int64], [Int64])] = [
        ([.activate], .activate, 0, [], []),
        ([.stop, .resume], .resume, 1, [0], []),
        ([.resume, .stop], .suspend, 1, [0], []),
        // What was never activated cannot be resumed.
        ([.activate, .stop, .resume], .activate, 2, [0, 1], []),
        ([.activate, .stop], .suspend, 1, [0], []),
        ([.openTest, .stop], .suspend, 1, [], [0]),
        ([.prepare], nil, -1, [], [0]),
        // What is to be cancelled is stopped, and not put into service.
        ([.stop, .cancel], .suspend, 0, [], [1]),
        ([.activate, .cancel], nil, -1, [0], [1]),
        ([.stop, .resume, .cancel], .suspend, 0, [1], [2]),
        // Delivered, it waits for its activation.
        ([.openTest, .stop, .resume, .prepare], .suspend, 1, [2], [0, 3]),
        ([.prepare, .activate], .activate, 1, [0], []),
        ([.stop, .openTest], nil, -1, [0], [1]),
        ([.openTest, .prepare, .changeSIM, .cancel], nil, -1, [0, 1], [2, 3]),
        ([.changeSIM, .changeDevice], nil, -1, [], [0, 1]),
        ([], nil, -1, [], []),
    ]

    @Test(arguments: newest.indices)
    func `the newest says whether it runs`(_ place: Int) {
        let (commands, change, ordinal, superseded, byHand) = Self.newest[place]
        let plan = plan(commands)
        #expect(plan.tell == change.map { .init(ordinal: ordinal, wish: .change($0)) })
        #expect(plan.superseded == superseded && plan.byHand == byHand)
    }

    @Test func `what is left to hands stays there until it is overtaken`() {
        let left = OpenIntent(ordinal: 0, command: .prepare, isByHand: true)
        #expect(IntentPlan([left], offers: { _ in true }).byHand.isEmpty)
        let plan = IntentPlan([left, OpenIntent(ordinal: 1, command: .activate)], offers: { _ in true })
        #expect(plan.superseded == [0] && plan.tell?.ordinal == 1)
        let unoffered = [OpenIntent(ordinal: 0, command: .activate, isByHand: true), OpenIntent(ordinal: 1, command: .stop)]
        #expect(IntentPlan(unoffered, offers: { $0 != .change(.activate) }).superseded == [0])
        #expect(IntentPlan(unoffered, offers: { $0 != .change(.activate) }).tell?.wish == .change(.suspend))
    }

    @Test func `what is not offered is left to hands`() {
        let plan = plan([.activate], offers: [.suspend, .resume])
        #expect(plan.tell == nil && plan.byHand == [0])
    }

    @Test func `no wish is lost, and none has two fates`() {
        var state: UInt64 = 20_261_128
        for _ in 0..<5_000 {
            let commands = (0..<6).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return CarrierCommand.allCases[Int(state >> 33) % CarrierCommand.allCases.count]
            }
            let plan = plan(commands)
            let fates = plan.superseded + plan.byHand + plan.later + (plan.tell.map { [$0.ordinal] } ?? [])
            #expect(fates.sorted() == Array(0..<6), "\(commands)")
            let last = commands.last { $0.change(where: nil) != nil }
            if let last, !commands.contains(where: { [.cancel, .prepare, .openTest].contains($0) }) {
                let service = commands.lastIndex(of: last).map { Int64($0) }
                let isTold = plan.tell?.ordinal == service
                #expect(isTold || service.map(plan.later.contains) == true, "\(commands)")
                if isTold { #expect((plan.tell?.wish == .change(.suspend)) == (last == .stop), "\(commands)") }
            }
        }
    }

    // MARK: Names

    @Test func `who answers for the card neither overtakes whether it runs nor is overtaken`() {
        let first = plan([.clearName, .stop, .register, .resume])
        #expect(first.tell == .init(ordinal: 0, wish: .clearing))
        #expect(first.superseded == [1] && first.later.sorted() == [2, 3] && first.byHand.isEmpty)
        let second = plan([.stop, .clearName, .cancel])
        #expect(second.tell == .init(ordinal: 0, wish: .change(.suspend)))
        #expect(second.later == [1] && second.byHand == [2])
        #expect(plan([.stop, .clearName, .register], told: [1]).waitsForAnswer)
    }

    @Test func `a registration the carrier works on keeps no card from being stopped, and no other name is told meanwhile`() {
        let underWay = OpenIntent(ordinal: 0, command: .register, isTold: true, isTakenOn: true)
        let rest = [OpenIntent(ordinal: 1, command: .stop), OpenIntent(ordinal: 2, command: .clearName)]
        let plan = IntentPlan([underWay] + rest, offers: { _ in true })
        #expect(plan.tell == .init(ordinal: 1, wish: .change(.suspend)) && plan.later == [2])
        let unheard = OpenIntent(ordinal: 0, command: .register, isTold: true)
        #expect(IntentPlan([unheard] + rest, offers: { _ in true }).waitsForAnswer)
        let clearing = OpenIntent(ordinal: 0, command: .clearName, isTold: true, isTakenOn: true)
        #expect(IntentPlan([clearing] + rest, offers: { _ in true }).waitsForAnswer)
    }

    @Test func `what may be told does not wait for what may not`() {
        let resting = OpenIntent(ordinal: 0, command: .register, isDue: false)
        let plan = IntentPlan([resting, OpenIntent(ordinal: 1, command: .stop)], offers: { _ in true })
        #expect(plan.tell == .init(ordinal: 1, wish: .change(.suspend)) && plan.later == [0])
    }

    @Test func `a name no interface takes is left to hands, until the next person is registered there`() {
        let offered: (CarrierWish) -> Bool = { $0 != .clearing && $0 != .registration }
        #expect(IntentPlan([OpenIntent(ordinal: 0, command: .register)], offers: offered).byHand == [0])
        let left = OpenIntent(ordinal: 0, command: .clearName, isByHand: true)
        #expect(IntentPlan([left], offers: offered).byHand.isEmpty)
        let plan = IntentPlan([left, OpenIntent(ordinal: 1, command: .register)], offers: { _ in true })
        #expect(plan.superseded == [0] && plan.tell == .init(ordinal: 1, wish: .registration))
    }
}

@Suite("Theirs beside ours, R-LC-03")
struct CarrierComparisonTests {
    private static let stopped = StopReasons([.risk])

    @Test(arguments: ServiceState.allCases, CarrierLife.allCases)
    func `what must not run and runs there is never overlooked`(_ state: ServiceState, _ theirs: CarrierLife) {
        for stops in [StopReasons.none, Self.stopped] {
            let ours = LifeStanding(state, stops)
            let kind = CarrierComparison.service(ours, theirs)
            if theirs == .active { #expect((kind == nil) == ours.serves, "\(ours)") }
            if theirs == .unknown { #expect(kind == nil) }
            if theirs == .cancelled, state != .cancelled { #expect(kind == .cancelledAtCarrier) }
            if ours.serves, theirs == .stopped || theirs == .heldByCarrier { #expect(kind == .stoppedAtCarrier) }
            if state == .cancelled { #expect([nil, .runsAtCarrier, .notCancelledAtCarrier].contains(kind)) }
            if let kind { #expect(LifeCaseKind.comparisons.contains(kind)) }
        }
    }

    @Test(arguments: ServiceState.allCases, CarrierLife.allCases)
    func `where they agree the wish is what it shows`(_ state: ServiceState, _ theirs: CarrierLife) {
        for stops in [StopReasons.none, Self.stopped] {
            let ours = LifeStanding(state, stops)
            if ours.wish(where: theirs).isShown(by: theirs), theirs != .heldByCarrier {
                // What is stopped because it ended is no agreement about the end.
                let ended: Set<CarrierLife> = [.cancelling, .cancelled, .replaced]
                if !ended.contains(theirs) { #expect(CarrierComparison.service(ours, theirs) == nil, "\(ours) \(theirs)") }
            }
        }
    }

    @Test(arguments: LifeCaseKind.allCases, ServiceState.allCases)
    func `what follows the carrier is possible, and ends the disagreement`(_ kind: LifeCaseKind, _ state: ServiceState) throws {
        for stops in [StopReasons.none, Self.stopped, StopReasons([.carrierOwn])] {
            var ours = LifeStanding(state, stops)
            // What is replaced, or about to end, is not ended here.
            #expect(ours.following(kind, .replaced).isEmpty || kind != .cancelledAtCarrier)
            #expect(!ours.following(kind, .cancelling).contains { $0.command == .finish })
            let commands = ours.following(kind, .cancelled)
            #expect(commands.isEmpty || kind.mends.contains(.takeOver))
            if kind == .stoppedAtCarrier, !ours.serves { continue }
            for (command, reason) in commands {
                ours = try ours.decide(command, LifeContext(isHeld: true, reason: reason, wasActive: true)).after
            }
            guard !commands.isEmpty else { continue }
            let theirs: CarrierLife = kind == .runsAtCarrier ? .active : kind == .stoppedAtCarrier ? .stopped : .cancelled
            #expect(CarrierComparison.service(ours, theirs) == nil, "\(kind) \(state) \(stops)")
        }
    }

    @Test func `real names`() {
        #expect(CarrierComparison.realName(isHeld: true, isTolerated: false, .registered) == nil)
        #expect(CarrierComparison.realName(isHeld: false, isTolerated: false, .registered) == .registeredAtCarrierOnly)
        #expect(CarrierComparison.realName(isHeld: false, isTolerated: true, .registered) == nil)
        #expect(CarrierComparison.realName(isHeld: true, isTolerated: false, .unregistered) == .registeredHereOnly)
        #expect(CarrierComparison.realName(isHeld: true, isTolerated: false, .refused) == .registeredHereOnly)
        #expect(CarrierComparison.realName(isHeld: true, isTolerated: false, .underReview) == nil)
        #expect(CarrierComparison.realName(isHeld: false, isTolerated: false, .unregistered) == nil)
        #expect(CarrierComparison.realName(isHeld: true, isTolerated: false, .unknown) == nil)
    }
}
