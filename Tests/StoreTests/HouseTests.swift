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
