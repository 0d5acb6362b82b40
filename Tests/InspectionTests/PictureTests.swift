import Testing

@testable import Inspection

@Suite struct PictureTests {
    @Test func `real pictures pass with their size`() async throws {
        for (bytes, kind) in [
            (Samples.baseline, EvidenceKind.jpeg), (Samples.progressive, .jpeg), (Samples.cmyk, .jpeg),
            (Samples.palette, .png), (Samples.trueColour, .png),
        ] {
            let report = try await inspector().inspect(bytes)
            #expect(
                report
                    == InspectionReport(
                        kind: kind, width: 48, height: 32, pages: 1, bytes: bytes.count, trailing: 0, warnings: []))
        }
    }

    @Test func `the largest allowed picture passes`() async throws {
        let report = try await inspector().inspect(PNG.black(width: 12_000, height: 3_333))
        #expect(report.width == 12_000 && report.height == 3_333)
    }

    @Test(arguments: [Samples.baseline, Samples.progressive, Samples.cmyk, Samples.palette, Samples.trueColour, Samples.scan])
    func `half a file is refused, wherever it is cut`(bytes: [UInt8]) async {
        for eighth in 1..<8 {
            let answer = await refusal(of: Array(bytes.prefix(bytes.count * eighth / 8)))
            #expect(answer == .truncated || answer == .undecodable, "\(eighth)/8")
        }
        #expect(await refusal(of: Array(bytes.dropLast(2))) != nil || bytes == Samples.scan)
    }

    @Test func `nothing, text and other formats are refused by content`() async {
        #expect(await refusal(of: []) == .empty)
        for text in ["hello", "GIF89a....", "RIFF....WEBP", "PK\u{3}\u{4}", "<html>%PDF-1.7", " %PDF-1.7", "%PDF", "BM"] {
            #expect(await refusal(of: Array(text.utf8)) == .unsupportedKind)
        }
        #expect(await refusal(of: [0xFF, 0xD8]) == .unsupportedKind)
        #expect(await refusal(of: Array(PNG.signature.prefix(7))) == .unsupportedKind)
    }

    @Test func `a signature alone is no picture`() async {
        #expect(await refusal(of: PNG.signature) == .truncated)
        #expect(await refusal(of: [0xFF, 0xD8, 0xFF]) == .truncated)
        #expect(await refusal(of: [0xFF, 0xD8, 0xFF, 0xD9]) == .undecodable)
        #expect(await refusal(of: PNG.signature + Samples.baseline) != nil)
    }

    @Test func `too many bytes are refused before anything is read`() async {
        var limits = InspectionLimits()
        limits.bytes = Samples.baseline.count - 1
        #expect(await refusal(of: Samples.baseline, limits: limits) == .tooLarge)
        limits.bytes += 1
        #expect(await refusal(of: Samples.baseline, limits: limits) == nil)
    }

    @Test func `a small file that declares a huge picture is refused`() async {
        for (width, height) in [(100_000, 100_000), (12_001, 1), (1, 12_001), (12_000, 3_334), (0x7FFF_FFFF, 0x7FFF_FFFF)] {
            let bytes = PNG.signature + PNG.header(width: width, height: height, depth: 8) + PNG.chunk("IDAT", Deflate.zeros(1))
            #expect(await refusal(of: bytes) == .tooManyPixels, "\(width) × \(height)")
        }
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xC0, 0x00, 0x0B, 0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0x01, 0x11, 0x00]
        #expect(await refusal(of: jpeg) == .tooManyPixels)
        #expect(await refusal(of: PNG.signature + PNG.header(width: 0, height: 5, depth: 8)) == .undecodable)
    }

    @Test func `a bomb of 400 million pixels in 50 kilobytes is refused`() async {
        let bomb = PNG.black(width: 20_000, height: 20_000)
        #expect(bomb.count < 350_000)
        #expect(await refusal(of: bomb) == .tooManyPixels)
    }

    @Test func `a text chunk that inflates to a gigabyte hurts nobody`() async {
        let text = PNG.chunk("zTXt", Array("Comment\0\0".utf8) + Deflate.zeros(1 << 28))
        let answer = await refusal(of: PNG.black(width: 8, height: 8, between: text))
        #expect(answer == nil || answer == .undecodable)
    }

    @Test func `the child judges a size that the header walk missed`() async {
        // Standalone markers before the frame header stop the walk, not the decoder.
        var jpeg = Samples.baseline
        jpeg.insert(contentsOf: [0xFF, 0xD0], at: 2)
        #expect(DeclaredSize(of: .jpeg, in: jpeg) == nil)
        var limits = InspectionLimits()
        limits.pixels = 48 * 32 - 1
        let answer = await refusal(of: jpeg, limits: limits)
        #expect(answer == .tooManyPixels || answer == .undecodable)
    }

    @Test func `further frames of an animated picture are noted`() async throws {
        let control = PNG.chunk("acTL", bigEndian(2) + bigEndian(0))
        let report = try await inspector().inspect(PNG.black(width: 8, height: 8, between: control))
        #expect(report.warnings == [.animated])
    }
}
