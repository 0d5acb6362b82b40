import SQLCore

extension Schema {
    static let trailGuards = [
        AppendOnlyTable("trail_entry", keys: [["id"]]),
        AppendOnlyTable("trail_subject", keys: [["kind", "subject", "entry"]]),
        AppendOnlyTable("trail_sequence", keys: [["number"], ["entry"]]),
        AppendOnlyTable("trail_head", keys: [["size"]]),
        AppendOnlyTable("trail_node", keys: [["level", "position"]]),
        AppendOnlyTable("bulk_node", keys: [["entry", "fact", "ordinal"]]),
    ]

    static let trailTemplate = """
        CREATE TABLE trail_entry (
            id {blob} PRIMARY KEY NOT NULL, recorded_at {int} NOT NULL, actor {blob} NOT NULL, organisation_path {text} NOT NULL,
            action {text} NOT NULL, body {text} NOT NULL){table}
        ;;
        CREATE INDEX trail_entry_by_time ON trail_entry (recorded_at, id)
        ;;
        CREATE INDEX trail_entry_by_actor ON trail_entry (actor, recorded_at, id)
        ;;
        CREATE TABLE trail_subject (
            kind {text} NOT NULL, subject {blob} NOT NULL, entry {blob} NOT NULL, PRIMARY KEY (kind, subject, entry)){clustered}
        ;;
        CREATE TABLE trail_pending (entry {blob} PRIMARY KEY NOT NULL){clustered}
        ;;
        CREATE TABLE trail_sequence (
            number {int} PRIMARY KEY NOT NULL, entry {blob} NOT NULL UNIQUE, leaf_hash {blob} NOT NULL){table}
        ;;
        CREATE TABLE trail_head (
            size {int} PRIMARY KEY NOT NULL, root {blob} NOT NULL, frontier {blob} NOT NULL, recorded_at {int} NOT NULL){table}
        ;;
        CREATE TABLE trail_node (
            level {int} NOT NULL, position {int} NOT NULL, hash {blob} NOT NULL, PRIMARY KEY (level, position)){clustered}
        ;;
        CREATE TABLE bulk_node (
            entry {blob} NOT NULL, fact {int} NOT NULL, ordinal {int} NOT NULL, hashes {blob} NOT NULL,
            PRIMARY KEY (entry, fact, ordinal)){clustered}
        """

    /// An auditor asks for all acts of a kind. Without this an act that is rare costs a look at every entry there is.
    static let trailActionIndex = "CREATE INDEX trail_entry_by_action ON trail_entry (action, recorded_at, id)"
}
