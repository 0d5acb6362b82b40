import Numbers
import Testing

@Suite struct NumberTextTests {
    @Test func `a text keeps its characters`() throws {
        for count in 0...32 {
            let plain = String("8986ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".prefix(count))
            let text = try #require(NumberText(plain))
            #expect(text.description == plain)
            #expect(text.count == count)
            #expect(text.withUTF8 { Array($0) } == Array(plain.utf8))
            #expect((0..<count).map { text[$0] } == Array(plain.utf8))
        }
    }

    @Test(arguments: ["123456789012345678901234567890123", "1 2", "é", "\u{0}", "1\n"])
    func `what is no normalised text is none`(text: String) {
        #expect(NumberText(text) == nil)
        #expect(ICCID(normalised: text) == nil)
    }

    @Test func `an empty text is no value`() {
        #expect(ICCID(normalised: "") == nil)
    }

    @Test func `texts sort as strings of ASCII do`() throws {
        var chance = Seeded(1)
        let plain = (0..<300).map { _ in
            String((0..<Int.random(in: 1...20, using: &chance)).map { _ in "01289AXZ".randomElement(using: &chance)! })
        }
        let texts = plain.compactMap { NumberText($0) }.sorted().map(\.description)
        #expect(texts == plain.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        #expect(Set(plain).count == Set(plain.compactMap { NumberText($0) }).count)
    }

    @Test func `a value read back is the value written`() throws {
        let card = try #require(ICCID.check("8986 0070 3101 1209 4320", in: context).value)
        #expect(ICCID(normalised: card.text.description) == card)
    }
}
