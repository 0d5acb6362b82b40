import Ledger
import Numbers
import Registry
import Testing

/// A moment in Shanghai.
private func shanghai(_ year: Int, _ month: Int, _ day: Int, hour: Int64 = 0) throws -> Instant {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    return Instant(milliseconds: date.shanghaiMidnight + hour * 3_600_000)
}

@Suite("When the calendar moves a card")
struct LifeScheduleTests {
    @Test func `31 December and two months end with February's last day, in Shanghai`() throws {
        let begun = try shanghai(2026, 12, 31, hour: 9)
        #expect(ServiceCalendar.end(ofMonths: 2, after: begun) == (try shanghai(2027, 3, 1)))
        #expect(ServiceCalendar.end(ofMonths: 2, after: try shanghai(2027, 12, 31)) == (try shanghai(2028, 3, 1)))
        #expect(ServiceCalendar.end(ofMonths: 2, after: try shanghai(2027, 12, 29)) == (try shanghai(2028, 3, 1)))
        #expect(ServiceCalendar.end(ofMonths: 2, after: try shanghai(2027, 12, 28)) == (try shanghai(2028, 2, 29)))
    }

    @Test func `the day is Shanghai's: seven in the evening of the thirtieth in UTC is the thirty-first`() throws {
        let evening = Instant(milliseconds: (try shanghai(2026, 12, 31)).milliseconds + 1)
        #expect(ServiceCalendar.end(ofMonths: 2, after: evening) == (try shanghai(2027, 3, 1)))
        let before = Instant(milliseconds: (try shanghai(2026, 12, 31)).milliseconds - 1)
        #expect(ServiceCalendar.end(ofMonths: 1, after: before) == (try shanghai(2027, 1, 31)))
    }

    @Test func `months never end before as many days as the shortest of them have, nor after the longest`() throws {
        var day = try #require(CivilDate(year: 2024, month: 1, day: 1))
        for _ in 0..<1_500 {
            let begun = Instant(milliseconds: day.shanghaiMidnight)
            for months in [1, 2, 3, 12] as [Int64] {
                let end = ServiceCalendar.end(ofMonths: months, after: begun)
                let days = (end.milliseconds - begun.milliseconds) / 86_400_000
                #expect(days >= months * 30 - 2 && days <= months * 31 + 1, "\(day) \(months): \(days)")
                // A day later never ends earlier.
                #expect(ServiceCalendar.end(ofMonths: months, after: begun.adding(days: 1)) >= end)
            }
            day = try #require(day.adding(days: 1))
        }
    }

    @Test func `the month before begins on its first, in Shanghai, across a year and a leap day`() throws {
        let cases = try [
            (shanghai(2026, 1, 1), shanghai(2025, 12, 1)), (shanghai(2026, 3, 31, hour: 23), shanghai(2026, 2, 1)),
            (shanghai(2028, 3, 1), shanghai(2028, 2, 1)), (shanghai(2026, 12, 31), shanghai(2026, 11, 1)),
        ]
        for (at, begin) in cases {
            #expect(ServiceCalendar.beginOfMonthBefore(at) == begin)
            // A millisecond earlier it may be another month's.
            let early = ServiceCalendar.beginOfMonthBefore(Instant(milliseconds: begin.milliseconds - 1))
            #expect(early.map { $0 < begin } ?? false)
        }
        #expect(ServiceCalendar.beginOfMonthBefore(try shanghai(1, 1, 31)) == nil)
        #expect(ServiceCalendar.beginOfMonthBefore(Instant(milliseconds: .max)) == nil)
    }

    @Test func `a period nobody could live to see has no end, and no number breaks it`() {
        #expect(ServiceCalendar.end(ofMonths: .max, after: Instant(milliseconds: 0)) == ServiceCalendar.never)
        #expect(ServiceCalendar.end(ofDays: .max, after: Instant(milliseconds: 0)) == ServiceCalendar.never)
        #expect(ServiceCalendar.end(ofMonths: 2, after: Instant(milliseconds: .max)) == ServiceCalendar.never)
        #expect(ServiceCalendar.firstOfMonth(from: Instant(milliseconds: .max)) == ServiceCalendar.never)
    }

