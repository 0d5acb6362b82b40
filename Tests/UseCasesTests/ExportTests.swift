import Foundation
import Records
import Registry
import SQLCore
import Synchronization
import TestKit
import Testing
import UseCases

@Suite("Exports")
struct ExportTests {
    static let reason = "季度对账 2026-Q1"

    /// A member of staff with an account of its own, which the file is made with the rights of.
    static func account(_ job: MainJob, at organisation: OrganisationID, _ roles: Set<StaffRole>, _ login: String) async throws -> Principal
    {
        let all = MainJob.staff(Set(StaffRole.allCases), in: job.administrator.organisation, scope: .everything, 90)
        let made = try await job.installation.createAccount(
            as: all, organisation: organisation, kind: .machine, roles: roles, login: login)
        let place = try await job.installation.readOrganisation(as: all, organisation)
        return Principal(
            account: made.account.id, organisation: organisation,
            permissions: roles.reduce(into: []) { $0.formUnion($1.permissions) },
            scope: place.parent == nil ? .everything : .subtree(organisation: organisation, path: place.path), means: .session)
    }

    static func file(_ id: ExportID, as principal: Principal, _ shiming: Installation) async throws -> [String] {
        let bytes = Mutex<[UInt8]>([])
        _ = try await shiming.fetchExport(as: principal, id) { chunk in bytes.withLock { $0 += chunk } }
        let text = String(decoding: bytes.withLock { $0 }.dropFirst(3), as: UTF8.self)
        return text.split(separator: "\r\n").map(String.init)
    }

    private func approved(_ job: MainJob, as asker: Principal, _ edit: (inout ExportWish) -> Void = { _ in }) async throws -> StoredExport {
        var wish = ExportWish(.cards, reason: Self.reason)
        edit(&wish)
        let asked = try await job.installation.askForExport(as: asker, wish)
        _ = try await job.installation.decideExport(as: job.compliance, asked.id, .approve, note: nil)
        while try await job.installation.runNextExport() {}
        return try await job.installation.readExport(as: asker, asked.id)
    }

