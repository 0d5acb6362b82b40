import Registry
import SQLCore

/// Changes of an account's row. What a manager edits raises the version; what signing in counts does not.
extension AccountRecords {
    /// Writes roles and status if the version is still the given one; answers whether it was.
    package static func update(_ changed: AccountRecord, at now: Instant, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE account SET roles = \(text(of: changed.roles)), status = \(changed.status.rawValue), updated_at = \(now),
            version = version + 1 WHERE id = \(changed.id) AND version = \(changed.version)
            """) == 1
    }

    /// Enrolment: the account chooses its login and password, and starts without a second factor.
    package static func enrol(
        _ id: AccountID, login: LoginName, password: String, at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE account SET login = \(login.text), password = \(password), status = 'active', second_factor = NULL,
            second_factor_key = NULL, second_factor_counter = 0, pending_factor = NULL, pending_factor_key = NULL,
            failures = 0, locked_until = 0, updated_at = \(now), version = version + 1 WHERE id = \(id)
            """)
    }

    package static func setPassword(_ id: AccountID, _ password: String, at now: Instant, in session: any Session) throws {
        try session.run(
            "UPDATE account SET password = \(password), failures = 0, locked_until = 0, updated_at = \(now), version = version + 1 WHERE id = \(id)"
        )
    }

    /// The same password, hashed at another cost.
    package static func replaceHash(_ id: AccountID, _ password: String, in session: any Session) throws {
        try session.run("UPDATE account SET password = \(password) WHERE id = \(id)")
    }

    package static func setPendingFactor(_ id: AccountID, _ factor: SealedFactor, at now: Instant, in session: any Session) throws {
        try session.run(
            "UPDATE account SET pending_factor = \(factor.sealed), pending_factor_key = \(factor.key), updated_at = \(now) WHERE id = \(id)"
        )
    }

    /// The proved factor replaces the one before. Raises the version: sessions without it are over.
    package static func confirmFactor(
        _ id: AccountID, _ factor: SealedFactor, counter: Int64, at now: Instant, in session: any Session
    ) throws {
        try session.run(
            """
            UPDATE account SET second_factor = \(factor.sealed), second_factor_key = \(factor.key), second_factor_counter = \(counter),
            pending_factor = NULL, pending_factor_key = NULL, updated_at = \(now), version = version + 1 WHERE id = \(id)
            """)
    }

    /// Takes a code's time step if no code of it or later was taken; answers whether it could.
    package static func takeFactorCounter(_ id: AccountID, _ counter: Int64, in session: any Session) throws -> Bool {
        try session.change(
            "UPDATE account SET second_factor_counter = \(counter) WHERE id = \(id) AND second_factor_counter < \(counter)") == 1
    }

    /// Failed attempts in a row, and until when the next must wait.
    package static func setFailures(_ id: AccountID, _ failures: Int, lockedUntil: Instant, in session: any Session) throws {
        try session.run("UPDATE account SET failures = \(failures), locked_until = \(lockedUntil) WHERE id = \(id)")
    }
}
