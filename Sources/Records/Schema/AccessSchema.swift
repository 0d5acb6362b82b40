import SQLCore

extension Schema {
    static let accessGuards = [AppendOnlyTable("contract", keys: [["id"], ["agent", "carrier", "version"]])]

    static let accessTemplate = """
        CREATE TABLE installation_secret (
            name {text} PRIMARY KEY NOT NULL, key_id {blob} NOT NULL, wrapped_under {text} NOT NULL, wrapped {blob} NOT NULL){clustered}
        ;;
        CREATE TABLE data_key (
            id {blob} PRIMARY KEY NOT NULL, wrapped_under {text} NOT NULL, wrapped {blob},
            created_at {int} NOT NULL, destroyed_at {int}){clustered}
        ;;
        CREATE INDEX data_key_by_wrapping ON data_key (wrapped_under, id)
        ;;
        CREATE TABLE counter (name {text} PRIMARY KEY NOT NULL, next {int} NOT NULL){clustered}
        ;;
        CREATE TABLE organisation (
            id {blob} PRIMARY KEY NOT NULL, kind {text} NOT NULL, parent {blob} REFERENCES organisation (id), path {text} NOT NULL UNIQUE,
            name {text} NOT NULL, status {text} NOT NULL, unit {blob},
            created_at {int} NOT NULL, updated_at {int} NOT NULL, version {int} NOT NULL){table}
        ;;
        CREATE INDEX organisation_by_parent ON organisation (parent, id)
        ;;
        CREATE TABLE contract (
            id {blob} PRIMARY KEY NOT NULL, agent {blob} NOT NULL REFERENCES organisation (id), carrier {text} NOT NULL, version {text} NOT NULL,
            valid_from {int} NOT NULL, valid_until {int} NOT NULL, duties {text} NOT NULL, breach_handling {text} NOT NULL,
            recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL, UNIQUE (agent, carrier, version)){table}
        ;;
        CREATE TABLE account (
            id {blob} PRIMARY KEY NOT NULL, kind {text} NOT NULL, organisation {blob} NOT NULL REFERENCES organisation (id),
            login {text} NOT NULL UNIQUE, roles {text} NOT NULL, status {text} NOT NULL, password {text},
            second_factor {blob}, second_factor_key {blob}, second_factor_counter {int} NOT NULL,
            pending_factor {blob}, pending_factor_key {blob},
            failures {int} NOT NULL, locked_until {int} NOT NULL,
            created_at {int} NOT NULL, updated_at {int} NOT NULL, version {int} NOT NULL){table}
        ;;
        CREATE INDEX account_by_organisation ON account (organisation, id)
        ;;
        CREATE TABLE access_token (
            hash {blob} PRIMARY KEY NOT NULL, kind {text} NOT NULL, family {blob} NOT NULL, account {blob} NOT NULL REFERENCES account (id),
            label {text} NOT NULL, permissions {text}, issued_at {int} NOT NULL, expires_at {int} NOT NULL, revoked_at {int}){clustered}
        ;;
        CREATE INDEX access_token_by_account ON access_token (account, kind, family)
        ;;
        CREATE INDEX access_token_by_expiry ON access_token (expires_at)
        ;;
        CREATE TABLE idempotency (
            account {blob} NOT NULL, key {text} NOT NULL, operation {text} NOT NULL, body_hash {blob} NOT NULL, status {int},
            answer {blob}, created_at {int} NOT NULL, PRIMARY KEY (account, key)){clustered}
        ;;
        CREATE INDEX idempotency_by_age ON idempotency (created_at)
        """
}
