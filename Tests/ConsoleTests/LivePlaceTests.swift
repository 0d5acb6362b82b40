import Registry
import Testing
import UseCases

@testable import Console

@Suite("Pages that are followed live")
struct LivePlaceTests {
    private func session(_ number: UInt64) -> SessionID { SessionID(high: 1, low: number) }

    @Test func `a sign-in has three at a time, and a place given back is free again`() throws {
        let places = LivePlaces()
        var taken = try (0..<LivePlaces.mostOfSession).map { _ in try places.take(for: session(1)) }
        #expect(throws: Refusal.livePlacesTaken) { try places.take(for: session(1)) }
        #expect(throws: Never.self) { try places.take(for: session(2)) }
        taken.removeLast()
        #expect(throws: Never.self) { try places.take(for: session(1)) }
    }

    @Test func `the server has a hundred at a time, whoever they are`() throws {
        let places = LivePlaces()
        var taken = try (0..<LivePlaces.mostOfServer).map { try places.take(for: session(UInt64($0))) }
        #expect(throws: Refusal.livePlacesTaken) { try places.take(for: session(10_000)) }
        taken.removeFirst()
        #expect(throws: Never.self) { try places.take(for: session(10_000)) }
        #expect(taken.count == LivePlaces.mostOfServer - 1)
    }

    @Test func `a place that nobody used is free again`() throws {
        let places = LivePlaces()
        for _ in 0..<1_000 { _ = try places.take(for: session(1)) }
    }
}
