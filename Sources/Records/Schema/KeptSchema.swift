import SQLCore

extension Schema {
    static let keptGuards = [
        AppendOnlyTable("legal_hold", keys: [["id"], ["code"]]), AppendOnlyTable("legal_hold_release", keys: [["hold"]]),
        AppendOnlyTable("sealed_opening", keys: [["id"], ["code"]]), AppendOnlyTable("sealed_opening_decision", keys: [["opening"]]),
    ]

    /// What is kept after the end: holds for a case, and requests to open what is sealed.
    static let keptTemplate = """
        CREATE TABLE legal_hold (
            id {blob} PRIMARY KEY NOT NULL, code {text} NOT NULL UNIQUE, subscription {int}, party {blob}, case_number {text} NOT NULL,
            reason {text} NOT NULL, placed_at {int} NOT NULL, placed_by {blob} NOT NULL){table}
        ;;
        CREATE INDEX legal_hold_by_subscription ON legal_hold (subscription)
        ;;
        CREATE INDEX legal_hold_by_party ON legal_hold (party)
        ;;
        CREATE TABLE legal_hold_release (
            hold {blob} PRIMARY KEY NOT NULL, reason {text} NOT NULL, released_at {int} NOT NULL, released_by {blob} NOT NULL){table}
        ;;
        CREATE TABLE sealed_opening (
            id {blob} PRIMARY KEY NOT NULL, code {text} NOT NULL UNIQUE, subscription {int} NOT NULL, registration {blob} NOT NULL,
            case_number {text} NOT NULL, reason {text} NOT NULL, asked_at {int} NOT NULL, asked_by {blob} NOT NULL){table}
        ;;
        CREATE INDEX sealed_opening_by_asker ON sealed_opening (asked_by, registration)
        ;;
        CREATE TABLE sealed_opening_decision (
            opening {blob} PRIMARY KEY NOT NULL, verdict {text} NOT NULL, note {text}, open_until {int} NOT NULL, decided_at {int} NOT NULL,
            decided_by {blob} NOT NULL){table}
        """
}
