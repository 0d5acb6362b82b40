extension Schema {
    /// What a machine read in a picture that staff took, until it is handed in.
    static let counterTemplate = """
        CREATE TABLE picture_reading (evidence {blob} PRIMARY KEY NOT NULL, sealed {blob} NOT NULL, data_key {blob} NOT NULL){table}
        """
}
