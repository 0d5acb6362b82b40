import Pages
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import PersonalPages

@Suite("The texts of the pages whose names they put together")
struct WordFamilyTests {
    @Test(arguments: ReaderLanguage.allCases)
    func `every word that may stand in such a name has its text`(language: ReaderLanguage) {
        let words = Words(language, of: PersonalPages.catalogue)
        for name in WordFamilies.all { #expect(words.has(name), "\(name)") }
    }

    @Test func `no page puts names together of which nobody asks here whether they have a text`() throws {
        let families = try NameFamily.all(of: "PersonalPages")
        #expect(families.count > 15)
        for family in families { #expect(WordFamilies.all.contains(where: family.has), "\(family)") }
    }
}

/// Every name that pages put together from a part of their own and a word of the rules.
private enum WordFamilies {
    static let all: [String] = [ofCases, ofPictures, ofPersons, ofParts].flatMap { $0 }

    private static let ofCases: [String] = {
        var names = Step.allCases.map { "step.\($0.rawValue)" }
        names += CardClass.allCases.map { "kind.\($0.rawValue)" }
        names += Carrier.usual.map { "carrier.\($0.code)" }
        names += PersonalStatus.Stage.allCases.flatMap { ["stage.\($0.rawValue)", "stage.\($0.rawValue)Text"] }
        // What is told otherwise while a card is given up, a proof looked at or a correction.
        names += ["in-review", "awaiting-carrier", "to-be-mended", "refused", "withdrawn"].map { "ending.\($0)Text" }
        names += PersonalStatus.Passage.State.allCases.map { "status.\($0.rawValue)" }
        names += AttemptsLeft.Limit.allCases.map { "overview.attempts-\($0.rawValue)" }
        names += ["effective", "ended", "handedIn"].flatMap { ["overview.\($0)", "overview.\($0)Text"] }
        // What usually takes a time, and where that is not told.
        names += [
            "overview.leadMachine", "overview.leadReviewer", "review.approvalMachine", "review.approvalReviewer", "transfer.toYouText",
        ].flatMap { [$0, $0 + "Untimed"] }
        // Two reviewers may be asked about a correction as about any case, and the carrier be told of it.
        names += ApplicationState.allCases.filter { !$0.isDecided || $0 == .refused }.map { "mine.correction.\($0.rawValue)" }
        names += ["Statute", "Floor", "Agent"].map { "common.owner\($0)" }
        names += ConsentKind.allCases.map { "clause.\($0.requirement)" }
        names += VerificationPolicy.standardFloor.rules.compactMap { $0.requirement.map { "clause.\($0)" } }
        return names
    }()

    private static let ofPictures: [String] = {
        var names = [Step.guardian, .proxy, .photo].flatMap { ["\($0.rawValue).title", "\($0.rawValue).lead"] }
        names += [Step.guardian, .proxy, .photo].flatMap(PictureSlots.of).map { "picture.\($0.rawValue)" }
        names += PictureSlots.document(.residentID).map { "picture.\($0.rawValue)" }
        names += ["tipBoth", "tipFlat", "tipLight", "tipCorners", "tipFingers"].map { "picture.\($0)" }
        return names
    }()

    private static let ofPersons: [String] = {
        var names = DocumentType.allCases.filter { $0.subject == .person }.map { "type.\($0.rawValue)" }
        names += ["holder", "guardian", "proxy"].map { "details.\($0)" }
        names += ["guardian", "proxy"].map { "details.\($0)Hint" }
        names += [
            "name", "documentType", "documentNumber", "formerNumber", "birthDate", "address", "contact", "validFrom", "validUntil",
            "longTerm",
        ].map { "details.\($0)" }
        names += [
            "name", "documentNumber", "formerNumber", "birthDate", "address", "contact", "validFrom", "validUntil",
        ].map { "details.\($0)Hint" }
        names += ["documentNumberHintOther", "addressHintFree", "contactHintFree"].map { "details.\($0)" }
        // Where a reason lies that names no field and no picture.
        names += ["holder", "guardian", "proxy", "cards"].map { "place.\($0)" }
        return names
    }()

    private static let ofParts: [String] = {
        var names = PartStep.allCases.map { "part.step-\($0.rawValue)" }
        names += ["clause.R-25-09", "clause.R-IC-04"]
        for role in PartyRole.withPart {
            names += ["part.role-\(role.rawValue)", "part.roleText-\(role.rawValue)", "details.\(role.pointer.dropFirst())"]
            names += role.documentSlots.map { "picture.\($0.rawValue)" }
        }
        return names
    }()
}
