import Registry
import SQLCore

package enum ReviewOpinion {}
package typealias ReviewOpinionID = Identifier<ReviewOpinion>

/// What a reviewer said of a case that was not decided by it.
package struct StoredOpinion: Sendable {
    package let id: ReviewOpinionID
    package let verdict: DecisionVerdict
    package let reasons: String
    /// Note and remark, for reviewers alone.
    package let sealed: [UInt8]?
    package let dataKey: [UInt8]?
    package let givenAt: Instant
    package let givenBy: AccountID
}

package enum ReviewOpinionRecords {
    /// In the order in which they were given.
    package static func all(_ submission: SubmissionID, in session: any Session) throws -> [StoredOpinion] {
        try session.all(
            """
            SELECT id, verdict, reasons, sealed, data_key, given_at, given_by FROM review_opinion WHERE submission = \(submission)
            ORDER BY ordinal
            """
        ) { row in
            StoredOpinion(
                id: try row.identifier(0), verdict: try row.raw(1), reasons: row.text(2), sealed: row.blobIfAny(3),
                dataKey: row.blobIfAny(4), givenAt: row.instant(5), givenBy: try row.identifier(6))
        }
    }

    /// Whether this account said something of the case already.
    package static func isGiven(by account: AccountID, _ submission: SubmissionID, in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM review_opinion WHERE submission = \(submission) AND given_by = \(account)")
    }
}
