import Records
import Registry
import SQLCore
import Vault

/// A campaign with the product's code.
package struct CampaignView: Sendable {
    package let campaign: StoredCampaign
    package let product: ProductCode?
}

/// A card that still lacks what a campaign is about.
package struct CampaignLine: Hashable, Sendable {
    /// `card_…`
    package let reference: String
    package let row: CampaignRow
}

extension Installation {
    /// Campaigns about one's own subtree, or with cards within it, the newest first.
    package func listCampaigns(
        as principal: Principal, state: CampaignState? = nil, before: CampaignID? = nil, limit: Int? = nil
    ) async throws -> Page<CampaignView, CampaignID> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .gapReport) { session in
            let found = try CampaignRecords.list(principal.scope, state: state, before: before, limit: limit + 1, in: session)
            return Page(try found.map { try view($0, session) }, limit: limit) { $0.campaign.id }
        }
    }

    package func readCampaign(as principal: Principal, code: String) async throws -> CampaignView {
        try await look(as: principal, needs: .gapReport) { try view(campaign(code, principal.scope, $0), $0) }
    }

    /// How it stands, by the organisations within one's scope that have its cards.
    package func campaignProgress(as principal: Principal, code: String) async throws -> [CampaignCounts] {
        let now = now()
        return try await look(as: principal, needs: .gapReport) { session in
            let found = try campaign(code, principal.scope, session)
            return try CampaignCardRecords.counts(of: found.id, principal.scope, at: now, in: session)
        }
    }

    /// Cards within one's scope that still lack what it is about.
    package func campaignCards(
        as principal: Principal, code: String, after cursor: String? = nil, limit: Int? = nil
    ) async throws -> Page<CampaignLine, String> {
        let limit = settings.rows(limit)
        let after = try position(cursor)
        let now = now()
        return try await look(as: principal, needs: .gapReport) { session in
            let found = try campaign(code, principal.scope, session)
            let rows = try CampaignCardRecords.lacking(
                of: found.id, principal.scope, after: after, at: now, limit: limit + 1, in: session)
            let lines = try rows.map { CampaignLine(reference: try secrets.references.text(for: $0.subscription), row: $0) }
            return Page(lines, limit: limit) { $0.reference }
        }
    }

    /// Gives out a link or claim code for each card within one's scope that still lacks what a campaign is about, so many at once as one may,
    /// after the card `cursor`. Throws `not-found`, `campaign-over`, `campaign-nothing-lacks`, and what giving out throws.
    package func issueCampaignEntrances(
        as principal: Principal, code: String, _ kind: StoredEntrance.Kind, days: Int64, deviceType: String?, after cursor: String? = nil
    ) async throws -> (issued: [IssuedEntrance], next: String?) {
        let after = try position(cursor)
        let most = settings.entranceCardsMax
        let asked = try EntranceWish(kind, days: days, deviceType: deviceType, settings)
        let (issued, last) = try await act(as: principal, .entrancesIssued, needs: .entranceIssue) { act in
            let found = try act.installation.campaign(code, principal.scope, act.session)
            guard found.state != .cancelled else { throw Refusal.campaignOver }
            let rows = try CampaignCardRecords.lacking(
                of: found.id, principal.scope, after: after, at: act.now, limit: most + 1, in: act.session)
            guard !rows.isEmpty else { throw Refusal.campaignNothingLacks }
            let cards = CardIntervals(subscriptions: rows.prefix(most).map(\.subscription))
            act.recording.about(.campaign, found.id)
            return (try act.issue(asked, for: cards), rows.count > most ? rows[most - 1].subscription : nil)
        }
        return (issued, try last.map { try secrets.references.text(for: $0) })
    }

    func campaign(_ code: String, _ scope: Scope, _ session: any Session) throws -> StoredCampaign {
        guard let found = try CampaignRecords.find(code: code.uppercased(), scope, in: session) else { throw Refusal.notFound }
        return found
    }

    fileprivate func view(_ campaign: StoredCampaign, _ session: any Session) throws -> CampaignView {
        CampaignView(
            campaign: campaign, product: try campaign.terms.product.flatMap { try ProductRecords.find(number: $0, in: session)?.code })
    }

    private func position(_ cursor: String?) throws -> Int64 {
        guard let cursor else { return 0 }
        guard let subscription = secrets.references.subscription(from: cursor) else { throw Refusal.cursorUnknown }
        return subscription
    }
}

extension Refusal {
    static let campaignNothingLacks = Refusal(
        "campaign-nothing-lacks", .conflict, requirements: ["R-25-24"], en: "No card within your scope lacks what this campaign is about.",
        zh: "您的权限范围内没有待补登记的卡。", mend: LocalText(en: "Nothing is to be done.", zh: "无需处理。"))
}
