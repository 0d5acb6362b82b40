import SQLCore

extension Schema {
    static let registrationGuards = [
        AppendOnlyTable("party", keys: [["id"]]),
        AppendOnlyTable("identity_version", keys: [["id"], ["party", "ordinal"]]),
        AppendOnlyTable("evidence", keys: [["id"]]),
        AppendOnlyTable("registration", keys: [["id"], ["code"]]),
        AppendOnlyTable("submission", keys: [["id"], ["application", "ordinal"]]),
        AppendOnlyTable("submission_role", keys: [["submission", "role", "ordinal"]]),
        AppendOnlyTable("submission_evidence", keys: [["submission", "slot", "evidence"]]),
        AppendOnlyTable("submission_interval", keys: [["submission", "lo"]]),
        AppendOnlyTable("check_result", keys: [["submission", "ordinal"]]),
        AppendOnlyTable("decision", keys: [["id"]]),
        AppendOnlyTable("decision_interval", keys: [["decision", "lo"]]),
        AppendOnlyTable("decision_exclusion", keys: [["decision", "subscription"]]),
        AppendOnlyTable("holding", keys: [["subscription", "ordinal"]]),
        AppendOnlyTable("role_succession", keys: [["registration", "role", "ordinal"]]),
    ]

    static let registrationTemplate = """
        CREATE TABLE party (
            id {blob} PRIMARY KEY NOT NULL, kind {text} NOT NULL, recorded_at {int} NOT NULL){clustered}
        ;;
        CREATE TABLE identity_version (
            id {blob} PRIMARY KEY NOT NULL, party {blob} NOT NULL, ordinal {int} NOT NULL, document_type {text} NOT NULL,
            valid_from {int}, valid_until {int}, sealed {blob} NOT NULL, data_key {blob} NOT NULL, commitment {blob} NOT NULL,
            recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL, UNIQUE (party, ordinal)){table}
        ;;
        CREATE INDEX identity_version_by_expiry ON identity_version (valid_until, id)
        ;;
        CREATE TABLE unit_directory (
            party {blob} PRIMARY KEY NOT NULL, code {text} NOT NULL, name {text} NOT NULL, recorded_at {int} NOT NULL){clustered}
        ;;
        CREATE UNIQUE INDEX unit_directory_by_code ON unit_directory (code)
        ;;
        CREATE INDEX unit_directory_by_name ON unit_directory (name)
        ;;
        CREATE TABLE identity_search (
            purpose {text} NOT NULL, hash {blob} NOT NULL, party {blob} NOT NULL, name_hash {blob}, PRIMARY KEY (purpose, hash, party)){clustered}
        ;;
        CREATE TABLE evidence (
            id {blob} PRIMARY KEY NOT NULL, organisation {blob} NOT NULL, path {text} NOT NULL, sha256 {blob} NOT NULL, media_type {text} NOT NULL,
            bytes {int} NOT NULL, width {int}, height {int}, pages {int}, kind {text} NOT NULL, warnings {text} NOT NULL,
            data_key {blob} NOT NULL, location {text} NOT NULL,
            recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL){table}
        ;;
        CREATE INDEX evidence_by_hash ON evidence (sha256)
        ;;
        CREATE TABLE evidence_state (
            evidence {blob} PRIMARY KEY NOT NULL, registered_at {int}, purge_after {int}, purged_at {int}){clustered}
        ;;
        CREATE INDEX evidence_state_by_purge ON evidence_state (purge_after)
        ;;
        CREATE TABLE registration (
            id {blob} PRIMARY KEY NOT NULL, code {text} NOT NULL UNIQUE, kind {text} NOT NULL, channel {text} NOT NULL, organisation {blob} NOT NULL,
            path {text} NOT NULL, created_by {blob} NOT NULL, created_at {int} NOT NULL){table}
        ;;
        CREATE INDEX registration_by_path ON registration (path, id)
        ;;
        CREATE TABLE registration_state (
            registration {blob} PRIMARY KEY NOT NULL, state {text} NOT NULL, unit {blob}, registered_at {int}, ended_at {int},
            updated_at {int} NOT NULL){clustered}
        ;;
        CREATE TABLE registration_cards (
            registration {blob} NOT NULL, effective_from {int} NOT NULL, cards {int} NOT NULL, PRIMARY KEY (registration, effective_from)){clustered}
        ;;
        CREATE INDEX registration_state_by_unit ON registration_state (unit, registration)
        ;;
        CREATE TABLE application (
            id {blob} PRIMARY KEY NOT NULL, registration {blob} NOT NULL, kind {text} NOT NULL, state {text} NOT NULL, version {int} NOT NULL,
            draft {blob}, draft_key {blob}, organisation {blob} NOT NULL, path {text} NOT NULL, unit {blob}, cards {int} NOT NULL,
            created_by {blob} NOT NULL, created_at {int} NOT NULL, updated_at {int} NOT NULL, submitted_at {int}, submitted_by {blob},
            submission {blob}, decided_at {int}, locked_by {blob}, locked_until {int} NOT NULL, purge_after {int}){table}
        ;;
        CREATE INDEX application_by_state ON application (state, submitted_at, id)
        ;;
        CREATE INDEX application_by_path ON application (path, id)
        ;;
        CREATE INDEX application_by_registration ON application (registration, id)
        ;;
        CREATE INDEX application_by_purge ON application (purge_after)
        ;;
        CREATE TABLE application_interval (
            application {blob} NOT NULL, lo {int} NOT NULL, hi {int} NOT NULL, PRIMARY KEY (application, lo)){clustered}
        ;;
        CREATE TABLE submission (
            id {blob} PRIMARY KEY NOT NULL, application {blob} NOT NULL, registration {blob} NOT NULL, ordinal {int} NOT NULL, kind {text} NOT NULL,
            policy {text} NOT NULL, content {text} NOT NULL, unit {blob} NOT NULL, cards {int} NOT NULL, effective_from {int},
            agent_chain {text} NOT NULL, submitted_at {int} NOT NULL, submitted_by {blob} NOT NULL, UNIQUE (application, ordinal)){table}
        ;;
        CREATE INDEX submission_by_registration ON submission (registration, id)
        ;;
        CREATE TABLE submission_role (
            submission {blob} NOT NULL, role {text} NOT NULL, ordinal {int} NOT NULL, party {blob} NOT NULL, identity {blob} NOT NULL,
            authorised_from {int}, authorised_until {int}, PRIMARY KEY (submission, role, ordinal)){clustered}
        ;;
        CREATE INDEX submission_role_by_party ON submission_role (party, submission)
        ;;
        CREATE INDEX submission_role_by_identity ON submission_role (identity, submission)
        ;;
        CREATE TABLE submission_evidence (
            submission {blob} NOT NULL, slot {text} NOT NULL, evidence {blob} NOT NULL, PRIMARY KEY (submission, slot, evidence)){clustered}
        ;;
        CREATE INDEX submission_evidence_by_evidence ON submission_evidence (evidence, submission)
        ;;
        CREATE TABLE submission_interval (
            submission {blob} NOT NULL, lo {int} NOT NULL, hi {int} NOT NULL, PRIMARY KEY (submission, lo)){clustered}
        ;;
        CREATE TABLE check_result (
            submission {blob} NOT NULL, ordinal {int} NOT NULL, method {text} NOT NULL, provider {text} NOT NULL, verdict {text} NOT NULL,
            code {text} NOT NULL, requirement {text} NOT NULL, subject {text} NOT NULL, count {int} NOT NULL, recorded_at {int} NOT NULL,
            PRIMARY KEY (submission, ordinal)){clustered}
        ;;
        CREATE TABLE decision (
            id {blob} PRIMARY KEY NOT NULL, submission {blob} NOT NULL, registration {blob} NOT NULL, verdict {text} NOT NULL, reasons {text} NOT NULL,
            sealed_note {blob}, note_key {blob}, cards_registered {int} NOT NULL, cards_excluded {int} NOT NULL,
            effective_from {int} NOT NULL, decided_at {int} NOT NULL, decided_by {blob} NOT NULL, seconded_by {blob}){table}
        ;;
        CREATE INDEX decision_by_submission ON decision (submission)
        ;;
        CREATE INDEX decision_by_registration ON decision (registration, decided_at)
        ;;
        CREATE TABLE decision_interval (
            decision {blob} NOT NULL, lo {int} NOT NULL, hi {int} NOT NULL, PRIMARY KEY (decision, lo)){clustered}
        ;;
        CREATE TABLE decision_exclusion (
            decision {blob} NOT NULL, subscription {int} NOT NULL, code {text} NOT NULL, PRIMARY KEY (decision, subscription)){clustered}
        ;;
        CREATE TABLE holding (
            subscription {int} NOT NULL, ordinal {int} NOT NULL, effective_from {int} NOT NULL, recorded_at {int} NOT NULL, registration {blob},
            decision {blob} NOT NULL, PRIMARY KEY (subscription, ordinal)){clustered}
        ;;
        CREATE TABLE role_succession (
            registration {blob} NOT NULL, role {text} NOT NULL, ordinal {int} NOT NULL, party {blob}, identity {blob},
            authorised_from {int}, authorised_until {int}, effective_from {int} NOT NULL, recorded_at {int} NOT NULL, decision {blob} NOT NULL,
            PRIMARY KEY (registration, role, ordinal)){clustered}
        ;;
        CREATE INDEX role_succession_by_identity ON role_succession (identity, registration)
        ;;
        CREATE INDEX role_succession_by_authorisation ON role_succession (authorised_until, registration)
        """

    /// All findings of the rules about a submission are one row. `check_result` keeps those made before, one a row.
    static let judgementTemplate = """
        CREATE TABLE rule_judgement (
            submission {blob} PRIMARY KEY NOT NULL, findings {text} NOT NULL, recorded_at {int} NOT NULL){clustered}
        """

    /// Keyed hashes of contact numbers led to persons until this step, and nothing asked for them.
    static let contactTemplate = "DELETE FROM identity_search WHERE purpose = 'contact'"
}
