import Registry
import SQLCore
import Vault

/// An identity version as stored: who it is stands only inside `sealed`.
package struct StoredIdentity: Sendable {
    package let id: IdentityVersionID
    package let party: PartyID
    package let ordinal: Int64
    package let documentType: DocumentType
    package let validFrom: Int64?
    package let validUntil: Int64?
    package let sealed: [UInt8]
    package let dataKey: [UInt8]
    /// That key as it is wrapped here; nil when it was destroyed, and where custodians have it.
    package let wrapped: WrappedKey?
    package let recordedAt: Instant
}

package enum PartyRecords {
    /// With its key: who reads an identity opens it.
    private static let selection: SQLText = "SELECT \(columns) FROM identity_version v LEFT JOIN data_key k ON k.id = v.data_key"

    static let columns: SQLText = """
        v.id, v.party, v.ordinal, v.document_type, v.valid_from, v.valid_until, v.sealed, v.data_key, v.recorded_at, k.wrapped_under, k.wrapped
        """

    static func decode(_ row: any SQLRow) throws -> StoredIdentity {
        StoredIdentity(
            id: try row.identifier(0), party: try row.identifier(1), ordinal: row.int(2), documentType: try row.raw(3),
            validFrom: row.intIfAny(4), validUntil: row.intIfAny(5), sealed: row.blob(6), dataKey: row.blob(7),
            wrapped: row.blobIfAny(10).map { WrappedKey(wrappedUnder: row.text(9), bytes: $0) }, recordedAt: row.instant(8))
    }

    package static func identity(_ id: IdentityVersionID, in session: any Session) throws -> StoredIdentity? {
        try session.first("\(selection) WHERE v.id = \(id)", decode)
    }

    package static func latestIdentity(of party: PartyID, in session: any Session) throws -> StoredIdentity? {
        try session.first("\(selection) WHERE v.party = \(party) ORDER BY v.ordinal DESC LIMIT 1", decode)
    }

    /// The newest version that a decision gave a role.
    package static func latestRegisteredIdentity(of party: PartyID, in session: any Session) throws -> StoredIdentity? {
        try session.first(
            """
            \(selection) WHERE v.party = \(party)
            AND EXISTS (SELECT 1 FROM role_succession r WHERE r.identity = v.id) ORDER BY v.ordinal DESC LIMIT 1
            """, decode)
    }

    /// Parties found under a keyed hash, with the hash of the name each was last known by.
    package static func find(
        purpose: String, hash: [UInt8], in session: any Session
    ) throws -> [(party: PartyID, nameHash: [UInt8]?)] {
        try session.all(
            "SELECT party, name_hash FROM identity_search WHERE purpose = \(purpose) AND hash = \(hash) ORDER BY party"
        ) { (try $0.identifier(0), $0.blobIfAny(1)) }
    }

    /// Search rows are derived: they follow the newest version and can be rebuilt.
    package static func index(
        _ party: PartyID, purpose: String, hash: [UInt8], nameHash: [UInt8]?, isNew: Bool, in session: any Session
    ) throws {
        // A row written for nothing is one that other acts must wait for. A party that is new has none.
        let isKnown =
            try !isNew && find(purpose: purpose, hash: hash, in: session).contains { $0.party == party && $0.nameHash == nameHash }
        if isKnown { return }
        try session.run(
            """
            INSERT INTO identity_search (purpose, hash, party, name_hash) VALUES (\(purpose), \(hash), \(party), \(nameHash))
            ON CONFLICT (purpose, hash, party) DO UPDATE SET name_hash = excluded.name_hash
            """)
    }

    /// Whether a decision gave the party a role, in force or not.
    package static func isRegistered(_ party: PartyID, in session: any Session) throws -> Bool {
        try session.exists(
            "SELECT 1 FROM identity_version v JOIN role_succession r ON r.identity = v.id WHERE v.party = \(party) LIMIT 1")
    }

    /// How many other units have this person in a submitted role (R-AF-03: one document on unrelated units).
    package static func unitsWithPerson(_ party: PartyID, besides unit: PartyID, in session: any Session) throws -> Int {
        try session.count(
            """
            SELECT COUNT(DISTINCT s.unit) FROM submission_role r JOIN submission s ON s.id = r.submission
            WHERE r.party = \(party) AND s.unit <> \(unit)
            """)
    }
}

