import Registry
import SQLCore
import Vault

/// A key as two custodians have it.
package struct StoredDeposit: Hashable, Sendable {
    package let place: DepositPlace
    package let deposit: KeyDeposit
}

/// Keys of what is deep-frozen: which are to be deposited, and which are.
package enum DepositRecords {
    /// A key of something that stands in a registration.
    package struct Candidate: Hashable, Sendable {
        package let table: String
        /// What it opens: an identity version, a piece of evidence, or a row that is this registration's alone.
        package let thing: [UInt8]
        package let key: [UInt8]
        /// That key as it is wrapped here.
        package let wrapped: WrappedKey
    }

    /// Registrations whose keys are to be looked at: those that ended before `border` and were never looked at, the longest ended first, then
    /// those whose time has come again.
    package static func due(before border: Instant, at now: Instant, limit: Int, in session: any Session) throws -> [RegistrationID] {
        let fresh: [RegistrationID] = try session.all(
            """
            SELECT registration FROM registration_state WHERE ended_at < \(border) AND custody_look IS NULL ORDER BY ended_at LIMIT \(limit)
            """
        ) { try $0.identifier(0) }
        guard fresh.count < limit else { return fresh }
        let again: [RegistrationID] = try session.all(
            """
            SELECT registration FROM registration_state WHERE custody_look > 0 AND custody_look <= \(now)
            ORDER BY custody_look LIMIT \(limit - fresh.count)
            """
        ) { try $0.identifier(0) }
        return fresh + again
    }

    /// nil: all of it is deposited. Where something of it was written since it was planned, it is looked at again at once.
    package static func lookAgain(
        _ registration: RegistrationID, at then: Instant?, now: Instant, in session: any Session
    ) throws {
        let look: Instant? = try then ?? (candidates(of: registration, after: nil, limit: 1, in: session).isEmpty ? nil : now)
        try session.run(
            "UPDATE registration_state SET custody_look = \(look?.milliseconds ?? 0) WHERE registration = \(registration)")
    }

    /// Whether something of it may still be purged: then its keys wait until that is over.
    package static func isUnsettled(_ registration: RegistrationID, in session: any Session) throws -> Bool {
        try session.exists(
            """
            SELECT 1 FROM application a WHERE a.registration = \(registration) AND (a.purge_after IS NOT NULL OR a.decided_at IS NULL)
            AND a.draft IS NOT NULL LIMIT 1
            """)
            || EvidenceRecords.mayBePurged(registration, in: session)
    }

    /// Registrations for which an opening is approved that is not over. There are few.
    package static func opened(at now: Instant, in session: any Session) throws -> [RegistrationID] {
        try session.all(
            """
            SELECT DISTINCT o.registration FROM sealed_opening_decision d JOIN sealed_opening o ON o.id = d.opening
            LEFT JOIN opening_exchange x ON x.opening = o.id
            WHERE d.verdict = \(SealedOpeningVerdict.approve.rawValue) AND COALESCE(x.ends_at, d.open_until) > \(now)
            """
        ) { try $0.identifier(0) }
    }

    /// Its keys that are still wrapped here, in the order of the keys.
    package static func candidates(
        of registration: RegistrationID, after last: [UInt8]?, limit: Int, in session: any Session
    ) throws -> [Candidate] {
        let after: SQLText = if let last { "x.data_key > \(last)" } else { "1 = 1" }
        return try session.all(
            """
            SELECT x.kept_in, x.thing, x.data_key, k.wrapped_under, k.wrapped
            FROM (\(things(of: registration))) AS x JOIN data_key k ON k.id = x.data_key
            WHERE k.wrapped IS NOT NULL AND \(after) ORDER BY x.data_key LIMIT \(limit)
            """
        ) { row in
            Candidate(
                table: row.text(0), thing: row.blob(1), key: row.blob(2),
                wrapped: WrappedKey(wrappedUnder: row.text(3), bytes: row.blob(4)))
        }
    }

    /// How many keys it has, here and with custodians.
    package static func keys(of registration: RegistrationID, in session: any Session) throws -> Int {
        try session.count(
            """
            SELECT COUNT(DISTINCT x.data_key) FROM (\(things(of: registration))) AS x JOIN data_key k ON k.id = x.data_key
            WHERE k.destroyed_at IS NULL
            """)
    }

    /// Whether custodians have this key.
    package static func isInCustody(_ key: [UInt8], in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM deposited_key WHERE data_key = \(key) LIMIT 1")
    }

    /// Whether custodians have any of its keys.
    package static func isAnyDeposited(of registration: RegistrationID, in session: any Session) throws -> Bool {
        try session.exists(
            "SELECT 1 FROM (\(things(of: registration))) AS x JOIN deposited_key d ON d.data_key = x.data_key LIMIT 1")
    }

    /// Something with a key of its own was written of what was deposited wholly: it is looked at again.
    package static func lookAnew(_ registration: RegistrationID, in session: any Session) throws {
        try session.run("UPDATE registration_state SET custody_look = NULL WHERE registration = \(registration) AND custody_look = 0")
    }

    /// Those of its keys that custodians have, whenever they got them: a clock that was ahead dates a deposit later than what rests on it.
    package static func deposited(of registration: RegistrationID, in session: any Session) throws -> [StoredDeposit] {
        let pairs = Dictionary(uniqueKeysWithValues: try CustodianRecords.all(in: session).map { ($0.pair.ordinal, $0.pair) })
        return try session.all(
            """
            SELECT DISTINCT d.data_key, d.kept_in, d.pair, d.half_a, d.half_b, d.check_a, d.check_b
            FROM (\(things(of: registration))) AS x JOIN deposited_key d ON d.data_key = x.data_key ORDER BY d.data_key
            """
        ) { row in
            guard let pair = pairs[row.int(2)] else { throw UnreadableRow("deposited_key", "pair") }
            return StoredDeposit(
                place: DepositPlace(key: row.blob(0), table: row.text(1), pair: pair),
                deposit: KeyDeposit(
                    a: DepositedHalf(sealed: row.blob(3), check: row.blob(5)), b: DepositedHalf(sealed: row.blob(4), check: row.blob(6))))
        }
    }

    private static func things(of registration: RegistrationID) -> SQLText {
        """
        SELECT 'identity_version' AS kept_in, v.id AS thing, v.data_key FROM role_succession r JOIN identity_version v ON v.id = r.identity
        WHERE r.registration = \(registration)
        UNION SELECT 'identity_version', v.id, v.data_key FROM submission m JOIN submission_role r ON r.submission = m.id
        JOIN identity_version v ON v.id = r.identity WHERE m.registration = \(registration)
        UNION SELECT 'evidence', e.id, e.data_key FROM submission m JOIN submission_evidence u ON u.submission = m.id
        JOIN evidence e ON e.id = u.evidence WHERE m.registration = \(registration)
        UNION SELECT 'application', a.id, a.draft_key FROM application a WHERE a.registration = \(registration) AND a.draft_key IS NOT NULL
        UNION SELECT 'decision', d.id, d.note_key FROM decision d WHERE d.registration = \(registration) AND d.note_key IS NOT NULL
        UNION SELECT 'decision_remark', d.id, k.data_key FROM decision d JOIN decision_remark k ON k.decision = d.id
        WHERE d.registration = \(registration)
        UNION SELECT 'review_opinion', o.id, o.data_key FROM submission m JOIN review_opinion o ON o.submission = m.id
        WHERE m.registration = \(registration) AND o.data_key IS NOT NULL
        UNION SELECT 're_audit_finding', d.id, f.data_key FROM decision d JOIN re_audit_finding f ON f.decision = d.id
        WHERE d.registration = \(registration) AND f.data_key IS NOT NULL
        """
    }

    /// Whether a registration that is not deep-frozen rests on the same version or piece: the rule by uses, as for reading. Asked from the newest
    /// use backwards: what is in use was mostly used of late. `opened`: those for which an opening is not over, whose keys wait for its end.
    package static func isUsed(
        _ candidate: Candidate, after border: Instant, opened: [RegistrationID], in session: any Session
    ) throws -> Bool {
        let isInUse: SQLText = """
            ((s.ended_at IS NULL AND s.state <> \(RegistrationState.refused.rawValue)) OR s.ended_at >= \(border)
            OR s.registration IN \(SQLText.list(opened)) OR \(LegalHoldRecords.isHeld))
            """
        let thing = candidate.thing
        switch candidate.table {
        case "identity_version":
            return try session.exists(
                """
                SELECT 1 FROM role_succession r JOIN registration_state s ON s.registration = r.registration
                WHERE r.identity = \(thing) AND \(isInUse) ORDER BY r.registration DESC LIMIT 1
                """)
                || session.exists(
                    """
                    SELECT 1 FROM submission_role r JOIN submission m ON m.id = r.submission
                    JOIN registration_state s ON s.registration = m.registration
                    WHERE r.identity = \(thing) AND \(isInUse) ORDER BY r.submission DESC LIMIT 1
                    """)
        case "evidence":
            return try session.exists(
                """
                SELECT 1 FROM submission_evidence u JOIN submission m ON m.id = u.submission
                JOIN registration_state s ON s.registration = m.registration
                WHERE u.evidence = \(thing) AND \(isInUse) ORDER BY u.submission DESC LIMIT 1
                """)
        default: return false
        }
    }

    package struct Counts: Hashable, Sendable {
        /// Keys with custodians.
        package let keys: Int64
        /// Registrations all of whose keys are.
        package let registrations: Int64
        /// Registrations that ended before the border and are not among them.
        package let waiting: Int64
    }

    package static func counts(before border: Instant, in session: any Session) throws -> Counts {
        let keys = try session.count("SELECT COUNT(*) FROM deposited_key")
        let registrations = try session.count("SELECT COUNT(*) FROM registration_state WHERE custody_look = 0")
        let fresh = try session.count("SELECT COUNT(*) FROM registration_state WHERE ended_at < \(border) AND custody_look IS NULL")
        let again = try session.count("SELECT COUNT(*) FROM registration_state WHERE custody_look > 0")
        return Counts(keys: Int64(keys), registrations: Int64(registrations), waiting: Int64(fresh + again))
    }

    /// The SHA-256 of the sealed file that this key opens, as it was when the key was deposited; nil where custodians have it not.
    package static func fileHash(of key: [UInt8], in session: any Session) throws -> [UInt8]? {
        try session.first("SELECT file_sha256 FROM deposited_key WHERE data_key = \(key) AND file_sha256 IS NOT NULL") { $0.blob(0) }
    }
}