    @Test func `a card idle past its time on 31 December is cancelled when February's last day has ended`() throws {
        let used = try shanghai(2026, 9, 30, hour: 12)
        let periods = LifePeriods()
        var times = LifeTimes(LifeStanding(.active), since: try shanghai(2026, 4, 1), lastUse: used)
        #expect(times.due(at: try shanghai(2026, 12, 24), periods) == .notice(LifeStep(.idle, try shanghai(2026, 12, 31))))
        times.noticedFor = try shanghai(2026, 12, 31)
        #expect(times.due(at: try shanghai(2026, 12, 31), periods) == .act(LifeStep(.idle, try shanghai(2026, 12, 31))))
        var cycle = LifeTimes(LifeStanding(.cancelling), since: try shanghai(2026, 12, 31))
        let end = LifeStep(.cycleEnd, try shanghai(2027, 3, 1))
        #expect(cycle.due(at: try shanghai(2027, 2, 28, hour: 23), periods) == .notice(end))
        cycle.noticedFor = end.at
        #expect(cycle.due(at: try shanghai(2027, 2, 28, hour: 23), periods) == .wait(end.at))
        #expect(cycle.due(at: end.at, periods) == .act(end))
    }

    @Test func `of each step people are told so many days before it, once`() throws {
        var periods = LifePeriods()
        periods.testDays = 30
        let begun = try shanghai(2026, 1, 10)
        for (state, stops, kind) in [
            (.testable, [], .testEnd), (.ready, [], .silentEnd), (.active, [], .idle), (.active, [.arrears], .arrears),
            (.cancelling, [], .cycleEnd),
        ] as [(ServiceState, [StopReason], LifeStepKind)] {
            var times = LifeTimes(LifeStanding(state, StopReasons(stops)), since: begun, arrearsSince: stops.isEmpty ? nil : begun)
            let step = try #require(times.nextStep(periods))
            let told = step.at.adding(days: -7)
            #expect(step.kind == kind)
            #expect(times.due(at: Instant(milliseconds: told.milliseconds - 1), periods) == .wait(told), "\(kind)")
            #expect(times.due(at: told, periods) == .notice(step), "\(kind)")
            times.noticedFor = step.at
            #expect(times.due(at: told, periods) == .wait(step.at), "\(kind)")
            #expect(times.due(at: step.at, periods) == .act(step), "\(kind)")
        }
    }

    @Test func `of what nobody was told in time people are told first, and it comes after a notice's time, once`() throws {
        let periods = LifePeriods()
        for (state, stops, kind) in [
            (ServiceState.active, [], LifeStepKind.idle), (.active, [StopReason.arrears], .arrears), (.cancelling, [], .cycleEnd),
            (.ready, [StopReason.noRealName], .idle),
        ] as [(ServiceState, [StopReason], LifeStepKind)] {
            let begun = try shanghai(2026, 1, 1)
            var times = LifeTimes(
                LifeStanding(state, StopReasons(stops)), since: begun, arrearsSince: stops == [.arrears] ? begun : nil)
            // The server was off for years.
            let back = try shanghai(2028, 5, 3, hour: 15)
            let step = LifeStep(kind, try shanghai(2028, 5, 11))
            #expect(times.due(at: back, periods) == .notice(step))
            times.noticedFor = step.at
            #expect(times.due(at: back, periods) == .wait(step.at))
            #expect(times.nextStep(periods) == step, "people are shown when it comes now")
            #expect(times.due(at: try shanghai(2028, 5, 10, hour: 23), periods) == .wait(step.at))
            #expect(times.due(at: step.at, periods) == .act(step))
            // Off once more over that day: it was told, and is not put off again.
            #expect(times.due(at: try shanghai(2029, 1, 1), periods) == .act(step))
        }
    }

