import SQLCore

/// SQLSTATEs that mean something to us (PostgreSQL 15, appendix A), and what they mean.
enum PostgresState {
    /// Ours: raised by the append-only guard.
    static let appendOnly = "SM001"
    static let uniqueViolation = "23505"

    /// Something of that key or name is there by now; with a fresh look the act itself sees it. The names are those of a schema that two
    /// servers make at once.
    static func isMeeting(_ state: String) -> Bool { [uniqueViolation, "42P07", "42710", "42723"].contains(state) }

    /// The transaction met another one; run anew from its beginning it may succeed.
    static func isCollision(_ state: String) -> Bool { ["40001", "40P01"].contains(state) }

    /// This connection is of no more use: the server goes down, or is no primary any more.
    static func endsConnection(_ state: String) -> Bool {
        state.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05", "25006", "25P03"].contains(state)
    }

    static func cause(_ state: String, _ message: String, unique: String?) -> SQLFailure.Cause {
        switch state {
        case uniqueViolation: .uniqueViolation(unique ?? message)
        case appendOnly: .appendOnly(message)
        case "42501": .notAllowed(message)
        case "40001", "40P01", "55P03", "57014", "25P03": .busy
        case "53100": .diskFull
        case "53200", "53300": .overloaded
        case "58030", "XX000": .inputOutput
        case "XX001", "XX002": .corrupt
        // A character of text that PostgreSQL cannot hold (NUL).
        case "22021", "22P05": .constraintViolation(message)
        case _ where state.hasPrefix("23"): .constraintViolation(message)
        case _ where endsConnection(state): .connectionLost
        default: .misuse
        }
    }
}

/// What the server, or the lack of one, said. Messages name tables and constraints, never values: the server's detail is left out.
struct PostgresFault: Error {
    let state: String
    let failure: SQLFailure

    init(state: String, message: String, unique: String? = nil) {
        self.state = state
        failure = SQLFailure(PostgresState.cause(state, message, unique: unique), "\(message) (\(state))")
    }

    static func lost(_ message: String) -> PostgresFault { PostgresFault(state: "08006", message: message) }
    var endsConnection: Bool { PostgresState.endsConnection(state) }
}
