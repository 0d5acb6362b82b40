import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite struct `Holding an intake while nothing is committed` {
    @Test func `the hold is renewed when a third of it is over, and not before`() async throws {
        try await withCards { cards in
            let intake = try await cards.installation.createIntake(
                as: cards.administrator, IntakeRequest(kind: .stock, batch: "lot-1", product: "m2m-30"), body: CardWorld.file())
            let run = try #require(try await cards.installation.leaseIntake())
            var renewal = LeaseRenewal(run: run)
            let first = try await cards.installation.readIntake(as: cards.administrator, intake.id).leaseUntil
            cards.world.clock.move(seconds: 39)
            try await renewal.renewIfDue()
            #expect(try await cards.installation.readIntake(as: cards.administrator, intake.id).leaseUntil == first)
            cards.world.clock.move(seconds: 1)
            try await renewal.renewIfDue()
            #expect(try await cards.installation.readIntake(as: cards.administrator, intake.id).leaseUntil == first.adding(seconds: 40))
            // Nobody else takes it over after the time of the first hold.
            cards.world.clock.move(seconds: 100)
            #expect(try await cards.installation.leaseIntake() == nil)
        }
    }

    @Test func `a worker whose intake was cancelled meanwhile gives up`() async throws {
        try await withCards { cards in
            let intake = try await cards.installation.createIntake(
                as: cards.administrator, IntakeRequest(kind: .stock, batch: "lot-1", product: "m2m-30"), body: CardWorld.file())
            let run = try #require(try await cards.installation.leaseIntake())
            var renewal = LeaseRenewal(run: run)
            _ = try await cards.installation.cancelIntake(as: cards.administrator, intake.id)
            cards.world.clock.move(seconds: 60)
            await #expect(throws: IntakeSuperseded.self) { try await renewal.renewIfDue() }
        }
    }

    @Test(arguments: ["no-rows", "column-missing", "file-empty", "workbook-damaged", "rows-out-of-order", "file-gone", "file-changed"])
    func `a file that failed says why and what to do`(code: String) async throws {
        try await withCards { cards in
            let intake = try await cards.installation.createIntake(
                as: cards.administrator, IntakeRequest(kind: .stock, batch: "lot-1", product: "m2m-30"), body: CardWorld.file())
            let run = try #require(try await cards.installation.leaseIntake())
            try await run.end(.failed, failure: code)
            let text = try #require(try await cards.installation.readIntake(as: cards.administrator, intake.id).failureText)
            for words in [text.reason.en, text.reason.zh, text.mend.en, text.mend.zh] { #expect(!words.isEmpty) }
        }
    }
}
