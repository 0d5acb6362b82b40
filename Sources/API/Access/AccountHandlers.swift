import Contract
import Registry
import UseCases

extension Call {
    func listAccounts() async throws -> Answer {
        let found = try await installation.listAccounts(
            as: principal(), organisation: queryID("organisation"), status: queryWord("status"), after: cursorID(), limit: limit + 1)
        return try page(found, keys: { [$0.id.wire] }, item: { Wire.Account($0) })
    }

    func createAccount() async throws -> Answer {
        let asked: Wire.CreateAccount = try decode()
        let principal = try principal()
        let made = try await installation.createAccount(
            as: principal, organisation: try asked.organisation.map { try id($0, at: "/organisation") } ?? principal.organisation,
            kind: word(asked.kind ?? AccountKind.person.rawValue, at: "/kind"), roles: roles(asked.roles), login: asked.login)
        return try .json(
            Wire.AccountCreated(account: Wire.Account(made.account), enrolment: made.enrolment.map(Wire.Enrolment.init))
        ).tagged(made.account.version).located("/v1/accounts/\(made.account.id)")
    }

    func readAccount() async throws -> Answer {
        let found = try await installation.readAccount(as: principal(), id("account"))
        return try .json(Wire.Account(found)).tagged(found.version)
    }

    func updateAccount() async throws -> Answer {
        let asked: Wire.UpdateAccount = try decode()
        let change = AccountChange(
            roles: try asked.roles.map { try roles($0) }, status: try asked.status.map { try word($0, at: "/status") })
        let changed = try await installation.updateAccount(as: principal(), id("account"), ifVersion: expectedVersion(), change)
        return try .json(Wire.Account(changed)).tagged(changed.version)
    }

    func renewEnrolment() async throws -> Answer {
        try .json(Wire.Enrolment(try await installation.renewEnrolment(as: principal(), account: id("account"))))
    }

    private func roles(_ words: [String]) throws -> Set<StaffRole> {
        Set(try words.enumerated().map { try word($1, at: "/roles/\($0)") })
    }

    func listAPIKeys() async throws -> Answer {
        let found = try await installation.listAPIKeys(
            as: principal(), account: queryID("account"), after: cursorID(), limit: limit + 1)
        return try page(found, keys: { [$0.id.wire] }, item: { Wire.APIKey($0) })
    }

    func createAPIKey() async throws -> Answer {
        let asked: Wire.CreateAPIKey = try decode()
        let permissions = try asked.permissions.enumerated().map { try word($1, at: "/permissions/\($0)", as: Permission.self) }
        let made = try await installation.createAPIKey(
            as: principal(), account: id(asked.account, at: "/account"), label: asked.label, permissions: Set(permissions),
            expiresAt: instant(asked.expiresAt, at: "/expiresAt"))
        return try .json(Wire.APIKeyCreated(apiKey: Wire.APIKey(made.key), token: made.secret.text))
    }

    func revokeAPIKey() async throws -> Answer {
        try await installation.revokeAPIKey(as: principal(), id("apiKey"))
        return .done
    }
}
