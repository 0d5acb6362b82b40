import SQLCore

extension Schema {
    /// Copies of a picture are found by any of sixteen words of its detail that the copying left whole, then measured. Pictures taken
    /// before have none of it and are compared by their mark.
    static let pictureTemplate = """
        ALTER TABLE picture_mark ADD COLUMN detail {blob}
        ;;
        CREATE TABLE picture_band (band {int} NOT NULL, evidence {blob} NOT NULL, PRIMARY KEY (band, evidence)){clustered}
        """

    /// Parts of a picture that lie between conspicuous spots: the same whatever was cut off beyond them. Words of those it is found by are
    /// bands as well. Pictures taken before have none and are found by their detail alone.
    static let excerptTemplate = """
        ALTER TABLE picture_mark ADD COLUMN excerpts {blob}
        ;;
        ALTER TABLE picture_mark ADD COLUMN excerpts_sought {blob}
        """
}