    @Test func `told in time, it comes on its day although the server was off then`() throws {
        var times = LifeTimes(LifeStanding(.cancelling), since: try shanghai(2026, 12, 31))
        let end = LifeStep(.cycleEnd, try shanghai(2027, 3, 1))
        times.noticedFor = end.at
        #expect(times.due(at: try shanghai(2027, 6, 1), LifePeriods()) == .act(end))
        // Told of another time before, it is not told of this one.
        times.noticedFor = try shanghai(2027, 2, 1)
        #expect(times.due(at: end.at, LifePeriods()) == .notice(LifeStep(.cycleEnd, try shanghai(2027, 3, 9))))
    }

    @Test func `what ends no service, and what is set to be told of never, is put off for no notice`() throws {
        let late = try shanghai(2028, 5, 3)
        var periods = LifePeriods()
        periods.testDays = 30
        let tested = LifeTimes(LifeStanding(.testable), since: try shanghai(2026, 1, 1))
        #expect(tested.due(at: late, periods) == .act(LifeStep(.testEnd, try shanghai(2026, 2, 1))))
        let silent = LifeTimes(LifeStanding(.ready), since: try shanghai(2026, 1, 10))
        #expect(silent.due(at: late, periods) == .act(LifeStep(.silentEnd, try shanghai(2026, 8, 1))))
        periods.noticeDays = 0
        let cycle = LifeTimes(LifeStanding(.cancelling), since: try shanghai(2026, 12, 31))
        #expect(cycle.due(at: late, periods) == .act(LifeStep(.cycleEnd, try shanghai(2027, 3, 1))))
    }

    @Test func `used after it was told late, a card's time begins anew`() throws {
        var times = LifeTimes(LifeStanding(.active), since: try shanghai(2026, 1, 1))
        times.noticedFor = try shanghai(2028, 5, 11)
        times.lastUse = try shanghai(2028, 5, 5)
        #expect(times.nextStep(LifePeriods()) == LifeStep(.idle, try shanghai(2028, 8, 6)))
        // A use that came to light and was too early all the same puts nothing off further, and nothing forward.
        times.lastUse = try shanghai(2028, 1, 5)
        #expect(times.nextStep(LifePeriods()) == LifeStep(.idle, try shanghai(2028, 5, 11)))
    }

    @Test func `arrears end a card sooner than idleness, and lifted they do not`() throws {
        var times = LifeTimes(
            LifeStanding(.active, StopReasons([.arrears])), since: try shanghai(2026, 1, 1), lastUse: try shanghai(2026, 5, 1),
            arrearsSince: try shanghai(2026, 5, 1))
        #expect(times.nextStep(LifePeriods()) == LifeStep(.arrears, try shanghai(2026, 7, 1)))
        times.standing.stops = .none
        #expect(times.nextStep(LifePeriods()) == LifeStep(.idle, try shanghai(2026, 8, 2)))
    }

    @Test func `a silent period ends on the first of the month that follows, where the carrier does so`() throws {
        let times = LifeTimes(LifeStanding(.ready), since: try shanghai(2026, 1, 10))
        var periods = LifePeriods()
        #expect(times.nextStep(periods) == LifeStep(.silentEnd, try shanghai(2026, 8, 1)))
        periods.silentEndsOnFirst = false
        #expect(times.nextStep(periods) == LifeStep(.silentEnd, try shanghai(2026, 7, 10)))
        periods.silentDays = nil
        #expect(times.nextStep(periods) == nil)
    }

    @Test func `activated by force and stopped, a card lies idle like any other`() throws {
        let times = LifeTimes(LifeStanding(.ready, StopReasons([.noRealName])), since: try shanghai(2026, 1, 10))
        #expect(times.nextStep(LifePeriods()) == LifeStep(.idle, try shanghai(2026, 11, 2)))
    }

