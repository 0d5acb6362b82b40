import Ledger
import Testing

@Suite struct JSONParserTests {
    static let refused: [(String, JSONRefusal.Reason)] = [
        ("", .unexpectedEnd), (" ", .unexpectedEnd), ("{", .unexpectedEnd), ("[", .unexpectedEnd), ("[1", .unexpectedEnd),
        ("[1,", .unexpectedEnd), (#"{"a""#, .unexpectedEnd), (#"{"a":"#, .unexpectedEnd), (#"""#, .unexpectedEnd),
        (#""\"#, .unexpectedEnd), (#""\u12"#, .unexpectedEnd), ("tru", .unexpectedEnd), ("-", .unexpectedEnd),
        ("[1,]", .unexpectedByte), (#"{"a":1,}"#, .unexpectedByte), ("{a:1}", .unexpectedByte), (#"{"a" 1}"#, .unexpectedByte),
        ("[1 2]", .unexpectedByte), ("[1}", .unexpectedByte), ("'a'", .unexpectedByte), ("+1", .unexpectedByte), ("-a", .unexpectedByte),
        ("01", .unexpectedByte), ("-01", .unexpectedByte), ("00", .unexpectedByte), (".5", .unexpectedByte), ("True", .unexpectedByte),
        ("NaN", .unexpectedByte), ("// a\n1", .unexpectedByte), ("\u{feff}1", .unexpectedByte), ("\"\n\"", .unexpectedByte),
        ("\"\0\"", .unexpectedByte), ("\u{a0}1", .unexpectedByte), ("{1:2}", .unexpectedByte),
        ("1 2", .trailingBytes), ("{}{}", .trailingBytes), ("nullx", .trailingBytes), ("1\0", .trailingBytes), ("0x10", .trailingBytes),
        (#""\x""#, .invalidEscape), (#""\u00g0""#, .invalidEscape), (#""\ud800""#, .invalidEscape), (#""\udc00""#, .invalidEscape),
        (#""\ud800\ud800""#, .invalidEscape), (#""\ud800A""#, .invalidEscape), (#""\ud83d\n""#, .invalidEscape),
        (#""\udc00\ud800""#, .invalidEscape), (#""\u+123""#, .invalidEscape), (#""\U0041""#, .invalidEscape),
        (#"{"a":1,"a":1}"#, .duplicateKey), (#"{"a":1,"b":2,"\u0061":3}"#, .duplicateKey), (#"[{"":1,"":2}]"#, .duplicateKey),
        ("1.0", .notAnInteger), ("0.5", .notAnInteger), ("1e3", .notAnInteger), ("-0", .notAnInteger), ("1E-2", .notAnInteger),
        ("333333333.33333329", .notAnInteger), ("12345678901234567890.5", .notAnInteger),
        ("9007199254740992", .integerOutOfRange), ("-9007199254740992", .integerOutOfRange),
        ("99999999999999999999999", .integerOutOfRange),
    ]

    @Test(arguments: refused)
    func `a text outside the trail's JSON is refused for its reason`(text: String, reason: JSONRefusal.Reason) {
        #expect(throws: JSONRefusal.self) { try JSONValue(parsing: text) }
        do throws(JSONRefusal) { _ = try JSONValue(parsing: text) } catch { #expect(error.reason == reason, "\(text)") }
    }

    @Test(
        arguments: [
            [0xC3, 0x28], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xFF],
        ] as [[UInt8]])
    func `a string that is not UTF-8 is refused`(bytes: [UInt8]) {
        #expect(throws: JSONRefusal(.invalidUTF8, at: 0)) { try JSONValue(parsing: [0x22] + bytes + [0x22]) }
    }

    @Test func `the limits hold to the byte and the level`() throws {
        #expect(throws: Never.self) { try JSONValue(parsing: "[[1]]", limits: JSONLimits(size: 5, depth: 2)) }
        #expect(throws: JSONRefusal(.tooLong, at: 4)) { try JSONValue(parsing: "[[1]]", limits: JSONLimits(size: 4)) }
        #expect(throws: JSONRefusal(.tooDeep, at: 1)) { try JSONValue(parsing: "[[1]]", limits: JSONLimits(depth: 1)) }
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONRefusal(.tooDeep, at: 64)) { try JSONValue(parsing: deep, limits: JSONLimits(depth: .max)) }
    }

    @Test(arguments: [" 1", "1\n", #"{"b":1,"a":2}"#, #"{"a": 1}"#, #""\u0041""#, #""\/""#, #""\u000A""#, #""\u001F""#])
    func `a stored text in another spelling is refused`(text: String) {
        #expect(throws: Never.self) { try JSONValue(parsing: text) }
        #expect(throws: JSONRefusal(.notCanonical)) { try JSONValue(parsingCanonical: Array(text.utf8)) }
    }

    @Test(arguments: 1...300 as ClosedRange<UInt64>)
    func `what is written is read back the same`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        let value = Self.value(&chance, depth: 4)
        let bytes = try value.canonicalBytes()
        #expect(try JSONValue(parsingCanonical: bytes) == value)
        #expect(try JSONValue(parsing: bytes).hashValue == value.hashValue)
    }

    /// Nothing is asserted of most texts but that they do not stop the program; what is read must survive writing.
    @Test(arguments: 1...300 as ClosedRange<UInt64>)
    func `no damaged text stops the reader`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        let bytes = try Self.value(&chance, depth: 4).canonicalBytes()
        for _ in 0..<40 {
            guard let read = try? JSONValue(parsing: Self.damaged(bytes, &chance)) else { continue }
            let written = try read.canonicalBytes()
            #expect(try JSONValue(parsingCanonical: written) == read)
        }
    }

    private static func damaged(_ bytes: [UInt8], _ chance: inout SeededChance) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &chance) {
            let place = Int.random(in: 0...bytes.count, using: &chance)
            let piece = Array(
                ["\"", "\\", "{", "}", "[", "]", ",", ":", "-", "0", "9", ".", "e", "\\ud83d", "\\u0000", " ", "\u{e9}"]
                    .randomElement(using: &chance)!.utf8)
            let end = min(bytes.count, place + Int.random(in: 0...3, using: &chance))
            bytes.replaceSubrange(place..<end, with: Bool.random(using: &chance) ? piece : chance.bytes(1))
        }
        return bytes
    }

    private static func value(_ chance: inout SeededChance, depth: Int) -> JSONValue {
        switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &chance) {
        case 0: return .null
        case 1: return .bool(.random(using: &chance))
        case 2: return .integer(.random(in: JSONValue.integerRange, using: &chance))
        case 3, 4: return .string(text(&chance))
        case 5: return .array((0..<Int.random(in: 0...5, using: &chance)).map { _ in value(&chance, depth: depth - 1) })
        default:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...6, using: &chance) { object[text(&chance)] = value(&chance, depth: depth - 1) }
            return .object(object)
        }
    }

    private static let alphabet: [Unicode.Scalar] = [
        "a", "b", "\"", "\\", "/", "\u{0}", "\n", "\u{1f}", "\u{7f}", "\u{e9}", "\u{301}", "实", "\u{e000}", "\u{ffff}", "\u{1f600}",
        "\u{10ffff}",
    ]

    private static func text(_ chance: inout SeededChance) -> String {
        let scalars = (0..<Int.random(in: 0...6, using: &chance)).compactMap { _ in alphabet.randomElement(using: &chance) }
        return String(String.UnicodeScalarView(scalars))
    }
}
