import CPostgres
import SQLCore

/// A transaction on one connection. It begins with its first statement, in the same round trip.
final class PostgresSession: Session {
    let dialect: any Dialect
    let connection: PostgresConnection
    private let columns: TableColumns
    private var prologue: [String]
    private var cursors = 0
    private var bulks: [CopySink] = []
    /// What first went wrong: the server refuses everything after it.
    private(set) var fault: PostgresFault?
    private static let fetchedRows = 2_000

    init(_ connection: PostgresConnection, beginning prologue: [String], dialect: any Dialect, columns: TableColumns) {
        self.connection = connection
        self.prologue = prologue
        self.dialect = dialect
        self.columns = columns
    }

    /// Whether the server knows of this transaction.
    var hasBegun: Bool { prologue.isEmpty }

    /// Turns what the connection says into what callers know, and remembers it.
    func noting<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let fault as PostgresFault {
            self.fault = self.fault ?? fault
            throw fault.failure
        }
    }

    func execute(_ text: String, _ parameters: PostgresParameters, isKept: Bool = true) throws -> PostgresResult {
        for bulk in bulks { try bulk.settle() }
        return try executeUnsettled(text, parameters, isKept: isKept)
    }

    func executeUnsettled(_ text: String, _ parameters: PostgresParameters, isKept: Bool = true) throws -> PostgresResult {
        try noting {
            let opening = prologue
            prologue = []
            return try connection.execute(text, parameters, after: opening, isKept: isKept)
        }
    }

    /// What must not share a round trip with anything begins here.
    func begin() throws {
        if !hasBegun { _ = try executeUnsettled("SELECT 1", PostgresParameters()) }
    }

    func run(_ sql: SQLText) throws -> Int {
        try execute(sql.text, PostgresParameters(sql.binds)).changed
    }

    func each(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws {
        let result = try execute(sql.text, PostgresParameters(sql.binds))
        _ = try visit(result, body)
    }

    func scan(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws {
        if cursors == 0 { _ = try execute("SET LOCAL enable_seqscan = on", PostgresParameters(), isKept: false) }
        cursors += 1
        let name = "scan_\(cursors)"
        defer { cursors -= 1 }
        _ = try execute("DECLARE \(name) NO SCROLL CURSOR FOR " + sql.text, PostgresParameters(sql.binds), isKept: false)
        defer { if fault == nil { _ = try? execute("CLOSE \(name)", PostgresParameters(), isKept: false) } }
        while true {
            let result = try execute("FETCH \(Self.fetchedRows) FROM \(name)", PostgresParameters(), isKept: false)
            let goesOn = try visit(result, body)
            if !goesOn || result.rows < Self.fetchedRows { break }
        }
    }

    private func visit(_ result: PostgresResult, _ body: (any SQLRow) throws -> Bool) throws -> Bool {
        var row = PostgresRow(result: result)
        for index in 0..<result.rows {
            row.row = Int32(index)
            if try !body(row) { return false }
        }
        return true
    }

    func append(into table: StaticString, columns: StaticString, _ rows: (any RowSink) throws -> Void) throws {
        try append(named: table.description, columns: columns.description, rows)
    }

    func append(named table: String, columns names: String, _ rows: (any RowSink) throws -> Void) throws {
        let target = try columns.target(table, names) { sql, values in
            try self.execute(sql, PostgresParameters(values))
        }
        let bulk = CopySink(target, in: self)
        bulks.append(bulk)
        defer { bulks.removeLast() }
        do {
            try rows(bulk)
            try bulk.finish()
        } catch {
            bulk.abandon()
            throw error
        }
    }
}
