import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let organisationCreated = TrailAction("organisation.created")
}

extension Installation {
    /// Makes an organisation directly below one in scope.
    /// Throws `not-found` (the parent), `organisation-not-active`, `organisation-kind-not-below`, `organisation-name-invalid`.
    package func createOrganisation(
        as principal: Principal, parent: OrganisationID, kind: OrganisationKind, name: String
    ) async throws -> OrganisationRecord {
        let name = try OrganisationRules.name(name)
        return try await act(as: principal, .organisationCreated, needs: .organisationManage) { act in
            guard let above = try OrganisationRecords.find(parent, within: principal.scope, in: act.session) else { throw Refusal.notFound }
            guard try OrganisationRecords.isActive(above.path, in: act.session) else { throw Refusal.organisationNotActive }
            guard above.kind.children.contains(kind) else { throw Refusal.organisationKindNotBelow }
            let number = try Counters.take(1, from: Counters.organisation, in: act.session)
            let organisation = OrganisationRecord(
                id: act.fresh(), kind: kind, parent: above.id, path: above.path.child(number), name: name, createdAt: act.now,
                updatedAt: act.now)
            try OrganisationRecords.insert(organisation, in: act.session)
            act.recording.about(.organisation, organisation.id)
            act.recording.note("kind", .string(kind.rawValue))
            act.recording.note("path", .string(organisation.path.text))
            return organisation
        }
    }
}

extension Refusal {
    package static let organisationKindNotBelow = Refusal(
        "organisation-kind-not-below", .invalid, house: .organisation,
        en: "This kind of organisation cannot stand directly below that one.",
        zh: "该类机构不能设在此上级之下。",
        mend: LocalText(en: "Choose another kind or another parent.", zh: "请更换机构类别或上级。"), pointer: "/kind")
}
