import Testing
import UseCases

@Suite("The machine's own chance")
struct SystemChanceTests {
    @Test(arguments: [0, 1, 16, 255, 256, 257, 511, 512, 513, 5_000, 12_289])
    func `as many bytes as are asked for, beyond what the system gives at once too, and none left empty`(count: Int) {
        let chance = SystemChance()
        let first = chance.bytes(count), second = chance.bytes(count)
        #expect(first.count == count && second.count == count)
        #expect(count < 16 || first != second)
        for bytes in [first, second] {
            let zeros = bytes.split(whereSeparator: { $0 != 0 }).map(\.count).max() ?? 0
            #expect(zeros < 8)
        }
    }

    @Test func `no word twice`() {
        let chance = SystemChance()
        var words: Set<UInt64> = []
        for _ in 0..<2_000 {
            let (first, second) = chance.words()
            words.insert(first)
            words.insert(second)
        }
        #expect(words.count == 4_000)
    }

    @Test func `of many threads each has its own`() async {
        let chance = SystemChance()
        let words = await withTaskGroup(of: [UInt64].self) { group in
            for _ in 0..<16 {
                group.addTask {
                    var drawn: [UInt64] = []
                    for _ in 0..<1_000 {
                        let (first, second) = chance.words()
                        drawn += [first, second]
                    }
                    return drawn
                }
            }
            var all: Set<UInt64> = []
            for await drawn in group { all.formUnion(drawn) }
            return all
        }
        #expect(words.count == 32_000)
    }
}
