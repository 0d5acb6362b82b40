import Registry
import SQLCore

/// Which products and provinces the cards of a block have, and between which cards of it: where a list need not look.
enum BlockKinds {
    private struct Kind: Hashable, Comparable {
        let product: Int64
        /// 0: none is said.
        let province: Int64

        static func < (left: Kind, right: Kind) -> Bool { (left.product, left.province) < (right.product, right.province) }
    }

    /// How many blocks one look gives.
    private static let blocksMax = 1_000

    /// Notes what the cards of a block are; they are numbered from `first` on.
    static func note(_ cards: ArraySlice<StockRow>, from first: Int64, in session: any Session) throws {
        var kinds: [Kind: (lo: Int64, hi: Int64)] = [:]
        for (place, card) in cards.enumerated() {
            let id = first + Int64(place)
            kinds[Kind(product: card.product, province: card.province ?? 0), default: (id, id)].hi = id
        }
        try session.append(into: "block_kind", columns: "product, province, block, lo, hi") { sink in
            for (kind, cards) in kinds.sorted(by: { $0.key < $1.key }) {
                sink.int(kind.product)
                sink.int(kind.province)
                sink.int(first)
                sink.int(cards.lo)
                sink.int(cards.hi)
                try sink.endRow()
            }
        }
    }

    /// Stretches in which all cards of this product, province or both lie, from the card `first` on. They may hold others. `upTo`: the last
    /// card of which this tells, where more is noted than one look gives.
    static func stretches(
        product: ProductCode?, province: Int64?, from first: Int64, in session: any Session
    ) throws -> (cards: CardIntervals, upTo: Int64?) {
        var conditions: [SQLText] = []
        if let product, try !session.exists("SELECT 1 FROM product WHERE code = \(product.text)") { return (.none, nil) }
        if let product { conditions.append("product = (SELECT id FROM product WHERE code = \(product.text))") }
        if let province { conditions.append("province = \(province)") }
        let noted = try blocks(.all(conditions), from: first, in: session)
        let unnoted = try blocks("product = 0 AND province = 0", from: first, in: session)
        let upTo = [noted.upTo, unnoted.upTo].compactMap(\.self).min()
        let cards = CardIntervals(noted.cards + unnoted.cards)
        return (upTo.flatMap { CardInterval(.min, $0) }.map { cards.intersection(CardIntervals($0)) } ?? cards, upTo)
    }

    private static func blocks(
        _ condition: SQLText, from first: Int64, in session: any Session
    ) throws -> (cards: [CardInterval], upTo: Int64?) {
        let found = try session.all(
            """
            SELECT block, MIN(lo), MAX(hi) FROM block_kind
            WHERE \(condition) AND block >= COALESCE((SELECT MAX(lo) FROM intake_block WHERE lo <= \(first)), 0)
            GROUP BY block ORDER BY block LIMIT \(blocksMax)
            """
        ) { CardInterval($0.int(1), $0.int(2)) }.compactMap(\.self)
        return (found, found.count < blocksMax ? nil : found.last?.hi)
    }
}
