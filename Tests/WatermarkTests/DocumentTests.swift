import Confinement
import Inspection
import Testing

@testable import Watermark

@Suite struct DocumentTests {
    private func inspect(_ bytes: [UInt8]) async throws -> InspectionReport {
        try await Inspector(child: InspectionChild(executable: program)).inspect(bytes)
    }

    private func copy(_ original: [UInt8], _ text: WatermarkText = usual) async throws -> [UInt8] {
        let copy = try await watermarker().mark(original, with: text)
        #expect(copy.mediaType == "application/pdf")
        return copy.bytes
    }

    @Test(arguments: [1, 2, 50])
    func `every page of a PDF bears the text, and what comes out is a sound PDF`(pages: Int) async throws {
        let copy = try await copy(Drawn.pdf(pages: pages))
        let report = try await inspect(copy)
        #expect(report.pages == pages)
        #expect(report.warnings.isEmpty)
        // One content a page; the letters' outlines once for all.
        let text = String(decoding: copy, as: UTF8.self)
        #expect(text.ranges(of: "/Original").count == pages)
        #expect(text.ranges(of: "/Mark ").count == pages)
    }

    @Test func `the copy says who, when and what for`() async throws {
        let original = Drawn.pdf()
        let first = try await copy(original)
        #expect(try await copy(original) == first)
        for other in [
            WatermarkText(operator: "星河物联科技有限公司", date: "2026-11-28", purpose: "案件 2026-118 核查"),
            WatermarkText(operator: "星河物联科技有限公司", date: "2026-11-27", purpose: "案件 2026-119 核查"),
        ] {
            #expect(try await copy(original, other) != first)
        }
    }

    @Test(arguments: ["q q q 1 0 0 1 9999 9999 cm", "Q Q Q Q", "0 0 0 0 re W n", "BT /F1 12 Tf", "/Nothing gs /Nothing Do", "BX ("])
    func `what a page leaves behind does not reach the text`(content: String) async throws {
        _ = try await inspect(copy(Drawn.pdf(content: content)))
    }

    @Test(arguments: [
        "/Rotate 90", "/Rotate -450", "/Rotate 3", "/CropBox [100 100 300 300]", "/CropBox [9000 9000 9001 9001]", "/UserUnit 2",
    ])
    func `pages that lie or are cropped are marked`(page: String) async throws {
        _ = try await inspect(copy(Drawn.pdf(page: page)))
    }

    @Test func `no small picture of the unmarked page is left`() async throws {
        let copy = try await copy(Drawn.pdf(page: "/Thumb 3 0 R /PieceInfo << /Other << /Private 3 0 R >> >>"))
        let text = String(decoding: copy, as: UTF8.self)
        #expect(!text.contains("/Thumb") && !text.contains("/PieceInfo"))
    }

    @Test(arguments: ["0 0 a b", "0 0 595", "0 0 1e9 1e9", "", "0 0 99999999 1"])
    func `a page without a size has no copy`(box: String) async {
        #expect(await refusal(of: Drawn.pdf(box: box)) == .undecodable)
    }

    @Test func `a PDF without pages has no copy`() async {
        #expect(await refusal(of: Drawn.pdf(pages: 0)) == .undecodable)
    }
}
