import SQLCore

extension Schema {
    /// What a person asks of his own registration, beside the card the seat was opened for; and captures at a provider's own page.
    static let ownDataTemplate = """
        CREATE TABLE hosted_capture (
            application {blob} PRIMARY KEY NOT NULL, request {blob} NOT NULL, capture {text} NOT NULL, reference {blob} NOT NULL,
            state {text} NOT NULL, begun_at {int} NOT NULL, expires_at {int} NOT NULL, done_at {int}, refusals {int} NOT NULL){clustered}
        ;;
        CREATE INDEX hosted_capture_by_age ON hosted_capture (begun_at)
        ;;
        ALTER TABLE seat ADD COLUMN proof {blob}
        ;;
        ALTER TABLE seat ADD COLUMN correction {blob}
        """
}
