import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let campaignMade = TrailAction("campaign.made")
    static let campaignChanged = TrailAction("campaign.changed")
    static let campaignCancelled = TrailAction("campaign.cancelled")
    static let campaignBegun = TrailAction("campaign.begun")
    static let campaignTold = TrailAction("campaign.told")
    static let campaignStopped = TrailAction("campaign.stopped")
    static let campaignEnded = TrailAction("campaign.ended")
}

/// What somebody wants of a campaign; the organisation and the product as people name them.
package struct CampaignDraft: Sendable {
    package var terms: CampaignTerms
    package var product: ProductCode?

    package init(_ terms: CampaignTerms, product: ProductCode? = nil) {
        self.terms = terms
        self.product = product
    }
}

extension Installation {
    /// Makes a campaign of back-registration over the cards in service (R-25-24). It begins by itself on its day.
    /// Throws `fields-invalid`, `product-unknown`, `campaign-organisation-unknown`, `campaign-begins-in-the-past`.
    package func makeCampaign(as principal: Principal, _ draft: CampaignDraft) async throws -> StoredCampaign {
        try await act(as: principal, .campaignMade, needs: .cardControl) { act in
            try principal.demandEverything()
            let terms = try act.resolved(draft)
            guard terms.begins >= (try act.installation.chinaDay()) else { throw Refusal.campaignBeginsInThePast }
            let campaign = StoredCampaign(
                id: act.fresh(), code: PublicCode.make("BR-", by: act.installation.chance), version: 1, terms: terms,
                dueAt: max(act.now, terms.beginsAt), recordedAt: act.now)
            try CampaignRecords.insert(campaign, in: act.session)
            try act.write(campaign)
            return campaign
        }
    }

    /// Adds a version to what was set, if it still stands at `version`. Which cards it is about does not change once it has begun.
    /// Throws `not-found`, `campaign-over`, `campaign-stopping`, `campaign-begun`, `changed-meanwhile`, and what making one throws.
    package func changeCampaign(
        as principal: Principal, code: String, version: Int64, _ draft: CampaignDraft
    ) async throws -> StoredCampaign {
        try await act(as: principal, .campaignChanged, needs: .cardControl) { act in
            try principal.demandEverything()
            let before = try act.installation.campaign(code, .everything, act.session)
            guard before.version == version else { throw Refusal.stale }
            guard !before.state.isOver else { throw Refusal.campaignOver }
            guard before.work != .stopping else { throw Refusal.campaignStopping }
            let terms = try act.resolved(draft, before: before)
            if before.state == .planned {
                guard terms.begins >= (try act.installation.chinaDay()) else { throw Refusal.campaignBeginsInThePast }
            } else {
                guard terms.isAboutTheSame(as: before.terms) else { throw Refusal.campaignBegun }
            }
            let after = StoredCampaign(
                id: before.id, code: before.code, version: before.version + 1, terms: terms, state: before.state, work: before.work,
                toldOn: before.toldOn, stopDay: terms.stops ? before.stopDay : nil, cursor: before.cursor,
                dueAt: max(act.now, terms.beginsAt), begunAt: before.begunAt,
                recordedAt: act.now)
            try act.write(after)
            guard try CampaignRecords.move(before, to: after, in: act.session) else { throw Refusal.stale }
            return after
        }
    }

    /// Nobody is told any more and nothing is stopped; what was stopped stays so. Throws `not-found`, `campaign-over`.
    package func cancelCampaign(as principal: Principal, code: String) async throws -> StoredCampaign {
        try await act(as: principal, .campaignCancelled, needs: .cardControl) { act in
            try principal.demandEverything()
            let before = try act.installation.campaign(code, .everything, act.session)
            guard !before.state.isOver else { throw Refusal.campaignOver }
            var after = before
            after.state = .cancelled
            after.dueAt = nil
            after.endedAt = act.now
            guard try CampaignRecords.move(before, to: after, in: act.session) else { throw Refusal.stale }
            act.recording.about(.campaign, before.id)
            return after
        }
    }
}

extension Act {
    /// The terms with product and organisation looked up, and judged.
    fileprivate func resolved(_ draft: CampaignDraft, before: StoredCampaign? = nil) throws -> CampaignTerms {
        var terms = draft.terms
        let today = try installation.chinaDay()
        let open = OpenText(today: today).refusal(of: terms.name, at: "/name")
        let faults = terms.faults(today: today, before: before.map { ($0.toldOn, $0.stopDay) }) + [open].compactMap(\.self)
        guard faults.isEmpty else { throw Refusal.invalid(faults) }
        // Whoever has the cards must be told of a stop.
        let channels = installation.notifiers?.channels ?? []
        guard !terms.stops || channels.contains(where: NoticeKind.backRegistration.channels.contains) else {
            throw Refusal.noticesNotConfigured
        }
        terms.product = try draft.product.map { code in
            guard let found = try ProductRecords.find(code, in: session) else { throw Refusal.productUnknown.at("/product") }
            return found.number
        }
        if let organisation = terms.organisation {
            guard let seat = try CustodyRecords.seat(of: organisation, in: session), seat.kind != .enterprise else {
                throw Refusal.campaignOrganisationUnknown
            }
            terms.path = seat.path
        } else {
            terms.path = .root
        }
        return terms
    }

    fileprivate func write(_ campaign: StoredCampaign) throws {
        try register(.campaignVersion, CampaignRecords.version(campaign, by: principal.account))
        recording.about(.campaign, campaign.id)
        recording.note("version", .integer(campaign.version))
    }
}

extension Refusal {
    static let campaignBeginsInThePast = Refusal(
        "campaign-begins-in-the-past", .invalid, requirements: ["R-25-24"], en: "A campaign begins today or later.",
        zh: "专项从今天或以后开始。", mend: LocalText(en: "Choose a later day.", zh: "请选择更晚的日期。"), pointer: "/begins")
    static let campaignOrganisationUnknown = Refusal(
        "campaign-organisation-unknown", .invalid, house: .names, en: "There is no such organisation that has cards.", zh: "没有持有卡的该机构。",
        mend: LocalText(en: "Name an agent or hall.", zh: "请填写代理商或营业厅。"), pointer: "/organisation")
    static let campaignOver = Refusal(
        "campaign-over", .conflict, house: .states, en: "This campaign is over.", zh: "该专项已结束。",
        mend: LocalText(en: "Make another one.", zh: "请新建专项。"))
    static let campaignStopping = Refusal(
        "campaign-stopping", .conflict, requirements: ["R-25-24"], en: "The deadline has passed, and cards are being stopped.",
        zh: "截止日已过，正在停机。", mend: LocalText(en: "Cancel it, and make another one.", zh: "请取消后新建专项。"))
    static let campaignBegun = Refusal(
        "campaign-begun", .conflict, requirements: ["R-25-24"],
        en: "It has begun: name, deadline, notices and the stop may change, which cards it is about may not.",
        zh: "专项已开始，只能修改名称、截止日、提醒和停机，不能更改涉及的卡。",
        mend: LocalText(en: "Leave the rest as it is, or make another one.", zh: "请保持其他内容不变，或新建专项。"))
}
