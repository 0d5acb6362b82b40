import Foundation
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Vault

@Suite struct PurgeTests {
    private func counts(_ world: World) async throws -> (live: Int, destroyed: Int) {
        try await world.installation.store.read { session in
            (
                try session.count("SELECT COUNT(*) FROM data_key WHERE wrapped IS NOT NULL"),
                try session.count("SELECT COUNT(*) FROM data_key WHERE wrapped IS NULL")
            )
        }
    }

    @Test func `nothing is due before its time`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            _ = try await job.begun()
            world.clock.move(days: world.installation.settings.purgeDays - 1)
            #expect(try await world.installation.purgeDue() == Purged())
        }
    }

    @Test func `an abandoned draft goes with its evidence; hashes stay and the store is sound`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            let begun = try await job.begun()
            let evidence = try await job.upload([.unitDocument], as: job.clerk)
            let id = try #require(evidence[.unitDocument])
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            let purged = try await world.installation.purgeDue()
            #expect(purged.applications == 1)
            #expect(purged.evidence == InventedPapers.agentSlots.count + 1)
            let view = try await world.installation.readEvidence(as: job.clerk, id)
            #expect(view.purgedAt != nil)
            #expect(view.sha256.count == 64)
            #expect(
                try await refusalCode { _ = try await world.installation.openEvidence(as: job.reviewer, id, purpose: "too late now") }
                    == "evidence-purged")
            let path = "\(world.installation.folders.evidence)/\(world.installation.evidence.location(of: id))"
            #expect(!FileManager.default.fileExists(atPath: path))
            let application = try await world.installation.store.read {
                try ApplicationRecords.find(begun.application, .everything, in: $0)
            }
            #expect(application?.draft == nil)
            #expect(application?.state == .withdrawn)
            #expect(try await world.installation.purgeDue() == Purged())
            try await world.installation.sequenceTrail()
            #expect(try await world.installation.checkStore().findings == [])
        }
    }

    @Test func `what was registered is kept for good`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            _ = try await job.registered()
            let before = try await counts(world)
            world.clock.move(days: world.installation.settings.purgeDays * 20)
            #expect(try await world.installation.purgeDue() == Purged())
            let after = try await counts(world)
            #expect(after.live == before.live)
            let answer = try await world.installation.answer(as: job.clerk, .iccid(job.iccids[0]))
            #expect(answer.roles[.responsiblePerson]?.name == "司**")
        }
    }

    @Test func `what waits for a reviewer is kept however long it waits`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            _ = try await job.submitted()
            world.clock.move(days: world.installation.settings.purgeDays * 3)
            #expect(try await world.installation.purgeDue() == Purged())
        }
    }

    @Test func `the people of a refused application can be read no more and found no more`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world)
            let handed = try await job.submitted()
            _ = try await world.installation.decideApplication(
                as: job.reviewer, handed.application, version: handed.version, verdict: .refuse,
                reasons: [DecisionReason(pointer: "/unit", code: "other")], note: "不予办理")
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            let purged = try await world.installation.purgeDue()
            #expect(purged.applications == 1)
            #expect(purged.identities == 3)
            #expect(purged.evidence == InventedPapers.agentSlots.count)
            let (live, search, decisions) = try await world.installation.store.read { session in
                (
                    try session.count(
                        "SELECT COUNT(*) FROM identity_version v JOIN data_key k ON k.id = v.data_key WHERE k.wrapped IS NOT NULL"),
                    try session.count("SELECT COUNT(*) FROM identity_search"), try session.count("SELECT COUNT(*) FROM decision")
                )
            }
            #expect(live == 0)
            #expect(search == 0)
            #expect(decisions == 1, "the verdict stays")
            try await world.installation.sequenceTrail()
            #expect(try await world.installation.checkStore().findings == [])
        }
    }

    @Test func `people who were registered elsewhere are kept when another application of theirs goes`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 10)
            let registered = try await job.registered()
            let change = try await job.handedInChange(registered.registration, .end) { _ in }
            _ = try await world.installation.decideApplication(
                as: job.reviewer, change.application, version: change.version, verdict: .refuse,
                reasons: [DecisionReason(pointer: "/unit", code: "other")], note: nil)
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            let purged = try await world.installation.purgeDue()
            #expect(purged.applications == 1)
            #expect(purged.identities == 0)
            let answer = try await world.installation.answer(as: job.clerk, .iccid(job.iccids[0]))
            #expect(answer.roles[.handler]?.name != nil)
        }
    }
}
