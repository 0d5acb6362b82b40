import SQLCore
import Testing

@Suite struct FifoTests {
    private final class Thing {}

    @Test(arguments: [1, 2, 255, 256, 257, 600, 5_000]) func `what went in first comes out first, however the ends move`(count: Int) {
        var fifo = Fifo<Int>()
        var taken: [Int] = []
        for number in 0..<count {
            fifo.append(number)
            if number % 3 == 2, let first = fifo.popFirst() { taken.append(first) }
        }
        #expect(fifo.count == count - taken.count)
        while let next = fifo.popFirst() { taken.append(next) }
        #expect(taken == Array(0..<count))
        #expect(fifo.isEmpty)
        #expect(fifo.first == nil)
    }

    @Test func `what was taken out is not held any longer`() {
        var fifo = Fifo<Thing>()
        weak var held: Thing?
        do {
            let thing = Thing()
            held = thing
            fifo.append(thing)
        }
        #expect(held != nil)
        _ = fifo.popFirst()
        #expect(held == nil)
    }
}