    @Test func `nobody approves his own, and nothing is made before another has approved`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let shiming = world.installation
            let manager = try await Self.account(job, at: job.agent.id, [.agentManager], "manager.one")
            let asked = try await shiming.askForExport(as: manager, ExportWish(.cards, reason: Self.reason))
            #expect(asked.state == .asked && asked.isMasked && asked.columns == ExportColumn.usual(of: .cards))
            #expect(try await shiming.runNextExport() == false)
            await #expect(throws: Refusal.notPermitted) { try await shiming.decideExport(as: manager, asked.id, .approve, note: nil) }
            let own = try await shiming.askForExport(as: job.compliance, ExportWish(.cards, reason: Self.reason))
            await #expect(throws: Refusal.ownExport) { try await shiming.decideExport(as: job.compliance, own.id, .approve, note: nil) }
            // No program decides, with whatever permissions a key might once have been given.
            let key = Principal(
                account: AccountID(high: 9, low: 5), organisation: job.compliance.organisation, permissions: job.compliance.permissions,
                scope: .everything, means: .apiKey)
            await #expect(throws: Refusal.exportByPeople) { try await shiming.decideExport(as: key, asked.id, .approve, note: nil) }
            #expect(Permission.exportApprove.isForPersonsOnly)
            await #expect(throws: Refusal.exportNotReady) { try await Self.file(asked.id, as: manager, shiming) }
            await #expect(throws: Refusal.notPermitted) { try await shiming.decideExport(as: job.clerk, asked.id, .approve, note: nil) }
            let stranger = MainJob.staff(
                [.agentManager], in: job.otherAgent.id, scope: .subtree(organisation: job.otherAgent.id, path: job.otherAgent.path), 61)
            await #expect(throws: Refusal.notPermitted) { try await shiming.decideExport(as: stranger, asked.id, .approve, note: nil) }
            await #expect(throws: Refusal.notFound) { try await shiming.readExport(as: stranger, asked.id) }
            await #expect(throws: Refusal.notFound) { try await shiming.readExport(as: job.clerk, asked.id) }
            #expect(try await shiming.countExports(as: job.compliance, most: 10) == 1)
            await #expect(throws: Refusal.notPermitted) { try await shiming.countExports(as: manager, most: 10) }
            let refused = try await shiming.decideExport(as: job.compliance, asked.id, .refuse, note: "请缩小范围到单个批次")
            #expect(refused.state == .refused && refused.note == "请缩小范围到单个批次")
            await #expect(throws: Refusal.exportDecided) {
                try await shiming.decideExport(as: job.compliance, asked.id, .approve, note: nil)
            }
            #expect(try await shiming.runNextExport() == false)
        }
    }

    @Test func `the file holds the asker's cards alone, masked, and bears who, why and its code in every row`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 5)
            let shiming = world.installation
            // One card stays with the operating company.
            try await job.stock([MainJob.iccid(900)], batch: "OWN", product: "directed-30m")
            let clerk = try await Self.account(job, at: job.agent.id, [.agentClerk], "clerk.one")
            let export = try await approved(job, as: clerk)
            #expect(export.state == .ready && export.rows == 5 && export.failure == nil)
            let lines = try await Self.file(export.id, as: clerk, shiming)
            #expect(lines.count == 5 + 3)
            #expect(lines[0].contains(export.code) && lines[0].contains("clerk.one") && lines[0].contains(Self.reason))
            #expect(lines[1].hasPrefix("card,iccid,"))
            for line in lines[2..<7] { #expect(line.hasSuffix(",\(export.code)") && line.contains("****")) }
            let text = lines.joined()
            for iccid in job.iccids + [MainJob.iccid(900)] { #expect(!text.contains(iccid)) }
            #expect(lines[7].contains("5"))
            let acts = try await shiming.listTrail(as: job.auditor).rows.map(\.action).filter { $0.hasPrefix("export.") }
            #expect(Set(acts) == ["export.asked", "export.approved", "export.made", "export.fetched"])
        }
    }

    @Test func `numbers in full are asked for, and approved only by who may reveal`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let shiming = world.installation
            let clerk = try await Self.account(job, at: job.agent.id, [.agentClerk], "clerk.one")
            var without = job.compliance.permissions
            without.remove(.reveal)
            let manager = Principal(
                account: AccountID(high: 9, low: 6), organisation: job.compliance.organisation, permissions: without, scope: .everything,
                means: .session)
            var wish = ExportWish(.cards, reason: Self.reason)
            wish.isMasked = false
            let asked = try await shiming.askForExport(as: clerk, wish)
            await #expect(throws: Refusal.notPermitted) { try await shiming.decideExport(as: manager, asked.id, .approve, note: nil) }
            let export = try await approved(job, as: clerk) {
                $0.isMasked = false
                $0.columns = [.iccid, .realName]
                $0.cards.isRegistered = false
            }
            let lines = try await Self.file(export.id, as: clerk, shiming)
            #expect(job.iccids.allSatisfy { iccid in lines.contains { $0.contains(iccid) } })
            // Whoever may not reveal may approve what is masked.
            let masked = try await shiming.askForExport(as: clerk, ExportWish(.cards, reason: Self.reason))
            #expect(try await shiming.decideExport(as: manager, masked.id, .approve, note: nil).state == .approved)
        }
    }

    @Test func `only the asker fetches it, so many times, for so long; then its key is gone`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let shiming = world.installation
            let clerk = try await Self.account(job, at: job.agent.id, [.agentClerk], "clerk.one")
            let export = try await approved(job, as: clerk)
            await #expect(throws: Refusal.notFound) { try await Self.file(export.id, as: job.compliance, shiming) }
            for _ in 0..<shiming.settings.exportFetchesMax { _ = try await Self.file(export.id, as: clerk, shiming) }
            await #expect(throws: Refusal.exportExpired) { try await Self.file(export.id, as: clerk, shiming) }
            let second = try await approved(job, as: clerk)
            let spools = try FileManager.default.contentsOfDirectory(atPath: shiming.folders.spool).count
            world.clock.move(seconds: shiming.settings.exportHours * 3_600 + 1)
            await #expect(throws: Refusal.exportExpired) { try await Self.file(second.id, as: clerk, shiming) }
            let unasked = try await shiming.askForExport(as: clerk, ExportWish(.cards, reason: Self.reason))
            try await shiming.lapseExports()
            #expect(try await shiming.readExport(as: clerk, second.id).state == .lapsed)
            #expect(try await shiming.readExport(as: clerk, unasked.id).state == .asked)
            #expect(try FileManager.default.contentsOfDirectory(atPath: shiming.folders.spool).count == spools - 2)
            await #expect(throws: Refusal.exportExpired) { try await Self.file(second.id, as: clerk, shiming) }
            world.clock.move(seconds: shiming.settings.exportHours * 3_600 + 1)
            await #expect(throws: Refusal.exportDecided) {
                try await shiming.decideExport(as: job.compliance, unasked.id, .approve, note: nil)
            }
            try await shiming.lapseExports()
            #expect(try await shiming.readExport(as: clerk, unasked.id).state == .lapsed)
        }
    }

    @Test func `what is made has the rights that the asker has then, and not more rows than may be`() async throws {
        var settings = Settings()
        settings.exportRowsMax = 2
        try await withWorld(settings: settings) { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let shiming = world.installation
            let clerk = try await Self.account(job, at: job.agent.id, [.agentClerk], "clerk.one")
            let export = try await approved(job, as: clerk)
            #expect(export.state == .failed && export.failure == "export-too-large")
            var narrow = shiming.settings
            narrow.exportRowsMax = 100
            narrow.exportBytesMax = 300
            let small = try await world.secondServer(settings: narrow)
            let wide = try await shiming.askForExport(as: clerk, ExportWish(.cards, reason: Self.reason))
            _ = try await shiming.decideExport(as: job.compliance, wide.id, .approve, note: nil)
            #expect(try await small.runNextExport())
            #expect(try await shiming.readExport(as: clerk, wide.id).failure == "export-too-large")
            // An account that nobody has, such as one that was dismissed.
            let gone = try await approved(job, as: job.clerk)
            #expect(gone.state == .failed && gone.failure == "export-asker-gone")
            await #expect(throws: Refusal.exportNotReady) { try await Self.file(gone.id, as: job.clerk, shiming) }
        }
    }

    @Test func `who was dismissed between asking and making gets nothing`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let shiming = world.installation
            let clerk = try await Self.account(job, at: job.agent.id, [.agentClerk], "clerk.one")
            let asked = try await shiming.askForExport(as: clerk, ExportWish(.cards, reason: Self.reason))
            _ = try await shiming.decideExport(as: job.compliance, asked.id, .approve, note: nil)
            let account = try await shiming.readAccount(as: job.administrator, clerk.account)
            _ = try await shiming.updateAccount(
                as: job.administrator, account.id, ifVersion: account.version, AccountChange(status: .dismissed))
            while try await shiming.runNextExport() {}
            #expect(try await shiming.readExport(as: clerk, asked.id).failure == "export-asker-gone")
        }
    }

    @Test func `an approval is for its time: what could not be made in it lapses, and is not made later`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let shiming = world.installation
            let clerk = try await Self.account(job, at: job.agent.id, [.agentClerk], "clerk.one")
            let asked = try await shiming.askForExport(as: clerk, ExportWish(.cards, reason: Self.reason))
            _ = try await shiming.decideExport(as: job.compliance, asked.id, .approve, note: nil)
            world.clock.move(seconds: shiming.settings.exportHours * 3_600 + 1)
            #expect(try await shiming.runNextExport() == false)
            try await shiming.lapseExports()
            #expect(try await shiming.readExport(as: clerk, asked.id).state == .lapsed)
            func entries() async throws -> Int64? {
                try await shiming.store.read { try $0.first("SELECT COUNT(*) FROM trail_entry") { $0.int(0) } }
            }
            let before = try await entries()
            try await shiming.lapseExports()
            #expect(try await entries() == before, "What is over is put down once.")
        }
    }

    @Test func `a file that is not there, as after a restore, counts no fetch`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let shiming = world.installation
            let clerk = try await Self.account(job, at: job.agent.id, [.agentClerk], "clerk.one")
            let export = try await approved(job, as: clerk)
            try FileManager.default.removeItem(atPath: shiming.folders.spool + "/\(try #require(export.spool))")
            await #expect(throws: Refusal.exportExpired) { try await Self.file(export.id, as: clerk, shiming) }
            #expect(try await shiming.readExport(as: clerk, export.id).downloads == 0)
        }
    }

    @Test func `the trail is exported within the auditor's reach, and its reason names nobody`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let shiming = world.installation
            let auditor = try await Self.account(job, at: job.administrator.organisation, [.auditor], "auditor.one")
            for reason in ["", "abc", "   x   ".filter(\.isWhitespace), "核查 11010519491231002X 的记录"] {
                await #expect(throws: Refusal.self) { try await shiming.askForExport(as: auditor, ExportWish(.trail, reason: reason)) }
            }
            var wrong = ExportWish(.trail, reason: Self.reason)
            wrong.columns = [.iccid]
            await #expect(throws: Refusal.exportColumnUnknown) { try await shiming.askForExport(as: auditor, wrong) }
            await #expect(throws: Refusal.notPermitted) {
                try await shiming.askForExport(as: job.clerk, ExportWish(.trail, reason: Self.reason))
            }
            var wish = ExportWish(.trail, reason: Self.reason)
            wish.trail.action = "account.created"
            let asked = try await shiming.askForExport(as: auditor, wish)
            _ = try await shiming.decideExport(as: job.compliance, asked.id, .approve, note: nil)
            while try await shiming.runNextExport() {}
            let lines = try await Self.file(asked.id, as: auditor, shiming)
            #expect(lines.count == 4 && lines[2].contains("account.created"), "one account was made")
            let program = Principal(
                account: auditor.account, organisation: auditor.organisation, permissions: auditor.permissions, scope: .everything,
                means: .apiKey)
            await #expect(throws: Refusal.exportByPeople) {
                try await shiming.askForExport(as: program, ExportWish(.trail, reason: Self.reason))
            }
        }
    }
}
