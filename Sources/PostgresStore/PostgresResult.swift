import CPostgres
import SQLCore

/// What a statement gave; freed with its last use.
final class PostgresResult {
    let handle: OpaquePointer

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit { PQclear(handle) }

    var status: ExecStatusType { PQresultStatus(handle) }
    var rows: Int { Int(PQntuples(handle)) }
    var changed: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }
    /// `COMMIT`, `ROLLBACK`, `INSERT 0 1` …
    var tag: String { String(cString: PQcmdStatus(handle)) }

    /// The server's refusal, if this is one.
    var fault: PostgresFault? {
        guard status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE else { return nil }
        let state = field(PG_DIAG_SQLSTATE) ?? "08006"
        return PostgresFault(state: state, message: field(PG_DIAG_MESSAGE_PRIMARY) ?? "the connection broke", unique: uniqueKey)
    }

    private func field(_ code: Character) -> String? {
        PQresultErrorField(handle, Int32(code.asciiValue ?? 0)).map { String(cString: $0) }
    }

    /// `table.column, table.column`, as SQLite names it; the detail begins `Key (a, b)=(values`, of which the values are not for us.
    private var uniqueKey: String? {
        guard field(PG_DIAG_SQLSTATE) == PostgresState.uniqueViolation, let table = field(PG_DIAG_TABLE_NAME),
            let detail = field(PG_DIAG_MESSAGE_DETAIL), let start = detail.firstIndex(of: "("), let end = detail.firstIndex(of: ")")
        else { return nil }
        let whole = table.replacing(/_p[0-9]+$/, with: "")
        let columns = detail[detail.index(after: start)..<end].split(separator: ", ")
        return columns.map { "\(whole).\($0)" }.joined(separator: ", ")
    }
}

// The field codes of libpq's errors are character literals in C, which Swift does not import.
private let PG_DIAG_SQLSTATE: Character = "C"
private let PG_DIAG_MESSAGE_PRIMARY: Character = "M"
private let PG_DIAG_MESSAGE_DETAIL: Character = "D"
private let PG_DIAG_TABLE_NAME: Character = "t"

/// One row of a result in the binary format.
struct PostgresRow: SQLRow {
    let result: PostgresResult
    var row: Int32 = 0

    func isNull(_ column: Int) -> Bool { PQgetisnull(result.handle, row, Int32(column)) != 0 }

    private func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let count = Int(PQgetlength(result.handle, row, Int32(column)))
        guard count > 0, let start = PQgetvalue(result.handle, row, Int32(column)) else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: count)
    }

    func int(_ column: Int) -> Int64 {
        let bytes = bytes(column)
        if PQftype(result.handle, Int32(column)) == PostgresType.numeric { return Self.whole(numeric: bytes) }
        guard let first = bytes.first else { return 0 }
        var value: Int64 = first & 0x80 != 0 && bytes.count > 1 ? -1 : 0
        for byte in bytes { value = value << 8 | Int64(byte) }
        return value
    }

    func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }
    func blob(_ column: Int) -> [UInt8] { [UInt8](bytes(column)) }

    /// What sums of integers come as: digits to the base 10,000 after count, weight, sign and scale, two bytes each.
    private static func whole(numeric bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
        func word(_ index: Int) -> Int64 { Int64(bytes[index * 2]) << 8 | Int64(bytes[index * 2 + 1]) }
        guard bytes.count >= 8 else { return 0 }
        let digits = Int(word(0))
        let weight = Int(Int16(truncatingIfNeeded: word(1)))
        var value: Int64 = 0
        for place in 0...max(weight, 0) where weight >= 0 {
            value = value &* 10_000 &+ (place < digits ? word(4 + place) : 0)
        }
        return word(2) == 0x4000 ? -value : value
    }
}

/// Object identifiers of the types that cross the boundary.
enum PostgresType {
    static let bytea: Oid = 17
    static let int8: Oid = 20
    static let text: Oid = 25
    static let numeric: Oid = 1_700
}
