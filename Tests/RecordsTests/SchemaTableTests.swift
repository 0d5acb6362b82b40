import Records
import SQLCore
import Testing

@Suite struct SchemaTableTests {
    @Test func `every table of the schema has columns and a primary key`() {
        #expect(Schema.tables.count >= 40)
        #expect(Set(Schema.tables.map(\.name)).count == Schema.tables.count)
        for table in Schema.tables {
            #expect(!table.columns.isEmpty, "\(table.name)")
            #expect(!table.key.isEmpty, "\(table.name)")
        }
    }

    @Test func `keys of one column and of several, in the key's order`() throws {
        func key(_ name: String) throws -> [String] {
            let table = try #require(Schema.tables.first { $0.name == name })
            return table.key.map { table.columns[$0].name }
        }
        #expect(try key("subscription") == ["id"])
        #expect(try key("holding") == ["subscription", "ordinal"])
        #expect(try key("identity_search") == ["purpose", "hash", "party"])
        #expect(try key("submission_role") == ["submission", "role", "ordinal"])
        #expect(try key("access_token") == ["hash"])
    }

    @Test func `what is append-only, and what names others`() throws {
        let byName = Dictionary(uniqueKeysWithValues: Schema.tables.map { ($0.name, $0) })
        #expect(byName["holding"]?.isAppendOnly == true)
        #expect(byName["custody_current"]?.isAppendOnly == false)
        #expect(byName["organisation"]?.namesItself == true)
        #expect(byName["account"]?.namesOthers == true)
        #expect(byName["holding"]?.namesOthers == false)
    }

    @Test func `what is keyed by the card is spread by it, but for the tables that stay whole for a reason`() throws {
        let spread = Schema.migrations.flatMap(\.spread)
        for (table, column) in spread {
            let found = try #require(Schema.tables.first { $0.name == table })
            #expect(found.columns[found.key[0]].name == column, "\(table)")
        }
        let keyed = Schema.tables.filter { $0.columns[$0.key[0]].name == "subscription" }.map(\.name)
        // docs/adr/0012-postgresql.md has the reasons.
        let whole: Set = ["claim_contact", "device_binding", "life_case", "life_notice", "sim_change"]
        #expect(Set(keyed).subtracting(spread.map(\.key)) == whole)
    }
}

@Suite struct RowDigestTests {
    private func digest(_ rows: [[SQLValue]]) -> RowDigest {
        var digest = RowDigest()
        for row in rows { digest.add(row) }
        return digest
    }

    private static let rows: [[SQLValue]] = [[.int(1), .text("a")], [.int(2), .null], [.int(3), .blob([1, 2])]]

    @Test func `order and division do not matter`() {
        var parts = digest([Self.rows[2]])
        parts.add(digest([Self.rows[1], Self.rows[0]]))
        #expect(parts == digest(Self.rows))
        #expect(parts.rows == 3)
    }

    @Test func `every difference does`() {
        let others: [[[SQLValue]]] = [
            [], [Self.rows[0]], Self.rows + [Self.rows[0]], [[.int(1), .text("b")], Self.rows[1], Self.rows[2]],
            [[.int(1), .text("")], [.int(2), .text("a")], Self.rows[2]], [Self.rows[0], [.int(2), .text("")], Self.rows[2]],
            [Self.rows[0], [.int(2), .int(0)], Self.rows[2]], [Self.rows[0], Self.rows[1], [.int(3), .text("\u{1}\u{2}")]],
            [Self.rows[0], Self.rows[1], [.int(3), .blob([1]), .blob([2])]],
        ]
        for other in others { #expect(digest(other) != digest(Self.rows)) }
    }
    @Test func `what is taken out leaves what was there before, whatever came between`() {
        var digest = digest(Self.rows)
        let extra: [SQLValue] = [.int(4), .text("d")]
        digest.add(extra)
        digest.remove(Self.rows[1])
        digest.remove(extra)
        #expect(digest == self.digest([Self.rows[2], Self.rows[0]]))
        digest.remove(Self.rows[0])
        digest.remove(Self.rows[2])
        #expect(digest == RowDigest())
        // What was never there leaves a debt that shows.
        digest.remove(extra)
        #expect(digest != RowDigest())
    }
}
