import Registry
import SQLCore

/// A link to one person's part of a unit's application: by whom, until when, and how far the person has come.
package struct StoredPartLink: Sendable {
    package let seat: PartSeat
    package let issuedAt: Instant
    package let issuedBy: AccountID
    package let expiresAt: Instant
    package let openedAt: Instant?
    package let revokedAt: Instant?
    package let completedAt: Instant?
    /// When somebody else changed what the person had completed.
    package let changedAt: Instant?
    /// Of what the person has typed so far.
    package let version: Int64
    /// How many were taken by it, those that another took the place of included.
    package let pictures: Int64
    /// On which it was begun: to no other is shown what was typed.
    package let device: [UInt8]?
    /// Sealed; nil before the person's consent and once the part is completed or given up.
    package let draft: [UInt8]?
    package let dataKey: [UInt8]?
    /// Of the notice the person had consented to when he completed it.
    package let noticeVersion: String?
    /// The keyed hash of the unit for which he completed it.
    package let completedUnit: [UInt8]?

    package var id: PartLinkID { seat.link }
    package var application: ApplicationID { seat.application }
    package var role: PartyRole { seat.role }
}

package enum PartLinkRecords {
    private static let selection: SQLText = """
        SELECT l.id, l.application, l.role, l.organisation, l.path, l.issued_at, l.issued_by, l.expires_at, l.opened_at, l.revoked_at,
            l.completed_at, l.changed_at, l.version, l.pictures, l.device, l.draft, l.data_key, c.version, c.unit
        FROM part_link l LEFT JOIN part_completion c ON c.link = l.id
        """

    private static func decode(_ row: any SQLRow) throws -> StoredPartLink {
        StoredPartLink(
            seat: PartSeat(
                link: try row.identifier(0), application: try row.identifier(1), role: try row.raw(2), organisation: try row.identifier(3),
                path: row.path(4)),
            issuedAt: row.instant(5), issuedBy: try row.identifier(6), expiresAt: row.instant(7), openedAt: row.instantIfAny(8),
            revokedAt: row.instantIfAny(9), completedAt: row.instantIfAny(10), changedAt: row.instantIfAny(11), version: row.int(12),
            pictures: row.int(13), device: row.blobIfAny(14), draft: row.blobIfAny(15), dataKey: row.blobIfAny(16),
            noticeVersion: row.textIfAny(17), completedUnit: row.blobIfAny(18))
    }

    package static func insert(
        _ seat: PartSeat, hash: [UInt8], by account: AccountID, at now: Instant, until: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO part_link (hash, id, application, role, organisation, path, issued_at, issued_by, expires_at, version,
                pictures)
            VALUES (\(hash), \(seat.link), \(seat.application), \(seat.role.rawValue), \(seat.organisation), \(seat.path), \(now),
                \(account), \(until), 0, 0)
            """)
    }

    package static func find(hash: [UInt8], in session: any Session) throws -> StoredPartLink? {
        try session.first(selection + " WHERE l.hash = \(hash)", decode)
    }

    package static func find(_ id: PartLinkID, in session: any Session) throws -> StoredPartLink? {
        try session.first(selection + " WHERE l.id = \(id)", decode)
    }

    /// Of one application, the newest first.
    package static func list(of application: ApplicationID, limit: Int, in session: any Session) throws -> [StoredPartLink] {
        try session.all(selection + " WHERE l.application = \(application) ORDER BY l.id DESC LIMIT \(limit)", decode)
    }

    /// Of one application, completed; the newest first.
    package static func completed(of application: ApplicationID, limit: Int, in session: any Session) throws -> [StoredPartLink] {
        try session.all(
            selection + " WHERE l.application = \(application) AND l.completed_at IS NOT NULL ORDER BY l.id DESC LIMIT \(limit)", decode)
    }

    /// Of one application, neither completed nor revoked: one of each part at most.
    package static func unfinished(of application: ApplicationID, in session: any Session) throws -> [StoredPartLink] {
        try session.all(
            selection + " WHERE l.application = \(application) AND l.revoked_at IS NULL AND l.completed_at IS NULL", decode)
    }

    package static func count(of application: ApplicationID, in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM part_link WHERE application = \(application)")
    }

    /// Whether it was the first time.
    package static func noteOpened(_ id: PartLinkID, at now: Instant, in session: any Session) throws -> Bool {
        try session.change("UPDATE part_link SET opened_at = \(now) WHERE id = \(id) AND opened_at IS NULL") > 0
    }

    package static func notePicture(_ id: PartLinkID, in session: any Session) throws {
        try session.run("UPDATE part_link SET pictures = pictures + 1 WHERE id = \(id)")
    }

    package static func revoke(_ id: PartLinkID, at now: Instant, in session: any Session) throws {
        try session.run(
            "UPDATE part_link SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL AND completed_at IS NULL")
    }

    package static func markCompleted(_ id: PartLinkID, at now: Instant, in session: any Session) throws {
        try session.run("UPDATE part_link SET completed_at = \(now) WHERE id = \(id)")
    }

    /// Somebody else changed what stands in the part since.
    package static func markChanged(
        _ application: ApplicationID, _ role: PartyRole, at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE part_link SET changed_at = \(now) WHERE application = \(application) AND role = \(role.rawValue)
            AND completed_at IS NOT NULL AND changed_at IS NULL
            """)
    }

    // MARK: Tokens

    package static func insertToken(
        _ hash: [UInt8], of id: PartLinkID, device: [UInt8], at now: Instant, until: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO part_token (hash, link, device, issued_at, expires_at) VALUES (\(hash), \(id), \(device), \(now), \(until))
            """)
    }

    /// Whose part a token that counts at `now` opens, on the token's device. Whether the link is open is asked by whatever is done with it.
    package static func seat(token hash: [UInt8], at now: Instant, in session: any Session) throws -> PartSeat? {
        let found = try session.first("SELECT link, device FROM part_token WHERE hash = \(hash) AND expires_at > \(now)") { row in
            (link: try row.identifier(0, of: PartLink.self), device: row.blob(1))
        }
        guard let found else { return nil }
        return try find(found.link, in: session)?.seat.on(found.device)
    }

    package static func deleteTokens(of id: PartLinkID, on device: [UInt8], in session: any Session) throws {
        try session.run("DELETE FROM part_token WHERE link = \(id) AND device = \(device)")
    }

    package static func haveTokensExpired(at now: Instant, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM part_token WHERE expires_at <= \(now)")
    }

    package static func deleteExpiredTokens(at now: Instant, in session: any Session) throws {
        try session.run("DELETE FROM part_token WHERE expires_at <= \(now)")
    }

    // MARK: What the person has typed so far

    package static func saveDraft(
        _ id: PartLinkID, _ draft: [UInt8], key: [UInt8], device: [UInt8], in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE part_link SET draft = \(draft), data_key = \(key), device = \(device), version = version + 1 WHERE id = \(id)
            """)
    }

    package static func forgetDraft(_ id: PartLinkID, in session: any Session) throws {
        try session.run(
            "UPDATE part_link SET draft = NULL, data_key = NULL, device = NULL, version = version + 1 WHERE id = \(id)")
    }

    /// Begun, and over without having been completed.
    package static func expiredDrafts(at now: Instant, limit: Int, in session: any Session) throws -> [StoredPartLink] {
        try session.all(
            selection + " WHERE l.data_key IS NOT NULL AND l.expires_at <= \(now) ORDER BY l.expires_at LIMIT \(limit)", decode)
    }
}

