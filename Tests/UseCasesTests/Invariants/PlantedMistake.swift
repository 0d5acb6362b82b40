import Ledger
import Records
import Registry
import TestKit
import UseCases

/// A mistake somebody might make, or a hand in the database: done to a store that is in order, so that the judge must name the rule it breaks.
struct PlantedMistake: Sendable {
    let what: String
    let invariant: Invariant
    /// Whether the database itself refuses it to whoever has not got rid of its guards.
    var isGuarded = true
    let table: String
    let sql: @Sendable (StagedLives) -> String

    /// Lines of what is stored; each does to one row what must not be done. What papers may lack is planted by `WalkedFault`.
    static let all: [PlantedMistake] = [
        PlantedMistake(what: "a card of nobody's runs", invariant: .usable, isGuarded: false, table: "card_life") {
            "UPDATE card_life SET stops = 0 WHERE subscription = \(subscription($0.givenUp))"
        },
        PlantedMistake(what: "a card of nobody's is tested", invariant: .usable, isGuarded: false, table: "card_life") {
            "UPDATE card_life SET state = 1, stops = 0 WHERE subscription = \(subscription($0.givenUp))"
        },
        PlantedMistake(what: "a registration without its holder", invariant: .complete, table: "role_succession") {
            "DELETE FROM role_succession WHERE role = 'holder' AND registration = \(registration($0.held))"
        },
        PlantedMistake(what: "a registration without evidence", invariant: .complete, table: "submission_evidence") { _ in
            "DELETE FROM submission_evidence"
        },
        PlantedMistake(what: "a registration without the photo taken on the spot", invariant: .complete, table: "submission_evidence") {
            "DELETE FROM submission_evidence WHERE slot = 'holder-on-site-photo' AND submission IN \(submissions($0.held))"
        },
        PlantedMistake(what: "a registration without the face that was shown", invariant: .complete, table: "submission_evidence") {
            "DELETE FROM submission_evidence WHERE slot = 'face-capture' AND submission IN \(submissions($0.childs))"
        },
        PlantedMistake(what: "another operator's card", invariant: .complete, table: "subscription") { lives in
            """
            UPDATE subscription SET product = (SELECT o.product FROM subscription o WHERE o.id = \(subscription(lives.childs)))
            WHERE id = \(subscription(lives.held))
            """
        },
        PlantedMistake(what: "another channel", invariant: .complete, table: "registration") {
            "UPDATE registration SET channel = 'hall' WHERE id = \(registration($0.held))"
        },
        PlantedMistake(what: "somebody else who handed it in", invariant: .complete, isGuarded: false, table: "application") {
            "UPDATE application SET submitted_by = id WHERE registration = \(registration($0.held))"
        },
        PlantedMistake(what: "another organisation that took it", invariant: .complete, isGuarded: false, table: "application") { lives in
            """
            UPDATE application SET organisation = \(literal(lives.walk.job.otherAgent.id.bytes))
            WHERE registration = \(registration(lives.held))
            """
        },
        PlantedMistake(what: "somebody else who decided", invariant: .complete, table: "decision") {
            "UPDATE decision SET decided_by = id WHERE registration = \(registration($0.held))"
        },
        PlantedMistake(what: "a decision at another time", invariant: .complete, table: "decision") {
            "UPDATE decision SET decided_at = decided_at - 1000 WHERE registration = \(registration($0.held))"
        },
        PlantedMistake(
            what: "a registration without the hour it was handed in", invariant: .complete, isGuarded: false, table: "application"
        ) {
            "UPDATE application SET submitted_at = NULL WHERE registration = \(registration($0.held))"
        },
        PlantedMistake(what: "a proxy who is forgotten", invariant: .flow, table: "role_succession") {
            "DELETE FROM role_succession WHERE role = 'proxy' AND registration = \(registration($0.byProxy))"
        },
        PlantedMistake(what: "a place that is free while the card is stopped", invariant: .quota, isGuarded: false, table: "card_slot") {
            "DELETE FROM card_slot WHERE registration = \(registration($0.held))"
        },
        PlantedMistake(what: "places counted with another carrier", invariant: .quota, isGuarded: false, table: "card_slot") { lives in
            "UPDATE card_slot SET carrier = 'telecom', place = 9 WHERE registration = \(registration(lives.held))"
        },
        PlantedMistake(what: "a place counted with another person", invariant: .quota, isGuarded: false, table: "card_slot") { lives in
            """
            UPDATE card_slot SET party = (SELECT o.party FROM card_slot o WHERE o.registration = \(registration(lives.childs)))
            WHERE registration = \(registration(lives.held))
            """
        },
        PlantedMistake(what: "a place that a cancelled card keeps", invariant: .quota, isGuarded: false, table: "card_slot") { lives in
            """
            INSERT INTO card_slot SELECT party, 'mobile', 'wearable', 9, \(subscription(lives.cancelled)), registration, NULL
            FROM role_succession WHERE role = 'holder' AND registration = \(registration(lives.cancelled))
            """
        },
        PlantedMistake(what: "a clock that starts a month late", invariant: .kept, table: "holding") {
            "UPDATE holding SET effective_from = effective_from + 2592000000 WHERE registration IS NULL AND subscription = \(subscription($0.cancelled))"
        },
        PlantedMistake(what: "a person who is deleted", invariant: .kept, table: "identity_version") {
            """
            DELETE FROM identity_version WHERE id IN
            (SELECT identity FROM role_succession WHERE role = 'holder' AND registration = \(registration($0.cancelled)))
            """
        },
        PlantedMistake(what: "one picture that is deleted", invariant: .kept, table: "submission_evidence") {
            "DELETE FROM submission_evidence WHERE slot = 'holder-id-back' AND submission IN \(submissions($0.cancelled))"
        },
        PlantedMistake(what: "a holding that is deleted", invariant: .kept, table: "holding") {
            "DELETE FROM holding WHERE subscription = \(subscription($0.cancelled))"
        },
        PlantedMistake(what: "a key that is destroyed", invariant: .kept, isGuarded: false, table: "data_key") {
            """
            UPDATE data_key SET wrapped = NULL WHERE id IN (SELECT v.data_key FROM identity_version v JOIN role_succession r
            ON r.identity = v.id WHERE r.role = 'holder' AND r.registration = \(registration($0.cancelled)))
            """
        },
        PlantedMistake(what: "a number that leads to the card before", invariant: .recycled, table: "msisdn_directory") {
            "UPDATE msisdn_directory SET subscription = \(subscription($0.cancelled)) WHERE subscription = \(subscription($0.successor))"
        },
        PlantedMistake(what: "a card that inherits who answered for its number", invariant: .recycled, isGuarded: false, table: "holding") {
            """
            INSERT INTO holding SELECT \(subscription($0.successor)), 0, h.effective_from, h.recorded_at, h.registration, h.decision
            FROM holding h WHERE h.ordinal = 0 AND h.subscription = \(subscription($0.cancelled))
            """
        },
    ]

