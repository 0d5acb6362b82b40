import Foundation
import Testing

@testable import S3Store

@Suite struct PlaceAndCredentialTests {
    @Test func `bucket in the path or in the host's name`() throws {
        let path = try S3Place("s3://evidence-1/prod/a", endpoint: "https://minio.example:9000")
        #expect(path.host == "minio.example:9000")
        #expect(path.path(of: "ab/cd/x") == "/evidence-1/prod/a/ab/cd/x")
        #expect(path.path(of: nil) == "/evidence-1")
        let host = try S3Place("s3://evidence-1", region: "cn-north-1")
        #expect(host.host == "evidence-1.s3.cn-north-1.amazonaws.com")
        #expect(host.path(of: "ab/cd/x") == "/ab/cd/x")
        #expect(host.path(of: nil) == "/")
    }

    @Test(arguments: [
        "evidence", "s3://", "s3://ab", "s3://Upper-case", "s3://bucket/..", "s3://bucket/a b", "https://bucket", "s3://bucket/ü",
    ])
    func `a place that is none`(text: String) {
        #expect(throws: S3PlaceRefusal.self) { _ = try S3Place(text) }
    }

    @Test(arguments: [
        "http://minio.example:9000", "http://10.0.0.1", "ftp://x", "minio.example", "https://", "https://host/path", "https://u:p@host",
        "http://localhost.example", "http://127.example", "http://127.0.0.1.example", "http://127.0.0.1.2:5000", "http://127.0.0.256",
    ])
    func `an endpoint that is none, or speaks in clear to another machine`(text: String) {
        #expect(throws: S3PlaceRefusal.self) { _ = try S3Place("s3://bucket", endpoint: text) }
    }

    @Test(arguments: ["http://127.0.0.1:5000", "http://localhost:5000", "http://[::1]:5000"])
    func `plain HTTP on the own machine`(text: String) throws {
        let place = try S3Place("s3://bucket", endpoint: text)
        #expect(place.origin == text)
    }

    @Test func `credentials of the environment`() throws {
        let known = ["AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_SESSION_TOKEN": "token"]
        let read = try S3CredentialSource.environment.load(environment: known)
        #expect(read == S3Credentials(accessKeyID: "id", secretAccessKey: "secret", sessionToken: "token"))
        for lacking in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] {
            var less = known
            less[lacking] = nil
            #expect(throws: S3CredentialRefusal.notInEnvironment) { _ = try S3CredentialSource.environment.load(environment: less) }
            less[lacking] = ""
            #expect(throws: S3CredentialRefusal.notInEnvironment) { _ = try S3CredentialSource.environment.load(environment: less) }
        }
        var lasting = known
        lasting["AWS_SESSION_TOKEN"] = ""
        #expect(try S3CredentialSource.environment.load(environment: lasting).sessionToken == nil)
    }

    @Test func `credentials of a file, by profile`() throws {
        let text =
            "# ours\n[default]\naws_access_key_id = a\naws_secret_access_key=s1=\n\n[other]\naws_access_key_id=b\naws_secret_access_key = s2\n"
        let first = try S3CredentialSource.read(text, profile: "default", path: "f")
        #expect(first == S3Credentials(accessKeyID: "a", secretAccessKey: "s1="))
        let other = try S3CredentialSource.read(text, profile: "other", path: "f")
        #expect(other == S3Credentials(accessKeyID: "b", secretAccessKey: "s2"))
        #expect(throws: S3CredentialRefusal.noProfile("f", "third")) { _ = try S3CredentialSource.read(text, profile: "third", path: "f") }
        let half = "[default]\naws_access_key_id = a\n"
        #expect(throws: S3CredentialRefusal.noProfile("f", "default")) {
            _ = try S3CredentialSource.read(half, profile: "default", path: "f")
        }
    }

    @Test func `a file that others can read is refused, and one that is not there`() throws {
        let path = NSTemporaryDirectory() + "s3-" + UUID().uuidString
        #expect(throws: S3CredentialRefusal.noFile(path)) { _ = try S3CredentialSource.file(path, profile: "default").load() }
        let text = Data("[default]\naws_access_key_id=a\naws_secret_access_key=s\n".utf8)
        #expect(FileManager.default.createFile(atPath: path, contents: text, attributes: [.posixPermissions: 0o644]))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: S3CredentialRefusal.tooOpen(path)) { _ = try S3CredentialSource.file(path, profile: "default").load() }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let read = try S3CredentialSource.file(path, profile: "default").load()
        #expect(read.secretAccessKey == "s")
    }

    @Test func `credentials do not show themselves`() {
        let credentials = S3Credentials(accessKeyID: "id", secretAccessKey: "hidden-secret", sessionToken: "hidden-token")
        var dumped = ""
        dump(credentials, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), dumped] { #expect(!text.contains("hidden")) }
    }
}
