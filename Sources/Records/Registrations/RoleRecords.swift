import Registry
import SQLCore

/// Who has a role in a registration from when: one link of the succession.
package struct RoleLink: Sendable {
    package let registration: RegistrationID
    package let role: PartyRole
    package let ordinal: Int64
    package let party: PartyID?
    package let identity: IdentityVersionID?
    package let authorisedFrom: Int64?
    package let authorisedUntil: Int64?
    package let effectiveFrom: Instant
    package let recordedAt: Instant
    package let decision: DecisionID
}

package enum RoleRecords {
    private static let columns: SQLText = """
        registration, role, ordinal, party, identity, authorised_from, authorised_until, effective_from, recorded_at, decision
        """

    private static func decode(_ row: any SQLRow) throws -> RoleLink {
        RoleLink(
            registration: try row.identifier(0), role: try row.raw(1), ordinal: row.int(2), party: try row.identifierIfAny(3),
            identity: try row.identifierIfAny(4), authorisedFrom: row.intIfAny(5), authorisedUntil: row.intIfAny(6),
            effectiveFrom: row.instant(7), recordedAt: row.instant(8), decision: try row.identifier(9))
    }

    /// All links, for each role in the order in which they count.
    package static func history(_ registration: RegistrationID, in session: any Session) throws -> [RoleLink] {
        try session.all(
            "SELECT \(columns) FROM role_succession WHERE registration = \(registration) ORDER BY role, effective_from, ordinal",
            decode)
    }

    /// For each role the link in force at `at`, as known at `asKnown`: the one that begins last, of those that begin at once the one
    /// recorded last. A successor planned for a later day is not overtaken by what is decided meanwhile for an earlier one.
    package static func inForce(
        _ registration: RegistrationID, at: Instant, asKnown: Instant, in session: any Session
    ) throws -> [PartyRole: RoleLink] {
        var newest: [PartyRole: RoleLink] = [:]
        try session.each(
            """
            SELECT \(columns) FROM role_succession WHERE registration = \(registration)
            AND effective_from <= \(at) AND recorded_at <= \(asKnown) ORDER BY role, effective_from, ordinal
            """
        ) { row in
            let link = try decode(row)
            newest[link.role] = link
            return true
        }
        return newest
    }

    package static func nextOrdinal(_ registration: RegistrationID, _ role: PartyRole, in session: any Session) throws -> Int64 {
        try session.first(
            "SELECT COALESCE(MAX(ordinal) + 1, 0) FROM role_succession WHERE registration = \(registration) AND role = \(role.rawValue)"
        ) { $0.int(0) } ?? 0
    }
}
