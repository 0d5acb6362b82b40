import CSQLite
import CSQLiteFeed
import SQLCore

/// One handle with its prepared statements. Used by one thread at a time: the writer's own, or whoever holds it out of the readers' pool.
final class SQLiteConnection: Session {
    let handle: OpaquePointer
    let dialect: any Dialect
    private var statements: [String: SQLiteStatement] = [:]
    private static let statementsMax = 512
    private var appendTexts: [AppendTexts.Place: AppendTexts] = [:]
    /// Whether a statement that may write has run since this was last set to false.
    var hasWritten = false
    /// How many frames the write-ahead log had after this connection's last commit, once `watchLog` was called.
    var logFrames: Int { Int(log.pointee) }
    private let log = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    /// Whether the append-only guards rest, because one statement adds many rows.
    private var isUnguarded = false
    /// What is being appended to: one, or several where one bulk runs inside another.
    private var bulks: [BulkSink] = []
    /// The rows that `fed_row` gives out: a view of those of the bulk that is being flushed.
    private let feed = UnsafeMutablePointer<shiming_feed>.allocate(capacity: 1)

    /// Nobody asks SQLite how much memory it uses, and counting takes a lock at every allocation. Refused, with no harm, where something
    /// else in the process has used SQLite before.
    private static let countsNoMemory = shiming_count_no_memory() == SQLITE_OK

    init(path: String, readOnly: Bool, dialect: any Dialect) throws {
        _ = Self.countsNoMemory
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (readOnly ? 0 : SQLITE_OPEN_CREATE)
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard let opened else { throw SQLFailure(.inputOutput, "no memory for a database handle") }
        guard code == SQLITE_OK else {
            let message = String(cString: sqlite3_errmsg(opened))
            sqlite3_close_v2(opened)
            throw SQLFailure.fromSQLite(code, message)
        }
        handle = opened
        self.dialect = dialect
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 5_000)
        feed.initialize(to: shiming_feed())
        log.initialize(to: 0)
        let registered = shiming_feed_register(handle, feed)
        guard registered == SQLITE_OK else { throw SQLFailure.fromSQLite(registered, "the table of fed rows cannot be registered") }
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
        feed.deallocate()
        log.deallocate()
    }

    /// From now on `logFrames` is told, and SQLite moves nothing of the log into the database by itself.
    func watchLog() {
        sqlite3_wal_hook(
            handle,
            { context, _, _, frames in
                context?.assumingMemoryBound(to: Int32.self).pointee = frames
                return SQLITE_OK
            }, log)
    }

    /// Whether SQLite has ended the transaction by itself (full disk, I/O error).
    var isOutsideTransaction: Bool { sqlite3_get_autocommit(handle) != 0 }

    func execute(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            throw SQLFailure.fromSQLite(sqlite3_extended_errcode(handle), String(cString: sqlite3_errmsg(handle)))
        }
    }

    /// `BEGIN`, `COMMIT` and what lies between them: prepared once, unlike what `execute` takes.
    func control(_ sql: String) throws {
        let statement = try statement(for: sql)
        defer { statement.reset() }
        _ = try statement.step()
    }

    func run(_ sql: SQLText) throws {
        _ = try change(sql)
    }

    func change(_ sql: SQLText) throws -> Int {
        try withStatement(sql.text) { statement in
            try statement.bind(sql.binds)
            while try statement.step() {}
            return Int(sqlite3_changes64(handle))
        }
    }

    func each(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws {
        try withStatement(sql.text) { statement in
            try statement.bind(sql.binds)
            while try statement.step() {
                if try !body(statement) { break }
            }
        }
    }

    /// No statement has a limit.
    func allowLong(_ act: LongAct) {}

    /// It is near: a question costs no journey.
    func foresee(_ body: (any Session) throws -> Void) {}

    func scan(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws {
        try each(sql, body)
    }

    func append(into table: StaticString, columns: StaticString, _ rows: (any RowSink) throws -> Void) throws {
        try append(by: appendTexts(table, columns), rows)
    }

    func append(named table: String, columns: String, _ rows: (any RowSink) throws -> Void) throws {
        try append(by: AppendTexts(table, columns), rows)
    }

    private func append(by texts: AppendTexts, _ rows: (any RowSink) throws -> Void) throws {
        try withStatement(texts.single) { statement in
            let bulk = BulkSink(single: statement, many: texts.many, columns: texts.columns, on: self)
            bulks.append(bulk)
            // Should this fail, whatever writes next tries again and throws.
            defer {
                bulks.removeLast()
                try? setGuards(true)
            }
            try rows(bulk)
            try bulk.flush()
        }
    }

    /// Made once for each table: most bulks are a row or two.
    private func appendTexts(_ table: StaticString, _ columns: StaticString) -> AppendTexts {
        let place = AppendTexts.Place(table: table.utf8Start, columns: columns.utf8Start, length: columns.utf8CodeUnitCount)
        if let known = appendTexts[place] { return known }
        let fresh = AppendTexts(table.description, columns.description)
        appendTexts[place] = fresh
        return fresh
    }

    /// The guards are triggers. A plain `INSERT` replaces nothing, so they have nothing to refuse, yet they add half to its time or
    /// more: each is a program of its own, with a look-up, for every row. They rest for the length of a bulk and come back before any other statement writes.
    private func setGuards(_ isGuarded: Bool) throws {
        guard isUnguarded == isGuarded else { return }
        guard shiming_enable_triggers(handle, isGuarded ? 1 : 0) == SQLITE_OK else {
            throw SQLFailure(.misuse, "the append-only guards cannot be switched")
        }
        isUnguarded = !isGuarded
    }

    /// Whether changes are noted, by triggers that must not rest.
    private func notesChanges() throws -> Bool {
        let statement = try statement(for: "SELECT 1 FROM sqlite_master WHERE name GLOB '\(SQLiteDialect.notesPattern)' LIMIT 1")
        defer { statement.reset() }
        return try statement.step()
    }

    /// Adds the complete rows of a feed by one statement, unguarded.
    func add(_ rows: UnsafeMutablePointer<shiming_feed>, by text: String) throws {
        hasWritten = true
        if !isUnguarded, try !notesChanges() { try setGuards(false) }
        let statement = try statement(for: text)
        defer { statement.reset() }
        feed.initialize(to: rows.pointee)
        _ = try statement.step()
    }

    private func withStatement<Value>(_ text: String, _ body: (SQLiteStatement) throws -> Value) throws -> Value {
        for bulk in bulks { try bulk.flush() }
        let statement = try statement(for: text)
        if statement.mayWrite {
            hasWritten = true
            if isUnguarded { try setGuards(true) }
        }
        statement.isInUse = true
        defer {
            statement.reset()
            sqlite3_clear_bindings(statement.handle)
            statement.isInUse = false
        }
        return try body(statement)
    }

    private func statement(for text: String) throws -> SQLiteStatement {
        if let cached = statements[text], !cached.isInUse { return cached }
        let prepared = try SQLiteStatement(text, on: handle)
        if statements.count >= Self.statementsMax { statements = statements.filter(\.value.isInUse) }
        if statements[text] == nil { statements[text] = prepared }
        return prepared
    }
}
