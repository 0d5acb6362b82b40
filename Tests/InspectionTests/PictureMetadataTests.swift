import Inspection
import Testing

@Suite("What a picture says beside the picture")
struct PictureMetadataTests {
    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
    }

    /// Exif as phones write it: orientation 6, and a maker's note with a place.
    private static let exif: [UInt8] =
        Array("Exif\0\0".utf8) + [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]
        + Array("GPS 31.2304N 121.4737E".utf8)

    private static let picture: [UInt8] =
        [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8)) + segment(0xE1, exif)
        + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/ who".utf8))
        + segment(0xFE, Array("a comment".utf8)) + segment(0xDB, [UInt8](repeating: 1, count: 65)) + segment(0xDA, [1, 2, 3])
        + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9] + Array("film behind the picture".utf8)

    private func contains(_ bytes: [UInt8], _ text: String) -> Bool { bytes.firstRange(of: Array(text.utf8)) != nil }

    @Test func `place, maker, comment and what stands behind the picture go; the pixels stay`() {
        let stripped = PictureMetadata.stripped(Self.picture)
        for text in ["GPS", "adobe", "comment", "film"] { #expect(!contains(stripped, text)) }
        #expect(contains(stripped, "JFIF"))
        #expect(stripped.suffix(9) == [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9])
    }

    @Test func `how the phone was held stays, in a note of our own`() {
        let stripped = PictureMetadata.stripped(Self.picture)
        #expect(contains(stripped, "Exif"))
        #expect(stripped.firstRange(of: [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]) != nil)
        // Stripping again changes nothing.
        #expect(PictureMetadata.stripped(stripped).count == stripped.count)
    }

    @Test func `an upright picture says nothing at all`() {
        let upright = [0xFF, 0xD8] + Self.segment(0xFE, [1]) + Self.segment(0xDA, [1]) + [0x01, 0xFF, 0xD9] as [UInt8]
        #expect(PictureMetadata.stripped(upright) == [0xFF, 0xD8] + Self.segment(0xDA, [1]) + [0x01, 0xFF, 0xD9])
    }

    @Test func `a PNG loses its texts, its Exif and its time, and keeps the rest`() {
        func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
            [0, 0, 0, UInt8(content.count)] + Array(name.utf8) + content + [9, 9, 9, 9]
        }
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let picture =
            signature + chunk("IHDR", [UInt8](repeating: 1, count: 13)) + chunk("tEXt", [1]) + chunk("eXIf", [1]) + chunk("tIME", [1])
            + chunk("IDAT", [7]) + chunk("IEND", [])
        #expect(
            PictureMetadata.stripped(picture) == signature + chunk("IHDR", [UInt8](repeating: 1, count: 13)) + chunk("IDAT", [7])
                + chunk("IEND", []))
    }

    @Test(arguments: 0..<200) func `cut off anywhere it does not fall over, and never grows`(length: Int) {
        let cut = Array(Self.picture.prefix(length))
        #expect(PictureMetadata.stripped(cut).count <= max(cut.count, Self.picture.count))
    }
}
