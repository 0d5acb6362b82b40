import Ledger
import Testing

@Suite struct CanonicalJSONWriterTests {
    @Test func `the writer gives what the value gives`() throws {
        let digest = MerkleHash.emptyRoot
        var writer = CanonicalJSONWriter()
        writer.beginObject()
        writer.key("a")
        writer.beginArray()
        try writer.integer(-12)
        writer.bool(false)
        writer.null()
        writer.beginObject()
        writer.endObject()
        writer.endArray()
        writer.key("digest")
        writer.string(digest)
        writer.key("text")
        writer.string("]{,\"")
        writer.key("value")
        try writer.value(["y": [], "x": ""])
        writer.endObject()
        let value: JSONValue = [
            "a": [-12, false, .null, [:]], "digest": .string(digest.hex), "text": "]{,\"", "value": ["x": "", "y": []],
        ]
        #expect(writer.bytes == (try value.canonicalBytes()))
    }

    @Test func `values at the top stand one after another`() throws {
        var writer = CanonicalJSONWriter()
        for card in ["1", "2"] {
            writer.beginArray()
            writer.string(card)
            writer.endArray()
        }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"["1"]["2"]"#)
        writer.removeAll()
        writer.null()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "null")
    }

    @Test func `an integer out of range leaves the text as it was`() throws {
        var writer = CanonicalJSONWriter()
        writer.beginArray()
        try writer.integer(1)
        #expect(throws: JSONRefusal(.integerOutOfRange)) { try writer.integer(1 << 53) }
        writer.endArray()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "[1]")
    }

    #if DEBUG
        @Test func `names out of order stop a debug build`() async {
            await #expect(processExitsWith: .failure) {
                var writer = CanonicalJSONWriter()
                writer.beginObject()
                writer.key("b")
                writer.null()
                writer.key("a")
            }
        }
    #endif
}
