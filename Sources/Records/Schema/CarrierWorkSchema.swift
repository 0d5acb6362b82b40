import SQLCore

extension Schema {
    static let carrierWorkGuards = [AppendOnlyTable("carrier_truth_event", keys: [["subscription", "ordinal"]])]

    static let carrierWorkSpread = ["carrier_truth": "subscription", "carrier_truth_event": "subscription"]

    /// Wishes on their way to carriers, what carriers say of cards, and what is kept of how they said it.
    static let carrierWorkTemplate = """
        ALTER TABLE carrier_intent ADD COLUMN carrier {text}
        ;;
        ALTER TABLE carrier_intent ADD COLUMN order_id {blob}
        ;;
        ALTER TABLE carrier_intent ADD COLUMN serial {text}
        ;;
        ALTER TABLE carrier_intent ADD COLUMN told_at {int}
        ;;
        ALTER TABLE carrier_intent ADD COLUMN told_as {text}
        ;;
        ALTER TABLE carrier_intent ADD COLUMN ended_at {int}
        ;;
        UPDATE carrier_intent SET carrier = (
            SELECT v.carrier FROM subscription s JOIN product_version v ON v.product = s.product
            WHERE s.id = carrier_intent.subscription ORDER BY v.ordinal DESC LIMIT 1)
        ;;
        DROP INDEX carrier_intent_by_due
        ;;
        CREATE INDEX carrier_intent_open ON carrier_intent (carrier, state, due_at, subscription, ordinal) WHERE ended_at IS NULL
        ;;
        CREATE TABLE carrier_truth (
            subscription {int} PRIMARY KEY NOT NULL, carrier {text} NOT NULL, state {text}, state_code {text}, state_at {int},
            real_name {text}, real_name_code {text}, real_name_at {int}, refusal {text}, rank {int} NOT NULL, due_at {int},
            held_until {int} NOT NULL){table}
        ;;
        CREATE INDEX carrier_truth_by_due ON carrier_truth (carrier, rank, due_at, subscription)
        ;;
        CREATE TABLE carrier_truth_event (
            subscription {int} NOT NULL, ordinal {int} NOT NULL, axis {text} NOT NULL, word {text} NOT NULL, code {text},
            recorded_at {int} NOT NULL, PRIMARY KEY (subscription, ordinal)){clustered}
        ;;
        CREATE TABLE carrier_round (
            carrier {text} PRIMARY KEY NOT NULL, began_at {int} NOT NULL, fed_at {int} NOT NULL, position {int} NOT NULL, cards {int} NOT NULL,
            last_began_at {int}, last_ended_at {int}, last_cards {int}){table}
        ;;
        ALTER TABLE carrier_notice ADD COLUMN read_at {int}
        ;;
        CREATE INDEX carrier_notice_unread ON carrier_notice (received_at, id) WHERE read_at IS NULL
        ;;
        ALTER TABLE life_case ADD COLUMN mend {text}
        """

    /// Who awaits a carrier's answer.
    static let carrierNameTemplate = "ALTER TABLE carrier_intent ADD COLUMN submission {blob}"
}
