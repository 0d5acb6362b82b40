/// One row under the cursor; valid only inside the closure that receives it. Columns count from 0.
package protocol SQLRow {
    func isNull(_ column: Int) -> Bool
    func int(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func blob(_ column: Int) -> [UInt8]
}

extension SQLRow {
    package func intIfAny(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }
    package func textIfAny(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    package func blobIfAny(_ column: Int) -> [UInt8]? { isNull(column) ? nil : blob(column) }
    package func bool(_ column: Int) -> Bool { int(column) != 0 }
}

/// Takes the values of one row after the other, in the order of the columns named to `append`.
package protocol RowSink {
    func null()
    func int(_ value: Int64)
    func text(_ utf8: UnsafeBufferPointer<UInt8>)
    func blob(_ bytes: UnsafeBufferPointer<UInt8>)
    func endRow() throws
}

extension RowSink {
    package func text(_ value: String) {
        var value = value
        value.withUTF8 { text($0) }
    }
    package func blob(_ value: [UInt8]) {
        value.withUnsafeBufferPointer { blob($0) }
    }
    package func int(_ value: Int64?) {
        if let value { int(value) } else { null() }
    }
    package func text(_ value: String?) {
        if let value { text(value) } else { null() }
    }
    package func blob(_ value: [UInt8]?) {
        if let value { blob(value) } else { null() }
    }

    /// A whole row.
    package func row(_ values: [SQLValue]) throws {
        for value in values {
            switch value {
            case .null: null()
            case .int(let value): int(value)
            case .text(let value): text(value)
            case .blob(let value): blob(value)
            }
        }
        try endRow()
    }
}

/// What looks at very much, and how long that may take.
package enum LongAct: Hashable, Sendable {
    /// Counts over all cards, for somebody who waits for them.
    case count
    /// A check of the store, a step of the schema: hours.
    case everything
}

/// A transaction as seen from inside: synchronous, on one connection, gone when the closure ends.
package protocol Session: AnyObject {
    var dialect: any Dialect { get }

    /// This act looks at very much, such as every card: its statements from here on have a time limit of their own in place of the requests'.
    func allowLong(_ act: LongAct) throws

    /// Runs a statement of which nothing is to be known. An engine may send it together with a later one: it takes effect in its order,
    /// and what breaks it is thrown at the latest where the act ends.
    func run(_ sql: SQLText) throws

    /// Runs a statement; returns the number of rows it changed.
    func change(_ sql: SQLText) throws -> Int

    /// Calls `body` for each row; `body` answers whether to go on. An engine may hold all rows in memory: queries are bounded.
    func each(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws

    /// What will be asked next: `body` asks it of a session that answers nothing, so as far as one question does not depend on another's
    /// answer. An engine that is far away may fetch all answers at once; asked in earnest, as often as you like, it says the same.
    func foresee(_ body: (any Session) throws -> Void)

    /// The same as `each` for results as large as a table: rows are fetched a stretch at a time.
    func scan(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws

    /// Adds many rows to a table the fastest way the engine knows.
    func append(into table: StaticString, columns: StaticString, _ rows: (any RowSink) throws -> Void) throws

    /// The same where the names come from the schema's own definition; never from input.
    func append(named table: String, columns: String, _ rows: (any RowSink) throws -> Void) throws
}

extension Session {
    @inlinable @inline(__always) package func all<Value>(_ sql: SQLText, _ decode: (any SQLRow) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try each(sql) { row in
            values.append(try decode(row))
            return true
        }
        return values
    }

    @inlinable @inline(__always) package func first<Value>(_ sql: SQLText, _ decode: (any SQLRow) throws -> Value) throws -> Value? {
        var value: Value?
        try each(sql) { row in
            value = try decode(row)
            return false
        }
        return value
    }

    @inlinable package func exists(_ sql: SQLText) throws -> Bool {
        try first(sql) { _ in true } ?? false
    }

    @inlinable package func count(_ sql: SQLText) throws -> Int {
        Int(try first(sql) { $0.int(0) } ?? 0)
    }
}
