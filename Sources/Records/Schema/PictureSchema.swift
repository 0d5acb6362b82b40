import SQLCore

extension Schema {
    /// Copies of a picture are found by any of sixteen words of its detail that the copying left whole, then measured. Pictures taken
    /// before have none of it and are compared by their mark.
    static let pictureTemplate = """
        ALTER TABLE picture_mark ADD COLUMN detail {blob}
        ;;
        CREATE TABLE picture_band (band {int} NOT NULL, evidence {blob} NOT NULL, PRIMARY KEY (band, evidence)){clustered}
        """
}