/// A unit's public facts: name and code (docs/data-model.md).
package struct UnitEntry: Hashable, Sendable {
    package let party: PartyID
    package let code: String
    package let name: String

    package init(party: PartyID, code: String, name: String) {
        self.party = party
        self.code = code
        self.name = name
    }
}

package enum UnitRecords {
    package static func find(code: String, in session: any Session) throws -> UnitEntry? {
        try session.first("SELECT party, code, name FROM unit_directory WHERE code = \(code)") {
            UnitEntry(party: try $0.identifier(0), code: $0.text(1), name: $0.text(2))
        }
    }

    package static func find(_ party: PartyID, in session: any Session) throws -> UnitEntry? {
        try session.first("SELECT party, code, name FROM unit_directory WHERE party = \(party)") {
            UnitEntry(party: try $0.identifier(0), code: $0.text(1), name: $0.text(2))
        }
    }

    /// The unit, where a registration in scope is in its name.
    package static func find(_ party: PartyID, _ scope: Scope, in session: any Session) throws -> UnitEntry? {
        try session.first(
            """
            SELECT u.party, u.code, u.name FROM unit_directory u WHERE u.party = \(party) AND EXISTS (
                SELECT 1 FROM registration_state s JOIN registration r ON r.id = s.registration
                WHERE s.unit = u.party AND \(RegistrationRecords.within(scope)))
            """
        ) {
            UnitEntry(party: try $0.identifier(0), code: $0.text(1), name: $0.text(2))
        }
    }

    /// `isNew`: the party was made in this transaction.
    package static func put(_ entry: UnitEntry, isNew: Bool, at now: Instant, in session: any Session) throws {
        if try !isNew && find(entry.party, in: session) == entry { return }
        try session.run(
            """
            INSERT INTO unit_directory (party, code, name, recorded_at)
            VALUES (\(entry.party), \(entry.code), \(entry.name), \(now))
            ON CONFLICT (party) DO UPDATE SET code = excluded.code, name = excluded.name, recorded_at = excluded.recorded_at
            """)
    }

    /// Units with a registration in scope by their codes, which are credit codes or other numbers of their documents.
    package static func coded(_ codes: [String], _ scope: Scope, in session: any Session) throws -> [String: PartyID] {
        var found: [String: PartyID] = [:]
        for named in SQLText.lists(codes) {
            try session.each(
                """
                SELECT u.code, u.party FROM unit_directory u WHERE u.code IN \(named) AND EXISTS (
                    SELECT 1 FROM registration_state s JOIN registration r ON r.id = s.registration
                    WHERE s.unit = u.party AND \(RegistrationRecords.within(scope)))
                """
            ) { row in
                found[row.text(0)] = try row.identifier(1)
                return true
            }
        }
        return found
    }

    /// Units with a registration in scope, by code or by the beginning of the name.
    package static func list(
        _ scope: Scope, code: String?, name: String?, after: PartyID?, limit: Int, in session: any Session
    ) throws -> [UnitEntry] {
        var conditions: [SQLText] = []
        let units: SQLText
        if case .everything = scope {
            // Unit by unit: a page costs no more with the registrations there are.
            units = "SELECT u.party, u.code, u.name FROM unit_directory u"
            conditions.append("EXISTS (SELECT 1 FROM registration_state s WHERE s.unit = u.party)")
        } else {
            units = """
                SELECT DISTINCT u.party, u.code, u.name FROM unit_directory u
                JOIN registration_state s ON s.unit = u.party JOIN registration r ON r.id = s.registration
                """
            conditions.append(RegistrationRecords.within(scope))
        }
        if let code { conditions.append("u.code = \(code)") }
        if let name { conditions.append("u.name >= \(name) AND u.name < \(name + "\u{10FFFF}")") }
        if let after { conditions.append("u.party > \(after)") }
        return try session.all(units + " WHERE \(SQLText.all(conditions)) ORDER BY u.party LIMIT \(limit)") {
            UnitEntry(party: try $0.identifier(0), code: $0.text(1), name: $0.text(2))
        }
    }
}
