import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite struct AccessOrganisationTests {
    /// Two agents side by side, the first with an agent below it; a manager in each of the two.
    private struct Tree {
        let world: World
        let administrator: Staff
        let first: OrganisationRecord
        let second: OrganisationRecord
        let below: OrganisationRecord
        let firstManager: Staff
        let secondManager: Staff
        var installation: Installation { world.installation }
    }

    private func withTree(_ body: (Tree) async throws -> Void) async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let first = try await world.organisation(.agent, "甲代理", by: administrator.principal)
            let second = try await world.organisation(.agent, "乙代理", by: administrator.principal)
            let firstManager = try await world.staff([.agentManager], in: first.id, login: "manager-1", by: administrator.principal)
            let below = try await world.organisation(.agent, "甲代理一部", by: firstManager.principal)
            let secondManager = try await world.staff([.agentManager], in: second.id, login: "manager-2", by: administrator.principal)
            try await body(
                Tree(
                    world: world, administrator: administrator, first: first, second: second, below: below, firstManager: firstManager,
                    secondManager: secondManager))
        }
    }

    @Test func `each sees its own tree and nothing beside or above it`() async throws {
        try await withTree { tree in
            let mine = try await tree.installation.listOrganisations(as: tree.firstManager.principal)
            #expect(Set(mine.map(\.id)) == [tree.first.id, tree.below.id])
            let all = try await tree.installation.listOrganisations(as: tree.administrator.principal)
            #expect(all.count == 4)
            #expect(tree.below.path == tree.first.path.child(4))
            for hidden in [tree.first.id, tree.below.id, tree.administrator.principal.organisation, OrganisationID(high: 1, low: 1)] {
                try await refuses("not-found") {
                    try await tree.installation.readOrganisation(as: tree.secondManager.principal, hidden)
                }
            }
        }
    }

    @Test func `a sibling's organisation cannot be built under, changed or staffed`() async throws {
        try await withTree { tree in
            let stranger = tree.secondManager.principal
            try await refuses("not-found") {
                try await tree.installation.createOrganisation(as: stranger, parent: tree.first.id, kind: .agent, name: "插队")
            }
            try await refuses("not-found") {
                try await tree.installation.updateOrganisation(
                    as: stranger, tree.below.id, ifVersion: 1, OrganisationChange(name: "改名"))
            }
            try await refuses("not-found") {
                try await tree.installation.createAccount(as: stranger, organisation: tree.first.id, roles: [.agentClerk])
            }
            try await refuses("not-found") { try await tree.installation.readAccount(as: stranger, tree.firstManager.account) }
            try await refuses("not-found") {
                try await tree.installation.updateAccount(
                    as: stranger, tree.firstManager.account, ifVersion: 2, AccountChange(status: .dismissed))
            }
            try await refuses("not-found") { try await tree.installation.renewEnrolment(as: stranger, account: tree.firstManager.account) }
            try await refuses("not-found") { try await tree.installation.listContracts(as: stranger, agent: tree.first.id) }
            try await refuses("not-found") { try await tree.installation.listSessions(as: stranger, of: tree.firstManager.account) }
            try await refuses("not-found") {
                try await tree.installation.revokeSession(
                    as: stranger, tree.firstManager.signedIn.session, of: tree.firstManager.account)
            }
            #expect(try await tree.installation.listAccounts(as: stranger).map(\.id) == [tree.secondManager.account])
            #expect(try await tree.installation.listAccounts(as: stranger, organisation: tree.first.id).isEmpty)
        }
    }

    @Test(arguments: [
        (OrganisationKind.agent, OrganisationKind.hall), (.agent, .operatingCompany), (.enterprise, .agent), (.enterprise, .enterprise),
        (.hall, .agent), (.hall, .enterprise),
    ])
    func `a kind stands only where it belongs`(above: OrganisationKind, kind: OrganisationKind) async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let parent = try await world.organisation(above, "上级", by: administrator.principal)
            try await refuses("organisation-kind-not-below") {
                try await world.organisation(kind, "下级", below: parent.id, by: administrator.principal)
            }
        }
    }

    @Test(arguments: ["", "   ", "两\n行", "零宽\u{200b}", String(repeating: "长", count: 201)])
    func `a name that is none is refused`(name: String) async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            try await refuses("organisation-name-invalid") { try await world.organisation(.agent, name, by: administrator.principal) }
        }
    }

    @Test func `of two changes to what was read at the same time, the second is told`() async throws {
        try await withTree { tree in
            let administrator = tree.administrator.principal
            let renamed = try await tree.installation.updateOrganisation(
                as: administrator, tree.first.id, ifVersion: 1, OrganisationChange(name: " 甲代理公司 "))
            #expect(renamed.name == "甲代理公司")
            #expect(renamed.version == 2)
            try await refuses("changed-meanwhile") {
                try await tree.installation.updateOrganisation(
                    as: administrator, tree.first.id, ifVersion: 1, OrganisationChange(status: .suspended))
            }
        }
    }

    @Test func `an organisation is changed from above, and the operating company stays`() async throws {
        try await withTree { tree in
            try await refuses("own-organisation") {
                try await tree.installation.updateOrganisation(
                    as: tree.firstManager.principal, tree.first.id, ifVersion: 1, OrganisationChange(name: "自改"))
            }
            for status in [OrganisationStatus.suspended, .ended] {
                try await refuses("organisation-is-root") {
                    try await tree.installation.updateOrganisation(
                        as: tree.administrator.principal, tree.administrator.principal.organisation, ifVersion: 1,
                        OrganisationChange(status: status))
                }
            }
        }
    }

    @Test func `why an organisation was suspended is read by itself and above, and by no other`() async throws {
        try await withTree { tree in
            let (administrator, first) = (tree.administrator.principal, tree.first.id)
            func change(_ version: Int64, _ change: OrganisationChange) async throws {
                tree.world.clock.move(seconds: 1)
                _ = try await tree.installation.updateOrganisation(as: administrator, first, ifVersion: version, change)
            }
            for reason in ["", "abc", "    ", "因 11010519491231002X 投诉"] {
                await #expect(throws: Refusal.self) { try await change(1, OrganisationChange(status: .suspended, reason: reason)) }
            }
            try await change(1, OrganisationChange(status: .suspended, reason: "未按合同登记"))
            try await change(2, OrganisationChange(name: "改名的代理商", reason: ""))
            try await change(3, OrganisationChange(status: .active, reason: "整改完成"))
            for someone in [administrator, tree.firstManager.principal] {
                let told = try await tree.installation.listStandings(as: someone, of: first)
                #expect(told.map(\.status) == [.active, .suspended])
                #expect(told.map(\.reason) == ["整改完成", "未按合同登记"])
            }
            try await refuses("not-found") {
                try await tree.installation.listStandings(as: tree.secondManager.principal, of: first)
            }
            #expect(try await tree.installation.listStandings(as: administrator, of: tree.below.id).isEmpty)
        }
    }

    @Test func `an organisation ends after those below it, and for good`() async throws {
        try await withTree { tree in
            let administrator = tree.administrator.principal
            let end = OrganisationChange(status: .ended)
            try await refuses("organisation-not-empty") {
                try await tree.installation.updateOrganisation(as: administrator, tree.first.id, ifVersion: 1, end)
            }
            _ = try await tree.installation.updateOrganisation(as: administrator, tree.below.id, ifVersion: 1, end)
            _ = try await tree.installation.updateOrganisation(as: administrator, tree.first.id, ifVersion: 1, end)
            try await refuses("organisation-ended") {
                try await tree.installation.updateOrganisation(
                    as: administrator, tree.first.id, ifVersion: 2, OrganisationChange(status: .active))
            }
            for act in ["organisation", "account"] {
                try await refuses("organisation-not-active") {
                    if act == "account" {
                        _ = try await tree.installation.createAccount(as: administrator, organisation: tree.first.id, roles: [.agentClerk])
                    } else {
                        _ = try await tree.world.organisation(.agent, "新部", below: tree.first.id, by: administrator)
                    }
                }
            }
            try await refuses("organisation-not-active") { try await tree.installation.authenticate(tree.firstManager.token) }
        }
    }

    @Test func `pages follow each other without gap or repeat`() async throws {
        try await withTree { tree in
            for number in 1...7 { _ = try await tree.world.organisation(.hall, "营业厅\(number)", by: tree.administrator.principal) }
            var seen: [OrganisationID] = []
            while true {
                let page = try await tree.installation.listOrganisations(as: tree.administrator.principal, after: seen.last, limit: 3)
                seen += page.map(\.id)
                if page.count < 3 { break }
            }
            #expect(seen.count == 11)
            #expect(Set(seen).count == 11)
            let halls = try await tree.installation.listOrganisations(as: tree.administrator.principal, kind: .hall)
            #expect(halls.count == 7)
        }
    }

    @Test func `an enterprise sees its unit once the unit is linked`() async throws {
        try await withTree { tree in
            let enterprise = try await tree.world.organisation(.enterprise, "示例制造", below: tree.first.id, by: tree.firstManager.principal)
            let manager = try await tree.world.staff(
                [.enterpriseManager], in: enterprise.id, login: "enterprise-1", by: tree.firstManager.principal)
            #expect(manager.principal.scope == .subtree(organisation: enterprise.id, path: enterprise.path))
            let unit = PartyID(high: 7, low: 7)
            let now = tree.world.clock.now()
            try await tree.installation.store.write { session in
                try OrganisationRecords.link(enterprise.id, unit: unit, at: now, in: session)
            }
            tree.world.clock.move(seconds: 5)
            #expect(
                try await tree.installation.authenticate(manager.token).scope
                    == .unit(unit, organisation: enterprise.id, path: enterprise.path))
        }
    }

    @Test func `clerks and auditors make no organisations`() async throws {
        try await withTree { tree in
            let clerk = try await tree.world.staff([.agentClerk], in: tree.first.id, login: "clerk-1", by: tree.firstManager.principal)
            let auditor = try await tree.world.staff(
                [.auditor], in: tree.administrator.principal.organisation, login: "auditor-1", by: tree.administrator.principal)
            for staff in [clerk, auditor] {
                try await refuses("not-permitted") { try await tree.world.organisation(.agent, "私设", by: staff.principal) }
            }
        }
    }
}
