extension Schema {
    /// Which server talks to a connection, and how many calls it had.
    static let carrierTurnTemplate = """
        CREATE TABLE carrier_turn (
            connection {text} PRIMARY KEY NOT NULL, holder {blob} NOT NULL, until_at {int} NOT NULL, free_at {int} NOT NULL,
            reserved {int} NOT NULL, day {text} NOT NULL){table}
        """
}
