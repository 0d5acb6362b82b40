import ArgumentParser
import Foundation
import Logging
import Sandbox
import ServiceLifecycle
import UnixSignals
import Verification

/// `shiming sandbox`: stand-ins for the outside world, to try an installation with. They invent what they say.
struct SandboxCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox", abstract: "Stand-ins for the outside world, to try an installation with.",
        subcommands: [SandboxVerification.self, SandboxNotices.self, SandboxCarriers.self])
}

struct SandboxVerification: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verification", abstract: "A verification provider that invents its answers.",
        discussion: """
            Serves Contract/verification-provider.yaml. Answers are derived from the data or chosen by a scenario, and every one says that it \
            is a sandbox's; docs/verification-providers.md has both. A server takes them only with --setting verification-sandbox-allowed=1.
            """)

    @Option(help: "Port to listen at; 0 lets the system choose.") var port = 9_090
    @Option(help: "Address to listen at; what comes there is plain HTTP.") var host = "127.0.0.1"
    @Option(help: "A scenario, a JSON file; PUT /v1/scenario replaces it.", completion: .file()) var scenario: String?
    @Option(
        help: "File with the key callers must present, mode 0600 (default the environment's SHIMING_VERIFICATION_KEY, else one is made).")
    var keyFile: String?

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535") }
        guard ["localhost", "127.0.0.1", "::1"].contains(host) else {
            throw ValidationError("a sandbox listens on this machine only")
        }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let made: String? = keyFile == nil && environment[Self.variable] == nil ? SandboxKey.made() : nil
        let source = keyFile.map { ProviderKeySource.file($0) } ?? .environment(Self.variable)
        let key = try made ?? source.text(environment: environment)
        let sandbox = VerificationSandbox(key: key, scenario: try read())
        let server = SandboxServer(sandbox, host: host, port: port)
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

    private static let variable = "SHIMING_VERIFICATION_KEY"

    private func read() throws -> SandboxScenario {
        guard let scenario else { return .none }
        guard let content = FileManager.default.contents(atPath: scenario) else { throw ValidationError("\(scenario) cannot be read") }
        do {
            return try SandboxScenario(parsing: Array(content))
        } catch {
            throw ValidationError("\(scenario) is no scenario: \(error)")
        }
    }
}

enum SandboxKey {
    static func made() -> String { "sandbox-" + (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined() }
}

/// A sandbox as long as the program runs.
struct SandboxService: Service {
    let server: SandboxServer
    let listening: @Sendable (String) async -> Void

    func run() async throws { try await server.run(listening: listening) }
}
