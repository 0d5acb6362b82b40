import Ledger
import Registry
import SQLCore

/// A check on record.
package struct StoredCheck: Sendable {
    package let method: String
    package let provider: String
    package let verdict: String
    package let code: String
    package let requirement: String
    package let subject: String
    package let count: Int64
    package let recordedAt: Instant

    package init(
        method: String, provider: String, verdict: String, code: String, requirement: String, subject: String, count: Int64,
        recordedAt: Instant
    ) {
        self.method = method
        self.provider = provider
        self.verdict = verdict
        self.code = code
        self.requirement = requirement
        self.subject = subject
        self.count = count
        self.recordedAt = recordedAt
    }
}

/// Findings of the rules as they are kept: an array of verdict, code, requirement, subject and count for each, in the order of judgement.
package struct RuleFindings: Sendable {
    private var writer = CanonicalJSONWriter(capacity: 4_096)

    package init(_ outcomes: [CheckOutcome]) throws {
        writer.beginArray()
        for outcome in outcomes { try add(outcome) }
    }

    private mutating func add(_ outcome: CheckOutcome) throws {
        writer.beginArray()
        writer.string(outcome.verdict.rawValue)
        writer.string(outcome.code)
        writer.string(outcome.requirement)
        writer.string(outcome.subject)
        try writer.integer(Int64(outcome.count))
        writer.endArray()
    }

    /// With these at the end.
    package func text(adding outcomes: some Sequence<CheckOutcome>) throws -> String {
        var whole = self
        for outcome in outcomes { try whole.add(outcome) }
        whole.writer.endArray()
        return String(decoding: whole.writer.bytes, as: UTF8.self)
    }
}

/// What was checked about a submission. The rules' findings, some forty, are one row; a method of verification has a row of its own.
package enum CheckRecords {
    private static let method = "machine"
    private static let provider = "shiming"

    package static func all(_ submission: SubmissionID, in session: any Session) throws -> [StoredCheck] {
        try results(submission, in: session) + judgement(submission, in: session)
    }

    private static func results(_ submission: SubmissionID, in session: any Session) throws -> [StoredCheck] {
        try session.all(
            """
            SELECT method, provider, verdict, code, requirement, subject, count, recorded_at FROM check_result
            WHERE submission = \(submission) ORDER BY ordinal
            """
        ) { row in
            StoredCheck(
                method: row.text(0), provider: row.text(1), verdict: row.text(2), code: row.text(3), requirement: row.text(4),
                subject: row.text(5), count: row.int(6), recordedAt: row.instant(7))
        }
    }

    private static func judgement(_ submission: SubmissionID, in session: any Session) throws -> [StoredCheck] {
        let stored = try session.first("SELECT findings, recorded_at FROM rule_judgement WHERE submission = \(submission)") {
            (findings: $0.text(0), at: $0.instant(1))
        }
        guard let stored else { return [] }
        guard let findings = try? JSONValue(parsing: stored.findings).arrayValue else { throw UnreadableRow("rule_judgement", "findings") }
        return try findings.map { finding in
            guard let parts = finding.arrayValue, parts.count == 5, let count = parts[4].integerValue,
                case let texts = parts[0..<4].compactMap(\.stringValue), texts.count == 4
            else { throw UnreadableRow("rule_judgement", "findings") }
            return StoredCheck(
                method: method, provider: provider, verdict: texts[0], code: texts[1], requirement: texts[2], subject: texts[3],
                count: count, recordedAt: stored.at)
        }
    }
}
