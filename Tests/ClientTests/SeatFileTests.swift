import Client
import Contract
import Foundation
import Testing

struct SeatFileTests {
    private let folder = NSTemporaryDirectory() + "shiming-seat-" + UUID().uuidString

    @Test func `a seat is kept for its owner alone, and another takes its place`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let server = try #require(ServerAddress("http://127.0.0.1:1"))
        let file = SeatFile(path: folder + "/seat.json")
        #expect(try file.read() == nil)
        for token in ["first", "second"] {
            let opened = Wire.OpenedSeat(token: token, expiresAt: "2026-03-02T01:00:00.000Z", device: "device")
            try file.keep(SavedSeat(opened, at: server))
            let kept = try file.read()
            #expect(kept?.token == token && kept?.device == "device" && kept?.server == server.text)
        }
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }

    @Test func `a spoilt file is said, and no seat is made of it`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = SeatFile(path: folder + "/seat.json")
        FileManager.default.createFile(atPath: file.path, contents: Data("{}".utf8))
        #expect(throws: ClientFailure.self) { try file.read() }
    }

    @Test func `it lies beside the session`() {
        #expect(SeatFile.usual(environment: ["XDG_CONFIG_HOME": "/x"])?.path == "/x/shiming/seat.json")
        #expect(SeatFile.usual(environment: [:]) == nil)
    }

    @Test func `a part lies beside it in a file of its own`() throws {
        #expect(SeatFile.usualPart(environment: ["XDG_CONFIG_HOME": "/x"])?.path == "/x/shiming/part.json")
        #expect(SeatFile.usualPart(environment: [:]) == nil)
        let server = try #require(ServerAddress("http://127.0.0.1:1"))
        let opened = Wire.OpenedPart(token: "t", expiresAt: "2026-03-02T01:00:00.000Z", device: "device")
        let saved = SavedSeat(opened, at: server)
        #expect(saved.token == "t" && saved.device == "device" && saved.server == server.text)
    }
}
