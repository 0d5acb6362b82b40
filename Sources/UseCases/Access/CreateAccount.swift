import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let accountCreated = TrailAction("account.created")
}

package struct CreatedAccount: Hashable, Sendable {
    package let account: AccountView
    /// For the person, once; nil for a machine client.
    package let enrolment: IssuedToken?
}

extension Installation {
    /// Makes an account in an organisation within scope; its person enrols with the one-time token.
    ///
    /// - Parameter login: nil lets the person choose at enrolment; a machine client needs one.
    /// - Throws: `not-found`, `linked-seat`, `organisation-not-active`, `roles-missing`, `role-not-in-kind`, `grant-exceeds-own`, `login-needed`,
    ///   `login-malformed`, `login-taken`.
    package func createAccount(
        as principal: Principal, organisation: OrganisationID, kind: AccountKind = .person, roles: Set<StaffRole>, login: String? = nil
    ) async throws -> CreatedAccount {
        let name = try login.map { text throws(Refusal) in try LoginName(text) }
        if kind == .machine, name == nil { throw Refusal.loginNeeded }
        return try await act(as: principal, .accountCreated, needs: .accountManage) { act in
            guard let place = try OrganisationRecords.find(organisation, within: principal.scope, in: act.session) else {
                throw Refusal.notFound
            }
            try act.demandNoForeignSeat(place.id)
            guard try OrganisationRecords.isActive(place.path, in: act.session) else { throw Refusal.organisationNotActive }
            try StaffRole.check(roles, in: place.kind)
            try principal.demandMayGrant(roles)
            return try act.createAccount(in: place, kind: kind, roles: roles, login: name)
        }
    }
}

extension Act {
    fileprivate func createAccount(
        in place: OrganisationRecord, kind: AccountKind, roles: Set<StaffRole>, login: LoginName?
    ) throws -> CreatedAccount {
        if let login, try AccountRecords.find(login: login, in: session) != nil { throw Refusal.loginTaken }
        let id: AccountID = fresh()
        try AccountRecords.insert(
            id, kind: kind, organisation: place.id, login: login, roles: roles, status: kind == .machine ? .active : .invited, at: now,
            in: session)
        recording.about(.account, id)
        recording.about(.organisation, place.id)
        recording.note(roles: roles)
        guard let account = try AccountRecords.find(id, in: session) else { throw Refusal.notFound }
        return CreatedAccount(account: AccountView(account), enrolment: kind == .machine ? nil : try issueEnrolment(for: id))
    }
}

extension Recording {
    func note(roles: Set<StaffRole>) {
        note("roles", .array(roles.map(\.rawValue).sorted().map { .string($0) }))
    }
}
