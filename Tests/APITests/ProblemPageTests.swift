import Contract
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Registry
import Testing
import UseCases
import Web

@testable import API

/// The `type` of a problem leads to what its code means (RFC 9457 section 3.1.1).
@Suite struct ProblemPageTests {
    private static let refusals = [Refusal.ofRegistry, Refusal.ofUseCases, Refusal.ofWeb, Refusal.ofAPI].flatMap { $0 }
    private static let page = ProblemPage(refusals).text
    private static let sections = Dictionary(grouping: pieces(of: page)) { $0.code }

    private static func pieces(of page: String) -> [(code: String, text: String)] {
        page.components(separatedBy: "<div id=\"").dropFirst().map { piece in (String(piece.prefix { $0 != "\"" }), piece) }
    }

    // MARK: Nothing is left out

    /// What the refusals of the sources are made of, but those that are answered as pages: the first argument, with its file.
    private static func written() throws -> [(file: String, argument: String)] {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
        var found: [(file: String, argument: String)] = []
        for file in files where file.hasSuffix(".swift") {
            let steps = file.split(separator: "/").map(String.init)
            guard !["Console", "Pages", "PersonalPages"].contains(steps[0]), !steps.contains("Generated") else { continue }
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            found += arguments(of: text).map { (steps[steps.count - 1], $0) }
        }
        return found
    }

    private static func arguments(of text: String) -> [String] {
        ["Refusal(", "self.init("].flatMap { head -> [String] in
            let pieces = text.components(separatedBy: head)
            return zip(pieces, pieces.dropFirst()).compactMap { before, piece in
                before.last?.isLetter == true ? nil : argument(of: piece.drop { $0.isWhitespace })
            }
        }
    }

    /// nil where no refusal is written: one begins with a code and says what it rests on.
    private static func argument(of call: Substring) -> String? {
        let argument = call.first == "\"" ? call.prefix(through: closingQuote(of: call)) : call.prefix { $0 != "," && $0 != ")" }
        let rest = call.dropFirst(argument.count).prefix(120)
        return rest.first == "," && (rest.contains("requirements:") || rest.contains("house:")) ? String(argument) : nil
    }

    private static func closingQuote(of call: Substring) -> String.Index {
        call.dropFirst().firstIndex(of: "\"") ?? call.startIndex
    }

    static let calls: [(String, [String])] = [
        ("Refusal(\n  \"a-b\", .invalid, house: .form, en: \"x\", zh: \"y\")", ["\"a-b\""]),
        ("self.init(\n  refusal.code, kind, requirements: [\"R-25-09\"], en: x)", ["refusal.code"]),
        ("TabularRefusal(\"a\", .invalid, house: .form)", []), ("throw Refusal(refusal)", []), ("self.init(code, requirement: \"R\")", []),
    ]

    @Test(arguments: calls) func `a refusal is read as it is written`(text: String, expected: [String]) {
        #expect(Self.arguments(of: text) == expected)
    }

    @Test func `each code that is written in the sources has a section`() throws {
        let written = try Self.written().map { $0.argument }.filter { $0.hasPrefix("\"") && !$0.contains("\\(") }
        let codes = Set(written.map { String($0.dropFirst().dropLast()) })
        #expect(codes.count > 310)
        #expect(codes.subtracting(Self.sections.keys).sorted() == [])
    }

