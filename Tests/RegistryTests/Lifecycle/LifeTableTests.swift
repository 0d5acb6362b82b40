import Registry
import Testing

@Suite("The transition table")
struct LifeTableTests {
    private static let cells: [(ServiceState, LifeCommand)] = ServiceState.allCases.flatMap { state in
        LifeCommand.allCases.map { (state, $0) }
    }

    private func decide(
        _ state: ServiceState, _ command: LifeCommand, isHeld: Bool, stops: StopReasons = .none, reason: StopReason? = .risk
    ) -> Result<LifeTransition, LifeRefused> {
        Result { () throws(LifeRefused) in
            try LifeStanding(state, stops).decide(command, LifeContext(isHeld: isHeld, reason: reason, wasActive: true))
        }
    }

    @Test func `it has an outcome for every state and command`() {
        #expect(LifeTable.isWhole)
        #expect(Self.cells.count == 90)
    }

    @Test(arguments: cells)
    func `every state and command is a transition or a named refusal`(_ state: ServiceState, _ command: LifeCommand) {
        for isHeld in [true, false] {
            switch (LifeTable.outcome(state, command), decide(state, command, isHeld: isHeld)) {
            case (.refused(let expected), .failure(let refused)): #expect(refused.obstacle == expected)
            case (.refused, .success(let transition)): Issue.record("\(transition) though the table refuses")
            case (.to(let next), .success(let transition)): #expect(transition.after.state == next)
            case (.stays, .success(let transition)): #expect(transition.after.state == state)
            case (.back, .success(let transition)): #expect(transition.after.state == .active)
            case (.follows, .success(let transition)): #expect(transition.after.state == (isHeld ? .active : state))
            case (.backByUse, .success(let transition)): #expect(transition.after.state == state)
            case (_, .failure(let refused)):
                // Guards: activation needs a name, and a reason that is set can be lifted only.
                switch command {
                case .activate: #expect(refused.obstacle == .noRealName && !isHeld)
                case .resume: #expect(refused.obstacle == .reasonNotSet)
                default: Issue.record("\(refused.obstacle) from a cell that lets it pass")
                }
            }
        }
    }

    @Test(arguments: LifeCommand.allCases)
    func `after cancellation every command is refused, R-LC-05`(_ command: LifeCommand) {
        for isHeld in [true, false] {
            #expect(throws: LifeRefused(.cancelled)) { try decide(.cancelled, command, isHeld: isHeld).get() }
        }
    }

    @Test func `every obstacle is a refusal in two languages with a code of its own`() {
        let refusals = LifeObstacle.allCases.map(\.refusal)
        #expect(Set(refusals.map(\.code)).count == refusals.count)
        for refusal in refusals {
            #expect(!refusal.reason.en.isEmpty && !refusal.reason.zh.isEmpty && !refusal.mend.en.isEmpty && !refusal.mend.zh.isEmpty)
        }
    }

    @Test func `nothing leads out of cancellation`() {
        for state in ServiceState.allCases where state != .cancelled {
            for command in LifeCommand.allCases where command != .finish {
                let after = try? decide(state, command, isHeld: true).get().after.state
                #expect(after != .cancelled, "\(state) \(command)")
            }
        }
    }

    // MARK: Real name first, then use

    @Test func `nobody activates a card for which nobody answers, R-IC-06`() {
        for state in [ServiceState.stock, .testable, .ready] {
            #expect(throws: LifeRefused(.noRealName)) { try decide(state, .activate, isHeld: false).get() }
        }
    }

    @Test func `a registered card that other reasons stop is not activated`() {
        #expect(throws: LifeRefused(.stopped)) { try decide(.ready, .activate, isHeld: true, stops: StopReasons([.risk])).get() }
    }

    @Test func `a card that powers up unregistered is stopped for that reason, at the carrier too`() throws {
        let transition = try decide(.ready, .powerUp, isHeld: false).get()
        #expect(transition.after == LifeStanding(.ready, StopReasons([.noRealName])))
        #expect(transition.intents == [.stop])
        #expect(!transition.opensCase)
    }

