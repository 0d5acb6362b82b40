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

    /// Stretches in which all cards of this product, of this carrier's products and of this province lie, from the card `first` on. They may
    /// hold others. `upTo`: the last card of which this tells, where more is noted than one look gives.
    static func stretches(
        product: ProductCode?, carrier: Carrier?, province: Int64?, from first: Int64, in session: any Session
    ) throws -> (cards: CardIntervals, upTo: Int64?) {
        let place: [SQLText] = province.map { ["province = \($0)"] } ?? []
        var kinds: [SQLText] = []
        if let product {
            guard try session.exists("SELECT 1 FROM product WHERE code = \(product.text)") else { return (.none, nil) }
            kinds = [.all(["product = (SELECT id FROM product WHERE code = \(product.text))"] + place)]
        } else if let carrier {
            // A look each: as many as the carrier has products, which do not grow with the cards.
            for number in try ProductRecords.numbers(of: carrier, in: session) { kinds.append(.all(["product = \(number)"] + place)) }
            guard !kinds.isEmpty else { return (.none, nil) }
        } else {
            kinds = [.all(place)]
        }
        var cards: [CardInterval] = []
        var ends: [Int64] = []
        for kind in kinds + ["product = 0 AND province = 0"] {
            let found = try blocks(kind, from: first, in: session)
            cards += found.cards
            if let upTo = found.upTo { ends.append(upTo) }
        }
        let (all, upTo) = (CardIntervals(cards), ends.min())
        return (upTo.flatMap { CardInterval(.min, $0) }.map { all.intersection(CardIntervals($0)) } ?? all, upTo)
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
