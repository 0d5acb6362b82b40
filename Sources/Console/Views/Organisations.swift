import Foundation
import Hummingbird
import Numbers
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    private static let treeRows = 50

    /// The organisations within reach, each behind the one above it.
    func organisationTree() async throws -> Response {
        try principal().demand(.organisationRead)
        let tree = try await organisations()
        let after = try place(1).flatMap { OrganisationID($0[0]) }
        let start = after.flatMap { last in tree.firstIndex { $0.id == last } }.map { $0 + 1 } ?? 0
        let shown = tree[start...].prefix(Self.treeRows)
        let top = tree.first.map { depth($0.path) } ?? 0
        var rows: [[String: Any]] = []
        for organisation in shown {
            var values = row(organisation)
            values["indent"] = String(repeating: "　", count: max(0, depth(organisation.path) - top))
            values["level"] = String(depth(organisation.path) - top + 1)
            values["contract"] = organisation.kind == .agent ? standing(try await allContracts(of: organisation.id)) : "–"
            rows.append(values)
        }
        let isLast = start + shown.count == tree.count
        return write(
            ConsolePage(
                template: "organisations", title: words["organisations.title"],
                values: [
                    "tabs": self.values(of: agentTabs, at: .organisations), "organisations": rows, "isEmpty": rows.isEmpty,
                    "isLater": start > 0, "first": ConsoleLink.organisations.address,
                    "next": isLast ? [] : shown.last.map { [address(.organisations, keeping: [], after: $0.id.description)] } ?? [],
                ], section: agentTabs.first?.link))
    }

    private func depth(_ path: OrganisationPath) -> Int { path.text.split(separator: "/").count }

    private func row(_ organisation: OrganisationRecord) -> [String: Any] {
        [
            "href": ConsoleLink.organisation(organisation.id.description).address, "name": organisation.name,
            "kind": words["organisationKind.\(organisation.kind.rawValue)"], "state": state(of: organisation),
            "isActive": organisation.status == .active,
        ]
    }

    private func state(of organisation: OrganisationRecord) -> String {
        words["organisationState.\(organisation.status.rawValue)"]
    }

    private func allContracts(of agent: OrganisationID) async throws -> [ContractRecord] {
        try await installation.listContracts(as: principal(), agent: agent, limit: 200)
    }

    private enum Validity: String { case valid, coming, ended }

    private func validity(_ contract: ContractRecord) -> Validity {
        let today = Int64(CivilDate(shanghai: installation.now()).yyyymmdd)
        return contract.validUntil < today ? .ended : contract.validFrom > today ? .coming : .valid
    }

    /// Until when an agent has a contract, in one line.
    private func standing(_ contracts: [ContractRecord]) -> String {
        guard let latest = contracts.max(by: { $0.validUntil < $1.validUntil }) else { return "○ " + words["contract.none"] }
        let valid = contracts.filter { validity($0) == .valid }.map(\.validUntil).max()
        if let valid { return "● " + last(valid) }
        return validity(latest) == .coming
            ? "◔ " + words["contract.coming"] : "✕ " + words("contract.endedOn", ["day": last(latest.validUntil)])
    }

    private func last(_ yyyymmdd: Int64) -> String {
        yyyymmdd == longTerm ? words["contract.longTerm"] : civil(yyyymmdd)
    }

    private func civil(_ yyyymmdd: Int64) -> String { CivilDate(yyyymmdd: Int(yyyymmdd))?.description ?? "–" }

    // MARK: One of them

    func organisation() async throws -> Response { try await write(organisationPage()) }

    /// Which form of the page was sent, so that what was typed stands in it again and in no other.
    private enum OrganisationForm { case change, child, contract }

    private func organisationPage(_ sent: OrganisationForm? = nil, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let found = try await installation.readOrganisation(as: principal(), identifier())
        let id = found.id.description
        let own = try principal()
        let children = try await installation.listOrganisations(
            as: principal(), parent: found.id, after: place(1).flatMap { OrganisationID($0[0]) }, limit: Self.treeRows + 1)
        let isAgent = found.kind == .agent
        let standings = try await installation.listStandings(as: principal(), of: found.id)
        let contracts = isAgent ? try await allContracts(of: found.id) : []
        let isChangeable =
            may(.organisationManage) && found.status != .ended && (own.scope == .everything || found.id != own.organisation)
        var values = row(found)
        let more: [String: Any] = [
            "tabs": self.values(of: agentTabs, at: .organisations), "all": ConsoleLink.organisations.address,
            "created": words.time(found.createdAt), "version": String(found.version), "isAgent": isAgent,
            "standing": standing(contracts), "contracts": contracts.reversed().map(row), "hasContracts": !contracts.isEmpty,
            "children": children.prefix(Self.treeRows).map(row), "hasChildren": !children.isEmpty,
            "next": children.count > Self.treeRows
                ? [address(.organisation(id), keeping: [], after: children[Self.treeRows - 1].id.description)] : [],
            "performance": may(.gapReport) ? [ConsoleLink.performance(id).address] : [],
            "staff": may(.accountRead) ? [ConsoleLink.staff(id).address] : [],
            "policy": isAgent || found.kind == .operatingCompany ? [ConsoleLink.policy(id).address] : [],
            "move": may(.custodyManage) && found.status == .active && (isAgent || found.kind == .hall)
                && found.id != own.organisation
                ? [ConsoleLink.custody.address + "?organisation=" + id] : [],
            "mayChange": isChangeable, "isRoot": found.parent == nil, "change": ConsoleLink.organisation(id).address,
            "newName": typed("name", sent == .change) ?? found.name,
            "statuses": OrganisationStatus.allCases.map { status -> [String: Any] in
                [
                    "code": status.rawValue, "name": words["organisationState.\(status.rawValue)"],
                    "isChosen": (typed("status", sent == .change) ?? found.status.rawValue) == status.rawValue,
                ]
            },
            "reason": typed("reason", sent == .change) ?? "", "hasStandings": !standings.isEmpty,
            "standings": standings.map { standing -> [String: Any] in
                [
                    "at": words.time(standing.at), "state": words["organisationState.\(standing.status.rawValue)"],
                    "isActive": standing.status == .active, "reason": standing.reason ?? "–",
                ]
            },
            "mayLink": found.kind == .enterprise && own.scope == .everything,
            "unitCode": typed("unitCode", sent == .change) ?? "",
            "isLinked": found.unit != nil,
            "mayMake": may(.organisationManage) && found.status == .active && !found.kind.children.isEmpty,
            "make": ConsoleLink.childOrganisation(id).address, "childName": typed("childName", sent == .child) ?? "",
            "kinds": OrganisationKind.allCases.filter(found.kind.children.contains).map { kind -> [String: Any] in
                [
                    "code": kind.rawValue, "name": words["organisationKind.\(kind.rawValue)"],
                    "isChosen": typed("kind", sent == .child) == kind.rawValue,
                ]
            },
            "mayContract": isAgent && may(.contractManage) && found.status != .ended, "record": ConsoleLink.contracts(id).address,
            "carrier": typed("carrier", sent == .contract) ?? "",
            "carriers": Carrier.usual.map { ["code": $0.code, "name": carrierName($0)] },
            "contractVersion": typed("contractVersion", sent == .contract) ?? "", "validFrom": typed("validFrom", sent == .contract) ?? "",
            "validUntil": typed("validUntil", sent == .contract) ?? "", "duties": typed("duties", sent == .contract) ?? "",
            "breach": typed("breach", sent == .contract) ?? "", "isLongTerm": sent == .contract && form.isTicked("longTerm"),
        ]
        values.merge(more) { $1 }
        return ConsolePage(
            template: "organisation", title: found.name,
            values: values,
            refusal: refusal, section: agentTabs.first?.link)
    }

    private func typed(_ field: String, _ isSent: Bool) -> String? { isSent ? form[field] ?? "" : nil }

    private func row(_ contract: ContractRecord) -> [String: Any] {
        let validity = validity(contract)
        return [
            "carrier": carrierName(contract.carrier), "version": contract.version, "from": civil(contract.validFrom),
            "until": last(contract.validUntil), "mark": validity == .valid ? "●" : validity == .coming ? "◔" : "✕",
            "state": words["contract.\(validity.rawValue)"], "duties": contract.duties, "breach": contract.breachHandling,
            "recorded": words.time(contract.recordedAt),
        ]
    }

    func changeOrganisation() async throws -> Response {
        do {
            guard let version = try number("version"), let status = form["status"].flatMap({ OrganisationStatus(rawValue: $0) }) else {
                throw Refusal.formUnreadable
            }
            guard status != .ended || form.isTicked("sure") else { throw Refusal.endingUnsure }
            let found = try await installation.readOrganisation(as: principal(), identifier())
            let unitCode = form["unitCode"].flatMap { $0.isEmpty ? nil : $0 }
            _ = try await installation.updateOrganisation(
                as: principal(), found.id, ifVersion: version,
                OrganisationChange(
                    name: form["name"] ?? "", status: status == found.status ? nil : status, unitCode: unitCode,
                    reason: form["reason"] ?? ""))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(organisationPage(.change, refusal))
        }
        return redirect(to: .organisation(id))
    }

    func createOrganisation() async throws -> Response {
        do {
            guard let kind = form["kind"].flatMap({ OrganisationKind(rawValue: $0) }) else { throw Refusal.formUnreadable }
            let made = try await installation.createOrganisation(
                as: principal(), parent: identifier(), kind: kind, name: form["childName"] ?? "")
            return redirect(to: .organisation(made.id.description))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(organisationPage(.child, refusal))
        }
    }

    func recordContract() async throws -> Response {
        do {
            guard let carrier = Carrier(form["carrier"]?.trimmingCharacters(in: .whitespaces) ?? "") else {
                throw Refusal.contractCarrierMissing
            }
            guard let from = contractDay("validFrom"), let until = form.isTicked("longTerm") ? longTerm : contractDay("validUntil") else {
                throw Refusal.momentUnreadable
            }
            _ = try await installation.recordContract(
                as: principal(), agent: identifier(),
                ContractDraft(
                    carrier: carrier, version: form["contractVersion"] ?? "", validFrom: from, validUntil: until,
                    duties: form["duties"] ?? "",
                    breachHandling: form["breach"] ?? ""))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(organisationPage(.contract, refusal))
        }
        return redirect(to: .organisation(id))
    }

    private func contractDay(_ field: String) -> Int64? {
        CivilDate(form[field] ?? "").map { Int64($0.yyyymmdd) }
    }
}

extension Refusal {
    static let endingUnsure = Refusal(
        "ending-unsure", .invalid, house: .choice, en: "It was not confirmed that the organisation shall end; that is final.",
        zh: "尚未确认终止该机构，终止后不可恢复。",
        mend: LocalText(en: "Tick the box beside the button.", zh: "请勾选按钮旁的确认框。"))
    static let contractCarrierMissing = Refusal(
        "contract-carrier-missing", .invalid, house: .choice, en: "No carrier is named for the contract.", zh: "未填写合同对应的运营商。",
        mend: LocalText(en: "Choose a carrier.", zh: "请选择运营商。"), pointer: "/carrier")
}
