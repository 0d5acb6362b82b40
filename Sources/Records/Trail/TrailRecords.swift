import Ledger
import Registry
import SQLCore

/// The trail's tables. Entries are written without a number; the sequencer numbers what is committed.
package enum TrailRecords {
    /// How many entries are numbered.
    package static func sequenced(in session: any Session) throws -> Int {
        Int(try session.first("SELECT COALESCE(MAX(number) + 1, 0) FROM trail_sequence") { $0.int(0) } ?? 0)
    }

    /// Whether anybody but this account has made an entry since then.
    package static func isMade(byOthersThan account: AccountID, since then: Instant, in session: any Session) throws -> Bool {
        try session.exists(
            """
            SELECT 1 FROM trail_entry WHERE recorded_at >= \(then) AND actor <> \(account) ORDER BY recorded_at DESC, id DESC LIMIT 1
            """)
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
