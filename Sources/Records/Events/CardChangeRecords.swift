import Registry
import SQLCore

/// A change of the cards from `lo` to `hi`, as it stands among all changes.
package struct StoredCardChange: Hashable, Sendable {
    package let number: Int64
    package let kind: CardChangeKind
    package let after: String
    package let stops: StopReasons?
    package let cards: CardInterval
    /// Who had the cards then, and who had them before where they changed hands.
    package let path: OrganisationPath
    package let formerPath: OrganisationPath?
    package let unit: PartyID?
    package let effectiveFrom: Instant
    package let at: Instant
}

/// Changes in one order. An act writes them without a number; they get theirs in the sequencer's turn, so that nothing ever comes before what
/// somebody has read (docs/adr/0022).
package enum CardChangeRecords {
    /// Cards that one organisation has now, and had before where they changed hands.
    struct Part {
        let cards: CardInterval
        let path: OrganisationPath
        let former: OrganisationPath?
    }

    static func write(_ change: CardChange, _ parts: [Part], in recording: Recording) throws {
        guard !parts.isEmpty else { return }
        let session = recording.session
        // Greater than that of every act whose outcome this one has seen, so that what happens to one card stays in order.
        let order: SQLText = "SELECT "
        let stamp = try session.first(
            order + (session.dialect.actOrder ?? "COALESCE(MAX(stamp), 0) + 1 FROM card_change_pending")
        ) { $0.int(0) }
        guard let stamp else { throw UnreadableRow("card_change_pending", "stamp") }
        try session.append(
            into: "card_change_pending",
            columns: "stamp, entry, ordinal, kind, after, stops, lo, hi, path, former_path, unit, effective_from, at"
        ) { sink in
            for part in parts {
                sink.int(stamp)
                sink.blob(recording.entry.bytes)
                sink.int(recording.nextChange())
                sink.text(change.kind.rawValue)
                sink.text(change.after)
                sink.int(change.stops?.rawValue)
                sink.int(part.cards.lo)
                sink.int(part.cards.hi)
                sink.text(part.path.text)
                sink.text(part.former?.text)
                sink.blob(change.unit?.bytes)
                sink.int(change.effectiveFrom.milliseconds)
                sink.int(recording.now.milliseconds)
                try sink.endRow()
            }
        }
    }

    static func hasPending(in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM card_change_pending LIMIT 1")
    }

    /// Numbers up to `limit` committed changes. When two servers do it at once, the second meets a taken number.
    static func place(limit: Int, in session: any Session) throws {
        let last = try session.all(
            "SELECT stamp, entry, ordinal FROM card_change_pending ORDER BY stamp, entry, ordinal LIMIT \(limit)"
        ) { (stamp: $0.int(0), entry: $0.blob(1), ordinal: $0.int(2)) }.last
        guard let last else { return }
        let first = try head(in: session) + 1
        let placed: SQLText = "(stamp, entry, ordinal) <= (\(last.stamp), \(last.entry), \(last.ordinal))"
        try session.run(
            """
            INSERT INTO card_change (number, kind, after, stops, lo, hi, path, former_path, unit, effective_from, at)
            SELECT \(first - 1) + ROW_NUMBER() OVER (ORDER BY stamp, entry, ordinal), kind, after, stops, lo, hi, path, former_path, unit,
                effective_from, at
            FROM card_change_pending WHERE 
            """ + placed)
        try session.run("DELETE FROM card_change_pending WHERE " + placed)
    }

    // MARK: Reading

    /// The last change that has its number; whoever has read up to it has read all there is.
    package static func head(in session: any Session) throws -> Int64 {
        let newest = try session.first("SELECT number FROM card_change WHERE number > 0 ORDER BY number DESC LIMIT 1") { $0.int(0) }
        return try newest ?? forgotten(in: session)
    }

    /// The last change that is forgotten.
    package static func forgotten(in session: any Session) throws -> Int64 {
        try session.first("SELECT next FROM counter WHERE name = \(Counters.forgottenChanges)") { $0.int(0) } ?? 0
    }

    /// Looked through at once at most, whatever of it is within scope.
    private static let looked: Int64 = 5_000

    private static let columns: SQLText = "number, kind, after, stops, lo, hi, path, former_path, unit, effective_from, at"

    /// Changes within scope after `position`, and how far was looked: further than the last of them, where nothing else follows.
    package static func read(
        after position: ChangePosition, _ scope: Scope, kinds: [CardChangeKind] = CardChangeKind.allCases, limit: Int,
        in session: any Session
    ) throws -> (changes: [StoredCardChange], readTo: ChangePosition) {
        let bound = try min(head(in: session), position.number + looked)
        let found = try session.all(
            """
            SELECT \(columns) FROM card_change c WHERE number >= \(position.number) AND number <= \(bound)
                AND (number > \(position.number) OR hi > \(position.card)) AND kind IN \(SQLText.list(kinds.map(\.rawValue)))
                AND \(visible(scope))
            ORDER BY number LIMIT \(limit)
            """, decode)
        let changes = found.compactMap { change in
            change.number == position.number ? change.beginning(at: max(change.cards.lo, position.card + 1)) : change
        }
        guard found.count == limit, let last = found.last else { return (changes, max(position, .end(of: bound))) }
        return (changes, .end(of: last.number))
    }

    /// Whether it concerned cards in the hands of the scope, or cards that left them. A unit's cards are in others' hands: which are its
    /// own is asked card by card (`CardReach`).
    private static func visible(_ scope: Scope) -> SQLText {
        switch scope {
        case .everything, .unit: "1 = 1"
        case .subtree, .card, .part:
            "(\(scope.contains(path: "c.path")) OR (c.former_path IS NOT NULL AND \(scope.contains(path: "c.former_path"))))"
        }
    }

    package static func find(_ number: Int64, in session: any Session) throws -> StoredCardChange? {
        try session.first("SELECT \(columns) FROM card_change WHERE number = \(number)", decode)
    }

    private static func decode(_ row: any SQLRow) throws -> StoredCardChange {
        guard let cards = CardInterval(row.int(4), row.int(5)) else { throw UnreadableRow("card_change", "hi") }
        return StoredCardChange(
            number: row.int(0), kind: try row.raw(1), after: row.text(2), stops: row.intIfAny(3).flatMap { StopReasons(rawValue: $0) },
            cards: cards, path: row.path(6), formerPath: row.textIfAny(7).map { OrganisationPath($0) }, unit: try row.identifierIfAny(8),
            effectiveFrom: row.instant(9), at: row.instant(10))
    }

    // MARK: Forgetting

    /// Forgets the oldest changes, as far as they are older than `horizon`; answers whether there may be more.
    package static func forget(before horizon: Instant, limit: Int, in session: any Session) throws -> Bool {
        let oldest = try session.all("SELECT number, at FROM card_change WHERE number > 0 ORDER BY number LIMIT \(limit)") {
            (number: $0.int(0), at: $0.instant(1))
        }
        guard let last = oldest.prefix(while: { $0.at < horizon }).last?.number else { return false }
        try session.run("DELETE FROM card_change WHERE number <= \(last)")
        try session.run(
            """
            INSERT INTO counter (name, next) VALUES (\(Counters.forgottenChanges), \(last))
            ON CONFLICT (name) DO UPDATE SET next = excluded.next
            """)
        return oldest.count == limit
    }

    /// Whether `forget` would find something.
    package static func areOld(before horizon: Instant, in session: any Session) throws -> Bool {
        try session.first("SELECT at FROM card_change WHERE number > 0 ORDER BY number LIMIT 1") { $0.instant(0) }.map { $0 < horizon }
            ?? false
    }
}

extension StoredCardChange {
    /// Of these of its cards only.
    package func only(_ cards: CardInterval) -> StoredCardChange {
        StoredCardChange(
            number: number, kind: kind, after: after, stops: stops, cards: cards, path: path, formerPath: formerPath,
            unit: unit, effectiveFrom: effectiveFrom, at: at)
    }

    fileprivate func beginning(at card: Int64) -> StoredCardChange? { CardInterval(card, cards.hi).map(only) }

    /// Up to just before one of its cards. Names no card that is not its own.
    package func position(before card: Int64) -> ChangePosition {
        card > cards.lo ? ChangePosition(number: number, card: card - 1) : .end(of: number - 1)
    }

    /// Whether the cards left the scope by it: nothing that happens to them later is seen.
    package func leaves(_ scope: Scope) -> Bool {
        guard case .subtree(_, let own) = scope, formerPath != nil else { return false }
        return !own.contains(path)
    }
}