    @Test func `where a carrier activates by force, it is our stop and a case for somebody to look at`() throws {
        let transition = try decide(.ready, .carrierActivated, isHeld: false).get()
        #expect(transition.after == LifeStanding(.ready, StopReasons([.noRealName])))
        #expect(transition.intents == [.stop])
        #expect(transition.opensCase)
        let registered = try decide(.ready, .carrierActivated, isHeld: true).get()
        #expect(!registered.opensCase)
        #expect(try !decide(.cancelling, .carrierActivated, isHeld: true).get().opensCase)
    }

    @Test func `use brings back no card in arrears`() throws {
        var context = LifeContext(isHeld: true, wasActive: true)
        context.periods.useBringsBack = true
        #expect(try LifeStanding(.cancelling).decide(.powerUp, context).after.state == .active)
        #expect(try LifeStanding(.cancelling, StopReasons([.arrears])).decide(.powerUp, context).after.state == .cancelling)
    }

    @Test func `a test period attaches unregistered only where the setting says so`() throws {
        var context = LifeContext(isHeld: false)
        let closed = try LifeStanding(.stock).decide(.openTest, context)
        #expect(!closed.after.serves)
        #expect(closed.after.stops == StopReasons([.noRealName]))
        context.periods.testsUnregistered = true
        let open = try LifeStanding(.stock).decide(.openTest, context)
        #expect(open.after.serves)
        #expect(open.intents == [.openTest])
    }

    // MARK: Reasons are a set

    @Test(arguments: StopReason.allCases)
    func `finishing one matter clears its own reason and no other, R-LC-01`(_ reason: StopReason) throws {
        let stopped = LifeStanding(.active, .every)
        let isByHand = reason != .noRealName
        let after = try stopped.decide(isByHand ? .resume : .register, LifeContext(isHeld: !isByHand, reason: reason)).after
        #expect(after.stops == StopReasons.every.lifting(reason))
        #expect(!after.serves)
    }

    @Test func `service runs again only when the last reason is gone`() throws {
        let context = { (reason: StopReason) in LifeContext(isHeld: true, reason: reason) }
        let first = try LifeStanding(.active, StopReasons([.arrears, .ownerAsked])).decide(.resume, context(.arrears))
        #expect(first.intents.isEmpty)
        let second = try first.after.decide(.resume, context(.ownerAsked))
        #expect(second.after.serves)
        #expect(second.intents == [.resume])
    }

