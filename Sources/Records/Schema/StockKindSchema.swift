import SQLCore

extension Schema {
    /// Which products and provinces the cards of a block have, so that a list of one of them passes over the blocks that have none: a few rows
    /// a block and not one a card. A block taken in before stands here once, with product 0 and province 0: its cards are looked through.
    static let stockKindTemplate = """
        CREATE TABLE block_kind (
            product {int} NOT NULL, province {int} NOT NULL, block {int} NOT NULL, lo {int} NOT NULL, hi {int} NOT NULL,
            PRIMARY KEY (product, province, block)){clustered}
        ;;
        CREATE INDEX block_kind_by_province ON block_kind (province, block)
        ;;
        CREATE INDEX block_kind_by_product ON block_kind (product, block)
        ;;
        INSERT INTO block_kind (product, province, block, lo, hi) SELECT 0, 0, lo, lo, hi FROM intake_block
        """
}
