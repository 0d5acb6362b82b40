/// What went wrong in the database, by cause. The message names tables and constraints, never a bound value.
package struct SQLFailure: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Cause: Hashable, Sendable {
        /// A unique key exists already; the constraint as the engine names it (`table.column, …` on SQLite).
        case uniqueViolation(String)
        /// A foreign key, check or not-null constraint refused the row.
        case constraintViolation(String)
        /// The append-only guard of a table refused (docs/adr/0007).
        case appendOnly(String)
        /// The database login has not the right to do this.
        case notAllowed(String)
        /// Nothing was done; the same act may be tried again.
        case busy
        /// The server went away; nothing was done.
        case connectionLost
        /// The server went away while it committed, and how that ended could not be found out. The act may be done.
        case outcomeUnknown
        /// The disk is full; the transaction is undone.
        case diskFull
        /// Reading or writing the disk failed; the transaction is undone.
        case inputOutput
        /// The bounded queue of writers is full; nothing was done.
        case overloaded
        /// Another server has this database.
        case lockedByAnotherServer
        /// The store was closed; nothing was done.
        case closed
        /// The file is damaged, or no database at all.
        case corrupt
        /// The program is wrong: bad SQL, wrong type, wrong number of values.
        case misuse
    }

    package let cause: Cause
    package let message: String

    package init(_ cause: Cause, _ message: String) {
        self.cause = cause
        self.message = message
    }

    package var description: String { "\(cause): \(message)" }

    /// Whether the caller may simply try again later (503 with `Retry-After`).
    package var isTemporary: Bool {
        switch cause {
        case .busy, .connectionLost, .outcomeUnknown, .diskFull, .inputOutput, .overloaded: true
        default: false
        }
    }

    package var isUniqueViolation: Bool {
        if case .uniqueViolation = cause { true } else { false }
    }
}
