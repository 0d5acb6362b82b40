import Foundation
import Registry
import Testing

/// docs/life-of-a-card.md holds the picture and the table that the rules themselves draw. `SHIMING_RENEW_PICTURE=1` writes them anew.
@Suite("The picture of a card's life")
struct LifePictureTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../docs/life-of-a-card.md").standardizedFileURL

    @Test func `the documentation shows the table as it is`() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let drawn = try replacing(
            replacing(text, "diagram", with: "```mermaid\n\(LifePicture.diagram)\n```"), "table", with: LifePicture.table)
        if ProcessInfo.processInfo.environment["SHIMING_RENEW_PICTURE"] == "1" {
            try drawn.write(to: Self.file, atomically: true, encoding: .utf8)
        } else {
            #expect(text == drawn, "run this test with SHIMING_RENEW_PICTURE=1")
        }
    }

    @Test func `the picture shows no way out of cancellation and one way in`() {
        let lines = LifePicture.diagram.split(separator: "\n")
        #expect(lines.filter { $0.contains("cancelled -->") }.count == 1)
        #expect(
            lines.filter { $0.contains("--> cancelled") }.map { $0.trimmingCharacters(in: .whitespaces) } == [
                "cancelling --> cancelled: finish"
            ])
    }

    /// What stands between `<!-- name -->` and `<!-- end -->`.
    private func replacing(_ text: String, _ name: String, with content: String) throws -> String {
        let begin = try #require(text.range(of: "<!-- \(name) -->\n"))
        let end = try #require(text.range(of: "\n<!-- end -->", range: begin.upperBound..<text.endIndex))
        return text.replacingCharacters(in: begin.upperBound..<end.lowerBound, with: content)
    }
}
