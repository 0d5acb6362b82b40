import Ledger
import Records
import Registry
import SQLCore

/// That an organisation was suspended, taken up again or ended.
package struct OrganisationStanding: Hashable, Sendable {
    package let at: Instant
    package let status: OrganisationStatus
    /// As whoever changed it gave it; nil where nobody asked for one.
    package let reason: String?

    /// nil for an entry of the trail by which the status did not change.
    init?(_ entry: StoredTrailEntry) {
        guard let body = try? JSONValue(parsing: entry.body), let data = body["data"],
            let status = data["status"]?.stringValue.flatMap({ OrganisationStatus(rawValue: $0) })
        else { return nil }
        // Entries of older programs do not say which status was before.
        guard let former = data["former-status"]?.stringValue, former != status.rawValue else { return nil }
        at = entry.recordedAt
        self.status = status
        reason = body["purpose"]?.stringValue
    }
}

extension Installation {
    /// Among so many of an organisation's newest changes those of its status are looked for.
    private static let standingsMax = 50

    /// The changes of an organisation's status among its newest changes, the newest first: whoever reads the organisation reads why,
    /// whoever gave the reason. Throws `not-found`, also for what is out of scope.
    package func listStandings(as principal: Principal, of id: OrganisationID) async throws -> [OrganisationStanding] {
        try await look(as: principal, needs: .organisationRead) { session in
            guard try OrganisationRecords.find(id, within: principal.scope, in: session) != nil else { throw Refusal.notFound }
            let filter = TrailFilter(subject: TrailSubject(.organisation, id), action: TrailAction.organisationUpdated.name)
            return try TrailRecords.list(filter, .everything, before: nil, limit: Self.standingsMax, in: session)
                .compactMap { OrganisationStanding($0) }
        }
    }
}
