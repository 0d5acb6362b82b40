import Carriers
import Delivery
import Logging
import UseCases
import Verification

/// A server that takes real answers only does not start where it would ask a sandbox: each of those it is to ask or tell is asked
/// once what it is, before anything is opened. Who does not say, being away or slow, keeps nobody from starting: a sandbox's answers are
/// refused later too.
struct SandboxCheck: Sendable {
    let verification: VerificationConnections?
    let carriers: [CarrierConnection]
    let notices: NoticePlace?
    let settings: Settings
    let log: Logger

    /// Throws `SandboxConnected`.
    func demandReal() async throws {
        async let providers = sandboxes(among: settings.verificationSandboxAllowed > 0 ? [] : askedProviders)
        async let connections = sandboxes(among: settings.carrierSandboxAllowed > 0 ? [] : askedCarriers)
        async let receivers = sandboxes(among: settings.noticeSandboxAllowed > 0 ? [] : askedReceivers)
        let (sandboxProviders, sandboxConnections, sandboxReceivers) = await (providers, connections, receivers)
        guard sandboxProviders.isEmpty else { throw SandboxConnected.verification(sandboxProviders) }
        guard sandboxConnections.isEmpty else { throw SandboxConnected.carriers(sandboxConnections) }
        guard sandboxReceivers.isEmpty else { throw SandboxConnected.notices(sandboxReceivers) }
    }

    /// For each; all are asked at the same time.
    private static let limit = Duration.seconds(3)

    private struct Asked: Sendable {
        /// As the operator named it.
        let name: String
        let isSandbox: @Sendable () async throws -> Bool
    }

    private var askedProviders: [Asked] {
        var asked: [Asked] = []
        if let authority = verification?.authority { asked.append(Self.asked(authority, by: "--verification-authority-url")) }
        if let face = verification?.face { asked.append(Self.asked(face, by: "--verification-face-url")) }
        return asked
    }

    private static func asked(_ provider: HTTPProvider, by option: String) -> Asked {
        Asked(name: "\(option) (\(provider.host))") { try await provider.isSandbox(within: limit) }
    }

    private var askedCarriers: [Asked] {
        carriers.map { connection in
            Asked(name: connection.name) {
                // Its file says so: nobody need be asked.
                if connection.isSandbox { return true }
                return try await connection.leadsToSandbox(within: Self.limit)
            }
        }
    }

    /// A mail server is not among them: SMTP has no place where it would say so.
    private var askedReceivers: [Asked] {
        guard let notices else { return [] }
        func asked(_ address: NoticeAddress, by option: String) -> Asked {
            Asked(name: "\(option) (\(address.host))") {
                try await address.leadsToSandbox(authority: notices.authority, within: Self.limit)
            }
        }
        var all: [Asked] = []
        if let webhook = notices.webhook { all.append(asked(webhook.address, by: "--notice-webhook-url")) }
        if let sms = notices.sms { all.append(asked(sms.address, by: "--notice-sms-url")) }
        return all
    }

    /// The names of those that are sandboxes, in the order given.
    private func sandboxes(among asked: [Asked]) async -> [String] {
        await withTaskGroup(of: (Int, Bool).self) { group in
            for (place, one) in asked.enumerated() { group.addTask { (place, await says(one)) } }
            var places: [Int] = []
            for await (place, isSandbox) in group where isSandbox { places.append(place) }
            return places.sorted().map { asked[$0].name }
        }
    }

    /// Whether it says that it is one.
    private func says(_ asked: Asked) async -> Bool {
        do {
            return try await asked.isSandbox()
        } catch {
            let cause = (error as? ProviderFailure)?.word ?? String(describing: error)
            log.warning(
                "whether it is a sandbox was not said: what a sandbox answers is refused",
                metadata: ["asked": "\(asked.name)", "cause": "\(cause)"])
            return false
        }
    }
}

/// Why a server does not start: it would ask whoever invents what he answers, or tell whoever tells nobody.
enum SandboxConnected: Error {
    /// The options that lead there, each with the host.
    case verification([String])
    /// Names of the connections.
    case carriers([String])
    /// The options that lead there, each with the host.
    case notices([String])
}

extension ProviderFailure {
    /// In a word, for a log.
    fileprivate var word: String {
        switch self {
        case .unavailable(.timedOut): "timed-out"
        case .unavailable(.serverError(let status)): "status \(status)"
        case .unavailable: "unreachable"
        case .overloaded: "overloaded"
        case .refused(let refusal): refusal.rawValue
        case .malformed(let fault): fault.rawValue
        }
    }
}
