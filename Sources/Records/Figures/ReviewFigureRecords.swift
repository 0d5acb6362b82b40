import Ledger
import Registry
import SQLCore

/// One step of a reviewer's work on one application, as the trail has it.
package struct ReviewAct: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case locked = "application.locked"
        case unlocked = "application.unlocked"
        case approved = "application.approved"
        case sentBack = "application.sent-back"
        case refused = "application.refused"
    }

    package let kind: Kind
    package let at: Instant
    package let application: ApplicationID
}

/// A decision that stands, with what was handed in for it.
package struct JudgedHandIn: Hashable, Sendable {
    package let application: ApplicationID
    package let submittedAt: Instant
    package let decidedAt: Instant
    /// Whether what it put in somebody's name was corrected, or disputed by that person, afterwards.
    package let isCorrected: Bool
    package let isDisputed: Bool
}

/// What one reviewer did. It goes by who did it and when, so that neither the cards nor others' decisions make it dearer.
package enum ReviewFigureRecords {
    /// From the one moment up to the other, the oldest first.
    package static func acts(
        by account: AccountID, from: Instant, to: Instant, in session: any Session
    ) throws -> [ReviewAct] {
        try session.all(
            """
            SELECT action, recorded_at, body FROM trail_entry WHERE actor = \(account) AND recorded_at >= \(from) AND recorded_at < \(to)
            AND action IN \(SQLText.list(ReviewAct.Kind.allCases.map(\.rawValue))) ORDER BY recorded_at, id
            """
        ) { row in ReviewAct(kind: try row.raw(0), at: row.instant(1), application: try application(in: row.text(2))) }
    }

    private static func application(in body: String) throws -> ApplicationID {
        let subjects = (try? JSONValue(parsing: body))?["subjects"]?.arrayValue ?? []
        for subject in subjects where subject["kind"]?.stringValue == SubjectKind.application.rawValue {
            if let bytes = subject["id"]?.stringValue.flatMap(Hex.bytes), let id = ApplicationID(bytes: bytes) { return id }
        }
        throw UnreadableRow("trail_entry", "body")
    }

    /// All decisions about these applications; a few hundred of them at a time.
    package static func decisions(about applications: [ApplicationID], in session: any Session) throws -> [JudgedHandIn] {
        try session.all(
            """
            SELECT u.application, u.submitted_at, d.decided_at, \(isFollowed(by: .correct)), \(isFollowed(by: .dispute))
            FROM submission u JOIN decision d ON d.submission = u.id WHERE u.application IN \(SQLText.list(applications))
            """
        ) { row in
            JudgedHandIn(
                application: try row.identifier(0), submittedAt: row.instant(1), decidedAt: row.instant(2), isCorrected: row.int(3) != 0,
                isDisputed: row.int(4) != 0)
        }
    }

    /// Whether something of this kind was decided about a registration after it had come to be. Whoever let more cards pass judged no person.
    private static func isFollowed(by kind: ApplicationKind) -> SQLText {
        """
        CASE WHEN d.verdict = 'approve' AND u.kind = 'register' AND EXISTS (
            SELECT 1 FROM decision f JOIN submission g ON g.id = f.submission
            WHERE f.registration = d.registration AND f.decided_at > d.decided_at AND f.verdict = 'approve'
            AND g.kind = \(kind.rawValue)) THEN 1 ELSE 0 END
        """
    }
}
