import Registry
import Synchronization
import Testing
import UseCases

/// What a machine's two clocks say.
private final class Readings: Sendable {
    private let day = Mutex<Int64>(1_772_413_200)
    private let passed = Mutex<Int64>(77)

    var clock: SystemClock {
        SystemClock(machine: { [self] in day.withLock { $0 } * 1_000 }, steady: { [self] in passed.withLock { $0 } })
    }

    /// Time passes, in seconds.
    func pass(_ seconds: Int64) {
        day.withLock { $0 += seconds }
        passed.withLock { $0 += seconds }
    }

    /// Somebody sets the time of day.
    func set(by seconds: Int64) { day.withLock { $0 += seconds } }
}

@Suite struct `The machine's clock` {
    private static let day: Int64 = 86_400

    @Test func `while time passes as it should it is in step`() {
        let readings = Readings()
        let clock = readings.clock
        let start = clock.now()
        readings.pass(10 * Self.day)
        #expect(clock.now() == start.adding(days: 10))
        #expect(clock.standing == ClockStanding() && !clock.standing.isSetBack)
    }

    @Test func `a leap ahead is told, and no less when it is set right: time stands still and never goes back`() {
        let readings = Readings()
        let clock = readings.clock
        let start = clock.now()
        readings.set(by: 200 * Self.day)
        #expect(clock.now() == start.adding(days: 200))
        #expect(clock.standing == ClockStanding(aheadSeconds: 200 * Self.day) && !clock.standing.isSetBack)
        readings.set(by: -200 * Self.day)
        #expect(clock.now() == start.adding(days: 200))
        #expect(clock.standing == ClockStanding(aheadSeconds: 200 * Self.day, setBackSeconds: 200 * Self.day) && clock.standing.isSetBack)
        readings.pass(Self.day)
        #expect(clock.now() == start.adding(days: 200))
        #expect(clock.standing == ClockStanding(aheadSeconds: 199 * Self.day, setBackSeconds: 199 * Self.day) && clock.standing.isSetBack)
        readings.pass(200 * Self.day)
        #expect(clock.now() == start.adding(days: 201))
        #expect(clock.standing == ClockStanding() && !clock.standing.isSetBack)
        // Whoever begins anew goes by the machine.
        readings.set(by: -Self.day)
        #expect(readings.clock.now() == start.adding(days: 200))
    }

    @Test func `a leap that nobody asked the time in is none`() {
        let readings = Readings()
        let clock = readings.clock
        _ = clock.now()
        readings.set(by: 200 * Self.day)
        readings.set(by: -200 * Self.day)
        #expect(clock.standing == ClockStanding())
    }

    @Test func `what a minute's correction does is borne, a second more is told`() {
        let readings = Readings()
        let clock = readings.clock
        let start = clock.now()
        readings.set(by: -60)
        #expect(clock.now() == start && clock.standing == ClockStanding(setBackSeconds: 60) && !clock.standing.isSetBack)
        readings.set(by: -1)
        #expect(clock.now() == start && clock.standing.isSetBack)
        readings.pass(61)
        #expect(clock.now() == start && clock.standing == ClockStanding(aheadSeconds: -61) && !clock.standing.isSetBack)
    }
}
