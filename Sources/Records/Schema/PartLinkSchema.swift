import SQLCore

extension Schema {
    static let partLinkGuards = [
        AppendOnlyTable("part_consent", keys: [["link", "kind", "ordinal"]]), AppendOnlyTable("part_completion", keys: [["link"]]),
    ]

    /// Parts of units' applications handed to the persons they are about: the links, what each consented to, and what they completed.
    static let partLinkTemplate = """
        CREATE TABLE part_link (
            hash {blob} PRIMARY KEY NOT NULL, id {blob} NOT NULL UNIQUE, application {blob} NOT NULL, role {text} NOT NULL,
            organisation {blob} NOT NULL, path {text} NOT NULL, issued_at {int} NOT NULL, issued_by {blob} NOT NULL,
            expires_at {int} NOT NULL, opened_at {int}, revoked_at {int}, completed_at {int}, changed_at {int}, version {int} NOT NULL,
            pictures {int} NOT NULL, device {blob}, draft {blob}, data_key {blob}){clustered}
        ;;
        CREATE INDEX part_link_by_application ON part_link (application, id)
        ;;
        CREATE UNIQUE INDEX part_link_open ON part_link (application, role) WHERE revoked_at IS NULL AND completed_at IS NULL
        ;;
        CREATE INDEX part_link_begun ON part_link (expires_at) WHERE data_key IS NOT NULL
        ;;
        CREATE TABLE part_consent (
            link {blob} NOT NULL, kind {text} NOT NULL, ordinal {int} NOT NULL, application {blob} NOT NULL, role {text} NOT NULL,
            version {text} NOT NULL, unit {blob} NOT NULL, device {blob} NOT NULL, given {int} NOT NULL, recorded_at {int} NOT NULL,
            PRIMARY KEY (link, kind, ordinal)){clustered}
        ;;
        CREATE TABLE part_completion (
            link {blob} PRIMARY KEY NOT NULL, application {blob} NOT NULL, role {text} NOT NULL, version {text} NOT NULL,
            unit {blob} NOT NULL, recorded_at {int} NOT NULL){clustered}
        """

    /// What lets an app of a device in to a part for some hours.
    static let partTokenTemplate = """
        CREATE TABLE part_token (
            hash {blob} PRIMARY KEY NOT NULL, link {blob} NOT NULL, device {blob} NOT NULL, issued_at {int} NOT NULL,
            expires_at {int} NOT NULL){clustered}
        ;;
        CREATE INDEX part_token_by_expiry ON part_token (expires_at)
        ;;
        CREATE INDEX part_token_by_link ON part_token (link, device)
        """
}
