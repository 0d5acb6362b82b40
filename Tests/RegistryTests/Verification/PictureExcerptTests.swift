import Registry
import Testing

@Suite("What tells a part of a picture, whatever was cut off around it")
struct PictureExcerptTests {
    private static let words: [UInt64] = [7, .max, 0x9E37_79B9_7F4A_7C15, 0]

    /// The same with so many bits turned, spread over all words.
    private static func turned(_ bits: Int) -> [UInt64] {
        var words = words
        for bit in 0..<bits { words[bit % words.count] ^= 1 << (UInt64(bit) / 4) }
        return words
    }

    @Test(arguments: [0, 1, PictureExcerpt.copyBits]) func `what a copy changes is a copy still`(bits: Int) throws {
        let one = try #require(PictureExcerpt(Self.words))
        let other = try #require(PictureExcerpt(Self.turned(bits)))
        #expect(one.isCopy(of: other) && other.isCopy(of: one))
    }

    @Test(arguments: [PictureExcerpt.copyBits + 1, 24, 92]) func `another card of the layout is none`(bits: Int) throws {
        let one = try #require(PictureExcerpt(Self.words))
        #expect(try !one.isCopy(of: #require(PictureExcerpt(Self.turned(bits)))))
    }

    @Test(arguments: [0, 3, 4, 7, 8]) func `four words are one, and what is left over is none`(count: Int) {
        let all = PictureExcerpt.all([UInt64](repeating: 7, count: count))
        #expect(all.count == count / 4 && all.allSatisfy { $0.words.count == PictureExcerpt.wordCount })
        #expect((PictureExcerpt([UInt64](repeating: 7, count: count)) != nil) == (count == 4))
    }
}
