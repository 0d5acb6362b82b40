import Registry
import Testing

@Suite("Lives led at random")
struct RandomLivesTests {
    private static let lives = 10_000
    private static let steps = 80

    @Test func `in thousands of lives no invariant is broken, and every state is reached`() async {
        var visited: Set<ServiceState> = []
        for seed in 1...Self.lives {
            await Self.letOthersRun(after: seed)
            var life = RandomLife(seed: UInt64(seed))
            life.lead(steps: Self.steps)
            if let broken = life.broken { Issue.record("\(broken.rawValue) in the life of seed \(seed)") }
            visited.formUnion(life.visited)
        }
        #expect(visited == Set(ServiceState.allCases))
    }

    @Test(arguments: PlantedBug.allCases)
    func `a mistake planted in the rules is caught by the invariant that it breaks`(_ bug: PlantedBug) async {
        var isCaught = false
        for seed in 1...Self.lives where !isCaught {
            await Self.letOthersRun(after: seed)
            var life = RandomLife(seed: UInt64(seed), bug: bug)
            life.lead(steps: Self.steps)
            isCaught = life.broken.map { bug.noticedAs.contains($0) } ?? false
        }
        #expect(isCaught, "\(bug.rawValue) goes unnoticed")
    }

    /// Tests share as many threads as there are processors: whoever computes for long would keep the others past their time limits.
    private static func letOthersRun(after seed: Int) async {
        if seed.isMultiple(of: 50) { await Task.yield() }
    }
}
