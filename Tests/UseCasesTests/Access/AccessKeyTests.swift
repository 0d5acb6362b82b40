import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite struct AccessKeyTests {
    private struct Client {
        let world: World
        let administrator: Principal
        let agent: OrganisationRecord
        let account: AccountID

        func key(_ permissions: Set<Permission> = [.cardRead, .answerRead], days: Int64 = 30, label: String = "对接程序") async throws
            -> CreatedAPIKey
        {
            try await world.installation.createAPIKey(
                as: administrator, account: account, label: label, permissions: permissions,
                expiresAt: world.clock.now().adding(days: days))
        }
    }

    private func withClient(_ body: (Client) async throws -> Void) async throws {
        try await withWorld { world in
            let administrator = try await world.administrator().principal
            let agent = try await world.organisation(.agent, "甲代理", by: administrator)
            let created = try await world.installation.createAccount(
                as: administrator, organisation: agent.id, kind: .machine, roles: [.agentManager], login: "client-1")
            #expect(created.enrolment == nil)
            try await body(Client(world: world, administrator: administrator, agent: agent, account: created.account.id))
        }
    }

    @Test func `a key holds its own permissions in its account's scope`() async throws {
        try await withClient { client in
            let key = try await client.key()
            let principal = try await client.world.installation.authenticate(key.secret.text)
            #expect(principal.permissions == [.cardRead, .answerRead])
            #expect(principal.scope == .subtree(organisation: client.agent.id, path: client.agent.path))
            #expect(principal.means == .apiKey)
            #expect(key.secret.text.hasPrefix("sm_key_"))
        }
    }

    @Test func `an expired key, a revoked key and a dismissed client's key prove nothing`() async throws {
        try await withClient { client in
            let installation = client.world.installation
            let (short, revoked, last) = try await (client.key(days: 1), client.key(), client.key())
            for key in [short, revoked, last] { _ = try await installation.authenticate(key.secret.text) }
            client.world.clock.move(days: 1)
            try await refuses("token-refused") { try await installation.authenticate(short.secret.text) }
            try await installation.revokeAPIKey(as: client.administrator, revoked.key.id)
            try await refuses("token-refused") { try await installation.authenticate(revoked.secret.text) }
            try await installation.revokeAPIKey(as: client.administrator, revoked.key.id)
            _ = try await installation.authenticate(last.secret.text)
            _ = try await installation.updateAccount(
                as: client.administrator, client.account, ifVersion: 1, AccountChange(status: .dismissed))
            try await refuses("token-refused") { try await installation.authenticate(last.secret.text) }
            let listed = try await installation.listAPIKeys(as: client.administrator, account: client.account)
            #expect(listed.count == 3)
            #expect(listed.allSatisfy { $0.revokedAt != nil })
        }
    }

    @Test func `a key holds less when its account's roles shrink`() async throws {
        try await withClient { client in
            let key = try await client.key([.accountRead, .cardRead])
            _ = try await client.world.installation.authenticate(key.secret.text)
            _ = try await client.world.installation.updateAccount(
                as: client.administrator, client.account, ifVersion: 1, AccountChange(roles: [.agentClerk]))
            #expect(try await client.world.installation.authenticate(key.secret.text).permissions == [.cardRead])
        }
    }

    @Test(arguments: [[], [.reveal], [.cardRead, .productManage], Set(Permission.allCases)] as [Set<Permission>])
    func `a key with nothing, or with more than its account, is refused`(permissions: Set<Permission>) async throws {
        try await withClient { client in
            try await refuses("key-permissions-invalid") { try await client.key(permissions) }
        }
    }

    @Test func `no key decides or reveals, whatever its account may`() async throws {
        try await withClient { client in
            let reviewer = try await client.world.installation.createAccount(
                as: client.administrator, organisation: client.administrator.organisation, kind: .machine,
                roles: [.reviewer, .compliance, .administrator], login: "client-2")
            for permission in [Permission.registrationReview, .registrationBackdate, .reveal, .installationManage] {
                try await refuses("key-permissions-invalid") {
                    try await client.world.installation.createAPIKey(
                        as: client.administrator, account: reviewer.account.id, label: "自动审批", permissions: [permission],
                        expiresAt: client.world.clock.now().adding(days: 1))
                }
            }
        }
    }

    @Test func `a key ends some day, has a label and belongs to a machine`() async throws {
        try await withClient { client in
            for days in [-1, 0, 401] as [Int64] { try await refuses("key-expiry-invalid") { try await client.key(days: days) } }
            for label in ["", "  ", "a\nb", String(repeating: "x", count: 65)] {
                try await refuses("key-label-invalid") { try await client.key(label: label) }
            }
            try await refuses("account-not-machine") {
                try await client.world.installation.createAPIKey(
                    as: client.administrator, account: client.administrator.account, label: "个人", permissions: [.cardRead],
                    expiresAt: client.world.clock.now().adding(days: 1))
            }
            try await refuses("account-is-machine") {
                try await client.world.installation.renewEnrolment(as: client.administrator, account: client.account)
            }
        }
    }

    @Test func `a sibling agent's keys are not there`() async throws {
        try await withClient { client in
            let key = try await client.key()
            let other = try await client.world.organisation(.agent, "乙代理", by: client.administrator)
            let stranger = try await client.world.staff([.agentManager], in: other.id, login: "manager-2", by: client.administrator)
            #expect(try await client.world.installation.listAPIKeys(as: stranger.principal).isEmpty)
            try await refuses("not-found") { try await client.world.installation.revokeAPIKey(as: stranger.principal, key.key.id) }
            try await refuses("not-found") {
                try await client.world.installation.createAPIKey(
                    as: stranger.principal, account: client.account, label: "偷", permissions: [.cardRead],
                    expiresAt: client.world.clock.now().adding(days: 1))
            }
            _ = try await client.world.installation.authenticate(key.secret.text)
        }
    }

    @Test func `a key has no password, no second factor and no sign-out`() async throws {
        try await withClient { client in
            let machine = try await client.world.installation.authenticate(client.key().secret.text)
            let installation = client.world.installation
            try await refuses("not-permitted") { try await installation.signOut(as: machine) }
            try await refuses("not-permitted") { try await installation.beginSecondFactor(as: machine) }
            try await refuses("not-permitted") { try await installation.changePassword(as: machine, current: "", new: goodPassword) }
            let own = try await installation.readSession(as: machine)
            #expect(own.session == nil)
            #expect(own.account.login == "client-1")
        }
    }

    @Test func `keys go on behind the last of a page, and accounts are told by where they stand`() async throws {
        try await withClient { client in
            let installation = client.world.installation
            for _ in 0..<3 { _ = try await client.key() }
            let all = try await installation.listAPIKeys(as: client.administrator, account: client.account).map(\.id)
            try #require(all.count == 3)
            #expect(try await installation.listAPIKeys(as: client.administrator, after: all[0], limit: 1).map(\.id) == [all[1]])
            #expect(try await installation.listAPIKeys(as: client.administrator, after: all[2]).isEmpty)
            let invited = try await installation.createAccount(
                as: client.administrator, organisation: client.agent.id, roles: [.agentClerk])
            let waiting = try await installation.listAccounts(as: client.administrator, status: .invited)
            #expect(waiting.map(\.id) == [invited.account.id])
            #expect(try await installation.listAccounts(as: client.administrator, status: .dismissed).isEmpty)
        }
    }
}
