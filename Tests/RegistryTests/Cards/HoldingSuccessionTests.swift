import Registry
import Testing

@Suite("The links of a card's holding")
struct HoldingSuccessionTests {
    private static let first = RegistrationID(high: 1, low: 1)
    private static let second = RegistrationID(high: 1, low: 2)

    private func links(_ links: (RegistrationID?, Int64)...) -> HoldingSuccession {
        HoldingSuccession(
            links.enumerated().map {
                HoldingSuccession.Link(
                    ordinal: Int64($0.offset), registration: $0.element.0, effectiveFrom: Instant(milliseconds: $0.element.1))
            })
    }

    private func holders(_ succession: HoldingSuccession, _ instant: Int64) -> Set<RegistrationID> {
        succession.holders(from: Instant(milliseconds: instant))
    }

    private func stretches(_ succession: HoldingSuccession, _ registration: RegistrationID, _ instant: Int64) -> [[Int64?]] {
        succession.stretches(of: registration, from: Instant(milliseconds: instant)).map { [$0.from.milliseconds, $0.until?.milliseconds] }
    }

    @Test func `without links nobody answers`() {
        #expect(holders(links(), 5) == [])
        #expect(stretches(links(), Self.first, 5) == [])
        #expect(links().nextOrdinal == 0)
    }

    @Test func `whoever answers until a later day is in the way before it and not from it on`() {
        let succession = links((Self.first, 10), (nil, 50))
        #expect(holders(succession, 0) == [Self.first])
        #expect(holders(succession, 49) == [Self.first])
        #expect(holders(succession, 50) == [])
    }

    @Test func `who will answer later is in the way before`() {
        let succession = links((Self.first, 10), (nil, 50), (Self.second, 60))
        #expect(holders(succession, 55) == [Self.second])
        #expect(holders(succession, 20) == [Self.first, Self.second])
    }

    @Test func `an earlier end recorded later ends earlier, and the planned one stays`() {
        let succession = links((Self.first, 10), (nil, 50), (nil, 30))
        #expect(holders(succession, 30) == [])
        #expect(stretches(succession, Self.first, 0) == [[10, 30]])
        #expect(succession.nextOrdinal == 3)
    }

    @Test func `of links that begin at once the one recorded last counts`() {
        let succession = links((Self.first, 10), (nil, 10))
        #expect(holders(succession, 10) == [])
        #expect(stretches(succession, Self.first, 0) == [])
    }

    @Test func `stretches begin no earlier than asked and leave out those of others`() {
        let succession = links((Self.first, 10), (nil, 20), (Self.second, 25), (nil, 30), (Self.first, 40))
        #expect(stretches(succession, Self.first, 15) == [[15, 20], [40, nil]])
        #expect(stretches(succession, Self.first, 20) == [[40, nil]])
        #expect(stretches(succession, Self.second, 27) == [[27, 30]])
    }
}
