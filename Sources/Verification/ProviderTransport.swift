import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import UseCases

/// A question on its way.
package struct ProviderRequest: Sendable, Unshown {
    package let method: String
    package let url: String
    /// Nil where we are known by something else.
    package let key: ProviderKey?
    package let headers: [String: String]
    /// JSON; nil for none.
    package let body: [UInt8]?
    /// False where the status says all: what else comes is not read.
    package let readsAnswer: Bool

    package init(
        method: String, url: String, key: ProviderKey?, headers: [String: String] = [:], body: [UInt8]?, readsAnswer: Bool = true
    ) {
        self.method = method
        self.url = url
        self.key = key
        self.headers = headers
        self.body = body
        self.readsAnswer = readsAnswer
    }
}

/// What came back, not yet believed.
package struct ProviderReply: Sendable, Unshown {
    package let status: Int
    package let mediaType: String
    package let retryAfter: String?
    /// A sandbox of ours says so in a header where the contract leaves it no body.
    package let isSandbox: Bool
    package let body: [UInt8]

    package init(
        status: Int, mediaType: String = "application/json", retryAfter: String? = nil, isSandbox: Bool = false, body: [UInt8] = []
    ) {
        self.status = status
        self.mediaType = mediaType
        self.retryAfter = retryAfter
        self.isSandbox = isSandbox
        self.body = body
    }
}

/// The network, as a port: tests answer in its place.
package protocol ProviderTransport: Sendable {
    /// The whole reply within the time, or a failure.
    func send(_ request: ProviderRequest, within limit: Duration, bodyMax: Int) async throws(ProviderFailure) -> ProviderReply
    func close() async
}

/// Over the network, with the system's trusted authorities or one that is named.
package final class ProviderHTTP: ProviderTransport {
    private let http: HTTPClient

    /// - Parameter authority: PEM file of the authority to trust. Throws what reading it throws.
    package init(authority: String? = nil, connections: Int) throws {
        // A redirection would carry people's data to whom nobody chose.
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(5)
        // An answer is small; a compressed one might not be.
        configuration.decompression = .disabled
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(1, connections)
        // Trying again is decided above, where it is known what is safe.
        configuration.connectionPool.retryConnectionEstablishment = false
        if let authority {
            var trusted = TLSConfiguration.makeClientConfiguration()
            trusted.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(authority))
            configuration.tlsConfiguration = trusted
        }
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    deinit { http.shutdown { _ in } }

    package func close() async { try? await http.shutdown() }

    package func send(_ request: ProviderRequest, within limit: Duration, bodyMax: Int) async throws(ProviderFailure) -> ProviderReply {
        do {
            guard let reply = try await withDeadline(limit, { try await self.exchange(request, bodyMax: bodyMax) }) else {
                throw ProviderFailure.unavailable(.timedOut)
            }
            return reply
        } catch {
            throw Self.failure(error)
        }
    }

    private func exchange(_ request: ProviderRequest, bodyMax: Int) async throws -> ProviderReply {
        var sent = HTTPClientRequest(url: request.url)
        sent.method = HTTPMethod(rawValue: request.method)
        if let key = request.key { sent.headers.add(name: "authorization", value: "Bearer \(key.text)") }
        sent.headers.add(name: "accept", value: "application/json, application/problem+json")
        for (name, value) in request.headers { sent.headers.add(name: name, value: value) }
        if let body = request.body {
            sent.headers.add(name: "content-type", value: "application/json")
            sent.body = .bytes(ByteBuffer(bytes: body))
        }
        let answer = try await http.execute(sent, deadline: .distantFuture)
        let body = request.readsAnswer ? try await answer.body.collect(upTo: bodyMax) : ByteBuffer()
        let mediaType = answer.headers.first(name: "content-type").map { $0.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces) }
        return ProviderReply(
            status: Int(answer.status.code), mediaType: mediaType?.lowercased() ?? "",
            retryAfter: answer.headers.first(name: "retry-after"), isSandbox: answer.headers.first(name: "shiming-sandbox") == "true",
            body: Array(body.readableBytesView))
    }

    private static func failure(_ error: any Error) -> ProviderFailure {
        switch error {
        case let failure as ProviderFailure: failure
        case is CancellationError: .unavailable(.cancelled)
        case is NIOTooManyBytesError: .malformed(.tooLarge)
        // The connection ended within the answer; anything else is no HTTP.
        case let error as HTTPParserError where error != .invalidEOFState: .malformed(.unreadable)
        case let error as HTTPClientError where error == .cancelled: .unavailable(.cancelled)
        case let error as HTTPClientError where timeouts.contains(error): .unavailable(.timedOut)
        default: .unavailable(.noConnection)
        }
    }

    private static let timeouts: [HTTPClientError] = [
        .connectTimeout, .deadlineExceeded, .readTimeout, .writeTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout,
    ]
}
