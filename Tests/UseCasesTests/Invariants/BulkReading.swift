import Ledger
import Records
import Registry
import SQLCore
import Vault

/// All that is stored of the cards and of who answers for them, read by a few statements and not card by card.
struct BulkReading: Sendable {
    struct Card: Sendable {
        let subscription: Int64
        let product: String
        /// As stored (`ServiceState`).
        let state: Int64
        /// As stored: a bit a reason.
        let stops: Int64
        /// In the order in which they count.
        let links: [Link]
        /// Declared for it last.
        let device: Int64?

        /// Testable or active, and no reason against it.
        var serves: Bool { (state == 1 || state == 3) && stops == 0 }
        var isCancelled: Bool { state == 5 }
    }

    /// Who answers from then on; nil: nobody.
    struct Link: Hashable, Sendable {
        let from: Instant
        let registration: RegistrationID?
    }

    struct Role: Sendable {
        /// nil where nothing can be read of him.
        let said: Person?
        /// As whom his cards are counted.
        let party: PartyID?
        let authorisedFrom: Int64?
        let authorisedUntil: Int64?
    }

    struct Person: Sendable {
        let name: String?
        let documentType: String?
        let documentNumber: String?
        let address: String?
    }

    struct Paper: Sendable {
        let slot: String
        let isReadable: Bool
    }

    struct Ground: Sendable {
        let channel: String
        let unitCode: String?
        let unitName: String?
    }

    struct Decision: Hashable, Sendable {
        let by: AccountID
        let at: Instant
    }

    struct HandedIn: Sendable {
        let by: AccountID?
        let at: Instant?
        let organisation: OrganisationID
    }

    /// A place among the cards that a person may have.
    struct Place: Hashable, Sendable {
        let subscription: Int64
        let registration: RegistrationID
        let carrier: String
        let cardClass: String
    }

    /// By the ICCID of the SIM that each has now.
    private(set) var cards: [String: Card] = [:]
    private(set) var roles: [RegistrationID: [PartyRole: Role]] = [:]
    private(set) var papers: [RegistrationID: [EvidenceID: Paper]] = [:]
    private(set) var grounds: [RegistrationID: Ground] = [:]
    /// Those that let it pass.
    private(set) var decisions: [RegistrationID: Set<Decision>] = [:]
    private(set) var handedIn: [ApplicationID: HandedIn] = [:]
    /// Of cards that persons have, and not only wish to.
    private(set) var places: [Place: PartyID] = [:]
    /// The card to which a number leads.
    private(set) var numbers: [Int64: Int64] = [:]
    /// Cards whose carrier is to stop them, and has not done it yet as far as is known.
    private(set) var stopping: Set<Int64> = []

    init(_ session: any Session, opening vault: Vault) throws {
        try readCards(session)
        try readRoles(session, vault)
        try readPapers(session)
        try readGrounds(session)
        try readHands(session)
        try readPlaces(session)
    }

    private mutating func readCards(_ session: any Session) throws {
        var links: [Int64: [Link]] = [:]
        try session.each(
            "SELECT subscription, effective_from, registration FROM holding ORDER BY subscription, effective_from, ordinal"
        ) { row in
            links[row.int(0), default: []].append(Link(from: row.instant(1), registration: try row.identifierIfAny(2)))
            return true
        }
        let sims: [Int64: String] = try Self.latest(
            "SELECT subscription, iccid FROM sim_change ORDER BY subscription, ordinal", session
        ) { $0.text(1) }
        let devices: [Int64: Int64] = try Self.latest(
            "SELECT subscription, device FROM device_binding ORDER BY subscription, ordinal", session
        ) { $0.int(1) }
        let stored = try session.all(
            """
            SELECT s.iccid, s.id, p.code, l.state, l.stops FROM subscription s JOIN product p ON p.id = s.product
            LEFT JOIN card_life l ON l.subscription = s.id
            """
        ) { row in
            // A card to which nothing has happened is in stock.
            (
                iccid: sims[row.int(1)] ?? row.text(0),
                card: Card(
                    subscription: row.int(1), product: row.text(2), state: row.intIfAny(3) ?? 0, stops: row.intIfAny(4) ?? 0,
                    links: links[row.int(1)] ?? [], device: devices[row.int(1)])
            )
        }
        for (iccid, card) in stored { cards[iccid] = card }
    }

    /// What was said last of each card.
    private static func latest<Value>(
        _ sql: SQLText, _ session: any Session, _ value: (any SQLRow) -> Value
    ) throws -> [Int64: Value] {
        var found: [Int64: Value] = [:]
        try session.each(sql) { row in
            found[row.int(0)] = value(row)
            return true
        }
        return found
    }

