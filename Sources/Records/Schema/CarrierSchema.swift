extension Schema {
    /// What carriers sent of their own accord, sealed as it came, until somebody asked the carrier or it is purged.
    static let carrierTemplate = """
        CREATE TABLE carrier_notice (
            connection {text} NOT NULL, mark {blob} NOT NULL, id {blob} NOT NULL, received_at {int} NOT NULL, repeats {int} NOT NULL,
            sealed {blob} NOT NULL, data_key {blob} NOT NULL, PRIMARY KEY (connection, mark)){clustered}
        ;;
        CREATE INDEX carrier_notice_by_age ON carrier_notice (received_at, id)
        """
}
