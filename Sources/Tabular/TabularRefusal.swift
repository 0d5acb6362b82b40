/// Why a file cannot be read as a table. It names a place, never what stands there (R-DP-22).
package struct TabularRefusal: Error, Sendable, Equatable {
    /// The raw values are stable: they stand in answers and in the trail.
    package enum Code: String, Sendable, CaseIterable {
        case fileEmpty = "file-empty"
        case notATable = "not-a-table"
        case xlsOldFormat = "xls-old-format"
        case workbookEncrypted = "workbook-encrypted"
        case encodingUnknown = "encoding-unknown"
        case encodingUnavailable = "encoding-unavailable"
        case rowTooLong = "row-too-long"
        case fieldTooLong = "field-too-long"
        case tooManyColumns = "too-many-columns"
        case tooManyRows = "too-many-rows"
        case workbookDamaged = "workbook-damaged"
        case workbookPartMissing = "workbook-part-missing"
        case workbookMarkupForbidden = "workbook-markup-forbidden"
        case workbookTooLarge = "workbook-too-large"
        case workbookSuspicious = "workbook-suspicious"
        case workbookTooManyParts = "workbook-too-many-parts"
        case workbookTooManyTexts = "workbook-too-many-texts"
        case rowsOutOfOrder = "rows-out-of-order"
        case noVisibleSheet = "no-visible-sheet"
        case readFailed = "read-failed"
    }

    package let code: Code
    /// The row as a spreadsheet numbers it, from 1.
    package let row: Int?
    /// The byte of the file, from 0.
    package let offset: Int?
    /// The part of an XLSX file, such as `xl/workbook.xml`; only names that the format itself gives.
    package let part: String?

    package init(_ code: Code, row: Int? = nil, offset: Int? = nil, part: String? = nil) {
        self.code = code
        self.row = row
        self.offset = offset
        self.part = part
    }
}

extension TabularRefusal: CustomStringConvertible {
    package var description: String {
        var text = code.rawValue
        if let row { text += " row \(row)" }
        if let offset { text += " byte \(offset)" }
        if let part { text += " in \(part)" }
        return text
    }
}
