import CSQLite
import SQLCore

/// A prepared statement of one connection.
final class SQLiteStatement: SQLRow, RowSink {
    let handle: OpaquePointer
    private let connection: OpaquePointer
    let mayWrite: Bool
    private let parameterCount: Int32
    private var nextParameter: Int32 = 1
    private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    /// Set while rows are being read, so that a nested use of the same text prepares its own.
    var isInUse = false

    init(_ text: String, on connection: OpaquePointer) throws {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let prepared else {
            throw SQLFailure.fromSQLite(sqlite3_extended_errcode(connection), String(cString: sqlite3_errmsg(connection)))
        }
        handle = prepared
        mayWrite = sqlite3_stmt_readonly(prepared) == 0
        parameterCount = sqlite3_bind_parameter_count(prepared)
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    func bind(_ values: [SQLValue]) throws {
        guard Int(parameterCount) == values.count else {
            throw SQLFailure(.misuse, "statement takes \(parameterCount) values, got \(values.count)")
        }
        nextParameter = 1
        for value in values {
            switch value {
            case .null: null()
            case .int(let value): int(value)
            case .text(let value): text(value)
            case .blob(let value): blob(value)
            }
        }
    }

    /// One step; true when a row is there.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let failure = SQLFailure.fromSQLite(
                sqlite3_extended_errcode(connection), String(cString: sqlite3_errmsg(connection)))
            throw failure
        }
    }

    func reset() {
        sqlite3_reset(handle)
        nextParameter = 1
    }

    // MARK: RowSink

    func null() {
        sqlite3_bind_null(handle, nextParameter)
        nextParameter += 1
    }

    func int(_ value: Int64) {
        sqlite3_bind_int64(handle, nextParameter, value)
        nextParameter += 1
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        let start = UnsafeRawPointer(utf8.baseAddress)?.assumingMemoryBound(to: CChar.self)
        // An empty text has no address, which SQLite would take for NULL.
        sqlite3_bind_text(handle, nextParameter, start ?? emptyText, Int32(utf8.count), transient)
        nextParameter += 1
    }

    func blob(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let start = bytes.baseAddress {
            sqlite3_bind_blob(handle, nextParameter, start, Int32(bytes.count), transient)
        } else {
            sqlite3_bind_zeroblob(handle, nextParameter, 0)
        }
        nextParameter += 1
    }

    func endRow() throws {
        defer { reset() }
        // A value too few would leave the one of the row before in its place.
        guard nextParameter == parameterCount + 1 else {
            throw SQLFailure(.misuse, "a row takes \(parameterCount) values, got \(nextParameter - 1)")
        }
        _ = try step()
    }

    // MARK: SQLRow

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }
    func int(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func blob(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }
}

private nonisolated(unsafe) let emptyText: UnsafePointer<CChar> = {
    let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    pointer.initialize(to: 0)
    return UnsafePointer(pointer)
}()
