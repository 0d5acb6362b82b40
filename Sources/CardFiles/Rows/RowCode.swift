import Numbers

/// Why a row is out, or what to look at again. The raw values are stable: they stand in answers, repair files and the trail.
package enum RowCode: Sendable, Hashable {
    /// What the number's own format says.
    case number(Reason)
    case quoteUnclosed
    case quoteMisplaced
    case cellsBeyondHeading
    case cellError
    case excelScientific
    case excelTrailingZeros
    case excelLeadingZerosLost
    case numberStoredAsNumber
    case carrierUnknown
    case carrierDoubtful
    case provinceUnknown
    case textTooLong
    case textControlCharacter
    case repeatInFile
    case contradictionInFile

    package var rawValue: String {
        switch self {
        case .number(let reason): reason.rawValue
        case .quoteUnclosed: "quote-unclosed"
        case .quoteMisplaced: "quote-misplaced"
        case .cellsBeyondHeading: "cells-beyond-heading"
        case .cellError: "cell-error"
        case .excelScientific: "excel-scientific"
        case .excelTrailingZeros: "excel-trailing-zeros"
        case .excelLeadingZerosLost: "excel-leading-zeros-lost"
        case .numberStoredAsNumber: "number-stored-as-number"
        case .carrierUnknown: "carrier-unknown"
        case .carrierDoubtful: "carrier-doubtful"
        case .provinceUnknown: "province-unknown"
        case .textTooLong: "text-too-long"
        case .textControlCharacter: "text-control-character"
        case .repeatInFile: "repeat-in-file"
        case .contradictionInFile: "contradiction-in-file"
        }
    }

    package static let own: [RowCode] = [
        .quoteUnclosed, .quoteMisplaced, .cellsBeyondHeading, .cellError, .excelScientific, .excelTrailingZeros, .excelLeadingZerosLost,
        .numberStoredAsNumber, .carrierUnknown, .carrierDoubtful, .provinceUnknown, .textTooLong, .textControlCharacter, .repeatInFile,
        .contradictionInFile,
    ]
}

/// One thing about one row: which field, why, and where else in the file. Never the value (R-DP-22).
package struct RowFinding: Sendable, Hashable {
    package let field: CardField?
    package let code: RowCode
    /// The other row that the finding speaks of, as a spreadsheet numbers it.
    package let otherRow: Int?

    package init(_ code: RowCode, field: CardField? = nil, otherRow: Int? = nil) {
        self.field = field
        self.code = code
        self.otherRow = otherRow
    }
}
