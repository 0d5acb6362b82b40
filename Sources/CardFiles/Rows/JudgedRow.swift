import Numbers

/// What one row says, field by field, and what is wrong with it. Used again for row after row.
struct JudgedRow {
    var rowNumber = 0
    var iccid: ICCID?
    var msisdn: MSISDN?
    var imsi: IMSI?
    var imei: IMEI?
    var eid: EID?
    var carrier: CarrierCode?
    var province: Province?
    var product: String?
    var batch: String?
    var actualUser: String?
    var note: String?
    var prior: [CardField: String] = [:]
    var problems: [RowFinding] = []
    var warnings: [RowFinding] = []
    /// Mixes the texts of the row.
    var textHash: UInt64 = 0

    /// Nil when anything is wrong.
    var card: CardRow? {
        guard let iccid, problems.isEmpty else { return nil }
        return CardRow(
            rowNumber: rowNumber, iccid: iccid, msisdn: msisdn, imsi: imsi, imei: imei, eid: eid, carrier: carrier, province: province,
            product: product, batch: batch, actualUser: actualUser, note: note, prior: prior, warnings: warnings)
    }

    mutating func begin(_ rowNumber: Int) {
        self.rowNumber = rowNumber
        iccid = nil
        textHash = 0
        if !prior.isEmpty { prior = [:] }
        if !problems.isEmpty { problems = [] }
        if !warnings.isEmpty { warnings = [] }
    }
}
