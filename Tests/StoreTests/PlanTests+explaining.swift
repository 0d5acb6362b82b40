import SQLCore
import TestKit
import UseCases

/// How a test comes by the plan of a statement.
extension PlanTests {
    /// As many words as the reading child gives.
    static let seenPicture: PictureReading = {
        let words = (1...248).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
        return PictureReading(
            mark: 7, detail: Array(words[..<16]), excerpts: Array(words[16..<32]), excerptsSought: Array(words[32...]))
    }()

    /// PostgreSQL counts rows now and then, and plans for as few as a test has. Uncounted it plans for a size of its own.
    func forgetCounts(in store: any Store) async throws {
        guard TestEngine.current == .postgres else { return }
        try await store.write { session in
            try session.run(
                """
                DO $forget$
                DECLARE one text;
                BEGIN
                    FOR one IN SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
                    LOOP EXECUTE format('ALTER TABLE %I SET (autovacuum_enabled = false)', one); END LOOP;
                    UPDATE pg_class SET reltuples = -1, relpages = 0
                    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'i', 'I');
                    DELETE FROM pg_statistic
                    WHERE starelid IN (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace);
                END $forget$
                """)
        }
    }

    func plan(of statement: SQLText, on store: any Store) async throws -> [String] {
        guard TestEngine.current == .postgres else {
            return try await store.write { session in try session.all("EXPLAIN QUERY PLAN " + statement) { $0.text(3) } }
        }
        return try await store.write { session in
            // With so few rows the planner would rather walk; forbidden, it walks only where it must.
            for node in ["seqscan", "hashjoin", "mergejoin"] { try session.run(SQLText(stringLiteral: "SET LOCAL enable_\(node) = off")) }
            // As it is run: with a plan that is kept and knows no values.
            let nothing = statement.binds.isEmpty ? "" : "(" + statement.binds.map { _ in "NULL" }.joined(separator: ", ") + ")"
            try session.run(SQLText(stringLiteral: "PREPARE planned" + types(of: statement) + " AS " + numbered(statement.text)))
            let plan = try session.all(SQLText(stringLiteral: "EXPLAIN EXECUTE planned" + nothing)) { $0.text(0) }
            try session.run("DEALLOCATE planned")
            return plan
        }
    }

    private func types(of statement: SQLText) -> String {
        let types = statement.binds.map { bind in
            switch bind {
            case .int: "bigint"
            case .text: "text"
            case .blob: "bytea"
            case .null: "unknown"
            }
        }
        return types.isEmpty ? "" : "(" + types.joined(separator: ", ") + ")"
    }

    private func numbered(_ text: String) -> String {
        let pieces = text.split(separator: "?", omittingEmptySubsequences: false)
        return pieces.dropFirst().enumerated().reduce(String(pieces[0])) { "\($0)$\($1.offset + 1)\($1.element)" }
    }
}
