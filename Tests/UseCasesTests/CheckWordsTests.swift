import Foundation
import Records
import Registry
import Testing
import UseCases

/// Whoever decides reads what was found, not its code.
@Suite struct CheckWordsTests {
    /// What failed is refused in its own words and is not kept.
    @Test func `whatever the rules and use cases may find has words in both languages`() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources")
        var codes: Set<String> = [Refusal.documentUnderOtherName.code]
        for module in ["Registry", "UseCases"] {
            let folder = sources.appendingPathComponent(module)
            let files = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
            for file in files where file.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
                codes.formUnion(text.matches(of: /\.warned,\s*"([a-z0-9-]+)"/).map { String($0.output.1) })
            }
        }
        let known: Set<String> = ["person-corrected", "number-corrected-after-photo", "device-used-by-many", "age-answer-differs"]
        #expect(codes.isSuperset(of: known) && codes.count >= 12, "\(codes.sorted())")
        for code in codes.sorted() {
            let check = StoredCheck(
                method: "rules", provider: "shiming", verdict: "warned", code: code, requirement: "R-25-11", subject: "/holder", count: 0,
                recordedAt: Instant(milliseconds: 0))
            for language in ReaderLanguage.allCases { #expect(check.text(in: language) != code, "\(code) in \(language)") }
        }
    }

    @Test func `each thing that a machine notices in a picture is told in words of its own`() {
        let findings = PictureProblem.allCases.map(\.rawValue) + PictureFlag.allCases.map(\.rawValue)
        for language in ReaderLanguage.allCases {
            let told = (findings + ["of-a-later-version"]).map { finding in
                StoredCheck(
                    method: "rules", provider: "shiming", verdict: "warned", code: "picture-\(finding)", requirement: "R-25-11",
                    subject: "/evidence/holder-id-front", count: 0, recordedAt: Instant(milliseconds: 0)
                ).text(in: language)
            }
            #expect(Set(told).count == findings.count + 1, "\(told)")
        }
    }
}
