import Registry
import SQLCore

/// An application with where it stands; its content is sealed.
package struct StoredApplication: Sendable {
    package let id: ApplicationID
    package let registration: RegistrationID
    package let kind: ApplicationKind
    package let state: ApplicationState
    package let version: Int64
    package let draft: [UInt8]?
    package let draftKey: [UInt8]?
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let unit: PartyID?
    package let cards: Int64
    package let createdBy: AccountID
    package let createdAt: Instant
    package let updatedAt: Instant
    package let submittedAt: Instant?
    package let submittedBy: AccountID?
    package let submission: SubmissionID?
    package let decidedAt: Instant?
    package let lockedBy: AccountID?
    package let lockedUntil: Instant

    package init(
        id: ApplicationID, registration: RegistrationID, kind: ApplicationKind, state: ApplicationState, version: Int64, draft: [UInt8]?,
        draftKey: [UInt8]?, organisation: OrganisationID, path: OrganisationPath, unit: PartyID?, cards: Int64, createdBy: AccountID,
        createdAt: Instant, updatedAt: Instant, submittedAt: Instant?, submittedBy: AccountID?, submission: SubmissionID?,
        decidedAt: Instant?, lockedBy: AccountID?, lockedUntil: Instant
    ) {
        self.id = id
        self.registration = registration
        self.kind = kind
        self.state = state
        self.version = version
        self.draft = draft
        self.draftKey = draftKey
        self.organisation = organisation
        self.path = path
        self.unit = unit
        self.cards = cards
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.submittedAt = submittedAt
        self.submittedBy = submittedBy
        self.submission = submission
        self.decidedAt = decidedAt
        self.lockedBy = lockedBy
        self.lockedUntil = lockedUntil
    }
}

