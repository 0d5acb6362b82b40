import Records
import SQLCore
import TestKit
import Testing
import UseCases

/// What a limit meant for requests must not end, where the store is large (PostgresStoreTests/LongActTests hold what that means there).
@Suite("Acts that look at everything")
struct LongActTests {
    @Test func `a check of the store and every count say so, and what looks at little does not`() async throws {
        let world = try await World.make(observing: true)
        do {
            let job = try await MainJob.prepare(in: world, cards: 3)
            _ = try await job.registered()
            let (shiming, store) = (world.installation, try #require(world.installation.engine as? ObservingStore))
            // The steps of the schema were such acts too.
            let before = store.longActs
            #expect(try await shiming.checkStore(files: false).isSound)
            #expect(store.longActs == before + 1)
            _ = try await shiming.countCards(as: job.administrator)
            #expect(store.longActs == before + 2)
            _ = try await shiming.reviewFigures(as: job.reviewer)
            #expect(store.longActs == before + 3)
            _ = try await shiming.agentPerformance(as: job.administrator, of: job.agent.id)
            #expect(store.longActs == before + 4)
            _ = try await shiming.countGaps(as: job.administrator)
            #expect(store.longActs == before + 5)
            _ = try await shiming.gapReport(as: job.administrator)
            #expect(store.longActs == before + 5)
            await world.end()
        } catch {
            await world.end()
            throw error
        }
    }
}
