import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let accountUpdated = TrailAction("account.updated")
}

/// What to change of an account; nil leaves it.
package struct AccountChange: Hashable, Sendable {
    package var roles: Set<StaffRole>?
    /// Only `.dismissed`: final, and every token ends at once.
    package var status: AccountStatus?

    package init(roles: Set<StaffRole>? = nil, status: AccountStatus? = nil) {
        self.roles = roles
        self.status = status
    }
}

extension Installation {
    /// Changes roles or dismisses.
    ///
    /// - Parameter version: what the caller read.
    /// - Throws: `changed-meanwhile`, `not-found`, `account-dismissed`, `account-status-invalid`, `last-administrator`, `last-manager`,
    ///   `own-roles`, `own-dismissal`, `grant-exceeds-own`, `role-not-in-kind`, `roles-missing`.
    package func updateAccount(
        as principal: Principal, _ id: AccountID, ifVersion version: Int64, _ change: AccountChange
    ) async throws -> AccountView {
        let changed = try await act(as: principal, .accountUpdated, needs: .accountManage) { act in
            let account = try act.manageableAccount(id)
            guard account.version == version else { throw Refusal.stale }
            return try act.change(account, change)
        }
        access.principals.forget(account: id)
        return changed
    }
}

extension Act {
    /// An account in scope that the principal could have made as it is. Throws `not-found`, `linked-seat`, `grant-exceeds-own`,
    /// `account-dismissed`.
    func manageableAccount(_ id: AccountID) throws -> AccountRecord {
        guard let account = try AccountRecords.find(id, within: principal.scope, in: session) else { throw Refusal.notFound }
        try demandNoForeignSeat(account.organisation)
        try principal.demandMayGrant(account.roles)
        guard account.status != .dismissed else { throw Refusal.accountDismissed }
        return account
    }

    /// A seat linked to a unit sees the unit's cards at every agent: whoever makes or renews its accounts could look through them, so the
    /// operating company does that and no agent above the seat. Throws `linked-seat`.
    func demandNoForeignSeat(_ organisation: OrganisationID) throws {
        guard principal.scope != .everything,
            let place = try OrganisationRecords.find(organisation, within: principal.scope, in: session), place.unit != nil
        else { return }
        throw Refusal.linkedSeat
    }

    fileprivate func change(_ account: AccountRecord, _ change: AccountChange) throws -> AccountView {
        var changed = account
        if let roles = change.roles { changed.roles = try checked(roles, for: account) }
        if let status = change.status, status != account.status {
            guard status == .dismissed else { throw Refusal.accountStatusInvalid }
            // Final, and a slip: whoever manages an organisation alone would leave it to nobody.
            guard account.id != principal.account else { throw Refusal.ownDismissal }
            changed.status = status
        }
        try keepAnAdministrator(account, changed)
        try keepAManager(account, changed)
        guard try AccountRecords.update(changed, at: now, in: session) else { throw Refusal.stale }
        if changed.status == .dismissed { try TokenRecords.revokeAll(of: account.id, at: now, in: session) }
        recording.about(.account, account.id)
        recording.note(roles: changed.roles)
        recording.note("status", .string(changed.status.rawValue))
        guard let result = try AccountRecords.find(account.id, in: session) else { throw Refusal.notFound }
        return AccountView(result)
    }

    private func checked(_ roles: Set<StaffRole>, for account: AccountRecord) throws -> Set<StaffRole> {
        guard let place = try OrganisationRecords.find(account.organisation, within: principal.scope, in: session) else {
            throw Refusal.notFound
        }
        try StaffRole.check(roles, in: place.kind)
        try principal.demandMayGrant(roles)
        // To add is to grant oneself; to take away is a slip that the one who slipped could not mend himself.
        if account.id == principal.account, roles != account.roles { throw Refusal.ownRoles }
        return roles
    }

    private func keepAnAdministrator(_ before: AccountRecord, _ after: AccountRecord) throws {
        let was = before.roles.contains(.administrator) && before.kind == .person && before.status == .active
        let stays = after.roles.contains(.administrator) && after.status == .active
        if was, !stays, try !AccountRecords.hasOtherPerson(than: before.id, withAnyOf: [.administrator], in: session) {
            throw Refusal.lastAdministrator
        }
    }

    /// From within, an organisation's last person who may manage its accounts stays: two who take each other's roles at once, or a
    /// program with a key, would leave it to nobody. An organisation above may take the last one's, and can make another.
    private func keepAManager(_ before: AccountRecord, _ after: AccountRecord) throws {
        guard principal.organisation == before.organisation, before.kind == .person, before.status == .active else { return }
        let was = before.permissions.contains(.accountManage)
        let stays = after.permissions.contains(.accountManage) && after.status == .active
        let managing = StaffRole.allCases.filter { $0.permissions.contains(.accountManage) }
        if was, !stays,
            try !AccountRecords.hasOtherPerson(than: before.id, withAnyOf: managing, of: before.organisation, in: session)
        {
            throw Refusal.lastManager
        }
    }
}
