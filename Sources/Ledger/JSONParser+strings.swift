extension JSONParser {
    mutating func string() throws(JSONRefusal) -> String {
        let start = place
        try expect(UInt8(ascii: "\""))
        if let plain = try plainString(from: start) { return plain }
        var text: [UInt8] = []
        var plainFrom = place
        while true {
            let byte = try peek()
            switch byte {
            case UInt8(ascii: "\""):
                text.append(contentsOf: bytes[plainFrom..<place])
                place += 1
                guard let string = String(validating: text, as: UTF8.self) else { throw JSONRefusal(.invalidUTF8, at: start) }
                return string
            case UInt8(ascii: "\\"):
                text.append(contentsOf: bytes[plainFrom..<place])
                text.append(contentsOf: try escaped())
                plainFrom = place
            case 0..<0x20: throw refusal(.unexpectedByte)
            default: place += 1
            }
        }
    }

    /// The rest of a string without escapes, which most are; nil, and nothing is read, when there is one or the text ends.
    private mutating func plainString(from start: Int) throws(JSONRefusal) -> String? {
        var end = place
        while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\\"), bytes[end] != UInt8(ascii: "\"") { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
        // What decoding had to repair is not what was read. `String(validating:as:)` costs three times as much for a slice.
        let string: String? = bytes.withUnsafeBufferPointer { bytes in
            let written = UnsafeBufferPointer(rebasing: bytes[place..<end])
            let string = String(decoding: written, as: UTF8.self)
            return string.utf8.elementsEqual(written) ? string : nil
        }
        guard let string else { throw JSONRefusal(.invalidUTF8, at: start) }
        place = end + 1
        return string
    }

    /// The UTF-8 bytes an escape stands for.
    private mutating func escaped() throws(JSONRefusal) -> [UInt8] {
        let start = place
        place += 1
        let letter = try peek()
        place += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "u"): return Array(String(Character(try scalar(from: start))).utf8)
        default: throw JSONRefusal(.invalidEscape, at: start)
        }
    }

    /// The scalar after `\u`: one code unit, or a surrogate pair of two escapes.
    private mutating func scalar(from start: Int) throws(JSONRefusal) -> Unicode.Scalar {
        var units = [try codeUnit(from: start)]
        if UTF16.isLeadSurrogate(units[0]) {
            guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
                throw JSONRefusal(.invalidEscape, at: start)
            }
            place += 2
            units.append(try codeUnit(from: start))
        }
        guard let text = String(validating: units, as: UTF16.self), let scalar = text.unicodeScalars.first else {
            throw JSONRefusal(.invalidEscape, at: start)
        }
        return scalar
    }

    private mutating func codeUnit(from start: Int) throws(JSONRefusal) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Hex.value(try peek()) else { throw JSONRefusal(.invalidEscape, at: start) }
            unit = unit << 4 | UInt16(digit)
            place += 1
        }
        return unit
    }
}
