import Pages
import TestKit
import Testing

@testable import PersonalPages

@Suite("The texts of the pages")
struct CatalogueTests {
    private static let faults = CatalogueFaults(PersonalPages.catalogue, templates: PageFiles.templates)

    @Test func `both languages have every text, none is empty, and the same places are filled`() {
        #expect(Self.faults.unpaired == [])
    }

    @Test func `the Chinese catalogue is in Chinese, the English one is not`() {
        #expect(Self.faults.foreign(quoting: ["details.longTerm"]) == [])
    }

    @Test func `every text a template asks for is there`() {
        #expect(Self.faults.missing == [])
    }

    @Test func `every template can be read, and no page reaches outside itself`() throws {
        #expect(try Self.faults.unsafeTemplates() == [])
        #expect(PageFiles.assets.allSatisfy { !$0.text.contains("https://") && !$0.text.contains("url(") })
    }
}
