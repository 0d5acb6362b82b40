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
        if let cursor {
            conditions.append("(e.recorded_at < \(cursor.recordedAt) OR (e.recorded_at = \(cursor.recordedAt) AND e.id < \(cursor.entry)))")
        }
        return try session.all(
            """
            SELECT \(columns) FROM \(source) LEFT JOIN trail_sequence q ON q.entry = e.id
            WHERE \(SQLText.all(conditions)) ORDER BY e.recorded_at DESC, e.id DESC LIMIT \(limit)
            """, decode)
    }

    /// The newest entries of a subject from a time on and until another, by their keys along the index: it costs no more where there are
    /// very many.
    package static func newest(
        of subject: TrailSubject, _ scope: Scope, from begin: Instant, until end: Instant, limit: Int, in session: any Session
    ) throws -> [StoredTrailEntry] {
        let first = Identifier<TrailEntry>.first(at: begin.adding(seconds: -Instant.keySlackSeconds))
        let last = Identifier<TrailEntry>.first(at: end.adding(seconds: Instant.keySlackSeconds))
        return try session.all(
            """
            SELECT \(columns) FROM trail_subject t JOIN trail_entry e ON e.id = t.entry LEFT JOIN trail_sequence q ON q.entry = e.id
            WHERE t.kind = \(subject.kind.rawValue) AND t.subject = \(subject.id) AND t.entry >= \(first) AND t.entry < \(last)
                AND \(scope.contains(path: "e.organisation_path"))
            ORDER BY t.entry DESC LIMIT \(limit)
            """, decode
        ).filter { $0.recordedAt >= begin && $0.recordedAt <= end }
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
