import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import UseCases

/// A question on its way.
package struct ProviderRequest: Sendable, Unshown {
    package let method: String
    package let url: String
    /// What stands in front of the body, in the order it is sent.
    package let headers: [(name: String, value: String)]
    /// JSON; nil for none.
    package let body: [UInt8]?
    /// False where the status says all: what else comes is not read.
    package let readsAnswer: Bool

    package init(
        method: String, url: String, headers: [(name: String, value: String)], body: [UInt8]? = nil, readsAnswer: Bool = true
    ) {
        self.method = method
        self.url = url
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
    package let body: [UInt8]
    /// What it says of itself where the body has no room for it: the value of `Shiming-Sandbox`.
    package let sandbox: String?

    package var isSandbox: Bool { sandbox == "true" }

    package init(
        status: Int, mediaType: String = "application/json", retryAfter: String? = nil, body: [UInt8] = [], sandbox: String? = nil
    ) {
        self.status = status
        self.mediaType = mediaType
        self.retryAfter = retryAfter
        self.body = body
        self.sandbox = sandbox
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

    /// - Parameters:
    ///   - authority: PEM file of the authority to trust. Throws what reading it throws.
    ///   - pinned: addresses by host: no name is looked up again for them, and certificates are of the host all the same.
    package init(authority: String? = nil, connections: Int, pinned: [String: String] = [:]) throws {
        // A redirection would carry people's data to whom nobody chose.
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(5)
        configuration.dnsOverride = pinned
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

    /// What whoever answers at an address says in the head of his answer of being a sandbox (`Shiming-Sandbox`); nil where he says nothing.
    /// Asked by a bare GET, without credentials and about nobody; nothing else of the answer is read. Throws `ProviderFailure` when there is
    /// none, and what reading the PEM file throws.
    package static func sandboxMark(at url: String, authority: String?, within limit: Duration) async throws -> String? {
        let transport = try ProviderHTTP(authority: authority, connections: 1)
        let request = ProviderRequest(method: "GET", url: url, headers: [], readsAnswer: false)
        let reply: ProviderReply
        do {
            reply = try await transport.send(request, within: limit, bodyMax: 0)
        } catch {
            await transport.close()
            throw error
        }
        await transport.close()
        return reply.sandbox
    }

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
        for header in request.headers { sent.headers.add(name: header.name, value: header.value) }
        if let body = request.body {
            sent.headers.add(name: "content-type", value: "application/json")
            sent.body = .bytes(ByteBuffer(bytes: body))
        }
        let answer = try await http.execute(sent, deadline: .distantFuture)
        let body = request.readsAnswer ? try await answer.body.collect(upTo: bodyMax) : ByteBuffer()
        let mediaType = answer.headers.first(name: "content-type").map { $0.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces) }
        return ProviderReply(
            status: Int(answer.status.code), mediaType: mediaType?.lowercased() ?? "",
            retryAfter: answer.headers.first(name: "retry-after"),
            body: Array(body.readableBytesView), sandbox: answer.headers.first(name: "shiming-sandbox"))
    }

    private static func failure(_ error: any Error) -> ProviderFailure {
        switch error {
        case let failure as ProviderFailure: failure
        case is CancellationError: .unavailable(.cancelled)
        case is NIOTooManyBytesError: .malformed(.tooLarge)
        // The connection ended within the answer; anything else is no HTTP.
        case let error as HTTPParserError where error != .invalidEOFState: .malformed(.unreadable)
        case let error as HTTPClientError where error == .cancelled: .unavailable(.cancelled)
        case let error as HTTPClientError where error == .connectTimeout || error == .tlsHandshakeTimeout: .unavailable(.notReached)
        case let error as HTTPClientError where timeouts.contains(error): .unavailable(.timedOut)
        // Refused, or no such host.
        case is NIOConnectionError: .unavailable(.notReached)
        case let error as IOError where unreached.contains(error.errnoCode): .unavailable(.notReached)
        default: .unavailable(.noConnection)
        }
    }

    private static let unreached: [CInt] = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH]

    private static let timeouts: [HTTPClientError] = [
        .deadlineExceeded, .readTimeout, .writeTimeout, .getConnectionFromPoolTimeout,
    ]
}
