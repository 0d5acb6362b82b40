import Numbers

/// A card was seen in another device than before (换机, R-IC-08).
package struct DeviceChange: Hashable, Sendable {
    package let device: Int64
    /// When it was seen first in it.
    package let at: Instant

    package init(device: Int64, at: Instant) {
        self.device = device
        self.at = at
    }

    /// `yyyymm` in China.
    package var month: Int64 { DeviceSightings.month(of: at) }
}

/// In which devices a card was seen, and when: of every device, on every day of China's, the first time and the last. Lines may come late,
/// repeated and in any order: the sightings are the same, and no change follows from them that the lines do not show.
package struct DeviceSightings: Hashable, Sendable {
    /// A device, and a day on which the card was seen in it.
    package struct Spell: Hashable, Sendable {
        package let device: Int64
        package fileprivate(set) var first: Instant
        package fileprivate(set) var last: Instant

        package init(device: Int64, first: Instant, last: Instant) {
            self.device = device
            self.first = first
            self.last = last
        }

        fileprivate var place: (day: Int, device: Int64) { (DeviceSightings.day(of: first), device) }
    }

    /// By day, then by device.
    package private(set) var spells: [Spell] = []

    /// More are kept of no card: the oldest go.
    package static let spellsMax = 400

    package init() {}

    package init(device: Int64, at instants: Instant...) {
        for instant in instants { merge(DeviceSightings([Spell(device: device, first: instant, last: instant)])) }
    }

    fileprivate init(_ spells: [Spell]) { self.spells = spells }

    package var isEmpty: Bool { spells.isEmpty }
    package var hasSeveralDevices: Bool { spells.contains { $0.device != spells[0].device } }

    package mutating func merge(_ other: DeviceSightings) {
        var merged: [Spell] = []
        merged.reserveCapacity(spells.count + other.spells.count)
        var (ours, theirs) = (spells[...], other.spells[...])
        while let mine = ours.first, let more = theirs.first {
            if mine.place < more.place {
                merged.append(ours.removeFirst())
            } else if more.place < mine.place {
                merged.append(theirs.removeFirst())
            } else {
                merged.append(Spell(device: mine.device, first: min(mine.first, more.first), last: max(mine.last, more.last)))
                (ours, theirs) = (ours.dropFirst(), theirs.dropFirst())
            }
        }
        spells = merged + ours + theirs
        forget()
    }

    /// What was before `instant` is another's.
    package mutating func forget(before instant: Instant) {
        guard let oldest = spells.first, oldest.first < instant else { return }
        spells = spells.compactMap { spell in
            guard spell.last >= instant else { return nil }
            return Spell(device: spell.device, first: max(spell.first, instant), last: spell.last)
        }
    }

    /// Two months tell what happens in one, with a month for lines that are late; of the time before only where the card was at last.
    private mutating func forget() {
        guard let oldest = spells.first, let newest = spells.last else { return }
        // No month is shorter than 28 days.
        if Self.day(of: newest.first) - Self.day(of: oldest.first) > 28 {
            if let begin = ServiceCalendar.beginOfMonthBefore(newest.first) {
                let old = spells.prefix { $0.first < begin }
                if let last = old.max(by: { ($0.last, $0.device) < ($1.last, $1.device) }) {
                    spells.replaceSubrange(..<old.endIndex, with: [Spell(device: last.device, first: last.last, last: last.last)])
                }
            }
        }
        if spells.count > Self.spellsMax { spells.removeFirst(spells.count - Self.spellsMax) }
    }

    /// The changes from one device to another, oldest first, as far as the card was seen from `begin` on.
    package func changes(from begin: Instant? = nil) -> [DeviceChange] {
        guard hasSeveralDevices else { return [] }
        let groups = together(from: begin)
        var changes: [DeviceChange] = []
        var current: Int64?
        for (place, (at, devices)) in groups.enumerated() {
            var others = devices.filter { $0 != current }
            // Seen in several at one time, it was last in the one it is in next: whoever cannot be told apart is not moved to and fro.
            if place + 1 < groups.count, let stays = others.firstIndex(where: groups[place + 1].devices.contains) {
                others.append(others.remove(at: stays))
            }
            for device in others {
                if current != nil { changes.append(DeviceChange(device: device, at: at)) }
                current = device
            }
        }
        return changes
    }

    private func together(from begin: Instant?) -> [(at: Instant, devices: [Int64])] {
        var groups: [Instant: Set<Int64>] = [:]
        for spell in spells {
            for at in [spell.first, spell.last] where begin.map({ at >= $0 }) ?? true { groups[at, default: []].insert(spell.device) }
        }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }

    /// Whether the card was seen before `end`, as far as it was seen from `begin` on.
    func isSeen(from begin: Instant?, before end: Instant) -> Bool {
        spells.contains { spell in
            [spell.first, spell.last].contains { at in at < end && begin.map { at >= $0 } ?? true }
        }
    }

    fileprivate static func day(of instant: Instant) -> Int { CivilDate.daysSinceEpoch(shanghaiAt: instant.milliseconds) ?? .max }

    package static func month(of instant: Instant) -> Int64 {
        CivilDate(shanghaiAt: instant.milliseconds).map { Int64($0.yyyymmdd) / 100 } ?? 0
    }
}

extension DeviceSightings {
    /// As it stands in the database: device after device, six bytes and how many days in two; a day in seven, its first second in four
    /// and how many seconds later the last was.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func put(_ value: Int64, _ count: Int) {
            for place in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * Int64(place)))) }
        }
        for (device, spells) in Dictionary(grouping: spells, by: \.device).sorted(by: { $0.key < $1.key }) {
            put(device, 6)
            put(Int64(spells.count), 2)
            for spell in spells {
                put(spell.first.milliseconds / 1_000, 4)
                put((spell.last.milliseconds - spell.first.milliseconds) / 1_000, 3)
            }
        }
        return bytes
    }

    /// nil when these are no sightings.
    package init?(bytes: [UInt8]) {
        var rest = bytes[...]
        func take(_ count: Int) -> Int64? {
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count).reduce(0) { $0 << 8 | Int64($1) }
        }
        var spells: [Spell] = []
        while !rest.isEmpty {
            guard let device = take(6), let count = take(2) else { return nil }
            for _ in 0..<count {
                guard let first = take(4), let span = take(3) else { return nil }
                spells.append(
                    Spell(
                        device: device, first: Instant(milliseconds: first * 1_000), last: Instant(milliseconds: (first + span) * 1_000)))
            }
        }
        self.init(spells.sorted { $0.place < $1.place })
    }
}
