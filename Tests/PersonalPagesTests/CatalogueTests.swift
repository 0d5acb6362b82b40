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

    @Test func `no text names a rule by its id: persons are told what it is called`() {
        for texts in [PersonalPages.catalogue.english, PersonalPages.catalogue.chinese] {
            let named = texts.filter { $0.value.contains(/R-[A-Z0-9]{2}-[0-9]{2}/) }
            #expect(named.keys.sorted() == [])
        }
    }

    @Test func `every template can be read, and no page reaches outside itself`() throws {
        #expect(try Self.faults.unsafeTemplates() == [])
        #expect(PageFiles.assets.allSatisfy { !$0.text.contains("https://") && !$0.text.contains("url(") })
    }
}
