import Registry
import SQLCore

/// The cards of a unit's registration that their carrier has registered to nobody, as far as it was asked: one case stands for all of them.
package enum RegisteredHereOnlyRecords {
    /// Whether another card of the registration has the open case.
    package static func isOpen(
        _ registration: RegistrationID, besides card: Int64, at now: Instant, in session: any Session
    ) throws -> Bool {
        try session.exists(
            """
            SELECT 1 FROM decision d CROSS JOIN decision_interval i CROSS JOIN life_case c
            WHERE d.registration = \(registration) AND i.decision = d.id AND c.subscription >= i.lo AND c.subscription <= i.hi
            AND c.kind = \(LifeCaseKind.registeredHereOnly.rawValue) AND c.closed_at IS NULL AND c.subscription <> \(card)
            AND \(HoldingRecords.registration(of: "c.subscription", at: now)) = \(registration) LIMIT 1
            """)
    }

    /// Another of these cards; nil where there is none.
    package static func next(
        of registration: RegistrationID, besides card: Int64, at now: Instant, in session: any Session
    ) throws -> Int64? {
        try session.first("SELECT t.subscription \(cards(of: registration, at: now)) AND t.subscription <> \(card) LIMIT 1") { $0.int(0) }
    }

    /// A unit may have millions of cards: so many are counted and no more, as for every row of a list.
    package static let countedMax = 1_001

    /// How many they are, `limit` for that many and for more.
    package static func count(
        of registration: RegistrationID, at now: Instant, upTo limit: Int = countedMax, in session: any Session
    ) throws -> Int {
        try session.count(
            "SELECT COUNT(*) FROM (SELECT DISTINCT t.subscription \(cards(of: registration, at: now)) LIMIT \(limit)) AS counted")
    }

    /// The registration that answers for a card, where it is a unit's; nil where it is a person's or there is none.
    package static func unitsRegistration(of card: Int64, at now: Instant, in session: any Session) throws -> RegistrationID? {
        let found: RegistrationID?? = try session.first(
            """
            SELECT (SELECT r.id FROM registration r
                WHERE r.id = \(HoldingRecords.registration(of: "s.id", at: now)) AND r.kind = \(DocumentType.Subject.unit.rawValue))
            FROM subscription s WHERE s.id = \(card)
            """
        ) { try $0.identifierIfAny(0) }
        return found ?? nil
    }

    private static func cards(of registration: RegistrationID, at now: Instant) -> SQLText {
        """
        FROM decision d CROSS JOIN decision_interval i CROSS JOIN carrier_truth t
        WHERE d.registration = \(registration) AND i.decision = d.id AND t.subscription >= i.lo AND t.subscription <= i.hi
        AND t.real_name IN \(SQLText.list([CarrierRegistered.unregistered, .refused].map(\.rawValue)))
        AND \(HoldingRecords.registration(of: "t.subscription", at: now)) = \(registration)
        """
    }
}