/// What a person consented to for his part of a unit's application; taking it back is a further row.
package enum PartConsentRecords {
    package struct Word: Hashable, Sendable {
        package let consent: ConsentRecords.Consent
        /// The keyed hash of the unit that the notice named.
        package let unit: [UInt8]
    }

    /// The latest word about each that was said on this device; what another who has the link says on his own changes nothing of it.
    package static func latest(_ link: PartLinkID, on device: [UInt8], in session: any Session) throws -> [Word] {
        try session.all(
            """
            SELECT kind, version, given, recorded_at, unit FROM part_consent c WHERE link = \(link) AND ordinal = (
                SELECT MAX(l.ordinal) FROM part_consent l WHERE l.link = c.link AND l.kind = c.kind AND l.device = \(device))
            ORDER BY kind
            """
        ) { row in
            Word(
                consent: ConsentRecords.Consent(
                    kind: try row.raw(0), version: row.text(1), isGiven: row.int(2) == 1, recordedAt: row.instant(3)),
                unit: row.blob(4))
        }
    }

    package static func nextOrdinal(_ link: PartLinkID, _ kind: ConsentKind, in session: any Session) throws -> Int64 {
        try session.first(
            "SELECT COALESCE(MAX(ordinal) + 1, 0) FROM part_consent WHERE link = \(link) AND kind = \(kind.rawValue)"
        ) { $0.int(0) } ?? 0
    }
}
