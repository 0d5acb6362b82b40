import SQLCore

extension Schema {
    static let lifeGuards = [
        AppendOnlyTable("life_act", keys: [["id"]]),
        AppendOnlyTable("life_interval", keys: [["act", "lo"]]),
        AppendOnlyTable("life_event", keys: [["subscription", "ordinal"]]),
        AppendOnlyTable("life_setting", keys: [["carrier", "product", "province", "ordinal"]]),
        AppendOnlyTable("device_binding", keys: [["subscription", "ordinal"]]),
        AppendOnlyTable("sim_change", keys: [["subscription", "ordinal"]]),
        AppendOnlyTable("number_freeze", keys: [["msisdn", "subscription"]]),
        AppendOnlyTable("life_notice", keys: [["subscription", "step_at", "kind"]]),
    ]

    static let lifeSpread = [
        "life_event": "subscription", "card_life": "subscription", "usage_summary": "subscription", "carrier_intent": "subscription",
    ]

    /// The life of a card's service. A card in stock to which nothing has happened has no row in any of these.
    static let lifeTemplate = """
        CREATE TABLE life_act (
            id {blob} PRIMARY KEY NOT NULL, command {text} NOT NULL, reason {text}, cards {int} NOT NULL, recorded_at {int} NOT NULL,
            recorded_by {blob} NOT NULL){table}
        ;;
        CREATE TABLE life_interval (
            act {blob} NOT NULL, lo {int} NOT NULL, hi {int} NOT NULL, PRIMARY KEY (act, lo)){clustered}
        ;;
        CREATE TABLE life_event (
            subscription {int} NOT NULL, ordinal {int} NOT NULL, act {blob} NOT NULL, state {int} NOT NULL, stops {int} NOT NULL,
            effective_from {int} NOT NULL, recorded_at {int} NOT NULL, PRIMARY KEY (subscription, ordinal)){clustered}
        ;;
        CREATE TABLE card_life (
            subscription {int} PRIMARY KEY NOT NULL, state {int} NOT NULL, stops {int} NOT NULL, ordinal {int} NOT NULL, since {int} NOT NULL,
            was_active {int} NOT NULL, arrears_since {int}, noticed_for {int}, due_at {int}){table}
        ;;
        CREATE INDEX card_life_by_due ON card_life (due_at, subscription)
        ;;
        CREATE TABLE life_setting (
            carrier {text} NOT NULL, product {int} NOT NULL, province {int} NOT NULL, ordinal {int} NOT NULL, valid_from {int} NOT NULL,
            setting {text} NOT NULL, recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL,
            PRIMARY KEY (carrier, product, province, ordinal)){clustered}
        ;;
        CREATE TABLE device_binding (
            subscription {int} NOT NULL, ordinal {int} NOT NULL, device {int} NOT NULL, effective_from {int} NOT NULL,
            recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL, PRIMARY KEY (subscription, ordinal)){clustered}
        ;;
        CREATE TABLE sim_change (
            subscription {int} NOT NULL, ordinal {int} NOT NULL, iccid {text} NOT NULL, effective_from {int} NOT NULL,
            recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL, PRIMARY KEY (subscription, ordinal)){clustered}
        ;;
        CREATE TABLE number_freeze (
            msisdn {int} NOT NULL, subscription {int} NOT NULL, frozen_from {int} NOT NULL, free_from {int} NOT NULL,
            PRIMARY KEY (msisdn, subscription)){clustered}
        ;;
        CREATE TABLE life_notice (
            subscription {int} NOT NULL, step_at {int} NOT NULL, kind {text} NOT NULL, recorded_at {int} NOT NULL,
            PRIMARY KEY (subscription, step_at, kind)){clustered}
        ;;
        CREATE INDEX life_notice_by_time ON life_notice (recorded_at, subscription)
        ;;
        CREATE TABLE life_case (
            subscription {int} NOT NULL, opened_at {int} NOT NULL, kind {text} NOT NULL, closed_at {int}, closed_by {blob},
            PRIMARY KEY (subscription, opened_at, kind)){clustered}
        ;;
        CREATE INDEX life_case_by_end ON life_case (closed_at, opened_at, subscription)
        ;;
        CREATE TABLE carrier_intent (
            subscription {int} NOT NULL, ordinal {int} NOT NULL, command {text} NOT NULL, reason {text}, created_at {int} NOT NULL,
            state {text} NOT NULL, due_at {int}, tries {int} NOT NULL, last_code {text}, PRIMARY KEY (subscription, ordinal)){clustered}
        ;;
        CREATE INDEX carrier_intent_by_due ON carrier_intent (due_at, subscription, ordinal)
        ;;
        CREATE TABLE usage_summary (
            subscription {int} PRIMARY KEY NOT NULL, last_use {int} NOT NULL, month {int}, kilobytes {int}, device {int}, device_at {int},
            first_device {int}, first_device_at {int}, region {int}, region_at {int}){table}
        ;;
        CREATE TABLE usage_file (
            id {blob} PRIMARY KEY NOT NULL, organisation {blob} NOT NULL, path {text} NOT NULL, spool {text}, spool_key {blob},
            file_hash {blob} NOT NULL, file_bytes {int} NOT NULL, format {text} NOT NULL, state {text} NOT NULL, failure {text},
            next_row {int} NOT NULL, rows_taken {int} NOT NULL, rows_unknown {int} NOT NULL, rows_failed {int} NOT NULL,
            created_by {blob} NOT NULL, created_at {int} NOT NULL, started_at {int}, finished_at {int}, lease_until {int} NOT NULL){table}
        ;;
        CREATE INDEX usage_file_by_state ON usage_file (state, created_at)
        ;;
        CREATE INDEX usage_file_by_path ON usage_file (path, id)
        ;;
        CREATE TABLE usage_problem (
            file {blob} NOT NULL, row {int} NOT NULL, field {text} NOT NULL, code {text} NOT NULL, PRIMARY KEY (file, row)){clustered}
        ;;
        CREATE INDEX registration_state_by_end ON registration_state (ended_at, registration)
        ;;
        CREATE TABLE usage_look (
            file {blob} NOT NULL, subscription {int} NOT NULL, PRIMARY KEY (file, subscription)){clustered}
        """

