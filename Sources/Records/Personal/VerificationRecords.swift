import Registry
import SQLCore

/// What a provider outside said about a submission.
package struct StoredVerification: Hashable, Sendable {
    package let method: VerificationMethod
    package let vendor: String
    package let productVersion: String
    /// The provider's word: `match`, `mismatch`, `same`, `different`, `undecided` …
    package let verdict: String
    /// Ten-thousandths; nil where the provider gives none.
    package let score: Int64?
    package let threshold: Int64?
    package let liveness: String?
    /// The provider's own serial number.
    package let reference: String?
    package let isSandbox: Bool
    /// In the provider's units.
    package let cost: Int64
    package let recordedAt: Instant

    package init(
        method: VerificationMethod, vendor: String, productVersion: String, verdict: String, score: Int64?, threshold: Int64?,
        liveness: String?, reference: String?, isSandbox: Bool, cost: Int64, recordedAt: Instant
    ) {
        self.method = method
        self.vendor = vendor
        self.productVersion = productVersion
        self.verdict = verdict
        self.score = score
        self.threshold = threshold
        self.liveness = liveness
        self.reference = reference
        self.isSandbox = isSandbox
        self.cost = cost
        self.recordedAt = recordedAt
    }

    /// Whom it is about.
    package var about: PartyRole { method.askedAbout ?? .holder }

    /// The verdict alone.
    package var withoutScore: StoredVerification {
        StoredVerification(
            method: method, vendor: vendor, productVersion: productVersion, verdict: verdict, score: nil, threshold: nil,
            liveness: liveness, reference: reference, isSandbox: isSandbox, cost: cost, recordedAt: recordedAt)
    }
}

/// A question to a provider that is not answered yet.
package struct VerificationTask: Hashable, Sendable {
    package let submission: SubmissionID
    package let method: VerificationMethod
    package let application: ApplicationID
    /// Made once: asking again is the same question, and costs once.
    package let request: [UInt8]
    package let tries: Int64
    package let giveUpAt: Instant

    package init(
        submission: SubmissionID, method: VerificationMethod, application: ApplicationID, request: [UInt8], tries: Int64, giveUpAt: Instant
    ) {
        self.submission = submission
        self.method = method
        self.application = application
        self.request = request
        self.tries = tries
        self.giveUpAt = giveUpAt
    }
}

