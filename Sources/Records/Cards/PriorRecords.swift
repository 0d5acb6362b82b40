import Registry
import SQLCore

/// What was known of cards that were in service before they came here: the base of back-registration (R-25-24).
package enum PriorRecords {
    static func insert(
        _ rows: [StockRow], from first: Int64, seal: (_ plain: [UInt8], _ subscription: Int64) throws -> (sealed: [UInt8], key: [UInt8]),
        act: CustodyActID, in recording: Recording
    ) throws {
        try recording.registerMany(.priorRecord, by: "custody_interval", owner: act.bytes) { sink in
            for (index, row) in rows.enumerated() {
                let prior = row.prior
                let subscription = first + Int64(index)
                let person = try prior?.person.map { try seal($0, subscription) }
                sink.int(subscription)
                sink.int(prior?.openedOn)
                sink.text(prior?.unitCode)
                sink.text(prior?.unitName)
                sink.int(prior?.hasResponsiblePerson ?? false ? 1 : 0)
                sink.int(prior?.hasEvidence ?? false ? 1 : 0)
                sink.blob(person?.sealed)
                sink.blob(person?.key)
                sink.int(recording.now.milliseconds)
                try sink.endRow()
            }
        }
    }
}
