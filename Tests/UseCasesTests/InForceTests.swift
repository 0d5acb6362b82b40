import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("What is in force")
struct InForceTests {
    @Test func `settings are told with value, default and meaning in both languages`() async throws {
        var settings = Settings()
        settings.purgeDays = 60
        try await withWorld(settings: settings) { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let found = try await world.installation.readInForce(as: job.compliance)
            #expect(found.settings.count == Settings.meanings.count && found.settings.count > 80)
            let purge = try #require(found.settings.first { $0.name == "purge-days" })
            #expect(purge.value == 60 && purge.standard == 90)
            for setting in found.settings {
                #expect(!setting.meaning.en.isEmpty && setting.meaning.zh.contains { $0.isLetter && !$0.isASCII }, "\(setting.name)")
                // What is told can be said at the start by the same name.
                var copy = Settings()
                #expect(copy.set(setting.name, to: setting.standard) && copy.value(of: setting.name) == setting.standard, "\(setting.name)")
            }
            #expect(found.evidence == .folder && found.outside.isEmpty)
        }
    }

    @Test func `who is asked and told is named by host alone, with its state`() async throws {
        let (provider, mail) = (ScriptedProvider(), ScriptedNotifier())
        try await withWorld(
            verification: VerificationProviders(authority: provider, face: provider), notifiers: Notifiers(mail: mail)
        ) { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            await mail.rest(.open(until: world.clock.now().adding(seconds: 30)))
            let outside = try await world.installation.readInForce(as: job.administrator).outside
            #expect(outside.map(\.work) == [.authority, .face, .notice(.mail)])
            #expect(outside.map(\.name) == ["provider.example.test", "provider.example.test", "receiver.example.test"])
            #expect(outside.map { $0.state.rests(at: world.clock.now()) } == [false, false, true])
        }
    }

    @Test func `it is nobody's business but the operating company's administrators and compliance`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let scope = Scope.subtree(organisation: job.agent.id, path: job.agent.path)
            let manager = MainJob.staff([.agentManager], in: job.agent.id, scope: scope, 78)
            for someone in [manager, job.clerk, job.reviewer, job.auditor] {
                await #expect(throws: Refusal.notPermitted) { try await world.installation.readInForce(as: someone) }
            }
        }
    }
}
