/// One forward step of the schema. Steps are never changed after release: a checksum in the database would notice.
package struct Migration: Sendable {
    package let number: Int64
    package let name: String
    /// Statements with the dialect's holes, separated by lines that hold only `;;`.
    package let template: String
    /// Tables that refuse change from this step on, with their unique keys.
    package let appendOnly: [AppendOnlyTable]
    /// Tables that grow with the cards, and the column by which an engine may spread them.
    package let spread: [String: String]

    package init(
        _ number: Int64, _ name: String, appendOnly: [AppendOnlyTable] = [], spread: [String: String] = [:], _ template: String
    ) {
        self.number = number
        self.name = name
        self.template = template
        self.appendOnly = appendOnly
        self.spread = spread
    }

    package func statements(in dialect: any Dialect) -> [String] {
        let own = dialect.fill(template).split(separator: "\n;;\n").flatMap { statement in
            guard let (table, column) = spread.first(where: { statement.hasPrefix("CREATE TABLE \($0.key) (") }),
                let spreading = dialect.partition(table: table, by: column)
            else { return [String(statement)] }
            return [statement + spreading.suffix] + spreading.statements
        }
        let guards = appendOnly.flatMap { dialect.appendOnlyGuard(table: $0.table, keys: $0.keys) }
        return own + guards
    }

    /// FNV-1a over the template: notices an edited step, is no protection against a forger.
    package var checksum: Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in template.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return Int64(bitPattern: hash)
    }
}

/// A table whose rows are never changed, deleted or replaced, and what is unique in it.
package struct AppendOnlyTable: Sendable {
    package let table: String
    package let keys: [[String]]

    package init(_ table: String, keys: [[String]]) {
        self.table = table
        self.keys = keys
    }
}

/// Why a database cannot be opened by this program.
package enum MigrationRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case newerThanProgram(found: Int64, known: Int64)
    case changedStep(number: Int64, name: String)
    /// Steps are missing, and whoever opens the database may not, or must not, make them.
    case behindProgram(missing: Int64)
    /// A step was left out before others that are applied: nobody made this database by going forward.
    case leftOutStep(number: Int64, name: String)
    /// A step cannot be applied; nothing of it was kept, the steps before it stay.
    case failedStep(number: Int64, name: String, SQLFailure)

    package var description: String {
        switch self {
        case .newerThanProgram(let found, let known):
            "the database is at schema \(found), this program knows \(known): use the newer program"
        case .changedStep(let number, let name):
            "schema step \(number) (\(name)) was applied with another text than this program holds"
        case .behindProgram(let missing):
            "schema step \(missing) is missing: start the server once, with the login that owns the tables"
        case .leftOutStep(let number, let name):
            "schema step \(number) (\(name)) is missing before later ones that are applied"
        case .failedStep(let number, let name, let failure):
            "schema step \(number) (\(name)) could not be applied, nothing of it was kept: \(failure)"
        }
    }
}

/// Brings a database to the newest schema, one transaction a step.
package struct MigrationRunner: Sendable {
    private let migrations: [Migration]

    package init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Applies what is missing; returns the numbers applied. Of several servers that start together one does it.
    /// Throws `MigrationRefusal`, and `SQLFailure` before the first step or where another try may help.
    package func run(on store: some Store, now: Int64) async throws -> [Int64] {
        try await store.write { session in
            try Self.lock(session)
            try session.run(
                SQLText(
                    stringLiteral: session.dialect.fill(
                        """
                        CREATE TABLE IF NOT EXISTS schema_step (
                            number {int} PRIMARY KEY NOT NULL, name {text} NOT NULL,
                            checksum {int} NOT NULL, applied_at {int} NOT NULL){table}
                        """)))
            try session.run(SQLText(stringLiteral: session.dialect.fill(StoreMarks.definition)))
        }
        let done = try judge(try await Self.applied(on: store))
        var fresh: [Int64] = []
        for migration in migrations where !done.contains(migration.number) {
            if try await apply(migration, to: store, now: now) { fresh.append(migration.number) }
        }
        return fresh
    }

    /// Demands that every step is applied, and changes nothing.
    package func check(_ store: some Store) async throws {
        let done = try judge(try await Self.applied(on: store))
        if let missing = migrations.map(\.number).first(where: { !done.contains($0) }) {
            throw MigrationRefusal.behindProgram(missing: missing)
        }
    }

    /// The steps that were applied, in their order. Throws `SQLFailure` when there is no schema at all.
    package static func applied(on store: any Store) async throws -> [(number: Int64, name: String, checksum: Int64)] {
        try await store.read { session in
            try session.all("SELECT number, name, checksum FROM schema_step ORDER BY number") {
                (number: $0.int(0), name: $0.text(1), checksum: $0.int(2))
            }
        }
    }

    private static func lock(_ session: any Session) throws {
        guard let lock = session.dialect.migrationLock else { return }
        _ = try session.exists(lock)
    }

    /// The numbers of the steps that are applied, if they are this program's.
    private func judge(_ applied: [(number: Int64, name: String, checksum: Int64)]) throws -> Set<Int64> {
        let known = migrations.map(\.number).max() ?? 0
        if let newest = applied.last, newest.number > known {
            throw MigrationRefusal.newerThanProgram(found: newest.number, known: known)
        }
        for step in applied {
            guard let migration = migrations.first(where: { $0.number == step.number }), migration.checksum == step.checksum else {
                throw MigrationRefusal.changedStep(number: step.number, name: step.name)
            }
        }
        let numbers = Set(applied.map(\.number))
        if let newest = applied.last, let gap = migrations.first(where: { $0.number < newest.number && !numbers.contains($0.number) }) {
            throw MigrationRefusal.leftOutStep(number: gap.number, name: gap.name)
        }
        return numbers
    }

    /// False when another server has done it meanwhile.
    private func apply(_ migration: Migration, to store: some Store, now: Int64) async throws -> Bool {
        do {
            return try await store.write { session in
                try Self.lock(session)
                guard try !session.exists("SELECT 1 FROM schema_step WHERE number = \(migration.number)") else { return false }
                // A table that grew for years has its new index made here.
                try session.allowLong(.everything)
                for statement in migration.statements(in: session.dialect) {
                    try session.run(SQLText(stringLiteral: statement))
                }
                try session.run(
                    """
                    INSERT INTO schema_step (number, name, checksum, applied_at)
                    VALUES (\(migration.number), \(migration.name), \(migration.checksum), \(now))
                    """)
                return true
            }
        } catch let failure as SQLFailure where !failure.isTemporary {
            throw MigrationRefusal.failedStep(number: migration.number, name: migration.name, failure)
        }
    }
}