    /// By which a device leads to its cards.
    static let deviceIndexes = """
        CREATE INDEX device_binding_by_device ON device_binding (device, subscription)
        ;;
        CREATE INDEX usage_summary_by_device ON usage_summary (device, subscription) WHERE device IS NOT NULL
        """

    /// The devices a card was seen in, day by day (`DeviceSightings`), and until when its changes of device were acted on.
    static let sightingsTemplate = """
        ALTER TABLE usage_summary ADD COLUMN sightings {blob}
        ;;
        ALTER TABLE card_life ADD COLUMN devices_settled {int}
        """

    static let poolGuards = [
        AppendOnlyTable("device_pool", keys: [["id"]]),
        AppendOnlyTable("pool_device", keys: [["pool", "device", "ordinal"]]),
        AppendOnlyTable("pool_act", keys: [["id"]]),
        AppendOnlyTable("pool_interval", keys: [["act", "lo"]]),
        AppendOnlyTable("pool_binding", keys: [["subscription", "ordinal"]]),
    ]

    /// Pools of devices, the devices that came into them and left them, and the cards that are bound to one.
    static let poolTemplate = """
        CREATE TABLE device_pool (
            id {blob} PRIMARY KEY NOT NULL, organisation {blob} NOT NULL, path {text} NOT NULL, name {text} NOT NULL,
            recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL){table}
        ;;
        CREATE INDEX device_pool_by_path ON device_pool (path, id)
        ;;
        CREATE TABLE pool_device (
            pool {blob} NOT NULL, device {int} NOT NULL, ordinal {int} NOT NULL, is_in {int} NOT NULL, effective_from {int} NOT NULL,
            recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL, PRIMARY KEY (pool, device, ordinal)){clustered}
        ;;
        CREATE TABLE pool_act (
            id {blob} PRIMARY KEY NOT NULL, pool {blob} NOT NULL, cards {int} NOT NULL, recorded_at {int} NOT NULL,
            recorded_by {blob} NOT NULL){table}
        ;;
        CREATE TABLE pool_interval (
            act {blob} NOT NULL, lo {int} NOT NULL, hi {int} NOT NULL, PRIMARY KEY (act, lo)){clustered}
        ;;
        CREATE TABLE pool_binding (
            subscription {int} NOT NULL, ordinal {int} NOT NULL, act {blob} NOT NULL, pool {blob} NOT NULL, effective_from {int} NOT NULL,
            recorded_at {int} NOT NULL, PRIMARY KEY (subscription, ordinal)){clustered}
        ;;
        CREATE INDEX pool_binding_by_pool ON pool_binding (pool, subscription, ordinal)
        """
}
