import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct AccessTokenTests {
    private func withClerk(_ body: (World, Staff, Staff) async throws -> Void) async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let agent = try await world.organisation(.agent, "甲代理", by: administrator.principal)
            let clerk = try await world.staff([.agentClerk], in: agent.id, login: "clerk-1", by: administrator.principal)
            try await body(world, administrator, clerk)
        }
    }

    private func dismiss(_ staff: Staff, by administrator: Staff, in world: World) async throws {
        let account = try await world.installation.readAccount(as: administrator.principal, staff.account)
        _ = try await world.installation.updateAccount(
            as: administrator.principal, staff.account, ifVersion: account.version, AccountChange(status: .dismissed))
    }

    @Test(arguments: ["", "sm_at_", "Bearer x", "sm_at_" + String(repeating: "A", count: 43), String(repeating: "sm_at_", count: 100_000)])
    func `a token that nobody issued proves nothing`(token: String) async throws {
        try await withWorld { world in
            try await refuses("token-refused") { try await world.installation.authenticate(token) }
            try await refuses("token-refused") { try await world.installation.refreshSession(token) }
        }
    }

    @Test func `refresh and enrolment tokens are no access tokens`() async throws {
        try await withClerk { world, administrator, clerk in
            let enrolment = try await world.installation.renewEnrolment(as: administrator.principal, account: clerk.account)
            for token in [enrolment.text, administrator.signedIn.refresh.text] {
                try await refuses("token-refused") { try await world.installation.authenticate(token) }
            }
            try await refuses("token-refused") { try await world.installation.refreshSession(administrator.token) }
        }
    }

    @Test func `an access token ends with its time, cached or not`() async throws {
        try await withClerk { world, _, clerk in
            world.clock.set(Instant(milliseconds: clerk.signedIn.access.expiresAt.milliseconds - 1))
            _ = try await world.installation.authenticate(clerk.token)
            world.clock.set(clerk.signedIn.access.expiresAt)
            try await refuses("token-refused") { try await world.installation.authenticate(clerk.token) }
        }
    }

    @Test func `a dismissed clerk's token stops at once here, and within five seconds on another server`() async throws {
        try await withClerk { world, administrator, clerk in
            let other = try await world.secondServer()
            _ = try await world.installation.authenticate(clerk.token)
            _ = try await other.authenticate(clerk.token)
            try await dismiss(clerk, by: administrator, in: world)
            try await refuses("token-refused") { try await world.installation.authenticate(clerk.token) }
            world.clock.move(seconds: 5)
            try await refuses("token-refused") { try await other.authenticate(clerk.token) }
            try await refuses("token-refused") { try await world.installation.refreshSession(clerk.signedIn.refresh.text) }
            try await refuses("sign-in-refused") { try await world.signIn(clerk) }
        }
    }

    @Test func `changed roles hold for tokens already issued`() async throws {
        try await withClerk { world, administrator, clerk in
            _ = try await world.installation.authenticate(clerk.token)
            let account = try await world.installation.readAccount(as: administrator.principal, clerk.account)
            _ = try await world.installation.updateAccount(
                as: administrator.principal, clerk.account, ifVersion: account.version, AccountChange(roles: [.agentManager]))
            #expect(try await world.installation.authenticate(clerk.token).permissions == StaffRole.agentManager.permissions)
        }
    }

    @Test func `a refresh token gives a fresh pair of the same sign-in`() async throws {
        try await withClerk { world, _, clerk in
            world.clock.move(seconds: 1_000)
            let renewed = try await world.installation.refreshSession(clerk.signedIn.refresh.text)
            #expect(renewed.session == clerk.signedIn.session)
            #expect(renewed.principal == clerk.principal)
            #expect(renewed.refresh.expiresAt > clerk.signedIn.refresh.expiresAt)
            _ = try await world.installation.authenticate(renewed.access.text)
            _ = try await world.installation.refreshSession(renewed.refresh.text)
        }
    }

    @Test func `a refresh token that comes twice ends the whole sign-in and no other`() async throws {
        try await withClerk { world, _, clerk in
            let other = try await world.signIn(clerk)
            let renewed = try await world.installation.refreshSession(clerk.signedIn.refresh.text)
            _ = try await world.installation.authenticate(renewed.access.text)
            for _ in 1...3 {
                try await refuses("token-refused") { try await world.installation.refreshSession(clerk.signedIn.refresh.text) }
            }
            for token in [clerk.token, renewed.access.text] {
                try await refuses("token-refused") { try await world.installation.authenticate(token) }
            }
            try await refuses("token-refused") { try await world.installation.refreshSession(renewed.refresh.text) }
            _ = try await world.installation.authenticate(other.access.text)
            #expect(try await world.entries("session.token-reused") == 1)
        }
    }

    @Test func `within a grace a second server gives the same pair again, and what comes later ends the sign-in`() async throws {
        try await withClerk { world, _, clerk in
            let other = try await world.secondServer(on: world.installation.store)
            let token = clerk.signedIn.refresh.text
            let renewed = try await world.installation.refreshSession(token, graceSeconds: 30)
            #expect(Set([clerk.token, token, renewed.access.text, renewed.refresh.text]).count == 4)
            world.clock.move(seconds: 29)
            #expect(try await other.refreshSession(token, graceSeconds: 30) == renewed)
            #expect(try await world.entries("session.refreshed") == 1)
            #expect(try await world.entries("session.token-reused") == 0)
            world.clock.move(seconds: 1)
            try await refuses("token-refused") { try await other.refreshSession(token, graceSeconds: 30) }
            try await refuses("token-refused") { try await other.refreshSession(renewed.refresh.text, graceSeconds: 30) }
            #expect(try await world.entries("session.token-reused") == 1)
        }
    }

    @Test func `of refreshes at once with one token, at most one pair comes out`() async throws {
        try await withClerk { world, _, clerk in
            let pairs = await withTaskGroup(of: Bool.self) { group in
                for _ in 1...8 {
                    group.addTask { (try? await world.installation.refreshSession(clerk.signedIn.refresh.text)) != nil }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(pairs == 1)
        }
    }

    @Test func `no sign-in outlives its longest time, however often it is refreshed`() async throws {
        try await withClerk { world, _, clerk in
            var refresh = clerk.signedIn.refresh
            let end = world.clock.now().adding(seconds: world.installation.settings.sessionSecondsMax)
            while refresh.expiresAt < end {
                world.clock.set(Instant(milliseconds: refresh.expiresAt.milliseconds - 1_000))
                refresh = try await world.installation.refreshSession(refresh.text).refresh
            }
            #expect(refresh.expiresAt == end)
            world.clock.set(end)
            try await refuses("token-refused") { try await world.installation.refreshSession(refresh.text) }
        }
    }

    @Test func `signing out ends all tokens of this sign-in and of no other`() async throws {
        try await withClerk { world, _, clerk in
            let other = try await world.signIn(clerk)
            _ = try await world.installation.authenticate(clerk.token)
            try await world.installation.signOut(as: clerk.principal)
            try await refuses("token-refused") { try await world.installation.authenticate(clerk.token) }
            try await refuses("token-refused") { try await world.installation.refreshSession(clerk.signedIn.refresh.text) }
            #expect(try await world.installation.authenticate(other.access.text) == other.principal)
        }
    }

    @Test func `sign-ins are listed and one of them is ended`() async throws {
        try await withClerk { world, administrator, clerk in
            world.clock.move(seconds: 1)
            let other = try await world.installation.signIn(login: clerk.login, password: clerk.password, label: "terminal\u{7}")
            let sessions = try await world.installation.listSessions(as: clerk.principal)
            #expect(sessions.map(\.id) == [clerk.signedIn.session, other.session])
            #expect(sessions.map(\.isCurrent) == [true, false])
            #expect(sessions.map(\.label) == ["", "terminal"])
            #expect(try await world.installation.listSessions(as: administrator.principal, of: clerk.account).count == 2)
            try await refuses("not-permitted") { try await world.installation.listSessions(as: clerk.principal, of: administrator.account) }
            try await world.installation.revokeSession(as: clerk.principal, other.session)
            try await refuses("token-refused") { try await world.installation.authenticate(other.access.text) }
            try await refuses("not-found") { try await world.installation.revokeSession(as: clerk.principal, other.session) }
            try await refuses("not-found") {
                try await world.installation.revokeSession(as: clerk.principal, administrator.signedIn.session)
            }
            try await refuses("not-permitted") {
                try await world.installation.revokeSession(
                    as: clerk.principal, administrator.signedIn.session, of: administrator.account)
            }
            try await world.installation.revokeSession(as: administrator.principal, clerk.signedIn.session, of: clerk.account)
            try await refuses("token-refused") { try await world.installation.authenticate(clerk.token) }
        }
    }

    @Test func `one reads who one is`() async throws {
        try await withClerk { world, _, clerk in
            let own = try await world.installation.readSession(as: clerk.principal)
            #expect(own.account.login == "clerk-1")
            #expect(own.account.roles == [.agentClerk])
            #expect(own.organisation.name == "甲代理")
            #expect(own.session?.id == clerk.signedIn.session)
            #expect(own.needsSecondFactorSetUp == false)
        }
    }

    @Test func `tokens that ended a day ago are purged, live ones stay`() async throws {
        try await withClerk { world, _, clerk in
            #expect(try await world.installation.purgeExpiredTokens() == 0)
            world.clock.move(days: 3)
            let signedIn = try await world.signIn(clerk)
            let purged = try await world.installation.purgeExpiredTokens()
            #expect(purged == 6)
            #expect(try await world.installation.authenticate(signedIn.access.text) == signedIn.principal)
            #expect(try await world.installation.purgeExpiredTokens() == 0)
            #expect(try await world.entries("tokens.purged") == 1)
        }
    }
}
