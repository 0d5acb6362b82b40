import Registry
import UseCases

/// A webhook's receiver that answers as it is told, in order, the last again and again; remembers what came.
package actor ScriptedSender: EventSender {
    package struct Sent: Hashable, Sendable {
        package let event: OutgoingEvent
        package let url: String
        package let secrets: [String]
        package let isTaken: Bool

        package var cards: [String] { event.change?.cards.map(\.reference) ?? [] }
        package var gaps: [String] { event.change?.cards.filter(\.hasGap).map(\.reference) ?? [] }
    }

    private var replies: [Result<EventReply, ProviderFailure>] = [.success(.taken)]
    /// Asked first; nil leaves it to the replies.
    private var judge: (@Sendable (OutgoingEvent) -> Result<EventReply, ProviderFailure>?)?
    private var meanwhile: (@Sendable () async throws -> Void)?
    private var inadmissible: [String: WebhookAddressRefusal] = [:]
    package private(set) var sent: [Sent] = []

    package init() {}

    package func say(_ replies: Result<EventReply, ProviderFailure>...) { self.replies = replies }
    package func judge(_ judge: (@Sendable (OutgoingEvent) -> Result<EventReply, ProviderFailure>?)?) { self.judge = judge }
    package func refuse(_ url: String, _ refusal: WebhookAddressRefusal) { inadmissible[url] = refusal }
    /// Let run while an event is being sent, once.
    package func whileSending(_ work: @escaping @Sendable () async throws -> Void) { meanwhile = work }
    package func forget() { sent = [] }

    package var taken: [Sent] { sent.filter(\.isTaken) }

    package func admitted(_ url: String, of owner: OrganisationPath) async throws(WebhookAddressRefusal) -> String {
        if let refusal = inadmissible[url] { throw refusal }
        return url
    }

    package func send(
        _ event: OutgoingEvent, to url: String, of owner: OrganisationPath, secrets: [String]
    ) async throws(ProviderFailure) -> EventReply {
        if let work = meanwhile {
            meanwhile = nil
            do { try await work() } catch { throw .unavailable(.cancelled) }
        }
        let reply = judge?(event) ?? (replies.count > 1 ? replies.removeFirst() : replies[0])
        sent.append(Sent(event: event, url: url, secrets: secrets, isTaken: (try? reply.get()) == .taken))
        return try reply.get()
    }
}
