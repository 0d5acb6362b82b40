import Records
import Registry
import SQLCore

extension Installation {
    /// Organisations in scope, in the order of their making. `after` is the last one of the page before.
    package func listOrganisations(
        as principal: Principal, parent: OrganisationID? = nil, kind: OrganisationKind? = nil, status: OrganisationStatus? = nil,
        after: OrganisationID? = nil, limit: Int? = nil
    ) async throws -> [OrganisationRecord] {
        let rows = rows(limit)
        return try await look(as: principal, needs: .organisationRead) { session in
            try OrganisationRecords.list(
                within: principal.scope, parent: parent, kind: kind, status: status, after: after, limit: rows, in: session)
        }
    }

    /// Throws `not-found`, also for what is out of scope.
    package func readOrganisation(as principal: Principal, _ id: OrganisationID) async throws -> OrganisationRecord {
        try await look(as: principal, needs: .organisationRead) { session in
            guard let found = try OrganisationRecords.find(id, within: principal.scope, in: session) else { throw Refusal.notFound }
            return found
        }
    }
}
