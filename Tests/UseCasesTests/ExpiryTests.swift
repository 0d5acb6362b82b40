import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("What expires soon")
struct ExpiryTests {
    @Test func `every page goes on where the one before ended, and nothing comes twice`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            for number in 0..<3 {
                let begun = try await job.begun(
                    content: { content in
                        content.handler?.validUntil = "2026-03-2\(number)"
                        content.responsiblePerson?.validUntil = "2026-03-20"
                        content.authorisation?.validUntil = "2026-03-20"
                    }, cards: .numbers([job.iccids[number]]))
                let handed = try await world.installation.submitApplication(as: job.clerk, begun.application, version: begun.version)
                _ = try await world.installation.decideApplication(
                    as: job.reviewer, begun.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            }
            let all = try await world.installation.listExpiries(as: job.clerk, withinDays: 30, limit: 100)
            #expect(all.rows.count == 9)
            #expect(all.next == nil)
            #expect(all.rows.map(\.until) == all.rows.map(\.until).sorted())
            var pages: [ExpiryRecords.Expiry] = []
            var cursor: ExpiryRecords.Position?
            repeat {
                let page = try await world.installation.listExpiries(as: job.clerk, withinDays: 30, after: cursor, limit: 2)
                #expect(page.rows.count <= 2)
                pages += page.rows
                cursor = page.next
            } while cursor != nil
            let key = { (row: ExpiryRecords.Expiry) in "\(row.until) \(row.registration) \(row.matter) \(row.role)" }
            #expect(pages.map(key) == all.rows.map(key))
            #expect(Set(pages.map(key)).count == 9)
            let others = try await world.installation.listExpiries(as: job.otherClerk, withinDays: 30)
            #expect(others.rows.isEmpty)
        }
    }

    @Test func `a responsible person whom another follows is told until that day, and to nobody else`() async throws {
        try await withWorld { world in
            let shiming = world.installation
            let job = try await MainJob.prepare(in: world, cards: 3)
            let begun = try await job.registered()
            #expect(try await shiming.listLeaving(as: job.administrator, withinDays: 366, limit: 10).isEmpty)
            _ = try await job.changed(begun.registration, .changeRole, slots: [.responsiblePersonIDFront, .responsiblePersonIDBack]) {
                $0.role = .responsiblePerson
                $0.responsiblePerson = InventedPapers.successor
                $0.effectiveFrom = "2026-04-20"
            }
            for principal in [job.administrator, job.clerk] {
                let leaving = try await shiming.listLeaving(as: principal, withinDays: 90, limit: 10)
                #expect(leaving.map(\.registration) == [begun.registration])
                #expect(leaving.map(\.cards) == [3])
                #expect(try await shiming.listLeaving(as: principal, withinDays: 2, limit: 10).isEmpty)
            }
            #expect(try await shiming.listLeaving(as: job.otherClerk, withinDays: 90, limit: 10).isEmpty)
            world.clock.move(days: 60)
            #expect(try await shiming.listLeaving(as: job.administrator, withinDays: 366, limit: 10).isEmpty)
        }
    }
}
