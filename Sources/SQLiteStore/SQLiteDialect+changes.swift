import SQLCore

extension SQLiteDialect {
    /// What the names of tables with notes begin with, whatever is noted: a bulk must not switch triggers off then.
    static let notesPattern = "moving_*"

    /// A row replaced by `INSERT OR REPLACE` would not be noted as removed; nobody writes that (`Session.append` uses OR FAIL).
    package func changeNotes(
        of table: String, in notes: String, key: [(name: String, type: String)]
    ) -> (begin: [String], end: [String]) {
        let names = key.map(\.name).joined(separator: ", ")
        func note(_ row: String) -> String {
            "INSERT INTO \(notes) (\(names)) VALUES (\(key.map { "\(row).\($0.name)" }.joined(separator: ", ")));"
        }
        let events = [("INSERT", note("NEW")), ("UPDATE", note("OLD") + " " + note("NEW")), ("DELETE", note("OLD"))]
        let columns = key.map { "\($0.name) \($0.type)" }.joined(separator: ", ")
        let begin =
            ["CREATE TABLE \(notes) (note INTEGER PRIMARY KEY, \(columns)) STRICT"]
            + events.map { "CREATE TRIGGER \(notes)_\($0.0.lowercased()) AFTER \($0.0) ON \(table) BEGIN \($0.1) END" }
        let end = events.map { "DROP TRIGGER IF EXISTS \(notes)_\($0.0.lowercased())" } + ["DROP TABLE IF EXISTS \(notes)"]
        return (begin, end)
    }
}
