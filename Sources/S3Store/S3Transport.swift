import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import UseCases

/// A signed request on its way.
package struct S3Request: Sendable {
    package let method: String
    package let url: String
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]
}

package struct S3Answer: Sendable {
    package let status: Int
    /// Names in lower case.
    package let headers: [String: String]
    package let body: [UInt8]

    package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// The network, as a port: tests answer in its place.
package protocol S3Transport: Sendable {
    /// Throws `EvidenceStoreFailure.unavailable` when there was no whole answer in time.
    func send(_ request: S3Request, seconds: Int64, bodyMax: Int) async throws -> S3Answer
    func close() async
}

/// Over the network, with the system's trusted authorities or one that is named.
package final class HTTPTransport: S3Transport {
    private let http: HTTPClient

    /// Throws what reading the authority's PEM file throws.
    package init(authority: String?, connections: Int) throws {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(3)
        configuration.decompression = .disabled
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(1, connections)
        // Trying again is decided above, by what was asked.
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

    package func send(_ request: S3Request, seconds: Int64, bodyMax: Int) async throws -> S3Answer {
        do {
            guard let answer = try await withDeadline(.seconds(seconds), { try await self.exchange(request, bodyMax: bodyMax) }) else {
                throw EvidenceStoreFailure.unavailable("no whole answer in time")
            }
            return answer
        } catch let failure as EvidenceStoreFailure {
            throw failure
        } catch is NIOTooManyBytesError {
            throw EvidenceStoreFailure.damaged
        } catch is CancellationError {
            throw CancellationError()
        } catch let error as HTTPClientError where error == .cancelled {
            throw CancellationError()
        } catch {
            throw EvidenceStoreFailure.unavailable("no answer (\(type(of: error)))")
        }
    }

    private func exchange(_ request: S3Request, bodyMax: Int) async throws -> S3Answer {
        var sent = HTTPClientRequest(url: request.url)
        sent.method = HTTPMethod(rawValue: request.method)
        for header in request.headers { sent.headers.replaceOrAdd(name: header.name, value: header.value) }
        if !request.body.isEmpty { sent.body = .bytes(ByteBuffer(bytes: request.body)) }
        let answer = try await http.execute(sent, deadline: .distantFuture)
        let body = try await answer.body.collect(upTo: bodyMax)
        let headers = Dictionary(answer.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
        return S3Answer(status: Int(answer.status.code), headers: headers, body: Array(body.readableBytesView))
    }
}
