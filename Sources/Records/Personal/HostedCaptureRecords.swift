import Registry
import SQLCore

/// A capture at a provider's own page, for one case; the last that was begun.
package struct StoredCapture: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case pending
        case done
        /// The provider saw somebody else, or nobody alive.
        case refused
        case abandoned
        case expired
    }

    package let application: ApplicationID
    /// By which the provider is asked, and charges once.
    package let request: [UInt8]
    /// The provider's own name of it.
    package let capture: String
    /// A keyed hash of whose face was to be compared: it counts for nobody else.
    package let reference: [UInt8]
    package let state: State
    package let expiresAt: Instant
    package let doneAt: Instant?
    /// How many captures of this case the provider refused.
    package let refusals: Int64

    package init(
        application: ApplicationID, request: [UInt8], capture: String, reference: [UInt8], state: State = .pending, expiresAt: Instant,
        doneAt: Instant? = nil, refusals: Int64 = 0
    ) {
        self.application = application
        self.request = request
        self.capture = capture
        self.reference = reference
        self.state = state
        self.expiresAt = expiresAt
        self.doneAt = doneAt
        self.refusals = refusals
    }
}

package enum HostedCaptureRecords {
    package static func find(_ application: ApplicationID, in session: any Session) throws -> StoredCapture? {
        try session.first(
            """
            SELECT application, request, capture, reference, state, expires_at, done_at, refusals FROM hosted_capture
            WHERE application = \(application)
            """
        ) { row in
            StoredCapture(
                application: try row.identifier(0), request: row.blob(1), capture: row.text(2), reference: row.blob(3),
                state: try row.raw(4), expiresAt: row.instant(5), doneAt: row.instantIfAny(6), refusals: row.int(7))
        }
    }

    /// One begun anew takes the place of the one before; that others were refused stays.
    package static func put(_ capture: StoredCapture, at now: Instant, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO hosted_capture (application, request, capture, reference, state, begun_at, expires_at, refusals)
            VALUES (\(capture.application), \(capture.request), \(capture.capture), \(capture.reference), \(capture.state.rawValue),
            \(now), \(capture.expiresAt), 0)
            ON CONFLICT (application) DO UPDATE SET request = excluded.request, capture = excluded.capture,
            reference = excluded.reference, state = excluded.state, begun_at = excluded.begun_at, expires_at = excluded.expires_at,
            done_at = NULL
            """)
    }

    /// Changes nothing where another was begun meanwhile.
    package static func settle(
        _ capture: StoredCapture, _ state: StoredCapture.State, at doneAt: Instant, in session: any Session
    ) throws {
        let refused: Int64 = state == .refused ? 1 : 0
        try session.run(
            """
            UPDATE hosted_capture SET state = \(state.rawValue), done_at = \(doneAt), refusals = refusals + \(refused)
            WHERE application = \(capture.application) AND request = \(capture.request)
            """)
    }

    package static func areOld(before limit: Instant, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM hosted_capture WHERE begun_at < \(limit)")
    }

    package static func deleteOld(before limit: Instant, in session: any Session) throws {
        try session.run("DELETE FROM hosted_capture WHERE begun_at < \(limit)")
    }
}
