import CPostgres
import SQLCore
import Synchronization

/// An `INSERT` of one row of bound values, taken apart, so that the rows of several become one statement.
struct InsertForm: Sendable {
    let table: String
    /// `INSERT INTO … VALUES (?, …)`
    let head: String
    /// `, (?, …)`
    let next: String
    /// ` ON CONFLICT …`, or nothing.
    let tail: String
    /// Places of the values by which a row is known: one statement never changes a row twice.
    let keys: [Int]
    static let rowsMax = 8

    init?(_ text: String) {
        guard let values = text.firstRange(of: /\sVALUES\s*\((?:\?,\s*)*\?\)/) else { return nil }
        let tail = text[values.upperBound...].drop { $0.isWhitespace }
        guard
            tail.isEmpty || tail.hasPrefix("ON CONFLICT") && !tail.contains("?") && !tail.contains("RETURNING") && !tail.contains("SELECT"),
            let into = text[..<values.lowerBound].wholeMatch(of: /\s*INSERT INTO (\w+)\s*\(([\w, \n]+)\)\s*/)
        else { return nil }
        let columns = Self.names(into.2)
        let places = text[values].count { $0 == "?" }
        guard columns.count == places else { return nil }
        var keys: [Int] = []
        if tail.contains("DO UPDATE") {
            guard let conflict = tail.prefixMatch(of: /ON CONFLICT \(([\w, ]+)\)/) else { return nil }
            keys = Self.names(conflict.1).compactMap { columns.firstIndex(of: $0) }
            guard keys.count == Self.names(conflict.1).count else { return nil }
        }
        self.keys = keys
        table = String(into.1)
        head = String(text[..<values.upperBound])
        next = ", (" + Array(repeating: "?", count: places).joined(separator: ", ") + ")"
        self.tail = tail.isEmpty ? "" : " " + tail
    }

    private static func names(_ list: Substring) -> [Substring] {
        list.split { $0 == "," || $0.isWhitespace }
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

    /// nil where it is another statement than an `INSERT` of one row whose order may change.
    func form(_ text: String, _ ask: (String, [SQLValue]) throws -> PostgresResult) throws -> InsertForm? {
        let found = known.withLock { known in
            if let form = known.forms[text] { return form }
            let form = InsertForm(text)
            if known.forms.count >= Self.formsMax { known.forms.removeAll() }
            known.forms[text] = .some(form)
            return form
        }
        guard let found, try !namesOthers(found.table, ask) else { return nil }
        return found
    }

    private func namesOthers(_ table: String, _ ask: (String, [SQLValue]) throws -> PostgresResult) throws -> Bool {
        if let names = known.withLock({ $0.namesOthers[table] }) { return names }
        let result = try ask("SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass(?) AND contype = 'f' LIMIT 1", [.text(table)])
        known.withLock { $0.namesOthers[table] = result.rows > 0 }
        return result.rows > 0
    }
}
