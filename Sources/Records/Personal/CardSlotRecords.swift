import Registry
import SQLCore

/// Which of the cards a person may have are taken: a slot a card (DESIGN §4). Persons joined by a named link count as one.
package enum CardSlotRecords {
    /// The person and everybody joined to him by links, near and far.
    package static func joined(_ party: PartyID, in session: any Session) throws -> [PartyID] {
        var known: [PartyID] = [party]
        var place = 0
        while place < known.count {
            let one = known[place]
            place += 1
            let others: [PartyID] = try session.all(
                "SELECT other FROM party_link WHERE party = \(one) UNION SELECT party FROM party_link WHERE other = \(one)"
            ) { try $0.identifier(0) }
            for other in others where !known.contains(other) { known.append(other) }
        }
        return known
    }

    /// Slots in use at `now`, but for that of one registration.
    package static func used(
        by parties: [PartyID], besides registration: RegistrationID?, carrier: Carrier, cardClass: CardClass, at now: Instant,
        in session: any Session
    ) throws -> Int {
        var conditions: [SQLText] = [
            "party IN \(SQLText.list(parties))", "carrier = \(carrier.code)", "card_class = \(cardClass.rawValue)",
            "(expires_at IS NULL OR expires_at > \(now))",
        ]
        if let registration { conditions.append("registration <> \(registration)") }
        return try session.count("SELECT COUNT(*) FROM card_slot WHERE \(SQLText.all(conditions))")
    }

    /// Takes the lowest free place for the card; what expired is free. The caller has counted before, in the same transaction.
    package static func take(
        _ party: PartyID, carrier: Carrier, cardClass: CardClass, subscription: Int64, registration: RegistrationID, until: Instant,
        at now: Instant, in session: any Session
    ) throws {
        try session.run(
            "DELETE FROM card_slot WHERE (subscription = \(subscription) OR party = \(party)) AND expires_at <= \(now)")
        try session.run("DELETE FROM card_slot WHERE registration = \(registration)")
        let taken = Set(
            try session.all(
                """
                SELECT place FROM card_slot WHERE party = \(party) AND carrier = \(carrier.code) AND card_class = \(cardClass.rawValue)
                """
            ) { $0.int(0) })
        let place = (0...Int64(taken.count)).first { !taken.contains($0) } ?? Int64(taken.count)
        try session.run(
            """
            INSERT INTO card_slot (party, carrier, card_class, place, subscription, registration, expires_at)
            VALUES (\(party), \(carrier.code), \(cardClass.rawValue), \(place), \(subscription), \(registration), \(until))
            """)
    }

    /// Whether somebody has applied for the card, or holds it.
    package static func registration(of subscription: Int64, at now: Instant, in session: any Session) throws -> RegistrationID? {
        try session.first(
            """
            SELECT registration FROM card_slot WHERE subscription = \(subscription) AND (expires_at IS NULL OR expires_at > \(now))
            """
        ) { try $0.identifier(0) }
    }

    /// Registrations by which these persons hold a card, oldest first.
    package static func registrations(heldBy parties: [PartyID], in session: any Session) throws -> [(
        subscription: Int64, registration: RegistrationID
    )] {
        try session.all(
            """
            SELECT subscription, registration FROM card_slot WHERE party IN \(SQLText.list(parties)) AND expires_at IS NULL
            ORDER BY registration
            """
        ) { ($0.int(0), try $0.identifier(1)) }
    }

    /// False when there is none to keep.
    package static func keep(_ registration: RegistrationID, in session: any Session) throws -> Bool {
        try session.change("UPDATE card_slot SET expires_at = NULL WHERE registration = \(registration)") > 0
    }

    /// The card is gone: its place is free for another.
    package static func release(card subscription: Int64, in session: any Session) throws {
        try session.run("DELETE FROM card_slot WHERE subscription = \(subscription)")
    }

    package static func release(_ registration: RegistrationID, in session: any Session) throws {
        try session.run("DELETE FROM card_slot WHERE registration = \(registration)")
    }
}