    @Test func `no hand lifts what only a registration clears, R-LC-02`() {
        let stopped = LifeStanding(.active, StopReasons([.noRealName]))
        #expect(throws: LifeRefused(.byRegistration)) {
            try stopped.decide(.resume, LifeContext(isHeld: false, reason: .noRealName))
        }
    }

    @Test func `a reason that is set or is not says so, and one must be named`() {
        let stopped = LifeStanding(.active, StopReasons([.risk]))
        #expect(throws: LifeRefused(.reasonSet)) { try stopped.decide(.stop, LifeContext(isHeld: true, reason: .risk)) }
        #expect(throws: LifeRefused(.reasonNotSet)) { try stopped.decide(.resume, LifeContext(isHeld: true, reason: .arrears)) }
        for command in [LifeCommand.stop, .resume] {
            #expect(throws: LifeRefused(.reasonNeeded)) { try stopped.decide(command, LifeContext(isHeld: true)) }
        }
    }

    @Test func `who sets a reason is who may: the owner his own, the operator the others`() {
        #expect(StopReason.ownerAsked.permission == .cardLife)
        #expect(StopReason.allCases.filter { $0.permission == .cardLife } == [.ownerAsked])
        #expect(!StaffRole.agentClerk.permissions.contains(.cardControl))
        #expect(!StaffRole.enterpriseManager.permissions.contains(.cardControl))
    }

    @Test func `a set with a bit that stands for no reason is none`() {
        #expect(StopReasons(rawValue: 1 << 20) == nil)
        #expect(StopReasons(rawValue: -1) == nil)
        #expect(StopReasons(rawValue: 5)?.reasons == [.noRealName, .arrears])
    }

    // MARK: Changes judge the registration again

    @Test func `another SIM or device is verified anew where province or carrier say so, R-25-03`() throws {
        var context = LifeContext(isHeld: true)
        #expect(try LifeStanding(.active).decide(.changeSIM, context).after.serves)
        context.periods.reregistersOnSIMChange = true
        context.periods.reregistersOnDeviceChange = true
        for command in [LifeCommand.changeSIM, .changeDevice] {
            let transition = try LifeStanding(.active).decide(command, context)
            #expect(transition.after.stops == StopReasons([.reverificationDue]))
            #expect(transition.intents.last == .stop)
        }
    }

    @Test func `a declared device settles the separation`() throws {
        let separated = LifeStanding(.active, StopReasons([.deviceSeparation]))
        #expect(try separated.decide(.changeDevice, LifeContext(isHeld: true)).after.serves)
    }

    @Test func `when nobody answers any more, service stops, and registering anew clears it`() throws {
        let vacated = try LifeStanding(.active).decide(.vacate, LifeContext(isHeld: false))
        #expect(vacated.after.stops == StopReasons([.noRealName]))
        #expect(vacated.intents == [.stop])
        let registered = try vacated.after.decide(.register, LifeContext(isHeld: true))
        #expect(registered.after.serves)
        #expect(registered.intents == [.resume])
    }

    // MARK: Back again

    @Test func `use alone brings a card back only where the setting says so and somebody answers`() throws {
        var context = LifeContext(isHeld: true, wasActive: true)
        #expect(try LifeStanding(.cancelling).decide(.powerUp, context).after.state == .cancelling)
        context.periods.useBringsBack = true
        #expect(try LifeStanding(.cancelling).decide(.powerUp, context).after == LifeStanding(.active))
        context.isHeld = false
        #expect(try LifeStanding(.cancelling).decide(.powerUp, context).after.state == .cancelling)
    }

    @Test func `a card brought back returns to where it was, and not while it owes`() throws {
        #expect(try LifeStanding(.cancelling).decide(.bringBack, LifeContext(isHeld: true, wasActive: false)).after.state == .ready)
        #expect(throws: LifeRefused(.stopped)) {
            try LifeStanding(.cancelling, StopReasons([.arrears])).decide(.bringBack, LifeContext(isHeld: true, wasActive: true))
        }
    }

    @Test func `begun wrongly, a cycle is taken back whatever stops the card, and nobody's card is not let run by it`() throws {
        let owing = LifeStanding(.cancelling, StopReasons([.arrears]))
        #expect(try owing.decide(.usedInTime, LifeContext(isHeld: true, wasActive: true)).after == LifeStanding(.active, owing.stops))
        let nobodys = try LifeStanding(.cancelling).decide(.usedInTime, LifeContext(isHeld: false, wasActive: true))
        #expect(nobodys.after == LifeStanding(.active, StopReasons([.noRealName])) && nobodys.intents == [])
        // In service before it came here, it goes on as before.
        let tolerated = LifeContext(isHeld: false, isTolerated: true, wasActive: true)
        #expect(try LifeStanding(.cancelling).decide(.usedInTime, tolerated).after == LifeStanding(.active))
        #expect(try LifeStanding(.cancelling).decide(.bringBack, tolerated).after.stops == StopReasons([.noRealName]))
    }

    @Test func `a cycle was begun wrongly by use before it that left the card no time to lie idle`() {
        let day = Int64(86_400_000)
        // 2026-06-03 08:00 in Shanghai.
        let at = Instant(milliseconds: 1_780_444_800_000)
        let begin = CycleBegin(at: at, isIdle: true)
        for (daysBefore, months, isWrong) in [
            (1, 3, true), (80, 3, true), (100, 3, false), (100, 4, true), (0, 3, false), (-1, 3, false),
        ] as [(Int64, Int64, Bool)] {
            let use = Instant(milliseconds: at.milliseconds - daysBefore * day)
            #expect(begin.isWrong(usedAt: use, idleMonths: months) == isWrong, "\(daysBefore) days, \(months) months")
            #expect(!CycleBegin(at: at, isIdle: false).isWrong(usedAt: use, idleMonths: months))
        }
    }
}
