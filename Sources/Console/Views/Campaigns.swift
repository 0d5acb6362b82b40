import Hummingbird
import Numbers
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func campaigns() async throws -> Response { try await write(campaignsPage()) }

    /// Campaigns of back-registration, the newest first, and a form for another.
    private func campaignsPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let state = query("state").flatMap { CampaignState(rawValue: $0) }
        let before = try place(1).flatMap { CampaignID($0[0]) }
        let found = try await installation.listCampaigns(as: principal(), state: state, before: before, limit: 50)
        let states: [CampaignState?] = [nil] + CampaignState.allCases
        var values: [String: Any] = [
            "tabs": self.values(of: custodyTabs, at: .campaigns), "campaigns": found.rows.map(row), "isEmpty": found.rows.isEmpty,
            "states": states.map { other -> [String: Any] in
                [
                    "href": ConsoleLink.campaigns.address + (other.map { "?state=\($0.rawValue)" } ?? ""),
                    "name": other.map { words["campaignState.\($0.rawValue)"] } ?? words["cards.all"], "isCurrent": other == state,
                ]
            },
            "next": found.next.map { [address(.campaigns, keeping: ["state"], after: $0.description)] } ?? [],
            "mayMake": mayMakeCampaigns,
        ]
        if mayMakeCampaigns { values.merge(try await campaignFields()) { $1 } }
        return ConsolePage(
            template: "campaigns", title: words["campaigns.title"],
            values: values,
            refusal: refusal, section: custodyTabs.first?.link)
    }

    private var mayMakeCampaigns: Bool { may(.cardControl) && seat?.scope == .everything }

    /// The fields of the form, with what was sent where it is shown again.
    private func campaignFields() async throws -> [String: Any] {
        func choice(_ code: String, _ name: String, of field: String) -> [String: Any] {
            ["code": code, "name": name, "isChosen": form[field] == code]
        }
        let products = try await installation.listProducts(as: principal(), limit: 500).rows
        let places = try await organisations().filter { $0.kind != .enterprise }
        return [
            "action": ConsoleLink.campaigns.address, "name": form["name"] ?? "", "begins": form["begins"] ?? "",
            "deadline": form["deadline"] ?? "", "noticeDays": form["noticeDays"] ?? "30, 7", "isStopping": form.isTicked("stops"),
            "gaps": Gap.allCases.map { choice($0.rawValue, words["gap.\($0.rawValue)"], of: "gap") },
            "carriers": Set(products.map(\.facts.carrier)).sorted { $0.code < $1.code }.map {
                choice($0.code, carrierName($0), of: "carrier")
            },
            "products": products.map { choice($0.code.text, $0.facts.name, of: "product") },
            "places": places.map { choice($0.id.description, $0.name, of: "organisation") },
        ]
    }

    private func sentCampaign() throws(Refusal) -> CampaignDraft {
        let filled = form.fields.filter { !$0.value.isEmpty }
        guard let gap = filled["gap"].flatMap({ Gap(rawValue: $0) }) else { throw .formUnreadable }
        guard let begins = filled["begins"].flatMap({ CivilDate($0) }), let deadline = filled["deadline"].flatMap({ CivilDate($0) }) else {
            throw .momentUnreadable
        }
        let days = (filled["noticeDays"] ?? "").split { !$0.isNumber }.map { Int($0) ?? -1 }
        return CampaignDraft(
            CampaignTerms(
                name: filled["name"] ?? "", gap: gap, carrier: filled["carrier"].flatMap { Carrier($0) },
                organisation: filled["organisation"].flatMap { OrganisationID($0) }, begins: begins, deadline: deadline, noticeDays: days,
                stops: form.isTicked("stops")), product: filled["product"].flatMap { ProductCode($0) })
    }

    func makeCampaign() async throws -> Response {
        do {
            return redirect(to: .campaign(try await installation.makeCampaign(as: principal(), sentCampaign()).code))
        } catch let refusal as Refusal {
            return try await write(campaignsPage(refusal))
        }
    }

    func cancelCampaign() async throws -> Response {
        do {
            guard form.isTicked("sure") else { throw Refusal.cancellationUnsure }
            _ = try await installation.cancelCampaign(as: principal(), code: id)
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(campaignPage(refusal))
        }
        return redirect(to: .campaign(id))
    }

    private func row(_ view: CampaignView) -> [String: Any] {
        let campaign = view.campaign, terms = campaign.terms
        let about = [terms.carrier.map { carrierName($0) }, view.product?.text].compactMap(\.self)
        return [
            "href": ConsoleLink.campaign(campaign.code).address, "code": campaign.code, "name": terms.name,
            "gap": words["gap.\(terms.gap.rawValue)"], "state": words["campaignState.\(campaign.state.rawValue)"],
            "isOver": campaign.state.isOver, "begins": terms.begins.description, "deadline": terms.deadline.description,
            "stops": words[terms.stops ? "campaigns.stops" : "campaigns.doesNotStop"],
            "about": about.isEmpty ? words["lifeSettings.all"] : about.joined(separator: " · "),
            "told": terms.noticeDays.map { words("campaigns.daysBefore", ["n": String($0)]) }.joined(separator: words["common.comma"]),
        ]
    }

    func campaign() async throws -> Response { try await write(campaignPage()) }

    /// One of them: how it stands with each organisation, and which cards still lack something.
    private func campaignPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let view = try await installation.readCampaign(as: principal(), code: id)
        let progress = try await installation.campaignProgress(as: principal(), code: id)
        let lacking = try await installation.campaignCards(as: principal(), code: id, after: query("after"), limit: 50)
        let names = Dictionary(progress.map { ($0.organisation, $0.name) }, uniquingKeysWith: { first, _ in first })
        var values = row(view)
        let more: [String: Any] = [
            "tabs": self.values(of: custodyTabs, at: .campaigns), "all": ConsoleLink.campaigns.address,
            "cancel": ConsoleLink.cancelCampaign(id).address, "mayCancel": mayMakeCampaigns && !view.campaign.state.isOver,
            "counts": progress.map { counts -> [String: Any] in
                let done = counts.cards - counts.lacking
                return [
                    "name": counts.name, "cards": String(counts.cards), "lacking": String(counts.lacking), "mended": String(counts.mended),
                    "stopped": String(counts.stopped), "gone": String(counts.gone), "done": String(max(0, done)),
                    "max": String(max(1, counts.cards)),
                ]
            },
            "hasCounts": !progress.isEmpty,
            "noCounts": words[view.campaign.state == .planned ? "campaigns.notBegun" : "campaigns.noneYours"],
            "isEmpty": lacking.rows.isEmpty,
            "lines": lacking.rows.map { line -> [String: Any] in
                [
                    "href": ConsoleLink.card(line.reference).address, "iccid": line.row.iccid, "unit": line.row.unitName ?? "–",
                    "holder": names[line.row.organisation] ?? "–", "isStopped": line.row.isStopped,
                ]
            },
            "next": lacking.next.map { [address(.campaign(id), keeping: [], after: $0)] } ?? [],
        ]
        values.merge(more) { $1 }
        return ConsolePage(
            template: "campaign", title: view.campaign.terms.name,
            values: values,
            refusal: refusal, section: custodyTabs.first?.link)
    }
}

extension Refusal {
    static let cancellationUnsure = Refusal(
        "cancellation-unsure", .invalid, house: .choice, en: "It was not confirmed that this shall be cancelled.", zh: "尚未确认取消。",
        mend: LocalText(en: "Tick the box beside the button.", zh: "请勾选按钮旁的确认框。"))
}
