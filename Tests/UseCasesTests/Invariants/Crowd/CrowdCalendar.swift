import Registry

/// When periods end by the judge's own calendar, each day's reckoned once: ten thousand lives ask about few days.
final class CrowdCalendar {
    private enum Period: Hashable {
        case months(Int)
        case days(Int64)
        case silence
    }

    private struct Question: Hashable {
        let day: Int64
        let period: Period
    }

    private var answers: [Question: Instant] = [:]

    func end(ofMonths months: Int, after begin: Instant) -> Instant {
        answer(.months(months), begin) { ChinaDay.end(ofMonths: months, after: begin) }
    }

    func end(ofDays days: Int64, after begin: Instant) -> Instant {
        answer(.days(days), begin) { ChinaDay.end(ofDays: days, after: begin) }
    }

    /// When a carrier activates a card that waits for its first use: on the first of the month after 180 days (§6.3).
    func endOfSilence(after begin: Instant) -> Instant {
        answer(.silence, begin) { ChinaDay.firstOfMonth(from: ChinaDay.end(ofDays: 180, after: begin)) }
    }

    private func answer(_ period: Period, _ begin: Instant, _ reckon: () -> Instant) -> Instant {
        let question = Question(day: (begin.milliseconds + 8 * 3_600_000) / 86_400_000, period: period)
        if let known = answers[question] { return known }
        let reckoned = reckon()
        answers[question] = reckoned
        return reckoned
    }
}
