import Ledger
import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Carriers

@Suite struct QuotaTests {
    /// Every arrival, somewhere between a call's beginning and its end, is held against a plain count of all before it.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `no second, day or card ever has more calls than it may, whenever they arrive`(seed: UInt64) {
        let chance = SeededChance(seed: seed)
        var patience = CarrierPatience()
        patience.callsPerSecond = 3
        patience.callsPerDay = 200
        patience.callsPerCardPerMinute = 2
        let quota = CallQuota(patience)
        var now = Instant(milliseconds: 1_772_413_200_000)
        var underWay: [(number: Int, begun: Instant, card: String)] = []
        var arrivals: [(at: Int64, card: String)] = []
        var held = 0
        for _ in 0..<6_000 {
            let (first, second) = chance.words()
            now = Instant(milliseconds: now.milliseconds + Int64(first % (second % 50 == 0 ? 3_600_000 : 700)))
            if underWay.count == 3 || (second >> 8) % 3 == 0, !underWay.isEmpty {
                let ended = underWay.remove(at: Int((second >> 16) % UInt64(underWay.count)))
                let span = UInt64(now.milliseconds - ended.begun.milliseconds + 1)
                arrivals.append((ended.begun.milliseconds + Int64((second >> 24) % span), ended.card))
                quota.end(ended.number, at: now)
            }
            let card = "card-\(second % 7)"
            switch quota.take([card], at: now) {
            case .held(let until):
                held += 1
                #expect(until > now, "seed \(seed)")
            case .taken(let number): underWay.append((number, now, card))
            }
        }
        arrivals.sort { $0.at < $1.at }
        for (place, last) in arrivals.enumerated() {
            let before = arrivals[...place]
            #expect(before.reversed().prefix { $0.at > last.at - 1_000 }.count <= 3, "seed \(seed)")
            #expect(before.reversed().prefix { $0.at > last.at - 86_400_000 }.count <= 200, "seed \(seed)")
            #expect(before.reversed().prefix { $0.at > last.at - 60_000 }.count { $0.card == last.card } <= 2, "seed \(seed)")
        }
        #expect(held > 100 && arrivals.count > 200, "seed \(seed)")
    }

    @Test func `whoever waits until then is let through`() {
        var patience = CarrierPatience()
        patience.callsPerSecond = 1
        patience.callsPerDay = 2
        patience.callsPerCardPerMinute = 1
        let quota = CallQuota(patience)
        let start = Instant(milliseconds: 1_772_413_200_000)
        #expect(quota.take(["a"], at: start) == .taken(1))
        // While it is under way nobody knows when it will have been counted.
        #expect(quota.take(["b"], at: start) == .held(until: start.adding(seconds: 1)))
        quota.end(1, at: start.adding(seconds: 3))
        #expect(quota.take(["b"], at: start.adding(seconds: 3)) == .held(until: start.adding(seconds: 4)))
        #expect(quota.take(["a"], at: start.adding(seconds: 4)) == .held(until: start.adding(seconds: 63)))
        #expect(quota.take(["b"], at: start.adding(seconds: 4)) == .taken(2))
        quota.end(2, at: start.adding(seconds: 4))
        guard case .held(let day) = quota.take(["c"], at: start.adding(seconds: 9)) else {
            Issue.record("a third call of the day")
            return
        }
        #expect(day > start.adding(seconds: 86_400))
        #expect(quota.take(["c"], at: day) == .taken(3))
    }

    @Test func `within a grant so many calls begin as were granted, and none after it`() {
        var patience = CarrierPatience()
        patience.callsPerSecond = 0
        patience.callsPerDay = 5
        let quota = CallQuota(patience)
        let start = Instant(milliseconds: 1_772_413_200_000)
        #expect(quota.needsMore(than: 40, calls: 1, at: start) && !quota.isGranted(at: start))
        quota.grant(until: start.adding(seconds: 60), calls: 2)
        #expect(!quota.needsMore(than: 40, calls: 1, at: start) && quota.isGranted(at: start))
        #expect(quota.needsMore(than: 60, calls: 1, at: start))
        #expect(quota.take(["a"], at: start) == .taken(1))
        #expect(quota.take(["a"], at: start) == .taken(2))
        #expect(quota.take(["a"], at: start) == .held(until: start.adding(seconds: 1)))
        #expect(quota.needsMore(than: 40, calls: 1, at: start))
        quota.end(1, at: start)
        // One is under way still.
        #expect(quota.settled(at: start).total == 2)
        quota.grant(until: start.adding(seconds: 60), calls: 3)
        #expect(quota.settled(at: start).total == 2)
        #expect(quota.take(["a"], at: start) == .held(until: start.adding(seconds: 1)))
        quota.grant(until: start.adding(seconds: 60), calls: 3)
        #expect(quota.take(["a"], at: start.adding(seconds: 60)) == .held(until: start.adding(seconds: 121)))
        #expect(!quota.isGranted(at: start.adding(seconds: 60)))
        for number in 3...5 { #expect(quota.take(["a"], at: start) == .taken(number)) }
        // The day is used up: more is not wanted before it is over.
        #expect(!quota.needsMore(than: 40, calls: 1, at: start))
        for number in 2...5 { quota.end(number, at: start) }
        var others = CarrierDay()
        others.add(4, at: start.adding(seconds: 60))
        quota.goOn(after: others)
        quota.grant(until: start.adding(seconds: 200), calls: 5)
        #expect(quota.take(["a"], at: start.adding(seconds: 100)) == .taken(6))
        guard case .held(let until) = quota.take(["a"], at: start.adding(seconds: 100)) else {
            Issue.record("a sixth call of the day")
            return
        }
        #expect(until > start.adding(seconds: 86_400))
    }

    @Test func `nothing is limited where no limit is`() {
        var patience = CarrierPatience()
        patience.callsPerSecond = 0
        let quota = CallQuota(patience)
        let now = Instant(milliseconds: 1)
        #expect((1...10_000).allSatisfy { quota.take(["a"], at: now) == .taken($0) })
    }

    @Test(arguments: CarrierSystem.allCases)
    func `a carrier's quota is never exceeded, however much there is to ask`(system: CarrierSystem) async throws {
        try await carrying(
            system, { $0.callsPerSecond = 4 }, file: ["limits": ["callsPerSecond": 4, "callsPerCardPerMinute": 0, "concurrency": 4]]
        ) { carrying in
            let cards = (0..<20).map { Carrying.card($0) }
            // OneLink's token is a call of its own.
            for _ in 0..<3 {
                #expect(await carrying.gateway.states(of: cards).allSatisfy { $0.value != nil })
                #expect(await carrying.gateway.tell(.suspend, [carrying.order(1, id: 1)]).count == 1)
            }
            #expect(await carrying.statistic("overQuota") == 0)
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `a day's quota that is used up is said, with the time from which it is not`(system: CarrierSystem) async throws {
        try await carrying(
            system, { $0.callsPerDay = 10 },
            file: ["limits": ["callsPerSecond": 0, "callsPerCardPerMinute": 0, "callsPerDay": 10]]
        ) { carrying in
            var replies: [CarrierReply<CarrierCardState>] = []
            for number in 0..<14 { replies += await carrying.gateway.states(of: [Carrying.card(number)]) }
            guard case .overQuota(let until)? = replies.last else {
                Issue.record("\(replies.last.map { "\($0)" } ?? "nothing")")
                return
            }
            #expect(until > carrying.clock.now().adding(seconds: 80_000))
            #expect(await carrying.statistic("overQuota") == 0)
            guard case .overQuota = await carrying.gateway.tell(.suspend, [carrying.order(1)])[0] else {
                Issue.record("a command was told beyond the quota")
                return
            }
        }
    }

    @Test(arguments: CarrierSystem.allCases)
    func `a carrier that says we ask too much is left alone`(system: CarrierSystem) async throws {
        try await carrying(system, { $0.callsPerSecond = 1 }) { carrying in
            var replies: [CarrierReply<CarrierCardState>] = []
            for number in 0..<4 { replies += await carrying.gateway.states(of: [Carrying.card(number)]) }
            #expect(replies.contains { if case .overQuota = $0 { true } else { false } })
        }
    }

    @Test func `windows close by the clock, and belong to one card`() {
        let windows = OperationWindows(seconds: 180)
        let start = Instant(milliseconds: 1_000)
        #expect(windows.enter("a", at: start) == nil)
        #expect(windows.enter("a", at: start.adding(seconds: 179)) == start.adding(seconds: 180))
        #expect(windows.enter("b", at: start) == nil)
        #expect(windows.enter("a", at: start.adding(seconds: 180)) == nil)
        windows.leave("a")
        #expect(windows.enter("a", at: start.adding(seconds: 181)) == nil)
        #expect(windows.hold("c", at: start) == start.adding(seconds: 180))
        #expect(windows.enter("c", at: start) == start.adding(seconds: 180))
    }
}

/// OneLink's token.
@Suite struct TokenTests {
    @Test func `a token is fetched once for all who ask at the same time, and again when its time is over`() async throws {
        try await carrying(.oneLink) { carrying in
            let cards = (0..<20).map { Carrying.card($0) }
            #expect(await carrying.gateway.states(of: cards).allSatisfy { $0.value != nil })
            #expect(await carrying.statistic("tokens") == 1)
            carrying.clock.move(seconds: 7_130)
            #expect(await carrying.gateway.states(of: cards).allSatisfy { $0.value != nil })
            #expect(await carrying.statistic("tokens") == 1)
            // A minute before its end it is renewed.
            carrying.clock.move(seconds: 20)
            #expect(await carrying.gateway.states(of: cards).allSatisfy { $0.value != nil })
            #expect(await carrying.statistic("tokens") == 2)
        }
    }

    @Test func `a token the carrier no longer takes is renewed once, unseen`() async throws {
        try await carrying(.oneLink, { $0.steps = [CarrierScenario.Step(times: 1, fault: .tokenExpired)] }) { carrying in
            #expect(await carrying.gateway.states(of: [Carrying.card(1)])[0].value?.word == .active)
            #expect(await carrying.statistic("tokens") == 2)
        }
        // A command too: it was refused for the token alone.
        try await carrying(.oneLink, { $0.steps = [CarrierScenario.Step(times: 1, fault: .tokenExpired)] }) { carrying in
            #expect(await carrying.gateway.tell(.suspend, [carrying.order(1)])[0].isAccepted)
            #expect(await carrying.statistic("changes") == 1)
        }
    }

    @Test func `with a digest no token is fetched`() async throws {
        try await carrying(.oneLink, file: ["signing": ["proof": "digest"]]) { carrying in
            #expect(await carrying.gateway.states(of: [Carrying.card(1)])[0].value?.word == .active)
            #expect(await carrying.statistic("tokens") == 0)
        }
    }

    @Test func `a job says what went wrong with which card`() async throws {
        try await carrying(.oneLink, { $0.cards[3].life = .stopped }) { carrying in
            let orders = (2...4).map { carrying.order($0) }
            let told = await carrying.gateway.tell(.suspend, orders)
            #expect(Set(told.map(\.serial)).count == 1)
            let tickets = zip(orders, told).map { CarrierTicket(order: $0, wish: .change(.suspend), serial: $1.serial) }
            #expect(await carrying.gateway.outcomes(of: tickets) == tickets.map { _ in .done(.pending) })
            carrying.clock.move(seconds: 31)
            let outcomes = await carrying.gateway.outcomes(of: tickets)
            #expect(outcomes == [.done(.inEffect), .done(.failed(.carrierStateForbids, code: "12089")), .done(.inEffect)])
        }
    }
}
