import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Certificate chain and key of the server: read at the start, and again at every SIGHUP, for connections that begin afterwards.
final class ServerCertificate: Sendable {
    private struct Pair: Sendable {
        let chain: [NIOSSLCertificateSource]
        let key: NIOSSLPrivateKeySource
    }

    private let files: ServePlan.TLSFiles
    private let present: Mutex<Pair>

    init(_ files: ServePlan.TLSFiles) throws {
        self.files = files
        present = Mutex(try Self.read(files))
    }

    private static func read(_ files: ServePlan.TLSFiles) throws -> Pair {
        let chain = try NIOSSLCertificate.fromPEMFile(files.certificate)
        let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
        return Pair(chain: chain.map { .certificate($0) }, key: .privateKey(key))
    }

    /// What cannot be read leaves what is there; a certificate without its key cannot serve either.
    func readAgain() throws {
        let fresh = try Self.read(files)
        _ = try NIOSSLContext(configuration: Self.configuration(fresh))
        present.withLock { $0 = fresh }
    }

    func configuration() -> TLSConfiguration {
        var configuration = Self.configuration(present.withLock { $0 })
        configuration.sslContextCallback = { [self] _, promise in
            let pair = present.withLock { $0 }
            var override = NIOSSLContextConfigurationOverride()
            override.certificateChain = pair.chain
            override.privateKey = pair.key
            promise.succeed(override)
        }
        return configuration
    }

    private static func configuration(_ pair: Pair) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: pair.chain, privateKey: pair.key)
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}

/// Listens for SIGHUP as long as the server runs.
struct CertificateRenewal: Service {
    let certificate: ServerCertificate
    let log: Logger

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            do {
                try certificate.readAgain()
                log.notice("the certificate was read again")
            } catch {
                log.error("the certificate was not read again; the one before stays", metadata: ["cause": "\(type(of: error))"])
            }
        }
    }
}
