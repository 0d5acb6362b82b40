import CPostgres
import SQLCore

/// A transaction on one connection. It begins with its first statement, in the same round trip. A statement whose answer nobody needs waits
/// for the next that has one, or for the commit, and goes with it.
final class PostgresSession: Session {
    let dialect: any Dialect
    let connection: PostgresConnection
    private let columns: TableColumns
    private var prologue: [PostgresStatement]
    private var waiting: [PostgresStatement] = []
    private var waitingBytes = 0
    private var foreseen = ForeseenAnswers()
    private var cursors = 0
    private var bulks: [CopySink] = []
    /// What first went wrong: the server refuses everything after it.
    private(set) var fault: PostgresFault?
    private static let fetchedRows = 2_000
    private static let waitingMax = 128
    private static let waitingBytesMax = 256 << 10

    init(_ connection: PostgresConnection, beginning prologue: [PostgresStatement], dialect: any Dialect, columns: TableColumns) {
        self.connection = connection
        self.prologue = prologue
        self.dialect = dialect
        self.columns = columns
    }

    /// Whether the server knows of this transaction.
    var hasBegun: Bool { prologue.isEmpty }
    /// Whether nobody asked for anything.
    var isIdle: Bool { !hasBegun && waiting.isEmpty }

    /// Turns what the connection says into what callers know, and remembers it.
    func noting<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let fault as PostgresFault {
            self.fault = self.fault ?? fault
            throw fault.failure
        }
    }

    func execute(_ statement: PostgresStatement) throws -> PostgresResult {
        for bulk in bulks { try bulk.settle() }
        return try answer(statement)
    }

    /// Takes effect in its order, with what is sent next.
    func enqueue(_ statement: PostgresStatement) throws {
        if !foreseen.isEmpty { foreseen.forget(statement.changedTable) }
        try wait(statement)
    }

    private func wait(_ statement: PostgresStatement) throws {
        let form = statement.isQuestion ? nil : columns.forms.form(statement.ownText)
        if try form.map({ try join(statement, $0) }) != true {
            waiting.append(
                PostgresStatement(
                    statement.ownText, statement.parameters, form: form, isKept: statement.isKept, isQuestion: statement.isQuestion))
        }
        waitingBytes += statement.parameters.size
        if waiting.count >= Self.waitingMax || waitingBytes >= Self.waitingBytesMax { try sendWaiting() }
    }

    /// Its row goes with one of the same form that waits, if nothing between the two has to do with the table.
    private func join(_ statement: PostgresStatement, _ form: InsertForm) throws -> Bool {
        guard try !columns.forms.namesOthers(form.table, { try ask($0, $1) }) else { return false }
        for place in waiting.indices.reversed() {
            if waiting[place].ownText == statement.ownText { return waiting[place].join(statement) }
            if waiting[place].form.map({ $0.table == form.table }) ?? waiting[place].ownText.names(form.table) { return false }
        }
        return false
    }

    func sendWaiting() throws {
        if !waiting.isEmpty { _ = try send(nil) }
    }

    /// What must not share a round trip with anything comes after this.
    func clear() throws {
        if !hasBegun || !waiting.isEmpty { _ = try send(nil) }
    }

    /// Ends it, all that waits before.
    func commit() throws -> PostgresResult {
        try answer(PostgresStatement("COMMIT", isQuestion: true))
    }

    /// Of the catalogue.
    private func ask(_ sql: String, _ values: [SQLValue]) throws -> PostgresResult {
        try execute(PostgresStatement(sql, PostgresParameters(values), isQuestion: true))
    }

    private func answer(_ question: PostgresStatement) throws -> PostgresResult {
        guard let last = try send(question) else { throw SQLFailure(.misuse, "a statement was not answered") }
        return last
    }

    private func send(_ question: PostgresStatement?) throws -> PostgresResult? {
        try noting {
            let statements = prologue + waiting + (question.map { [$0] } ?? [])
            prologue = []
            waiting = []
            waitingBytes = 0
            let answers = try connection.execute(statements)
            foreseen.take(answers)
            return question == nil ? nil : answers.last
        }
    }

    /// On a replica nothing: what takes long there the primary does.
    func allowLong(_ act: LongAct) throws {
        guard let seconds = connection.seconds(for: act) else { return }
        let setting: String = "SET LOCAL statement_timeout = \(seconds * 1_000)"
        try enqueue(PostgresStatement(setting))
        connection.bear(seconds: seconds)
    }

    func run(_ sql: SQLText) throws {
        for bulk in bulks { try bulk.settle() }
        try enqueue(PostgresStatement(sql))
    }

    func change(_ sql: SQLText) throws -> Int {
        let statement = PostgresStatement(sql, isQuestion: true)
        if !foreseen.isEmpty { foreseen.forget(statement.changedTable) }
        return try execute(statement).changed
    }

    func foresee(_ body: (any Session) throws -> Void) {
        let foresight = Foresight(dialect: dialect)
        foresight.foresee(body)
        for question in foresight.questions where foreseen.expect(question) {
            // What breaks it now breaks whoever asks.
            try? wait(PostgresStatement(question, isQuestion: true))
        }
    }

    private func result(_ sql: SQLText) throws -> PostgresResult {
        if bulks.isEmpty {
            if foreseen.isExpected(sql) { try sendWaiting() }
            if let known = foreseen.answer(sql) { return known }
        }
        return try execute(PostgresStatement(sql, isQuestion: true))
    }

    func each(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws {
        _ = try visit(result(sql), body)
    }

    func scan(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws {
        if cursors == 0 { try enqueue(PostgresStatement("SET LOCAL enable_seqscan = on")) }
        cursors += 1
        let name = "scan_\(cursors)"
        defer { cursors -= 1 }
        for bulk in bulks { try bulk.settle() }
        try enqueue(
            PostgresStatement("DECLARE \(name) NO SCROLL CURSOR FOR " + sql.text, PostgresParameters(sql.binds), isKept: false))
        defer { if fault == nil { try? enqueue(PostgresStatement("CLOSE \(name)", isKept: false)) } }
        while true {
            let result = try execute(PostgresStatement("FETCH \(Self.fetchedRows) FROM \(name)", isKept: false, isQuestion: true))
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
        let target = try columns.target(table, names) { try ask($0, $1) }
        foreseen.forget(table)
        let bulk = CopySink(target, in: self)
        bulks.append(bulk)
        defer { bulks.removeLast() }
        do {
            try rows(bulk)
            try bulk.finish()
            // What was asked while rows were still being gathered.
            foreseen.forget(table)
        } catch {
            bulk.abandon()
            throw error
        }
    }
}
