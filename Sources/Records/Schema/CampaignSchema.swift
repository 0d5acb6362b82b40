import SQLCore

extension Schema {
    static let campaignGuards = [AppendOnlyTable("campaign_version", keys: [["campaign", "ordinal"]])]

    /// Notices about cards, and campaigns of back-registration: what was set version by version, how far each has come, and the cards that
    /// it began with.
    static let campaignTemplate = """
        ALTER TABLE notice ADD COLUMN day {int}
        ;;
        ALTER TABLE notice ADD COLUMN cards {int}
        ;;
        CREATE INDEX life_notice_by_kind ON life_notice (kind, step_at, subscription)
        ;;
        CREATE TABLE campaign_version (
            campaign {blob} NOT NULL, ordinal {int} NOT NULL, name {text} NOT NULL, gap {text} NOT NULL, carrier {text}, product {int},
            organisation {blob}, path {text} NOT NULL, begins {int} NOT NULL, deadline {int} NOT NULL, notice_days {text} NOT NULL,
            stops {int} NOT NULL, recorded_at {int} NOT NULL, recorded_by {blob} NOT NULL, PRIMARY KEY (campaign, ordinal)){clustered}
        ;;
        CREATE TABLE campaign (
            id {blob} PRIMARY KEY NOT NULL, code {text} NOT NULL UNIQUE, ordinal {int} NOT NULL, state {text} NOT NULL, work {text} NOT NULL,
            told_on {int}, stop_day {int}, cursor {int} NOT NULL, due_at {int}, begun_at {int}, ended_at {int}){table}
        ;;
        CREATE INDEX campaign_by_due ON campaign (due_at, id)
        ;;
        CREATE TABLE campaign_card (
            campaign {blob} NOT NULL, subscription {int} NOT NULL, state {int} NOT NULL, PRIMARY KEY (campaign, subscription)){clustered}
        ;;
        CREATE INDEX campaign_card_by_state ON campaign_card (campaign, state, subscription)
        """
}
