import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// Whether anything readable arrived; answers as a provider would.
private final class Witness: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let seen = Mutex(0)
    var bytes: Int { seen.withLock { $0 } }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        seen.withLock { $0 += unwrapInboundIn(data).readableBytes }
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// People's data goes to nobody but whom the certificate names.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "openssl makes the certificates"))
struct TLSTests {
    /// A certificate that signs itself, and its key, in a folder of their own.
    private static func certificate(for name: String) throws -> (folder: String, certificate: String, key: String) {
        let folder = NSTemporaryDirectory() + "provider-tls-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let openssl = Process()
        openssl.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        openssl.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=\(name)",
            "-addext", "subjectAltName=DNS:\(name)", "-keyout", folder + "/key.pem", "-out", folder + "/certificate.pem",
        ]
        openssl.standardError = FileHandle.nullDevice
        openssl.standardOutput = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        #expect(openssl.terminationStatus == 0)
        return (folder, folder + "/certificate.pem", folder + "/key.pem")
    }

    private func asking(
        certificateFor name: String, isTrusted: Bool, host: String = "localhost", pinned: [String: String] = [:]
    ) async throws -> (failure: ProviderFailure?, bytesSeen: Int) {
        let files = try Self.certificate(for: name)
        defer { try? FileManager.default.removeItem(atPath: files.folder) }
        let chain = try NIOSSLCertificate.fromPEMFile(files.certificate).map { NIOSSLCertificateSource.certificate($0) }
        let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
        let context = try NIOSSLContext(configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key)))
        let witness = Witness()
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([NIOSSLServerHandler(context: context), witness])
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let transport = try ProviderHTTP(authority: isTrusted ? files.certificate : nil, connections: 1, pinned: pinned)
        let url = "https://\(host):\(try #require(server.localAddress?.port))/v1/identity-checks"
        let request = ProviderRequest(
            method: "POST", url: url, key: try #require(ProviderKey(Asking.key)), body: try QuestionBodies.identity(Invented.identity()))
        let failed = await failure { try await transport.send(request, within: .seconds(10), bodyMax: 100) }
        await transport.close()
        try await server.close().get()
        return (failed, witness.bytes)
    }

    @Test func `a provider with the certificate that is trusted is asked`() async throws {
        let (failed, bytesSeen) = try await asking(certificateFor: "localhost", isTrusted: true)
        #expect(failed == nil)
        #expect(bytesSeen > 0)
    }

    @Test func `one that nobody vouches for sees nothing`() async throws {
        let (failed, bytesSeen) = try await asking(certificateFor: "localhost", isTrusted: false)
        #expect(failed == .unavailable(.noConnection))
        #expect(bytesSeen == 0)
    }

    @Test func `one whose certificate names another sees nothing`() async throws {
        let (failed, bytesSeen) = try await asking(certificateFor: "elsewhere.example", isTrusted: true)
        #expect(failed == .unavailable(.noConnection))
        #expect(bytesSeen == 0)
    }

    /// No resolver knows this name; the certificate must name it all the same.
    @Test(arguments: [("hooks.example.test", true), ("localhost", false), ("127.0.0.1", false), ("elsewhere.example.test", false)])
    func `a pinned address is connected to, and its certificate is the name's`(certified: String, isAsked: Bool) async throws {
        let host = "hooks.example.test"
        let (failed, bytesSeen) = try await asking(
            certificateFor: certified, isTrusted: true, host: host, pinned: [host: "127.0.0.1"])
        #expect((failed == nil) == isAsked)
        #expect((bytesSeen > 0) == isAsked)
    }

    @Test func `an authority that is not there stops the start`() {
        #expect(throws: (any Error).self) { _ = try ProviderHTTP(authority: "/no/such/file.pem", connections: 1) }
    }
}
