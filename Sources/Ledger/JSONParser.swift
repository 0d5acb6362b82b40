/// A strict reader of RFC 8259 texts: no duplicate names, no fractions, no byte order mark, no comments.
struct JSONParser {
    let bytes: [UInt8]
    let limits: JSONLimits
    var place = 0

    static func parse(_ bytes: [UInt8], limits: JSONLimits) throws(JSONRefusal) -> JSONValue {
        guard bytes.count <= limits.size else { throw JSONRefusal(.tooLong, at: limits.size) }
        var parser = JSONParser(bytes: bytes, limits: limits)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.place == bytes.count else { throw parser.refusal(.trailingBytes) }
        return value
    }

    /// `depth`: arrays and objects already open.
    private mutating func value(depth: Int) throws(JSONRefusal) -> JSONValue {
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw refusal(.unexpectedByte)
        }
    }

    private mutating func object(depth: Int) throws(JSONRefusal) -> JSONObject {
        let start = place
        try enter(depth)
        var members: [JSONObject.Member] = []
        if try !closes(UInt8(ascii: "}")) {
            repeat {
                skipSpace()
                guard try peek() == UInt8(ascii: "\"") else { throw refusal(.unexpectedByte) }
                let key = try string()
                skipSpace()
                try expect(UInt8(ascii: ":"))
                members.append(.init(key: key, value: try value(depth: depth)))
            } while try continues(until: UInt8(ascii: "}"))
        }
        guard let object = JSONObject(members: members) else { throw JSONRefusal(.duplicateKey, at: start) }
        return object
    }

    private mutating func array(depth: Int) throws(JSONRefusal) -> [JSONValue] {
        try enter(depth)
        var elements: [JSONValue] = []
        if try !closes(UInt8(ascii: "]")) {
            repeat { elements.append(try value(depth: depth)) } while try continues(until: UInt8(ascii: "]"))
        }
        return elements
    }

    private mutating func integer() throws(JSONRefusal) -> Int64 {
        let start = place
        let isNegative = try peek() == UInt8(ascii: "-")
        if isNegative { place += 1 }
        let firstDigit = place
        var magnitude: Int64 = 0
        while place < bytes.count, case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[place] {
            magnitude = magnitude * 10 + Int64(bytes[place] - UInt8(ascii: "0"))
            guard magnitude <= JSONValue.integerRange.upperBound else { throw try outOfRange(from: start) }
            place += 1
        }
        guard place > firstDigit else { throw refusal(place < bytes.count ? .unexpectedByte : .unexpectedEnd) }
        let hasLeadingZero = bytes[firstDigit] == UInt8(ascii: "0") && place - firstDigit > 1
        guard !hasLeadingZero else { throw JSONRefusal(.unexpectedByte, at: firstDigit) }
        try refuseFraction(from: start)
        guard !(isNegative && magnitude == 0) else { throw JSONRefusal(.notAnInteger, at: start) }
        return isNegative ? -magnitude : magnitude
    }

    /// A long number is out of range only when it is an integer at all.
    private mutating func outOfRange(from start: Int) throws(JSONRefusal) -> JSONRefusal {
        while place < bytes.count, case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[place] { place += 1 }
        try refuseFraction(from: start)
        return JSONRefusal(.integerOutOfRange, at: start)
    }

    private func refuseFraction(from start: Int) throws(JSONRefusal) {
        guard place < bytes.count else { return }
        switch bytes[place] {
        case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): throw JSONRefusal(.notAnInteger, at: start)
        default: return
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONRefusal) -> JSONValue {
        for byte in word.utf8 { try expect(byte) }
        return value
    }
}

// Moving over the text.
extension JSONParser {
    func refusal(_ reason: JSONRefusal.Reason) -> JSONRefusal { JSONRefusal(reason, at: place) }

    func peek() throws(JSONRefusal) -> UInt8 {
        guard place < bytes.count else { throw refusal(.unexpectedEnd) }
        return bytes[place]
    }

    mutating func expect(_ byte: UInt8) throws(JSONRefusal) {
        guard try peek() == byte else { throw refusal(.unexpectedByte) }
        place += 1
    }

    mutating func skipSpace() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x09, 0x0A, 0x0D: place += 1
            default: return
            }
        }
    }

    private mutating func enter(_ depth: Int) throws(JSONRefusal) {
        guard depth <= limits.depth else { throw refusal(.tooDeep) }
        place += 1
    }

    /// Whether the bracket follows at once, so that there is nothing inside.
    private mutating func closes(_ bracket: UInt8) throws(JSONRefusal) -> Bool {
        skipSpace()
        guard try peek() == bracket else { return false }
        place += 1
        return true
    }

    /// Whether a comma announces another element.
    private mutating func continues(until bracket: UInt8) throws(JSONRefusal) -> Bool {
        skipSpace()
        let next = try peek()
        guard next == UInt8(ascii: ",") || next == bracket else { throw refusal(.unexpectedByte) }
        place += 1
        return next != bracket
    }
}
