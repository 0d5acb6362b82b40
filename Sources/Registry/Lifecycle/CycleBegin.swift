/// How a card's cancellation cycle began.
package struct CycleBegin: Hashable, Sendable {
    package let at: Instant
    /// The calendar began it because nobody had used the card, and neither somebody's wish nor arrears.
    package let isIdle: Bool

    package init(at: Instant, isIdle: Bool) {
        self.at = at
        self.isIdle = isIdle
    }

    /// Whether this use, reported late, shows that the card did not lie idle then: it was begun wrongly. Use within the cycle shows nothing of that.
    package func isWrong(usedAt use: Instant, idleMonths: Int64) -> Bool {
        isIdle && use < at && ServiceCalendar.end(ofMonths: idleMonths, after: use) > at
    }
}
