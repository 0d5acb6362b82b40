import Registry
import SQLCore

package struct OrganisationRecord: Hashable, Sendable {
    package let id: OrganisationID
    package let kind: OrganisationKind
    package let parent: OrganisationID?
    package let path: OrganisationPath
    package var name: String
    package var status: OrganisationStatus
    /// The registered unit whose seat an enterprise is, once it is linked.
    package let unit: PartyID?
    package let createdAt: Instant
    package let updatedAt: Instant
    package let version: Int64

    package init(
        id: OrganisationID, kind: OrganisationKind, parent: OrganisationID?, path: OrganisationPath, name: String,
        status: OrganisationStatus = .active, unit: PartyID? = nil, createdAt: Instant, updatedAt: Instant, version: Int64 = 1
    ) {
        self.id = id
        self.kind = kind
        self.parent = parent
        self.path = path
        self.name = name
        self.status = status
        self.unit = unit
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.version = version
    }
}

/// The tree of organisations.
package enum OrganisationRecords {
    private static let columns: SQLText = "id, kind, parent, path, name, status, unit, created_at, updated_at, version"

    package static func insert(_ organisation: OrganisationRecord, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO organisation (\(columns)) VALUES (\(organisation.id), \(organisation.kind.rawValue), \(organisation.parent.sqlValue),
            \(organisation.path), \(organisation.name), \(organisation.status.rawValue), \(organisation.unit.sqlValue),
            \(organisation.createdAt), \(organisation.updatedAt), \(organisation.version))
            """)
    }

    package static func find(_ id: OrganisationID, within scope: Scope, in session: any Session) throws -> OrganisationRecord? {
        try session.first("SELECT \(columns) FROM organisation WHERE id = \(id) AND \(scope.contains(path: "path"))", decode)
    }

    /// Without scope: for a place in the tree that was found within it.
    package static func find(_ path: OrganisationPath, in session: any Session) throws -> OrganisationRecord? {
        try session.first("SELECT \(columns) FROM organisation WHERE path = \(path)", decode)
    }

    /// The operating company, if the first start has been.
    package static func root(in session: any Session) throws -> OrganisationRecord? {
        try session.first("SELECT \(columns) FROM organisation WHERE path = \(OrganisationPath.root)", decode)
    }

    /// In the order of their making; `after` is the last one of the page before.
    package static func list(
        within scope: Scope, parent: OrganisationID?, kind: OrganisationKind?, status: OrganisationStatus?, after: OrganisationID?,
        limit: Int, in session: any Session
    ) throws -> [OrganisationRecord] {
        var conditions = [scope.contains(path: "path")]
        if let parent { conditions.append("parent = \(parent)") }
        if let kind { conditions.append("kind = \(kind.rawValue)") }
        if let status { conditions.append("status = \(status.rawValue)") }
        if let after { conditions.append("id > \(after)") }
        return try session.all(
            "SELECT \(columns) FROM organisation WHERE \(SQLText.all(conditions)) ORDER BY id LIMIT \(limit)", decode)
    }

    /// Writes name and status if the version is still the given one; answers whether it was.
    package static func update(_ changed: OrganisationRecord, at now: Instant, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE organisation SET name = \(changed.name), status = \(changed.status.rawValue), updated_at = \(now), version = version + 1
            WHERE id = \(changed.id) AND version = \(changed.version)
            """) == 1
    }

    /// Makes an enterprise the seat of a registered unit.
    package static func link(_ id: OrganisationID, unit: PartyID, at now: Instant, in session: any Session) throws {
        try session.run("UPDATE organisation SET unit = \(unit), updated_at = \(now), version = version + 1 WHERE id = \(id)")
    }

    /// Whether it and everything above it is active: only then may its accounts act.
    package static func isActive(_ path: OrganisationPath, in session: any Session) throws -> Bool {
        try !session.exists(
            "SELECT 1 FROM organisation WHERE path IN \(SQLText.list(path.withAncestors.map(\.text))) AND status <> 'active'")
    }

    package static func hasLiveChildren(_ id: OrganisationID, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM organisation WHERE parent = \(id) AND status <> 'ended'")
    }

    package static func holdsCards(_ id: OrganisationID, path: OrganisationPath, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM custody_current WHERE path = \(path) AND organisation = \(id) LIMIT 1")
    }

    private static func decode(_ row: any SQLRow) throws -> OrganisationRecord {
        OrganisationRecord(
            id: try row.identifier(0), kind: try row.raw(1), parent: try row.identifierIfAny(2), path: row.path(3), name: row.text(4),
            status: try row.raw(5), unit: try row.identifierIfAny(6), createdAt: row.instant(7), updatedAt: row.instant(8),
            version: row.int(9))
    }
}

extension OrganisationPath {
    /// `/1/`, `/1/7/`, `/1/7/9/` for `/1/7/9/`.
    package var withAncestors: [OrganisationPath] {
        var paths: [OrganisationPath] = []
        var path = "/"
        for number in text.split(separator: "/") {
            path += "\(number)/"
            paths.append(OrganisationPath(path))
        }
        return paths
    }
}
