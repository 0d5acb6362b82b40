import Foundation
import Registry
import TestKit
import Testing
import UseCases

/// What somebody finds who has the whole database in his hands, whichever engine keeps it.
@Suite("Persons stand nowhere in clear")
struct NowhereInClearTests {
    /// Every row of every table; bytes as hexadecimal digits.
    private static func dump(_ world: World) throws -> Data {
        let shell = EngineShell(world)
        var statements = "\n.dump\n"
        if EngineShell.isPostgres {
            let tables = try shell.run("SELECT tablename FROM pg_tables WHERE schemaname = '\(world.made.schema)'").text
            statements = tables.split(separator: "\n").map { "SELECT * FROM \($0);" }.joined()
        }
        let said = try shell.run(statements)
        #expect(said.isDone)
        return Data(said.text.utf8)
    }

    /// As text, and as what its bytes are printed as.
    private static func forms(_ text: String) -> [String] {
        let hex = text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return [text, hex, hex.uppercased()]
    }

    @Test func `in no table, of a draft as little as of a card in effect`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var (effective, drafted) = (PersonalJob.person(1), PersonalJob.person(2))
            effective.address = "云汀省砚溪市竹影县拟真大道七号"
            effective.contact = "13900139007"
            drafted.address = "云汀省砚溪市竹影县拟真大道八号"
            drafted.contact = "13900139008"
            _ = try await personal.effective(0, effective)
            try await personal.fill(try await personal.open(1).principal, drafted)
            let dump = try Self.dump(world)
            // What is no secret is found; else the search would prove nothing.
            #expect(dump.range(of: Data("watch-1g".utf8)) != nil)
            for facts in [effective, drafted] {
                for (field, text) in [
                    ("name", facts.name), ("number", facts.documentNumber), ("address", facts.address), ("contact", facts.contact),
                ] {
                    for form in Self.forms(try #require(text)) { #expect(dump.range(of: Data(form.utf8)) == nil, "\(field)") }
                }
            }
        }
    }
}
