extension Schema {
    /// What a machine read in a picture that staff took, until it is handed in; how somebody is reached who says that another's card is his.
    static let counterTemplate = """
        CREATE TABLE picture_reading (evidence {blob} PRIMARY KEY NOT NULL, sealed {blob} NOT NULL, data_key {blob} NOT NULL){table}
        ;;
        CREATE TABLE claim_contact (
            subscription {int} NOT NULL, id {blob} NOT NULL, sealed {blob} NOT NULL, data_key {blob} NOT NULL, left_at {int} NOT NULL,
            PRIMARY KEY (subscription, id)){table}
        ;;
        CREATE INDEX claim_contact_left ON claim_contact (left_at)
        """
}
