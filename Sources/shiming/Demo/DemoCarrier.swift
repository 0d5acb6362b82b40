import Foundation
import Registry
import Sandbox

/// The carrier of the demonstration: a sandbox on this machine, and the files of a connection to it.
enum DemoCarrier {
    /// The first cards, which wait there for their activation.
    static func activated(of cards: Int) -> Range<Int> { 0..<min(20, cards) }

    /// Hands on the path of the connection's file; nothing of it stays.
    static func withRunning(key: String, cards: Int, _ body: @escaping @Sendable (String) async throws -> Void) async throws {
        var scenario = CarrierScenario()
        scenario.effectSeconds = 1...2
        scenario.cards = activated(of: cards).map {
            SimulatedCard(iccid: CardList.iccid($0), msisdn: CardList.msisdn($0), life: .ready, registered: .registered)
        }
        try await SandboxServer.withRunning(CarrierSandbox(key: key, scenario: scenario)) { address in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shiming-demo-" + UUID().uuidString)
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            defer { try? FileManager.default.removeItem(at: folder) }
            let connection = SandboxConnection(.oneLink, address: address, key: key, credentialsFile: "credentials.json")
            let credentials = folder.appendingPathComponent("credentials.json")
            try Data(connection.credentials).write(to: credentials)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: credentials.path)
            let file = folder.appendingPathComponent("connection.json")
            try Data(connection.file).write(to: file)
            try await body(file.path)
        }
    }
}
