import Registry
import Testing
import UseCases
import Web

@testable import PersonalPages

@Suite("The texts of the pages")
struct CatalogueTests {
    @Test func `both languages have every text, and none is empty`() {
        #expect(Set(PageFiles.english.keys) == Set(PageFiles.chinese.keys))
        for (name, text) in PageFiles.english.merging(PageFiles.chinese, uniquingKeysWith: { $0 + $1 }) {
            #expect(!text.isEmpty, "\(name)")
        }
    }

    @Test func `both languages have the same places to fill`() {
        for (name, english) in PageFiles.english {
            let places = { (text: String) in Set(text.matches(of: /\{[a-z]+\}/).map { String($0.0) }) }
            #expect(places(english) == places(PageFiles.chinese[name] ?? ""), "\(name)")
        }
    }

    @Test func `the Chinese catalogue is in Chinese, the English one is not`() {
        let isChinese = { (text: String) in text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        for (name, text) in PageFiles.chinese {
            let written = text.replacing(/\{[a-z]+\}/, with: "")
            #expect(isChinese(written) || !written.contains(where: \.isLetter), "\(name)")
        }
        for (name, text) in PageFiles.english where name != "details.longTerm" { #expect(!isChinese(text), "\(name)") }
    }

    @Test func `every text a template asks for is there`() {
        for (template, text) in PageFiles.templates {
            for found in text.matches(of: /\{\{w\.([A-Za-z]+\.[A-Za-z-]+)\}\}/) {
                #expect(PageFiles.english[String(found.1)] != nil, "\(template): \(found.1)")
            }
        }
    }

    @Test func `every word of the rules that a page shows has its text`() {
        let words = Words(.english)
        let wanted =
            Step.allCases.map { "step.\($0.rawValue)" } + CardClass.allCases.map { "kind.\($0.rawValue)" }
            + DocumentType.allCases.filter { $0.subject == .person }.map { "type.\($0.rawValue)" }
            + PersonalStatus.Stage.allCases.flatMap { ["stage.\($0.rawValue)", "stage.\($0.rawValue)Text"] }
            + [Step.guardian, .proxy, .photo].flatMap { ["\($0.rawValue).title", "\($0.rawValue).lead"] }
            + ([Step.guardian, .proxy, .photo].flatMap(PictureSlots.of) + PictureSlots.document(.residentID)).map {
                "picture.\($0.rawValue)"
            }
            + ConsentKind.allCases.map { "clause.\($0.requirement)" }
            + VerificationPolicy.standardFloor.rules.compactMap { $0.requirement.map { "clause.\($0)" } }
        for name in wanted { #expect(words.has(name), "\(name)") }
    }

    @Test func `every template can be read, and no page reaches outside itself`() throws {
        _ = try Templates.library()
        for (name, text) in PageFiles.templates {
            #expect(!text.contains("{{{") || name == "layout", "\(name) writes something unescaped")
            #expect(!text.contains("style=") && !text.contains(" onclick") && !text.contains("://"), "\(name)")
        }
        #expect(PageFiles.assets.allSatisfy { !$0.text.contains("https://") && !$0.text.contains("url(") })
    }
}
