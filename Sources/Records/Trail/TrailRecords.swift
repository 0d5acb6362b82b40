import Ledger
import Registry
import SQLCore

/// The trail's tables. Entries are written without a number; the sequencer numbers what is committed.
package enum TrailRecords {
    /// How many entries are numbered.
    package static func sequenced(in session: any Session) throws -> Int {
        Int(try session.first("SELECT COALESCE(MAX(number) + 1, 0) FROM trail_sequence") { $0.int(0) } ?? 0)
    }

    /// When the newest entry was made; nil where there is none.
    package static func newest(in session: any Session) throws -> Instant? {
        try session.first("SELECT recorded_at FROM trail_entry ORDER BY recorded_at DESC, id DESC LIMIT 1") { $0.instant(0) }
    }

    static func insert(
        _ id: Identifier<TrailEntry>, at now: Instant, actor: AccountID, path: OrganisationPath, action: TrailAction, body: String,
        subjects: [(SubjectKind, [UInt8])], in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO trail_entry (id, recorded_at, actor, organisation_path, action, body)
            VALUES (\(id), \(now), \(actor), \(path), \(action.name), \(body))
            """)
        try session.run("INSERT INTO trail_pending (entry) VALUES (\(id))")
        for (kind, subject) in subjects {
            try session.run("INSERT INTO trail_subject (kind, subject, entry) VALUES (\(kind.rawValue), \(subject), \(id))")
        }
    }
}
