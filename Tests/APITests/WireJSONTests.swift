import Contract
import Foundation
import Ledger
import Testing

@Suite("Schemas read and written without a coder")
struct WireJSONTests {
    private static let content = Wire.RegistrationContent(
        unit: Wire.PartyFacts(name: "上海云杉物联科技有限公司", documentType: "business-licence", documentNumber: "91110000MA00000077"),
        handler: Wire.PartyFacts(name: "欧阳·青禾 \"甲\" \\ \u{1}\n", address: ""), usingDepartment: "冷链/运营部",
        authorisation: Wire.Authorisation(purpose: "办理", validFrom: "2026-01-01", validUntil: "long-term"),
        use: Wire.DeclaredUse(deviceType: "tracker", voice: false, sms: true, monthlyMegabytes: 30),
        evidence: ["unit-document": ["a", "b"], "authorisation-letter": [], "𐐷": [], "\u{e000}": []], noticeAccepted: true)

    @Test func `what is written reads back the same, by either reader`() throws {
        let bytes = try Self.content.jsonBytes()
        #expect(try Wire.RegistrationContent(json: JSONValue(parsing: bytes)) == Self.content)
        #expect(try JSONDecoder().decode(Wire.RegistrationContent.self, from: Data(bytes)) == Self.content)
    }

    @Test func `it is canonical, names sorted by UTF-16`() throws {
        let bytes = try Self.content.jsonBytes()
        #expect(try JSONValue(parsing: bytes).canonicalBytes() == bytes)
    }

    @Test func `what the coder writes is read the same`() throws {
        let bytes = [UInt8](try JSONEncoder().encode(Self.content))
        #expect(try Wire.RegistrationContent(json: JSONValue(parsing: bytes)) == Self.content)
    }

    @Test(arguments: [
        (#"{"unit":3}"#, "/unit"), (#"{"unit":{"name":[]}}"#, "/unit/name"),
        (#"{"evidence":{"unit-document":["a",1]}}"#, "/evidence/unit-document/1"),
        (#"{"noticeAccepted":"yes"}"#, "/noticeAccepted"), (#"[]"#, ""), (#"{"use":{"monthlyMegabytes":"30"}}"#, "/use/monthlyMegabytes"),
    ])
    func `what is of another type is named by its place`(text: String, pointer: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(throws: WireMismatch(pointer: pointer)) { try Wire.RegistrationContent(json: value) }
    }

    @Test func `what is required and missing is named, what may be absent may be null`() throws {
        let empty = try JSONValue(parsing: "{}")
        #expect(throws: WireMismatch(pointer: "/channel")) { try Wire.CreateRegistration(json: empty) }
        let null = try JSONValue(parsing: #"{"channel":"agent","content":null}"#)
        #expect(try Wire.CreateRegistration(json: null) == Wire.CreateRegistration(channel: "agent"))
    }

    @Test func `a page is written with its cursor`() throws {
        let page = Page(items: [Wire.SecondFactorSecret(secret: "S", uri: "u")], next: "c")
        #expect(String(decoding: try page.jsonBytes(), as: UTF8.self) == #"{"items":[{"secret":"S","uri":"u"}],"next":"c"}"#)
    }
}
