import SQLCore

extension Schema {
    /// What happened to cards, for whoever follows it, and the programs that are told. All of it says again what is registered elsewhere:
    /// it is forgotten after a while.
    static let eventTemplate = """
        CREATE TABLE card_change_pending (
            stamp {int} NOT NULL, entry {blob} NOT NULL, ordinal {int} NOT NULL, kind {text} NOT NULL, after {text} NOT NULL, stops {int},
            lo {int} NOT NULL, hi {int} NOT NULL, path {text} NOT NULL, former_path {text}, unit {blob}, effective_from {int} NOT NULL,
            at {int} NOT NULL, PRIMARY KEY (stamp, entry, ordinal)){clustered}
        ;;
        CREATE TABLE card_change (
            number {int} PRIMARY KEY NOT NULL, kind {text} NOT NULL, after {text} NOT NULL, stops {int}, lo {int} NOT NULL,
            hi {int} NOT NULL, path {text} NOT NULL, former_path {text}, unit {blob}, effective_from {int} NOT NULL,
            at {int} NOT NULL){table}
        ;;
        CREATE TABLE webhook (
            id {blob} PRIMARY KEY NOT NULL, organisation {blob} NOT NULL, path {text} NOT NULL, url {text} NOT NULL, kinds {text} NOT NULL,
            state {text} NOT NULL, secret {blob} NOT NULL, secret_key {blob} NOT NULL, former_secret {blob}, former_key {blob},
            former_until {int}, number {int} NOT NULL, card {int} NOT NULL, tries {int} NOT NULL,
            failing_since {int}, due_at {int} NOT NULL, lease_until {int} NOT NULL, failure {text}, created_at {int} NOT NULL,
            created_by {blob} NOT NULL){table}
        ;;
        CREATE INDEX webhook_by_due ON webhook (state, due_at, id)
        ;;
        CREATE INDEX webhook_by_path ON webhook (path, id)
        ;;
        CREATE TABLE webhook_event (
            webhook {blob} NOT NULL, number {int} NOT NULL, lo {int} NOT NULL, hi {int} NOT NULL, id {blob} NOT NULL UNIQUE,
            kind {text} NOT NULL, state {text} NOT NULL, tries {int} NOT NULL, happened_at {int} NOT NULL, ended_at {int},
            failure {text}, PRIMARY KEY (webhook, number, lo)){clustered}
        ;;
        CREATE INDEX webhook_event_by_state ON webhook_event (webhook, state, number, lo)
        ;;
        CREATE INDEX webhook_event_by_end ON webhook_event (ended_at, id)
        """

    /// Programs that are told of one request.
    static let callbackTemplate = """
        CREATE TABLE callback (
            application {blob} PRIMARY KEY NOT NULL, webhook {blob} NOT NULL, url {text} NOT NULL, state {text} NOT NULL,
            turn {int} NOT NULL, happened_at {int}, tries {int} NOT NULL, failing_since {int}, due_at {int}, lease_until {int} NOT NULL,
            failure {text}){table}
        ;;
        CREATE INDEX callback_by_due ON callback (due_at, application) WHERE due_at IS NOT NULL
        ;;
        CREATE INDEX callback_by_webhook ON callback (webhook, lease_until)
        """

    /// By which a webhook leads to the requests it tells of.
    static let callbackIndex = "CREATE INDEX callback_by_state ON callback (webhook, state, application)"
}
