import ArgumentParser
import Delivery
import Foundation
import Logging
import Sandbox
import ServiceLifecycle
import UnixSignals
import Verification

struct SandboxNotices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices", abstract: "A receiver of notices that tells nobody.",
        discussion: """
            Serves Contract/notice-gateway.yaml and takes webhooks at /webhook; GET /v1/taken shows what came. Every answer says that it is a \
            sandbox's, and a server takes it for one only with --setting notice-sandbox-allowed=1; docs/notices.md has the faults it can play.
            """)

    @Option(help: "Port to listen at; 0 lets the system choose.") var port = 9_091
    @Option(help: "Address to listen at; what comes there is plain HTTP.") var host = "127.0.0.1"
    @Option(help: "A scenario, a JSON file; PUT /v1/scenario replaces it.", completion: .file()) var scenario: String?
    @Option(help: "File with the key the gateway's callers must present, mode 0600 (else one is made).", completion: .file())
    var keyFile: String?
    @Option(help: "File of the secrets by which webhooks must be signed; without one they are not looked at.", completion: .file())
    var webhookSecretFile: String?

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535") }
        guard ["localhost", "127.0.0.1", "::1"].contains(host) else {
            throw ValidationError("a sandbox listens on this machine only")
        }
    }

    func run() async throws {
        let made: String? = keyFile == nil ? SandboxKey.made() : nil
        let key = try made ?? keyFile.map { try ProviderKeySource.file($0).text(environment: [:]) } ?? ""
        let secrets = try webhookSecretFile.map { try WebhookSecrets.load($0) }
        let server = SandboxServer(NoticeSandbox(key: key, secrets: secrets, scenario: try read()), host: host, port: port)
        let service = SandboxService(server: server) { address in
            if let made { print("Key: \(made)") }
            print("Listening at \(address)")
            fflush(nil)
        }
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: service)], gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "sandbox") { _ in SwiftLogNoOpLogHandler() }))
        try await group.run()
    }

    private func read() throws -> NoticeScenario {
        guard let scenario else { return .none }
        guard let content = FileManager.default.contents(atPath: scenario) else { throw ValidationError("\(scenario) cannot be read") }
        do {
            return try NoticeScenario(parsing: Array(content))
        } catch {
            throw ValidationError("\(scenario) is no scenario: \(error)")
        }
    }
}
