import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite struct AccessAccountTests {
    private static let misplaced: [(StaffRole, OrganisationKind)] = StaffRole.allCases.flatMap { role in
        OrganisationKind.allCases.filter { !role.organisationKinds.contains($0) }.map { (role, $0) }
    }

    @Test func `a role sits only in the kinds of organisation that have it`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator().principal
            var places: [OrganisationKind: OrganisationID] = [.operatingCompany: administrator.organisation]
            for kind in [OrganisationKind.agent, .hall, .enterprise] {
                places[kind] = try await world.organisation(kind, kind.rawValue, by: administrator).id
            }
            for (role, kind) in Self.misplaced {
                let place = try #require(places[kind])
                try await refuses("role-not-in-kind") {
                    try await world.installation.createAccount(as: administrator, organisation: place, roles: [role])
                }
            }
            try await refuses("roles-missing") {
                try await world.installation.createAccount(as: administrator, organisation: administrator.organisation, roles: [])
            }
        }
    }

    @Test func `an account is found by its login within reach, by nothing else and by nobody who may not read accounts`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator().principal
            let agent = try await world.organisation(.agent, "甲代理", by: administrator)
            let other = try await world.organisation(.agent, "乙代理", by: administrator)
            let manager = try await world.staff([.agentManager], in: agent.id, login: "manager-1", by: administrator)
            let clerk = try await world.staff([.agentClerk], in: agent.id, login: "clerk-1", by: administrator)
            let elsewhere = try await world.staff([.agentManager], in: other.id, login: "manager-2", by: administrator)
            #expect(try await world.installation.findAccount(as: administrator, login: "CLERK-1").id == clerk.account)
            #expect(try await world.installation.findAccount(as: manager.principal, login: "clerk-1").id == clerk.account)
            for login in ["clerk", "clerk-12", elsewhere.login, "first.administrator"] {
                try await refuses("not-found") { try await world.installation.findAccount(as: manager.principal, login: login) }
            }
            for login in ["", "a", "clerk 1", "' OR 1=1 --", "职员一号", String(repeating: "a", count: 65)] {
                try await refuses("login-malformed") { try await world.installation.findAccount(as: administrator, login: login) }
            }
            try await refuses("not-permitted") { try await world.installation.findAccount(as: clerk.principal, login: "clerk-1") }
        }
    }

    @Test func `an agent's manager makes managers, clerks and enterprise managers below, and grants nothing else`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator().principal
            let agent = try await world.organisation(.agent, "甲代理", by: administrator)
            let manager = try await world.staff([.agentManager], in: agent.id, login: "manager-1", by: administrator).principal
            let below = try await world.organisation(.agent, "一部", by: manager)
            let enterprise = try await world.organisation(.enterprise, "示例制造", by: manager)
            for (place, role) in [
                (agent.id, StaffRole.agentClerk), (agent.id, .agentManager), (below.id, .agentManager), (enterprise.id, .enterpriseManager),
            ] {
                _ = try await world.installation.createAccount(as: manager, organisation: place, roles: [role])
            }
            try await refuses("not-found") {
                try await world.installation.createAccount(as: manager, organisation: administrator.organisation, roles: [.administrator])
            }
        }
    }

    @Test func `nobody grants more than he holds`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator().principal
            let agent = try await world.organisation(.agent, "甲代理", by: administrator)
            let client = try await world.installation.createAccount(
                as: administrator, organisation: agent.id, kind: .machine, roles: [.agentManager], login: "client-1")
            let key = try await world.installation.createAPIKey(
                as: administrator, account: client.account.id, label: "建号程序", permissions: [.accountManage, .accountRead],
                expiresAt: world.clock.now().adding(days: 30))
            let machine = try await world.installation.authenticate(key.secret.text)
            let clerk = try await world.staff([.agentClerk], in: agent.id, login: "clerk-1", by: administrator)
            try await refuses("grant-exceeds-own") {
                try await world.installation.createAccount(as: machine, organisation: agent.id, roles: [.agentClerk])
            }
            try await refuses("grant-exceeds-own") {
                try await world.installation.updateAccount(
                    as: machine, clerk.account, ifVersion: 2, AccountChange(status: .dismissed))
            }
            try await refuses("grant-exceeds-own") { try await world.installation.renewEnrolment(as: machine, account: clerk.account) }
        }
    }

    @Test func `nobody dismisses himself, were he the only one who manages or not`() async throws {
        try await withWorld { world in
            let first = try await world.administrator()
            let agent = try await world.organisation(.agent, "甲代理", by: first.principal)
            let manager = try await world.staff([.agentManager], in: agent.id, login: "manager-1", by: first.principal)
            // The agent has one manager, the company two administrators.
            _ = try await world.staff(
                [.administrator], in: first.principal.organisation, login: "second.administrator", by: first.principal)
            for staff in [first, manager] {
                let version = try await world.installation.readAccount(as: first.principal, staff.account).version
                try await refuses("own-dismissal") {
                    try await world.installation.updateAccount(
                        as: staff.principal, staff.account, ifVersion: version, AccountChange(status: .dismissed))
                }
                #expect(try await world.installation.authenticate(staff.token) == staff.principal)
            }
        }
    }

    @Test func `the last administrator stays`() async throws {
        try await withWorld { world in
            let first = try await world.administrator()
            let organisation = first.principal.organisation
            let version = try await world.installation.readAccount(as: first.principal, first.account).version
            try await refuses("own-roles") {
                try await world.installation.updateAccount(
                    as: first.principal, first.account, ifVersion: version, AccountChange(roles: [.auditor, .administrator]))
            }
            let second = try await world.staff([.administrator], in: organisation, login: "second.administrator", by: first.principal)
            let seconds = try await world.installation.readAccount(as: first.principal, second.account).version
            _ = try await world.installation.updateAccount(
                as: first.principal, second.account, ifVersion: seconds, AccountChange(status: .dismissed))
            // An administrator who has not enrolled cannot take over.
            let invited = try await world.installation.createAccount(
                as: first.principal, organisation: organisation, roles: [.administrator])
            // As if it had been asked just before.
            try await refuses("last-administrator") {
                try await world.installation.updateAccount(
                    as: second.principal, first.account, ifVersion: version, AccountChange(status: .dismissed))
            }
            let third = try await world.enrol(invited.enrolment?.text ?? "", login: "third.administrator")
            let dismissed = try await world.installation.updateAccount(
                as: third.principal, first.account, ifVersion: version, AccountChange(status: .dismissed))
            #expect(dismissed.status == .dismissed)
            try await refuses("token-refused") { try await world.installation.authenticate(first.token) }
        }
    }

    @Test func `of two administrators who dismiss each other at once, one stays`() async throws {
        try await withWorld { world in
            let first = try await world.administrator()
            let second = try await world.staff(
                [.administrator], in: first.principal.organisation, login: "second.administrator", by: first.principal)
            let versions = try await (
                world.installation.readAccount(as: first.principal, first.account).version,
                world.installation.readAccount(as: first.principal, second.account).version
            )
            async let one = refusal {
                try await world.installation.updateAccount(
                    as: first.principal, second.account, ifVersion: versions.1, AccountChange(status: .dismissed))
            }
            async let other = refusal {
                try await world.installation.updateAccount(
                    as: second.principal, first.account, ifVersion: versions.0, AccountChange(status: .dismissed))
            }
            let outcomes = try await [one, other]
            #expect(Set(outcomes) == ["nothing", "last-administrator"])
        }
    }

    @Test func `nobody takes a role from himself or gives himself another, were others there to manage or not`() async throws {
        try await withWorld { world in
            let first = try await world.administrator()
            let company = first.principal.organisation
            let agent = try await world.organisation(.agent, "甲代理", by: first.principal)
            let second = try await world.staff([.administrator, .auditor], in: company, login: "second.administrator", by: first.principal)
            let manager = try await world.staff([.agentManager, .agentClerk], in: agent.id, login: "manager-1", by: first.principal)
            func own(_ staff: Staff, _ roles: Set<StaffRole>) async throws {
                let version = try await world.installation.readAccount(as: first.principal, staff.account).version
                _ = try await world.installation.updateAccount(
                    as: staff.principal, staff.account, ifVersion: version, AccountChange(roles: roles))
            }
            let others: [(Staff, [Set<StaffRole>])] = [
                (second, [[.administrator], [.auditor], [.administrator, .auditor, .reviewer], [.reviewer]]),
                (manager, [[.agentManager], [.agentClerk]]),
            ]
            for (staff, wanted) in others {
                for roles in wanted { try await refuses("own-roles") { try await own(staff, roles) } }
            }
            // What they are already is no change.
            try await own(manager, [.agentManager, .agentClerk])
            #expect(try await world.installation.authenticate(manager.token).permissions.contains(.accountManage))
        }
    }

    @Test func `from within, an organisation's last person who manages accounts stays; from above he may go`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator().principal
            let agent = try await world.organisation(.agent, "甲代理", by: administrator)
            let manager = try await world.staff([.agentManager], in: agent.id, login: "manager-1", by: administrator)
            // They manage elsewhere, or are no persons, or have not come yet.
            let below = try await world.organisation(.agent, "一部", by: manager.principal)
            _ = try await world.staff([.agentManager], in: below.id, login: "manager-2", by: manager.principal)
            let client = try await world.installation.createAccount(
                as: administrator, organisation: agent.id, kind: .machine, roles: [.agentManager], login: "client-1")
            let invited = try await world.installation.createAccount(as: administrator, organisation: agent.id, roles: [.agentManager])
            let key = try await world.installation.createAPIKey(
                as: administrator, account: client.account.id, label: "账号程序", permissions: StaffRole.agentManager.permissions,
                expiresAt: world.clock.now().adding(days: 30))
            let machine = try await world.installation.authenticate(key.secret.text)
            func change(_ staff: AccountID, by principal: Principal, _ change: AccountChange) async throws -> AccountView {
                let version = try await world.installation.readAccount(as: administrator, staff).version
                return try await world.installation.updateAccount(as: principal, staff, ifVersion: version, change)
            }
            for lost in [AccountChange(status: .dismissed), AccountChange(roles: [.agentClerk])] {
                try await refuses("last-manager") { try await change(manager.account, by: machine, lost) }
            }
            let third = try await world.enrol(invited.enrolment?.text ?? "", login: "manager-3")
            let clerk = try await change(manager.account, by: machine, AccountChange(roles: [.agentClerk]))
            #expect(clerk.roles == [.agentClerk])
            try await refuses("last-manager") { try await change(third.account, by: machine, AccountChange(status: .dismissed)) }
            let gone = try await change(third.account, by: administrator, AccountChange(status: .dismissed))
            #expect(gone.status == .dismissed)
        }
    }

    @Test func `of two managers who take each other's role at once, one keeps it`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator().principal
            let agent = try await world.organisation(.agent, "甲代理", by: administrator)
            let first = try await world.staff([.agentManager], in: agent.id, login: "manager-1", by: administrator)
            let second = try await world.staff([.agentManager], in: agent.id, login: "manager-2", by: administrator)
            let versions = try await (
                world.installation.readAccount(as: administrator, first.account).version,
                world.installation.readAccount(as: administrator, second.account).version
            )
            async let one = refusal {
                try await world.installation.updateAccount(
                    as: first.principal, second.account, ifVersion: versions.1, AccountChange(roles: [.agentClerk]))
            }
            async let other = refusal {
                try await world.installation.updateAccount(
                    as: second.principal, first.account, ifVersion: versions.0, AccountChange(roles: [.agentClerk]))
            }
            let outcomes = try await [one, other]
            #expect(Set(outcomes) == ["nothing", "last-manager"])
        }
    }

    @Test func `dismissal is final and an account is not suspended or revived by hand`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator().principal
            let agent = try await world.organisation(.agent, "甲代理", by: administrator)
            let clerk = try await world.staff([.agentClerk], in: agent.id, login: "clerk-1", by: administrator)
            try await refuses("account-status-invalid") {
                try await world.installation.updateAccount(as: administrator, clerk.account, ifVersion: 2, AccountChange(status: .invited))
            }
            try await refuses("changed-meanwhile") {
                try await world.installation.updateAccount(
                    as: administrator, clerk.account, ifVersion: 1, AccountChange(status: .dismissed))
            }
            let gone = try await world.installation.updateAccount(
                as: administrator, clerk.account, ifVersion: 2, AccountChange(status: .dismissed))
            try await refuses("account-dismissed") {
                try await world.installation.updateAccount(
                    as: administrator, clerk.account, ifVersion: gone.version, AccountChange(status: .active))
            }
            try await refuses("account-dismissed") {
                try await world.installation.renewEnrolment(as: administrator, account: clerk.account)
            }
            try await refuses("login-taken") {
                try await world.installation.createAccount(
                    as: administrator, organisation: agent.id, roles: [.agentClerk], login: "clerk-1")
            }
        }
    }

    @Test func `a pending enrolment ends with dismissal`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator().principal
            let agent = try await world.organisation(.agent, "甲代理", by: administrator)
            let created = try await world.installation.createAccount(as: administrator, organisation: agent.id, roles: [.agentClerk])
            _ = try await world.installation.updateAccount(
                as: administrator, created.account.id, ifVersion: 1, AccountChange(status: .dismissed))
            try await refuses("enrolment-refused") {
                try await world.installation.acceptEnrolment(
                    token: created.enrolment?.text ?? "", login: "clerk-1", password: goodPassword)
            }
        }
    }

    @Test func `clerks neither read nor make accounts`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator().principal
            let agent = try await world.organisation(.agent, "甲代理", by: administrator)
            let clerk = try await world.staff([.agentClerk], in: agent.id, login: "clerk-1", by: administrator).principal
            try await refuses("not-permitted") { try await world.installation.listAccounts(as: clerk) }
            try await refuses("not-permitted") { try await world.installation.readAccount(as: clerk, clerk.account) }
            try await refuses("not-permitted") {
                try await world.installation.createAccount(as: clerk, organisation: agent.id, roles: [.agentClerk])
            }
        }
    }
}
