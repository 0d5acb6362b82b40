/// `BC12`: a column in letters, a row in digits.
struct CellReference: Equatable {
    /// From 0.
    let column: Int
    /// From 1; 0 when the reference has none.
    let row: Int

    /// XLSX has no more columns than XFD.
    static let lastColumn = 16_383

    init?(_ text: UnsafePointer<CChar>) {
        var cursor = text
        var column = 0
        while case let letter = UInt8(bitPattern: cursor.pointee), letter &- 0x41 < 26 {
            column = column * 26 + Int(letter) - 0x40
            guard column <= Self.lastColumn + 1 else { return nil }
            cursor += 1
        }
        guard column > 0, let row = Self.number(cursor) else { return nil }
        self.column = column - 1
        self.row = row
    }

    /// A row number; nil when it is none or beyond any sheet's size.
    static func number(_ text: UnsafePointer<CChar>) -> Int? {
        var cursor = text
        var value = 0
        while cursor.pointee != 0 {
            let digit = UInt8(bitPattern: cursor.pointee) &- 0x30
            guard digit < 10, value < 100_000_000 else { return nil }
            value = value * 10 + Int(digit)
            cursor += 1
        }
        return value
    }
}
