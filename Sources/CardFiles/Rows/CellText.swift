import Glibc

/// What a cell says before anybody knows what it means.
enum CellText {
    /// Without the blanks around it, also the ideographic and the no-break one.
    static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = cell.count
        while start < end, case let length = blank(cell, at: start, end), length > 0 { start += length }
        while end > start, case let length = blankBehind(cell, start, end), length > 0 { end -= length }
        return UnsafeBufferPointer(rebasing: cell[start..<end])
    }

    @inline(__always)
    static func isBlank(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cell.first else { return true }
        // Digits and letters first: nearly every cell.
        if first > 0x20 && first < 0x80 { return false }
        return trimmed(cell).isEmpty
    }

    /// Whether somebody wrote that there is nothing: 无, -, /, null, N/A.
    static func saysNothing(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let text = trimmed(cell)
        guard text.count <= 4 else { return false }
        return ["-", "--", "/", "—", "无", "null", "none", "nil", "n/a"].contains(String(decoding: text, as: UTF8.self).lowercased())
    }

    static func hasControlCharacter(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        cell.contains { ($0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09) || $0 == 0x7F }
    }

    static func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        guard let a = left.baseAddress, let b = right.baseAddress else { return true }
        return memcmp(a, b, left.count) == 0
    }

    private static func blank(_ cell: UnsafeBufferPointer<UInt8>, at index: Int, _ end: Int) -> Int {
        if cell[index] == 0x20 || cell[index] &- 9 < 5 { return 1 }
        if index + 1 < end, cell[index] == 0xC2, cell[index + 1] == 0xA0 { return 2 }
        if index + 2 < end, isIdeographicBlank(cell, index) { return 3 }
        return 0
    }

    private static func blankBehind(_ cell: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        if cell[end - 1] == 0x20 || cell[end - 1] &- 9 < 5 { return 1 }
        if end - start >= 2, cell[end - 2] == 0xC2, cell[end - 1] == 0xA0 { return 2 }
        if end - start >= 3, isIdeographicBlank(cell, end - 3) { return 3 }
        return 0
    }

    private static func isIdeographicBlank(_ cell: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        (cell[index] == 0xE3 && cell[index + 1] == 0x80 && cell[index + 2] == 0x80)
            || (cell[index] == 0xEF && cell[index + 1] == 0xBB && cell[index + 2] == 0xBF)
    }
}
