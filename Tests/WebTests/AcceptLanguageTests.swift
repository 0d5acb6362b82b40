import Registry
import Testing

@testable import Web

@Suite struct AcceptLanguageTests {
    @Test(arguments: [
        ("zh-CN,zh;q=0.9,en;q=0.8", ReaderLanguage.chinese), ("en-US,en;q=0.9,zh-CN;q=0.8", .english), ("zh", .chinese), ("en", .english),
        ("zh-Hans", .chinese), ("zh-Hant-TW", .chinese), ("ZH-cn", .chinese), ("cmn-Hans-CN", .chinese), ("EN-gb", .english),
        ("en;q=0.5, zh;q=0.6", .chinese), ("en;q=0.6,zh;q=0.5", .english), ("en , zh", .english), ("zh,en", .chinese),
        ("fr,en;q=0.1", .english), ("de-DE,de;q=0.9,*;q=0.5", .chinese), ("*", .chinese), ("*;q=0.5,en;q=0.4", .chinese),
        ("en;q=0,*", .chinese), ("zh;q=0,*", .english), ("zh;q=0", .english), ("en;q=0", .chinese), ("zh;q=0,en;q=0", .chinese),
        ("*;q=0", .chinese), ("fr", .chinese), ("en;q=0.001", .english), ("en; q=1.000", .english),
    ])
    func `the reader's first choice among ours`(field: String, expected: ReaderLanguage) {
        #expect(ReaderLanguage.negotiated(field) == expected)
    }

    @Test(arguments: [
        "", " ", ",", ",,,;;;", ";q=1", "q=1", "en;q=", "en;q=2", "en;q=1.001", "en;q=-1", "en;q=0.1234", "en;q=abc", "en;q=０.5",
        "en;level=1",
        "en;q=1;q=1", "english", "-en", "en-", "en--US", "e n", "en;q = 0.5", "\u{0}\u{1}", "日本語", "🦊", "en;Q=ä", "<script>", "en_US",
    ])
    func `what cannot be read means the fallback`(field: String) {
        #expect(ReaderLanguage.negotiated(field, fallback: .chinese) == .chinese)
    }

    @Test func `no field, an absurd field and the other fallback`() {
        #expect(ReaderLanguage.negotiated(nil) == .chinese)
        #expect(ReaderLanguage.negotiated(nil, fallback: .english) == .english)
        #expect(ReaderLanguage.negotiated("fr", fallback: .english) == .english)
        #expect(ReaderLanguage.negotiated("*", fallback: .english) == .english)
        #expect(ReaderLanguage.negotiated(String(repeating: "en,", count: 400)) == .chinese)
        #expect(ReaderLanguage.negotiated(String(repeating: "fr,", count: 40) + "en") == .chinese)
    }

    @Test func `no text stops the program`() {
        let seed = UInt64.random(in: 0 ... .max)
        var chance = Chance(state: seed)
        let letters = Array("zhen*-;,=q01. \u{e9}")
        for _ in 0..<5000 {
            let text = String((0..<Int.random(in: 0..<20, using: &chance)).map { _ in letters.randomElement(using: &chance) ?? "z" })
            _ = ReaderLanguage.negotiated(text)
        }
    }
}
