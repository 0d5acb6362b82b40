/// What a carrier makes of another device (R-IC-08, R-IC-09).
package enum DeviceRule {
    /// What a card must be known by.
    package struct Facts: Sendable {
        package let sightings: DeviceSightings
        /// When its tests ended: during them a card may be in any device (R-IC-07). nil where it had none.
        package let testedUntil: Instant?
        /// What was done about changes until then.
        package let settledUntil: Instant?
        /// The device declared for the card, and since when.
        package let declared: (device: Int64, since: Instant)?
        package let isInPool: Bool
        /// Since when the one who answers for it does; nil where nobody does.
        package let heldSince: Instant?
        /// Whether that is a person.
        package let isPersonal: Bool

        package init(
            _ sightings: DeviceSightings, testedUntil: Instant? = nil, settledUntil: Instant? = nil,
            declared: (device: Int64, since: Instant)? = nil, isInPool: Bool = false, heldSince: Instant? = nil, isPersonal: Bool = false
        ) {
            self.sightings = sightings
            self.testedUntil = testedUntil
            self.settledUntil = settledUntil
            self.declared = declared
            self.isInPool = isInPool
            self.heldSince = heldSince
            self.isPersonal = isPersonal
        }

        fileprivate func isSettled(_ change: DeviceChange) -> Bool { settledUntil.map { change.at <= $0 } ?? false }
    }

    /// What is to be done, and until when changes are settled by it.
    package struct Finding: Hashable, Sendable {
        package let reasons: [StopReason]
        package let until: Instant
    }

    /// Every change is judged by what was valid when it happened. nil when nothing follows.
    package static func finding(_ facts: Facts, _ periods: (Instant) throws -> LifePeriods) rethrows -> Finding? {
        let changes = facts.sightings.changes(from: facts.testedUntil)
        guard let last = changes.last, !facts.isSettled(last) else { return nil }
        let own = facts.changesOfHolder(among: changes)
        var reasons: Set<StopReason> = []
        var (month, inMonth): (Int64, Int64) = (0, 0)
        for change in changes {
            inMonth = change.month == month ? inMonth + 1 : 1
            month = change.month
            if facts.isSettled(change) { continue }
            let periods = try periods(change.at)
            if periods.deviceChangesUntilRisk > 0, inMonth >= periods.deviceChangesUntilRisk { reasons.insert(.risk) }
            if own.contains(change), isToReregister(change, facts, periods) { reasons.insert(.reverificationDue) }
        }
        return reasons.isEmpty ? nil : Finding(reasons: reasons.sorted { $0.rawValue < $1.rawValue }, until: last.at)
    }

    /// Whoever declared a device was asked for a new verification then.
    private static func isToReregister(_ change: DeviceChange, _ facts: Facts, _ periods: LifePeriods) -> Bool {
        if let declared = facts.declared, change.at < declared.since || change.device == declared.device { return false }
        return periods.reregistersPersonOnDeviceChange && facts.isPersonal || periods.reregistersOnDeviceChange && !facts.isInPool
    }

    /// When a card whose device is its own for ever is stopped: when the day of the first change has ended (R-IC-09), whatever else was done
    /// about it until then. nil when there was none.
    package static func finalStop(_ facts: Facts, _ periods: (Instant) throws -> LifePeriods) rethrows -> Instant? {
        for change in facts.sightings.changes(from: facts.testedUntil) {
            if try periods(change.at).deviceChangeIsFinal { return ServiceCalendar.end(ofDays: 0, after: change.at) }
        }
        return nil
    }
}

extension DeviceRule.Facts {
    /// Where the card was before its holder answered for it is nothing to him. Where it was not seen before, all changes are his; else they are
    /// counted anew, because the device in which he had it first was no change of his.
    fileprivate func changesOfHolder(among changes: [DeviceChange]) -> [DeviceChange] {
        guard let heldSince else { return [] }
        let begin = max(heldSince, testedUntil ?? heldSince)
        return sightings.isSeen(from: testedUntil, before: begin) ? sightings.changes(from: begin) : changes
    }
}
