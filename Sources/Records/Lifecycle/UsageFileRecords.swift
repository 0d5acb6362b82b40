import Registry
import SQLCore

package enum UsageFile {}
package typealias UsageFileID = Identifier<UsageFile>

/// A file of what cards used, and how far it has got.
package struct UsageFileRecord: Hashable, Sendable {
    package let id: UsageFileID
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let spool: String?
    package let spoolKey: [UInt8]?
    package let fileHash: [UInt8]
    package let fileBytes: Int64
    package let format: String
    package let state: IntakeState
    package let failure: String?
    package let progress: UsageProgress
    package let createdBy: AccountID
    package let createdAt: Instant
    package let startedAt: Instant?
    package let finishedAt: Instant?

    package init(
        id: UsageFileID, organisation: OrganisationID, path: OrganisationPath, spool: String?, spoolKey: [UInt8]?, fileHash: [UInt8],
        fileBytes: Int64, format: String, state: IntakeState = .queued, failure: String? = nil, progress: UsageProgress = UsageProgress(),
        createdBy: AccountID, createdAt: Instant, startedAt: Instant? = nil, finishedAt: Instant? = nil
    ) {
        self.id = id
        self.organisation = organisation
        self.path = path
        self.spool = spool
        self.spoolKey = spoolKey
        self.fileHash = fileHash
        self.fileBytes = fileBytes
        self.format = format
        self.state = state
        self.failure = failure
        self.progress = progress
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.finishedAt = finishedAt
    }
}

package struct UsageProgress: Hashable, Sendable {
    /// Where a job goes on: the row up to which all is done.
    package var nextRow: Int64 = 0
    package var taken: Int64 = 0
    /// Numbers of no card that is here.
    package var unknown: Int64 = 0
    package var failed: Int64 = 0

    package init(nextRow: Int64 = 0, taken: Int64 = 0, unknown: Int64 = 0, failed: Int64 = 0) {
        self.nextRow = nextRow
        self.taken = taken
        self.unknown = unknown
        self.failed = failed
    }
}

package struct UsageProblem: Hashable, Sendable {
    package let row: Int64
    package let field: String
    package let code: String

    package init(row: Int64, field: String, code: String) {
        self.row = row
        self.field = field
        self.code = code
    }
}

