/// A program of an organisation's that is told what happens to its cards.
package enum Webhook {}
package typealias WebhookID = Identifier<Webhook>

/// What a webhook is told at once: a change of up to so many cards. Its key is the same however often it is sent.
package enum WebhookEvent {}
package typealias WebhookEventID = Identifier<WebhookEvent>

package enum WebhookState: String, CaseIterable, Sendable {
    case running
    /// By its organisation. It goes on where it stopped.
    case paused
    /// It answered that it is no more (410).
    case gone
}

/// What became of an event.
package enum WebhookEventState: String, CaseIterable, Sendable {
    /// Tried, and to be tried again; the events after it wait.
    case waiting
    case delivered
    /// Not taken within its time; the events after it go on, and say that it is missing.
    case dead
}
