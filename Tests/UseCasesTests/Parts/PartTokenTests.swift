import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("The token by which an app completes a person's part")
struct PartTokenTests {
    @Test func `it has the narrowest permission, which no role, no key and not even the program itself holds`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let link = try await parts.issue()
            let admitted = try await world.installation.admitToPart(link.code, device: nil)
            let person = try await world.installation.authenticate(admitted.token.text)
            #expect(person.permissions == [.partComplete] && person.means == .partLink && person.isPerson)
            #expect(try person.demandPart().link == link.id)
            #expect(throws: Refusal.self) { try person.demandSeat() }
            #expect(StaffRole.allCases.allSatisfy { !$0.permissions.contains(.partComplete) })
            #expect(!Principal.system.permissions.contains(.partComplete))
            #expect(Permission.partComplete.isForPersonsOnly && Permission.personalRegister.isForPersonsOnly)
            // The code of the link is no token, nor the token a code.
            #expect(try await refusalCode { _ = try await world.installation.authenticate(link.code) } == "token-refused")
            #expect(try await world.installation.principal(atPart: admitted.token.text) == nil)
        }
    }

    @Test func `it is one of its own device, whatever secret is shown besides; a browser that has the same secret is the same device`()
        async throws
    {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let link = try await parts.issue()
            let admitted = try await world.installation.admitToPart(link.code, device: PartJob.phone)
            #expect(admitted.device == PartJob.phone)
            let person = try await world.installation.authenticate(admitted.token.text)
            try await parts.agree(person, device: PartJob.otherPhone)
            try await parts.save(person, InventedPapers.successor, device: PartJob.otherPhone)
            let inBrowser = try await parts.enter(link)
            func name(_ device: String) async throws -> String? {
                try await world.installation.readPart(as: inBrowser, device: device).facts.name
            }
            #expect(try await name(PartJob.phone) == InventedPapers.successor.name)
            #expect(try await name(PartJob.otherPhone) == nil)
            // Without a secret a browser is no device, and takes nothing.
            #expect(
                try await refusalCode {
                    _ = try await world.installation.savePart(as: inBrowser, version: 2, InventedPapers.successor)
                } == "part-link-not-open")
        }
    }

    @Test func `its link is read once, whether a browser comes in by it or an app`() async throws {
        let world = try await World.make(observing: true)
        do {
            let store = try #require(world.installation.engine as? ObservingStore)
            func run(_ body: () async throws -> Void) async throws -> Int {
                let before = store.statementsRun
                try await body()
                return store.statementsRun - before
            }
            let parts = try await PartJob.prepare(in: world)
            let link = try await parts.issue()
            _ = try await world.installation.openPart(link.code, device: PartJob.phone)
            #expect(!store.statements.contains { $0.text.contains("WHERE l.id =") })
            // What an app has besides is its token, one statement of an act of its own.
            let act = try await run {
                _ = try await world.installation.store.write { try $0.count("SELECT COUNT(*) FROM part_token") }
            }
            let opened = try await run { _ = try await world.installation.openPart(link.code, device: PartJob.phone) }
            let admitted = try await run { _ = try await world.installation.admitToPart(link.code, device: PartJob.phone) }
            #expect(admitted == opened + act)
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    @Test func `it is forgotten when its time is over`() async throws {
        try await withWorld { world in
            let parts = try await PartJob.prepare(in: world)
            let link = try await parts.issue()
            _ = try await world.installation.admitToPart(link.code, device: nil)
            func kept() async throws -> Int {
                try await world.installation.store.read { try $0.count("SELECT COUNT(*) FROM part_token") }
            }
            try await world.installation.purgePersonal()
            #expect(try await kept() == 1)
            world.clock.move(seconds: world.installation.settings.seatSeconds)
            try await world.installation.purgePersonal()
            #expect(try await kept() == 0)
        }
    }
}
