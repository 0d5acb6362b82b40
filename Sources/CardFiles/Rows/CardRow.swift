import Numbers

/// A row that can become a card.
package struct CardRow: Sendable, Equatable {
    /// As a spreadsheet numbers it.
    package var rowNumber: Int
    package var iccid: ICCID
    package var msisdn: MSISDN?
    package var imsi: IMSI?
    package var imei: IMEI?
    package var eid: EID?
    package var carrier: CarrierCode?
    package var province: Province?
    package var product: String?
    package var batch: String?
    package var actualUser: String?
    package var note: String?
    /// What the columns of `CardField.prior` say, as text; empty cells left out.
    package var prior: [CardField: String] = [:]
    /// What to look at again although the row is good.
    package var warnings: [RowFinding] = []
}

/// What became of one row.
package enum CardLine: Sendable, Equatable {
    case card(CardRow)
    /// Out, with every reason that was found.
    case problem(row: Int, [RowFinding])
    /// Says the same as an earlier row, which counts.
    case repetition(row: Int, of: Int)

    package var row: Int {
        switch self {
        case .card(let card): card.rowNumber
        case .problem(let row, _): row
        case .repetition(let row, _): row
        }
    }
}
