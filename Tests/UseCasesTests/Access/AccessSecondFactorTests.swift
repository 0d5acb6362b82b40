import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct AccessSecondFactorTests {
    private func withReviewer(_ body: (World, Staff, Staff) async throws -> Void) async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let reviewer = try await world.staff(
                [.reviewer], in: administrator.principal.organisation, login: "reviewer-1", by: administrator.principal)
            try await body(world, administrator, reviewer)
        }
    }

    @Test func `a role that decides signs in with a code, and each code once`() async throws {
        try await withReviewer { world, _, reviewer in
            let (login, password) = (reviewer.login, reviewer.password)
            let secret = try #require(reviewer.secret)
            try await refuses("second-factor-required") { try await world.installation.signIn(login: login, password: password) }
            try await refuses("second-factor-wrong") { try await world.signIn(reviewer) }
            world.clock.move(seconds: 30)
            let code = world.code(secret)
            _ = try await world.installation.signIn(login: login, password: password, code: code)
            try await refuses("second-factor-wrong") { try await world.installation.signIn(login: login, password: password, code: code) }
        }
    }

    @Test func `of sign-ins at once with one code, one succeeds`() async throws {
        try await withReviewer { world, _, reviewer in
            world.clock.move(seconds: 30)
            let successes = await withTaskGroup(of: Bool.self) { group in
                for _ in 1...3 { group.addTask { (try? await world.signIn(reviewer)) != nil } }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(successes == 1)
        }
    }

    @Test(arguments: ["", "000000", "abcdef", "12345", "1234567", "١٢٣٤٥٦"])
    func `a wrong code is refused`(code: String) async throws {
        try await withReviewer { world, _, reviewer in
            world.clock.move(seconds: 30)
            try #require(code != world.code(reviewer.secret ?? ""))
            try await refuses("second-factor-wrong") {
                try await world.installation.signIn(login: reviewer.login, password: reviewer.password, code: code)
            }
        }
    }

    @Test func `guessing codes slows down, and a right password alone does not begin the count anew`() async throws {
        try await withReviewer { world, _, reviewer in
            world.clock.move(seconds: 30)
            for _ in 1...3 {
                try await refuses("second-factor-required") {
                    try await world.installation.signIn(login: reviewer.login, password: reviewer.password)
                }
                try await refuses("second-factor-wrong") {
                    try await world.installation.signIn(login: reviewer.login, password: reviewer.password, code: "000000")
                }
            }
            try await refuses("sign-in-slowed") { try await world.signIn(reviewer) }
        }
    }

    @Test func `without a second factor set up, a role that needs one may set it up and nothing else`() async throws {
        try await withWorld { world in
            let start = try #require(try await world.installation.firstStart(companyName: "示例运营公司"))
            let enrolled = try await world.installation.acceptEnrolment(
                token: start.enrolment.text, login: "first.administrator", password: goodPassword)
            let signedIn = try await world.installation.signIn(login: "first.administrator", password: goodPassword)
            #expect(signedIn.needsSecondFactorSetUp)
            let principal = try await world.installation.authenticate(signedIn.access.text)
            #expect(principal.means == .incompleteSession)
            #expect(principal.permissions.isEmpty)
            let installation = world.installation
            try await refuses("second-factor-not-set-up") { try await installation.listAccounts(as: principal) }
            try await refuses("second-factor-not-set-up") { try await installation.listSessions(as: principal) }
            try await refuses("second-factor-not-set-up") {
                try await installation.changePassword(as: principal, current: goodPassword, new: "x")
            }
            #expect(try await installation.readSession(as: principal).needsSecondFactorSetUp)

            let another = try await installation.signIn(login: "first.administrator", password: goodPassword)
            let secret = try await installation.beginSecondFactor(as: principal)
            #expect(secret.text != enrolled.secondFactor?.text)
            #expect(secret.address.hasPrefix("otpauth://totp/Shiming:first.administrator?secret=\(secret.text)"))
            try await refuses("second-factor-wrong") { try await installation.confirmSecondFactor(as: principal, code: "000000") }
            try await installation.confirmSecondFactor(as: principal, code: world.code(secret.text))
            #expect(try await installation.authenticate(signedIn.access.text).permissions == StaffRole.administrator.permissions)
            try await refuses("token-refused") { try await installation.authenticate(another.access.text) }
            try await refuses("second-factor-required") {
                try await installation.signIn(login: "first.administrator", password: goodPassword)
            }
        }
    }

    @Test func `a second look at the page makes no other secret, and leaves the one of the enrolment`() async throws {
        try await withWorld { world in
            let installation = world.installation
            let start = try #require(try await installation.firstStart(companyName: "示例运营公司"))
            let enrolled = try await installation.acceptEnrolment(
                token: start.enrolment.text, login: "first.administrator", password: goodPassword)
            let token = try await installation.signIn(login: "first.administrator", password: goodPassword).access.text
            let principal = try await installation.authenticate(token)
            #expect(try await installation.beginSecondFactorAtFirstLook(as: principal) == nil)
            try await installation.confirmSecondFactor(as: principal, code: world.code(enrolled.secondFactor?.text ?? ""))
            #expect(try await installation.authenticate(token).means == .session)
        }
    }

    @Test func `confirming without having begun is refused`() async throws {
        try await withReviewer { world, _, reviewer in
            try await refuses("second-factor-not-begun") {
                try await world.installation.confirmSecondFactor(as: reviewer.principal, code: "000000")
            }
        }
    }

    @Test func `a second factor is replaced only with a code of the old one`() async throws {
        try await withReviewer { world, _, reviewer in
            let old = try #require(reviewer.secret)
            try await refuses("second-factor-required") { try await world.installation.beginSecondFactor(as: reviewer.principal) }
            try await refuses("second-factor-wrong") {
                try await world.installation.beginSecondFactor(as: reviewer.principal, code: "000000")
            }
            world.clock.move(seconds: 60)
            let fresh = try await world.installation.beginSecondFactor(as: reviewer.principal, code: world.code(old))
            world.clock.move(seconds: 60)
            // Until the new one is proved the old one holds.
            _ = try await world.signIn(reviewer)
            try await world.installation.confirmSecondFactor(as: reviewer.principal, code: world.code(fresh.text))
            world.clock.move(seconds: 60)
            try await refuses("second-factor-wrong") { try await world.signIn(reviewer) }
            _ = try await world.installation.signIn(login: reviewer.login, password: reviewer.password, code: world.code(fresh.text))
            let destroyed = try await world.installation.store.read { session in
                try session.count("SELECT COUNT(*) FROM data_key WHERE wrapped IS NULL")
            }
            #expect(destroyed == 1)
        }
    }

    @Test func `where the password is asked too, a wrong one begins nothing and takes no code`() async throws {
        try await withReviewer { world, _, reviewer in
            let old = try #require(reviewer.secret)
            world.clock.move(seconds: 60)
            for wrong in ["", reviewer.password + "x"] {
                try await refuses("sign-in-refused") {
                    try await world.installation.beginSecondFactor(as: reviewer.principal, code: world.code(old), password: wrong)
                }
            }
            try await refuses("second-factor-not-begun") {
                try await world.installation.confirmSecondFactor(as: reviewer.principal, code: world.code(old))
            }
            try await refuses("second-factor-required") {
                try await world.installation.beginSecondFactor(as: reviewer.principal, password: reviewer.password)
            }
            let fresh = try await world.installation.beginSecondFactor(
                as: reviewer.principal, code: world.code(old), password: reviewer.password)
            try await world.installation.confirmSecondFactor(as: reviewer.principal, code: world.code(fresh.text))
            // Who renewed it goes on; who has the old one alone does not come in.
            #expect(try await world.installation.authenticate(reviewer.token).means == .session)
            world.clock.move(seconds: 60)
            try await refuses("second-factor-wrong") { try await world.signIn(reviewer) }
        }
    }

    @Test func `a sign-in that gained a role with a second factor must set one up first`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let seller = try await world.staff(
                [.accountManager], in: administrator.principal.organisation, login: "seller-1", by: administrator.principal)
            #expect(try await world.installation.authenticate(seller.token).means == .session)
            let account = try await world.installation.readAccount(as: administrator.principal, seller.account)
            _ = try await world.installation.updateAccount(
                as: administrator.principal, seller.account, ifVersion: account.version,
                AccountChange(roles: [.accountManager, .reviewer]))
            #expect(try await world.installation.authenticate(seller.token).means == .incompleteSession)
        }
    }
}