package enum UsageFileRecords {
    package static func insert(_ file: UsageFileRecord, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO usage_file (id, organisation, path, spool, spool_key, file_hash, file_bytes, format, state, next_row, rows_taken,
                rows_unknown, rows_failed, created_by, created_at, lease_until)
            VALUES (\(file.id), \(file.organisation), \(file.path), \(file.spool), \(file.spoolKey), \(file.fileHash), \(file.fileBytes),
                \(file.format), \(file.state.rawValue), 0, 0, 0, 0, \(file.createdBy), \(file.createdAt), 0)
            """)
    }

    package static func find(_ id: UsageFileID, scope: Scope, in session: any Session) throws -> UsageFileRecord? {
        try session.first(selection + "WHERE id = \(id) AND \(scope.contains(path: "path"))", decode)
    }

    /// Newest first, before `cursor`.
    package static func page(before cursor: UsageFileID?, scope: Scope, limit: Int, in session: any Session) throws -> [UsageFileRecord] {
        let condition: SQLText = if let cursor { "id < \(cursor)" } else { "1 = 1" }
        return try session.all(
            selection + "WHERE \(condition) AND \(scope.contains(path: "path")) ORDER BY id DESC LIMIT \(limit)", decode)
    }

    /// Those that wait, or whose worker gives no sign any more, the oldest first.
    package static func waiting(at now: Instant, in session: any Session) throws -> [UsageFileID] {
        try session.all(
            """
            SELECT id FROM usage_file WHERE state IN (\(IntakeState.queued.rawValue), \(IntakeState.running.rawValue))
                AND lease_until <= \(now) ORDER BY created_at, id
            """
        ) { try $0.identifier(0, of: UsageFile.self) }
    }

    /// Takes one of those that wait, until `leaseUntil`; nil where it waits no more, or another worker has it in hand.
    package static func lease(
        _ id: UsageFileID, at now: Instant, until leaseUntil: Instant, in session: any Session
    ) throws -> UsageFileRecord? {
        let next = try session.first(
            """
            SELECT id FROM usage_file WHERE id = \(id) AND state IN (\(IntakeState.queued.rawValue), \(IntakeState.running.rawValue))
                AND lease_until <= \(now) \(session.dialect.skipLocked)
            """
        ) { try $0.identifier(0, of: UsageFile.self) }
        guard let next else { return nil }
        try session.run(
            """
            UPDATE usage_file SET state = \(IntakeState.running.rawValue), started_at = COALESCE(started_at, \(now)),
                lease_until = \(leaseUntil) WHERE id = \(next)
            """)
        return try find(next, scope: .everything, in: session)
    }

    /// Adds to the counts and moves the resume point; false when another worker came between.
    package static func advance(
        _ id: UsageFileID, from position: Int64, by progress: UsageProgress, leaseUntil: Instant, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE usage_file SET next_row = \(progress.nextRow), rows_taken = rows_taken + \(progress.taken),
                rows_unknown = rows_unknown + \(progress.unknown), rows_failed = rows_failed + \(progress.failed), lease_until = \(leaseUntil)
            WHERE id = \(id) AND next_row = \(position) AND state = \(IntakeState.running.rawValue)
            """) == 1
    }

    /// Ends it and forgets where its file was; false when it had ended.
    package static func finish(
        _ id: UsageFileID, _ state: IntakeState, failure: String?, at now: Instant, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE usage_file SET state = \(state.rawValue), failure = \(failure), finished_at = \(now), lease_until = 0, spool = NULL,
                spool_key = NULL
            WHERE id = \(id) AND state IN (\(IntakeState.queued.rawValue), \(IntakeState.running.rawValue))
            """) == 1
    }

    /// Names of the files that are kept.
    package static func spools(in session: any Session) throws -> [String] {
        try session.all("SELECT spool FROM usage_file WHERE spool IS NOT NULL ORDER BY id") { $0.text(0) }
    }

    /// Ends every worker's hold.
    package static func releaseAll(at now: Instant, in session: any Session) throws {
        try session.run("UPDATE usage_file SET lease_until = \(now) WHERE state = \(IntakeState.running.rawValue) AND lease_until > \(now)")
    }

    // MARK: What was left out

    /// Keeps the problems while there is room.
    package static func add(_ problems: [UsageProblem], to id: UsageFileID, max: Int, in session: any Session) throws {
        guard !problems.isEmpty else { return }
        let kept = try session.count("SELECT COUNT(*) FROM usage_problem WHERE file = \(id)")
        guard kept < max else { return }
        try session.append(into: "usage_problem", columns: "file, row, field, code") { sink in
            for problem in problems.prefix(max - kept) {
                sink.blob(id.bytes)
                sink.int(problem.row)
                sink.text(problem.field)
                sink.text(problem.code)
                try sink.endRow()
            }
        }
    }

    package static func problems(of id: UsageFileID, after row: Int64, limit: Int, in session: any Session) throws -> [UsageProblem] {
        try session.all(
            "SELECT row, field, code FROM usage_problem WHERE file = \(id) AND row > \(row) ORDER BY row LIMIT \(limit)"
        ) { UsageProblem(row: $0.int(0), field: $0.text(1), code: $0.text(2)) }
    }

    private static let selection: SQLText = """
        SELECT id, organisation, path, spool, spool_key, file_hash, file_bytes, format, state, failure, next_row, rows_taken, rows_unknown,
            rows_failed, created_by, created_at, started_at, finished_at
        FROM usage_file 
        """

    private static func decode(_ row: any SQLRow) throws -> UsageFileRecord {
        UsageFileRecord(
            id: try row.identifier(0), organisation: try row.identifier(1), path: row.path(2), spool: row.textIfAny(3),
            spoolKey: row.blobIfAny(4), fileHash: row.blob(5), fileBytes: row.int(6), format: row.text(7), state: try row.raw(8),
            failure: row.textIfAny(9),
            progress: UsageProgress(nextRow: row.int(10), taken: row.int(11), unknown: row.int(12), failed: row.int(13)),
            createdBy: try row.identifier(14), createdAt: row.instant(15), startedAt: row.instantIfAny(16),
            finishedAt: row.instantIfAny(17))
    }
}
