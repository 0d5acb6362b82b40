/// One line of what a carrier reports about a card's use. Only what is needed is kept of it.
package struct UsageFact: Hashable, Sendable {
    /// When it was used last.
    package var at: Instant
    /// `yyyymm` of the billing month the volume counts for, and the volume so far in it, kilobytes: saying it again changes nothing.
    package var month: Int64?
    package var kilobytes: Int64?
    /// The first 14 digits: the rest is a check digit or the software's version (R-IC-08).
    package var device: Int64?
    /// Province and city of the cell: the first four digits of GB/T 2260.
    package var region: Int64?

    package init(at: Instant, month: Int64? = nil, kilobytes: Int64? = nil, device: Int64? = nil, region: Int64? = nil) {
        self.at = at
        self.month = month
        self.kilobytes = kilobytes
        self.device = device
        self.region = region
    }
}

/// What is kept of a card's use. Facts may come late, repeated and in any order: the summary is the same.
package struct UsageSummary: Hashable, Sendable {
    package var lastUse: Instant
    package var month: Int64?
    package var kilobytes: Int64?
    package var device: Int64?
    package var deviceAt: Instant?
    /// The device of the earliest use that names one: what a card that binds itself is bound to.
    package var firstDevice: Int64?
    package var firstDeviceAt: Instant?
    package var region: Int64?
    package var regionAt: Instant?
    /// In which devices it was, day by day; empty where the first device and the last say it all (`seen`).
    package var sightings = DeviceSightings()

    package init(_ fact: UsageFact) {
        lastUse = fact.at
        month = fact.month
        kilobytes = fact.kilobytes
        device = fact.device
        firstDevice = fact.device
        region = fact.region
        deviceAt = fact.device == nil ? nil : fact.at
        firstDeviceAt = deviceAt
        regionAt = fact.region == nil ? nil : fact.at
    }

    package init(
        lastUse: Instant, month: Int64?, kilobytes: Int64?, device: Int64?, deviceAt: Instant?, firstDevice: Int64?,
        firstDeviceAt: Instant?,
        region: Int64?, regionAt: Instant?, sightings: DeviceSightings = DeviceSightings()
    ) {
        self.lastUse = lastUse
        self.month = month
        self.kilobytes = kilobytes
        self.device = device
        self.deviceAt = deviceAt
        self.firstDevice = firstDevice
        self.firstDeviceAt = firstDeviceAt
        self.region = region
        self.regionAt = regionAt
        self.sightings = sightings
    }

    /// The greatest of each, in an order that ties cannot shake.
    /// - Parameter keepingDays: whether changes of its device are counted: then the days on which it was in its only one are kept too.
    package mutating func merge(_ other: UsageSummary, keepingDays: Bool = true) {
        mergeSightings(other, keepingDays)
        lastUse = max(lastUse, other.lastUse)
        if let theirs = other.month {
            if theirs > month ?? 0 {
                (month, kilobytes) = (theirs, other.kilobytes)
            } else if theirs == month {
                kilobytes = max(kilobytes ?? 0, other.kilobytes ?? 0)
            }
        }
        if let theirs = other.deviceAt, (theirs, other.device ?? 0) > (deviceAt ?? .past, device ?? 0) {
            (device, deviceAt) = (other.device, theirs)
        }
        if let theirs = other.firstDeviceAt,
            (theirs, other.firstDevice ?? 0) < (firstDeviceAt ?? ServiceCalendar.never, firstDevice ?? .max)
        {
            (firstDevice, firstDeviceAt) = (other.firstDevice, theirs)
        }
        if let theirs = other.regionAt, (theirs, other.region ?? 0) > (regionAt ?? .past, region ?? 0) {
            (region, regionAt) = (other.region, theirs)
        }
        if !keepingDays { forgetDays() }
    }

    private mutating func mergeSightings(_ other: UsageSummary, _ keepingDays: Bool) {
        if other.device == nil || device == nil {
            if device == nil { sightings = other.sightings }
            return
        }
        let isInOne = device == other.device && firstDevice == device && other.firstDevice == device
        if isInOne, sightings.isEmpty, other.sightings.isEmpty, !keepingDays { return }
        var both = seen
        both.merge(other.seen)
        // One device on one day: first and last say it.
        sightings = isInOne && both.spells.count == 1 ? DeviceSightings() : both
    }

    /// In which devices it was. Of a card that changed its device before that was kept, where it is now.
    package var seen: DeviceSightings {
        guard sightings.isEmpty, let device, let deviceAt else { return sightings }
        guard firstDevice == device, let firstDeviceAt else { return DeviceSightings(device: device, at: deviceAt) }
        return DeviceSightings(device: device, at: firstDeviceAt, deviceAt)
    }

    /// The devices of somebody else's time with the number are not the card's (R-LC-06).
    package mutating func forgetDevices(before instant: Instant) {
        guard let firstDeviceAt, firstDeviceAt < instant else { return }
        sightings = seen
        sightings.forget(before: instant)
        let earliest = sightings.spells.min { ($0.first, $0.device) < ($1.first, $1.device) }
        (firstDevice, self.firstDeviceAt) = (earliest?.device, earliest?.first)
        if earliest == nil { (device, deviceAt) = (nil, nil) }
    }

    /// A card in its only device needs no days where its changes are not counted.
    private mutating func forgetDays() {
        if !sightings.hasSeveralDevices { sightings = DeviceSightings() }
    }
}

extension Instant {
    fileprivate static let past = Instant(milliseconds: .min)
}

/// Which device a card may be in (机卡绑定, R-IC-07).
package enum DeviceBinding {
    /// Whether the use shows another device than the card is bound to: the one declared for it or a device of its pool, whichever was said
    /// last. Where nothing was said, a card that binds itself is bound to the first device it was seen in. What was seen before it was said was in
    /// order then.
    package static func isSeparated(
        _ mode: BindingMode, declared: Int64?, usage: UsageSummary, since: Instant?, pool: PoolBinding? = nil
    ) -> Bool {
        guard let seen = usage.device, let seenAt = usage.deviceAt, mode != .none else { return false }
        if mode == .imeiPool, let pool, declared == nil || pool.since > since ?? .past {
            return seenAt >= pool.since && !pool.hasDevice
        }
        if let declared {
            if let since, seenAt < since { return false }
            return seen != declared
        }
        return mode == .firstUse && usage.firstDevice.map { $0 != seen } ?? false
    }
}
