import Client
import Foundation
import Testing

struct DisplayWidthTests {
    static let widths: [(String, Int)] = [
        ("", 0), ("ICCID", 5), ("上海云杉物联", 12), ("卡A", 3), ("ＩＣＣＩＤ", 10), ("é", 1), ("e\u{301}", 1), ("한국", 4), ("𠮷", 2), ("·", 1),
        ("长期", 4), ("…", 1), ("（B）", 5),
    ]

    @Test(arguments: widths) func `Chinese characters take two columns, marks none`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func `columns of Chinese and Latin text stand under one another`() {
        let table = TextTable.aligned(headings: ["name", "kind"], rows: [["上海云杉", "agent"], ["a", "hall"]])
        #expect(table == "name      kind\n上海云杉  agent\na         hall\n")
    }

    @Test func `in a pipe there is one tab between fields and no heading`() {
        #expect(TextTable.tabSeparated(rows: [["a", "b"], ["c", ""]]) == "a\tb\nc\t\n")
    }

    static let marks = [
        "\u{7F}", "\u{80}", "\u{9B}", "\u{9F}", "\u{61C}", "\u{200E}", "\u{200F}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{2069}",
    ]

    @Test(arguments: marks)
    func `JSON on a terminal is the same JSON, and what is in it steers nothing`(mark: String) throws {
        struct Named: Codable, Equatable {
            let name: String
            let note: String
        }
        let text = #"{"name":"云杉\#(mark)2J科技 \"é📱\"","note":"a\u001B[31m\nb\\"}"#
        let shown = TextTable.plainJSON(text)
        #expect(mark.unicodeScalars.allSatisfy { !shown.unicodeScalars.contains($0) } && shown.contains(#"云杉\u"#))
        let named = try JSONDecoder().decode(Named.self, from: Data(text.utf8))
        #expect(named.name.unicodeScalars.count == 12)
        #expect(try JSONDecoder().decode(Named.self, from: Data(shown.utf8)) == named)
    }

    @Test func `what is no JSON steers the terminal no more, and lines stay lines`() {
        #expect(TextTable.plainJSON("{\n  \"a\": \u{1B}]0;x\u{7}\r\u{9B}2J}\n") == "{\n  \"a\": \\u001B]0;x\\u0007\\u000D\\u009B2J}\n")
        #expect(TextTable.plainJSON("{\"name\":\"上海云杉\"}\n") == "{\"name\":\"上海云杉\"}\n" && TextTable.plainJSON("") == "")
    }

    static let steering = ["a\u{1B}[31mb", "a\tb", "a\nb", "a\u{202E}b", "a\u{9B}b", "a\u{7F}b", "a\rb", "a\u{200F}b", "a\u{61C}b"]

    @Test(arguments: steering) func `what others wrote cannot steer the terminal nor make a field of its own`(text: String) {
        let cell = TextTable.plain(text)
        #expect(cell.unicodeScalars.contains("\u{FFFD}"))
        #expect(!cell.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E })
    }

    @Test func `of paragraphs the lines stay, and a name in them steers nothing either`() {
        let notice = "\nFor 云杉\u{9B}2J\u{202E}科技\u{1B}]0;x\u{7}\nyour data is processed.\n"
        #expect(
            TextTable.plainLines(notice) == "\nFor 云杉\u{FFFD}2J\u{FFFD}科技\u{FFFD}]0;x\u{FFFD}\nyour data is processed.\n")
        #expect(TextTable.plainLines("a\nb") == "a\nb" && TextTable.plainLines("") == "")
    }

    @Test func `names and values stand aligned on a terminal and are tabbed in a pipe`() {
        #expect(TextTable.facts([("单位", "x"), ("since", "y")], isTerminal: true) == "单位   x\nsince  y\n")
        #expect(TextTable.facts([("unit", "x")], isTerminal: false) == "unit\tx\n")
    }
}
