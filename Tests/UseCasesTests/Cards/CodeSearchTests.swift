import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Codes in the search box")
struct CodeSearchTests {
    private static let unit = InventedPapers.unit.documentNumber ?? ""

    @Test func `registrations and units are found by their codes in capitals or not, each within its reader's reach`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 2), world.installation)
            let begun = try await job.registered()
            let unit = try #require(try await shiming.listUnits(as: job.clerk, code: Self.unit, name: nil, after: nil, limit: 1).first)
            let small = begun.code.lowercased()
            let expected: [String: CodeFound] = [
                begun.code: .registration(begun.registration), small: .registration(begun.registration), Self.unit: .unit(unit.party),
            ]
            for someone in [job.reviewer, job.clerk] {
                let found = try await shiming.searchCodes(
                    as: someone, [begun.code, small, Self.unit, begun.code, "nonsense", "", job.iccids[0]])
                #expect(found == expected)
            }
            #expect(try await shiming.searchCodes(as: job.otherClerk, [begun.code, Self.unit]).isEmpty)
            #expect(try await shiming.searchCodes(as: job.reviewer, []).isEmpty)
            // Its beginning is not its code.
            #expect(try await shiming.searchCodes(as: job.reviewer, [String(begun.code.dropLast()), "%", begun.code + "'"]).isEmpty)
        }
    }

    @Test func `many codes cost as few statements as one`() async throws {
        let world = try await World.make(observing: true)
        do {
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.registered()
            let store = try #require(world.installation.engine as? ObservingStore)
            func statements(_ codes: [String]) async throws -> Int {
                let before = store.statementsRun
                #expect(try await world.installation.searchCodes(as: job.clerk, codes)[begun.code] == .registration(begun.registration))
                return store.statementsRun - before
            }
            let few = try await statements([begun.code, "X"])
            #expect(try await statements((0..<300).map { "X-\($0)" } + [begun.code]) == few)
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    @Test func `more at once than are looked for, and whoever may see no registrations, are refused`() async throws {
        var settings = Settings()
        settings.searchNumbersMax = 3
        try await withWorld(settings: settings) { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
            #expect(try await shiming.searchCodes(as: job.clerk, ["A", "B", "C"]).isEmpty)
            #expect(
                try await refusalCode { _ = try await shiming.searchCodes(as: job.clerk, ["A", "B", "C", "D"]) } == "search-too-large")
            let nobody = Principal(
                account: job.clerk.account, organisation: job.clerk.organisation,
                permissions: job.clerk.permissions.subtracting([.registrationRead]), scope: job.clerk.scope, means: .session)
            await #expect(throws: Refusal.notPermitted) { try await shiming.searchCodes(as: nobody, ["A"]) }
        }
    }
}
