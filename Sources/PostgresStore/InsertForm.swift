import SQLCore
import Synchronization

/// An `INSERT` of one row of bound values, taken apart, so that the rows of several become one statement.
struct InsertForm: Sendable {
    let table: String
    /// `INSERT INTO … VALUES (?, …)`
    private let head: String
    /// `, (?, …)`
    private let next: String
    /// ` ON CONFLICT …`, or nothing.
    private let tail: String
    /// Places of the values by which a row is known: one statement never changes a row twice.
    let keys: [Int]
    /// So many texts of one form are prepared at most; more rows than this go by `COPY` where they come together.
    static let rowsMax = 8

    /// nil where it is another statement.
    init?(_ text: String) {
        guard let values = text.firstRange(of: /\sVALUES\s*\((?:\?,\s*)*\?\)/) else { return nil }
        let tail = text[values.upperBound...].drop { $0.isWhitespace }
        guard
            tail.isEmpty || tail.hasPrefix("ON CONFLICT") && !tail.contains("?") && !tail.contains("RETURNING") && !tail.contains("SELECT"),
            let into = text[..<values.lowerBound].wholeMatch(of: /\s*INSERT INTO (\w+)\s*\(([\w, \n]+)\)\s*/)
        else { return nil }
        let columns = Self.names(into.2)
        guard columns.count == text[values].count(where: { $0 == "?" }) else { return nil }
        var keys: [Int] = []
        if tail.contains("DO UPDATE") {
            guard let conflict = tail.prefixMatch(of: /ON CONFLICT \(([\w, ]+)\)/) else { return nil }
            keys = Self.names(conflict.1).compactMap { columns.firstIndex(of: $0) }
            guard keys.count == Self.names(conflict.1).count else { return nil }
        }
        self.keys = keys
        table = String(into.1)
        head = String(text[..<values.upperBound])
        next = ", " + Self.row(of: columns.count)
        self.tail = tail.isEmpty ? "" : " " + tail
    }

    /// The names of columns in a list of them.
    static func names(_ list: some StringProtocol) -> [String] {
        list.split { $0 == "," || $0.isWhitespace }.map { String($0) }
    }

    /// `(?, ?)`
    static func row(of count: Int) -> String {
        "(" + Array(repeating: "?", count: count).joined(separator: ", ") + ")"
    }

    func text(rows: Int) -> String {
        head + String(repeating: next, count: rows - 1) + tail
    }
}

/// The forms of statements that were run, and which tables name rows of others: those keep their order, as a row may name one that is
/// added between.
final class InsertForms: Sendable {
    private struct Known {
        var forms: [String: InsertForm?] = [:]
        var namesOthers: [String: Bool] = [:]
    }

    private let known = Mutex(Known())
    private static let formsMax = 2_000

    /// nil where it is another statement than an `INSERT` of one row.
    func form(_ text: String) -> InsertForm? {
        known.withLock { known in
            if let form = known.forms[text] { return form }
            let form = InsertForm(text)
            if known.forms.count >= Self.formsMax { known.forms.removeAll() }
            known.forms[text] = .some(form)
            return form
        }
    }

    /// Asked once of each table that is there.
    func namesOthers(_ table: String, _ ask: (String, [SQLValue]) throws -> PostgresResult) throws -> Bool {
        if let names = known.withLock({ $0.namesOthers[table] }) { return names }
        let result = try ask(
            """
            SELECT to_regclass(?) IS NOT NULL, EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass(?) AND contype = 'f')
            """, [.text(table), .text(table)])
        let row = PostgresRow(result: result)
        let (isThere, names) = (row.int(0) == 1, row.int(1) == 1)
        if isThere { known.withLock { $0.namesOthers[table] = names } }
        return names || !isThere
    }
}
