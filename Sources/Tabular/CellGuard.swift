/// The apostrophe in front of a cell: it keeps a spreadsheet from running the cell as a formula and from rounding long digits.
///
/// Whatever begins like a formula, or is a number of 12 or more digits or with a leading zero, gets one apostrophe when it is
/// written to CSV and loses one when it is read; a cell that already had apostrophes gets one more. So writing and reading
/// cancel out, and a cell that Excel or WPS saved with or without the apostrophe means the same.
enum CellGuard {
    /// Fewer digits than this are shown as they are by every spreadsheet.
    static let longDigits = 12

    static func needsGuard(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        while start < cell.count && cell[start] == 0x27 { start += 1 }
        return start < cell.count && (beginsFormula(cell, start) || isFragileNumber(cell, start))
    }

    static func isGuarded(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        cell.count > 1 && cell[0] == 0x27 && needsGuard(cell)
    }

    /// `=`, `+`, `-`, `@`, tab or line end, also in their full-width form U+FF1D, U+FF0B, U+FF0D, U+FF20.
    private static func beginsFormula(_ cell: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        switch cell[start] {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A: return true
        case 0xEF:
            guard start + 2 < cell.count, cell[start + 1] == 0xBC else { return false }
            return [0x9D, 0x8B, 0x8D, 0xA0].contains(cell[start + 2])
        default: return false
        }
    }

    private static func isFragileNumber(_ cell: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        let digits = cell.count - start
        guard digits >= longDigits || (digits > 1 && cell[start] == 0x30) else { return false }
        for index in start..<cell.count where cell[index] &- 0x30 > 9 { return false }
        return true
    }
}
