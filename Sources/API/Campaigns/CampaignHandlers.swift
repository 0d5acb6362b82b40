import Contract
import Numbers
import Records
import Registry
import UseCases
import Web

extension Call {
    func makeCampaign() async throws -> Answer {
        let made = try await installation.makeCampaign(as: principal(), draft())
        return try await campaign(made.code).located("/v1/campaigns/\(made.code)")
    }

    func listCampaigns() async throws -> Answer {
        let found = try await installation.listCampaigns(as: principal(), state: queryWord("state"), before: cursorID(), limit: limit)
        return try page(found, keys: { [$0.wire] }, item: { Wire.Campaign($0) })
    }

    func readCampaign() async throws -> Answer { try await campaign(pathText("campaign")) }

    func changeCampaign() async throws -> Answer {
        let changed = try await installation.changeCampaign(
            as: principal(), code: pathText("campaign"), version: expectedVersion(), draft())
        return try await campaign(changed.code)
    }

    func cancelCampaign() async throws -> Answer {
        try await campaign(installation.cancelCampaign(as: principal(), code: pathText("campaign")).code)
    }

    func readCampaignProgress() async throws -> Answer {
        let found = try await installation.campaignProgress(as: principal(), code: pathText("campaign"))
        return try .json(Wire.CampaignProgress(items: found.map { Wire.CampaignCounts($0) }))
    }

    func listCampaignCards() async throws -> Answer {
        let found = try await installation.campaignCards(
            as: principal(), code: pathText("campaign"), after: cursorKeys(1)?.first, limit: limit)
        return try page(
            found, keys: { [$0] },
            item: {
                Wire.CampaignCard(
                    card: $0.reference, iccid: $0.row.iccid, organisation: $0.row.organisation.wire, stopped: $0.row.isStopped,
                    unitName: $0.row.unitName)
            })
    }

    func issueCampaignEntrances() async throws -> Answer {
        let asked: Wire.IssueCampaignEntrances = try decode()
        let kind: StoredEntrance.Kind = try word(asked.kind, at: "/kind")
        let (issued, next) = try await installation.issueCampaignEntrances(
            as: principal(), code: pathText("campaign"), kind, days: asked.days, deviceType: asked.deviceType, after: asked.after)
        return try .json(Wire.CampaignEntrances(items: issued.map { try wire($0, kind) }, next: next))
    }

    private func campaign(_ code: String) async throws -> Answer {
        let found = try await installation.readCampaign(as: principal(), code: code)
        return try .json(Wire.Campaign(found)).tagged(found.campaign.version)
    }

    private func draft() throws -> CampaignDraft {
        let asked: Wire.CampaignTerms = try decode()
        let product = try asked.product.map { try productCode($0, at: "/product") }
        let carrier = try asked.carrier.map { try self.carrier($0, at: "/carrier") }
        return CampaignDraft(
            CampaignTerms(
                name: asked.name, gap: try word(asked.gap, at: "/gap"), carrier: carrier,
                organisation: try asked.organisation.map { try id($0, at: "/organisation") },
                begins: try calendarDay(asked.begins, at: "/begins"),
                deadline: try calendarDay(asked.deadline, at: "/deadline"), noticeDays: asked.noticeDays.map { Int($0) }, stops: asked.stops
            ),
            product: product)
    }
}

extension Wire.Campaign {
    fileprivate init(_ view: CampaignView) {
        let campaign = view.campaign, terms = campaign.terms
        self.init(
            code: campaign.code, version: campaign.version, state: campaign.state.rawValue,
            terms: Wire.CampaignTerms(
                name: terms.name, gap: terms.gap.rawValue, begins: terms.begins.description, deadline: terms.deadline.description,
                noticeDays: terms.noticeDays.map { Int64($0) }, stops: terms.stops, carrier: terms.carrier?.code,
                product: view.product?.text,
                organisation: terms.organisation?.wire),
            recordedAt: campaign.recordedAt.wire, toldOn: campaign.toldOn?.description, begunAt: campaign.begunAt?.wire,
            endedAt: campaign.endedAt?.wire)
    }
}

extension Wire.CampaignCounts {
    fileprivate init(_ counts: Records.CampaignCounts) {
        self.init(
            organisation: counts.organisation.wire, name: counts.name, cards: counts.cards, lacking: counts.lacking, mended: counts.mended,
            stopped: counts.stopped, gone: counts.gone)
    }
}