package enum VerificationRecords {
    package static func all(_ submission: SubmissionID, in session: any Session) throws -> [StoredVerification] {
        try session.all(
            """
            SELECT method, vendor, product_version, verdict, score, threshold, liveness, reference, is_sandbox, cost, recorded_at
            FROM verification WHERE submission = \(submission) ORDER BY ordinal
            """
        ) { row in
            StoredVerification(
                method: try row.raw(0), vendor: row.text(1), productVersion: row.text(2), verdict: row.text(3), score: row.intIfAny(4),
                threshold: row.intIfAny(5), liveness: row.textIfAny(6), reference: row.textIfAny(7), isSandbox: row.int(8) == 1,
                cost: row.int(9), recordedAt: row.instant(10))
        }
    }

    package static func nextOrdinal(_ submission: SubmissionID, in session: any Session) throws -> Int64 {
        try session.first("SELECT COALESCE(MAX(ordinal) + 1, 0) FROM verification WHERE submission = \(submission)") { $0.int(0) } ?? 0
    }

    /// Of a row `v` of `verification`: the provider said no for certain.
    static let saysNo: SQLText =
        "(v.verdict IN ('mismatch', 'no-record', 'not-in-service', 'different') OR v.liveness = 'spoof')"

    /// How many definite refusals earlier submissions of the application got.
    package static func earlierRefusals(of application: ApplicationID, in session: any Session) throws -> Int {
        try session.count(
            """
            SELECT COUNT(*) FROM submission m JOIN verification v ON v.submission = m.id WHERE m.application = \(application)
            AND \(saysNo)
            """)
    }

    /// The same of whatever was asked of this kind about a registration since then, by whichever application.
    package static func earlierRefusals(
        ofRegistration registration: RegistrationID, kind: ApplicationKind, since: Instant, in session: any Session
    ) throws -> Int {
        try session.count(
            """
            SELECT COUNT(*) FROM submission m JOIN verification v ON v.submission = m.id
            WHERE m.registration = \(registration) AND m.kind = \(kind.rawValue) AND m.submitted_at > \(since)
            AND \(saysNo)
            """)
    }

    // MARK: What is needed

    package static func needs(_ submission: SubmissionID, in session: any Session) throws -> (policies: String, needs: String)? {
        try session.first("SELECT policies, needs FROM submission_needs WHERE submission = \(submission)") { ($0.text(0), $0.text(1)) }
    }

    // MARK: Questions under way

    package static func insertTask(_ task: VerificationTask, dueAt: Instant, in session: any Session) throws {
        try session.run(
            """
            INSERT INTO verification_task (submission, method, application, request, tries, due_at, lease_until, give_up_at)
            VALUES (\(task.submission), \(task.method.rawValue), \(task.application), \(task.request), \(task.tries), \(dueAt), 0, \(task.giveUpAt))
            """)
    }

    private static func decode(_ row: any SQLRow) throws -> VerificationTask {
        VerificationTask(
            submission: try row.identifier(0), method: try row.raw(1), application: try row.identifier(2),
            request: row.blob(3), tries: row.int(4), giveUpAt: row.instant(5))
    }

    package static func due(at now: Instant, limit: Int, in session: any Session) throws -> [VerificationTask] {
        try session.all(
            """
            SELECT submission, method, application, request, tries, give_up_at FROM verification_task
            WHERE due_at <= \(now) AND lease_until <= \(now) ORDER BY due_at, submission LIMIT \(limit)
            """, decode)
    }

    /// Takes a question for this server; false when another has it or it is answered.
    package static func lease(_ task: VerificationTask, until: Instant, at now: Instant, in session: any Session) throws -> Bool {
        try session.change(
            """
            UPDATE verification_task SET lease_until = \(until), tries = tries + 1
            WHERE submission = \(task.submission) AND method = \(task.method.rawValue) AND lease_until <= \(now)
            """) == 1
    }

    /// Applications under check about which no question is open.
    package static func leftChecking(limit: Int, in session: any Session) throws -> [ApplicationID] {
        try session.all(
            """
            SELECT a.id FROM application a WHERE a.state = \(ApplicationState.checking.rawValue)
            AND NOT EXISTS (SELECT 1 FROM verification_task t WHERE t.submission = a.submission) ORDER BY a.submitted_at, a.id LIMIT \(limit)
            """
        ) { try $0.identifier(0) }
    }

    /// Whoever asked them is gone.
    package static func releaseAll(in session: any Session) throws {
        try session.run("UPDATE verification_task SET lease_until = 0 WHERE lease_until > 0")
    }

    package static func postpone(_ task: VerificationTask, to dueAt: Instant, in session: any Session) throws {
        try session.run(
            """
            UPDATE verification_task SET lease_until = 0, due_at = \(dueAt)
            WHERE submission = \(task.submission) AND method = \(task.method.rawValue)
            """)
    }

    /// False when it was answered meanwhile: an answer counts once.
    package static func finish(_ task: VerificationTask, in session: any Session) throws -> Bool {
        try session.change(
            "DELETE FROM verification_task WHERE submission = \(task.submission) AND method = \(task.method.rawValue)") == 1
    }

    package static func open(_ submission: SubmissionID, in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM verification_task WHERE submission = \(submission)")
    }

    package static func forget(of application: ApplicationID, in session: any Session) throws {
        try session.run("DELETE FROM verification_task WHERE application = \(application)")
    }

    // MARK: What the carrier said

    package static func carrierReplies(
        _ submission: SubmissionID, in session: any Session
    ) throws -> [(verdict: CarrierVerdict, receipt: String, recordedAt: Instant)] {
        try session.all("SELECT verdict, receipt, recorded_at FROM carrier_reply WHERE submission = \(submission) ORDER BY ordinal") {
            (try $0.raw(0), $0.text(1), $0.instant(2))
        }
    }

    package static func isUsed(receipt: String, carrier: Carrier, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM carrier_reply WHERE carrier = \(carrier.code) AND receipt = \(receipt)")
    }
}
