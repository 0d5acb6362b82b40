import Foundation
import Ledger
import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Carriers
@testable import Outbound

/// The real adapter before the real sandbox, on the own machine, over a connection's file as an operator writes it.
struct Carrying: Sendable {
    static let key = "an-invented-key-0123456789"

    let system: CarrierSystem
    let gateway: any CarrierGateway
    let sandbox: CarrierSandbox
    let address: String
    let clock: MovedClock
    let pause: MovingPause
    let connection: CarrierConnection
    let allowsSandbox: Bool

    /// The same connection as another server has it, which remembers nothing.
    func reopened() throws -> any CarrierGateway {
        try connection.open(allowsSandbox: allowsSandbox, clock: clock, chance: SystemChance(), waiting: pause)
    }

    func statistic(_ name: String) async -> Int64 { await sandbox.statistics()[name]?.integerValue ?? -1 }
    func calls() async -> Int64 { await sandbox.statistics()["calls"]?[system.rawValue]?.integerValue ?? -1 }

    func order(_ number: Int, id: UInt64? = nil) -> CarrierOrder {
        CarrierOrder(id: Carrying.id(id ?? UInt64(number)), card: Carrying.card(number), at: clock.now())
    }

    static func id(_ number: UInt64) -> CarrierOrderID {
        CarrierOrderID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 | number)
    }

    /// Nobody's card.
    static func card(_ number: Int) -> CarrierCard {
        let digits = String(1_000_000 + number).dropFirst()
        return CarrierCard(iccid: "8986000000000\(digits)0", msisdn: "1440000\(digits)")
    }

    static func simulated(_ number: Int, _ life: CarrierLife = .active, _ registered: CarrierRegistered = .unregistered) -> SimulatedCard {
        SimulatedCard(iccid: card(number).iccid, msisdn: card(number).msisdn ?? "", life: life, registered: registered)
    }
}

/// Runs `body` with an adapter that believes a sandbox, unless the file says otherwise.
/// - Parameter file: changes members of the connection's file.
func carrying(
    _ system: CarrierSystem, _ tuned: (inout CarrierScenario) -> Void = { _ in }, key: String = Carrying.key,
    file changes: [String: JSONValue] = [:], allowsSandbox: Bool = true, _ body: @escaping @Sendable (Carrying) async throws -> Void
) async throws {
    var scenario = CarrierScenario()
    scenario.effectSeconds = 30...30
    scenario.cards = (0..<20).map { Carrying.simulated($0) }
    tuned(&scenario)
    let clock = MovedClock()
    let sandbox = CarrierSandbox(key: Carrying.key, scenario: scenario, clock: clock)
    try await SandboxServer.withRunning(sandbox) { address in
        let folder = try Folder()
        let made = SandboxConnection(system, address: address, key: key, credentialsFile: "credentials.json")
        try folder.write(made.credentials, "credentials.json", mode: 0o600)
        var members = try #require(try JSONValue(parsing: made.file).objectValue)
        // What is not about time is not hurried by a busy machine.
        members["limits"] = ["callsPerSecond": 0, "callsPerCardPerMinute": 0, "timeoutSeconds": 60]
        for (name, value) in changes { members[name] = value }
        let connection = try CarrierConnection(parsing: try JSONValue.object(members).canonicalBytes(), folder: folder.path)
        let pause = MovingPause(clock)
        let gateway = try connection.open(
            allowsSandbox: allowsSandbox, clock: clock, chance: SeededChance(seed: 7), waiting: pause)
        let carrying = Carrying(
            system: system, gateway: gateway, sandbox: sandbox, address: address, clock: clock, pause: pause,
            connection: connection, allowsSandbox: allowsSandbox)
        do {
            try await body(carrying)
        } catch {
            await gateway.close()
            throw error
        }
        await gateway.close()
    }
}

/// The person presses a button of the sandbox's page.
func press(_ address: String) async throws { #expect(try await pageStatus("POST", address) == 200) }

/// What the sandbox's page answers, looked at or pressed.
func pageStatus(_ method: String, _ address: String) async throws -> Int {
    let transport = try ProviderHTTP(connections: 1)
    let reply = try await transport.send(
        ProviderRequest(method: method, url: address, headers: []), within: .seconds(10), bodyMax: 10_000)
    await transport.close()
    return reply.status
}

/// A folder that goes with its value.
final class Folder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/carriers-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], _ name: String, mode: Int) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path + "/" + name)
    }
}

extension CarrierReply {
    /// Code of the refusal, where it is one.
    var refusalCode: String? { if case .refused(let refusal, _) = self { refusal.code } else { nil } }
    var isAccepted: Bool { if case .accepted = self { true } else { false } }
    var isUnclear: Bool { if case .unclear = self { true } else { false } }
    var serial: String? { if case .accepted(let serial) = self { serial } else { nil } }
}
