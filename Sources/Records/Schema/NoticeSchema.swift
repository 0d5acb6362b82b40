import SQLCore

extension Schema {
    /// What people are to be told. Written with the act it tells of, worked off afterwards, forgotten after a while: nothing of it is
    /// registered, and to whom it goes is not in it.
    static let noticeTemplate = """
        CREATE TABLE notice (
            id {blob} PRIMARY KEY NOT NULL, occasion {blob} NOT NULL, kind {text} NOT NULL, channel {text} NOT NULL,
            code {text} NOT NULL, path {text} NOT NULL, language {text} NOT NULL, reason {text}, happened_at {int} NOT NULL,
            state {text} NOT NULL, tries {int} NOT NULL, due_at {int} NOT NULL, lease_until {int} NOT NULL, give_up_at {int} NOT NULL,
            ended_at {int}, failure {text}, UNIQUE (occasion, kind, channel)){table}
        ;;
        CREATE INDEX notice_by_due ON notice (channel, state, due_at, id)
        ;;
        CREATE INDEX notice_by_path ON notice (path, id)
        ;;
        CREATE INDEX notice_by_code ON notice (code, id)
        ;;
        CREATE INDEX notice_by_end ON notice (ended_at, id)
        """

    /// The operating company's own words. Which ones a notice is told in follows from when it happened.
    static let noticeWordingTemplate = """
        CREATE TABLE notice_wording (
            kind {text} NOT NULL, ordinal {int} NOT NULL, valid_from {int} NOT NULL, wording {text} NOT NULL, recorded_at {int} NOT NULL,
            recorded_by {blob} NOT NULL, PRIMARY KEY (kind, ordinal)){clustered}
        """
}