    @Test func `stock and what is gone wait for nothing`() throws {
        for state in [ServiceState.stock, .cancelled] {
            #expect(
                LifeTimes(LifeStanding(state), since: Instant(milliseconds: 0)).due(at: try shanghai(2099, 1, 1), LifePeriods()) == .never)
        }
    }

    @Test func `a number is frozen for its time, then free`() throws {
        let free = try shanghai(2027, 6, 1)
        #expect(NumberState.at(try shanghai(2027, 5, 31), freeFrom: free) == .frozen)
        #expect(NumberState.at(free, freeFrom: free) == .free)
        #expect(NumberState.at(free, freeFrom: nil) == .inUse)
    }

    @Test func `what is set for a product goes before what is set for its carrier`() {
        var carrier = LifeSetting()
        carrier.idleMonths = 6
        carrier.cancellationMonths = 3
        var product = LifeSetting()
        product.idleMonths = 12
        let periods = LifePeriods([carrier, LifeSetting(ProductPeriods(testDays: 30)), product], of: .broadnet)
        #expect(periods.idleMonths == 12 && periods.cancellationMonths == 3 && periods.testDays == 30)
        #expect(periods.arrearsDays == LifePeriods().arrearsDays)
    }

    @Test func `a freeze below the service norms' ninety days, and a period without end, are refused`() {
        var setting = LifeSetting()
        setting.freezeDays = 89
        setting.idleMonths = 0
        setting.noticeDays = -1
        #expect(setting.faults.compactMap(\.pointer).sorted() == ["/setting/freezeDays", "/setting/idleMonths", "/setting/noticeDays"])
        setting = LifeSetting()
        setting.freezeDays = 90
        #expect(setting.faults.isEmpty)
    }

    @Test func `a setting is read back as it was written`() throws {
        var setting = LifeSetting()
        setting.idleMonths = 4
        setting.useBringsBack = true
        setting.holderBringsBack = false
        setting.reregistersOnSIMChange = false
        #expect(LifeSetting(json: setting.json) == setting)
        #expect(LifeSetting(json: LifeSetting().json)?.isEmpty == true)
        #expect(LifeSetting(json: .string("idleMonths")) == nil)
    }

    @Test func `what was registered is live, then kept for two years, then sealed, and never gone`() throws {
        let ended = try shanghai(2026, 2, 28)
        #expect(RetentionPhase.of(ended: nil, at: ended) == .live)
        #expect(RetentionPhase.of(ended: ended, at: Instant(milliseconds: ended.milliseconds - 1)) == .live)
        let until = try shanghai(2028, 2, 29)
        #expect(RetentionPhase.of(ended: ended, at: ended) == .retention(since: ended, until: until))
        #expect(RetentionPhase.of(ended: ended, at: until) == .deepFreeze(since: until))
        #expect(RetentionPhase.of(ended: ended, at: try shanghai(2999, 1, 1)) == .deepFreeze(since: until))
    }

    @Test func `a hold keeps the next phase from coming while it lasts, and not what had come already`() throws {
        let ended = try shanghai(2026, 6, 1), until = try shanghai(2028, 6, 2), spring = try shanghai(2029, 3, 1)
        func phase(_ holds: [HoldSpan], at now: Instant) -> RetentionPhase { RetentionPhase.of(ended: ended, holds: holds, at: now) }
        let early = HoldSpan(from: try shanghai(2027, 1, 1)), late = HoldSpan(from: try shanghai(2029, 1, 1))
        #expect(phase([early], at: try shanghai(2027, 2, 1)) == .legalHold(since: ended, isSealed: false))
        #expect(phase([early], at: try shanghai(2040, 1, 1)) == .legalHold(since: ended, isSealed: false))
        #expect(phase([late], at: try shanghai(2029, 2, 1)) == .legalHold(since: ended, isSealed: true))
        let released = HoldSpan(from: try shanghai(2027, 1, 1), until: try shanghai(2027, 3, 1))
        #expect(phase([released], at: try shanghai(2027, 4, 1)) == .retention(since: ended, until: until))
        let lateRelease = HoldSpan(from: try shanghai(2027, 1, 1), until: spring)
        #expect(phase([lateRelease], at: spring) == .deepFreeze(since: spring))
        // The second began while the first kept it.
        #expect(phase([late, lateRelease], at: try shanghai(2030, 1, 1)) == .legalHold(since: ended, isSealed: false))
        #expect(RetentionPhase.of(ended: nil, holds: [early], at: try shanghai(2027, 2, 1)) == .live)
    }
}
