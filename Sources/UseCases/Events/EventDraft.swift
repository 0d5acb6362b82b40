import Ledger
import Records
import Registry
import SQLCore
import Vault

/// An event as it goes out, and what is noted of it.
struct EventDraft: Sendable {
    let webhook: WebhookID
    let change: StoredCardChange
    let outgoing: OutgoingEvent
    let id: WebhookEventID

    /// Where the webhook stands once it has it.
    var end: ChangePosition { ChangePosition(number: change.number, card: change.cards.hi) }

    func event(as state: WebhookEventState, at now: Instant, failure: String? = nil) -> StoredWebhookEvent {
        StoredWebhookEvent(
            id: id, webhook: webhook, number: change.number, cards: change.cards, kind: change.kind, state: state,
            tries: 1, happenedAt: change.at, endedAt: state == .waiting ? nil : now, failure: failure)
    }
}

extension Installation {
    /// The event of this change's cards. Cards of which an earlier event was not taken say so.
    func draft(
        of change: StoredCardChange, for webhook: StoredWebhook, _ scope: Scope, replayed: Bool = false, in session: any Session
    ) throws -> EventDraft {
        let missed = try WebhookEventRecords.missed(change.cards, before: change, of: webhook.id, in: session)
        let cards = try (change.cards.lo...change.cards.hi).map { card in
            OutgoingEvent.Card(reference: try secrets.references.text(for: card), hasGap: missed.contains(card))
        }
        let id = WebhookEventID(of: webhook.id, number: change.number, lo: change.cards.lo)
        let end = ChangePosition(number: change.number, card: change.cards.hi)
        let outgoing = OutgoingEvent(
            id: id.description, type: "card." + change.kind.rawValue, happenedAt: change.at,
            matter: .change(
                OutgoingEvent.Change(
                    after: change.leaves(scope) ? "gone" : change.after, stops: change.stops, effectiveFrom: change.effectiveFrom,
                    position: try text(of: end), cards: cards, isReplayed: replayed)))
        return EventDraft(webhook: webhook.id, change: change, outgoing: outgoing, id: id)
    }

    /// Of whose cards it is told: of its organisation's, as it stands now. An enterprise's are those in the name of its unit.
    func scope(of webhook: StoredWebhook, in session: any Session) throws -> Scope {
        guard let organisation = try OrganisationRecords.find(webhook.organisation, within: .everything, in: session) else {
            throw UnreadableRow("webhook", "organisation")
        }
        return Scope(of: organisation)
    }
}

extension Identifier where Noun == WebhookEvent {
    /// Made of what the event is of, so that it is the same whenever and by whomever it is sent.
    init(of webhook: WebhookID, number: Int64, lo: Int64) {
        self.init(hashing: "webhook-event \(webhook) \(number) \(lo)")
    }

    init(hashing text: String) {
        let hash = MerkleHash.leaf(Array(text.utf8))
        let words = hash.bytes.prefix(16).reduce(into: (UInt64(0), UInt64(0))) { words, byte in
            words = (words.0 << 8 | words.1 >> 56, words.1 << 8 | UInt64(byte))
        }
        // A UUID of a form of our own (RFC 9562, version 8).
        self.init(high: words.0 & ~0xF000 | 0x8000, low: words.1 & ~(0xC0 << 56) | 0x80 << 56)
    }
}
