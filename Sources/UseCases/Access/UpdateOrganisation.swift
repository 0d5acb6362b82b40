import Ledger
import Numbers
import Records
import Registry
import SQLCore

extension TrailAction {
    static let organisationUpdated = TrailAction("organisation.updated")
}

/// What to change of an organisation; nil leaves it.
package struct OrganisationChange: Hashable, Sendable {
    package var name: String?
    /// Suspended or ended, no account of it or below signs in or acts; `ended` is final.
    package var status: OrganisationStatus?
    /// The code of the unit whose cards an enterprise's seat sees. Only the operating company links: the seat sees beyond any agent.
    package var unitCode: String?
    /// Why its status changes, for it and those above it to read. Empty, it is demanded where the status changes.
    package var reason: String?

    package init(name: String? = nil, status: OrganisationStatus? = nil, unitCode: String? = nil, reason: String? = nil) {
        self.name = name
        self.status = status
        self.unitCode = unitCode
        self.reason = reason
    }
}

extension Installation {
    /// Renames, suspends, takes up again or ends. An organisation is changed from above, the operating company by itself.
    ///
    /// - Parameter version: what the caller read.
    /// - Throws: `changed-meanwhile`, `not-found`, `own-organisation`, `organisation-is-root`, `organisation-ended`,
    ///   `organisation-not-empty`, `organisation-holds-cards`, `organisation-name-invalid`, `purpose-needed` and what is wrong with the
    ///   reason as a text that stands in clear.
    package func updateOrganisation(
        as principal: Principal, _ id: OrganisationID, ifVersion version: Int64, _ change: OrganisationChange
    ) async throws -> OrganisationRecord {
        let reason = change.reason.flatMap { $0.isEmpty ? nil : $0 }
        let changed = try await act(as: principal, .organisationUpdated, needs: .organisationManage, purpose: reason) { act in
            guard let found = try OrganisationRecords.find(id, within: principal.scope, in: act.session) else { throw Refusal.notFound }
            guard found.version == version else { throw Refusal.stale }
            guard principal.scope == .everything || id != principal.organisation else { throw Refusal.ownOrganisation }
            return try act.change(found, change)
        }
        if change.status != nil || change.unitCode != nil { access.principals.forgetAll() }
        return changed
    }
}

extension Act {
    fileprivate func change(_ found: OrganisationRecord, _ change: OrganisationChange) throws -> OrganisationRecord {
        guard found.status != .ended else { throw Refusal.organisationEnded }
        var changed = found
        if let name = change.name { changed.name = try OrganisationRules.name(name) }
        if let status = change.status { changed.status = status }
        if let reason = change.reason, changed.status != found.status || !reason.isEmpty {
            try Purpose.demand(reason, today: CivilDate(shanghai: now), at: "/reason")
        }
        if changed.status != .active, found.parent == nil { throw Refusal.organisationIsRoot }
        if changed.status == .ended { try demandEmpty(found) }
        guard try OrganisationRecords.update(changed, at: now, in: session) else { throw Refusal.stale }
        if let code = change.unitCode { try link(found, to: code) }
        recording.about(.organisation, found.id)
        recording.note("status", .string(changed.status.rawValue))
        recording.note("former-status", .string(found.status.rawValue))
        recording.note("renamed", .bool(changed.name != found.name))
        guard let result = try OrganisationRecords.find(found.id, within: .everything, in: session) else { throw Refusal.notFound }
        return result
    }

    private func link(_ found: OrganisationRecord, to code: String) throws {
        guard found.kind == .enterprise else { throw Refusal.notAnEnterprise }
        // The seat sees the unit's cards wherever they were registered, so no agent may open one on units it merely applied for.
        try principal.demandEverything()
        // Whoever made accounts here before knows their passwords.
        guard try !AccountRecords.isStaffed(found.id, in: session) else { throw Refusal.seatHasAccounts }
        guard let unit = try UnitRecords.list(principal.scope, code: code, name: nil, after: nil, limit: 1, in: session).first else {
            throw Refusal.unitUnknown
        }
        try OrganisationRecords.link(found.id, unit: unit.party, at: now, in: session)
        recording.about(.party, unit.party)
    }

    private func demandEmpty(_ found: OrganisationRecord) throws {
        if try OrganisationRecords.hasLiveChildren(found.id, in: session) { throw Refusal.organisationNotEmpty }
        if try OrganisationRecords.holdsCards(found.id, path: found.path, in: session) { throw Refusal.organisationHoldsCards }
    }
}

extension Refusal {
    package static let ownOrganisation = Refusal(
        "own-organisation", .forbidden, requirements: ["R-25-17"], en: "Your own organisation is changed by the one above it.",
        zh: "本机构由上级机构管理。",
        mend: LocalText(en: "Ask the organisation above.", zh: "请联系上级机构。"))

    package static let organisationIsRoot = Refusal(
        "organisation-is-root", .conflict, house: .organisation, en: "The operating company cannot be suspended or ended.",
        zh: "运营公司不能暂停或终止。",
        mend: LocalText(en: "Leave its status as it is.", zh: "请保持其状态。"), pointer: "/status")

    package static let organisationEnded = Refusal(
        "organisation-ended", .conflict, house: .states, en: "The organisation is ended; that is final.", zh: "该机构已终止，不可恢复。",
        mend: LocalText(en: "Make a new one.", zh: "请新建机构。"))

    package static let organisationNotEmpty = Refusal(
        "organisation-not-empty", .conflict, house: .organisation, en: "Organisations below it are not ended yet.", zh: "其下级机构尚未终止。",
        mend: LocalText(en: "End those first.", zh: "请先终止下级机构。"), pointer: "/status")

    package static let organisationHoldsCards = Refusal(
        "organisation-holds-cards", .conflict, house: .organisation, en: "It still holds cards.", zh: "该机构名下仍有卡。",
        mend: LocalText(en: "Recall its cards first.", zh: "请先回收其卡。"), pointer: "/status")
}

extension Refusal {
    static let notAnEnterprise = Refusal(
        "not-an-enterprise", .invalid, house: .names, en: "Only an enterprise's seat stands for a unit.", zh: "只有企业席位可以关联单位。",
        mend: LocalText(en: "Choose an organisation of the kind enterprise.", zh: "请选择企业类型的机构。"), pointer: "/unitCode")
    static let seatHasAccounts = Refusal(
        "seat-has-accounts", .conflict, requirements: ["R-DP-19"],
        en: "The seat has accounts already; their makers could look through them.",
        zh: "该席位已有账号，原开通人可能借此查看单位数据。",
        mend: LocalText(en: "Dismiss them, link the seat, then make its accounts.", zh: "请先注销这些账号，关联后重新开通。"), pointer: "/unitCode")
    static let unitUnknown = Refusal(
        "unit-unknown", .invalid, house: .names, en: "No unit of this code has a registration within your scope.",
        zh: "在您的权限范围内没有该代码单位的登记。",
        mend: LocalText(en: "Check the code; the unit must be registered first.", zh: "请核对代码；单位须先完成登记。"), pointer: "/unitCode")
}
