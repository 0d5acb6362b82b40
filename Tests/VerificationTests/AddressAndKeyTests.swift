import Foundation
import Testing
import UseCases

@testable import Outbound
@testable import Verification

@Suite struct AddressAndKeyTests {
    @Test(arguments: [
        "", "provider.example", "ftp://provider.example", "https://", "https:///v1", "https://u:p@provider.example",
        "https://u@provider.example",
        "https://provider.example?x=1", "https://provider.example#x", "https://provider.example/a b", "https://provider.example/../x",
        "https://provider.example//x", "https://provider.example/%2e%2e", "https://provider.example:0", "https://provider.example:70000",
        "https://provider.example/\r\nx",
    ])
    func `an address that is none`(text: String) { #expect(throws: ProviderAddressRefusal.form) { _ = try ProviderAddress(text) } }

    @Test(arguments: [
        "http://provider.example", "http://10.0.0.1:9090", "http://localhost.example", "http://127.0.0.1.example", "http://0.0.0.0",
    ])
    func `plain HTTP to another machine is refused`(text: String) {
        #expect(throws: ProviderAddressRefusal.self) { _ = try ProviderAddress(text) }
    }

    @Test(arguments: ["https://provider.example", "https://provider.example:8443/adapter/v2", "http://127.0.0.1:9090", "http://[::1]:9090"])
    func `an address`(text: String) throws {
        #expect(try ProviderAddress(text).text == text)
        #expect(try ProviderAddress(text + "/").text == text)
    }

    @Test(arguments: [
        "", "short", "with space in the midst", "with\r\nx-injected: header", "umlaut-ü-0123456789", String(repeating: "k", count: 513),
    ])
    func `a key that is none`(text: String) {
        #expect(ProviderKey(text) == nil)
        #expect(throws: ProviderKeyRefusal.self) { _ = try ProviderKeySource.environment("KEY").load(environment: ["KEY": text]) }
    }

    private func file(_ text: String, mode: Int) throws -> String {
        let path = NSTemporaryDirectory() + "provider-key-" + UUID().uuidString
        #expect(FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: mode]))
        return path
    }

    @Test func `a key of a file, with the line's end, unless others can read it`() throws {
        let path = try file(Asking.key + "\n", mode: 0o600)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try ProviderKeySource.file(path).load() == ProviderKey(Asking.key))
        for mode in [0o644, 0o640, 0o604] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            #expect(throws: ProviderKeyRefusal.tooOpen(path)) { _ = try ProviderKeySource.file(path).load() }
        }
        #expect(throws: ProviderKeyRefusal.noFile(path + "-none")) { _ = try ProviderKeySource.file(path + "-none").load() }
    }

    @Test func `why there is no key says nothing of it`() throws {
        let path = try file("secret key with spaces in it", mode: 0o600)
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            _ = try ProviderKeySource.file(path).load()
            Issue.record("it was taken")
        } catch {
            #expect(error == .form)
            #expect(!error.description.contains("secret"))
        }
    }

    @Test func `a key renewed in its file is taken up once it is refused`() async throws {
        let path = try file("old-invented-key-0123", mode: 0o600)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let refusal = ProviderReply(status: 401, mediaType: "application/problem+json", body: Array(#"{"code":"key-refused"}"#.utf8))
        let script = Script([refusal, refusal, .answer("{}")])
        let client = try ProviderClient(
            try ProviderAddress("https://provider.example"), key: .file(path), environment: [:], transport: script)
        await expectFailure(.refused(.credentials)) { try await HTTPProvider(client).check(Invented.identity()) }
        #expect(script.requests.count == 1)
        #expect(
            FileManager.default.createFile(
                atPath: path, contents: Data("new-invented-key-0123".utf8), attributes: [.posixPermissions: 0o600]))
        await expectFailure(.malformed(.notAsContract)) { try await HTTPProvider(client).check(Invented.identity()) }
        let shown = script.requests.map { $0.headers.first { $0.name == "authorization" }?.value }
        #expect(shown == ["Bearer old-invented-key-0123", "Bearer old-invented-key-0123", "Bearer new-invented-key-0123"])
    }
}
