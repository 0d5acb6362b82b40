import Ledger
import Outbound
import Registry
import UseCases
import Verification

/// Events to programs whose addresses strangers choose: each address is judged before each message, and it is the judged one that is
/// connected to. Redirections are not followed.
package final class WebhookSender: EventSender {
    private let resolver: any HostResolver
    private let allowsLocal: Bool
    private let timeout: Duration
    private let clock: any Clock
    /// Connections to one address by its host's name.
    private let transport: @Sendable (_ pinned: [String: String]) throws -> any ProviderTransport

    /// - Parameter authority: PEM file of the authority to trust in place of the system's.
    package init(
        resolver: any HostResolver = SystemResolver(), allowsLocal: Bool, timeout: Duration, authority: String? = nil,
        clock: any Clock = SystemClock()
    ) {
        self.resolver = resolver
        self.allowsLocal = allowsLocal
        self.timeout = timeout
        self.clock = clock
        transport = { try ProviderHTTP(authority: authority, connections: 1, pinned: $0) }
    }

    package convenience init(_ settings: Settings) {
        self.init(allowsLocal: settings.webhookLocalAllowed > 0, timeout: .seconds(max(1, settings.webhookTimeoutSeconds)))
    }

    package func admitted(_ url: String, of owner: OrganisationPath) async throws(WebhookAddressRefusal) -> String {
        let address = try WebhookAddress(url, allowsLocal: allowsLocal)
        _ = try await address.resolved(by: resolver, for: Self.tree(of: owner), allowsLocal: allowsLocal)
        return address.text
    }

    package func send(
        _ event: OutgoingEvent, to url: String, of owner: OrganisationPath, secrets: [String]
    ) async throws(ProviderFailure) -> EventReply {
        let address: WebhookAddress
        let judged: [NetworkAddress]
        do {
            address = try WebhookAddress(url, allowsLocal: allowsLocal)
            judged = try await address.resolved(by: resolver, for: Self.tree(of: owner), allowsLocal: allowsLocal)
        } catch {
            return .notAdmitted(error)
        }
        guard let body = try? Self.body(event).canonicalBytes(), let keys = try? WebhookSecrets(secrets.joined(separator: "\n")) else {
            throw .refused(.malformed)
        }
        let message = keys.message(body, id: event.id, to: address.text, at: clock.now())
        return try WebhookSecrets.isTaken(try await exchange(message, with: address.host, at: judged)) ? .taken : .gone
    }

    /// Asks the first of the addresses that can be reached.
    private func exchange(
        _ message: ProviderRequest, with host: String, at addresses: [NetworkAddress]
    ) async throws(ProviderFailure) -> ProviderReply {
        for address in addresses.prefix(Self.addressesMax) {
            guard let network = try? transport([host: address.description]) else { throw .refused(.malformed) }
            let reply: Result<ProviderReply, ProviderFailure>
            do {
                reply = .success(try await network.send(message, within: timeout, bodyMax: 0))
            } catch {
                reply = .failure(error)
            }
            await network.close()
            if case .failure(.unavailable(.notReached)) = reply { continue }
            return try reply.get()
        }
        throw .unavailable(.notReached)
    }

    private static let addressesMax = 4

    /// The agent right below the operating company with everybody below him: who makes organisations has no more look-ups for it.
    private static func tree(of owner: OrganisationPath) -> String {
        owner.text.split(separator: "/").prefix(2).joined(separator: "/")
    }

    private static func body(_ event: OutgoingEvent) -> JSONValue {
        [
            "type": .string(event.type), "timestamp": .string(event.happenedAt.rfc3339),
            "data": .object(data(event.matter)),
        ]
    }

    private static func data(_ matter: OutgoingEvent.Matter) -> JSONObject {
        switch matter {
        case .ping: JSONObject()
        case .change(let change): data(change)
        case .request(let outcome): data(outcome)
        }
    }

    private static func data(_ outcome: OutgoingEvent.Outcome) -> JSONObject {
        var data = JSONObject()
        data["application"] = .string(outcome.application.description)
        data["registration"] = .string(outcome.registration.description)
        data["code"] = .string(outcome.code)
        data["kind"] = .string(outcome.kind.rawValue)
        data["state"] = .string(outcome.state.rawValue)
        data["cardsRegistered"] = .integer(outcome.registered)
        data["cardsExcluded"] = .integer(outcome.excluded)
        data["reasons"] = .array(
            outcome.reasons.map { reason in
                var object = JSONObject()
                object["code"] = .string(reason.code)
                object["pointer"] = .string(reason.pointer)
                if let text = reason.text { object["text"] = ["en": .string(text.en), "zh": .string(text.zh)] }
                return .object(object)
            })
        return data
    }

    private static func data(_ change: OutgoingEvent.Change) -> JSONObject {
        var data = JSONObject()
        data["after"] = .string(change.after)
        if let stops = change.stops { data["stops"] = .array(stops.reasons.map { .string($0.name) }) }
        data["effectiveFrom"] = .string(change.effectiveFrom.rfc3339)
        data["position"] = .string(change.position)
        if change.isReplayed { data["replayed"] = true }
        data["cards"] = .array(
            change.cards.map { card in
                var object = JSONObject()
                object["card"] = .string(card.reference)
                if card.hasGap { object["gap"] = true }
                return .object(object)
            })
        return data
    }
}
