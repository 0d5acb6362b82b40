/// What a file turned out to be, decided by its content alone; reading it again with the same shape skips the looking.
package struct TableShape: Sendable, Equatable {
    package enum Encoding: String, Sendable {
        case utf8 = "UTF-8"
        case utf8WithMark = "UTF-8 BOM"
        case gb18030 = "GB18030"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
    }

    package enum Form: Sendable, Equatable {
        /// The separator is an ASCII character.
        case text(Encoding, separator: UInt8)
        case workbook
    }

    package let form: Form

    package init(_ form: Form) { self.form = form }

    package var isWorkbook: Bool { form == .workbook }
}

/// What is wrong with one row although the file goes on.
package enum RowFault: String, Sendable {
    /// A quotation mark opens a cell and nothing closes it.
    case quoteUnclosed = "quote-unclosed"
    /// Text stands behind the closing quotation mark of a cell.
    case quoteMisplaced = "quote-misplaced"
}

/// How a cell was written down. Text files know only text.
package enum CellKind: UInt8, Sendable {
    case text
    case number
    case boolean
    /// An error of the spreadsheet, such as a failed look-up.
    case error
}
