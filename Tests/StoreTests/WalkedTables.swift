import SQLCore
import TestKit

/// Which tables a plan reads from end to end, be it row by row or along a whole index.
struct WalkedTables {
    /// All tables of the schema.
    let tables: Set<String>

    static func make(of store: any Store) async throws -> WalkedTables {
        let names: SQLText =
            TestEngine.current == .postgres
            ? "SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = current_schema()"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        return WalkedTables(tables: Set(try await store.read { try $0.all(names) { Self.whole($0.text(0)) } }))
    }

    /// A table, for one of its partitions.
    private static func whole(_ name: String) -> String {
        name.firstMatch(of: /^(\w+?)_p\d+$/).map { String($0.output.1) } ?? name
    }

    /// What cannot be told is named with a question mark, so that it is in no list of what may be walked.
    func walked(_ plan: [String], by statement: String) -> Set<String> {
        TestEngine.current == .postgres ? walkedOnPostgres(plan) : walkedOnSQLite(plan, by: statement)
    }

    // MARK: SQLite

    private func walkedOnSQLite(_ plan: [String], by statement: String) -> Set<String> {
        let aliases = aliases(in: statement)
        let derived = derived(in: statement).union(
            plan.compactMap { step in step.firstMatch(of: /^(?:MATERIALIZE|CO-ROUTINE) (\w+)/).map { String($0.output.1) } })
        var walked: Set<String> = []
        for step in plan where !step.contains("VIRTUAL TABLE") && !step.contains(" ROW") && !step.contains("-ROW") {
            guard let name = step.firstMatch(of: /^SCAN ([^ ]+)/).map({ String($0.output.1) }), !name.hasPrefix("(") else { continue }
            if tables.contains(name) {
                walked.insert(name)
            } else if let named = aliases[name] {
                walked.formUnion(named)
            } else if !derived.contains(name) {
                walked.insert("?\(name)")
            }
        }
        return walked
    }

    private static let words: Set<String> = [
        "AS", "ON", "SET", "WHERE", "JOIN", "LEFT", "INNER", "CROSS", "GROUP", "ORDER", "LIMIT", "UNION", "EXCEPT", "VALUES", "INDEXED",
        "USING",
        "FOR", "FROM", "AND", "OR", "IS", "IN", "NOT", "NATURAL", "SELECT", "RETURNING", "DESC", "ASC", "THEN", "ELSE", "END", "WHEN",
        "DEFAULT",
    ]

    /// The other names of tables, each with all tables it stands for somewhere in the statement.
    private func aliases(in statement: String) -> [String: Set<String>] {
        let tokens = statement.matches(of: /\w+|\S/).map { String($0.output) }
        var found: [String: Set<String>] = [:]
        for (place, token) in tokens.enumerated() where tables.contains(token) {
            var next = tokens.dropFirst(place + 1)
            if next.first == "AS" { next = next.dropFirst() }
            guard let alias = next.first, alias.firstMatch(of: /^\w+$/) != nil, !Self.words.contains(alias) else { continue }
            found[alias, default: []].insert(token)
        }
        return found
    }

    /// Names that the statement gives to what it computes.
    private func derived(in statement: String) -> Set<String> {
        let common = statement.matches(of: /(\w+)\s*(?:\([^()]*\))?\s+AS\s+(?:NOT\s+)?(?:MATERIALIZED\s+)?\(/).map { String($0.output.1) }
        let inner = statement.matches(of: /\)\s+(?:AS\s+)?(\w+)/).map { String($0.output.1) }
        return Set(common + inner).subtracting(Self.words)
    }

    // MARK: PostgreSQL

    private func walkedOnPostgres(_ plan: [String]) -> Set<String> {
        var walked: Set<String> = []
        var heap = "?"
        for (place, step) in plan.enumerated() {
            if let found = step.firstMatch(of: /Seq Scan on (\w+)/) {
                walked.insert(Self.whole(String(found.output.1)))
            } else if let found = step.firstMatch(of: /Bitmap Heap Scan on (\w+)/) {
                heap = Self.whole(String(found.output.1))
            } else if step.contains("Bitmap Index Scan") {
                if !isBounded(place, in: plan) { walked.insert(heap) }
            } else if let found = step.firstMatch(of: /Index (?:Only )?Scan (?:Backward )?using \w+ on (\w+)/) {
                if !isBounded(place, in: plan) { walked.insert(Self.whole(String(found.output.1))) }
            }
        }
        return walked
    }

    /// Whether the node of the plan at `place` seeks in its index: the lines about a node follow it, up to the next one.
    private func isBounded(_ place: Int, in plan: [String]) -> Bool {
        plan.dropFirst(place + 1).prefix { $0.firstMatch(of: /^\s*(->|InitPlan|SubPlan|CTE )/) == nil }.contains {
            $0.contains("Index Cond:")
        }
    }
}
