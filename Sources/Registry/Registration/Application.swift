/// A wish on its way to a decision: a first registration, or a change to one.
package enum Application {}
package typealias ApplicationID = Identifier<Application>
package enum Registration {}
package typealias RegistrationID = Identifier<Registration>
package enum Submission {}
package typealias SubmissionID = Identifier<Submission>
package enum Decision {}
package typealias DecisionID = Identifier<Decision>
package enum IdentityVersion {}
package typealias IdentityVersionID = Identifier<IdentityVersion>
package enum Evidence {}
package typealias EvidenceID = Identifier<Evidence>

package enum ApplicationKind: String, CaseIterable, Codable, Sendable {
    /// The first registration of cards in a unit's name.
    case register
    /// More cards under a registration.
    case addCards = "add-cards"
    /// Another person in a role, from a date.
    case changeRole = "change-role"
    /// The facts of a party were wrong: a new version.
    case correct
    /// The unit answers for these cards no more.
    case end
    /// A person proves again who he is, to see what is registered of him (R-DP-08).
    case prove = "prove-identity"
    /// A person says that a card in his name is not his (R-PH-06).
    case dispute

    /// Whether it puts cards in somebody's name.
    package var takesCards: Bool { self == .register || self == .addCards }

    /// Whether a person asks it of his own registration, beside the card it began with.
    package var isPersonsOwn: Bool { self == .prove || self == .dispute }

    /// Whether the carrier must hear of it before it counts, where the subject is a person.
    package var reachesCarrier: Bool {
        switch self {
        case .register, .addCards, .end, .dispute: true
        case .changeRole, .correct, .prove: false
        }
    }

    /// Whether nobody answers for the cards once it counts.
    package var endsHolding: Bool { self == .end || self == .dispute }
}

package enum ApplicationState: String, CaseIterable, Codable, Sendable {
    case draft
    /// Handed in; machines are asked, nobody need look yet.
    case checking
    case submitted
    /// Approved by one, takes effect in the past, waits for the second approver.
    case awaitingSecondApproval = "awaiting-second-approval"
    /// One reviewer would approve it; the review policy wants another to look.
    case awaitingSecondReview = "awaiting-second-review"
    /// Two reviewers disagree; a third decides.
    case awaitingThirdReview = "awaiting-third-review"
    /// A reviewer let a person's card pass; it counts once the carrier accepts it (R-PH-01, R-PH-06).
    case awaitingCarrier = "awaiting-carrier"
    case sentBack = "sent-back"
    case approved
    case refused
    case withdrawn

    /// Whether its content may be edited and submitted.
    package var isOpenToSubmitter: Bool { self == .draft || self == .sentBack }
    /// Whether it stands in a queue of reviewers.
    package var isForReviewers: Bool { Self.forReviewers.contains(self) }
    package static let forReviewers: [ApplicationState] = [
        .submitted, .awaitingSecondReview, .awaitingThirdReview, .awaitingSecondApproval,
    ]
    package var isDecided: Bool { self == .approved || self == .refused || self == .withdrawn }
    /// Whether a program that waits for the request is told.
    package var isTold: Bool { isDecided || self == .sentBack || self == .awaitingSecondApproval || self == .awaitingCarrier }
}

package enum Channel: String, CaseIterable, Codable, Sendable {
    case agent
    case hall
    case accountManager = "account-manager"
    case api
    /// The person himself, by the link or code of his card.
    case selfService = "self-service"
}

/// Who somebody is in a registration (R-25-09, R-IC-04).
package enum PartyRole: String, CaseIterable, Codable, Sendable {
    case unit
    case handler
    case responsiblePerson = "responsible-person"
    case actualUser = "actual-user"
    case proxy
    /// In whose own name a card stands (机主).
    case holder
    /// Who answers for a minor (监护人).
    case guardian

    /// The member of the application's content that holds this party.
    package var pointer: String {
        switch self {
        case .unit: "/unit"
        case .handler: "/handler"
        case .responsiblePerson: "/responsiblePerson"
        case .actualUser: "/actualUser"
        case .proxy: "/proxy"
        case .holder: "/holder"
        case .guardian: "/guardian"
        }
    }
}

package enum RegistrationState: String, CaseIterable, Codable, Sendable {
    /// Applied for, not decided.
    case pending
    case registered
    /// Never came to be.
    case refused
    case ended
}

package enum DecisionVerdict: String, CaseIterable, Codable, Sendable {
    case approve
    case sendBack = "send-back"
    case refuse
}
