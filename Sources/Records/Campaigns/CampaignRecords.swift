import Numbers
import Registry
import SQLCore

/// A campaign as it was set last, and how far it has come.
package struct StoredCampaign: Hashable, Sendable {
    package let id: CampaignID
    /// By which people name it: `BR-` and ten characters.
    package let code: String
    /// Of what was set last.
    package let version: Int64
    package let terms: CampaignTerms
    package var state: CampaignState
    package var work: CampaignWork
    /// The day of the last round in which people were told.
    package var toldOn: CivilDate?
    /// The last day before the stop, as people were told it; nil while nobody was told of one.
    package var stopDay: CivilDate?
    /// The last card at which the present work has looked.
    package var cursor: Int64
    /// When it goes on; nil once it is over.
    package var dueAt: Instant?
    package var begunAt: Instant?
    package var endedAt: Instant?
    package let recordedAt: Instant

    package init(
        id: CampaignID, code: String, version: Int64, terms: CampaignTerms, state: CampaignState = .planned,
        work: CampaignWork = .gathering,
        toldOn: CivilDate? = nil, stopDay: CivilDate? = nil, cursor: Int64 = 0, dueAt: Instant?, begunAt: Instant? = nil,
        endedAt: Instant? = nil, recordedAt: Instant
    ) {
        self.id = id
        self.code = code
        self.version = version
        self.terms = terms
        self.state = state
        self.work = work
        self.toldOn = toldOn
        self.stopDay = stopDay
        self.cursor = cursor
        self.dueAt = dueAt
        self.begunAt = begunAt
        self.endedAt = endedAt
        self.recordedAt = recordedAt
    }
}

package enum CampaignRecords {
    private static let selection: SQLText = """
        SELECT c.id, c.code, c.ordinal, v.name, v.gap, v.carrier, v.product, v.organisation, v.path, v.begins, v.deadline, v.notice_days,
            v.stops, c.state, c.work, c.told_on, c.cursor, c.due_at, c.begun_at, c.ended_at, v.recorded_at, c.stop_day
        FROM campaign c JOIN campaign_version v ON v.campaign = c.id AND v.ordinal = c.ordinal 
        """

    private static func decode(_ row: any SQLRow) throws -> StoredCampaign {
        guard let begins = CivilDate(yyyymmdd: Int(row.int(9))), let deadline = CivilDate(yyyymmdd: Int(row.int(10))) else {
            throw UnreadableRow("campaign_version", "deadline")
        }
        let terms = CampaignTerms(
            name: row.text(3), gap: try row.raw(4), carrier: row.isNull(5) ? nil : try row.carrier(5), product: row.intIfAny(6),
            organisation: try row.identifierIfAny(7), path: row.path(8), begins: begins, deadline: deadline,
            noticeDays: row.text(11).split(separator: ",").compactMap { Int($0) }, stops: row.bool(12))
        return StoredCampaign(
            id: try row.identifier(0), code: row.text(1), version: row.int(2), terms: terms, state: try row.raw(13), work: try row.raw(14),
            toldOn: row.intIfAny(15).flatMap { CivilDate(yyyymmdd: Int($0)) },
            stopDay: row.intIfAny(21).flatMap { CivilDate(yyyymmdd: Int($0)) }, cursor: row.int(16), dueAt: row.instantIfAny(17),
            begunAt: row.instantIfAny(18), endedAt: row.instantIfAny(19), recordedAt: row.instant(20))
    }

    /// The values of `RegisteredTable.campaignVersion`.
    package static func version(_ campaign: StoredCampaign, by account: AccountID) -> [any SQLBindable] {
        let terms = campaign.terms
        return [
            campaign.id, campaign.version, terms.name, terms.gap.rawValue, terms.carrier?.code, terms.product, terms.organisation,
            terms.path,
            Int64(terms.begins.yyyymmdd), Int64(terms.deadline.yyyymmdd), terms.noticeDays.map(String.init).joined(separator: ","),
            terms.stops, campaign.recordedAt, account,
        ]
    }

    package static func insert(_ campaign: StoredCampaign, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO campaign (id, code, ordinal, state, work, told_on, stop_day, cursor, due_at, begun_at, ended_at)
            VALUES (\(campaign.id), \(campaign.code), \(campaign.version), \(campaign.state.rawValue), \(campaign.work.rawValue),
            \(day(campaign.toldOn)), \(day(campaign.stopDay)), \(campaign.cursor), \(campaign.dueAt), \(campaign.begunAt), \(campaign.endedAt))
            """)
    }

    /// How far it has come. Nothing happens, and false is answered, where somebody has moved it since `before` was read.
    package static func move(_ before: StoredCampaign, to after: StoredCampaign, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE campaign SET ordinal = \(after.version), state = \(after.state.rawValue), work = \(after.work.rawValue),
            told_on = \(day(after.toldOn)), stop_day = \(day(after.stopDay)), cursor = \(after.cursor), due_at = \(after.dueAt), begun_at = \(after.begunAt),
            ended_at = \(after.endedAt)
            WHERE id = \(before.id) AND ordinal = \(before.version) AND state = \(before.state.rawValue)
                AND work = \(before.work.rawValue) AND cursor = \(before.cursor)
                AND COALESCE(told_on, 0) = \(day(before.toldOn) ?? 0)
            """) == 1
    }

    private static func day(_ day: CivilDate?) -> Int64? { day.map { Int64($0.yyyymmdd) } }

    /// The one that is to go on first.
    package static func due(at now: Instant, in session: any Session) throws -> StoredCampaign? {
        try session.first(selection + "WHERE c.due_at <= \(now) ORDER BY c.due_at, c.id LIMIT 1", decode)
    }

    /// What is about the scope's own subtree, or has cards within it.
    private static func visible(_ scope: Scope) -> SQLText {
        switch scope {
        case .everything: "1 = 1"
        case .subtree:
            """
            (\(scope.contains(path: "v.path")) OR EXISTS (SELECT 1 FROM custody_current h
                JOIN campaign_card k ON k.campaign = c.id AND k.subscription >= h.lo AND k.subscription <= h.hi
                WHERE \(scope.contains(path: "h.path"))))
            """
        case .unit, .card: "1 = 0"
        }
    }

    package static func find(code: String, _ scope: Scope, in session: any Session) throws -> StoredCampaign? {
        try session.first(selection + "WHERE c.code = \(code) AND \(visible(scope))", decode)
    }

    /// The newest first.
    package static func list(
        _ scope: Scope, state: CampaignState?, before: CampaignID?, limit: Int, in session: any Session
    ) throws -> [StoredCampaign] {
        var conditions = [visible(scope)]
        if let state { conditions.append("c.state = \(state.rawValue)") }
        if let before { conditions.append("c.id < \(before)") }
        return try session.all(selection + "WHERE \(SQLText.all(conditions)) ORDER BY c.id DESC LIMIT \(limit)", decode)
    }
}
