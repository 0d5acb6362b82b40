import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct AccessEnrolmentTests {
    @Test func `the first start leads to an administrator who is signed in`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let principal = try await world.installation.authenticate(administrator.token)
            #expect(principal == administrator.principal)
            #expect(principal.scope == .everything)
            #expect(principal.means == .session)
            #expect(principal.permissions == StaffRole.administrator.permissions)
            #expect(try await world.installation.firstStart(companyName: "示例") == nil)
        }
    }

    @Test func `until somebody has enrolled every start offers a fresh token and ends the one before`() async throws {
        try await withWorld { world in
            let first = try #require(try await world.installation.firstStart(companyName: "示例运营公司"))
            let second = try #require(try await world.installation.firstStart(companyName: "另一名称"))
            #expect(first.organisation == second.organisation)
            #expect(first.account == second.account)
            #expect(first.enrolment.text != second.enrolment.text)
            let login = "first.administrator"
            try await refuses("enrolment-refused") {
                try await world.installation.acceptEnrolment(token: first.enrolment.text, login: login, password: goodPassword)
            }
            let enrolled = try await world.installation.acceptEnrolment(
                token: second.enrolment.text, login: login, password: goodPassword)
            #expect(enrolled.account.status == .active)
            #expect(enrolled.secondFactor != nil)
        }
    }

    @Test func `an administrator makes an agent and its manager, who signs in`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let agent = try await world.organisation(.agent, "甲代理", by: administrator.principal)
            let manager = try await world.staff([.agentManager], in: agent.id, login: "manager-1", by: administrator.principal)
            #expect(manager.principal.scope == .subtree(organisation: agent.id, path: agent.path))
            #expect(try await world.installation.authenticate(manager.token) == manager.principal)
        }
    }

    @Test(arguments: [
        "", "sm_en_", "sm_en_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "sm_at_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "null",
    ])
    func `a token that nobody issued enrols nobody`(token: String) async throws {
        try await withWorld { world in
            _ = try await world.installation.firstStart(companyName: "示例运营公司")
            try await refuses("enrolment-refused") {
                try await world.installation.acceptEnrolment(token: token, login: "somebody", password: goodPassword)
            }
        }
    }

    @Test func `an enrolment token ends with its time`() async throws {
        try await withWorld { world in
            let start = try #require(try await world.installation.firstStart(companyName: "示例运营公司"))
            world.clock.set(start.enrolment.expiresAt)
            try await refuses("enrolment-refused") {
                try await world.installation.acceptEnrolment(token: start.enrolment.text, login: "somebody", password: goodPassword)
            }
        }
    }

    @Test func `of two enrolments with one token at once, one enrols`() async throws {
        try await withWorld { world in
            let start = try #require(try await world.installation.firstStart(companyName: "示例运营公司"))
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for number in 1...8 {
                    group.addTask {
                        (try? await world.installation.acceptEnrolment(
                            token: start.enrolment.text, login: "somebody-\(number)", password: goodPassword)) != nil
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 }.count == 1)
            #expect(try await world.entries("account.enrolled") == 1)
        }
    }

    @Test(arguments: [
        ("short", "password-weak"), ("aaaaaaaaaaaa", "password-weak"), ("1234567890", "password-weak"), ("abcdefghijkl", "password-weak"),
        ("somebody-2026", "password-weak"), (String(repeating: "long", count: 100), "password-weak"),
    ])
    func `a weak password is refused and the token stays good`(password: String, code: String) async throws {
        try await withWorld { world in
            let start = try #require(try await world.installation.firstStart(companyName: "示例运营公司"))
            let token = start.enrolment.text
            try await refuses(code) { try await world.installation.acceptEnrolment(token: token, login: "somebody", password: password) }
            _ = try await world.installation.acceptEnrolment(token: token, login: "somebody", password: goodPassword)
        }
    }

    @Test func `a login name is asked for, well-formed, and one's own`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let agent = try await world.organisation(.agent, "甲代理", by: administrator.principal)
            let created = try await world.installation.createAccount(
                as: administrator.principal, organisation: agent.id, roles: [.agentClerk])
            let token = try #require(created.enrolment).text
            for (login, code) in [
                (nil, "login-needed"), ("李雷", "login-malformed"), ("ab", "login-malformed"), ("has space", "login-malformed"),
                ("first.administrator", "login-taken"), ("FIRST.Administrator", "login-taken"),
            ] as [(String?, String)] {
                try await refuses(code) { try await world.installation.acceptEnrolment(token: token, login: login, password: goodPassword) }
            }
            let proposed = try await world.installation.createAccount(
                as: administrator.principal, organisation: agent.id, roles: [.agentClerk], login: "clerk-7")
            try await refuses("login-differs") {
                try await world.installation.acceptEnrolment(
                    token: proposed.enrolment?.text ?? "", login: "clerk-8", password: goodPassword)
            }
            let enrolled = try await world.installation.acceptEnrolment(
                token: proposed.enrolment?.text ?? "", login: nil, password: goodPassword)
            #expect(enrolled.account.login == "clerk-7")
        }
    }

    @Test func `nobody renews his own enrolment, which would sign him out unawares`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            try await refuses("own-enrolment") {
                try await world.installation.renewEnrolment(as: administrator.principal, account: administrator.account)
            }
            #expect(try await world.installation.authenticate(administrator.token) == administrator.principal)
        }
    }

    @Test func `a renewed enrolment signs out everywhere and takes the second factor away`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let reviewer = try await world.staff(
                [.reviewer], in: administrator.principal.organisation, login: "reviewer-1", by: administrator.principal)
            let token = try await world.installation.renewEnrolment(as: administrator.principal, account: reviewer.account)
            try await refuses("token-refused") { try await world.installation.authenticate(reviewer.token) }
            let enrolled = try await world.installation.acceptEnrolment(
                token: token.text, login: nil, password: "another battery horse staple")
            #expect(enrolled.secondFactor?.text != reviewer.secret)
            #expect(enrolled.account.hasSecondFactor == false)
            world.clock.move(seconds: 30)
            try await refuses("sign-in-refused") { try await world.signIn(reviewer) }
            let signedIn = try await world.installation.signIn(
                login: "reviewer-1", password: "another battery horse staple", code: enrolled.secondFactor.map { world.code($0.text) })
            #expect(signedIn.needsSecondFactorSetUp == false)
        }
    }

    @Test func `no token and no password stands in the store`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let texts = try await world.installation.store.read { session in
                try session.all("SELECT hash, length(hash) FROM access_token") { ($0.blob(0), $0.int(1)) }
            }
            #expect(texts.allSatisfy { $0.0.first == 1 && $0.1 == 32 })
            let kept = try await world.installation.store.read { session in
                try session.all("SELECT password, second_factor FROM account") { ($0.textIfAny(0), $0.blobIfAny(1)) }
            }
            let secret = Array((administrator.secret ?? "").utf8)
            try #require(!secret.isEmpty && !kept.isEmpty)
            for (password, factor) in kept {
                #expect(password?.hasPrefix("$scrypt$") ?? true)
                #expect(factor.map { !$0.contains(secret) } ?? true)
            }
        }
    }
}
