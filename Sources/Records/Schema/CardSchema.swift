import SQLCore

extension Schema {
    static let cardGuards = [
        AppendOnlyTable("product_version", keys: [["product", "ordinal"]]),
        AppendOnlyTable("subscription", keys: [["id"]]),
        AppendOnlyTable("iccid_directory", keys: [["iccid", "ordinal"]]),
        AppendOnlyTable("msisdn_directory", keys: [["msisdn", "ordinal"]]),
        AppendOnlyTable("imsi_directory", keys: [["imsi", "ordinal"]]),
        AppendOnlyTable("intake_block", keys: [["lo"]]),
        AppendOnlyTable("custody_act", keys: [["id"], ["number"]]),
        AppendOnlyTable("custody_interval", keys: [["act", "lo"]]),
        AppendOnlyTable("prior_record", keys: [["subscription"]]),
    ]

    /// Each by its own key: what must be unique across the pieces is the key itself.
    static let cardSpread = [
        "subscription": "id", "iccid_directory": "iccid", "msisdn_directory": "msisdn", "imsi_directory": "imsi",
        "prior_record": "subscription",
    ]

    static let cardTemplate = """
        CREATE TABLE product (
            id {int} PRIMARY KEY NOT NULL, code {text} NOT NULL UNIQUE, ordinal {int} NOT NULL, status {text} NOT NULL,
            updated_at {int} NOT NULL){table}
        ;;
        CREATE TABLE product_version (
            product {int} NOT NULL, ordinal {int} NOT NULL, name {text} NOT NULL, carrier {text} NOT NULL, card_class {text} NOT NULL,
            traffic {text} NOT NULL, monthly_megabytes {int} NOT NULL, voice {int} NOT NULL, sms {int} NOT NULL,
            binding {text} NOT NULL, periods {text} NOT NULL, recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL,
            PRIMARY KEY (product, ordinal)){clustered}
        ;;
        CREATE TABLE intake (
            id {blob} PRIMARY KEY NOT NULL, organisation {blob} NOT NULL, path {text} NOT NULL, kind {text} NOT NULL, batch {text} NOT NULL,
            product {int}, province {int}, spool {text}, spool_key {blob}, file_hash {blob} NOT NULL, file_bytes {int} NOT NULL,
            format {text} NOT NULL, mapping {text} NOT NULL,
            state {text} NOT NULL, failure {text}, rows_total {int}, next_row {int} NOT NULL,
            rows_taken {int} NOT NULL, rows_known {int} NOT NULL, rows_repeated {int} NOT NULL, rows_failed {int} NOT NULL,
            created_by {blob} NOT NULL, created_at {int} NOT NULL, started_at {int}, finished_at {int}, lease_until {int} NOT NULL,
            repair_expires_at {int}){table}
        ;;
        CREATE INDEX intake_by_state ON intake (state, created_at)
        ;;
        CREATE INDEX intake_by_path ON intake (path, id)
        ;;
        CREATE TABLE intake_problem (
            intake {blob} NOT NULL, row {int} NOT NULL, ordinal {int} NOT NULL, field {text} NOT NULL, code {text} NOT NULL,
            other_row {int}, severity {text} NOT NULL, PRIMARY KEY (intake, row, ordinal)){clustered}
        ;;
        CREATE TABLE subscription (
            id {int} PRIMARY KEY NOT NULL, product {int} NOT NULL, province {int}, origin {int} NOT NULL,
            iccid {text} NOT NULL, msisdn {int}, imsi {int}, eid {text}, recorded_at {int} NOT NULL){table}
        ;;
        CREATE TABLE iccid_directory (
            iccid {text} NOT NULL, ordinal {int} NOT NULL, subscription {int} NOT NULL, effective_from {int} NOT NULL,
            PRIMARY KEY (iccid, ordinal)){clustered}
        ;;
        CREATE TABLE msisdn_directory (
            msisdn {int} NOT NULL, ordinal {int} NOT NULL, subscription {int} NOT NULL, effective_from {int} NOT NULL,
            PRIMARY KEY (msisdn, ordinal)){clustered}
        ;;
        CREATE TABLE imsi_directory (
            imsi {int} NOT NULL, ordinal {int} NOT NULL, subscription {int} NOT NULL, effective_from {int} NOT NULL,
            PRIMARY KEY (imsi, ordinal)){clustered}
        ;;
        CREATE TABLE intake_block (
            lo {int} PRIMARY KEY NOT NULL, hi {int} NOT NULL, intake {blob} NOT NULL, batch {text} NOT NULL, organisation {blob} NOT NULL){table}
        ;;
        CREATE INDEX intake_block_by_batch ON intake_block (batch, lo)
        ;;
        CREATE INDEX intake_block_by_intake ON intake_block (intake, lo)
        ;;
        CREATE TABLE custody_act (
            id {blob} PRIMARY KEY NOT NULL, number {int} NOT NULL UNIQUE, kind {text} NOT NULL, from_organisation {blob},
            to_organisation {blob} NOT NULL, standing {text} NOT NULL, selector {text} NOT NULL, cards {int} NOT NULL,
            effective_from {int} NOT NULL, recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL){table}
        ;;
        CREATE TABLE custody_interval (
            act {blob} NOT NULL, lo {int} NOT NULL, hi {int} NOT NULL, PRIMARY KEY (act, lo)){clustered}
        ;;
        CREATE INDEX custody_interval_by_card ON custody_interval (lo, hi)
        ;;
        CREATE TABLE custody_current (
            lo {int} PRIMARY KEY NOT NULL, hi {int} NOT NULL, organisation {blob} NOT NULL, path {text} NOT NULL, standing {text} NOT NULL){table}
        ;;
        CREATE INDEX custody_current_by_path ON custody_current (path, lo)
        ;;
        CREATE TABLE prior_record (
            subscription {int} PRIMARY KEY NOT NULL, opened_on {int}, unit_code {text}, unit_name {text}, has_responsible_person {int} NOT NULL,
            has_evidence {int} NOT NULL, sealed {blob}, data_key {blob}, recorded_at {int} NOT NULL){table}
        """
}
