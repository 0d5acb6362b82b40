import Client
import Contract
import Foundation
import Testing

struct SessionFileTests {
    private let folder = NSTemporaryDirectory() + "shiming-session-" + UUID().uuidString

    private static let tokens = Wire.SessionTokens(
        session: "s", accessToken: "access", accessExpiresAt: "2026-03-02T01:00:00.000Z", refreshToken: "refresh",
        refreshExpiresAt: "2026-03-09T01:00:00.000Z", secondFactorToSetUp: false)

    private func mode(_ path: String) throws -> Int? {
        try (FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }

    @Test func `nobody else may read the session, nor look into its folder`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let old = umask(0)
        defer { umask(old) }
        let file = SessionFile(path: folder + "/shiming/session.json")
        try file.change { $0.sessions["http://a"] = SavedSession(Self.tokens, login: "clerk") }
        #expect(try mode(file.path) == 0o600)
        #expect(try mode(folder + "/shiming") == 0o700)
        #expect(try file.read().sessions["http://a"]?.refreshToken == "refresh")
    }

    @Test func `a file that everybody could read is replaced by one that nobody else can`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = SessionFile(path: folder + "/session.json")
        FileManager.default.createFile(atPath: file.path, contents: Data(#"{"sessions":{}}"#.utf8), attributes: [.posixPermissions: 0o644])
        try file.change { $0.server = "http://a" }
        #expect(try mode(file.path) == 0o600)
    }

    @Test func `no file is no session, a spoilt one is said and not overwritten`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = SessionFile(path: folder + "/session.json")
        #expect(try file.read() == SavedSessions())
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        FileManager.default.createFile(atPath: file.path, contents: Data("{".utf8))
        #expect(throws: ClientFailure.self) { try file.change { $0.server = "x" } }
        #expect(FileManager.default.contents(atPath: file.path) == Data("{".utf8))
    }

    static let places: [([String: String], String?)] = [
        (["XDG_CONFIG_HOME": "/x", "HOME": "/h"], "/x/shiming/session.json"), (["HOME": "/h"], "/h/.config/shiming/session.json"),
        (["XDG_CONFIG_HOME": "relative", "HOME": "/h"], "/h/.config/shiming/session.json"), ([:], nil), (["HOME": ""], nil),
    ]

    @Test(arguments: places) func `the file lies where the desktop's rules say`(environment: [String: String], path: String?) {
        #expect(SessionFile.usual(environment: environment)?.path == path)
    }
}

struct ServerAddressTests {
    static let wrong = [
        "", "localhost", "ftp://a", "http://", "http://a/b", "http://a?x", "http://a#b", "http://user:pass@a", "http://a:0",
        "http://a:70000", "a b",
    ]

    @Test(arguments: wrong) func `what is not the address of a server is refused`(text: String) {
        #expect(ServerAddress(text) == nil)
    }

    @Test(arguments: ["http://127.0.0.1:8080", "https://sim.example", "http://[::1]:1"]) func `addresses of servers are taken`(text: String)
    {
        #expect(ServerAddress(text)?.text == text)
        #expect(ServerAddress(text + "/")?.text == text)
    }

    static let exposures: [(String, Bool)] = [
        ("http://sim.example", true), ("http://10.0.0.1:8080", true), ("https://sim.example", false), ("http://127.0.0.1:8080", false),
        ("http://localhost", false), ("http://[::1]:8080", false), ("HTTP://sim.example", true), ("http://localhost.example", true),
        ("http://127.example", true), ("http://127.0.0.1.example:8080", true), ("http://127.0.0.2", false),
    ]

    @Test(arguments: ["127.0.0.1", "127.0.0.2", "127.255.255.255", "localhost", "::1", "[::1]"])
    func `a host that is this machine alone is known by its name or its whole address`(host: String) {
        #expect(ServerAddress.isOwnMachine(host))
    }

    @Test(arguments: [
        "", "0.0.0.0", "::", "10.0.0.1", "127.example", "127.0.0.1.example", "127.0.0", "127.1", "127.0.0.256", "127.0.0.", "127.+0.0.1",
        "127.0.0.-1", "127.0.0.1 ", "128.0.0.1", "1127.0.0.1", "localhost.example", "::2", "127.0.0.１",
    ])
    func `whatever only begins like it may be anybody's`(host: String) {
        #expect(!ServerAddress.isOwnMachine(host))
    }

    @Test(arguments: exposures) func `plain HTTP beyond this machine is known as exposed`(text: String, isExposed: Bool) throws {
        #expect(try #require(ServerAddress(text)).isExposed == isExposed)
    }
}
