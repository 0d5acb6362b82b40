import Registry
import SQLCore

/// What goes with an application that was never registered (each has its own data key; destroying it is the purge: docs/operations.md).
package enum PurgeRecords {
    /// An identity version with the key that opens it.
    package struct PinnedIdentity: Hashable, Sendable {
        package let id: IdentityVersionID
        package let party: PartyID
        package let dataKey: [UInt8]
    }

    /// Versions that this application's submissions pinned and that nothing kept needs: no application still kept or approved,
    /// no role in force.
    package static func identities(onlyOf application: ApplicationID, in session: any Session) throws -> [PinnedIdentity] {
        try session.all(
            """
            SELECT DISTINCT v.id, v.party, v.data_key FROM submission m JOIN submission_role r ON r.submission = m.id
            JOIN identity_version v ON v.id = r.identity JOIN data_key k ON k.id = v.data_key
            WHERE m.application = \(application) AND k.wrapped IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM role_succession x WHERE x.identity = v.id)
            AND NOT EXISTS (
                SELECT 1 FROM submission_role r2 JOIN submission m2 ON m2.id = r2.submission JOIN application a2 ON a2.id = m2.application
                WHERE r2.identity = v.id AND a2.id <> \(application)
                AND (a2.draft IS NOT NULL OR a2.state = \(ApplicationState.approved.rawValue)))
            """
        ) { PinnedIdentity(id: try $0.identifier(0), party: try $0.identifier(1), dataKey: $0.blob(2)) }
    }

    /// Keys of the reviewers' notes about this application.
    package static func noteKeys(of application: ApplicationID, in session: any Session) throws -> [[UInt8]] {
        try session.all(
            """
            SELECT d.note_key FROM submission m JOIN decision d ON d.submission = m.id
            WHERE m.application = \(application) AND d.note_key IS NOT NULL
            UNION SELECT r.data_key FROM submission m JOIN decision d ON d.submission = m.id JOIN decision_remark r ON r.decision = d.id
            WHERE m.application = \(application)
            UNION SELECT o.data_key FROM submission m JOIN review_opinion o ON o.submission = m.id
            WHERE m.application = \(application) AND o.data_key IS NOT NULL
            """
        ) { $0.blob(0) }
    }

    /// Takes a party out of the search when the keys of all its versions are destroyed. What custodians keep is found all the same.
    package static func forgetSearch(_ party: PartyID, in session: any Session) throws {
        try session.run(
            """
            DELETE FROM identity_search WHERE party = \(party) AND NOT EXISTS (
                SELECT 1 FROM identity_version v JOIN data_key k ON k.id = v.data_key
                WHERE v.party = \(party) AND k.destroyed_at IS NULL)
            """)
    }

    package static func isAnythingDue(at now: Instant, in session: any Session) throws -> Bool {
        let application = try session.exists("SELECT 1 FROM application WHERE purge_after <= \(now) LIMIT 1")
        return try application || !EvidenceRecords.duePurge(at: now, limit: 1, in: session).isEmpty
    }
}
