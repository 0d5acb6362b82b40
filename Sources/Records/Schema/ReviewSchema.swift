import SQLCore

extension Schema {
    static let reviewGuards = [
        AppendOnlyTable("review_policy", keys: [["ordinal"]]),
        AppendOnlyTable("review_opinion", keys: [["id"], ["submission", "ordinal"]]),
        AppendOnlyTable("re_audit", keys: [["decision"]]),
        AppendOnlyTable("re_audit_finding", keys: [["decision"]]),
    ]

    /// Second pair of eyes and re-audit: what the policy asks, what reviewers said before the decision, which approved cases were drawn,
    /// and what was found.
    static let reviewTemplate = """
        CREATE TABLE review_policy (
            ordinal {int} PRIMARY KEY NOT NULL, valid_from {int} NOT NULL, policy {text} NOT NULL, recorded_at {int} NOT NULL,
            recorded_by {blob} NOT NULL){clustered}
        ;;
        CREATE TABLE review_opinion (
            id {blob} PRIMARY KEY NOT NULL, submission {blob} NOT NULL, ordinal {int} NOT NULL, verdict {text} NOT NULL,
            reasons {text} NOT NULL, sealed {blob}, data_key {blob}, given_at {int} NOT NULL, given_by {blob} NOT NULL,
            UNIQUE (submission, ordinal)){table}
        ;;
        CREATE TABLE re_audit (
            decision {blob} PRIMARY KEY NOT NULL, application {blob} NOT NULL, reviewer {blob} NOT NULL, second_reviewer {blob},
            decided_at {int} NOT NULL, draw {int} NOT NULL, permille {int} NOT NULL){table}
        ;;
        CREATE INDEX re_audit_by_application ON re_audit (application)
        ;;
        CREATE INDEX re_audit_by_reviewer ON re_audit (reviewer, decided_at)
        ;;
        CREATE INDEX re_audit_by_second_reviewer ON re_audit (second_reviewer, decided_at)
        ;;
        CREATE TABLE re_audit_finding (
            decision {blob} PRIMARY KEY NOT NULL, verdict {text} NOT NULL, reasons {text} NOT NULL, sealed {blob}, data_key {blob},
            found_at {int} NOT NULL, found_by {blob} NOT NULL){table}
        ;;
        CREATE INDEX re_audit_finding_by_verdict ON re_audit_finding (verdict, found_at, decision)
        ;;
        CREATE TABLE re_audit_open (
            decision {blob} PRIMARY KEY NOT NULL, decided_at {int} NOT NULL){clustered}
        ;;
        CREATE INDEX re_audit_open_by_age ON re_audit_open (decided_at, decision)
        """

    /// Reasons reviewers give, beyond the built-in ones. A decision keeps the words of those it gives.
    static let reasonListTemplate = """
        CREATE TABLE reason_list (
            ordinal {int} PRIMARY KEY NOT NULL, valid_from {int} NOT NULL, reasons {text} NOT NULL, recorded_at {int} NOT NULL,
            recorded_by {blob} NOT NULL){clustered}
        """
}
