import Ledger
import Registry
import SQLCore

/// An act of custody as it is recorded.
package struct CustodyActRecord: Hashable, Sendable {
    package let id: CustodyActID
    /// Acts are numbered in the order in which they took effect; replaying them in that order gives who has what now.
    package let number: Int64
    package let kind: CustodyActKind
    package let from: OrganisationID?
    package let to: OrganisationID
    /// How the cards were chosen, as canonical JSON; no list of numbers.
    package let selector: String
    package let cards: Int64
    package let effectiveFrom: Instant
    package let recordedAt: Instant
    package let recordedBy: AccountID
}

/// Who has which cards: insert-only acts with their intervals, and the partition of all cards that follows from them.
package enum CustodyRecords {
    /// Widest interval stored: whoever looks for a card's acts need search only this far back.
    package static let widthMax: Int64 = 65_536

    package static func seat(of organisation: OrganisationID, in session: any Session) throws -> CustodySeat? {
        try session.first("SELECT path, kind, status FROM organisation WHERE id = \(organisation)") { row in
            CustodySeat(organisation: organisation, path: row.path(0), kind: try row.raw(1), status: try row.raw(2))
        }
    }

    /// Records the act and moves the cards.
    package static func record(
        _ id: CustodyActID, _ kind: CustodyActKind, from: OrganisationID?, to custodian: Custodian, selector: String,
        cards: CardIntervals, by account: AccountID, in recording: Recording
    ) throws {
        let session = recording.session
        let number = try Counters.take(1, from: Counters.custodyAct, in: session)
        let values: [any SQLBindable] = [
            id, number, kind.rawValue, from, custodian.organisation, custodian.standing.rawValue, selector, cards.count,
            recording.now, recording.now, account,
        ]
        try recording.register(.custodyAct, values.map(\.sqlValue))
        try append(cards, of: id, in: recording)
        try recording.moved(cards, to: custodian)
        try place(cards, with: custodian, in: session)
        recording.about(.custody, id)
        recording.about(.organisation, custodian.organisation)
        if let from { recording.about(.organisation, from) }
    }

    /// The act's intervals, committed to by one root however many there are.
    private static func append(_ cards: CardIntervals, of act: CustodyActID, in recording: Recording) throws {
        try recording.registerMany(.custodyInterval, by: "custody_interval", owner: act.bytes) { sink in
            for piece in cards.intervals.lazy.flatMap({ $0.pieces(ofAtMost: widthMax) }) {
                sink.blob(act.bytes)
                sink.int(piece.lo)
                sink.int(piece.hi)
                try sink.endRow()
            }
        }
    }

    /// Puts the cards with the custodian in the partition: what overlaps is cut, what touches and is alike is joined.
    static func place(_ cards: CardIntervals, with custodian: Custodian, in session: any Session) throws {
        for interval in cards.intervals { try place(interval, with: custodian, in: session) }
    }

    private static func place(_ interval: CardInterval, with custodian: Custodian, in session: any Session) throws {
        var joined = interval
        // One card to either side, so that neighbours are seen.
        guard let reach = CardInterval(interval.lo - 1, interval.hi + 1) else { return }
        for part in try parts(overlapping: reach, scope: .everything, in: session) {
            if part.custodian == custodian {
                try session.run("DELETE FROM custody_current WHERE lo = \(part.interval.lo)")
                joined = CardInterval(min(joined.lo, part.interval.lo), max(joined.hi, part.interval.hi)) ?? joined
            } else if part.interval.hi >= interval.lo, part.interval.lo <= interval.hi {
                try session.run("DELETE FROM custody_current WHERE lo = \(part.interval.lo)")
                if let before = CardInterval(part.interval.lo, interval.lo - 1) { try insert(before, part.custodian, in: session) }
                if let after = CardInterval(interval.hi + 1, part.interval.hi) { try insert(after, part.custodian, in: session) }
            }
        }
        try insert(joined, custodian, in: session)
    }

    private static func insert(_ interval: CardInterval, _ custodian: Custodian, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO custody_current (lo, hi, organisation, path, standing)
            VALUES (\(interval.lo), \(interval.hi), \(custodian.organisation), \(custodian.path), \(custodian.standing.rawValue))
            """)
    }
}

/// A stretch of cards and who has them.
package struct CustodyPart: Hashable, Sendable {
    package let interval: CardInterval
    package let custodian: Custodian

    package init(interval: CardInterval, custodian: Custodian) {
        self.interval = interval
        self.custodian = custodian
    }
}
