import Registry
import SQLCore

/// How an organisation's cards of a campaign stand.
package struct CampaignCounts: Hashable, Sendable {
    package let organisation: OrganisationID
    package let name: String
    package let path: OrganisationPath
    /// Which the campaign began with.
    package var cards: Int64
    /// For which nobody answers yet.
    package var lacking: Int64
    /// Registered since.
    package var mended: Int64
    /// Stopped by the campaign, whether registered since or not.
    package var stopped: Int64
    /// Cancelled since.
    package var gone: Int64
}

/// A card of a campaign that still lacks what it is about.
package struct CampaignRow: Hashable, Sendable {
    package let subscription: Int64
    package let iccid: String
    package let unitName: String?
    package let organisation: OrganisationID
    package let isStopped: Bool
}

package enum CampaignCardRecords {
    // MARK: Gathering

    /// The next cards that came in as in service, after `cursor`: up to where, and those the campaign is about.
    package static func candidates(
        _ terms: CampaignTerms, products: [Int64]?, after cursor: Int64, limit: Int, at now: Instant, in session: any Session
    ) throws -> (last: Int64, cards: [Int64])? {
        let stretch: SQLText = """
            SELECT subscription, unit_name, unit_code, has_responsible_person, has_evidence FROM prior_record
            WHERE subscription > \(cursor) ORDER BY subscription LIMIT \(limit)
            """
        guard let last = try session.first("SELECT MAX(subscription) FROM (\(stretch)) AS stretch", { $0.intIfAny(0) }) ?? nil else {
            return nil
        }
        var conditions: [SQLText] = [
            lacks(terms.gap), "\(HoldingRecords.registration(of: "p.subscription", at: now)) IS NULL",
            "(l.state IS NULL OR l.state <> \(ServiceState.cancelled.rawValue))",
            "c.path >= \(terms.path.text) AND c.path < \(terms.path.upperBound)",
        ]
        if let products { conditions.append("s.product IN \(SQLText.list(products))") }
        let cards = try session.all(
            """
            SELECT p.subscription FROM (\(stretch)) AS p JOIN subscription s ON s.id = p.subscription
                JOIN custody_current c ON c.lo = (SELECT MAX(lo) FROM custody_current WHERE lo <= p.subscription)
                LEFT JOIN card_life l ON l.subscription = p.subscription
            WHERE c.standing <> \(CustodyStanding.withdrawn.rawValue) AND \(SQLText.all(conditions)) ORDER BY p.subscription
            """
        ) { $0.int(0) }
        return (last, cards)
    }

    private static func lacks(_ gap: Gap) -> SQLText {
        switch gap {
        case .holder: "p.unit_name IS NULL AND p.unit_code IS NULL"
        case .responsiblePerson: "p.has_responsible_person = 0"
        case .evidence: "p.has_evidence = 0"
        }
    }

    package static func insert(_ cards: [Int64], of campaign: CampaignID, in session: any Session) throws {
        guard !cards.isEmpty else { return }
        try session.append(into: "campaign_card", columns: "campaign, subscription, state") { sink in
            for card in cards {
                sink.blob(campaign.bytes)
                sink.int(card)
                sink.int(CampaignCardState.open.rawValue)
                try sink.endRow()
            }
        }
    }

    // MARK: Stopping

    package static func open(
        of campaign: CampaignID, after cursor: Int64, limit: Int, in session: any Session
    ) throws -> [Int64] {
        try session.all(
            """
            SELECT subscription FROM campaign_card WHERE campaign = \(campaign) AND state = \(CampaignCardState.open.rawValue)
            AND subscription > \(cursor) ORDER BY subscription LIMIT \(limit)
            """
        ) { $0.int(0) }
    }

    package static func mark(_ cards: [Int64], as state: CampaignCardState, of campaign: CampaignID, in session: any Session) throws {
        for named in SQLText.lists(cards) {
            try session.run(
                """
                UPDATE campaign_card SET state = \(state.rawValue)
                WHERE campaign = \(campaign) AND subscription IN \(named)
                """)
        }
    }

    // MARK: How it stands

    /// By organisation, in the order of the tree; nothing of cards outside of the scope.
    package static func counts(
        of campaign: CampaignID, _ scope: Scope, at now: Instant, in session: any Session
    ) throws -> [CampaignCounts] {
        try session.all(
            """
            SELECT o.id, o.name, o.path, COUNT(*), SUM(card.lacking), SUM(card.held), SUM(card.stopped), SUM(card.gone)
            FROM (SELECT c.organisation, \(standing(at: now)) FROM \(reach(of: campaign, scope))) AS card
                JOIN organisation o ON o.id = card.organisation
            GROUP BY o.id, o.name, o.path ORDER BY o.path
            """
        ) { row in
            CampaignCounts(
                organisation: try row.identifier(0), name: row.text(1), path: row.path(2), cards: row.int(3), lacking: row.int(4),
                mended: row.int(5), stopped: row.int(6), gone: row.int(7))
        }
    }

    /// Cards within scope that still lack what the campaign is about, after the subscription `cursor`.
    package static func lacking(
        of campaign: CampaignID, _ scope: Scope, after cursor: Int64, at now: Instant, limit: Int, in session: any Session
    ) throws -> [CampaignRow] {
        try session.all(
            """
            SELECT k.subscription, s.iccid, p.unit_name, c.organisation, k.state
            FROM \(reach(of: campaign, scope)) JOIN subscription s ON s.id = k.subscription
                JOIN prior_record p ON p.subscription = k.subscription
            WHERE k.subscription > \(cursor) AND \(HoldingRecords.registration(of: "k.subscription", at: now)) IS NULL
                AND (l.state IS NULL OR l.state <> \(ServiceState.cancelled.rawValue))
            ORDER BY k.subscription LIMIT \(limit)
            """
        ) { row in
            CampaignRow(
                subscription: row.int(0), iccid: row.text(1), unitName: row.textIfAny(2), organisation: try row.identifier(3),
                isStopped: row.int(4) == CampaignCardState.stopped.rawValue)
        }
    }

    /// `campaign_card k` with who has the card, `custody_current c`, and its life, `card_life l`.
    private static func reach(of campaign: CampaignID, _ scope: Scope) -> SQLText {
        switch scope {
        case .everything:
            """
            campaign_card k JOIN custody_current c
                ON k.campaign = \(campaign) AND c.lo = (SELECT MAX(lo) FROM custody_current WHERE lo <= k.subscription)
            LEFT JOIN card_life l ON l.subscription = k.subscription
            """
        case .subtree, .unit, .card, .part:
            """
            custody_current c JOIN campaign_card k ON \(scope.contains(path: "c.path"))
                AND k.campaign = \(campaign) AND k.subscription >= c.lo AND k.subscription <= c.hi
            LEFT JOIN card_life l ON l.subscription = k.subscription
            """
        }
    }

    private static func standing(at now: Instant) -> SQLText {
        let isHeld: SQLText = "\(HoldingRecords.registration(of: "k.subscription", at: now)) IS NOT NULL"
        let isGone: SQLText = "l.state = \(ServiceState.cancelled.rawValue)"
        return """
            CASE WHEN \(isHeld) THEN 1 ELSE 0 END AS held, CASE WHEN \(isGone) THEN 1 ELSE 0 END AS gone,
            CASE WHEN \(isHeld) OR (l.state IS NOT NULL AND \(isGone)) THEN 0 ELSE 1 END AS lacking,
            CASE WHEN k.state = \(CampaignCardState.stopped.rawValue) THEN 1 ELSE 0 END AS stopped
            """
    }
}
