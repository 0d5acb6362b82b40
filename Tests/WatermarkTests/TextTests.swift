import Testing

@testable import Watermark

@Suite struct TextTests {
    @Test func `three lines: for what, by whom and when, why`() {
        #expect(usual.lines == ["仅供物联网卡实名登记使用", "星河物联科技有限公司 2026-11-27", "用途：案件 2026-118 核查"])
        #expect(WatermarkText(operator: "", date: "2026-11-27", purpose: "复核凭证").lines[1] == "2026-11-27")
    }

    @Test(arguments: [
        ("核查\n第二行", "核查 第二行"), ("核查\u{0}\u{7}\u{1B}[31m", "核查[31m"), ("\u{202E}核查\u{200B}\u{FEFF}", "核查"),
        ("a\r\n\tb \u{3000}\u{2028} c", "a b c"), ("  前后  ", "前后"), ("a" + String(repeating: "\u{301}", count: 5_000), "a"),
        ("\u{E000}\u{F0000}核查", "核查"), ("", ""), (" \t ", ""),
    ])
    func `a purpose stays on its line and shows what it holds`(purpose: String, shown: String) {
        #expect(
            WatermarkText(operator: "星河", date: "2026-11-27", purpose: purpose).lines == ["仅供物联网卡实名登记使用", "星河 2026-11-27", "用途：\(shown)"])
    }

    @Test func `what is long is cut, and says so`() {
        let text = WatermarkText(
            operator: String(repeating: "公", count: 200), date: "2026-11-27", purpose: String(repeating: "核", count: 200))
        #expect(text.lines[1] == String(repeating: "公", count: 39) + "… 2026-11-27")
        #expect(text.lines[2] == "用途：" + String(repeating: "核", count: 59) + "…")
        let fitting = WatermarkText(operator: String(repeating: "公", count: 40), date: "", purpose: String(repeating: "核", count: 60))
        #expect(!fitting.text.contains("…"))
    }

    @Test(arguments: [
        String(repeating: "核", count: 200), "\u{1F600}\u{1F468}\u{200D}\u{1F469}", "\u{0}\u{1}\u{2}", "العربية", "%s%n %x",
        "((\\)) <</Type>>",
        String(repeating: "\u{10FFFF}", count: 100), "𠮷野家 㐀",
    ])
    func `no text of a stranger keeps the rest from being drawn`(purpose: String) async throws {
        let text = WatermarkText(operator: purpose, date: "2026-11-27", purpose: purpose)
        for original in [Drawn.plain(240, width: 500, height: 400), Drawn.pdf()] { #expect(await refusal(of: original, with: text) == nil) }
    }
}