    /// Done to what is sealed, where nobody sees it unless it is opened.
    static let underSeal: [PlantedMistake] = [
        PlantedMistake(what: "a person who is deleted", invariant: .kept, table: "identity_version") {
            """
            DELETE FROM identity_version WHERE id IN
            (SELECT identity FROM role_succession WHERE role = 'holder' AND registration = \(registration($0.givenUp)))
            """
        },
        PlantedMistake(what: "a picture that is deleted", invariant: .kept, table: "submission_evidence") {
            "DELETE FROM submission_evidence WHERE slot = 'holder-id-front' AND submission IN \(submissions($0.givenUp))"
        },
        PlantedMistake(what: "the key of a picture that is destroyed", invariant: .kept, isGuarded: false, table: "data_key") {
            """
            UPDATE data_key SET wrapped = NULL WHERE id IN (SELECT e.data_key FROM evidence e JOIN submission_evidence u
            ON u.evidence = e.id WHERE u.slot = 'holder-id-back' AND u.submission IN \(submissions($0.givenUp)))
            """
        },
    ]

    private static func submissions(_ card: KnownCard) -> String {
        "(SELECT m.id FROM submission m WHERE m.registration = \(registration(card)))"
    }

    private static func subscription(_ card: KnownCard) -> String {
        "(SELECT subscription FROM iccid_directory WHERE iccid = '\(card.iccid)')"
    }

    private static func registration(_ card: KnownCard) -> String {
        literal(card.holdings.last?.registration.bytes ?? [])
    }

    private static func literal(_ bytes: [UInt8]) -> String { "x'\(Hex.text(bytes))'" }
}

/// One life of each kind, led on purpose and in order, for the mistakes to be made with.
struct StagedLives {
    let walk: RandomWalk
    let places: Places

    struct Places {
        var held = 0, givenUp = 0, cancelled = 0, successor = 0, units = 0, childs = 0, byProxy = 0
    }

    private func card(_ place: KeyPath<Places, Int>) -> KnownCard { walk.known.cards[places[keyPath: place]] }
    var held: KnownCard { card(\.held) }
    var givenUp: KnownCard { card(\.givenUp) }
    var cancelled: KnownCard { card(\.cancelled) }
    /// Has the number of the cancelled one.
    var successor: KnownCard { card(\.successor) }
    var childs: KnownCard { card(\.childs) }
    var byProxy: KnownCard { card(\.byProxy) }

    init(_ walk: RandomWalk) async throws {
        self.walk = walk
        let watches = walk.known.places { $0.kind == .watch }
        var places = Places()
        (places.givenUp, places.cancelled, places.held) = (watches[0], watches[1], watches[2])
        places.byProxy = walk.known.places { $0.kind == .router }[0]
        places.childs = walk.known.places { $0.kind == .telecomWatch }[0]
        let trackers = walk.known.places { $0.kind == .tracker }
        places.units = trackers[0]
        try await walk.register([places.givenUp], .person(0), .himself)
        try await walk.register([places.cancelled], .person(1))
        try await walk.change(.activate, places.givenUp)
        try await walk.change(.cancel, places.cancelled)
        // Told, and its answer asked for: the carrier lets it run.
        for _ in 0..<2 { try await walk.lives.carry(walk.carrier, after: 3_600) }
        walk.world.clock.move(days: 1)
        try await walk.giveUp(places.givenUp)
        try await walk.sweep()
        try await walk.lives.carry(walk.carrier, after: 3_600)
        // What comes is told first.
        for days in [63, 8, 91, 8] as [Int64] { try await walk.pass(days: days) }
        places.successor = walk.known.cards.count
        try await walk.reuseNumber(of: places.cancelled)
        // What happens last stands for the present.
        try await walk.change(.bringBack, places.givenUp)
        try await walk.register([places.held], .person(0))
        try await walk.change(.stop, places.held)
        try await walk.register([places.childs], .person(5), .himself)
        try await walk.register([places.byProxy], .person(2, withProxy: true))
        try await walk.register(Array(trackers.prefix(2)), .unit(0, in: walk.year))
        self.places = places
    }
}