    @Test func `where a code is no text but a value, it is known where its sections come from`() throws {
        let values = try Self.written().filter { !$0.argument.hasPrefix("\"") || $0.argument.contains("\\(") }
        // A new one is listed beside its like (`Refusal.ofUseCases` and the others), and stands here then.
        let listed: Set = [
            "CardFileSource.swift refusal.code", "Custody.swift rawValue", "EvidenceRefusals.swift refusal.code",
            "ExamineInPerson.swift exclusion.code", "LifeObstacle.swift rawValue", "MachineReader.swift refusal.code",
            "OpenEvidence.swift refusal.code", "PersonalRefusals.swift CheckOutcome.guardianAnother.code",
            "UploadedFile.swift refusal.rawValue",
        ]
        // Codes of those above, or only ever findings within a problem.
        let needless: Set = [
            "CapturePicture.swift \"picture-\\(problem.rawValue)\"", "CardSorting.swift exclusion.code", "CheckOutcome.swift code",
            "DevicePool.swift rawValue", "OperatorContact.swift code", "Refusal.swift code", "SubmitApplication.swift $0.key",
            "UsageSource.swift refusal.code.rawValue",
        ]
        #expect(Set(values.map { "\($0.file) \($0.argument)" }) == listed.union(needless))
    }

    @Test(arguments: [
        "card-claimed", "card-not-available", "column-missing", "copy-timeout", "evidence-has-script", "guardian-consent-of-another",
        "life-cancelling", "multipart-boundary", "webhook-address-inside", "workbook-damaged",
    ])
    func `each family of codes has sections`(code: String) {
        #expect(Self.sections[code] != nil)
    }

    // MARK: What a section says

    @Test func `each says why and what to do in both languages, and which rules it rests on`() throws {
        for refusal in Self.refusals {
            let section = try #require(Self.sections[refusal.code]?.first).text
            for text in [refusal.reason.en, refusal.reason.zh, refusal.mend.en, refusal.mend.zh] {
                #expect(!text.isEmpty, "\(refusal.code)")
                #expect(section.contains(ProblemPage.escaped(text)), "\(refusal.code)")
            }
            for rule in refusal.requirements {
                #expect(Rule.named(rule) != nil && section.contains("\"/console/rules#\(rule)\""), "\(refusal.code) \(rule)")
            }
        }
    }

    @Test func `each code has one section, and what is refused twice in the same words is said once`() {
        let text = "A first sentence of its own."
        let once = Refusal("same", .invalid, house: .form, en: text, zh: "甲。")
        let other = Refusal("same", .conflict, house: .scope, en: "Another.", zh: "乙。")
        let page = ProblemPage([once, other, once.at("/x")]).text
        #expect(page.components(separatedBy: "id=\"same\"").count == 2)
        #expect(page.components(separatedBy: text).count == 2 && page.contains("Another.") && page.contains("乙。"))
        #expect(page.contains("#H-01") && page.contains("#H-08"))
        #expect(Self.sections.count > 380 && Self.sections.values.allSatisfy { $0.count == 1 })
    }

    @Test func `a text cannot be markup`() {
        let page = ProblemPage([Refusal("x", .invalid, house: .form, en: "<b>A & B</b>", zh: "<i>")]).text
        #expect(
            page.contains("&lt;b&gt;A &amp; B&lt;/b&gt;") && page.contains("&lt;i&gt;") && !page.contains("<b>") && !page.contains("<i>"))
    }

    @Test func `the page is light, runs nothing and asks no other host`() {
        #expect(Self.page.utf8.count < 200_000)
        for forbidden in ["<script", "<link", "<img", "url(", "@import", "=\"http", "=\"//"] {
            #expect(!Self.page.contains(forbidden), "\(forbidden)")
        }
    }

    // MARK: Where it stands

    @Test(arguments: ["/v1/cards", "/v2/cards"])
    func `the type of a problem leads to its section`(uri: String) async throws {
        try await withEdge { client, _ in
            let type = try await client.execute(uri: uri, method: .get) { try $0.problem().type }
            let parts = type.split(separator: "#").map(String.init)
            try #require(parts.count == 2)
            try await client.execute(uri: parts[0], method: .get) { response in
                #expect(response.status == .ok)
                #expect(response.headers[.contentType] == "text/html; charset=utf-8")
                #expect(response.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
                #expect(Self.pieces(of: String(buffer: response.body)).contains { $0.code == parts[1] }, "\(type)")
            }
        }
    }
}
