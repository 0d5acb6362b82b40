import Foundation
import Pages
import TestKit
import Testing

@testable import Console

@Suite("The texts of the console")
struct CatalogueTests {
    private static let faults = CatalogueFaults(Console.catalogue, templates: PageFiles.templates)

    @Test func `both languages have every text, none is empty, and the same places are filled`() {
        #expect(Self.faults.unpaired == [])
    }

    @Test func `the Chinese catalogue is in Chinese, the English one is not`() {
        #expect(Self.faults.foreign(quoting: []) == [])
    }

    @Test func `every text a template asks for is there`() {
        #expect(Self.faults.missing == [])
    }

    /// As the sources declare them: each noun its own, beside its use cases.
    private static func declaredActs() throws -> Set<String> {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".swift") }
        var acts: Set<String> = []
        for file in files {
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            for found in text.matches(of: /TrailAction\(\s*"([^"]+)"\s*\)/) { acts.insert(String(found.output.1)) }
        }
        return acts
    }

    @Test func `every act that the trail can bear has its text, and there is no text of an act that is none`() throws {
        let acts = try Self.declaredActs()
        #expect(acts.count > 100)
        let texts = Set(Console.catalogue.english.keys.filter { $0.hasPrefix("act.") }.map { String($0.dropFirst(4)) })
        #expect(acts.subtracting(texts) == [])
        #expect(texts.subtracting(acts) == [])
    }

    @Test func `every template can be read, and no page reaches outside itself`() throws {
        #expect(try Self.faults.unsafeTemplates() == [])
        #expect(PageFiles.assets.allSatisfy { !$0.text.contains("https://") && !$0.text.contains("url(") })
    }
}
