import Records
import Registry
import SQLCore

extension Installation {
    /// Accounts of the organisations in scope, in the order of their making. `after` is the last one of the page before.
    package func listAccounts(
        as principal: Principal, organisation: OrganisationID? = nil, kind: AccountKind? = nil, status: AccountStatus? = nil,
        after: AccountID? = nil, limit: Int? = nil
    ) async throws -> [AccountView] {
        let rows = rows(limit)
        return try await look(as: principal, needs: .accountRead) { session in
            try AccountRecords.list(
                within: principal.scope, organisation: organisation, kind: kind, status: status, after: after, limit: rows, in: session
            ).map { AccountView($0) }
        }
    }

    /// Throws `not-found`, also for what is out of scope.
    package func readAccount(as principal: Principal, _ id: AccountID) async throws -> AccountView {
        try await look(as: principal, needs: .accountRead) { session in
            guard let account = try AccountRecords.find(id, within: principal.scope, in: session) else { throw Refusal.notFound }
            return AccountView(account)
        }
    }

    /// By the name somebody signs in with. Throws `not-found`, also for what is out of scope, `login-malformed`.
    package func findAccount(as principal: Principal, login: String) async throws -> AccountView {
        let name = try LoginName(login)
        return try await look(as: principal, needs: .accountRead) { session in
            guard let account = try AccountRecords.find(login: name, within: principal.scope, in: session) else { throw Refusal.notFound }
            return AccountView(account)
        }
    }

    /// One row more than the largest page may be asked for, to learn whether there is another page.
    func rows(_ limit: Int?) -> Int {
        max(1, min(limit ?? settings.pageRows, settings.pageRowsMax + 1))
    }
}
