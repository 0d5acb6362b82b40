import Registry
import Testing

@testable import PersonalPages

@Suite("What the face page's script sends")
struct FaceFormTests {
    private static func body(_ frames: String, nonce: String = "\"n\"") -> [UInt8] {
        Array("{\"nonce\":\(nonce),\"frames\":[\(frames)]}".utf8)
    }
    private static let straight = #"{"milliseconds":0,"picture":"/9j/"}"#
    private static let blink = #"{"action":"blink","milliseconds":1500,"picture":"/9j/"}"#

    @Test func `a nonce and frames with their times`() throws {
        let (nonce, frames) = try FaceForm.read(Self.body("\(Self.straight),\(Self.blink)"))
        #expect(nonce == "n")
        #expect(frames.map(\.action) == [nil, .blink])
        #expect(frames.map(\.milliseconds) == [0, 1_500])
        #expect(frames[0].picture == [0xFF, 0xD8, 0xFF])
    }

    @Test(arguments: [
        "", straight, "\(straight),{\"action\":\"dance\",\"milliseconds\":1,\"picture\":\"/9j/\"}",
        "\(straight),{\"action\":\"blink\",\"milliseconds\":-1,\"picture\":\"/9j/\"}",
        "\(straight),{\"action\":\"blink\",\"milliseconds\":1.5,\"picture\":\"/9j/\"}",
        "\(straight),{\"action\":\"blink\",\"milliseconds\":1,\"picture\":\"*\"}", "\(straight),{\"action\":\"blink\",\"milliseconds\":1}",
        "1,2", "\(straight),[[[[[[]]]]]]", Array(repeating: blink, count: 7).joined(separator: ","),
    ]) func `anything else is refused`(frames: String) {
        #expect(throws: Refusal.self) { _ = try FaceForm.read(Self.body(frames)) }
    }

    @Test func `no nonce, no JSON, nothing`() {
        for bytes in [Self.body("\(Self.straight),\(Self.blink)", nonce: "1"), Array("nonce".utf8), [], [0xFF]] {
            #expect(throws: Refusal.self) { _ = try FaceForm.read(bytes) }
        }
    }
}
