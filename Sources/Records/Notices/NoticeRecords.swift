import Registry
import SQLCore

/// A notice as it waits, or what became of it. To whom it goes is read when it is sent.
package struct StoredNotice: Hashable, Sendable {
    package let id: NoticeID
    /// What is told of: a submission, or whatever else happens once. One notice of a kind goes each way for it.
    package let occasion: [UInt8]
    package let kind: NoticeKind
    package let channel: NoticeChannel
    /// Of the registration.
    package let code: String
    package let path: OrganisationPath
    package let language: ReaderLanguage
    /// A code of the maintained list of reasons.
    package let reason: String?
    package let happenedAt: Instant
    package let state: NoticeState
    /// How often it was taken up.
    package let tries: Int64
    package let dueAt: Instant
    package let giveUpAt: Instant
    package let endedAt: Instant?
    /// Why it was not taken, last; a code.
    package let failure: String?
    /// On which of China's days what it tells of comes or came, where it is about cards; yyyymmdd.
    package let day: Int64?
    /// How many cards a letter is about; nil where it is one person's.
    package let cards: Int64?

    package init(
        id: NoticeID, occasion: [UInt8], kind: NoticeKind, channel: NoticeChannel, code: String, path: OrganisationPath,
        language: ReaderLanguage, reason: String?, happenedAt: Instant, giveUpAt: Instant, state: NoticeState = .waiting, tries: Int64 = 0,
        dueAt: Instant? = nil, endedAt: Instant? = nil, failure: String? = nil, day: Int64? = nil, cards: Int64? = nil
    ) {
        self.id = id
        self.occasion = occasion
        self.kind = kind
        self.channel = channel
        self.code = code
        self.path = path
        self.language = language
        self.reason = reason
        self.happenedAt = happenedAt
        self.state = state
        self.tries = tries
        self.dueAt = dueAt ?? happenedAt
        self.giveUpAt = giveUpAt
        self.endedAt = endedAt
        self.failure = failure
        self.day = day
        self.cards = cards
    }
}

