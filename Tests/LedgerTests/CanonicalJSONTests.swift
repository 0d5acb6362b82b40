import Ledger
import Testing

@Suite struct CanonicalJSONTests {
    // RFC 8785 section 3.2.3; the numbers of the same example are in the refusals below.
    @Test func `names sort by UTF-16 code units`() throws {
        let text = #"""
            {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
             "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}
            """#
        let value = try JSONValue(parsing: text)
        #expect(
            value.objectValue?.members.compactMap(\.value.stringValue) == [
                "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face",
                "Hebrew Letter Dalet With Dagesh",
            ])
    }

    // RFC 8785 section 3.2.2.2 and the example of section 3.2.2, without its numbers.
    @Test func `the example of the standard comes out, byte by byte`() throws {
        let text = #"""
            { "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }
            """#
        let expected = "{\"literals\":[null,true,false],\"string\":\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
        #expect(try JSONValue(parsing: text).canonicalText() == expected)
    }

    @Test func `escapes are the shortest that JSON knows`() throws {
        let all = String(String.UnicodeScalarView((0...0x20).compactMap { Unicode.Scalar($0) })) + "\u{7f}\u{2028}"
        let expected =
            #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"#
            + #"\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f "# + "\u{7f}\u{2028}\""
        #expect(try JSONValue.string(all).canonicalText() == expected)
    }

    @Test func `composed and decomposed letters stay different names`() throws {
        let text = "{\"e\u{301}\":1,\"\u{e9}\":2}"
        let value = try JSONValue(parsing: text)
        #expect(value["\u{e9}"] == 2)
        #expect(value["e\u{301}"] == 1)
        #expect(try value.canonicalText() == text)
        #expect(JSONValue.string("\u{e9}") != JSONValue.string("e\u{301}"))
    }

    @Test func `literals build the value they show`() throws {
        let number = 7
        let value: JSONValue = ["b": [1, true, .null], "a": "card \(number)", "c": [:], "d": []]
        #expect(try value.canonicalText() == #"{"a":"card 7","b":[1,true,null],"c":{},"d":[]}"#)
    }

    @Test func `setting nothing takes a member away`() throws {
        var object = JSONObject()
        object["b"] = 1
        object["a"] = 2
        object["b"] = 3
        object["a"] = nil
        #expect(try JSONValue.object(object).canonicalText() == #"{"b":3}"#)
    }

    @Test(arguments: [Int64.min, -9_007_199_254_740_992, 9_007_199_254_740_992, .max])
    func `an integer that not every reader keeps is not written`(value: Int64) {
        #expect(throws: JSONRefusal(.integerOutOfRange)) { try JSONValue.integer(value).canonicalBytes() }
    }

    @Test(arguments: [-9_007_199_254_740_991, -10, -1, 0, 9, 10, 9_007_199_254_740_991] as [Int64])
    func `an integer in range is written as its digits`(value: Int64) throws {
        #expect(try JSONValue.integer(value).canonicalText() == String(value))
        #expect(try JSONValue(parsing: String(value)) == .integer(value))
    }

    @Test func `what could not be read back is not written`() {
        for innermost in [1, [], [:]] as [JSONValue] {
            let opened = innermost == 1 ? 0 : 1
            let deepest = (opened..<64).reduce(innermost) { value, _ in [value] }
            #expect(throws: Never.self) { try JSONValue(parsingCanonical: deepest.canonicalBytes()) }
            #expect(throws: JSONRefusal(.tooDeep)) { try JSONValue.array([deepest]).canonicalBytes() }
            #expect(throws: JSONRefusal(.tooDeep)) {
                try JSONValue.object(JSONObject(members: [.init(key: "", value: deepest)])!).canonicalBytes()
            }
        }
    }
}
