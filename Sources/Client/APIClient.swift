import AsyncHTTPClient
import Contract
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Speaks to one server. Repeats a call only when nothing was sent, or when the server said 503 and when to come back.
package final class APIClient: Sendable {
    package let server: ServerAddress
    private let http: HTTPClient
    private let language: String
    private let credential: Credential
    private let patience: Patience

    /// - Parameters:
    ///   - certificates: a PEM file to trust in place of the system's.
    ///   - language: what refusals are worded in, `zh` or `en`.
    package init(
        server: ServerAddress, credential: Credential = .none, certificates: String? = nil, language: String = "en",
        patience: Patience = Patience()
    ) throws(ClientFailure) {
        self.server = server
        self.language = language
        self.credential = credential
        self.patience = patience
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(5)
        configuration.decompression = .disabled
        if let certificates {
            do {
                var trusted = TLSConfiguration.makeClientConfiguration()
                trusted.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(certificates))
                configuration.tlsConfiguration = trusted
            } catch {
                throw .file(path: certificates, reason: "\(error)")
            }
        }
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    package func close() async { try? await http.shutdown() }

    /// Who forgot to close it gets its connections closed all the same.
    deinit { http.shutdown { _ in } }

    /// Sends a call and reads the whole answer. `sent` is told the bytes of a file as they leave.
    package func send(_ call: Call, sent: @escaping @Sendable (Int64) -> Void = { _ in }) async throws(ClientFailure) -> Answer {
        let answer = try await patiently(call, token: try await credential.token(server), sent)
        guard answer.status == 401, let renewed = try await credential.renewed(self) else { return try Self.judged(answer) }
        return try Self.judged(try await patiently(call, token: renewed, sent))
    }

    /// As `send`, decoded as a schema of the contract.
    package func send<Value: Decodable>(_ call: Call, as _: Value.Type) async throws(ClientFailure) -> Value {
        try await send(call).decode()
    }

    /// Without any token: signing in, and renewing.
    func sendOpenly(_ call: Call) async throws(ClientFailure) -> Answer {
        try Self.judged(try await patiently(call, token: nil, { _ in }))
    }

    // MARK: One call, perhaps several attempts

    private func patiently(
        _ call: Call, token: String?, _ sent: @escaping @Sendable (Int64) -> Void
    ) async throws(ClientFailure) -> Answer {
        var attempt = 1
        while true {
            var wait = patience.pause(before: attempt + 1)
            do {
                let (answer, comeBack) = try await once(call, token: token, sent)
                guard answer.status == 503, let comeBack, attempt < patience.attempts, comeBack <= patience.longestPause else {
                    return answer
                }
                wait = comeBack
            } catch .unreachable(let server, let reason) {
                guard attempt < patience.attempts else { throw .unreachable(server, reason: reason) }
            }
            attempt += 1
            // Cancelled: the next attempt will fail by itself.
            try? await Task.sleep(for: wait)
        }
    }

    private func once(
        _ call: Call, token: String?, _ sent: @escaping @Sendable (Int64) -> Void
    ) async throws(ClientFailure) -> (Answer, comeBack: Duration?) {
        let request = try request(for: call, token: token, sent)
        do {
            let response = try await http.execute(request, deadline: .now() + patience.answer)
            let body = try await response.body.collect(upTo: Self.bytesMax)
            let answer = Answer(
                status: Int(response.status.code), body: Data(body.readableBytesView), entityTag: response.headers.first(name: "ETag"),
                mediaType: response.headers.first(name: "Content-Type"))
            let seconds = response.headers.first(name: "Retry-After").flatMap { Int($0) }
            return (answer, seconds.map { .seconds($0) })
        } catch {
            throw failure(for: error)
        }
    }

    /// No answer of the contract is larger.
    private static let bytesMax = 256 << 20

    private func request(
        for call: Call, token: String?, _ sent: @escaping @Sendable (Int64) -> Void
    ) throws(ClientFailure) -> HTTPClientRequest {
        let facts = call.operation.facts
        var request = HTTPClientRequest(url: server.text + call.target)
        request.method = HTTPMethod(rawValue: facts.method)
        request.headers.add(name: "Accept", value: (facts.produces + ["application/problem+json"]).joined(separator: ", "))
        request.headers.add(name: "Accept-Language", value: language)
        request.headers.add(name: "User-Agent", value: "shiming")
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let key = call.idempotencyKey { request.headers.add(name: "Idempotency-Key", value: key) }
        if let version = call.ifMatch { request.headers.add(name: "If-Match", value: version) }
        switch call.body {
        case .none: break
        case .json(let data):
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: data))
        case .file(let path, let mediaType):
            let file = try FileChunks(path: path, sent: sent)
            request.headers.add(name: "Content-Type", value: mediaType)
            request.body = .stream(file, length: .known(file.bytes))
        }
        return request
    }

    private func failure(for error: any Error) -> ClientFailure {
        switch error {
        case let failure as ClientFailure: failure
        case is NIOConnectionError: .unreachable(server, reason: "no connection")
        case let error as IOError where error.errnoCode == ECONNREFUSED: .unreachable(server, reason: "no connection")
        case let error as HTTPClientError where error == .connectTimeout: .unreachable(server, reason: "no connection")
        case let error as NIOSSLError: .untrusted(server, reason: "\(error)")
        case let error as NIOSSLExtraError: .untrusted(server, reason: "\(error)")
        default: .broken(server, reason: "\(error)")
        }
    }

    private static func judged(_ answer: Answer) throws(ClientFailure) -> Answer {
        if (200...299).contains(answer.status) { return answer }
        guard answer.mediaType?.hasPrefix("application/problem+json") == true,
            let problem = try? JSONDecoder().decode(Problem.self, from: answer.body)
        else { throw .unreadable(status: answer.status) }
        throw .refused(problem)
    }
}

/// How often and how long a call is tried.
package struct Patience: Sendable {
    package var attempts = 3
    /// A server that asks for a longer pause is not waited for.
    package var longestPause: Duration = .seconds(20)
    /// For the whole answer.
    package var answer: TimeAmount = .minutes(10)

    package init() {}

    func pause(before attempt: Int) -> Duration { .milliseconds(150 << min(attempt, 6)) }
}
