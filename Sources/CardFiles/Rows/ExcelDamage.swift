import Numbers
import Tabular

/// What a spreadsheet does to long numbers: it keeps 15 digits of a numeric cell and shows powers of ten.
enum ExcelDamage {
    private static let exactDigits = 15

    /// The damage of a number that its format refused or doubted; nil when it looks like an ordinary mistake.
    static func code(of cell: UnsafeBufferPointer<UInt8>, field: CardField) -> RowCode? {
        let text = CellText.trimmed(cell)
        if isScientific(text) { return .excelScientific }
        guard text.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        if hasZeroTail(text) { return .excelTrailingZeros }
        return hasLostZeros(text, field: field) ? .excelLeadingZerosLost : nil
    }

    /// `8.986E+19`, also `8.986e19`.
    static func isScientific(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let mark = text.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }), mark > 0 else { return false }
        let mantissa = text[..<mark]
        let points = mantissa.count { $0 == 0x2E }
        guard points <= 1, mantissa.allSatisfy({ $0 == 0x2E || $0 &- 0x30 < 10 }), mantissa.first != 0x2E else { return false }
        let power = text[(mark + 1)...].drop { $0 == 0x2B }
        // A hexadecimal letter in an ICCID has many digits behind it and no point before.
        return !power.isEmpty && power.count <= 2 && power.allSatisfy { $0 &- 0x30 < 10 } && (points == 1 || mantissa.count <= 2)
    }

    /// More than 15 digits and nothing but zeros behind the fifteenth.
    static func hasZeroTail(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
        digits.count > exactDigits + 1 && digits[exactDigits...].allSatisfy { $0 == 0x30 }
    }

    /// An IMEI begins with a zero or two, the IMSI of a test network with 001.
    private static func hasLostZeros(_ digits: UnsafeBufferPointer<UInt8>, field: CardField) -> Bool {
        switch field {
        case .imei: digits.count == 12 || digits.count == 13
        case .imsi: digits.count == 13 && digits[0] == 0x31
        default: false
        }
    }
}
