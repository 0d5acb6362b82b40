import Pages
import Registry
import TestKit
import Testing
import UseCases
import Web

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

    @Test func `every word of the rules that a page shows has its text`() {
        let words = Words(.english, of: PersonalPages.catalogue)
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
        let ofParts =
            PartStep.allCases.map { "part.step-\($0.rawValue)" } + ["clause.R-25-09", "clause.R-IC-04"]
            + PartRole.words
        for name in wanted + ofParts { #expect(words.has(name), "\(name)") }
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

/// The words about whoever completes a part.
private enum PartRole {
    static var words: [String] {
        PartyRole.withPart.flatMap { role -> [String] in
            let name = role.rawValue
            let own = ["part.role-\(name)", "part.roleText-\(name)", "details.\(role.pointer.dropFirst())"]
            return own + role.documentSlots.map { "picture.\($0.rawValue)" }
        }
    }
}
