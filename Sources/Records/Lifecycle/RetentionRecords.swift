import Registry
import SQLCore

/// What is kept of registrations, by when they ended.
package enum RetentionRecords {
    /// Where a page ended.
    package struct Position: Hashable, Sendable {
        package let endedAt: Instant
        package let registration: RegistrationID

        package init(endedAt: Instant, registration: RegistrationID) {
            self.endedAt = endedAt
            self.registration = registration
        }
    }

    package struct Counts: Hashable, Sendable {
        package let live: Int64
        package let retention: Int64
        package let deepFreeze: Int64
    }

    /// - Parameter border: what ended before it is sealed.
    package static func counts(at now: Instant, freezesBefore border: Instant, in session: any Session) throws -> Counts {
        let registered = RegistrationState.registered.rawValue
        let live = try session.count(
            """
            SELECT COUNT(*) FROM registration_state WHERE state = \(registered) AND (ended_at IS NULL OR ended_at > \(now))
            """)
        let kept = try session.count("SELECT COUNT(*) FROM registration_state WHERE ended_at >= \(border) AND ended_at <= \(now)")
        let sealed = try session.count("SELECT COUNT(*) FROM registration_state WHERE ended_at < \(border)")
        return Counts(live: Int64(live), retention: Int64(kept), deepFreeze: Int64(sealed))
    }

    package static func cardsCancelled(in session: any Session) throws -> Int64 {
        Int64(try session.count("SELECT COUNT(*) FROM card_life WHERE state = \(ServiceState.cancelled.rawValue)"))
    }

    package static func ended(
        at now: Instant, after position: Position?, limit: Int, in session: any Session
    ) throws -> [(position: Position, code: String)] {
        let after: SQLText =
            if let position { "(s.ended_at, s.registration) > (\(position.endedAt), \(position.registration))" } else { "1 = 1" }
        return try session.all(
            """
            SELECT s.ended_at, s.registration, r.code FROM registration_state s JOIN registration r ON r.id = s.registration
            WHERE s.ended_at <= \(now) AND \(after) ORDER BY s.ended_at, s.registration LIMIT \(limit)
            """
        ) { (Position(endedAt: $0.instant(0), registration: try $0.identifier(1)), $0.text(2)) }
    }
}
