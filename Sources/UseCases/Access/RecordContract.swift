import Ledger
import Numbers
import Records
import Registry

extension TrailAction {
    static let contractRecorded = TrailAction("contract.recorded")
}

/// An agreement as it is handed in; the fields as in `ContractRecord`.
package struct ContractDraft: Hashable, Sendable {
    package var carrier: Carrier
    package var version: String
    /// `yyyymmdd`; `validUntil` 99991231 is open-ended (长期).
    package var validFrom: Int64
    package var validUntil: Int64
    package var duties: String
    package var breachHandling: String

    package init(carrier: Carrier, version: String, validFrom: Int64, validUntil: Int64, duties: String, breachHandling: String) {
        self.carrier = carrier
        self.version = version
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.duties = duties
        self.breachHandling = breachHandling
    }
}

extension Installation {
    /// Puts a version of an agent's contract with a carrier on record, for good (R-AF-01).
    /// Throws `not-found`, `contract-not-agent`, `organisation-ended`, `contract-version-taken`, `fields-invalid`.
    package func recordContract(as principal: Principal, agent: OrganisationID, _ draft: ContractDraft) async throws -> ContractRecord {
        let draft = try draft.checked()
        return try await act(as: principal, .contractRecorded, needs: .contractManage) { act in
            guard let place = try OrganisationRecords.find(agent, within: principal.scope, in: act.session) else { throw Refusal.notFound }
            guard place.kind == .agent else { throw Refusal.contractNotAgent }
            guard place.status != .ended else { throw Refusal.organisationEnded }
            guard
                try ContractRecords.find(agent: agent, carrier: draft.carrier, version: draft.version, in: act.session) == nil
            else { throw Refusal.contractVersionTaken }
            let contract = ContractRecord(
                id: act.fresh(), agent: agent, carrier: draft.carrier, version: draft.version, validFrom: draft.validFrom,
                validUntil: draft.validUntil, duties: draft.duties, breachHandling: draft.breachHandling, recordedAt: act.now,
                recordedBy: principal.account)
            try act.register(.contract, contract.row)
            act.recording.about(.organisation, agent)
            act.recording.note("carrier", .string(draft.carrier.code))
            act.recording.note("version", .string(draft.version))
            return contract
        }
    }
}

extension ContractDraft {
    private static let bounds = TextBounds(1...20_000)

    /// Trimmed; every wrong field is named.
    fileprivate func checked() throws(Refusal) -> ContractDraft {
        var checked = self
        checked.version = version.trimmed
        checked.duties = duties.trimmed
        checked.breachHandling = breachHandling.trimmed
        var wrong: [Refusal] = []
        if !TextBounds(1...64).admit(checked.version) || checked.version.hasControlCharacters {
            wrong.append(.contractFieldInvalid.at("/version"))
        }
        if !Self.bounds.admit(checked.duties) { wrong.append(.contractFieldInvalid.at("/duties")) }
        if !Self.bounds.admit(checked.breachHandling) { wrong.append(.contractFieldInvalid.at("/breachHandling")) }
        if CivilDate(yyyymmdd: Int(validFrom)) == nil { wrong.append(.contractFieldInvalid.at("/validFrom")) }
        if CivilDate(yyyymmdd: Int(validUntil)) == nil || validUntil < validFrom { wrong.append(.contractFieldInvalid.at("/validUntil")) }
        guard wrong.isEmpty else { throw .invalid(wrong) }
        return checked
    }
}

extension Refusal {
    package static let contractNotAgent = Refusal(
        "contract-not-agent", .invalid, requirements: ["R-AF-01"], en: "Contracts are recorded for agents.", zh: "只有代理商登记合同。",
        mend: LocalText(en: "Choose an agent.", zh: "请选择代理商。"))

    package static let contractVersionTaken = Refusal(
        "contract-version-taken", .conflict, requirements: ["R-AF-01"],
        en: "This version of the contract with this carrier is on record and cannot be changed.", zh: "该运营商的此版本合同已登记，不可修改。",
        mend: LocalText(en: "Record the change under a new version.", zh: "请以新版本登记变更。"), pointer: "/version")

    package static let contractFieldInvalid = Refusal(
        "contract-field-invalid", .invalid, requirements: ["R-AF-01"],
        en: "A contract needs a version, a validity, the agent's registration duties and what follows a breach.",
        zh: "合同须有版本、有效期、登记义务和违约处置。",
        mend: LocalText(en: "Fill the field in; the validity ends on or after its first day.", zh: "请填写该项；截止日期不得早于起始日期。"))
}
