import SQLCore

extension Schema {
    static let exportGuards = [
        AppendOnlyTable("export_request", keys: [["id"], ["code"]]), AppendOnlyTable("export_decision", keys: [["export"]]),
    ]

    /// Exports: who asked for what and why, who approved it, and where the file stands.
    static let exportTemplate = """
        CREATE TABLE export_request (
            id {blob} PRIMARY KEY NOT NULL, code {text} NOT NULL UNIQUE, organisation {blob} NOT NULL, path {text} NOT NULL,
            kind {text} NOT NULL, filter {text} NOT NULL, column_names {text} NOT NULL, is_masked {int} NOT NULL, language {text} NOT NULL,
            reason {text} NOT NULL, asked_at {int} NOT NULL, asked_by {blob} NOT NULL){table}
        ;;
        CREATE TABLE export_decision (
            export {blob} PRIMARY KEY NOT NULL, verdict {text} NOT NULL, note {text}, decided_at {int} NOT NULL,
            decided_by {blob} NOT NULL){table}
        ;;
        CREATE TABLE export_state (
            export {blob} PRIMARY KEY NOT NULL, state {text} NOT NULL, path {text} NOT NULL, asked_by {blob} NOT NULL, spool {blob}, spool_key {blob},
            file_rows {int} NOT NULL, file_bytes {int} NOT NULL, file_hash {blob}, failure {text}, ready_at {int}, expires_at {int} NOT NULL,
            downloads {int} NOT NULL, lease_until {int} NOT NULL){table}
        ;;
        CREATE INDEX export_state_by_state ON export_state (state, export)
        ;;
        CREATE INDEX export_state_by_asker ON export_state (asked_by, export)
        ;;
        CREATE INDEX export_state_by_spool ON export_state (spool)
        ;;
        CREATE INDEX export_state_by_path ON export_state (path, export)
        """
}
