import Registry
import SQLCore

package struct AccountRecord: Hashable, Sendable {
    package let id: AccountID
    package let kind: AccountKind
    package let organisation: OrganisationID
    /// A name one signs in with, or, until it is chosen at enrolment, a placeholder that nobody can type (it begins with `~`).
    package let login: String
    package var roles: Set<StaffRole>
    package var status: AccountStatus
    /// The salted scrypt hash with its parameters.
    package let password: String?
    package let secondFactor: SealedFactor?
    /// The time step of the last code taken; a code is never taken twice.
    package let secondFactorCounter: Int64
    /// Made, but not proved with a code yet.
    package let pendingFactor: SealedFactor?
    package let failures: Int
    package let lockedUntil: Instant
    package let createdAt: Instant
    package let updatedAt: Instant
    package let version: Int64

    package var permissions: Set<Permission> { roles.reduce(into: []) { $0.formUnion($1.permissions) } }
    package var needsSecondFactor: Bool { kind == .person && roles.contains(where: \.needsSecondFactor) }
    package var hasChosenLogin: Bool { !login.hasPrefix("~") }
}

/// A TOTP secret, sealed under a data key of its own.
package struct SealedFactor: Hashable, Sendable {
    package let sealed: [UInt8]
    package let key: [UInt8]

    package init(sealed: [UInt8], key: [UInt8]) {
        self.sealed = sealed
        self.key = key
    }
}

/// Accounts of staff and of machine clients.
package enum AccountRecords {
    private static let columns: SQLText = """
        a.id, a.kind, a.organisation, a.login, a.roles, a.status, a.password, a.second_factor, a.second_factor_key,
        a.second_factor_counter, a.pending_factor, a.pending_factor_key, a.failures, a.locked_until, a.created_at, a.updated_at, a.version
        """

    package static func insert(
        _ id: AccountID, kind: AccountKind, organisation: OrganisationID, login: LoginName?, roles: Set<StaffRole>, status: AccountStatus,
        at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO account (id, kind, organisation, login, roles, status, second_factor_counter, failures, locked_until,
            created_at, updated_at, version)
            VALUES (\(id), \(kind.rawValue), \(organisation), \(login?.text ?? "~\(id)"), \(text(of: roles)), \(status.rawValue),
            0, 0, 0, \(now), \(now), 1)
            """)
    }

    /// Without scope: for an account that proves itself, never to answer a question about others.
    package static func find(_ id: AccountID, in session: any Session) throws -> AccountRecord? {
        try session.first("SELECT \(columns) FROM account a WHERE a.id = \(id)", decode)
    }

    /// Without scope, as above.
    package static func find(login: LoginName, in session: any Session) throws -> AccountRecord? {
        try session.first("SELECT \(columns) FROM account a WHERE a.login = \(login.text)", decode)
    }

    package static func find(_ id: AccountID, within scope: Scope, in session: any Session) throws -> AccountRecord? {
        try session.first(
            """
            SELECT \(columns) FROM account a JOIN organisation o ON o.id = a.organisation
            WHERE a.id = \(id) AND \(scope.contains(path: "o.path"))
            """, decode)
    }

    package static func find(login: LoginName, within scope: Scope, in session: any Session) throws -> AccountRecord? {
        try session.first(
            """
            SELECT \(columns) FROM account a JOIN organisation o ON o.id = a.organisation
            WHERE a.login = \(login.text) AND \(scope.contains(path: "o.path"))
            """, decode)
    }

    /// In the order of their making; `after` is the last one of the page before.
    package static func list(
        within scope: Scope, organisation: OrganisationID?, kind: AccountKind?, status: AccountStatus?, after: AccountID?, limit: Int,
        in session: any Session
    ) throws -> [AccountRecord] {
        var conditions = [scope.contains(path: "o.path")]
        if let organisation { conditions.append("a.organisation = \(organisation)") }
        if let kind { conditions.append("a.kind = \(kind.rawValue)") }
        if let status { conditions.append("a.status = \(status.rawValue)") }
        if let after { conditions.append("a.id > \(after)") }
        return try session.all(
            """
            SELECT \(columns) FROM account a JOIN organisation o ON o.id = a.organisation
            WHERE \(SQLText.all(conditions)) ORDER BY a.id LIMIT \(limit)
            """, decode)
    }

    /// Whether any person has ever enrolled; until then every start offers the first administrator's token.
    package static func anybodyEnrolled(in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM account WHERE kind = 'person' AND status <> 'invited' LIMIT 1")
    }

    /// The account made at the first start, while nobody has enrolled.
    package static func firstInvited(of organisation: OrganisationID, in session: any Session) throws -> AccountID? {
        try session.first(
            "SELECT id FROM account WHERE organisation = \(organisation) AND kind = 'person' AND status = 'invited' ORDER BY id LIMIT 1"
        ) { try $0.identifier(0) }
    }

    /// Whether anybody may sit there, enrolled or not.
    package static func isStaffed(_ organisation: OrganisationID, in session: any Session) throws -> Bool {
        try session.exists(
            "SELECT 1 FROM account WHERE organisation = \(organisation) AND status <> \(AccountStatus.dismissed.rawValue) LIMIT 1")
    }

    /// Whether an active person that can sign in, other than the given account, has one of the roles: in the organisation, or anywhere.
    package static func hasOtherPerson(
        than id: AccountID, withAnyOf roles: [StaffRole], of organisation: OrganisationID? = nil, in session: any Session
    ) throws -> Bool {
        let held: [SQLText] = roles.map { role in
            let pattern = "%,\(role.rawValue),%"
            return "',' || roles || ',' LIKE \(pattern)"
        }
        var conditions: [SQLText] = ["kind = 'person' AND status = 'active' AND id <> \(id)", SQLText.any(held)]
        if let organisation { conditions.append("organisation = \(organisation)") }
        return try session.exists("SELECT 1 FROM account WHERE \(SQLText.all(conditions)) LIMIT 1")
    }

    static func text(of roles: Set<StaffRole>) -> String {
        roles.map(\.rawValue).sorted().joined(separator: ",")
    }

    private static func roles(_ text: String) throws -> Set<StaffRole> {
        try Set(
            text.split(separator: ",").map { name in
                guard let role = StaffRole(rawValue: String(name)) else { throw UnreadableRow("account", "roles") }
                return role
            })
    }

    private static func factor(_ row: any SQLRow, _ column: Int) -> SealedFactor? {
        row.blobIfAny(column).map { SealedFactor(sealed: $0, key: row.blob(column + 1)) }
    }

    private static func decode(_ row: any SQLRow) throws -> AccountRecord {
        AccountRecord(
            id: try row.identifier(0), kind: try row.raw(1), organisation: try row.identifier(2), login: row.text(3),
            roles: try roles(row.text(4)), status: try row.raw(5), password: row.textIfAny(6), secondFactor: factor(row, 7),
            secondFactorCounter: row.int(9), pendingFactor: factor(row, 10), failures: Int(row.int(12)), lockedUntil: row.instant(13),
            createdAt: row.instant(14), updatedAt: row.instant(15), version: row.int(16))
    }
}
