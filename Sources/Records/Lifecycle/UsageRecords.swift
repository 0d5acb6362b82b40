import Registry
import SQLCore

/// What is kept of cards' use.
package enum UsageRecords {
    static let columns: SQLText = """
        u.last_use, u.month, u.kilobytes, u.device, u.device_at, u.first_device, u.first_device_at, u.region, u.region_at,
            u.sightings
        """
    private static let names: StaticString =
        "subscription, last_use, month, kilobytes, device, device_at, first_device, first_device_at, region, region_at, sightings"

    static func decode(_ row: any SQLRow, from: Int) throws -> UsageSummary? {
        guard !row.isNull(from) else { return nil }
        guard let sightings = DeviceSightings(bytes: row.blobIfAny(from + 9) ?? []) else {
            throw UnreadableRow("usage_summary", "sightings")
        }
        return UsageSummary(
            lastUse: row.instant(from), month: row.intIfAny(from + 1), kilobytes: row.intIfAny(from + 2), device: row.intIfAny(from + 3),
            deviceAt: row.instantIfAny(from + 4), firstDevice: row.intIfAny(from + 5), firstDeviceAt: row.instantIfAny(from + 6),
            region: row.intIfAny(from + 7), regionAt: row.instantIfAny(from + 8),
            sightings: sightings)
    }

    /// Adds what these cards were reported to have used; answers the cards at which somebody must look. What is older than the card's
    /// time here is nobody's: the number may have been another's then (R-LC-06).
    package static func merge(_ fresh: [Int64: UsageSummary], at now: Instant, in session: any Session) throws -> [Int64] {
        let cards = fresh.keys.sorted()
        let terms = try LifeTerms(in: session)
        var looks: [Int64] = []
        for named in SQLText.lists(cards) {
            var merged: [(Int64, UsageSummary)] = []
            try session.each(
                """
                SELECT s.id, s.recorded_at, s.origin, l.state, l.stops, l.since, s.product, s.province, \(columns) FROM subscription s
                LEFT JOIN card_life l ON l.subscription = s.id LEFT JOIN usage_summary u ON u.subscription = s.id
                WHERE s.id IN \(named) ORDER BY s.id
                """
            ) { row in
                let before = try decode(row, from: 8)
                guard var more = fresh[row.int(0)], more.lastUse >= row.instant(1) else { return true }
                more.forgetDevices(before: row.instant(1))
                let counts = try terms.periods(product: row.int(6), province: row.intIfAny(7), at: now).deviceChangesUntilRisk > 0
                var summary = before ?? more
                summary.merge(more, keepingDays: counts)
                guard summary != before else { return true }
                merged.append((row.int(0), summary))
                if needsLook(row, before, more, summary, terms) { looks.append(row.int(0)) }
                return true
            }
            guard !merged.isEmpty else { continue }
            try session.run("DELETE FROM usage_summary WHERE subscription IN \(SQLText.list(merged.map(\.0)))")
            try append(merged, in: session)
            looks += try elsewhere(merged.map(\.0), in: session)
        }
        return Set(looks).sorted()
    }

    /// Those among these cards that are in a device other than what was said of them last: also where the device is the same as before.
    private static func elsewhere(_ cards: [Int64], in session: any Session) throws -> [Int64] {
        try session.all(
            """
            SELECT u.subscription FROM usage_summary u \(LifeRecords.bindings(of: "u.subscription"))
            WHERE u.subscription IN \(SQLText.list(cards)) AND (b.device <> u.device OR (p.pool IS NOT NULL AND \(PoolRecords.seenDevices) = 0))
            """
        ) { $0.int(0) }
    }

    /// Ordinary use of an active card in its device changes nothing else: the time for which it is due comes too early at the most, unless
    /// other periods count since. Everything else somebody looks at.
    private static func needsLook(
        _ row: any SQLRow, _ before: UsageSummary?, _ more: UsageSummary, _ after: UsageSummary, _ terms: LifeTerms
    ) -> Bool {
        guard !row.isNull(3) else { return row.int(2) != CardOrigin.existing.rawValue || after.device != before?.device }
        guard row.int(3) != ServiceState.cancelled.rawValue else { return after.lastUse > row.instant(5) }
        guard row.int(3) == ServiceState.active.rawValue else { return true }
        let begun = LifeTimes(LifeStanding(.active), since: row.instant(5), lastUse: before?.lastUse).begins
        return terms.hasChanged(after: begun, by: after.lastUse)
            || after.device != before?.device || after.firstDevice != before?.firstDevice
            || after.sightings.hasSeveralDevices && !goesOn(before, more, after)
    }

    /// Whether it was only used on in the device in which it was last: no change follows, from whatever time on changes count.
    private static func goesOn(_ before: UsageSummary?, _ more: UsageSummary, _ after: UsageSummary) -> Bool {
        guard let before else { return false }
        guard let device = more.device, let first = more.firstDeviceAt else { return true }
        guard device == before.device, let last = before.deviceAt, first >= last, !more.seen.hasSeveralDevices else { return false }
        return before.seen.changes() == after.seen.changes()
    }

    private static func append(_ summaries: [(Int64, UsageSummary)], in session: any Session) throws {
        try session.append(into: "usage_summary", columns: names) { sink in
            for (subscription, summary) in summaries {
                sink.int(subscription)
                sink.int(summary.lastUse.milliseconds)
                sink.int(summary.month)
                sink.int(summary.kilobytes)
                sink.int(summary.device)
                sink.int(summary.deviceAt?.milliseconds)
                sink.int(summary.firstDevice)
                sink.int(summary.firstDeviceAt?.milliseconds)
                sink.int(summary.region)
                sink.int(summary.regionAt?.milliseconds)
                sink.blob(summary.sightings.isEmpty ? nil : summary.sightings.bytes)
                try sink.endRow()
            }
        }
    }

    // MARK: Cards to look at, once a file is read to its end

    package static func addLooks(_ cards: [Int64], of file: UsageFileID, in session: any Session) throws {
        for named in SQLText.lists(cards) {
            try session.run(
                """
                INSERT INTO usage_look (file, subscription) SELECT \(file), s.id FROM subscription s WHERE s.id IN \(named)
                AND NOT EXISTS (SELECT 1 FROM usage_look k WHERE k.file = \(file) AND k.subscription = s.id)
                """)
        }
    }

    package static func looks(of file: UsageFileID, limit: Int, in session: any Session) throws -> [Int64] {
        try session.all("SELECT subscription FROM usage_look WHERE file = \(file) ORDER BY subscription LIMIT \(limit)") { $0.int(0) }
    }

    package static func removeLooks(of file: UsageFileID, upTo card: Int64, in session: any Session) throws {
        try session.run("DELETE FROM usage_look WHERE file = \(file) AND subscription <= \(card)")
    }

    /// The cards that have these numbers now.
    package static func cards(_ numbers: Set<CardNumber>, in session: any Session) throws -> [CardNumber: Int64] {
        var found: [CardNumber: Int64] = [:]
        let iccids = numbers.compactMap { if case .iccid(let text) = $0 { text } else { nil } }.sorted()
        for (text, card) in try KnownNumbers.iccids(iccids, in: session) { found[.iccid(text)] = card }
        let msisdns = numbers.compactMap { if case .msisdn(let number) = $0 { number } else { nil } }.sorted()
        for (number, card) in try KnownNumbers.msisdns(msisdns, in: session) { found[.msisdn(number)] = card }
        let imsis = numbers.compactMap { if case .imsi(let number) = $0 { number } else { nil } }.sorted()
        for (number, card) in try KnownNumbers.imsis(imsis, in: session) { found[.imsi(number)] = card }
        return found
    }
}
