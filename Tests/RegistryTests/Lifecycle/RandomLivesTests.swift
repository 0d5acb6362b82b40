import Registry
import Testing

@Suite("Lives led at random")
struct RandomLivesTests {
    private static let lives = 6_000
    private static let steps = 80

    @Test func `in thousands of lives no invariant is broken, and every state is reached`() {
        var visited: Set<ServiceState> = []
        for seed in 1...Self.lives {
            var life = RandomLife(seed: UInt64(seed))
            life.lead(steps: Self.steps)
            if let broken = life.broken { Issue.record("\(broken.rawValue) in the life of seed \(seed)") }
            visited.formUnion(life.visited)
        }
        #expect(visited == Set(ServiceState.allCases))
    }

    @Test(arguments: PlantedBug.allCases)
    func `a mistake planted in the rules is caught`(_ bug: PlantedBug) {
        let caught = (1...Self.lives).contains { seed in
            var life = RandomLife(seed: UInt64(seed), bug: bug)
            life.lead(steps: Self.steps)
            return life.broken != nil
        }
        #expect(caught, "\(bug.rawValue) goes unnoticed")
    }
}
