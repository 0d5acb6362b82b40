import Ledger
import Records
import Registry
import SQLCore
import Testing

@Suite("Leaves of registered rows")
struct RowLeafTests {
    @Test func `a leaf is the canonical JSON array of table and values`() throws {
        let values: [SQLValue] = [.blob([0xab, 0x01]), .text("司\"徒\n"), .null, .int(-7), .int(0)]
        let leaf = try RowLeaf.bytes(.custodyInterval, values)
        let expected: JSONValue = ["custody_interval", ["hex": "ab01"], "司\"徒\n", .null, .integer(-7), .integer(0)]
        let canonical = try expected.canonicalBytes()
        #expect(leaf == canonical)
    }

    @Test func `a text that looks like a blob is another leaf`() throws {
        let blob = try RowLeaf.bytes(.party, [.blob([0x01])])
        let text = try RowLeaf.bytes(.party, [.text(#"{"hex":"01"}"#)])
        #expect(blob != text)
    }

    @Test func `a number beyond what JSON readers agree on is refused`() {
        #expect(throws: JSONRefusal.self) { try RowLeaf.bytes(.party, [.int(.max)]) }
    }

    @Test(arguments: RegisteredTable.all.map(\.name.description)) func `a registered table is keyed by columns it has`(name: String) throws
    {
        let table = try #require(RegisteredTable.all.first { $0.name.description == name })
        #expect(!table.key.isEmpty)
        for position in table.key { #expect(table.columnNames.indices.contains(position)) }
    }

    @Test func `a scope bounds a query by the beginning of the path`() {
        let scope = Scope.subtree(organisation: OrganisationID(high: 1, low: 2), path: OrganisationPath("/1/7/"))
        let condition = scope.contains(path: "path")
        #expect(condition.text == "path >= ? AND path < ?")
        #expect(condition.binds == [.text("/1/7/"), .text("/1/70")])
        #expect("/1/7/3/" < "/1/70")
        #expect("/1/71/" > "/1/70")
    }
}