package enum NoticeRecords {
    private static let columns: SQLText = """
        n.id, n.occasion, n.kind, n.channel, n.code, n.path, n.language, n.reason, n.happened_at, n.state, n.tries, n.due_at, n.give_up_at,
        n.ended_at, n.failure, n.day, n.cards
        """

    private static func decode(_ row: any SQLRow) throws -> StoredNotice {
        StoredNotice(
            id: try row.identifier(0), occasion: row.blob(1), kind: try row.raw(2), channel: try row.raw(3), code: row.text(4),
            path: row.path(5), language: try row.raw(6), reason: row.textIfAny(7), happenedAt: row.instant(8), giveUpAt: row.instant(12),
            state: try row.raw(9), tries: row.int(10), dueAt: row.instant(11), endedAt: row.instantIfAny(13), failure: row.textIfAny(14),
            day: row.intIfAny(15), cards: row.intIfAny(16))
    }

    /// Once for an occasion, a kind and a way; answers false where it is there already.
    @discardableResult
    package static func insert(_ notice: StoredNotice, in session: any Session) throws -> Bool {
        try session.change(
            """
            INSERT INTO notice (id, occasion, kind, channel, code, path, language, reason, happened_at, state, tries, due_at, lease_until,
            give_up_at, day, cards) VALUES (\(notice.id), \(notice.occasion), \(notice.kind.rawValue), \(notice.channel.rawValue),
            \(notice.code), \(notice.path), \(notice.language.rawValue), \(notice.reason), \(notice.happenedAt),
            \(notice.state.rawValue), \(notice.tries), \(notice.dueAt), 0, \(notice.giveUpAt), \(notice.day), \(notice.cards))
            ON CONFLICT (occasion, kind, channel) DO NOTHING
            """) == 1
    }

    /// Many at once, of which nobody was told before.
    package static func append(_ notices: [StoredNotice], in session: any Session) throws {
        guard !notices.isEmpty else { return }
        try session.append(
            into: "notice",
            columns:
                "id, occasion, kind, channel, code, path, language, reason, happened_at, state, tries, due_at, lease_until, give_up_at, day, cards"
        ) { sink in
            for notice in notices {
                sink.blob(notice.id.bytes)
                sink.blob(notice.occasion)
                sink.text(notice.kind.rawValue)
                sink.text(notice.channel.rawValue)
                sink.text(notice.code)
                sink.text(notice.path.text)
                sink.text(notice.language.rawValue)
                sink.text(notice.reason)
                sink.int(notice.happenedAt.milliseconds)
                sink.text(notice.state.rawValue)
                sink.int(notice.tries)
                sink.int(notice.dueAt.milliseconds)
                sink.int(0)
                sink.int(notice.giveUpAt.milliseconds)
                sink.int(notice.day)
                sink.int(notice.cards)
                try sink.endRow()
            }
        }
    }

    /// A letter, or more cards for the one of its occasion that nobody has taken up. False where that one is on its way already.
    package static func gather(_ letter: StoredNotice, in session: any Session) throws -> Bool {
        try session.change(
            """
            INSERT INTO notice (id, occasion, kind, channel, code, path, language, reason, happened_at, state, tries, due_at, lease_until,
            give_up_at, day, cards) VALUES (\(letter.id), \(letter.occasion), \(letter.kind.rawValue), \(letter.channel.rawValue),
            \(letter.code), \(letter.path), \(letter.language.rawValue), \(letter.reason), \(letter.happenedAt),
            \(letter.state.rawValue), \(letter.tries), \(letter.dueAt), 0, \(letter.giveUpAt), \(letter.day), \(letter.cards))
            ON CONFLICT (occasion, kind, channel) DO UPDATE SET cards = notice.cards + excluded.cards,
                code = CASE WHEN notice.code = excluded.code THEN notice.code ELSE \(NoticeText.various) END
            WHERE notice.state = \(NoticeState.waiting.rawValue) AND notice.tries = 0
            """) == 1
    }

    // MARK: Working them off

    package static func due(
        by channel: NoticeChannel, at now: Instant, limit: Int, in session: any Session
    ) throws -> [StoredNotice] {
        try session.all(
            """
            SELECT \(columns) FROM notice n WHERE n.channel = \(channel.rawValue) AND n.state = \(NoticeState.waiting.rawValue)
            AND n.due_at <= \(now) AND n.lease_until <= \(now) ORDER BY n.due_at, n.id LIMIT \(limit)
            """, decode)
    }

    /// Takes a notice for this server; nil when another has it or it is over. What is answered is the one to be finished.
    package static func lease(
        _ notice: StoredNotice, until: Instant, at now: Instant, in session: any Session
    ) throws -> StoredNotice? {
        let isTaken =
            try session.change(
                """
                UPDATE notice SET lease_until = \(until), tries = tries + 1
                WHERE id = \(notice.id) AND state = \(NoticeState.waiting.rawValue) AND lease_until <= \(now)
                """) == 1
        return isTaken ? try find(notice.id, .everything, in: session) : nil
    }

    /// Whoever had them is gone.
    package static func releaseAll(in session: any Session) throws {
        for channel in NoticeChannel.allCases {
            try session.run(
                """
                UPDATE notice SET lease_until = 0
                WHERE channel = \(channel.rawValue) AND state = \(NoticeState.waiting.rawValue) AND lease_until > 0
                """)
        }
    }

    /// Nothing happens where the notice was taken up anew since.
    package static func postpone(_ notice: StoredNotice, to dueAt: Instant, failure: String, in session: any Session) throws {
        try session.run(
            """
            UPDATE notice SET lease_until = 0, due_at = \(dueAt), failure = \(failure)
            WHERE id = \(notice.id) AND state = \(NoticeState.waiting.rawValue) AND tries = \(notice.tries)
            """)
    }

    /// False where the notice was taken up anew since.
    package static func end(
        _ notice: StoredNotice, as state: NoticeState, failure: String?, at now: Instant, in session: any Session
    ) throws -> Bool {
        try session.change(
            """
            UPDATE notice SET state = \(state.rawValue), lease_until = 0, ended_at = \(now), failure = \(failure)
            WHERE id = \(notice.id) AND state = \(NoticeState.waiting.rawValue) AND tries = \(notice.tries)
            """) == 1
    }

    /// Once more, after it was over without being taken; false where it is not.
    package static func retry(_ id: NoticeID, giveUpAt: Instant, at now: Instant, in session: any Session) throws -> Bool {
        let states: [NoticeState] = [.refused, .unaddressed, .givenUp]
        return try session.change(
            """
            UPDATE notice SET state = \(NoticeState.waiting.rawValue), due_at = \(now), give_up_at = \(giveUpAt), ended_at = NULL
            WHERE id = \(id) AND state IN \(SQLText.list(states.map(\.rawValue)))
            """) == 1
    }

    /// Those that wait although their time is over: nobody works them off, because their way is no more.
    package static func overdue(at now: Instant, limit: Int, in session: any Session) throws -> [StoredNotice] {
        try NoticeChannel.allCases.flatMap { channel in
            try session.all(
                """
                SELECT \(columns) FROM notice n WHERE n.channel = \(channel.rawValue) AND n.state = \(NoticeState.waiting.rawValue)
                AND n.due_at <= \(now) AND n.give_up_at <= \(now) AND n.lease_until <= \(now) ORDER BY n.due_at, n.id LIMIT \(limit)
                """, decode)
        }
    }

    // MARK: Forgetting

    package static func areOld(endedBefore: Instant, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM notice WHERE ended_at <= \(endedBefore) LIMIT 1")
    }

    /// Answers how many.
    package static func deleteOld(endedBefore: Instant, limit: Int, in session: any Session) throws -> Int {
        try session.change(
            """
            DELETE FROM notice WHERE id IN (SELECT id FROM notice WHERE ended_at <= \(endedBefore) ORDER BY ended_at, id LIMIT \(limit))
            """)
    }

    // MARK: Shown

    package static func find(_ id: NoticeID, _ scope: Scope, in session: any Session) throws -> StoredNotice? {
        try session.first("SELECT \(columns) FROM notice n WHERE n.id = \(id) AND \(scope.contains(path: "n.path"))", decode)
    }

    /// The newest first.
    package static func list(
        _ scope: Scope, channel: NoticeChannel?, state: NoticeState?, code: String?, before: NoticeID?, limit: Int, in session: any Session
    ) throws -> [StoredNotice] {
        var conditions = [scope.contains(path: "n.path")]
        if let channel { conditions.append("n.channel = \(channel.rawValue)") }
        if let state { conditions.append("n.state = \(state.rawValue)") }
        if let code { conditions.append("n.code = \(code)") }
        if let before { conditions.append("n.id < \(before)") }
        return try session.all(
            "SELECT \(columns) FROM notice n WHERE \(SQLText.all(conditions)) ORDER BY n.id DESC LIMIT \(limit)", decode)
    }

    /// How many there are by way and state, but for those that were taken, which are many.
    package static func counts(in session: any Session) throws -> [(channel: NoticeChannel, state: NoticeState, count: Int)] {
        try NoticeChannel.allCases.flatMap { channel in
            try NoticeState.allCases.filter { $0 != .delivered }.map { state in
                (
                    channel, state,
                    try session.count("SELECT COUNT(*) FROM notice WHERE channel = \(channel.rawValue) AND state = \(state.rawValue)")
                )
            }
        }
    }
}
