import SQLCore

extension Schema {
    static let personalGuards = [
        AppendOnlyTable("verification_policy", keys: [["id"], ["organisation", "ordinal"]]),
        AppendOnlyTable("consent", keys: [["application", "kind", "ordinal"]]),
        AppendOnlyTable("submission_needs", keys: [["submission"]]),
        AppendOnlyTable("verification", keys: [["submission", "ordinal"]]),
        AppendOnlyTable("carrier_reply", keys: [["submission", "ordinal"]]),
        AppendOnlyTable("decision_remark", keys: [["decision"]]),
        AppendOnlyTable("party_link", keys: [["party", "other"]]),
    ]

    /// Persons' cards: how they are verified, how persons come in, what machines and carriers said, and what each may have.
    static let personalTemplate = """
        CREATE TABLE verification_policy (
            id {blob} PRIMARY KEY NOT NULL, organisation {blob} NOT NULL, path {text} NOT NULL, ordinal {int} NOT NULL,
            valid_from {int} NOT NULL, rules {text} NOT NULL, recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL,
            UNIQUE (organisation, ordinal)){table}
        ;;
        CREATE TABLE entrance (
            hash {blob} PRIMARY KEY NOT NULL, id {blob} NOT NULL UNIQUE, kind {text} NOT NULL, subscription {int} NOT NULL,
            organisation {blob} NOT NULL, path {text} NOT NULL, device_type {text}, issued_at {int} NOT NULL, issued_by {blob} NOT NULL,
            expires_at {int} NOT NULL, revoked_at {int}){clustered}
        ;;
        CREATE INDEX entrance_by_path ON entrance (path, id)
        ;;
        CREATE INDEX entrance_by_card ON entrance (subscription, id)
        ;;
        CREATE TABLE seat (
            id {blob} PRIMARY KEY NOT NULL, entrance {blob} NOT NULL, device {blob} NOT NULL, subscription {int} NOT NULL,
            application {blob}, made_at {int} NOT NULL, UNIQUE (entrance, device)){table}
        ;;
        CREATE INDEX seat_by_device ON seat (device, id)
        ;;
        CREATE INDEX seat_by_card ON seat (subscription, id)
        ;;
        CREATE TABLE seat_token (
            hash {blob} PRIMARY KEY NOT NULL, seat {blob} NOT NULL, issued_at {int} NOT NULL, expires_at {int} NOT NULL){clustered}
        ;;
        CREATE INDEX seat_token_by_expiry ON seat_token (expires_at)
        ;;
        CREATE TABLE attempt (
            kind {text} NOT NULL, key {blob} NOT NULL, since {int} NOT NULL, count {int} NOT NULL, PRIMARY KEY (kind, key)){clustered}
        ;;
        CREATE INDEX attempt_by_age ON attempt (since)
        ;;
        CREATE TABLE consent (
            application {blob} NOT NULL, kind {text} NOT NULL, ordinal {int} NOT NULL, version {text} NOT NULL, given {int} NOT NULL,
            recorded_at {int} NOT NULL, PRIMARY KEY (application, kind, ordinal)){clustered}
        ;;
        CREATE TABLE face_challenge (
            hash {blob} PRIMARY KEY NOT NULL, application {blob} NOT NULL, actions {text} NOT NULL, issued_at {int} NOT NULL,
            expires_at {int} NOT NULL, answered_at {int}, evidence {blob}){clustered}
        ;;
        CREATE INDEX face_challenge_by_application ON face_challenge (application, issued_at)
        ;;
        CREATE INDEX face_challenge_by_expiry ON face_challenge (expires_at)
        ;;
        CREATE TABLE face_frame (
            challenge {blob} NOT NULL, ordinal {int} NOT NULL, action {text}, milliseconds {int} NOT NULL, evidence {blob} NOT NULL,
            PRIMARY KEY (challenge, ordinal)){clustered}
        ;;
        CREATE INDEX face_challenge_by_evidence ON face_challenge (evidence)
        ;;
        CREATE TABLE picture_mark (
            evidence {blob} PRIMARY KEY NOT NULL, mark {int} NOT NULL, application {blob} NOT NULL, findings {text} NOT NULL){clustered}
        ;;
        CREATE INDEX picture_mark_by_mark ON picture_mark (mark, evidence)
        ;;
        CREATE TABLE submission_needs (
            submission {blob} PRIMARY KEY NOT NULL, policies {text} NOT NULL, needs {text} NOT NULL, recorded_at {int} NOT NULL){clustered}
        ;;
        CREATE TABLE verification (
            submission {blob} NOT NULL, ordinal {int} NOT NULL, method {text} NOT NULL, vendor {text} NOT NULL, product_version {text} NOT NULL,
            verdict {text} NOT NULL, score {int}, threshold {int}, liveness {text}, reference {text}, is_sandbox {int} NOT NULL,
            cost {int} NOT NULL, recorded_at {int} NOT NULL, PRIMARY KEY (submission, ordinal)){clustered}
        ;;
        CREATE TABLE verification_task (
            submission {blob} NOT NULL, method {text} NOT NULL, application {blob} NOT NULL, request {blob} NOT NULL, tries {int} NOT NULL, due_at {int} NOT NULL,
            lease_until {int} NOT NULL, give_up_at {int} NOT NULL, PRIMARY KEY (submission, method)){clustered}
        ;;
        CREATE INDEX verification_task_by_due ON verification_task (due_at, submission)
        ;;
        CREATE TABLE carrier_reply (
            submission {blob} NOT NULL, ordinal {int} NOT NULL, carrier {text} NOT NULL, verdict {text} NOT NULL, receipt {text} NOT NULL,
            recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL, PRIMARY KEY (submission, ordinal)){clustered}
        ;;
        CREATE INDEX carrier_reply_by_receipt ON carrier_reply (carrier, receipt)
        ;;
        CREATE TABLE decision_remark (
            decision {blob} PRIMARY KEY NOT NULL, sealed {blob} NOT NULL, data_key {blob} NOT NULL, recorded_at {int} NOT NULL){clustered}
        ;;
        CREATE TABLE card_slot (
            party {blob} NOT NULL, carrier {text} NOT NULL, card_class {text} NOT NULL, place {int} NOT NULL, subscription {int} NOT NULL,
            registration {blob} NOT NULL, expires_at {int}, PRIMARY KEY (party, carrier, card_class, place)){clustered}
        ;;
        CREATE INDEX card_slot_by_registration ON card_slot (registration)
        ;;
        CREATE UNIQUE INDEX card_slot_by_card ON card_slot (subscription)
        ;;
        CREATE TABLE party_link (
            party {blob} NOT NULL, other {blob} NOT NULL, ground {text} NOT NULL, recorded_at {int} NOT NULL,
            PRIMARY KEY (party, other)){clustered}
        ;;
        CREATE INDEX party_link_by_other ON party_link (other, party)
        ;;
        CREATE TABLE device_person (
            device {blob} NOT NULL, party {blob} NOT NULL, first_at {int} NOT NULL, PRIMARY KEY (device, party)){clustered}
        ;;
        CREATE TABLE staff_device (device {blob} PRIMARY KEY NOT NULL, last_at {int} NOT NULL){clustered}
        """
}
