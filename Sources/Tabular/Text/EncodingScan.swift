/// Looks through a whole file for what its bytes can be: valid UTF-8, else valid GB18030, else nothing.
///
/// The whole file, because a Chinese word in GB18030 can look like UTF-8 by chance for a while; so the answer never
/// depends on how much was looked at.
struct EncodingScan {
    private var utf8 = UTF8Scan()
    private var gb18030 = GB18030Scan()
    private var utf8Fault: Int?
    private var gb18030Fault: Int?

    /// Takes the next bytes of the file, which lie at `offset`. Refuses NUL bytes and what fits neither encoding.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) throws(TabularRefusal) {
        var index = 0
        let end = bytes.count
        while index < end {
            if isBetweenCharacters {
                index = Self.plainASCII(bytes, from: index)
                if index == end { return }
            }
            let byte = bytes[index]
            if byte == 0 { throw TabularRefusal(.notATable, offset: offset + index) }
            if utf8Fault == nil && !utf8.take(byte) { utf8Fault = offset + index }
            if gb18030Fault == nil && !gb18030.take(byte) { gb18030Fault = offset + index }
            try refuseIfBothFailed()
            index += 1
        }
    }

    func finish(hasMark: Bool) throws(TabularRefusal) -> TableShape.Encoding {
        if utf8Fault == nil && utf8.isBetweenCharacters { return hasMark ? .utf8WithMark : .utf8 }
        if !hasMark && gb18030Fault == nil && gb18030.isBetweenCharacters { return .gb18030 }
        throw TabularRefusal(.encodingUnknown, offset: utf8Fault ?? gb18030Fault)
    }

    private var isBetweenCharacters: Bool {
        (utf8Fault != nil || utf8.isBetweenCharacters) && (gb18030Fault != nil || gb18030.isBetweenCharacters)
    }

    private func refuseIfBothFailed() throws(TabularRefusal) {
        if let utf8Fault, let gb18030Fault { throw TabularRefusal(.encodingUnknown, offset: max(utf8Fault, gb18030Fault)) }
    }

    /// The first position from `start` on that is not ASCII, or is NUL.
    private static func plainASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return start }
        var index = start
        while index &+ 8 <= bytes.count {
            let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
            // The classic test for a zero byte; with the high bits it may only be too careful, never too lax.
            let suspects = (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
            if suspects != 0 { break }
            index &+= 8
        }
        while index < bytes.count && base[index] &- 1 < 0x7F { index &+= 1 }
        return index
    }
}

/// Follows UTF-8 byte by byte (Unicode, table 3-7).
private struct UTF8Scan {
    private var pending = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    var isBetweenCharacters: Bool { pending == 0 }

    mutating func take(_ byte: UInt8) -> Bool {
        if pending > 0 {
            guard byte >= low, byte <= high else { return false }
            (low, high) = (0x80, 0xBF)
            pending -= 1
            return true
        }
        switch byte {
        case 0x00...0x7F: break
        case 0xC2...0xDF: pending = 1
        case 0xE0: (pending, low) = (2, 0xA0)
        case 0xED: (pending, high) = (2, 0x9F)
        case 0xE1...0xEF: pending = 2
        case 0xF0: (pending, low) = (3, 0x90)
        case 0xF4: (pending, high) = (3, 0x8F)
        case 0xF1...0xF3: pending = 3
        default: return false
        }
        return true
    }
}

/// Follows GB18030 byte by byte, by form: one byte, two, or four.
private struct GB18030Scan {
    private enum Place {
        case start
        case second
        case third
        case fourth
    }

    private var place = Place.start

    var isBetweenCharacters: Bool { place == .start }

    mutating func take(_ byte: UInt8) -> Bool {
        switch (place, byte) {
        case (.start, 0x00...0x7F): break
        case (.start, 0x81...0xFE): place = .second
        case (.second, 0x40...0x7E), (.second, 0x80...0xFE): place = .start
        case (.second, 0x30...0x39): place = .third
        case (.third, 0x81...0xFE): place = .fourth
        case (.fourth, 0x30...0x39): place = .start
        default: return false
        }
        return true
    }
}
