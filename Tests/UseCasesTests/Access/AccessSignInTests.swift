import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct AccessSignInTests {
    /// A clerk of an agent; no second factor in the way.
    private func withClerk(_ body: (World, Staff, Staff) async throws -> Void) async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let agent = try await world.organisation(.agent, "甲代理", by: administrator.principal)
            let clerk = try await world.staff([.agentClerk], in: agent.id, login: "clerk-1", by: administrator.principal)
            try await body(world, administrator, clerk)
        }
    }

    @Test(arguments: [("clerk-1", "wrong password indeed"), ("nobody-1", goodPassword), ("", ""), ("李雷", goodPassword), ("clerk-1", "")])
    func `a wrong name and a wrong password get the same answer`(login: String, password: String) async throws {
        try await withClerk { world, _, _ in
            try await refuses("sign-in-refused") { try await world.installation.signIn(login: login, password: password) }
            #expect(try await world.entries("session.refused") == 1)
        }
    }

    @Test func `capital letters in a login name do not matter`() async throws {
        try await withClerk { world, _, clerk in
            let signedIn = try await world.installation.signIn(login: "Clerk-1", password: clerk.password)
            #expect(signedIn.principal.account == clerk.account)
        }
    }

    @Test(arguments: ["clerk-1", "nobody-1"])
    func `after three failures one waits, then it works again`(login: String) async throws {
        try await withClerk { world, _, clerk in
            for _ in 1...3 {
                try await refuses("sign-in-refused") { try await world.installation.signIn(login: login, password: "wrong") }
            }
            try await refuses("sign-in-slowed") { try await world.installation.signIn(login: login, password: clerk.password) }
            world.clock.move(seconds: 1)
            let afterwards = try await refusal { try await world.installation.signIn(login: login, password: clerk.password) }
            #expect(afterwards == (login == "clerk-1" ? "nothing" : "sign-in-refused"))
        }
    }

    @Test func `each further failure doubles the wait up to the longest, and a restart forgets nothing`() async throws {
        try await withClerk { world, _, clerk in
            for _ in 1...3 { _ = try await refusal { try await world.installation.signIn(login: "clerk-1", password: "wrong") } }
            for expected in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] as [Int64] {
                let restarted = try await world.secondServer()
                world.clock.move(seconds: expected - 1)
                try await refuses("sign-in-slowed") { try await restarted.signIn(login: "clerk-1", password: clerk.password) }
                world.clock.move(seconds: 1)
                try await refuses("sign-in-refused") { try await restarted.signIn(login: "clerk-1", password: "wrong") }
            }
            world.clock.move(seconds: 900)
            _ = try await world.installation.signIn(login: "clerk-1", password: clerk.password)
        }
    }

    @Test func `many guesses at once count like one after the other`() async throws {
        try await withClerk { world, _, _ in
            let codes = await withTaskGroup(of: String.self) { group in
                for _ in 1...20 {
                    group.addTask {
                        (try? await refusal { try await world.installation.signIn(login: "clerk-1", password: "wrong") }) ?? "failed"
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.filter { $0 == "sign-in-refused" }.count == 3)
            #expect(codes.filter { $0 == "sign-in-slowed" }.count == 17)
        }
    }

    @Test func `a source that guesses at many names is slowed down`() async throws {
        var settings = Settings()
        settings.signInSourceFailuresFree = 5
        try await withWorld(settings: settings) { world in
            _ = try await world.administrator()
            for number in 1...5 {
                try await refuses("sign-in-refused") {
                        try await world.installation.signIn(login: "guess-\(number)", password: "wrong", source: "192.0.2.1")
                    }
            }
            try await refuses("sign-in-slowed") { try await world.installation.signIn(login: "guess-6", password: "wrong", source: "192.0.2.1") }
            try await refuses("sign-in-refused") { try await world.installation.signIn(login: "guess-6", password: "wrong", source: "192.0.2.2") }
        }
    }

    @Test func `an account that has not enrolled, or is a machine, cannot sign in`() async throws {
        try await withClerk { world, administrator, clerk in
            for kind in [AccountKind.person, .machine] {
                let login = "idle-\(kind.rawValue)"
                _ = try await world.installation.createAccount(
                    as: administrator.principal, organisation: clerk.principal.organisation, kind: kind, roles: [.agentClerk],
                    login: login)
                for password in ["", goodPassword] {
                    try await refuses("sign-in-refused") { try await world.installation.signIn(login: login, password: password) }
                }
            }
        }
    }

    @Test func `accounts of a suspended agent, and of agents below it, neither sign in nor act, until it is taken up again`() async throws {
        try await withClerk { world, administrator, clerk in
            let agent = clerk.principal.organisation
            let below = try await world.organisation(.agent, "乙代理", below: agent, by: administrator.principal)
            let lower = try await world.staff([.agentManager], in: below.id, login: "lower-1", by: administrator.principal)
            _ = try await world.installation.authenticate(lower.token)
            let suspended = try await world.installation.updateOrganisation(
                as: administrator.principal, agent, ifVersion: 1, OrganisationChange(status: .suspended))
            for staff in [clerk, lower] {
                try await refuses("organisation-not-active") { try await world.installation.authenticate(staff.token) }
                try await refuses("organisation-not-active") { try await world.signIn(staff) }
                try await refuses("organisation-not-active") { try await world.installation.refreshSession(staff.signedIn.refresh.text) }
            }
            _ = try await world.installation.updateOrganisation(
                as: administrator.principal, agent, ifVersion: suspended.version, OrganisationChange(status: .active))
            #expect(try await world.installation.authenticate(lower.token) == lower.principal)
            _ = try await world.signIn(clerk)
        }
    }

    @Test func `a password is changed with the current one, and other sign-ins end`() async throws {
        try await withClerk { world, _, clerk in
            let other = try await world.signIn(clerk)
            let changed = "seven quiet lamps at noon"
            try await refuses("sign-in-refused") { try await world.installation.changePassword(as: clerk.principal, current: "wrong", new: changed) }
            try await refuses("password-weak") {
                    try await world.installation.changePassword(as: clerk.principal, current: clerk.password, new: "short")
                }
            try await world.installation.changePassword(as: clerk.principal, current: clerk.password, new: changed)
            #expect(try await world.installation.authenticate(clerk.token) == clerk.principal)
            try await refuses("token-refused") { try await world.installation.authenticate(other.access.text) }
            try await refuses("sign-in-refused") { try await world.signIn(clerk) }
            _ = try await world.installation.signIn(login: clerk.login, password: changed)
        }
    }

    @Test func `a full queue of passwords is a refusal for the moment that counts against nobody`() async throws {
        var settings = Settings()
        settings.passwordQueueMax = 0
        try await withWorld(settings: settings) { world in
            for _ in 1...6 {
                try await refuses("sign-in-busy") { try await world.installation.signIn(login: "nobody-1", password: "wrong") }
            }
        }
    }

    @Test func `no login name of a refused sign-in stands on the trail`() async throws {
        try await withClerk { world, _, _ in
            _ = try await refusal { try await world.installation.signIn(login: "zhang.san.1990", password: "wrong") }
            #expect(
                try await world.installation.store.read { session in
                    try session.exists("SELECT 1 FROM trail_entry WHERE body LIKE '%zhang%'")
                } == false)
        }
    }
}
