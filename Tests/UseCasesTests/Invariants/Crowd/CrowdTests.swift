import Foundation
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// REQUIREMENTS §11 over many lives at once, on a real store. Each is compared with what was done with it, after each round.
@Suite("Ten thousand lives on a store")
struct CrowdTests {
    /// So many lives, ten thousand in a store, on either engine; unless somebody asks for more or fewer.
    private static let asked = ProcessInfo.processInfo.environment["SHIMING_TEST_LIVES"].flatMap { Int($0) }
    private static let most = 10_000
    /// The rules are the same on both engines; the whole crowd is there once, and on PostgreSQL a part of it.
    private static let size = min(max(asked ?? (TestEngine.current == .sqlite ? most : 2_500), 200), most)
    static let seeds: [UInt64] = Array(1...UInt64(max(1, (asked ?? 0) / most)))
    private static let rounds = 12

    @Test(arguments: CrowdTests.seeds)
    func `led at random through commands, use, faults, leaps of the clock and dying servers, they break no invariant`(
        seed: UInt64
    ) async throws {
        try await RandomWalk.on(seed: seed) { walk in
            let crowd = try await Crowd.founded(on: walk, size: Self.size)
            try await Self.demandNone(crowd)
            for number in 1...Self.rounds {
                try await crowd.round(number)
                // All that is stored is compared each time; people ask one by one after the long leaps, when much has ended.
                try await Self.demandNone(crowd, asking: number.isMultiple(of: 4) ? 8 : 0)
            }
            try await walk.naming("calm") { try await walk.calmCarrier(times: 10) }
            // Until what ended in the first year is under its seal.
            try await walk.naming("years") { try await crowd.pass(days: 850) }
            try await Self.demandNone(crowd, asking: 40)
            try await Self.demandListed(crowd)
            #expect(Set(CrowdEvent.allCases).subtracting(crowd.met) == [], "seed \(seed)")
            #expect(crowd.led.count >= Self.size * 95 / 100, "seed \(seed): so few were led")
            _ = try await walk.shiming.sequenceTrail()
            #expect(try await walk.shiming.checkStore(files: false).findings == [], "seed \(seed)")
        }
    }

    /// - Parameter some: of so many cards people ask one by one what they are shown.
    private static func demandNone(_ crowd: Crowd, asking some: Int = 0) async throws {
        let walk = crowd.walk
        var found: [Breach] = []
        try await walk.naming("judge") {
            found = try await BulkJudge(walk, lives: crowd.lives).breaches()
            if found.isEmpty, some > 0 { found = try await InvariantJudge(walk, of: crowd.some(some)).breaches() }
        }
        try #require(found.isEmpty, "seed \(walk.seed), round \(walk.steps): \(found.count) breaches, such as \(found.prefix(5))")
    }

    /// Staff's list shows every card once, and who answers for it.
    private static func demandListed(_ crowd: Crowd) async throws {
        let listed = try await crowd.walk.listed()
        let shown = Dictionary(grouping: listed, by: \.iccid)
        let wrong = crowd.walk.known.cards.filter { card in
            let entries = shown[card.iccid] ?? []
            return entries.count != 1 || entries.first?.registration != card.holder?.registration
        }
        #expect(wrong.map(\.iccid) == [], "seed \(crowd.walk.seed)")
    }

    // MARK: The judge is judged; what else it finds, `InvariantTests` plants

    @Test func `a card that stands otherwise than was done with it is named, and so is a command that does something else`() async throws {
        try await RandomWalk.on(seed: 1) { walk in
            let crowd = try await Crowd.founded(on: walk, size: 200)
            func found() async throws -> Set<Invariant> { Set(try await BulkJudge(walk, lives: crowd.lives).breaches().map(\.invariant)) }
            let held = walk.known.places { $0.isHeld }
            let place = try #require(held.first)
            let iccid = walk.known.cards[place].iccid
            // Whoever died meanwhile did nothing.
            for _ in 0..<20 where crowd.lives[place].state != .active {
                try await crowd.command(.activate, [place], by: .numbers([iccid]), leavingOthers: true)
            }
            let before = try await found()
            try #require(before == [])
            func stand(_ state: Int64, _ stops: Int64) async throws {
                try await walk.shiming.store.write { session in
                    try session.run(
                        """
                        UPDATE card_life SET state = \(state), stops = \(stops)
                        WHERE subscription = (SELECT subscription FROM iccid_directory WHERE iccid = \(iccid))
                        """)
                }
            }
            for (state, stops, invariant) in [(3, 32, .usable), (4, 0, .kept), (5, 0, .kept)] as [(Int64, Int64, Invariant)] {
                try await stand(state, stops)
                let seen = try await found()
                #expect(seen == [invariant], "\(state), \(stops)")
            }
            try await stand(3, 0)
            let after = try await found()
            try #require(after == [])
            // As if nobody had registered it.
            let holdings = walk.known.cards[place].holdings
            walk.known.cards[place].holdings = []
            let forgotten = try await found()
            #expect(forgotten.contains(.usable) && forgotten.contains(.complete), "\(forgotten)")
            walk.known.cards[place].holdings = holdings
            // As if another device had been declared for it, and another SIM were in it.
            walk.known.cards[place].device = 35_440_311_000_001
            let mistaken = try await found()
            #expect(mistaken == [.kept])
            walk.known.cards[place].device = nil
            walk.known.cards[place].change(toSIM: walk.freshSIM(of: .mobile), at: walk.now)
            let unfound = try await found()
            #expect(unfound == [.kept])
            walk.known.cards[place].change(toSIM: iccid, at: walk.now)
            // As if it were stopped already.
            crowd.remember({ $0.obey(.stop, isHeld: true, at: walk.now) }, of: place)
            for _ in 0..<20 where walk.breaches.isEmpty {
                try await crowd.command(.stop, [place], by: .numbers([iccid]), leavingOthers: true)
            }
            #expect(walk.breaches.map(\.invariant) == [.usable])
        }
    }
}
