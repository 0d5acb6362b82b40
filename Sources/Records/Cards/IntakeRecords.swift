import Registry
import SQLCore

/// A file of cards and how far it has got.
package struct IntakeRecord: Hashable, Sendable {
    package let id: IntakeID
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let kind: IntakeKind
    package let batch: String
    package let product: Int64?
    package let province: Int64?
    /// Name of the sealed file; nil once it is destroyed.
    package let spool: String?
    package let spoolKey: [UInt8]?
    package let fileHash: [UInt8]
    package let fileBytes: Int64
    package let format: String
    /// Which column is which field, as the uploader said; empty for the file's own headings.
    package let mapping: String
    package let state: IntakeState
    /// The code of what is wrong with the file as a whole.
    package let failure: String?
    package let progress: IntakeProgress
    package let createdBy: AccountID
    package let createdAt: Instant
    package let startedAt: Instant?
    package let finishedAt: Instant?
    package let leaseUntil: Instant
    package let repairExpiresAt: Instant?

    package init(
        id: IntakeID, organisation: OrganisationID, path: OrganisationPath, kind: IntakeKind, batch: String, product: Int64?,
        province: Int64?, spool: String?, spoolKey: [UInt8]?, fileHash: [UInt8], fileBytes: Int64, format: String,
        mapping:
            String, state: IntakeState, failure: String?, progress: IntakeProgress, createdBy: AccountID, createdAt: Instant,
        startedAt: Instant?, finishedAt: Instant?, leaseUntil: Instant, repairExpiresAt: Instant?
    ) {
        self.id = id
        self.organisation = organisation
        self.path = path
        self.kind = kind
        self.batch = batch
        self.product = product
        self.province = province
        self.spool = spool
        self.spoolKey = spoolKey
        self.fileHash = fileHash
        self.fileBytes = fileBytes
        self.format = format
        self.mapping = mapping
        self.state = state
        self.failure = failure
        self.progress = progress
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.leaseUntil = leaseUntil
        self.repairExpiresAt = repairExpiresAt
    }
}

/// Counts of rows. What is neither taken, known, repeated nor failed has not been looked at yet.
package struct IntakeProgress: Hashable, Sendable {
    /// Nil until the file has been read once.
    package var rowsTotal: Int64?
    /// The position of the first row that is not committed, from 0: where a job resumes.
    package var nextRow: Int64
    package var taken: Int64
    package var known: Int64
    package var repeated: Int64
    package var failed: Int64

    package init(rowsTotal: Int64? = nil, nextRow: Int64 = 0, taken: Int64 = 0, known: Int64 = 0, repeated: Int64 = 0, failed: Int64 = 0) {
        self.rowsTotal = rowsTotal
        self.nextRow = nextRow
        self.taken = taken
        self.known = known
        self.repeated = repeated
        self.failed = failed
    }
}

