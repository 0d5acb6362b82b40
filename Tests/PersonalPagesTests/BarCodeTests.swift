import HTTPTypes
import HummingbirdTesting
import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import PersonalPages

/// A photo of a card's bar code on the public page: what the reader saw becomes the number in the field, and nothing is kept.
@Suite("A bar code on the public page")
struct BarCodeTests {
    private static let number = "89860000000000000003"

    private func seen(_ texts: String...) -> ScriptedReader {
        ScriptedReader(printed: texts.map { PrintedCode($0, provesItself: true) })
    }

    @Test func `without scripts the number stands in its field, and what was typed stands again`() async throws {
        try await withPages(reader: seen(Self.number)) { client, _ in
            let visitor = Visitor(client)
            _ = try await visitor.get("/p/start")
            let page = try await visitor.upload("/p/start/photo", inventedPicture(1), ["claimCode": "ABCD<1>"])
            #expect(page.status == 200 && page.text.contains("value=\"\(Self.number)\"") && page.text.contains("value=\"ABCD&lt;1&gt;\""))
            #expect(page.text.contains("The number was read."))
        }
    }

    @Test func `a script is told the number, or in words what is wrong`() async throws {
        let json: HTTPFields = [.accept: "application/json"]
        try await withPages(reader: seen(Self.number)) { client, _ in
            let visitor = Visitor(client)
            _ = try await visitor.get("/p/start")
            #expect(try await visitor.upload("/p/start/photo", inventedPicture(1), headers: json).text == "{\"number\":\"\(Self.number)\"}")
        }
        try await withPages(reader: seen("6901234567892")) { client, _ in
            let visitor = Visitor(client, language: "zh")
            _ = try await visitor.get("/p/start")
            let answer = try await visitor.upload("/p/start/photo", inventedPicture(1), headers: json)
            #expect(answer.status == 422 && answer.text.contains("card-number-not-read") && answer.text.contains("照片中未识别到卡号条码"))
        }
    }

    @Test func `no picture, a file that is none, and a form that is not the page's are refused, with what was typed kept`() async throws {
        try await withPages(reader: seen(Self.number)) { client, _ in
            let visitor = Visitor(client)
            _ = try await visitor.get("/p/start")
            for (file, words) in [
                ([], "Choose a photo first"), (Array("%PDF-1.7".utf8), "Only photos"), (Array("GIF89a".utf8), "Only photos"),
            ] {
                let page = try await visitor.upload("/p/start/photo", file, ["iccid": "8986 0000"])
                #expect(page.status == 422 && page.text.contains(words) && page.text.contains("value=\"8986 0000\""), "\(words)")
                #expect(page.text.contains("href=\"#barcode\""))
            }
            #expect(try await visitor.upload("/p/start/photo", inventedPicture(1), ["form": "another's"]).status == 403)
        }
    }

    @Test func `strangers who send pictures are slowed down as those who type are`() async throws {
        var slow = EdgeSettings()
        slow.openRateRequests = 5
        try await withPages(reader: seen(Self.number), settings: slow) { client, _ in
            let visitor = Visitor(client)
            _ = try await visitor.get("/p/start")
            var statuses: [Int] = []
            for _ in 0..<6 { statuses.append(try await visitor.upload("/p/start/photo", inventedPicture(1)).status) }
            #expect(statuses == [200, 200, 200, 200, 429, 429])
        }
    }

    @Test func `where nothing reads codes the page says so, and the number is typed`() async throws {
        try await withPages { client, _ in
            let visitor = Visitor(client)
            _ = try await visitor.get("/p/start")
            let page = try await visitor.upload("/p/start/photo", inventedPicture(1), ["iccid": "8986 0000", "claimCode": "ABCD"])
            #expect(
                page.status == 503 && page.headers[.retryAfter] != nil && page.text.contains("value=\"8986 0000\"")
                    && page.text.contains("value=\"ABCD\""))
            let told = try await visitor.upload("/p/start/photo", inventedPicture(1), headers: [.accept: "application/json"])
            #expect(told.status == 503 && told.headers[.retryAfter] != nil)
        }
    }
}
