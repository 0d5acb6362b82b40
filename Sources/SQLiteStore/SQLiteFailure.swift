import CSQLite
import SQLCore

extension SQLFailure {
    /// Maps an extended result code; `message` is the engine's own, which names constraints but no values.
    static func fromSQLite(_ code: Int32, _ message: String) -> SQLFailure {
        let uniquePrefix = "append-only: UNIQUE "
        switch code {
        case SQLITE_CONSTRAINT_UNIQUE_CODE, SQLITE_CONSTRAINT_PRIMARYKEY_CODE, SQLITE_CONSTRAINT_ROWID_CODE:
            let name = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
            return SQLFailure(.uniqueViolation(name), message)
        case SQLITE_CONSTRAINT_TRIGGER_CODE where message.hasPrefix(uniquePrefix):
            return SQLFailure(.uniqueViolation(String(message.dropFirst(uniquePrefix.count))), message)
        case SQLITE_CONSTRAINT_TRIGGER_CODE:
            return SQLFailure(.appendOnly(message), message)
        default:
            return fromPrimaryCode(code & 0xff, message)
        }
    }

    private static func fromPrimaryCode(_ code: Int32, _ message: String) -> SQLFailure {
        switch code {
        case SQLITE_CONSTRAINT: SQLFailure(.constraintViolation(message), message)
        case SQLITE_BUSY, SQLITE_LOCKED: SQLFailure(.busy, message)
        case SQLITE_FULL: SQLFailure(.diskFull, message)
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY: SQLFailure(.inputOutput, message)
        case SQLITE_CORRUPT, SQLITE_NOTADB: SQLFailure(.corrupt, message)
        default: SQLFailure(.misuse, "\(message) (code \(code))")
        }
    }
}

// The extended codes are C macros with arithmetic, which Swift does not import.
private let SQLITE_CONSTRAINT_UNIQUE_CODE: Int32 = SQLITE_CONSTRAINT | (8 << 8)
private let SQLITE_CONSTRAINT_PRIMARYKEY_CODE: Int32 = SQLITE_CONSTRAINT | (6 << 8)
private let SQLITE_CONSTRAINT_ROWID_CODE: Int32 = SQLITE_CONSTRAINT | (10 << 8)
private let SQLITE_CONSTRAINT_TRIGGER_CODE: Int32 = SQLITE_CONSTRAINT | (7 << 8)