package enum IntakeRecords {
    package static func insert(_ intake: IntakeRecord, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO intake (id, organisation, path, kind, batch, product, province, spool, spool_key, file_hash, file_bytes, format,
                mapping, state, failure, rows_total, next_row, rows_taken, rows_known, rows_repeated, rows_failed, created_by, created_at,
                started_at, finished_at, lease_until, repair_expires_at)
            VALUES (\(intake.id), \(intake.organisation), \(intake.path), \(intake.kind.rawValue), \(intake.batch), \(intake.product),
                \(intake.province), \(intake.spool), \(intake.spoolKey), \(intake.fileHash), \(intake.fileBytes), \(intake.format),
                \(intake.mapping), \(intake.state.rawValue), \(intake.failure), \(intake.progress.rowsTotal), \(intake.progress.nextRow),
                \(intake.progress.taken), \(intake.progress.known), \(intake.progress.repeated), \(intake.progress.failed),
                \(intake.createdBy), \(intake.createdAt), \(intake.startedAt), \(intake.finishedAt), \(intake.leaseUntil),
                \(intake.repairExpiresAt))
            """)
    }

    package static func find(_ id: IntakeID, scope: Scope, in session: any Session) throws -> IntakeRecord? {
        try session.first(selection + "WHERE id = \(id) AND \(scope.contains(path: "path"))", decode)
    }

    /// Newest first, before `cursor`.
    package static func page(
        before cursor: IntakeID?, scope: Scope, limit: Int, in session: any Session
    ) throws -> [IntakeRecord] {
        let condition: SQLText = if let cursor { "id < \(cursor)" } else { "1 = 1" }
        return try session.all(
            selection + "WHERE \(condition) AND \(scope.contains(path: "path")) ORDER BY id DESC LIMIT \(limit)", decode)
    }

    /// Ends every worker's hold on an intake that has not ended.
    package static func releaseAll(at now: Instant, in session: any Session) throws {
        try session.run("UPDATE intake SET lease_until = \(now) WHERE state = \(IntakeState.running.rawValue) AND lease_until > \(now)")
    }

    /// Those that wait, or whose worker gives no sign any more, the oldest first.
    package static func waiting(at now: Instant, in session: any Session) throws -> [IntakeID] {
        try session.all(
            """
            SELECT id FROM intake WHERE state IN (\(IntakeState.queued.rawValue), \(IntakeState.running.rawValue))
                AND lease_until <= \(now) ORDER BY created_at, id
            """
        ) { try $0.identifier(0, of: Intake.self) }
    }

    /// Takes one of those that wait, until `leaseUntil`; nil where it waits no more, or another worker has it in hand.
    package static func lease(
        _ id: IntakeID, at now: Instant, until leaseUntil: Instant, in session: any Session
    ) throws -> IntakeRecord? {
        let next = try session.first(
            """
            SELECT id FROM intake WHERE id = \(id) AND state IN (\(IntakeState.queued.rawValue), \(IntakeState.running.rawValue))
                AND lease_until <= \(now) \(session.dialect.skipLocked)
            """
        ) { try $0.identifier(0, of: Intake.self) }
        guard let next else { return nil }
        try session.run(
            """
            UPDATE intake SET state = \(IntakeState.running.rawValue), started_at = COALESCE(started_at, \(now)),
                lease_until = \(leaseUntil) WHERE id = \(next)
            """)
        return try find(next, scope: .everything, in: session)
    }

    /// Adds to the counts and moves the resume point, if the intake still runs and still stands at `position`; false when another worker or
    /// a cancellation came between.
    package static func advance(
        _ id: IntakeID, from position: Int64, by progress: IntakeProgress, leaseUntil: Instant, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE intake SET next_row = \(progress.nextRow), rows_total = COALESCE(\(progress.rowsTotal), rows_total),
                rows_taken = rows_taken + \(progress.taken), rows_known = rows_known + \(progress.known),
                rows_repeated = rows_repeated + \(progress.repeated), rows_failed = rows_failed + \(progress.failed),
                lease_until = \(leaseUntil)
            WHERE id = \(id) AND next_row = \(position) AND state = \(IntakeState.running.rawValue)
            """) == 1
    }

    /// Prolongs a hold; false when the intake has ended or moved on under another worker.
    package static func renew(_ id: IntakeID, at position: Int64, until leaseUntil: Instant, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE intake SET lease_until = \(leaseUntil)
            WHERE id = \(id) AND next_row = \(position) AND state = \(IntakeState.running.rawValue)
            """) == 1
    }

    /// How many files of an organisation's wait to be looked at.
    package static func held(of organisation: OrganisationID, in session: any Session) throws -> Int {
        try session.count(
            "SELECT COUNT(*) FROM intake WHERE state = \(IntakeState.held.rawValue) AND organisation = \(organisation)")
    }

    /// Writes anew how a held file is to be read; false when it is held no more.
    package static func change(_ intake: IntakeRecord, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE intake SET batch = \(intake.batch), product = \(intake.product), province = \(intake.province),
                mapping = \(intake.mapping)
            WHERE id = \(intake.id) AND state = \(IntakeState.held.rawValue)
            """) == 1
    }

    /// Queues a held file; false when it is held no more.
    package static func queue(_ id: IntakeID, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE intake SET state = \(IntakeState.queued.rawValue), repair_expires_at = NULL
            WHERE id = \(id) AND state = \(IntakeState.held.rawValue)
            """) == 1
    }

    /// Ends the intake if it has not ended; false when it had.
    package static func finish(
        _ id: IntakeID, _ state: IntakeState, failure: String?, repairExpiresAt: Instant?, at now: Instant, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE intake SET state = \(state.rawValue), failure = \(failure), finished_at = \(now),
                repair_expires_at = \(repairExpiresAt), lease_until = 0
            WHERE id = \(id) AND state IN (\(IntakeState.queued.rawValue), \(IntakeState.running.rawValue), \(IntakeState.held.rawValue))
            """) == 1
    }

    /// Intakes, ended or held, whose file is due to be destroyed.
    package static func expired(at now: Instant, limit: Int, in session: any Session) throws -> [IntakeRecord] {
        try session.all(
            selection + """
                WHERE state NOT IN (\(IntakeState.queued.rawValue), \(IntakeState.running.rawValue)) AND spool IS NOT NULL
                    AND COALESCE(repair_expires_at, 0) <= \(now) ORDER BY id LIMIT \(limit)
                """, decode)
    }

    /// Names of the files that are kept.
    package static func spools(in session: any Session) throws -> [String] {
        try session.all("SELECT spool FROM intake WHERE spool IS NOT NULL ORDER BY id") { $0.text(0) }
    }

    /// A file that was held to the end of its time is cancelled.
    package static func forgetFile(of id: IntakeID, at now: Instant, in session: any Session) throws {
        try session.run(
            """
            UPDATE intake SET spool = NULL, spool_key = NULL, finished_at = COALESCE(finished_at, \(now)),
                state = CASE WHEN state = \(IntakeState.held.rawValue) THEN \(IntakeState.cancelled.rawValue) ELSE state END
            WHERE id = \(id)
            """)
    }

    private static let selection: SQLText = """
        SELECT id, organisation, path, kind, batch, product, province, spool, spool_key, file_hash, file_bytes, format, mapping, state,
            failure, rows_total, next_row, rows_taken, rows_known, rows_repeated, rows_failed, created_by, created_at, started_at,
            finished_at, lease_until, repair_expires_at
        FROM intake 
        """

    private static func decode(_ row: any SQLRow) throws -> IntakeRecord {
        IntakeRecord(
            id: try row.identifier(0), organisation: try row.identifier(1), path: row.path(2), kind: try row.raw(3), batch: row.text(4),
            product: row.intIfAny(5), province: row.intIfAny(6), spool: row.textIfAny(7), spoolKey: row.blobIfAny(8),
            fileHash: row.blob(9), fileBytes: row.int(10), format: row.text(11), mapping: row.text(12), state: try row.raw(13),
            failure: row.textIfAny(14),
            progress: IntakeProgress(
                rowsTotal: row.intIfAny(15), nextRow: row.int(16), taken: row.int(17), known: row.int(18), repeated: row.int(19),
                failed: row.int(20)),
            createdBy: try row.identifier(21), createdAt: row.instant(22), startedAt: row.instantIfAny(23),
            finishedAt: row.instantIfAny(24), leaseUntil: row.instant(25), repairExpiresAt: row.instantIfAny(26))
    }
}
