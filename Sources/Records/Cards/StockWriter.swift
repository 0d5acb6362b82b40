import Numbers
import Registry
import SQLCore

/// Writes new cards: subscriptions one after the other, then each directory in its own order, which a search tree likes best.
struct StockWriter {
    let recording: Recording
    let origin: CardOrigin
    /// The custody act that brings the cards in; its intervals are just these cards, so they say which rows the root is over.
    let act: CustodyActID
    let freed: FreedNumbers

    private var session: any Session { recording.session }

    /// The rows get the numbers from `first` on.
    func write(_ rows: [StockRow], from first: Int64) throws {
        try recording.registerHashingMeanwhile(
            .subscription, by: "custody_interval", owner: act.bytes, twice: subscriptions(rows, from: first),
            beside: {
                try iccids(rows, from: first)
                try numbers(
                    rows.enumerated().compactMap { index, row in row.msisdn.map { ($0, first + Int64(index)) } }, freed.msisdns,
                    into: .msisdn)
                try numbers(
                    rows.enumerated().compactMap { index, row in row.imsi.map { ($0, first + Int64(index)) } }, freed.imsis, into: .imsi)
            })
    }

    private func subscriptions(_ rows: [StockRow], from first: Int64) -> @Sendable (any RowSink) throws -> Void {
        let now = recording.now.milliseconds
        let origin = origin.rawValue
        return { sink in
            var id = first
            for row in rows {
                sink.int(id)
                sink.int(row.product)
                sink.int(row.province)
                sink.int(origin)
                row.iccid.withUTF8 { sink.text($0) }
                sink.int(row.msisdn)
                sink.int(row.imsi)
                if let eid = row.eid { eid.withUTF8 { sink.text($0) } } else { sink.null() }
                sink.int(now)
                try sink.endRow()
                id += 1
            }
        }
    }

    private func iccids(_ rows: [StockRow], from first: Int64) throws {
        let now = recording.now.milliseconds
        let order = Self.ascending(rows.count) { rows[$0].iccid < rows[$1].iccid }
        let freed = freed.iccids
        try session.append(into: "iccid_directory", columns: "iccid, ordinal, subscription, effective_from") { sink in
            for index in order {
                rows[index].iccid.withUTF8 { sink.text($0) }
                sink.int(freed.isEmpty ? 0 : freed[rows[index].iccid] ?? 0)
                sink.int(first + Int64(index))
                sink.int(now)
                try sink.endRow()
            }
        }
    }

    private func numbers(
        _ pairs: [(number: Int64, subscription: Int64)], _ freed: [Int64: Int64], into directory: Directory
    ) throws {
        let now = recording.now.milliseconds
        let order = Self.ascending(pairs.count) { pairs[$0].number < pairs[$1].number }
        try session.append(into: directory.table, columns: directory.columns) { sink in
            for index in order {
                sink.int(pairs[index].number)
                sink.int(freed.isEmpty ? 0 : freed[pairs[index].number] ?? 0)
                sink.int(pairs[index].subscription)
                sink.int(now)
                try sink.endRow()
            }
        }
    }

    private struct Directory {
        let table: StaticString
        let columns: StaticString

        static let msisdn = Directory(table: "msisdn_directory", columns: "msisdn, ordinal, subscription, effective_from")
        static let imsi = Directory(table: "imsi_directory", columns: "imsi, ordinal, subscription, effective_from")
    }

    private static func ascending(_ count: Int, _ precedes: (Int, Int) -> Bool) -> [Int] {
        let isInOrder = (1..<max(count, 1)).allSatisfy { !precedes($0, $0 - 1) }
        return isInOrder ? Array(0..<count) : (0..<count).sorted(by: precedes)
    }
}
