import Testing

@testable import Inspection

@Suite struct MutationTests {
    @Test(arguments: [Samples.baseline, Samples.progressive, Samples.palette, Samples.scan])
    func `damaged bytes end in a report or a refusal, never in a fault of ours`(sample: [UInt8]) async {
        let seed = UInt64.random(in: 0 ... .max)
        var chance = Seeded(state: seed)
        for round in 0..<50 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...6, using: &chance) {
                let at = Int.random(in: 0..<bytes.count, using: &chance)
                switch Int.random(in: 0..<3, using: &chance) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &chance)
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &chance), at: at)
                default: bytes.remove(at: at)
                }
            }
            let answer = await refusal(of: bytes)
            #expect(answer != .unavailable && answer != .timeout, "seed \(seed), round \(round)")
        }
    }
}
