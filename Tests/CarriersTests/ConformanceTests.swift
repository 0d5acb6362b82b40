import Ledger
import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Carriers

/// What holds for every adapter, asked of each over real HTTP.
@Suite struct ConformanceTests {
    @Test(arguments: CarrierSystem.allCases)
    func `every operation has a row, and what is not offered is refused before anything is sent`(system: CarrierSystem) async throws {
        try await carrying(system, file: system == .ctwing ? ["paths": [:]] : [:]) { carrying in
            let gateway = carrying.gateway
            for operation in CarrierOperation.allCases {
                let row = gateway.capabilities[operation]
                #expect(operation != .push || row.standing == .offered)
                #expect(row.standing == .offered ? row.cardsMax >= 1 : true, "\(operation)")
            }
            if !gateway.capabilities.offers(.startRegistration) {
                #expect(await gateway.startRegistration(carrying.order(1)).refusalCode == "carrier-not-offered")
            }
            if !gateway.capabilities.offers(.submitIdentity) {
                #expect(await gateway.submit(Invented.identity, carrying.order(1)).refusalCode == "carrier-not-offered")
            }
            if !gateway.capabilities.offers(.clearRegistration) {
                #expect(await gateway.clearRegistration(carrying.order(1)).refusalCode == "carrier-not-offered")
            }
            if !gateway.capabilities.offers(.risk) {
                #expect(await gateway.risks(of: Carrying.card(1)).refusalCode == "carrier-not-offered")
            }
            if !gateway.capabilities.offers(.activate) {
                #expect(await gateway.tell(.activate, [carrying.order(1)])[0].refusalCode == "carrier-not-offered")
            }
            #expect(await carrying.calls() == 0 || gateway.capabilities.offers(.activate))
        }
    }

    /// Where the simulated cards stand that every adapter is asked about.
    private static let lives: [CarrierLife] = [.active, .stopped, .testable, .ready, .active]

    /// What the suite demands of states: those of the cards, in our words. Answers the places at which it is not so.
    private static func misread(_ words: [CarrierLife?]) -> [Int] { lives.indices.filter { words[$0] != lives[$0] } }

    private func withLives(_ system: CarrierSystem, _ body: @escaping @Sendable (Carrying) async throws -> Void) async throws {
        try await carrying(
            system,
            { scenario in
                scenario.cards = Self.lives.enumerated().map {
                    Carrying.simulated($0.offset, $0.element, $0.offset == 4 ? .registered : .unregistered)
                }
            }, body)
    }

    @Test(arguments: CarrierSystem.allCases)
    func `states and real names come back in the order of the cards, in our words`(system: CarrierSystem) async throws {
        try await withLives(system) { carrying in
            let cards = (0..<5).map { Carrying.card($0) }
            let states = await carrying.gateway.states(of: cards)
            #expect(Self.misread(states.map { $0.value?.word }) == [], "\(states)")
            let names = await carrying.gateway.realNames(of: cards)
            #expect(names.map { $0.value?.word } == [.unregistered, .unregistered, .unregistered, .unregistered, .registered])
            #expect(await carrying.gateway.states(of: []).isEmpty)
        }
    }

