import Registry
import SQLCore

/// How often something was tried within a day, by whom or at what.
package enum AttemptRecords {
    package enum Kind: String, Sendable {
        /// Submissions for one card.
        case card
        /// Submissions for one person.
        case person
        case device
        /// Claim codes typed for one card.
        case claimCode = "claim-code"
    }

    private static let window: Int64 = 86_400

    /// One more; answers how many there are in the running day.
    package static func add(_ kind: Kind, _ key: [UInt8], at now: Instant, in session: any Session) throws -> Int {
        let old = now.adding(seconds: -window)
        try session.run(
            """
            INSERT INTO attempt (kind, key, since, count) VALUES (\(kind.rawValue), \(key), \(now), 1)
            ON CONFLICT (kind, key) DO UPDATE SET count = CASE WHEN attempt.since <= \(old) THEN 1 ELSE attempt.count + 1 END,
            since = CASE WHEN attempt.since <= \(old) THEN excluded.since ELSE attempt.since END
            """)
        return try count(kind, key, at: now, in: session)
    }

    package static func count(_ kind: Kind, _ key: [UInt8], at now: Instant, in session: any Session) throws -> Int {
        try session.first(
            "SELECT count FROM attempt WHERE kind = \(kind.rawValue) AND key = \(key) AND since > \(now.adding(seconds: -window))"
        ) { Int($0.int(0)) } ?? 0
    }

    package static func areOld(at now: Instant, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM attempt WHERE since <= \(now.adding(seconds: -window))")
    }

    package static func deleteOld(at now: Instant, in session: any Session) throws {
        try session.run("DELETE FROM attempt WHERE since <= \(now.adding(seconds: -window))")
    }
}