    private mutating func readRoles(_ session: any Session, _ vault: Vault) throws {
        let stored = try session.all(
            """
            SELECT registration, role, identity, authorised_from, authorised_until, party FROM role_succession
            ORDER BY registration, role, ordinal
            """
        ) { row in
            (
                registration: try row.identifier(0, of: Registration.self), role: try row.raw(1, as: PartyRole.self),
                identity: try row.identifierIfAny(2, of: IdentityVersion.self), from: row.intIfAny(3), until: row.intIfAny(4),
                party: try row.identifierIfAny(5, of: Party.self)
            )
        }
        let opened = try Self.opened(session, vault)
        for link in stored {
            roles[link.registration, default: [:]][link.role] = Role(
                said: link.identity.flatMap { opened[$0] }, party: link.party, authorisedFrom: link.from, authorisedUntil: link.until)
        }
    }

    /// Everybody who has or had a role and is not lost with his key: by one statement, as there are many.
    private static func opened(_ session: any Session, _ vault: Vault) throws -> [IdentityVersionID: Person] {
        let stored = try session.all(
            """
            SELECT v.id, v.sealed, v.data_key, k.wrapped_under, k.wrapped FROM identity_version v JOIN data_key k ON k.id = v.data_key
            WHERE k.wrapped IS NOT NULL AND EXISTS (SELECT 1 FROM role_succession r WHERE r.identity = v.id)
            """
        ) { row in
            (
                version: try row.identifier(0, of: IdentityVersion.self), sealed: row.blob(1), key: row.blob(2),
                wrapped: WrappedKey(wrappedUnder: row.text(3), bytes: row.blob(4))
            )
        }
        var opened: [IdentityVersionID: Person] = [:]
        for (version, sealed, key, wrapped) in stored {
            opened[version] = Person(try OpenedIdentity(version, sealed, under: vault.unwrap(wrapped, id: key), by: vault).facts)
        }
        return opened
    }

    private mutating func readPapers(_ session: any Session) throws {
        let stored = try session.all(
            """
            SELECT m.registration, u.evidence, u.slot, k.id FROM submission_evidence u JOIN submission m ON m.id = u.submission
            JOIN evidence e ON e.id = u.evidence LEFT JOIN data_key k ON k.id = e.data_key AND k.wrapped IS NOT NULL
            """
        ) { row in
            (
                registration: try row.identifier(0, of: Registration.self), piece: try row.identifier(1, of: Evidence.self),
                paper: Paper(slot: row.text(2), isReadable: !row.isNull(3))
            )
        }
        for (registration, piece, paper) in stored { papers[registration, default: [:]][piece] = paper }
    }

    private mutating func readGrounds(_ session: any Session) throws {
        let stored = try session.all(
            """
            SELECT r.id, r.channel, d.code, d.name FROM registration r LEFT JOIN registration_state t ON t.registration = r.id
            LEFT JOIN unit_directory d ON d.party = t.unit
            """
        ) { row in
            (
                registration: try row.identifier(0, of: Registration.self),
                ground: Ground(channel: row.text(1), unitCode: row.textIfAny(2), unitName: row.textIfAny(3))
            )
        }
        for (registration, ground) in stored { grounds[registration] = ground }
    }

    private mutating func readHands(_ session: any Session) throws {
        let decided = try session.all("SELECT registration, decided_by, decided_at FROM decision WHERE verdict = 'approve'") { row in
            (
                registration: try row.identifier(0, of: Registration.self),
                decision: Decision(by: try row.identifier(1), at: row.instant(2))
            )
        }
        for (registration, decision) in decided { decisions[registration, default: []].insert(decision) }
        let applied = try session.all("SELECT id, submitted_by, submitted_at, organisation FROM application") { row in
            (
                application: try row.identifier(0, of: Application.self),
                handed: HandedIn(by: try row.identifierIfAny(1), at: row.instantIfAny(2), organisation: try row.identifier(3))
            )
        }
        for (application, handed) in applied { handedIn[application] = handed }
    }

    private mutating func readPlaces(_ session: any Session) throws {
        let taken = try session.all(
            "SELECT subscription, registration, carrier, card_class, party FROM card_slot WHERE expires_at IS NULL"
        ) { row in
            (
                place: Place(
                    subscription: row.int(0), registration: try row.identifier(1), carrier: row.text(2), cardClass: row.text(3)),
                party: try row.identifier(4, of: Party.self)
            )
        }
        for (place, party) in taken { places[place] = party }
        // Of several that had the number, the last.
        let led = try session.all("SELECT msisdn, subscription FROM msisdn_directory ORDER BY msisdn, ordinal") { row in
            (number: row.int(0), card: row.int(1))
        }
        for (number, card) in led { numbers[number] = card }
        stopping = Set(
            try session.all("SELECT subscription FROM carrier_intent WHERE ended_at IS NULL AND command = 'stop'") { $0.int(0) })
    }
}

extension BulkReading.Person {
    /// Of a person's document as it stood under its seal.
    init(_ facts: JSONValue) {
        self.init(
            name: facts["name"]?.stringValue, documentType: facts["documentType"]?.stringValue,
            documentNumber: facts["documentNumber"]?.stringValue, address: facts["address"]?.stringValue)
    }

    func isAsHandedIn(_ facts: PartyFacts) -> Bool {
        let handed = facts.address.flatMap { $0.isEmpty ? nil : $0 }
        return name == facts.name && documentType == facts.documentType && documentNumber == facts.documentNumber
            && (handed == nil || address == handed)
    }
}
