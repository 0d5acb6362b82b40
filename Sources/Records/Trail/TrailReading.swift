import Ledger
import Registry
import SQLCore

/// An entry as stored; `number` and `leafHash` once it is in the tree.
package struct StoredTrailEntry: Hashable, Sendable {
    package let id: Identifier<TrailEntry>
    package let recordedAt: Instant
    package let actor: AccountID
    package let action: String
    /// The canonical JSON that is the leaf.
    package let body: String
    package let number: Int64?
    package let leafHash: Digest32?
}

/// Which entries an auditor wants.
package struct TrailFilter: Hashable, Sendable {
    /// Inclusive.
    package var from: Instant?
    /// Exclusive.
    package var to: Instant?
    package var actor: AccountID?
    package var subject: TrailSubject?
    package var action: String?

    package init(from: Instant? = nil, to: Instant? = nil, actor: AccountID? = nil, subject: TrailSubject? = nil, action: String? = nil) {
        self.from = from
        self.to = to
        self.actor = actor
        self.subject = subject
        self.action = action
    }
}

/// What an entry is about.
package struct TrailSubject: Hashable, Sendable {
    package let kind: SubjectKind
    package let id: [UInt8]

    package init(_ kind: SubjectKind, _ id: [UInt8]) {
        self.kind = kind
        self.id = id
    }

    package init<Noun>(_ kind: SubjectKind, _ id: Identifier<Noun>) {
        self.init(kind, id.bytes)
    }

    package init(card subscription: Int64) {
        self.init(.card, withUnsafeBytes(of: subscription.bigEndian) { Array($0) })
    }
}

/// Where a page of the trail ends.
package struct TrailCursor: Hashable, Sendable {
    package let recordedAt: Instant
    package let entry: Identifier<TrailEntry>

    package init(recordedAt: Instant, entry: Identifier<TrailEntry>) {
        self.recordedAt = recordedAt
        self.entry = entry
    }
}

/// Entries of a subject, read along their keys.
package struct TrailBatch: Hashable, Sendable {
    /// What lies behind a batch.
    package struct Rest: Hashable, Sendable {
        /// Where the next batch begins.
        package let before: Identifier<TrailEntry>
        /// No entry of it is younger.
        package let newest: Instant
    }

    package let entries: [StoredTrailEntry]
    /// nil where there is none.
    package let rest: Rest?
}

extension TrailRecords {
    private static let columns: SQLText = "e.id, e.recorded_at, e.actor, e.action, e.body, q.number, q.leaf_hash"

    private static func decode(_ row: any SQLRow) throws -> StoredTrailEntry {
        StoredTrailEntry(
            id: try row.identifier(0), recordedAt: row.instant(1), actor: try row.identifier(2), action: row.text(3), body: row.text(4),
            number: row.intIfAny(5), leafHash: row.isNull(6) ? nil : Digest32(bytes: row.blob(6)))
    }

    /// Newest first.
    package static func list(
        _ filter: TrailFilter, _ scope: Scope, before cursor: TrailCursor?, limit: Int, in session: any Session
    ) throws -> [StoredTrailEntry] {
        var source: SQLText = "trail_entry e"
        var conditions = [scope.contains(path: "e.organisation_path")]
        if let subject = filter.subject {
            source = "trail_subject t JOIN trail_entry e ON e.id = t.entry"
            conditions.append("t.kind = \(subject.kind.rawValue) AND t.subject = \(subject.id)")
        }
        if let from = filter.from { conditions.append("e.recorded_at >= \(from)") }
        if let to = filter.to { conditions.append("e.recorded_at < \(to)") }
        if let actor = filter.actor { conditions.append("e.actor = \(actor)") }
        if let action = filter.action { conditions.append("e.action = \(action)") }
        if let cursor { conditions.append("(e.recorded_at, e.id) < (\(cursor.recordedAt), \(cursor.entry))") }
        return try session.all(
            """
            SELECT \(columns) FROM \(source) LEFT JOIN trail_sequence q ON q.entry = e.id
            WHERE \(SQLText.all(conditions)) ORDER BY e.recorded_at DESC, e.id DESC LIMIT \(limit)
            """, decode)
    }

    /// The newest entries about any of these until a time; one about several of them stands there once.
    package static func list(
        about kind: SubjectKind, _ ids: [[UInt8]], _ scope: Scope, until end: Instant?, limit: Int, in session: any Session
    ) throws -> [StoredTrailEntry] {
        guard !ids.isEmpty else { return [] }
        var conditions = [scope.contains(path: "e.organisation_path")]
        if let end { conditions.append("e.recorded_at <= \(end)") }
        return try session.all(
            """
            SELECT \(columns) FROM (
                SELECT DISTINCT entry FROM trail_subject WHERE kind = \(kind.rawValue) AND subject IN \(SQLText.list(ids))) t
            JOIN trail_entry e ON e.id = t.entry LEFT JOIN trail_sequence q ON q.entry = e.id
            WHERE \(SQLText.all(conditions)) ORDER BY e.recorded_at DESC, e.id DESC LIMIT \(limit)
            """, decode)
    }

    /// So many of a subject's newest entries, of which those count that were made from a time on and until another, by their keys along the
    /// index: it costs no more where there are very many.
    ///
    /// - Parameter place: where the batch before this one ended.
    package static func newest(
        of subject: TrailSubject, _ scope: Scope, from begin: Instant, until end: Instant, before place: Identifier<TrailEntry>?,
        limit: Int, in session: any Session
    ) throws -> TrailBatch {
        let first = Identifier<TrailEntry>.first(at: begin.adding(seconds: -Instant.keySlackSeconds))
        let last = place ?? Identifier<TrailEntry>.first(at: end.adding(seconds: Instant.keySlackSeconds))
        let found = try session.all(
            """
            SELECT \(columns) FROM trail_subject t JOIN trail_entry e ON e.id = t.entry LEFT JOIN trail_sequence q ON q.entry = e.id
            WHERE t.kind = \(subject.kind.rawValue) AND t.subject = \(subject.id) AND t.entry >= \(first) AND t.entry < \(last)
                AND \(scope.contains(path: "e.organisation_path"))
            ORDER BY t.entry DESC LIMIT \(limit)
            """, decode)
        let oldest = found.count < limit ? nil : found.last
        return TrailBatch(
            entries: found.filter { $0.recordedAt >= begin && $0.recordedAt <= end },
            rest: oldest.map { entry in
                // Its key may be as much later than its time as theirs is earlier.
                TrailBatch.Rest(before: entry.id, newest: entry.recordedAt.adding(seconds: 2 * Instant.keySlackSeconds))
            })
    }

    package static func find(
        _ id: Identifier<TrailEntry>, _ scope: Scope, in session: any Session
    ) throws -> StoredTrailEntry? {
        try session.first(
            """
            SELECT \(columns) FROM trail_entry e LEFT JOIN trail_sequence q ON q.entry = e.id
            WHERE e.id = \(id) AND \(scope.contains(path: "e.organisation_path"))
            """, decode)
    }
}
