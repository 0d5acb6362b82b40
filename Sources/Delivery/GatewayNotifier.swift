import Ledger
import Outbound
import Registry
import Synchronization
import UseCases
import Verification

/// Notices to persons' phones, by a gateway that serves `Contract/notice-gateway.yaml`.
package final class GatewayNotifier: Notifier {
    private let address: NoticeAddress
    private let source: ProviderKeySource
    private let key: Mutex<ProviderKey>
    private let transport: any ProviderTransport
    private let patience: NoticePatience
    private let attempts: Attempts
    private static let answerBytesMax = 16 << 10

    /// - Parameter file: of the key; read again for every message.
    package init(
        _ address: NoticeAddress, key file: String, transport: any ProviderTransport, patience: NoticePatience,
        clock: any Clock = SystemClock()
    ) throws(NoticeRefused) {
        self.address = address
        source = .file(file)
        guard let key = ProviderKey(try NoticeSecret.text(file, of: "the SMS gateway's key")) else {
            throw NoticeRefused("an SMS gateway's key is 16 to 512 visible characters")
        }
        self.key = Mutex(key)
        self.transport = transport
        self.patience = patience
        attempts = Attempts(patience, clock: clock)
    }

    package var host: String { address.host }
    package func state() async -> ProviderState { attempts.state() }

    package func send(_ notice: OutgoingNotice) async throws(ProviderFailure) -> NoticeReply {
        guard let phone = notice.phone else { return .refused(.recipientInvalid) }
        let id = notice.id.description
        let question: JSONValue = [
            "messageId": .string(id), "to": .string(phone), "text": .string(notice.text.message(in: notice.language)),
            "language": .string(notice.language.rawValue), "kind": .string(notice.text.kind.rawValue),
        ]
        guard let body = try? question.canonicalBytes() else { throw .refused(.malformed) }
        if let fresh = try? source.load() { key.withLock { $0 = fresh } }
        let request = ProviderRequest(
            method: "POST", url: address.below("/v1/messages"), key: key.withLock { $0 }, headers: [("idempotency-key", id)], body: body)
        return try await attempts.attempt { () async throws(ProviderFailure) -> NoticeReply in
            let reply = try await transport.send(request, within: patience.timeout, bodyMax: Self.answerBytesMax)
            guard reply.status == 200 else { throw ReplyStatus.failure(reply) }
            return try believed(reply, to: id)
        }
    }

    private enum State: String { case accepted, refused, retry }

    /// Only an answer that keeps the contract says anything.
    private func believed(_ reply: ProviderReply, to id: String) throws(ProviderFailure) -> NoticeReply {
        guard reply.mediaType == "application/json",
            let value = try? JSONValue(parsing: reply.body, limits: JSONLimits(size: Self.answerBytesMax, depth: 8)),
            let answer = value.objectValue
        else { throw .malformed(.unreadable) }
        guard let messageID = answer["messageId"]?.stringValue, let isSandbox = answer["sandbox"]?.boolValue,
            let state = answer["state"]?.stringValue.flatMap(State.init(rawValue:))
        else { throw .malformed(.notAsContract) }
        guard messageID == id else { throw .malformed(.otherRequest) }
        guard !isSandbox || patience.allowsSandbox else { throw .malformed(.sandbox) }
        switch state {
        case .accepted: return .taken
        case .refused:
            guard let reason = answer["reason"]?.stringValue.flatMap(NoticeRefusal.init(rawValue:)) else {
                throw .malformed(.notAsContract)
            }
            return .refused(reason)
        case .retry:
            guard let seconds = answer["retryAfterSeconds"]?.integerValue, (1...86_400).contains(seconds) else {
                throw .malformed(.notAsContract)
            }
            return .later(seconds: seconds)
        }
    }
}
