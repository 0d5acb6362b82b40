import Foundation
import Ledger
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// Makes the worked example of docs/trail-format.md with the program.
@Suite struct TrailFormatTests {
    private let person: [UInt8] = PartyID("01950000-0000-7000-8000-0000000000a1")?.bytes ?? []
    private let now = Instant(milliseconds: 1_772_413_200_000)

    private func page() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("docs/trail-format.md"), encoding: .utf8)
    }

    private func actor() throws -> Principal {
        Principal(
            account: try #require(AccountID("01950000-0000-7000-8000-0000000000c1")),
            organisation: try #require(OrganisationID("01950000-0000-7000-8000-0000000000b1")), permissions: [], scope: .everything,
            means: .session)
    }

    /// The text of an entry as the program stores it.
    private func entry(
        _ world: World, _ id: String, _ action: TrailAction, _ fill: @escaping @Sendable (Recording) throws -> Void
    ) async throws -> String {
        let id = try #require(Identifier<TrailEntry>(id))
        let (actor, now) = (try actor(), now)
        return try await world.installation.store.write { session in
            let recording = Recording(session: session, entry: id, now: now)
            recording.note("cards", 1)
            try fill(recording)
            try recording.finish(actor: actor, action: action, path: .root, purpose: nil)
            return try session.first("SELECT body FROM trail_entry WHERE id = \(id)") { $0.text(0) } ?? ""
        }
    }

    @Test func `the worked example comes out of the program`() async throws {
        let page = try page()
        let values: [SQLValue] = [.blob(person), .text("person"), .int(now.milliseconds)]
        let leaf = try RowLeaf.bytes(.party, values)
        #expect(page.contains("\n    \(String(decoding: leaf, as: UTF8.self))\n"))
        #expect(page.contains("\n    \(MerkleHash.leaf(leaf).hex)\n"))
        try await withWorld { world in
            let person = person
            let first = try await entry(world, "01950000-0000-7000-8000-0000000000e1", TrailAction("application.submitted")) { recording in
                try recording.register(.party, values)
                recording.about(.party, person)
            }
            let second = try await entry(world, "01950000-0000-7000-8000-0000000000e2", TrailAction("trail.read")) { _ in }
            #expect(page.contains("\n    \(first)\n"), "\(first)")
            let leaves = [first, second].map { MerkleHash.leaf(Array($0.utf8)) }
            for hash in leaves + [MerkleTree.root(ofLeafHashes: leaves)] { #expect(page.contains("\n    \(hash.hex)\n")) }
            // The tree the sequencer grows is the one on the page.
            try await world.installation.sequenceTrail()
            let root = try await world.installation.store.read { try TrailTree.newestHead(in: $0)?.head.root }
            #expect(root == MerkleTree.root(ofLeafHashes: leaves))
        }
    }

    @Test func `the leaf of a row keeps text and bytes apart`() throws {
        let text = try RowLeaf.bytes(.party, [.text("0a"), .null, .int(1)])
        let bytes = try RowLeaf.bytes(.party, [.blob([0x0a]), .null, .int(1)])
        #expect(text != bytes)
    }
}
