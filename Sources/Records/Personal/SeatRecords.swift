import Registry
import SQLCore

/// One device at one entrance: what it began belongs to it alone, so that a link passed on shows nobody another's data.
package struct StoredSeat: Sendable {
    package let seat: CardSeat
    package let entrance: EntranceID
    package let device: [UInt8]
    package let application: ApplicationID?
    /// The application by which the person proves again who he is.
    package let proof: ApplicationID?
    /// The one by which he has his data corrected.
    package let correction: ApplicationID?
}

package enum SeatRecords {
    private static func decode(_ row: any SQLRow) throws -> StoredSeat {
        StoredSeat(
            seat: CardSeat(
                id: try row.identifier(0), subscription: row.int(1), organisation: try row.identifier(2), path: row.path(3)),
            entrance: try row.identifier(4), device: row.blob(5), application: try row.identifierIfAny(6),
            proof: try row.identifierIfAny(7),
            correction: try row.identifierIfAny(8))
    }

    private static let columns: SQLText =
        "s.id, s.subscription, e.organisation, e.path, s.entrance, s.device, s.application, s.proof, s.correction"
    private static let selection: SQLText = "SELECT \(columns) FROM seat s JOIN entrance e ON e.id = s.entrance "

    package static func find(_ id: AccountID, in session: any Session) throws -> StoredSeat? {
        try session.first(selection + "WHERE s.id = \(id)", decode)
    }

    package static func find(entrance: EntranceID, device: [UInt8], in session: any Session) throws -> StoredSeat? {
        try session.first(selection + "WHERE s.entrance = \(entrance) AND s.device = \(device)", decode)
    }

    /// On one device; one that is shared at a counter has many.
    package static func all(on device: [UInt8], in session: any Session) throws -> [StoredSeat] {
        try session.all(selection + "WHERE s.device = \(device)", decode)
    }

    /// Where something was begun by one link or code, the newest first.
    package static func begun(at entrance: EntranceID, limit: Int, in session: any Session) throws -> [StoredSeat] {
        try session.all(
            selection + """
                WHERE s.entrance = \(entrance) AND s.application IS NOT NULL ORDER BY s.made_at DESC, s.id DESC LIMIT \(limit)
                """, decode)
    }

    package static func insert(
        _ id: AccountID, entrance: EntranceID, device: [UInt8], subscription: Int64, at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO seat (id, entrance, device, subscription, made_at) VALUES (\(id), \(entrance), \(device), \(subscription), \(now))
            """)
    }

    package static func setApplication(_ id: AccountID, _ application: ApplicationID?, in session: any Session) throws {
        try session.run("UPDATE seat SET application = \(application) WHERE id = \(id)")
    }

    package static func setProof(_ id: AccountID, _ proof: ApplicationID?, in session: any Session) throws {
        try session.run("UPDATE seat SET proof = \(proof) WHERE id = \(id)")
    }

    package static func setCorrection(_ id: AccountID, _ correction: ApplicationID?, in session: any Session) throws {
        try session.run("UPDATE seat SET correction = \(correction) WHERE id = \(id)")
    }

    /// Registrations that came to be from this device since then, the newest first.
    package static func registeredApplications(
        on device: [UInt8], since: Instant, limit: Int, in session: any Session
    ) throws -> [ApplicationID] {
        try session.all(
            """
            SELECT a.id FROM seat s JOIN application a ON a.id = s.application
            WHERE s.device = \(device) AND a.kind = \(ApplicationKind.register.rawValue)
            AND a.state = \(ApplicationState.approved.rawValue) AND a.decided_at > \(since) ORDER BY a.decided_at DESC, a.id DESC LIMIT \(limit)
            """
        ) { try $0.identifier(0) }
    }

    // MARK: Tokens

    package static func insertToken(
        _ hash: [UInt8], seat: AccountID, at now: Instant, until: Instant, in session: any Session
    ) throws {
        try session.run(
            "INSERT INTO seat_token (hash, seat, issued_at, expires_at) VALUES (\(hash), \(seat), \(now), \(until))")
    }

    package static func deleteTokens(of seat: AccountID, in session: any Session) throws {
        try session.run("DELETE FROM seat_token WHERE seat = \(seat)")
    }

    /// The seat of a token that counts at `now`, while its entrance is open.
    package static func seat(token hash: [UInt8], at now: Instant, in session: any Session) throws -> (StoredSeat, until: Instant)? {
        try session.first(
            """
            SELECT \(columns), t.expires_at FROM seat_token t JOIN seat s ON s.id = t.seat JOIN entrance e ON e.id = s.entrance
            WHERE t.hash = \(hash) AND t.expires_at > \(now) AND e.revoked_at IS NULL
            """
        ) { (try decode($0), $0.instant(9)) }
    }

    package static func haveTokensExpired(at now: Instant, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM seat_token WHERE expires_at <= \(now)")
    }

    package static func deleteExpiredTokens(at now: Instant, in session: any Session) throws {
        try session.run("DELETE FROM seat_token WHERE expires_at <= \(now)")
    }

    // MARK: Devices

    /// Persons for whom this device handed something in.
    package static func persons(of device: [UInt8], in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM device_person WHERE device = \(device)")
    }

    /// False where it did so before.
    package static func note(_ party: PartyID, on device: [UInt8], at now: Instant, in session: any Session) throws -> Bool {
        try session.change(
            """
            INSERT INTO device_person (device, party, first_at) VALUES (\(device), \(party), \(now)) ON CONFLICT (device, party) DO NOTHING
            """) == 1
    }

    /// A device on which a member of staff signed in.
    package static func noteStaff(on device: [UInt8], at now: Instant, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO staff_device (device, last_at) VALUES (\(device), \(now))
            ON CONFLICT (device) DO UPDATE SET last_at = excluded.last_at
            """)
    }

    package static func isStaffs(_ device: [UInt8], in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM staff_device WHERE device = \(device)")
    }
}
