import Foundation
import Ledger
import Outbound
import Registry
import Sandbox
import TestKit
import Testing
import UseCases
import Verification

@testable import Delivery

/// Invented notices, secrets and receivers.
enum Invented {
    static let key = "an-invented-gateway-key-0123"
    static let secret = "whsec_" + Base64.text(Array("an invented secret of webhooks".utf8))
    static let otherSecret = "whsec_" + Base64.text(Array("another invented secret, newer".utf8))
    static let phone = "13800138000"

    static func notice(
        _ kind: NoticeKind = .toBeMended, number: UInt64 = 1, language: ReaderLanguage = .chinese, phone: String? = Invented.phone,
        organisations: [OrganisationID] = []
    ) -> OutgoingNotice {
        OutgoingNotice(
            id: NoticeID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 | number),
            text: NoticeText(
                kind, code: "SM-ABCDEFGHJK", reason: LocalText(en: "It has expired.", zh: "已过有效期。"),
                page: "https://sm.example.test/p/status", wait: .workingDays(6)),
            reasonCode: kind.saysWhy ? "expired" : nil, language: language, happenedAt: Instant(milliseconds: 1_772_413_200_000),
            organisations: organisations, phone: phone)
    }

    /// A file of a secret that nobody but its owner may read.
    static func file(_ text: String, mode: Int = 0o600) throws -> String {
        let path = NSTemporaryDirectory() + "notice-secret-" + UUID().uuidString
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return path
    }
}

/// The real notifiers before the real sandbox, on the own machine.
struct Delivering: Sendable {
    let sandbox: NoticeSandbox
    let gateway: GatewayNotifier
    let webhook: WebhookNotifier
    let clock: MovedClock

    func statistic(_ name: String) async -> Int64? { await sandbox.statistics()[name]?.integerValue }
    /// What the n-th message came to, where it came to nothing.
    func messageFails(_ number: UInt64) async -> ProviderFailure? {
        await failure { try await gateway.send(Invented.notice(number: number)) }
    }

    func taken() async -> [JSONValue] { await sandbox.taken()["items"]?.arrayValue ?? [] }

    /// - Parameter tuned: what else than that a sandbox counts.
    static func run(
        _ steps: [NoticeScenario.Step] = [], key: String = Invented.key, secrets: String = Invented.secret,
        tuned: (inout NoticePatience) -> Void = { _ in }, _ body: @escaping @Sendable (Delivering) async throws -> Void
    ) async throws {
        var patience = NoticePatience()
        patience.allowsSandbox = true
        // What is not about time is not hurried by a busy machine.
        patience.timeout = .seconds(60)
        tuned(&patience)
        let clock = MovedClock()
        let secretFile = try Invented.file(secrets), keyFile = try Invented.file(key)
        defer { for file in [secretFile, keyFile] { try? FileManager.default.removeItem(atPath: file) } }
        let sandbox = NoticeSandbox(key: Invented.key, secrets: try WebhookSecrets(Invented.secret), scenario: NoticeScenario(steps: steps))
        try await SandboxServer.withRunning(sandbox) { [patience] address in
            let transport = try ProviderHTTP(connections: 4)
            let delivering = Delivering(
                sandbox: sandbox,
                gateway: try GatewayNotifier(
                    try NoticeAddress(address), key: keyFile, transport: transport, patience: patience, clock: clock),
                webhook: try WebhookNotifier(
                    try NoticeAddress(address + "/webhook"), secrets: secretFile, transport: transport, patience: patience, clock: clock),
                clock: clock)
            do {
                try await body(delivering)
            } catch {
                await transport.close()
                throw error
            }
            await transport.close()
        }
    }
}

/// What sending came to, where it came to nothing.
func failure(_ work: () async throws -> some Any) async -> ProviderFailure? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error as? ProviderFailure
    }
}

/// The refusal of a setting.
func refusal(_ work: () throws -> some Any) -> String? {
    do {
        _ = try work()
        return nil
    } catch {
        return (error as? NoticeRefused)?.description ?? "\(error)"
    }
}
