import Registry
import Testing

@Suite("Keys of nouns")
struct IdentifierTests {
    enum Noun {}

    @Test func `it is a UUID of version 7 that sorts by time`() {
        let early = Identifier<Noun>(milliseconds: 1_772_413_200_000, chance: (.max, .max))
        let late = Identifier<Noun>(milliseconds: 1_772_413_200_001, chance: (0, 0))
        #expect(early < late)
        let text = Array(early.description)
        #expect(text[14] == "7")
        #expect("89ab".contains(text[19]))
    }

    @Test(arguments: [UInt64(1), 7, 99]) func `text and bytes give it back`(seed: UInt64) throws {
        let id = Identifier<Noun>(milliseconds: 1_772_413_200_000 + Int64(seed), chance: (seed &* 0x9e37_79b9_7f4a_7c15, ~seed))
        #expect(Identifier<Noun>(id.description) == id)
        #expect(Identifier<Noun>(id.description.uppercased()) == id)
        #expect(Identifier<Noun>(bytes: id.bytes) == id)
    }

    @Test(arguments: [
        "", "01900000-0000-7000-8000-00000000000", "01900000-0000-7000-8000-0000000000000", "019000000000-7000-8000-000000000000",
        "0190000g-0000-7000-8000-000000000000", "01900000-0000-7000-8000-00000000000０",
    ]) func `what is no UUID is none`(text: String) {
        #expect(Identifier<Noun>(text) == nil)
    }
}
