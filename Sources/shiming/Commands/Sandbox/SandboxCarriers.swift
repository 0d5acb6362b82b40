import ArgumentParser
import Foundation
import Logging
import Registry
import Sandbox
import ServiceLifecycle
import UnixSignals

/// Three carriers and a reseller whose cards do not exist.
struct SandboxCarriers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carriers", abstract: "The interfaces of three carriers and of the generic contract, over cards that do not exist.",
        discussion: """
            Serves OneLink, CTWing, Unicom's gateway and Contract/carrier.yaml as the adapters see them, with lives of cards, delays, windows, \
            quotas and faults on demand; docs/carriers.md has the scenario. Every answer says in a header that it is a sandbox's. With --files it \
            writes the connections to itself, which a server takes only with --setting carrier-sandbox-allowed=1.
            """)

    @Option(help: "Port to listen at; 0 lets the system choose.") var port = 9_091
    @Option(help: "Address to listen at; what comes there is plain HTTP.") var host = "127.0.0.1"
    @Option(help: "A scenario, a JSON file; PUT /sandbox/scenario replaces it.", completion: .file()) var scenario: String?
    @Option(help: "Folder for the files of the connections to it; made when it is not there.", completion: .directory) var files: String?

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535") }
        guard ["localhost", "127.0.0.1", "::1"].contains(host) else {
            throw ValidationError("a sandbox listens on this machine only")
        }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let given = environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 }
        let key = given ?? SandboxKey.made()
        guard (16...128).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw ValidationError("\(Self.variable) is 16 to 128 visible characters")
        }
        let sandbox = CarrierSandbox(key: key, scenario: try read())
        let server = SandboxServer(sandbox, host: host, port: port)
        let service = SandboxService(server: server) { [files] address in
            do {
                if let files { try Self.write(to: files, address: address, key: key) }
            } catch {
                FileHandle.standardError.write(Data("the connections cannot be written to \(files ?? "")\n".utf8))
            }
            if given == nil { print("Key: \(key)") }
            print("Listening at \(address)")
            fflush(nil)
        }
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: service), .init(service: SandboxNotices(sandbox: sandbox))],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "sandbox") { _ in SwiftLogNoOpLogHandler() }))
        try await group.run()
    }

    /// Tells what is due, every second.
    private struct SandboxNotices: Service {
        let sandbox: CarrierSandbox

        func run() async throws {
            await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    await sandbox.tell()
                    try? await Task.sleep(for: .seconds(1))
                }
            }
        }
    }

    private static let variable = "SHIMING_SANDBOX_CARRIERS_KEY"

    /// One file a connection and one for its secrets, which only its owner reads.
    private static func write(to folder: String, address: String, key: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for system in CarrierSystem.allCases {
            let secrets = "\(system.rawValue)-credentials.json"
            let connection = SandboxConnection(system, address: address, key: key, credentialsFile: secrets)
            try Data(connection.file).write(to: URL(fileURLWithPath: "\(folder)/\(system.rawValue).json"))
            let path = "\(folder)/\(secrets)"
            try Data(connection.credentials).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
    }

    private func read() throws -> CarrierScenario {
        guard let scenario else { return .none }
        guard let content = FileManager.default.contents(atPath: scenario) else { throw ValidationError("\(scenario) cannot be read") }
        do {
            return try CarrierScenario(parsing: Array(content))
        } catch {
            throw ValidationError("\(scenario) is no scenario: \(error)")
        }
    }
}
