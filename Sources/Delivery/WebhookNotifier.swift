import Foundation
import Ledger
import Outbound
import Registry
import Synchronization
import UseCases
import Verification

/// Notices to a program: Standard Webhooks, signed, under an id that stays the same however often one is sent.
package final class WebhookNotifier: Notifier {
    private let address: NoticeAddress
    private let file: String
    private let secrets: Mutex<WebhookSecrets>
    private let transport: any ProviderTransport
    private let patience: NoticePatience
    private let attempts: Attempts
    private let clock: any Clock

    /// - Parameter file: of the secrets; read again for every notice, so that they can be changed under a running server.
    package init(
        _ address: NoticeAddress, secrets file: String, transport: any ProviderTransport, patience: NoticePatience,
        clock: any Clock = SystemClock()
    ) throws(NoticeRefused) {
        self.address = address
        self.file = file
        secrets = Mutex(try WebhookSecrets.load(file))
        self.transport = transport
        self.patience = patience
        attempts = Attempts(patience, clock: clock)
        self.clock = clock
    }

    package var host: String { address.host }
    package func state() async -> ProviderState { attempts.state() }

    package func send(_ notice: OutgoingNotice) async throws(ProviderFailure) -> NoticeReply {
        let request = try request(notice)
        return try await attempts.attempt { () async throws(ProviderFailure) -> NoticeReply in
            let reply = try await transport.send(request, within: patience.timeout, bodyMax: 0)
            guard !reply.isSandbox || patience.allowsSandbox else { throw .malformed(.sandbox) }
            return try WebhookSecrets.isTaken(reply) ? .taken : .refused(.gone)
        }
    }

    private func request(_ notice: OutgoingNotice) throws(ProviderFailure) -> ProviderRequest {
        guard let body = try? Self.body(notice).canonicalBytes() else { throw .refused(.malformed) }
        if let fresh = try? WebhookSecrets.load(file) { secrets.withLock { $0 = fresh } }
        return secrets.withLock { $0.message(body, id: notice.id.description, to: address.text, at: clock.now()) }
    }

    private static func body(_ notice: OutgoingNotice) -> JSONValue {
        let text = notice.text
        var data = JSONObject()
        data["kind"] = .string(text.kind.rawValue)
        data["code"] = .string(text.code)
        data["stage"] = .string(text.kind.stage)
        if let about = text.about { data["about"] = .string(about.rawValue) }
        data["language"] = .string(notice.language.rawValue)
        if let reason = notice.reasonCode { data["reason"] = .string(reason) }
        if let day = text.dayText { data["day"] = .string(day) }
        if let cards = text.cards {
            data["cards"] = .integer(cards)
            if let organisation = notice.organisations.first { data["organisation"] = .string(organisation.description) }
        }
        if let days = text.wait?.workingDays { data["expectedWorkingDays"] = .integer(days) }
        return [
            "type": .string("\(text.kind.matter.rawValue).\(text.kind.rawValue)"), "timestamp": .string(notice.happenedAt.rfc3339),
            "data": .object(data),
        ]
    }
}
