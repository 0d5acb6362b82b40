import Registry
import SQLCore

/// An export as it was asked for, decided and made.
package struct StoredExport: Sendable {
    package let id: ExportID
    package let code: String
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let kind: ExportKind
    /// Canonical JSON.
    package let filter: String
    package let columns: [ExportColumn]
    package let isMasked: Bool
    package let language: ReaderLanguage
    package let reason: String
    package let askedAt: Instant
    package let askedBy: AccountID
    package let verdict: ExportVerdict?
    package let note: String?
    package let decidedAt: Instant?
    package let decidedBy: AccountID?
    package let state: ExportState
    /// The name of the sealed file.
    package let spool: ExportID?
    package let spoolKey: [UInt8]?
    package let rows: Int64
    package let bytes: Int64
    package let failure: String?
    package let readyAt: Instant?
    package let expiresAt: Instant
    package let downloads: Int64
}

package enum ExportRecords {
    private static let selection: SQLText = """
        SELECT r.id, r.code, r.organisation, r.path, r.kind, r.filter, r.column_names, r.is_masked, r.language, r.reason, r.asked_at,
        r.asked_by, d.verdict, d.note, d.decided_at, d.decided_by, s.state, s.spool_key, s.file_rows, s.file_bytes, s.failure, s.ready_at,
        s.expires_at, s.downloads, s.spool FROM export_state s JOIN export_request r ON r.id = s.export
        LEFT JOIN export_decision d ON d.export = s.export\u{20}
        """

    private static func decode(_ row: any SQLRow) throws -> StoredExport {
        let columns = row.text(6).split(separator: ",").map { ExportColumn(rawValue: String($0)) }
        guard !columns.contains(nil) else { throw UnreadableRow("export_request", "column_names") }
        return StoredExport(
            id: try row.identifier(0), code: row.text(1), organisation: try row.identifier(2), path: row.path(3), kind: try row.raw(4),
            filter: row.text(5), columns: columns.compactMap(\.self), isMasked: row.bool(7), language: try row.raw(8), reason: row.text(9),
            askedAt: row.instant(10), askedBy: try row.identifier(11), verdict: row.isNull(12) ? nil : try row.raw(12),
            note: row.textIfAny(13), decidedAt: row.instantIfAny(14), decidedBy: try row.identifierIfAny(15), state: try row.raw(16),
            spool: try row.identifierIfAny(24), spoolKey: row.blobIfAny(17), rows: row.int(18), bytes: row.int(19),
            failure: row.textIfAny(20), readyAt: row.instantIfAny(21),
            expiresAt: row.instant(22), downloads: row.int(23))
    }

    /// One's own, or whatever was asked for within scope by whoever may decide about it.
    private static func seen(by account: AccountID, deciding scope: Scope?) -> SQLText {
        guard let scope else { return "s.asked_by = \(account)" }
        return "(s.asked_by = \(account) OR \(scope.contains(path: "s.path")))"
    }

    package static func open(_ id: ExportID, path: OrganisationPath, by account: AccountID, until: Instant, in session: any Session) throws
    {
        try session.run(
            """
            INSERT INTO export_state (export, state, path, asked_by, file_rows, file_bytes, expires_at, downloads, lease_until)
            VALUES (\(id), \(ExportState.asked.rawValue), \(path), \(account), 0, 0, \(until), 0, 0)
            """)
    }

    package static func find(_ id: ExportID, by account: AccountID, deciding scope: Scope?, in session: any Session) throws -> StoredExport?
    {
        try session.first(
            selection + "WHERE s.export = \(id) AND \(seen(by: account, deciding: scope))", decode)
    }

    package static func find(_ id: ExportID, in session: any Session) throws -> StoredExport? {
        try session.first(selection + "WHERE s.export = \(id)", decode)
    }

    /// Newest first.
    package static func page(
        by account: AccountID, deciding scope: Scope?, state: ExportState?, before cursor: ExportID?, limit: Int, in session: any Session
    ) throws -> [StoredExport] {
        var conditions = [seen(by: account, deciding: scope)]
        if let state { conditions.append("s.state = \(state.rawValue)") }
        if let cursor { conditions.append("s.export < \(cursor)") }
        return try session.all(
            selection + "WHERE \(SQLText.all(conditions)) ORDER BY s.export DESC LIMIT \(limit)", decode)
    }

    /// How many of others wait for a decision within scope, up to `most`.
    package static func waiting(for account: AccountID, within scope: Scope, most: Int, in session: any Session) throws -> Int {
        try session.count(
            """
            SELECT COUNT(*) FROM (SELECT s.export FROM export_state s WHERE s.state = \(ExportState.asked.rawValue)
            AND \(scope.contains(path: "s.path")) AND s.asked_by <> \(account) LIMIT \(most)) AS w
            """)
    }

    /// Decided; false when it was before, or its time is over.
    package static func decide(_ id: ExportID, _ state: ExportState, until: Instant, at now: Instant, in session: any Session) throws
        -> Bool
    {
        try session.change(
            """
            UPDATE export_state SET state = \(state.rawValue), expires_at = \(until)
            WHERE export = \(id) AND state = \(ExportState.asked.rawValue) AND expires_at > \(now)
            """) == 1
    }

    /// Takes the oldest file that is to be made, or whose worker gives no sign any more.
    package static func lease(at now: Instant, until lease: Instant, in session: any Session) throws -> StoredExport? {
        let next = try session.first(
            """
            SELECT export FROM export_state
            WHERE state = \(ExportState.approved.rawValue) AND lease_until <= \(now) AND expires_at > \(now) ORDER BY export LIMIT 1 \(session.dialect.skipLocked)
            """
        ) { try $0.identifier(0, of: Export.self) }
        guard let next else { return nil }
        try session.run("UPDATE export_state SET lease_until = \(lease) WHERE export = \(next)")
        return try find(next, in: session)
    }

    /// Goes on holding it; false when it is over.
    package static func hold(_ id: ExportID, until lease: Instant, in session: any Session) throws -> Bool {
        try session.change(
            "UPDATE export_state SET lease_until = \(lease) WHERE export = \(id) AND state = \(ExportState.approved.rawValue)") == 1
    }

    /// The file is there; false when another worker was first.
    package static func ready(
        _ id: ExportID, spool: ExportID, key: [UInt8], rows: Int64, bytes: Int64, hash: [UInt8], at now: Instant, until: Instant,
        in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE export_state SET state = \(ExportState.ready.rawValue), spool = \(spool), spool_key = \(key), file_rows = \(rows), file_bytes = \(bytes),
            file_hash = \(hash), ready_at = \(now), expires_at = \(until), lease_until = 0
            WHERE export = \(id) AND state = \(ExportState.approved.rawValue)
            """) == 1
    }

    package static func fail(_ id: ExportID, _ failure: String, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE export_state SET state = \(ExportState.failed.rawValue), failure = \(failure), lease_until = 0
            WHERE export = \(id) AND state = \(ExportState.approved.rawValue)
            """) == 1
    }

    /// Nobody makes any: the server that did was stopped.
    package static func releaseAll(in session: any Session) throws {
        try session.run("UPDATE export_state SET lease_until = 0 WHERE state = \(ExportState.approved.rawValue) AND lease_until > 0")
    }

    /// Whether a file of this name is an export's.
    package static func keeps(_ spool: ExportID, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM export_state WHERE spool = \(spool)")
    }

    /// One download more; false when there were as many as may be, or its time is over.
    package static func countDownload(_ id: ExportID, most: Int64, at now: Instant, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE export_state SET downloads = downloads + 1
            WHERE export = \(id) AND state = \(ExportState.ready.rawValue) AND expires_at > \(now) AND downloads < \(most)
            """) == 1
    }

    /// Those whose time is over, a few at once.
    package static func expired(at now: Instant, limit: Int, in session: any Session) throws -> [StoredExport] {
        let states: [ExportState] = [.asked, .approved, .ready]
        return try session.all(
            selection + """
                WHERE s.state IN \(SQLText.list(states.map(\.rawValue))) AND s.expires_at <= \(now) AND s.lease_until <= \(now)
                ORDER BY s.state, s.export LIMIT \(limit)
                """, decode)
    }

    package static func lapse(_ id: ExportID, in session: any Session) throws {
        try session.run(
            "UPDATE export_state SET state = \(ExportState.lapsed.rawValue), spool = NULL, spool_key = NULL WHERE export = \(id)")
    }
}
