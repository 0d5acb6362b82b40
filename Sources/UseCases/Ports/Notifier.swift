import Registry

/// A notice on its way out.
package struct OutgoingNotice: Sendable, Unshown {
    /// The same however often it is tried: its receiver knows by it what it has had.
    package let id: NoticeID
    package let text: NoticeText
    /// A code of the maintained list.
    package let reasonCode: String?
    package let language: ReaderLanguage
    package let happenedAt: Instant
    /// Whoever registered, and above it up to the operating company, nearest first.
    package let organisations: [OrganisationID]
    /// The person's number, where it goes to the person. Read for this one attempt.
    package let phone: String?

    package init(
        id: NoticeID, text: NoticeText, reasonCode: String?, language: ReaderLanguage, happenedAt: Instant, organisations: [OrganisationID],
        phone: String?
    ) {
        self.id = id
        self.text = text
        self.reasonCode = reasonCode
        self.language = language
        self.happenedAt = happenedAt
        self.organisations = organisations
        self.phone = phone
    }
}

/// What a receiver said of a notice.
package enum NoticeReply: Hashable, Sendable {
    case taken
    /// Not now; after so many seconds. Of this notice alone: others may be taken.
    case later(seconds: Int64)
    /// It will never take it.
    case refused(NoticeRefusal)
}

/// Why a receiver will never take a notice; the raw value is a code of `Contract/notice-gateway.yaml`.
package enum NoticeRefusal: String, CaseIterable, Sendable {
    /// No messages go to this number or address.
    case recipientInvalid = "recipient-invalid"
    /// Its owner, or the gateway, wants none.
    case recipientBlocked = "recipient-blocked"
    case contentRefused = "content-refused"
    /// The receiver is no more (410).
    case gone
    case other
}

/// Hands notices to somebody outside, as a port: a program's webhook, an SMS gateway, a mail server. The same notice may come twice,
/// under the same id. Await it outside of every transaction.
package protocol Notifier: Sendable {
    /// Throws where it is not known whether the receiver has it, or it may yet take it.
    func send(_ notice: OutgoingNotice) async throws(ProviderFailure) -> NoticeReply
    /// Where it is, for whoever looks after the installation; never a path, which may hold a secret.
    var host: String { get }
    /// How it is doing at the moment, as we have seen it.
    func state() async -> ProviderState
}

/// By which ways an installation tells people; what is nil is not told that way, and nothing waits for it.
package struct Notifiers: Sendable {
    package let webhook: (any Notifier)?
    package let sms: (any Notifier)?
    package let mail: (any Notifier)?
    /// Where persons reach the installation, `https://HOST`; nil where notices name no page.
    package let site: String?

    package init(webhook: (any Notifier)? = nil, sms: (any Notifier)? = nil, mail: (any Notifier)? = nil, site: String? = nil) {
        self.webhook = webhook
        self.sms = sms
        self.mail = mail
        self.site = site
    }

    package subscript(_ channel: NoticeChannel) -> (any Notifier)? {
        switch channel {
        case .webhook: webhook
        case .sms: sms
        case .mail: mail
        }
    }

    package var channels: [NoticeChannel] { NoticeChannel.allCases.filter { self[$0] != nil } }

    /// The person's page of how a case stands; for staff, who have none, the page of a campaign that they are told of, else nothing.
    package func page(for channel: NoticeChannel, of kind: NoticeKind, code: String) -> String? {
        if kind.matter == .campaign { return site.map { $0 + "/console/campaigns/" + code } }
        return channel == .mail ? nil : site.map { $0 + "/p/status" }
    }
}
