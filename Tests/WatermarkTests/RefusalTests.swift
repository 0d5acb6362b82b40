import Confinement
import Testing

@testable import Watermark

@Suite struct RefusalTests {
    @Test(
        arguments: [
            ([], .empty), ([0xFF], .unsupportedKind), (Array("GIF89a".utf8), .unsupportedKind), (Array("<svg/>".utf8), .unsupportedKind),
            ([0xFF, 0xD8, 0xFF], .truncated), ([0xFF, 0xD8, 0xFF, 0xDB, 0, 3, 9] + [UInt8](repeating: 7, count: 500), .undecodable),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 9, count: 500), .undecodable),
            (Array("%PDF-1.7\nnothing behind it".utf8), .undecodable),
        ] as [([UInt8], WatermarkRefusal)])
    func `what is no picture has no copy`(original: [UInt8], why: WatermarkRefusal) async {
        #expect(await refusal(of: original) == why)
    }

    @Test func `what ends early has no copy, wherever it ends`() async throws {
        let png = Drawn.document(width: 200, height: 150)
        let jpeg = try await watermarker().mark(png, with: usual).bytes
        for original in [png, jpeg] {
            for part in 1..<8 {
                #expect(await refusal(of: Array(original.prefix(original.count * part / 8))) == .truncated, "\(part) eighths")
            }
            #expect(await refusal(of: original.dropLast(2)) != nil)
        }
        let pdf = Drawn.pdf(pages: 2)
        for part in 1..<8 { #expect(await refusal(of: Array(pdf.prefix(pdf.count * part / 8))) == .undecodable) }
    }

    @Test func `a bomb has no copy`() async {
        #expect(await refusal(of: Drawn.bomb(width: 12_001, height: 10)) == .tooManyPixels)
        #expect(await refusal(of: Drawn.bomb(width: 12_000, height: 12_000)) == .tooManyPixels)
        #expect(await refusal(of: Drawn.bomb(width: 0, height: 5)) == .undecodable)
        #expect(await refusal(of: Drawn.bomb(width: 6_000, height: 6_000)) != nil)
    }

    @Test func `more than the limits has no copy`() async {
        let original = Drawn.plain(200, width: 400, height: 400)
        #expect(await refusal(of: original, by: watermarker(WatermarkLimits(bytes: original.count - 1))) == .tooLarge)
        #expect(await refusal(of: original, by: watermarker(WatermarkLimits(pixels: 159_999))) == .tooManyPixels)
        #expect(await refusal(of: original, by: watermarker(WatermarkLimits(side: 399))) == .tooManyPixels)
        #expect(await refusal(of: original, by: watermarker(WatermarkLimits(copy: 1_000))) == .unavailable)
        #expect(await refusal(of: original, by: watermarker(WatermarkLimits(memory: 100_000))) != nil)
        #expect(await refusal(of: original, by: watermarker(WatermarkLimits(time: .milliseconds(1)))) == .timeout)
    }

    @Test func `a small picture is not enlarged beyond the limits`() async {
        let original = Drawn.plain(1, width: 100, height: 100)
        #expect(await refusal(of: original, by: watermarker(WatermarkLimits(pixels: 100 * 100))) == .tooNarrow)
        #expect(await refusal(of: original, by: watermarker(WatermarkLimits(pixels: 400 * 400))) == nil)
    }

    @Test func `what no legible text fits on has no copy`() async {
        #expect(await refusal(of: Drawn.plain(200, width: 3_000, height: 2)) == .tooNarrow)
        #expect(await refusal(of: Drawn.plain(200, width: 1, height: 900)) == .tooNarrow)
        #expect(await refusal(of: Drawn.pdf(box: "0 0 5000 10")) == .tooNarrow)
        #expect(await refusal(of: Drawn.pdf(box: "0 0 0 0")) == .tooNarrow)
    }

    @Test func `a text of which nothing can be seen makes no copy`() async {
        let original = Drawn.plain(200, width: 400, height: 400)
        for text in [
            "", "\n\n", " \u{3000} ", "\u{202E}\u{200B}\u{7}", String(repeating: "登", count: 401), String(repeating: "a", count: 5_000),
        ] {
            #expect(await refusal(of: original, with: WatermarkText(text)) == .textUnusable, "\(text.count) characters")
        }
    }

    @Test func `every refusal has a code of its own and words in both languages`() {
        let all = WatermarkRefusal.allCases
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(Set(all.map(\.english)).count == all.count)
        #expect(Set(all.map(\.chinese)).count == all.count)
        for refusal in all { #expect(refusal.code.hasPrefix("copy-")) }
        #expect(all.filter(\.mayRetry) == [.unavailable])
    }
}

extension WatermarkText {
    /// Whatever text, without the bounds.
    init(_ text: String) { self.init(lines: [text]) }
}
