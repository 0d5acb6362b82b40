import Records
import Registry
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

    @Test func `an administrator makes an agent and its manager, who signs in`() async throws {
        try await withWorld { world in
            let administrator = try await world.administrator()
            let agent = try await world.organisation(.agent, "甲代理", by: administrator.principal)
            let manager = try await world.staff([.agentManager], in: agent.id, login: "manager-1", by: administrator.principal)
            #expect(manager.principal.scope == .subtree(organisation: agent.id, path: agent.path))
            #expect(try await world.installation.authenticate(manager.token) == manager.principal)
        }
    }
}
