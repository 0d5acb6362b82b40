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
}
