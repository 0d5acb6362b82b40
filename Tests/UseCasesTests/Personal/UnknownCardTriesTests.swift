import Registry
import Testing
import UseCases

@Suite("Claim codes typed for cards that are not here")
struct UnknownCardTriesTests {
    private static let begin = Instant(milliseconds: 1_772_413_200_000)

    @Test func `counts are forgotten after a day, and not before`() {
        let tries = UnknownCardTries()
        func isWithin(_ now: Instant) -> Bool { tries.isWithin(card: [1], cardMax: 9, source: [2], sourceMax: 1, at: now) }
        #expect(isWithin(Self.begin))
        #expect(!isWithin(Self.begin))
        #expect(!isWithin(Self.begin.adding(seconds: 86_399)))
        #expect(isWithin(Self.begin.adding(seconds: 86_400)))
        #expect(!isWithin(Self.begin.adding(seconds: 86_401)))
    }

    @Test func `many addresses together are stopped at the card, which closes no other`() {
        let tries = UnknownCardTries()
        for source in 0..<5 {
            #expect(tries.isWithin(card: [1], cardMax: 5, source: [2, UInt8(source)], sourceMax: 3, at: Self.begin))
        }
        #expect(!tries.isWithin(card: [1], cardMax: 5, source: [2, 9], sourceMax: 3, at: Self.begin))
        #expect(tries.isWithin(card: [3], cardMax: 5, source: [4, 9], sourceMax: 3, at: Self.begin))
    }

    @Test func `however many cards are tried, no more is kept than may be, and the newest is`() {
        let tries = UnknownCardTries(keysMax: 10)
        for card in 0..<200 {
            let now = Self.begin.adding(seconds: Int64(card))
            #expect(tries.isWithin(card: [1, UInt8(card)], cardMax: 1, source: [2, UInt8(card)], sourceMax: 1, at: now))
            #expect(!tries.isWithin(card: [1, UInt8(card)], cardMax: 1, source: [2, UInt8(card)], sourceMax: 1, at: now))
            #expect(tries.size <= 10)
        }
    }
}
