import Crypto
import Foundation
import Ledger
import Registry
import Synchronization
import TestKit
import Testing
import UseCases

@testable import S3Store

/// Answers in place of the network, in order; the last answer repeats.
final class Script: S3Transport {
    enum Step: Sendable {
        case answer(S3Answer)
        case silence
    }

    private let steps: [Step]
    private let seen = Mutex<[S3Request]>([])
    var requests: [S3Request] { seen.withLock { $0 } }

    init(_ steps: [Step]) { self.steps = steps }

    func send(_ request: S3Request, seconds: Int64, bodyMax: Int) async throws -> S3Answer {
        let number = seen.withLock { seen in
            seen.append(request)
            return seen.count - 1
        }
        switch steps[min(number, steps.count - 1)] {
        case .answer(let answer): return answer
        case .silence: throw EvidenceStoreFailure.unavailable("no answer")
        }
    }

    func close() async {}
}

@Suite struct ObjectTests {
    private let piece = EvidenceID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_abcd)

    private func store(_ steps: [Script.Step], credentials: S3CredentialSource? = nil) throws -> (S3EvidenceStore, Script) {
        let path = NSTemporaryDirectory() + "s3-" + UUID().uuidString
        let text = Data("[default]\naws_access_key_id=id\naws_secret_access_key=hidden-secret\n".utf8)
        #expect(FileManager.default.createFile(atPath: path, contents: text, attributes: [.posixPermissions: 0o600]))
        defer { if credentials == nil { try? FileManager.default.removeItem(atPath: path) } }
        let place = try S3Place("s3://bucket/prefix", endpoint: "https://store.example")
        let script = Script(steps)
        var patience = S3Patience()
        patience.firstWait = .zero
        let client = try S3Client(
            place, credentials: credentials ?? .file(path, profile: "default"), transport: script, clock: MovedClock(), patience: patience)
        return (S3EvidenceStore(client, place, pieceBytesMax: 1_000), script)
    }

    private func error(_ status: Int, _ code: String) -> Script.Step {
        .answer(S3Answer(status: status, body: Array("<?xml version=\"1.0\"?><Error><Code>\(code)</Code></Error>".utf8)))
    }

    private func piece(_ body: String, hash: String? = nil) -> Script.Step {
        let bytes = Array(body.utf8)
        let hash = hash ?? Hex.text(SHA256.hash(data: bytes))
        return .answer(S3Answer(status: 200, headers: ["x-amz-meta-sha256": hash, "content-length": String(bytes.count)], body: bytes))
    }

    private func failure(_ work: () async throws -> Void) async -> EvidenceStoreFailure? {
        do {
            try await work()
            return nil
        } catch {
            return error as? EvidenceStoreFailure
        }
    }

    @Test func `a piece is put under its location, hashed and signed`() async throws {
        let (store, script) = try store([.answer(S3Answer(status: 200))])
        try await store.put([1, 2, 3], at: store.location(of: piece))
        let request = try #require(script.requests.first)
        #expect(request.method == "PUT")
        #expect(request.url == "https://store.example/bucket/prefix/cd/ab/\(piece)")
        #expect(request.body == [1, 2, 3])
        let headers = Dictionary(request.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        #expect(headers["x-amz-content-sha256"] == Hex.text(SHA256.hash(data: [UInt8]([1, 2, 3]))))
        #expect(headers["x-amz-date"] == "20260302T010000Z")
        #expect(headers["authorization"]?.hasPrefix("AWS4-HMAC-SHA256 Credential=id/20260302/us-east-1/s3/aws4_request") == true)
        #expect(!request.headers.contains { $0.value.contains("hidden-secret") })
    }

    @Test func `the token of temporary credentials goes along with a request, signed`() async throws {
        let path = NSTemporaryDirectory() + "s3-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let cases: [(String, String?)] = [("aws_session_token = a/token==\n", "a/token=="), ("aws_session_token =\n", nil), ("", nil)]
        for (line, token) in cases {
            let text = Data("[default]\naws_access_key_id=id\naws_secret_access_key=hidden-secret\n\(line)".utf8)
            #expect(FileManager.default.createFile(atPath: path, contents: text, attributes: [.posixPermissions: 0o600]))
            let (store, script) = try store([.answer(S3Answer(status: 200))], credentials: .file(path, profile: "default"))
            try await store.put([1], at: "a/b/c")
            let request = try #require(script.requests.first)
            let headers = Dictionary(request.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
            #expect(headers["x-amz-security-token"] == token)
            #expect(headers["authorization"]?.contains(";x-amz-security-token") == (token != nil))
        }
    }

    @Test func `what fails by chance is tried again, with the same bytes`() async throws {
        for step in [error(500, "InternalError"), error(503, "SlowDown"), error(429, "TooManyRequests"), .silence] {
            let (store, script) = try store([step, step, .answer(S3Answer(status: 200))])
            try await store.put([7], at: "a/b/c")
            #expect(script.requests.count == 3)
            #expect(Set(script.requests.map(\.body)) == [[7]])
        }
    }

    @Test func `what goes on failing is given up and said to be unavailable`() async throws {
        for step in [error(503, "SlowDown"), .silence] {
            let (store, script) = try store([step])
            let failure = await failure { try await store.put([7], at: "a/b/c") }
            guard case .unavailable = failure else {
                Issue.record("\(String(describing: failure))")
                continue
            }
            #expect(script.requests.count == 3)
        }
    }

    @Test func `a refusal is not tried again`() async throws {
        for (status, code) in [(403, "SignatureDoesNotMatch"), (403, "AccessDenied"), (400, "InvalidRequest"), (404, "NoSuchBucket")] {
            let (store, script) = try store([error(status, code)])
            let failure = await failure { _ = try await store.get("a/b/c") }
            #expect(failure == .refused("\(status) \(code)"))
            #expect(script.requests.count == 1)
        }
    }

    @Test func `credentials renewed in their file are taken up`() async throws {
        let path = NSTemporaryDirectory() + "s3-" + UUID().uuidString
        func keep(_ secret: String) {
            let text = Data("[default]\naws_access_key_id=\(secret)\naws_secret_access_key=\(secret)\n".utf8)
            #expect(FileManager.default.createFile(atPath: path, contents: text, attributes: [.posixPermissions: 0o600]))
        }
        keep("old")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (store, script) = try store([error(403, "ExpiredToken"), piece("x")], credentials: .file(path, profile: "default"))
        keep("new")
        #expect(try await store.get("a/b/c") == Array("x".utf8))
        let signed = script.requests.map { request in request.headers.first { $0.name == "authorization" }?.value ?? "" }
        #expect(signed[0].contains("Credential=old/"))
        #expect(signed[1].contains("Credential=new/"))
    }

    @Test func `what comes back changed, cut or without its hash is damaged`() async throws {
        let whole = Hex.text(SHA256.hash(data: Array("whole".utf8)))
        for step in [
            piece("whOle", hash: whole), piece("whol", hash: whole), piece("whole", hash: ""),
            .answer(S3Answer(status: 200, body: Array("whole".utf8))),
            .answer(S3Answer(status: 200, headers: ["x-amz-meta-sha256": whole, "content-length": "6"], body: Array("whole".utf8))),
        ] {
            let (store, _) = try store([step])
            #expect(await failure { _ = try await store.get("a/b/c") } == .damaged)
        }
    }

    @Test func `a piece that is not there`() async throws {
        let (getting, _) = try store([error(404, "NoSuchKey")])
        #expect(await failure { _ = try await getting.get("a/b/c") } == .missing)
        let (looking, _) = try store([.answer(S3Answer(status: 404))])
        #expect(try await looking.exists("a/b/c") == false)
        let (removing, _) = try store([error(404, "NoSuchKey")])
        try await removing.remove("a/b/c")
    }

    @Test func `a listing is followed page by page, and what is not ours is left out`() async throws {
        func page(_ keys: [String], next: String?) -> Script.Step {
            let contents = keys.map { "<Contents><Key>\($0)</Key></Contents>" }.joined()
            let more = next.map { "<IsTruncated>true</IsTruncated><NextContinuationToken>\($0)</NextContinuationToken>" }
            return .answer(
                S3Answer(
                    status: 200,
                    body: Array("<ListBucketResult>\(contents)\(more ?? "<IsTruncated>false</IsTruncated>")</ListBucketResult>".utf8)))
        }
        let ours = EvidenceLocation.of(piece)
        let (store, script) = try store([
            page(["prefix/notes.txt", "prefix/\(ours)"], next: "a&amp;b="), page(["prefix/aa/bb/\(piece)", "other/\(ours)"], next: nil),
        ])
        var found: [String] = []
        try await store.everyPiece { found += $0.map(\.location) }
        #expect(found == [ours])
        #expect(script.requests.count == 2)
        #expect(script.requests[1].url.contains("continuation-token=a%26b%3D"))
    }

    @Test func `an answer that is no listing is refused`() async throws {
        for body in ["", "<html>login</html>", "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>"] {
            let (store, _) = try store([.answer(S3Answer(status: 200, body: Array(body.utf8)))])
            let failure = await failure { try await store.everyPiece { _ in } }
            #expect(failure == .refused("its listing is not understood"))
        }
    }

    @Test func `when too many wait, further ones are refused at once`() async throws {
        let gate = RequestGate(1, waiting: 1)
        let (first, release) = AsyncStream.makeStream(of: Void.self)
        let (entered, enter) = AsyncStream.makeStream(of: Void.self)
        let running = Task {
            try await gate.pass {
                enter.finish()
                for await _ in first {}
            }
        }
        for await _ in entered {}
        let waiting = Task { try await gate.pass {} }
        while await gate.waitingCount < 1 { await Task.yield() }
        await #expect(throws: RequestGateFull.self) { try await gate.pass {} }
        release.finish()
        try await running.value
        try await waiting.value
        try await gate.pass {}
    }
}
