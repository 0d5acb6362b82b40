import SQLCore

extension Schema {
    static let custodianGuards = [
        AppendOnlyTable("custodian_pair", keys: [["ordinal"]]), AppendOnlyTable("custodian_confirmation", keys: [["pair"]]),
        AppendOnlyTable("deposited_key", keys: [["data_key"]]),
    ]

    /// Keys of what is deep-frozen, deposited with two custodians, and what they are asked for an opening. `custody_look`: when to look again
    /// whether a registration's keys can be deposited; 0 once they all are.
    static let custodianTemplate = """
        CREATE TABLE custodian_pair (
            ordinal {int} PRIMARY KEY NOT NULL, key_a {blob} NOT NULL, key_b {blob} NOT NULL, challenge_a {blob} NOT NULL,
            challenge_b {blob} NOT NULL, check_a {blob} NOT NULL, check_b {blob} NOT NULL, proposed_at {int} NOT NULL,
            proposed_by {blob} NOT NULL){table}
        ;;
        CREATE TABLE custodian_confirmation (
            pair {int} PRIMARY KEY NOT NULL, proof_a {blob} NOT NULL, proof_b {blob} NOT NULL, confirmed_at {int} NOT NULL,
            confirmed_by {blob} NOT NULL){table}
        ;;
        CREATE TABLE deposited_key (
            data_key {blob} PRIMARY KEY NOT NULL, kept_in {text} NOT NULL, pair {int} NOT NULL, half_a {blob} NOT NULL, half_b {blob} NOT NULL,
            check_a {blob} NOT NULL, check_b {blob} NOT NULL, file_sha256 {blob}, deposited_at {int} NOT NULL){table}
        ;;
        CREATE TABLE opening_exchange (
            opening {blob} PRIMARY KEY NOT NULL, public_key {blob} NOT NULL, sealed {blob}, data_key {blob}, opened_at {int},
            ends_at {int} NOT NULL){table}
        ;;
        CREATE INDEX opening_exchange_by_end ON opening_exchange (ends_at) WHERE data_key IS NOT NULL
        ;;
        CREATE TABLE opening_answer (
            opening {blob} NOT NULL, custodian {blob} NOT NULL, side {text} NOT NULL, sealed {blob} NOT NULL, handed_at {int} NOT NULL,
            handed_by {blob} NOT NULL, PRIMARY KEY (opening, custodian, side)){table}
        ;;
        ALTER TABLE registration_state ADD COLUMN custody_look {int}
        ;;
        CREATE INDEX registration_state_to_deposit ON registration_state (ended_at) WHERE custody_look IS NULL AND ended_at IS NOT NULL
        ;;
        CREATE INDEX registration_state_looked ON registration_state (custody_look) WHERE custody_look IS NOT NULL
        """
}
