import Registry
import TestKit
import UseCases

extension RandomWalk {
    /// What every walk has met with before chance leads it: all that the invariants are about. What is sealed is met with once it is judged.
    func prologue() async throws {
        try await naming("prologue") {
            let places = try await StagedLives(self).places
            try await pass(days: 850, dyingAfter: 0)
            // Told, and then on its way out.
            try await pass(days: 8)
            try await meetRefusals()
            try await dieAtEachWrite()
            try await giveOnAndUp()
            try await runAndEndUnit(places.units)
            try await register([places.successor], .person(1))
            try await takeCard(.tracker, isWrong: true)
            // It lay idle, and ends now.
            try await pass(days: 63)
            try await pass(days: 8, dyingAfter: 1)
            try await reuseNumber(of: places.givenUp)
        }
    }

    /// The n-th of the walk's own cards of the kind, the first agent's.
    private func place(_ kind: WalkedKind, _ number: Int) -> Int { known.places { $0.kind == kind }[number] }

    private func meetRefusals() async throws {
        let papers = WalkedPapers.person(1)
        for rule in [Invariant.complete, .flow, .checksum] {
            let faults = WalkedFault.all(of: papers).filter { $0.invariant == rule }
            try await register([place(.watch, 3)], papers, fault: faults.randomElement(using: &chance))
        }
        // He has a router, by his other document.
        try await register([place(.router, 1)], .person(2, document: 1))
        try await change(.activate, place(.telecomWatch, 1))
    }

    /// The server dies at the first write of a case, then at the second, until it dies behind the handing in and another one finishes the case.
    private func dieAtEachWrite() async throws {
        let router = place(.router, 1)
        for writes in 0..<40 where known.cards[router].holder == nil {
            try await register([router], .person(1), dyingAfter: writes)
            world.clock.move(seconds: 600)
        }
    }

    private func giveOnAndUp() async throws {
        let watch = place(.watch, 3)
        try await register([watch], .person(1), .himself)
        try await giveOn(watch, to: 2)
        // Fewer than he may type his number in a day.
        for writes in 0..<4 where known.cards[watch].holder != nil { try await giveUp(watch, dyingAfter: writes) }
    }

    private func runAndEndUnit(_ tracker: Int) async throws {
        try await change(.activate, tracker)
        try await tellCarrier(Self.faults(at: now))
        world.clock.move(seconds: 600)
        // Told, and not noted.
        try await tellCarrier([], dyingAfter: 1)
        try await endUnit(tracker, dyingAfter: 0)
    }
}
