import Records
import Registry
import SQLCore

extension Principal {
    /// What an account may do and see by this means. Without the second factor its roles demand, it may do nothing yet.
    init(_ account: AccountRecord, at organisation: OrganisationRecord, session: SessionID?) {
        let isIncomplete = account.needsSecondFactor && account.secondFactor == nil
        self.init(
            account: account.id, organisation: organisation.id, permissions: isIncomplete ? [] : account.permissions,
            scope: Scope(of: organisation), means: isIncomplete ? .incompleteSession : .session, session: session)
    }

    /// A machine client holds the permissions of its key, as far as its account still holds them.
    init(_ account: AccountRecord, at organisation: OrganisationRecord, key: TokenRecord) {
        self.init(
            account: account.id, organisation: organisation.id,
            permissions: (key.permissions ?? []).intersection(account.permissions), scope: Scope(of: organisation), means: .apiKey,
            session: key.family)
    }

    /// An account in the act of enrolling.
    init(enrolling account: AccountRecord, at organisation: OrganisationRecord) {
        self.init(
            account: account.id, organisation: organisation.id, permissions: [],
            scope: .subtree(organisation: organisation.id, path: organisation.path), means: .enrolment)
    }

    /// Throws `not-permitted`: what goes across all agents is for those alone who see all.
    func demandEverything() throws(Refusal) {
        guard scope == .everything else { throw .notPermitted }
    }

    /// For what people do to their own sign-in; returns the sign-in. Throws `not-permitted` for keys and the program itself.
    func demandSession(completed: Bool = true) throws(Refusal) -> SessionID {
        if completed { try demandCompleteSession() }
        guard means == .session || means == .incompleteSession, let session else { throw .notPermitted }
        return session
    }
}

extension Scope {
    /// The operating company's staff see everything; an enterprise whose unit is registered sees the unit's; others see what is below.
    init(of organisation: OrganisationRecord) {
        switch (organisation.kind, organisation.unit) {
        case (.operatingCompany, _): self = .everything
        case (.enterprise, let unit?): self = .unit(unit, organisation: organisation.id, path: organisation.path)
        default: self = .subtree(organisation: organisation.id, path: organisation.path)
        }
    }
}

extension AccountRecords {
    /// An account that may act, with its organisation; nil when it may not. Throws `organisation-not-active`.
    static func acting(_ id: AccountID, in session: any Session) throws -> (AccountRecord, OrganisationRecord)? {
        guard let account = try find(id, in: session), account.status == .active else { return nil }
        return (account, try activeOrganisation(of: account, in: session))
    }

    /// Throws `organisation-not-active` when its organisation, or one above, is not active.
    static func activeOrganisation(of account: AccountRecord, in session: any Session) throws -> OrganisationRecord {
        guard let organisation = try OrganisationRecords.find(account.organisation, within: .everything, in: session) else {
            throw UnreadableRow("account", "organisation")
        }
        guard try OrganisationRecords.isActive(organisation.path, in: session) else { throw Refusal.organisationNotActive }
        return organisation
    }
}
