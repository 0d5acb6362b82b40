import Foundation
import Testing

/// Which engine it is, only the engines and the place where they are chosen know.
@Suite struct HouseTests {
    @Test func `nothing outside the engines asks which engine it is`() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources")
        let mayKnow = ["SQLiteStore", "PostgresStore", "CPostgres", "CSQLite", "CSQLiteFeed", "TestKit"]
        // A backup is a database of the embedded engine, whichever it is of.
        let choosing = ["shiming/Serve/StorePlace.swift", "shiming/Commands/Store/Backup.swift"]
        let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".swift") && !mayKnow.contains(String($0.split(separator: "/")[0])) && !choosing.contains($0) }
        #expect(files.count > 200)
        let telling =
            /dialect\.name|import PostgresStore|import SQLiteStore|import CSQLite|import CPostgres|sqlite_master|pg_catalog|pragma_|is PostgresDialect|is SQLiteDialect/
        for file in files {
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            #expect(text.firstMatch(of: telling) == nil, "\(file)")
        }
    }

    /// Where a dialect or a store decides what is done, instead of filling a hole of a statement: the lines, trimmed.
    private static func branches(in text: String) -> [String] {
        let asked = #/(?:^|[^A-Za-z_])(?:if|guard|while|switch|where)(?:[^A-Za-z_].*)?[^A-Za-z_]dialect(?![A-Za-z_])/#
        let chosen = #/(?:^|[^A-Za-z_])dialect(?![A-Za-z_])[A-Za-z_.]*(?:\([^)]*\))?\s*(?:\?\?|==|!=|&&|\|\||\?\s|is\s|as[?!]?\s)/#
        let compared = #/(?:==|!=)\s*[A-Za-z_.]*dialect(?![A-Za-z_])/#
        let named = #/(?:type\(of:|describing:|reflecting:)\s*[A-Za-z_.]*(?:dialect|store|engine|session)(?![A-Za-z_])/#
        let cast = #/(?:^|[^A-Za-z_])(?:is|as[?!]?)\s+(?:Postgres|SQLite)/#
        let telling = ["dialect", "type(of:", "describing:", "reflecting:", "Postgres", "SQLite"]
        guard telling.contains(where: { text.contains($0) }) else { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
        return lines.indices.filter { index in
            let line = lines[index]
            guard !line.hasPrefix("//"), telling.contains(where: { line.contains($0) }) else { return false }
            // A condition that began on a line before, or goes on with the next.
            if line.contains("dialect") {
                if index + 1 < lines.count, lines[index + 1].hasPrefix("else") { return true }
                if line.hasSuffix(","), ["let ", "var ", "case "].contains(where: { line.hasPrefix($0) }) { return true }
            }
            if line.firstMatch(of: asked) != nil { return true }
            if line.firstMatch(of: chosen) != nil { return true }
            if line.firstMatch(of: compared) != nil { return true }
            if line.firstMatch(of: named) != nil { return true }
            return line.firstMatch(of: cast) != nil
        }
        .map { lines[$0] }
    }

    /// Holes that say by themselves that something does not exist on an engine, each where it is filled (docs/adr/0001, 0012, 0022).
    private static let holesThatMayBeEmpty = [
        "SQLCore/Migration.swift: partition", "SQLCore/Migration.swift: migrationLock", "Records/Events/CardChangeRecords.swift: actOrder",
    ]

    @Test func `nothing outside the engines does one thing or another by the dialect`() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources")
        let mayKnow = ["SQLiteStore", "PostgresStore", "TestKit"]
        let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".swift") && !mayKnow.contains(String($0.split(separator: "/")[0])) }
        #expect(files.count > 200)
        var found: [String] = []
        for file in files {
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            for line in Self.branches(in: text) {
                let hole = line.firstMatch(of: #/dialect\.([A-Za-z]+)/#).map { String($0.output.1) } ?? line
                found.append("\(file): \(hole)")
            }
        }
        #expect(found.sorted() == Self.holesThatMayBeEmpty.sorted())
    }

    @Test(arguments: [
        "if session.dialect.rowLock.text.isEmpty { return 1 }", "guard session.dialect.migrationLock != nil else { return }",
        "let isShared = store.dialect.migrationLock != nil", "return dialect.actOrder == nil ? 1 : 2", "switch dialect {",
        "let order = session.dialect.actOrder ?? \"1\"", "} else if nil != session.dialect.actOrder {",
        "return session.dialect.partition(table: table, by: column) == nil", "let isOne = isOpen && nil == dialect.actOrder",
        "let isOne = dialect.skipLocked.text.isEmpty && isOpen", "for row in rows where session.dialect.rowLock == \"\" {",
        "if engine is PostgresStore {", "let file = store as? SQLiteStore", "let name = \"\\(type(of: store))\"",
        "let name = String(describing: session.dialect)", "let lock = session.dialect.migrationLock\nelse { return }",
        "guard let lock = lock,\nlet order = session.dialect.actOrder,\nisOpen else { return }",
    ])
    func `a branch on the dialect is found`(text: String) {
        #expect(Self.branches(in: text).count == 1, "\(text)")
    }

    @Test(arguments: [
        "/// What is done if the dialect is another.", "package var dialect: any Dialect { store.dialect }",
        "return dialect.fill(template)",
        "SELECT id FROM thing WHERE id = 1 \\(session.dialect.skipLocked)", "for statement in migration.statements(in: session.dialect) {",
        "key: columns.map { ($0.name, dialect.fill($0.type.rawValue)) })",
        "PostgresSession(connection, dialect: dialect, columns: columns)",
        "log.error(\"failed\", metadata: [\"cause\": \"\\(type(of: error))\"])",
    ])
    func `a hole that is filled is no branch`(text: String) {
        #expect(Self.branches(in: text).isEmpty, "\(text)")
    }

    /// The embedded engine tells no trigger of a row that is replaced, and no row is named by a table that is emptied: neither could be noted
    /// while a store is moved (docs/adr/0014).
    @Test func `nothing replaces rows or empties tables behind the triggers`() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") }
        #expect(files.count > 200)
        for file in files {
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            for line in text.split(separator: "\n") where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
                let breach = line.firstMatch(of: /(OR REPLACE INTO|\bREPLACE INTO|"TRUNCATE |UPDATE OR REPLACE)/)
                #expect(breach == nil, "\(file): \(line)")
            }
        }
    }
}
