import Foundation
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("Sealed files on their way")
struct SpoolTests {
    @Test func `what an intake, a file of use or an export has is kept, and what nobody has is swept away`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let shiming = world.installation
            let manager = try await ExportTests.account(job, at: job.agent.id, [.agentManager], "manager.one")
            let asked = try await shiming.askForExport(as: manager, ExportWish(.cards, reason: ExportTests.reason))
            _ = try await shiming.decideExport(as: job.compliance, asked.id, .approve, note: nil)
            while try await shiming.runNextExport() {}
            let export = try #require(try await shiming.readExport(as: manager, asked.id).spool).description
            let intake = try await shiming.createIntake(
                as: job.administrator, IntakeRequest(kind: .stock, batch: "S-1", product: "directed-30m", province: 31),
                body: OneChunk(Array("ICCID\n\(MainJob.iccid(900))\n".utf8)))
            let use = try await shiming.createUsageFile(
                as: job.administrator, body: OneChunk(Array("iccid,usedAt\n\(job.iccids[0]),2026-03-02 09:00:00\n".utf8)))
            let named = Set([intake.spool, use.spool].compactMap(\.self))
            func spools() async throws -> Set<String> {
                Set(try await shiming.store.read { try IntakeRecords.spools(in: $0) + UsageFileRecords.spools(in: $0) })
            }
            #expect(named.count == 2)
            #expect(try await spools().isSuperset(of: named))

            let strangers = [IntakeID(high: 1, low: 1).description, "half-sent.part"]
            for name in strangers { try Data([1]).write(to: URL(fileURLWithPath: path(name, in: world))) }
            // Written less than a day ago it may still be on its way in.
            try await sweep(world, strangers + named + [export], written: world.clock.now())
            for name in strangers { #expect(isThere(name, in: world)) }
            try await sweep(world, strangers + named + [export], written: world.clock.now().adding(days: -2))
            for name in strangers { #expect(!isThere(name, in: world)) }
            for name in named.union([export]) { #expect(isThere(name, in: world), "\(name)") }

            while try await shiming.runNextUsageFile() {}
            #expect(try await spools().isDisjoint(with: [use.spool ?? ""]))
        }
    }

    private func path(_ name: String, in world: World) -> String { "\(world.installation.folders.spool)/\(name)" }
    private func isThere(_ name: String, in world: World) -> Bool { FileManager.default.fileExists(atPath: path(name, in: world)) }

    /// Sweeps, as if these files had been written then.
    private func sweep(_ world: World, _ names: [String], written: Instant) async throws {
        let date = Date(timeIntervalSince1970: Double(written.milliseconds) / 1_000)
        for name in names { try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path(name, in: world)) }
        try await world.installation.sweepSpool()
    }
}