    /// The suite judged: the codes that each carrier really sends, read by each neighbour's table, do not pass as the cards' states.
    @Test(arguments: CarrierSystem.allCases)
    func `states of one carrier fed to another's table fail what is demanded of states`(system: CarrierSystem) async throws {
        try await withLives(system) { carrying in
            let codes = await carrying.gateway.states(of: (0..<5).map { Carrying.card($0) }).map { $0.value?.code ?? "" }
            let own = try #require(StatusTable.all.first { $0.system == system })
            #expect(Self.misread(codes.map { own.read($0).word }) == [], "\(codes)")
            let others = StatusTable.all.filter { $0.system != system }
            #expect(others.count == CarrierSystem.allCases.count - 1)
            for other in others {
                let words = codes.map { other.read($0).word }
                #expect(Self.misread(words) != [], "\(system)'s \(codes) pass for \(other.system)'s: \(words)")
            }
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `lists are divided as the carrier wants them, however long`(system: CarrierSystem) async throws {
        try await carrying(system, { $0.cards = (0..<230).map { Carrying.simulated($0) } }) { carrying in
            let cards = (0..<230).map { Carrying.card($0) }
            let names = await carrying.gateway.realNames(of: cards)
            #expect(names.count == 230 && names.allSatisfy { $0.value?.word == .unregistered })
            let size = carrying.gateway.capabilities[.queryRealName].cardsMax
            #expect(await carrying.calls() == Int64((230 + size - 1) / size))
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `taken on is not in effect: the state follows the carrier`(system: CarrierSystem) async throws {
        try await carrying(system) { carrying in
            let order = carrying.order(3)
            let told = await carrying.gateway.tell(.suspend, [order])[0]
            #expect(told.isAccepted)
            let ticket = CarrierTicket(order: order, wish: .change(.suspend), serial: told.serial)
            #expect(await carrying.gateway.states(of: [order.card])[0].value?.word == .active)
            #expect(await carrying.gateway.outcomes(of: [ticket]) == [.done(.pending)])
            carrying.clock.move(seconds: 31)
            #expect(await carrying.gateway.outcomes(of: [ticket]) == [.done(.inEffect)])
            #expect(await carrying.gateway.states(of: [order.card])[0].value?.word == .stopped)
            carrying.clock.move(seconds: 300)
            let resumed = await carrying.gateway.tell(.resume, [carrying.order(3, id: 99)])[0]
            #expect(resumed.isAccepted)
            carrying.clock.move(seconds: 31)
            #expect(await carrying.gateway.states(of: [order.card])[0].value?.word == .active)
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `an answer that is lost is no second operation: the carrier is asked`(system: CarrierSystem) async throws {
        try await carrying(system, { $0.steps = [CarrierScenario.Step(kind: .command, times: 1, fault: .drop)] }) { carrying in
            let order = carrying.order(5)
            #expect(await carrying.gateway.tell(.suspend, [order]) == [.unclear(.lost)])
            #expect(await carrying.statistic("changes") == 1)
            // Told again at once, it is held back by the card's window: not a call goes out.
            let before = await carrying.calls()
            guard case .locked = await carrying.gateway.tell(.suspend, [order])[0] else {
                Issue.record("it was told again")
                return
            }
            #expect(await carrying.calls() == before)
            let ticket = CarrierTicket(order: order, wish: .change(.suspend), serial: nil)
            carrying.clock.move(seconds: 31)
            #expect(await carrying.gateway.outcomes(of: [ticket]) == [.done(.inEffect)])
            #expect(await carrying.statistic("changes") == 1)
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `one locked card delays none of the other ninety-nine`(system: CarrierSystem) async throws {
        try await carrying(system, { $0.cards = (0..<100).map { Carrying.simulated($0) } }) { carrying in
            // Somebody else operated on number 37, so our own memory knows nothing of it.
            await carrying.sandbox.operateElsewhere(Carrying.card(37).iccid)
            let orders = (0..<100).map { carrying.order($0) }
            let told = await carrying.gateway.tell(.suspend, orders)
            #expect(told.filter(\.isAccepted).count == 99)
            guard case .locked(let until) = told[37] else {
                Issue.record("\(told[37])")
                return
            }
            #expect(until > carrying.clock.now())
            #expect(await carrying.statistic("changes") == 99)
            #expect(carrying.pause.waits.isEmpty)
            // Now it is known: not a call is spent on it.
            let calls = await carrying.calls()
            guard case .locked = await carrying.gateway.tell(.suspend, [carrying.order(37, id: 5_000)])[0] else {
                Issue.record("the window was forgotten")
                return
            }
            #expect(await carrying.calls() == calls)
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `cards the carrier does not know, that are others', or that it stopped itself`(system: CarrierSystem) async throws {
        try await carrying(
            system,
            { scenario in
                for (number, trouble) in [SimulatedCard.Trouble.unknown, .notOurs, .carrierStop].enumerated() {
                    scenario.cards[number].trouble = trouble
                }
                scenario.cards[2].life = .stopped
            }
        ) { carrying in
            let told = await carrying.gateway.tell(.suspend, [carrying.order(0)]) + carrying.gateway.tell(.suspend, [carrying.order(1)])
            #expect(told.map(\.refusalCode) == ["carrier-card-unknown", "carrier-card-not-ours"])
            #expect(await carrying.gateway.tell(.resume, [carrying.order(2)])[0].refusalCode == "carrier-stop-not-ours")
            #expect(await carrying.gateway.tell(.resume, [carrying.order(4)])[0].refusalCode == "carrier-state-forbids")
            // What was refused opens no window.
            carrying.clock.move(seconds: 1)
            #expect(await carrying.gateway.tell(.suspend, [carrying.order(4)])[0].isAccepted)
        }
    }

    @Test(arguments: [CarrierSystem.oneLink, .ctwing])
    func `a card without a number at a carrier that knows cards by number`(system: CarrierSystem) async throws {
        try await carrying(system) { carrying in
            let order = CarrierOrder(
                id: Carrying.id(1), card: CarrierCard(iccid: Carrying.card(1).iccid, msisdn: nil), at: carrying.clock.now())
            #expect(await carrying.gateway.tell(.suspend, [order])[0].refusalCode == "carrier-number-missing")
            #expect(await carrying.calls() == 0)
        }
    }

    @Test(arguments: [CarrierSystem.oneLink, .ctwing, .generic])
    func `a registration: the person's page, then the carrier's verdict`(system: CarrierSystem) async throws {
        try await carrying(system) { carrying in
            let order = carrying.order(6)
            let invitation = try #require(await carrying.gateway.startRegistration(order).value)
            #expect(invitation.address.hasPrefix(carrying.address + "/page/"))
            #expect(invitation.expires == carrying.clock.now().adding(seconds: 1_800))
            #expect(!"\(invitation)".contains("page"))
            let ticket = CarrierTicket(order: order, wish: .registration, serial: invitation.serial)
            #expect(await carrying.gateway.outcomes(of: [ticket]) == [.done(.pending)])
            try await press(invitation.address + "/pass")
            #expect(await carrying.gateway.outcomes(of: [ticket]) == [.done(.pending)])
            carrying.clock.move(seconds: 31)
            #expect(await carrying.gateway.outcomes(of: [ticket]) == [.done(.inEffect)])
            // Registered is registered: there is nothing to start again.
            #expect(await carrying.gateway.startRegistration(carrying.order(6, id: 77)).refusalCode == "carrier-state-forbids")
            // A link is good for its time, and then nobody is registered by it.
            let late = try #require(await carrying.gateway.startRegistration(carrying.order(8)).value)
            carrying.clock.move(seconds: 1_799)
            #expect(try await pageStatus("GET", late.address) == 200)
            carrying.clock.move(seconds: 1)
            #expect(try await pageStatus("GET", late.address) == 410)
            #expect(try await pageStatus("POST", late.address + "/pass") == 410)
        }
    }

    @Test(arguments: [CarrierSystem.ctwing, .generic])
    func `a registration is cleared`(system: CarrierSystem) async throws {
        try await carrying(system, { $0.cards[7].registered = .registered }) { carrying in
            let order = carrying.order(7)
            let told = await carrying.gateway.clearRegistration(order)
            #expect(told.isAccepted)
            let ticket = CarrierTicket(order: order, wish: .clearing, serial: told.serial)
            #expect(await carrying.gateway.outcomes(of: [ticket]) == [.done(.pending)])
            carrying.clock.move(seconds: 31)
            #expect(await carrying.gateway.outcomes(of: [ticket]) == [.done(.inEffect)])
            #expect(await carrying.statistic("clearings") == 1)
        }
    }

    @Test(arguments: [CarrierSystem.oneLink, .unicomCMP, .generic])
    func `a card is activated from whichever state allows it`(system: CarrierSystem) async throws {
        try await carrying(
            system,
            { scenario in
                scenario.cards[0].life = .ready
                scenario.cards[1].life = .testable
                scenario.cards[2].life = .stock
            }
        ) { carrying in
            for number in 0..<3 { #expect(await carrying.gateway.tell(.activate, [carrying.order(number)])[0].isAccepted) }
            carrying.clock.move(seconds: 31)
            #expect(await carrying.gateway.states(of: (0..<3).map { Carrying.card($0) }).allSatisfy { $0.value?.word == .active })
            #expect(await carrying.gateway.tell(.activate, [carrying.order(5)])[0].refusalCode == "carrier-state-forbids")
        }
    }

    @Test func `a card whose state nobody can read is not activated blindly, and not refused either`() async throws {
        try await carrying(
            .oneLink,
            { scenario in
                scenario.cards[0].life = .ready
                scenario.steps = [CarrierScenario.Step(kind: .query, times: 1, fault: .unknownState)]
            }
        ) { carrying in
            #expect(await carrying.gateway.tell(.activate, [carrying.order(0)])[0].isUnclear)
            #expect(await carrying.statistic("changes") == 0)
            #expect(await carrying.gateway.tell(.activate, [carrying.order(0)])[0].isAccepted)
        }
    }
}

/// People who do not exist.
enum Invented {
    static let identity = CarrierIdentity(
        identity: ClaimedIdentity(name: "欧阳青禾", documentType: .residentID, documentNumber: "11010519491231002X"), address: nil)
}
