import Registry
import Testing

@Suite("What tells a copy of a picture from another of its layout")
struct PictureDetailTests {
    private static let words = (0..<PictureDetail.wordCount).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }

    /// The same with so many bits turned, spread over all words.
    private static func turned(_ bits: Int) -> [UInt64] {
        var words = words
        for bit in 0..<bits { words[bit % words.count] ^= 1 << (UInt64(bit) / 16) }
        return words
    }

    @Test(arguments: [0, 1, 18, PictureDetail.copyBits]) func `what a copy changes is a copy still`(bits: Int) throws {
        let one = try #require(PictureDetail(Self.words))
        let other = try #require(PictureDetail(Self.turned(bits)))
        #expect(one.distance(to: other) == bits && one.isCopy(of: other) && other.isCopy(of: one))
    }

    @Test(arguments: [PictureDetail.copyBits + 1, 92, 226]) func `another card of the layout is none`(bits: Int) throws {
        let one = try #require(PictureDetail(Self.words))
        #expect(try !one.isCopy(of: #require(PictureDetail(Self.turned(bits)))))
    }

    @Test(arguments: [0, 1, 15, 17]) func `what has not sixteen words is no detail`(count: Int) {
        #expect(PictureDetail([UInt64](repeating: 7, count: count)) == nil)
    }
}
