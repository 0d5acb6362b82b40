import Ledger
import Registry
import SQLCore

/// What was known of cards that were in service before they came here: the base of back-registration (R-25-24).
package enum PriorRecords {
    static func insert(
        _ rows: [StockRow], from first: Int64, seal: (_ plain: [UInt8], _ subscription: Int64) throws -> (sealed: [UInt8], key: [UInt8]),
        act: CustodyActID, in recording: Recording
    ) throws {
        let table = RegisteredTable.priorRecord
        var root = BulkRoot()
        try recording.session.append(into: table.name, columns: table.columns) { sink in
            for (index, row) in rows.enumerated() {
                let values = try values(row.prior, subscription: first + Int64(index), seal: seal, now: recording.now)
                for value in values {
                    switch value {
                    case .null: sink.null()
                    case .int(let value): sink.int(value)
                    case .text(let value): sink.text(value)
                    case .blob(let value): sink.blob(value)
                    }
                }
                try sink.endRow()
                root.add(try RowLeaf.bytes(table, values))
            }
        }
        recording.commit(rowsOf: table, head: root.finish(), by: RegisteredTable.custodyInterval.name, owner: act.bytes)
    }

    private static func values(
        _ prior: PriorFacts?, subscription: Int64,
        seal: (_ plain: [UInt8], _ subscription: Int64) throws -> (sealed: [UInt8], key: [UInt8]), now: Instant
    ) throws -> [SQLValue] {
        let person = try prior?.person.map { try seal($0, subscription) }
        let values: [any SQLBindable] = [
            subscription, prior?.openedOn, prior?.unitCode, prior?.unitName, prior?.hasResponsiblePerson ?? false,
            prior?.hasEvidence ?? false, person?.sealed, person?.key, now,
        ]
        return values.map(\.sqlValue)
    }
}
