import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// The lists that people read page by page, from the beginning and further on.
extension PlanTests {
    func readTrail(_ job: MainJob, of registration: RegistrationID) async throws {
        let now = job.world.clock.now()
        let filters = [
            TrailFilter(), TrailFilter(from: now.adding(days: -1), to: now), TrailFilter(actor: job.clerk.account),
            TrailFilter(subject: TrailSubject(.registration, registration)), TrailFilter(action: "evidence.uploaded"),
        ]
        for filter in filters {
            for place in [TrailCursor?.none, TrailCursor(recordedAt: now, entry: Identifier<TrailEntry>(high: 1, low: 1))] {
                _ = try await job.installation.listTrail(as: job.auditor, filter, before: place)
            }
        }
    }

    /// What desks and counters look at.
    func readLists(_ job: MainJob, of registration: RegistrationID) async throws {
        let (shiming, now) = (job.installation, job.world.clock.now())
        let expiry = ExpiryRecords.Position(until: 2027_01_01, registration: registration, matter: .document, role: .handler)
        for someone in [job.administrator, job.clerk] {
            for place in [ExpiryRecords.Position?.none, expiry] {
                _ = try await shiming.listExpiries(as: someone, withinDays: 60, after: place)
            }
            for number in [Int64?.none, 2] { _ = try await shiming.listCustodyActs(as: someone, before: number) }
            for place in [EntranceID?.none, EntranceID(high: 1, low: 1)] {
                for card in [String?.none, job.iccids[0]] {
                    _ = try await shiming.listEntrances(as: someone, card: card, before: place, limit: 50)
                }
                _ = try await shiming.listEntrances(as: someone, card: nil, batch: MainJob.batch, before: place, limit: 50)
            }
            for standing in ListedEntrance.Standing.allCases {
                _ = try await shiming.listEntrances(as: someone, card: nil, standing: standing, before: nil, limit: 50)
            }
            _ = try await shiming.revokeEntrances(as: someone, cards: .batch(MainJob.batch))
            _ = try await shiming.listSessions(as: someone)
        }
        for state in [AccountStatus?.none, .invited] { _ = try await shiming.listAccounts(as: job.administrator, status: state) }
        _ = try await shiming.listAccounts(as: job.administrator, organisation: job.agent.id, after: job.clerk.account)
        for place in [LifeCaseRecords.Case?.none, LifeCaseRecords.Case(subscription: 1, openedAt: now, kind: .carrierRefused)] {
            _ = try await shiming.listLifeCases(as: job.administrator, after: place)
        }
        _ = try await shiming.listCarrierWork(as: job.administrator)
        let wishes: [IntentRecords.Place?] = [
            nil, IntentRecords.Place(dueAt: now, subscription: 1, ordinal: 0), IntentRecords.Place(dueAt: nil, subscription: 1, ordinal: 0),
        ]
        for place in wishes { _ = try await shiming.listIntents(as: job.administrator, of: .mobile, .waiting, after: place) }
        let intake = try #require(try await shiming.listIntakes(as: job.administrator).rows.first)
        _ = try await shiming.listIntakeProblems(as: job.administrator, intake.id)
        let use = try #require(try await shiming.listUsageFiles(as: job.administrator).rows.first)
        _ = try await shiming.listUsageProblems(as: job.administrator, use.id)
    }

    func workOffNotices(in world: World, _ job: MainJob) async throws {
        let shiming = world.installation
        _ = try await PersonalJob.prepare(beside: job, watches: 1).submitted()
        for someone in [job.reviewer, job.clerk] {
            let found = try await shiming.listNotices(as: someone)
            #expect(!found.rows.isEmpty)
            _ = try await shiming.listNotices(as: someone, channel: .sms, state: .waiting, before: found.rows.last?.id)
            _ = try await shiming.listNotices(as: someone, code: found.rows.first?.code)
        }
        for channel in NoticeChannel.allCases { while try await shiming.runNotice(by: channel) {} }
        _ = try await shiming.workload()
        world.clock.move(days: 40)
        try await shiming.purgeNotices()
        try await shiming.store.write { try NoticeRecords.releaseAll(in: $0) }
        #expect(try await shiming.listNotices(as: job.reviewer).rows.isEmpty)
    }
}
