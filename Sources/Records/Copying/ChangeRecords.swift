import SQLCore

/// Notes of what changes in a store while it is moved: the database itself writes, in the transaction that adds, changes or removes a row,
/// the row's key beside the table. They are there from `begin` to `end`, and no move leaves them behind.
package enum ChangeRecords {
    private static let owner = "copy-notes"

    /// Begins to note for this move; notes that another left are thrown away. Within a transaction that is alone, so that every act is
    /// noted whole or was done before.
    package static func begin(for move: String, at now: Int64, in session: any Session) throws {
        try end(in: session)
        for table in CopiedTable.all { try run(notes(of: table, session).begin, in: session) }
        try StoreMarks.set(owner, to: move, at: now, in: session)
    }

    /// Throws `CopyRefusal.overtaken` unless the notes are this move's: what another took out, it would not see.
    package static func demand(_ move: String, in session: any Session) throws {
        guard try StoreMarks.find(owner, in: session) == move else { throw CopyRefusal.overtaken }
    }

    package static func end(in session: any Session) throws {
        try StoreMarks.clear(owner, in: session)
        for table in CopiedTable.all { try run(notes(of: table, session).end, in: session) }
    }

    private static func notes(of table: CopiedTable, _ session: any Session) -> (begin: [String], end: [String]) {
        let dialect = session.dialect
        return dialect.changeNotes(
            of: table.name, in: place(table), key: table.keyColumns.map { ($0.name, dialect.fill($0.type.rawValue)) })
    }

    private static func run(_ statements: [String], in session: any Session) throws {
        for statement in statements { try session.run(SQLText(stringLiteral: statement)) }
    }

    private static func place(_ table: CopiedTable) -> String { "moving_" + table.name }

    /// Takes out notes, at most so many, and reads the rows they name as they are in the same snapshot.
    package static func take(of table: CopiedTable, limit: Int, in session: any Session) throws -> Changes {
        let names = table.keyColumns.map(\.name).joined(separator: ", ")
        let place = place(table)
        var keys: Set<CopiedTable.Key> = []
        var notes = 0
        try session.each(
            SQLText(stringLiteral: "DELETE FROM \(place) WHERE note IN (SELECT note FROM \(place) ORDER BY note LIMIT ")
                + "\(limit)" + SQLText(stringLiteral: ") RETURNING \(names)")
        ) { row in
            notes += 1
            keys.insert(table.key(read: row))
            return true
        }
        let sorted = Array(keys)
        return Changes(table: table, keys: sorted, rows: try table.rows(of: sorted, in: session), notes: notes)
    }
}

/// Rows of a table that changed: their keys, and what is there now.
package struct Changes: Sendable {
    package let table: CopiedTable
    package let keys: [CopiedTable.Key]
    package let rows: [[SQLValue]]
    /// How often they changed.
    package let notes: Int
}
