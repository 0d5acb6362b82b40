/// What one may see: a typed argument of every query, so that it cannot be forgotten (DESIGN §2).
package enum Scope: Hashable, Sendable {
    /// The operating company's own staff.
    case everything
    /// An organisation and all below it.
    case subtree(organisation: OrganisationID, path: OrganisationPath)
    /// A unit's own registrations and cards, whichever agents sold them.
    case unit(PartyID, organisation: OrganisationID, path: OrganisationPath)

    /// The place in the tree that bounds the scope.
    package var path: OrganisationPath {
        switch self {
        case .everything: .root
        case .subtree(_, let path), .unit(_, _, let path): path
        }
    }
}

/// Who asks: an account that has proved itself, its roles' permissions and its scope.
package struct Principal: Hashable, Sendable {
    package enum Means: String, Sendable {
        case session
        case apiKey = "api-key"
        /// The program itself: jobs, sweeps, the first start.
        case system
    }

    package let account: AccountID
    package let organisation: OrganisationID
    package let permissions: Set<Permission>
    package let scope: Scope
    package let means: Means

    package init(
        account: AccountID, organisation: OrganisationID, permissions: Set<Permission>, scope: Scope, means: Means
    ) {
        self.account = account
        self.organisation = organisation
        self.permissions = permissions
        self.scope = scope
        self.means = means
    }

    /// Throws `not-permitted` unless the permission is held.
    package func demand(_ permission: Permission) throws(Refusal) {
        guard permissions.contains(permission) else { throw .notPermitted }
    }
}

package enum Account {}
package typealias AccountID = Identifier<Account>
package enum Party {}
package typealias PartyID = Identifier<Party>
