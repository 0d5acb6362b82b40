/// What one may see: a typed argument of every query, so that it cannot be forgotten (docs/modules.md).
package enum Scope: Hashable, Sendable {
    /// The operating company's own staff.
    case everything
    /// An organisation and all below it.
    case subtree(organisation: OrganisationID, path: OrganisationPath)
    /// A unit's own registrations and cards, whichever agents sold them.
    case unit(PartyID, organisation: OrganisationID, path: OrganisationPath)
    /// One card, by a link or code of it: what was handed in from this seat, and nothing else (DESIGN §2).
    case card(CardSeat)
    /// One person's part of a unit's application, by a link to it: what was handed in from there, and nothing else.
    case part(PartSeat)

    /// The place in the tree that bounds the scope.
    package var path: OrganisationPath {
        switch self {
        case .everything: .root
        case .subtree(_, let path), .unit(_, _, let path): path
        case .card(let seat): seat.path
        case .part(let seat): seat.path
        }
    }
}

/// Who came in by a card's link or code on one device. It has no account; its own key stands in an account's place.
package struct CardSeat: Hashable, Sendable {
    package let id: AccountID
    package let subscription: Int64
    /// The agent that has the card, and its place in the tree.
    package let organisation: OrganisationID
    package let path: OrganisationPath

    package init(id: AccountID, subscription: Int64, organisation: OrganisationID, path: OrganisationPath) {
        self.id = id
        self.subscription = subscription
        self.organisation = organisation
        self.path = path
    }
}

/// Who asks: an account that has proved itself, its roles' permissions and its scope.
package struct Principal: Hashable, Sendable {
    package enum Means: String, CaseIterable, Sendable {
        case session
        /// Signed in, but the role demands a second factor that is not set up yet: it may set it up and sign out, nothing else.
        case incompleteSession = "incomplete-session"
        case apiKey = "api-key"
        /// By a one-time enrolment token, which it used up with this act.
        case enrolment
        /// By a card's link or code: a person without an account.
        case entrance
        /// By the link to one's own part of a unit's application.
        case partLink = "part-link"
        /// The program itself: jobs, sweeps, the first start.
        case system
    }

    package let account: AccountID
    package let organisation: OrganisationID
    package let permissions: Set<Permission>
    package let scope: Scope
    package let means: Means
    /// The sign-in or (retyped) the API key by which it proved itself; none for the program itself.
    package let session: SessionID?

    package init(
        account: AccountID, organisation: OrganisationID, permissions: Set<Permission>, scope: Scope, means: Means,
        session: SessionID? = nil
    ) {
        self.account = account
        self.organisation = organisation
        self.permissions = permissions
        self.scope = scope
        self.means = means
        self.session = session
    }

    /// The program itself: jobs, sweeps, the first start. It holds every permission but those of persons over what is their own.
    package static let system = Principal(
        account: AccountID(high: 0, low: 0), organisation: OrganisationID(high: 0, low: 0),
        permissions: Set(Permission.allCases).subtracting([.personalRegister, .partComplete]),
        scope: .everything, means: .system)

    /// Throws `not-permitted` unless the permission is held, `second-factor-not-set-up` from an incomplete session.
    package func demand(_ permission: Permission) throws(Refusal) {
        try demandCompleteSession()
        guard permissions.contains(permission) else { throw .notPermitted }
    }
}

extension Principal {
    /// A person at one card's entrance.
    package init(_ seat: CardSeat) {
        self.init(
            account: seat.id, organisation: seat.organisation, permissions: [.personalRegister], scope: .card(seat), means: .entrance)
    }

    /// Throws `not-permitted` unless a person at a card's entrance asks.
    package func demandSeat() throws(Refusal) -> CardSeat {
        guard case .card(let seat) = scope else { throw .notPermitted }
        return seat
    }

    /// A person at his part of a unit's application.
    package init(_ seat: PartSeat) {
        self.init(
            account: seat.account, organisation: seat.organisation, permissions: [.partComplete], scope: .part(seat), means: .partLink)
    }

    /// Throws `not-permitted` unless a person at his part asks.
    package func demandPart() throws(Refusal) -> PartSeat {
        guard case .part(let seat) = scope else { throw .notPermitted }
        return seat
    }

    /// Whether somebody without an account asks, who came in by a link or a code.
    package var isPerson: Bool { means == .entrance || means == .partLink }

    /// For acts that need no permission, yet more than a password.
    package func demandCompleteSession() throws(Refusal) {
        guard means != .incompleteSession else { throw .secondFactorNotSetUp }
    }
}

extension Refusal {
    package static let secondFactorNotSetUp = Refusal(
        "second-factor-not-set-up", .forbidden, requirements: ["R-DP-24"], en: "Your role needs a second factor, which is not set up yet.",
        zh: "您的角色需要第二验证因素，尚未设置。",
        mend: LocalText(en: "Set up the second factor, then sign in with its code.", zh: "请先设置第二验证因素，再使用动态码登录。"))
}

package enum Account {}
package typealias AccountID = Identifier<Account>
package enum Party {}
package typealias PartyID = Identifier<Party>