package enum ApplicationRecords {
    private static let columns: SQLText = """
        a.id, a.registration, a.kind, a.state, a.version, a.draft, a.draft_key, a.organisation, a.path, a.unit, a.cards, a.created_by,
        a.created_at, a.updated_at, a.submitted_at, a.submitted_by, a.submission, a.decided_at, a.locked_by, a.locked_until
        """

    static func decode(_ row: any SQLRow) throws -> StoredApplication {
        StoredApplication(
            id: try row.identifier(0), registration: try row.identifier(1), kind: try row.raw(2), state: try row.raw(3),
            version: row.int(4), draft: row.blobIfAny(5), draftKey: row.blobIfAny(6), organisation: try row.identifier(7),
            path: row.path(8), unit: try row.identifierIfAny(9), cards: row.int(10), createdBy: try row.identifier(11),
            createdAt: row.instant(12), updatedAt: row.instant(13), submittedAt: row.instantIfAny(14),
            submittedBy: try row.identifierIfAny(15), submission: try row.identifierIfAny(16), decidedAt: row.instantIfAny(17),
            lockedBy: try row.identifierIfAny(18), lockedUntil: row.instant(19))
    }

    private static func within(_ scope: Scope) -> SQLText {
        switch scope {
        case .everything: "1 = 1"
        case .subtree(_, let path): "a.path >= \(path.text) AND a.path < \(path.upperBound)"
        case .unit(let unit, _, let path):
            "(a.unit = \(unit) OR (a.path >= \(path.text) AND a.path < \(path.upperBound)))"
        case .card(let seat): "a.created_by = \(seat.id)"
        case .part(let seat): "a.id = \(seat.application)"
        }
    }

    /// An application of one of these kinds about the registration that is not decided yet; one sent back may be made anew.
    package static func undecided(
        _ kinds: [ApplicationKind], of registration: RegistrationID, in session: any Session
    ) throws -> ApplicationID? {
        let decided = ApplicationState.allCases.filter { $0.isDecided || $0 == .sentBack }.map(\.rawValue)
        return try session.first(
            """
            SELECT id FROM application WHERE registration = \(registration) AND kind IN \(SQLText.list(kinds.map(\.rawValue)))
            AND state NOT IN \(SQLText.list(decided)) LIMIT 1
            """
        ) { try $0.identifier(0) }
    }

    package static func insertDraft(
        _ application: StoredApplication, draft: [UInt8], key: [UInt8], purgeAfter: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO application (id, registration, kind, state, version, draft, draft_key, organisation, path, unit, cards,
            created_by, created_at, updated_at, locked_until, purge_after)
            VALUES (\(application.id), \(application.registration), \(application.kind.rawValue), \(application.state.rawValue),
            \(application.version), \(draft), \(key), \(application.organisation), \(application.path), \(application.unit),
            \(application.cards), \(application.createdBy), \(application.createdAt), \(application.updatedAt), 0, \(purgeAfter))
            """)
    }

    /// One that is handed in with the act that makes it.
    package static func insertSubmitted(
        _ application: StoredApplication, draft: [UInt8], key: [UInt8], _ submission: SubmissionID,
        state: ApplicationState = .submitted, unit: PartyID, at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO application (id, registration, kind, state, version, draft, draft_key, organisation, path, unit, cards,
            created_by, created_at, updated_at, submitted_at, submitted_by, submission, locked_until)
            VALUES (\(application.id), \(application.registration), \(application.kind.rawValue),
            \(state.rawValue), \(application.version), \(draft), \(key), \(application.organisation),
            \(application.path), \(unit), \(application.cards), \(application.createdBy), \(application.createdAt), \(now), \(now),
            \(application.createdBy), \(submission), 0)
            """)
    }

    package static func find(_ id: ApplicationID, _ scope: Scope, in session: any Session) throws -> StoredApplication? {
        try session.first("SELECT \(columns) FROM application a WHERE a.id = \(id) AND \(within(scope))\(session.dialect.rowLock)", decode)
    }

    package static func saveDraft(
        _ id: ApplicationID, draft: [UInt8], unit: PartyID?, at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE application SET draft = \(draft), unit = COALESCE(\(unit), unit), updated_at = \(now), version = version + 1
            WHERE id = \(id)
            """)
    }

    package static func markSubmitted(
        _ id: ApplicationID, _ submission: SubmissionID, state: ApplicationState = .submitted, unit: PartyID, by account: AccountID,
        at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE application SET state = \(state.rawValue), submission = \(submission), unit = \(unit),
            submitted_at = \(now), submitted_by = \(account), updated_at = \(now), version = version + 1, locked_by = NULL, locked_until = 0,
            purge_after = NULL WHERE id = \(id)
            """)
    }

    package static func mark(
        _ id: ApplicationID, _ state: ApplicationState, decidedAt: Instant?, purgeAfter: Instant?, at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE application SET state = \(state.rawValue), decided_at = \(decidedAt), updated_at = \(now), version = version + 1,
            locked_by = NULL, locked_until = 0, purge_after = \(purgeAfter) WHERE id = \(id)
            """)
        if state.isTold { try CallbackRecords.wake(id, at: now, in: session) }
    }

    /// Takes or renews the reviewer's lock; false when another holds it.
    package static func lock(
        _ id: ApplicationID, by account: AccountID, until: Instant, at now: Instant, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE application SET locked_by = \(account), locked_until = \(until) WHERE id = \(id)
            AND (locked_by IS NULL OR locked_by = \(account) OR locked_until <= \(now))
            """) == 1
    }

    package static func unlock(_ id: ApplicationID, by account: AccountID, in session: any Session) throws {
        try session.run("UPDATE application SET locked_by = NULL, locked_until = 0 WHERE id = \(id) AND locked_by = \(account)")
    }

    /// By state the oldest first, as a queue wants it; otherwise the newest first.
    package static func list(
        _ scope: Scope, state: ApplicationState?, kind: ApplicationKind?, registration: RegistrationID?, after: (Instant, ApplicationID)?,
        limit: Int, in session: any Session
    ) throws -> [StoredApplication] {
        try session.all(page(scope, state: state, kind: kind, registration: registration, after: after, limit: limit), decode)
    }

    /// What `list` asks, for a list with more to each row.
    static func page(
        _ scope: Scope, state: ApplicationState?, kind: ApplicationKind?, registration: RegistrationID?, after: (Instant, ApplicationID)?,
        limit: Int
    ) -> SQLText {
        var conditions = [within(scope)]
        if let state { conditions.append("a.state = \(state.rawValue)") }
        if let kind { conditions.append("a.kind = \(kind.rawValue)") }
        if let registration { conditions.append("a.registration = \(registration)") }
        let isQueue = state?.isForReviewers ?? false
        if let after {
            conditions.append(
                isQueue ? "(a.submitted_at, a.id) > (\(after.0), \(after.1))" : "a.id < \(after.1)")
        }
        let order: SQLText = isQueue ? "a.submitted_at, a.id" : "a.id DESC"
        return "SELECT \(columns) FROM application a WHERE \(SQLText.all(conditions)) ORDER BY \(order) LIMIT \(limit)"
    }

    /// How many are in a state, up to `most`, and since when the oldest of them waits; nil where there is none.
    package static func waiting(
        _ scope: Scope, state: ApplicationState, most: Int, in session: any Session
    ) throws -> (count: Int64, since: Instant?) {
        let found = try session.first(
            """
            SELECT COUNT(*), MIN(since) FROM (
                SELECT COALESCE(a.submitted_at, a.created_at) AS since FROM application a
                WHERE a.state = \(state.rawValue) AND \(within(scope)) ORDER BY a.submitted_at, a.id LIMIT \(most)) AS w
            """
        ) { (count: $0.int(0), since: $0.instantIfAny(1)) }
        return found ?? (0, nil)
    }

    /// How many that are still with whoever hands them in are destroyed until then, up to `most`, and when the first is.
    package static func purges(
        _ scope: Scope, until: Instant, most: Int, in session: any Session
    ) throws -> (count: Int64, first: Instant?) {
        let open = ApplicationState.allCases.filter(\.isOpenToSubmitter).map(\.rawValue)
        let found = try session.first(
            """
            SELECT COUNT(*), MIN(due) FROM (
                SELECT a.purge_after AS due FROM application a
                WHERE a.purge_after <= \(until) AND a.state IN \(SQLText.list(open)) AND \(within(scope)) ORDER BY a.purge_after LIMIT \(most)) AS w
            """
        ) { (count: $0.int(0), first: $0.instantIfAny(1)) }
        return found ?? (0, nil)
    }

    /// Applications whose time to be purged has come.
    package static func duePurge(at now: Instant, limit: Int, in session: any Session) throws -> [StoredApplication] {
        try session.all(
            "SELECT \(columns) FROM application a WHERE a.purge_after <= \(now) ORDER BY a.purge_after LIMIT \(limit)", decode)
    }

    package static func forgetDraft(_ id: ApplicationID, at now: Instant, in session: any Session) throws {
        try session.run("UPDATE application SET draft = NULL, purge_after = NULL, updated_at = \(now) WHERE id = \(id)")
    }

    // MARK: Cards selected

    package static func setIntervals(
        _ id: ApplicationID, _ intervals: [ClosedRange<Int64>], cards: Int64, at now: Instant, in session: any Session
    ) throws {
        try session.run("DELETE FROM application_interval WHERE application = \(id)")
        try addIntervals(id, intervals, in: session)
        try session.run("UPDATE application SET cards = \(cards), updated_at = \(now), version = version + 1 WHERE id = \(id)")
    }

    package static func addIntervals(_ id: ApplicationID, _ intervals: [ClosedRange<Int64>], in session: any Session) throws {
        try session.append(into: "application_interval", columns: "application, lo, hi") { sink in
            for interval in intervals {
                sink.blob(id.bytes)
                sink.int(interval.lowerBound)
                sink.int(interval.upperBound)
                try sink.endRow()
            }
        }
    }

    /// Cards from `first` to `last` for which an application has been handed in that is not over, be it that something is to be mended.
    package static func underApplication(from first: Int64, to last: Int64, in session: any Session) throws -> CardIntervals {
        let states = ApplicationState.forReviewers + [.checking, .awaitingCarrier, .sentBack]
        let kinds: [ApplicationKind] = [.register, .addCards]
        return CardIntervals(
            try session.all(
                """
                SELECT i.lo, i.hi FROM application a JOIN application_interval i ON i.application = a.id
                WHERE a.state IN \(SQLText.list(states.map(\.rawValue))) AND a.kind IN \(SQLText.list(kinds.map(\.rawValue)))
                    AND i.lo <= \(last) AND i.hi >= \(first)
                """
            ) { CardInterval($0.int(0), $0.int(1)) }.compactMap(\.self))
    }

    package static func intervals(_ id: ApplicationID, in session: any Session) throws -> [ClosedRange<Int64>] {
        try session.all("SELECT lo, hi FROM application_interval WHERE application = \(id) ORDER BY lo") { $0.int(0)...$0.int(1) }
    }
}
