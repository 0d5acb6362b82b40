import SQLCore

extension Schema {
    /// What a person asks of his own registration, beside the card the seat was opened for.
    static let ownDataTemplate = """
        ALTER TABLE seat ADD COLUMN proof {blob}
        ;;
        ALTER TABLE seat ADD COLUMN correction {blob}
        """
}
