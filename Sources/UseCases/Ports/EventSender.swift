import Registry

/// What a webhook is told at once.
package struct OutgoingEvent: Hashable, Sendable {
    /// The same however often it is sent: its receiver knows by it what it has had.
    package let id: String
    /// `card.` and the kind of change, `registration.` and where the request stands, or `ping`.
    package let type: String
    package let happenedAt: Instant
    package let matter: Matter

    package init(id: String, type: String, happenedAt: Instant, matter: Matter) {
        self.id = id
        self.type = type
        self.happenedAt = happenedAt
        self.matter = matter
    }

    /// nil where it is of none.
    package var change: Change? {
        if case .change(let change) = matter { change } else { nil }
    }

    package enum Matter: Hashable, Sendable {
        case ping
        case change(Change)
        case request(Outcome)
    }

    /// What became of a request.
    package struct Outcome: Hashable, Sendable {
        package let application: ApplicationID
        package let registration: RegistrationID
        package let code: String
        package let kind: ApplicationKind
        package let state: ApplicationState
        package let reasons: [DecisionReason]
        package let registered: Int64
        package let excluded: Int64

        package init(
            application: ApplicationID, registration: RegistrationID, code: String, kind: ApplicationKind, state: ApplicationState,
            reasons: [DecisionReason], registered: Int64, excluded: Int64
        ) {
            self.application = application
            self.registration = registration
            self.code = code
            self.kind = kind
            self.state = state
            self.reasons = reasons
            self.registered = registered
            self.excluded = excluded
        }
    }

    package struct Change: Hashable, Sendable {
        package let after: String
        package let stops: StopReasons?
        package let effectiveFrom: Instant
        /// Where the changes stand after it (`GET /v1/changes?after=`).
        package let position: String
        package let cards: [Card]
        /// Sent once more because somebody asked: later events may have been sent before it.
        package let isReplayed: Bool

        package init(
            after: String, stops: StopReasons?, effectiveFrom: Instant, position: String, cards: [Card], isReplayed: Bool
        ) {
            self.after = after
            self.stops = stops
            self.effectiveFrom = effectiveFrom
            self.position = position
            self.cards = cards
            self.isReplayed = isReplayed
        }
    }

    package struct Card: Hashable, Sendable {
        package let reference: String
        /// Something that happened to it earlier was not delivered.
        package let hasGap: Bool

        package init(reference: String, hasGap: Bool) {
            self.reference = reference
            self.hasGap = hasGap
        }
    }
}

/// What a webhook said of an event.
package enum EventReply: Hashable, Sendable {
    case taken
    /// It is no more (410).
    case gone
    /// Nobody was asked: its address is not one to which anything is sent.
    case notAdmitted(WebhookAddressRefusal)
}

/// Why nothing is sent to an address.
package enum WebhookAddressRefusal: String, Error, CaseIterable, Sendable {
    /// No address of a webhook.
    case form
    /// It would show events to the network.
    case plain
    case unknownHost = "unknown-host"
    /// It leads to this machine or into some inner network.
    case inside
    /// Its name servers did not answer in time.
    case late = "late-name-servers"
    /// Too many names were being looked up, for the same organisation or for all.
    case crowded = "look-ups-crowded"
}

/// Hands events to programs outside, as a port. The same event may come twice, under the same id. Await it outside of every transaction.
package protocol EventSender: Sendable {
    /// The address as it is kept; throws why nothing would be sent there.
    /// - Parameter owner: on whose behalf its host is looked up; nobody's look-ups take the room of all.
    func admitted(_ url: String, of owner: OrganisationPath) async throws(WebhookAddressRefusal) -> String
    /// Throws where it is not known whether the receiver has it, or it may yet take it. Signed with every one of the secrets.
    func send(
        _ event: OutgoingEvent, to url: String, of owner: OrganisationPath, secrets: [String]
    ) async throws(ProviderFailure) -> EventReply
}
