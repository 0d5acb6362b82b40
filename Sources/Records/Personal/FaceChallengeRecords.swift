import Registry
import SQLCore

/// What a person was asked to do before the camera, and until when (REQUIREMENTS §8.5).
package struct StoredFaceChallenge: Sendable {
    package let application: ApplicationID
    package let actions: [LivenessAction]
    package let issuedAt: Instant
    package let expiresAt: Instant
    package let answeredAt: Instant?

    package init(
        application: ApplicationID, actions: [LivenessAction], issuedAt: Instant, expiresAt: Instant, answeredAt: Instant?
    ) {
        self.application = application
        self.actions = actions
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.answeredAt = answeredAt
    }
}

package enum FaceChallengeRecords {
    package static func insert(
        _ hash: [UInt8], _ challenge: StoredFaceChallenge, in session: any Session
    ) throws {
        try session.run(
            """
            INSERT INTO face_challenge (hash, application, actions, issued_at, expires_at) VALUES (\(hash), \(challenge.application),
            \(challenge.actions.map(\.rawValue).joined(separator: " ")), \(challenge.issuedAt), \(challenge.expiresAt))
            """)
    }

    package static func find(_ hash: [UInt8], in session: any Session) throws -> StoredFaceChallenge? {
        try session.first(
            "SELECT application, actions, issued_at, expires_at, answered_at FROM face_challenge WHERE hash = \(hash)"
        ) { row in
            StoredFaceChallenge(
                application: try row.identifier(0),
                actions: row.text(1).split(separator: " ").compactMap { LivenessAction(rawValue: String($0)) },
                issuedAt: row.instant(2), expiresAt: row.instant(3), answeredAt: row.instantIfAny(4))
        }
    }

    /// False when it was answered before.
    package static func answer(_ hash: [UInt8], evidence: EvidenceID, at now: Instant, in session: any Session) throws -> Bool {
        try session.change(
            "UPDATE face_challenge SET answered_at = \(now), evidence = \(evidence) WHERE hash = \(hash) AND answered_at IS NULL") == 1
    }

    /// One frame of an answer: the straight one has no action.
    package struct Frame: Sendable {
        package let action: LivenessAction?
        package let milliseconds: Int
        package let evidence: EvidenceID

        package init(action: LivenessAction?, milliseconds: Int, evidence: EvidenceID) {
            self.action = action
            self.milliseconds = milliseconds
            self.evidence = evidence
        }
    }

    package static func insert(_ frames: [Frame], of challenge: [UInt8], in session: any Session) throws {
        for (ordinal, frame) in frames.enumerated() {
            try session.run(
                """
                INSERT INTO face_frame (challenge, ordinal, action, milliseconds, evidence) VALUES (\(challenge), \(Int64(ordinal)),
                \(frame.action?.rawValue), \(Int64(frame.milliseconds)), \(frame.evidence))
                """)
        }
    }

    /// The challenge that this capture answered, and its frames in order.
    package static func answered(
        by evidence: EvidenceID, in session: any Session
    ) throws -> (actions: [LivenessAction], frames: [Frame])? {
        guard
            let challenge = try session.first(
                "SELECT hash, actions FROM face_challenge WHERE evidence = \(evidence)",
                { (hash: $0.blob(0), actions: $0.text(1).split(separator: " ").compactMap { LivenessAction(rawValue: String($0)) }) })
        else { return nil }
        let frames = try session.all(
            "SELECT action, milliseconds, evidence FROM face_frame WHERE challenge = \(challenge.hash) ORDER BY ordinal"
        ) { row in
            Frame(
                action: row.textIfAny(0).flatMap(LivenessAction.init(rawValue:)), milliseconds: Int(row.int(1)),
                evidence: try row.identifier(2))
        }
        return (challenge.actions, frames)
    }

    package static func answeredAt(by evidence: EvidenceID, in session: any Session) throws -> Instant? {
        try session.first("SELECT answered_at FROM face_challenge WHERE evidence = \(evidence)") { $0.instantIfAny(0) } ?? nil
    }

    package static func haveExpired(at now: Instant, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM face_challenge WHERE expires_at <= \(now) AND answered_at IS NULL")
    }

    package static func deleteExpired(at now: Instant, in session: any Session) throws {
        try session.run("DELETE FROM face_challenge WHERE expires_at <= \(now) AND answered_at IS NULL")
    }
}
