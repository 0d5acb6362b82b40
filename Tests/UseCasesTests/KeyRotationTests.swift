import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Vault

@Suite struct KeyRotationTests {
    private struct Stopped: Error {}

    private func keys(_ names: String...) throws -> KeyEncryptionKeys { try KeyEncryptionKeys(text: text(names)) }

    /// Keys that follow from their names, the first one current.
    private func text(_ names: [String]) -> String {
        var text: String?
        for name in names.reversed() {
            var chance = Named(name)
            text = KeyEncryptionKeys.text(addingFreshKey: name, to: text, chance: &chance)
        }
        return text ?? ""
    }

    private struct Named: RandomNumberGenerator {
        var state: UInt64
        init(_ name: String) { state = name.utf8.reduce(1) { $0 &* 31 &+ UInt64($1) } }
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    /// A world under key `one`, with so many pieces of evidence.
    private func withEvidence(_ count: Int, _ body: (World, [EvidenceID]) async throws -> Void) async throws {
        try await withWorld { world in
            _ = try await world.installation.rotateKeys(as: Invented.administrator, to: try merged(world, "one"))
            var ids: [EvidenceID] = []
            for number in 0..<count {
                ids.append(
                    try await world.installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture(UInt8(number))).id
                )
            }
            try await body(world, ids)
        }
    }

    /// The world's first key cannot be read back, so it is left behind by a first rotation of an empty store.
    private func merged(_ world: World, _ names: String...) throws -> KeyEncryptionKeys {
        try KeyEncryptionKeys(text: text(names) + world.keyText)
    }

    private func demandReadable(_ ids: [EvidenceID], in world: World) async throws {
        for (number, id) in ids.enumerated() {
            let opened = try await world.installation.openEvidence(as: Invented.reviewer, id, purpose: "still readable")
            #expect(PlainMarker.read(opened.bytes).original == inventedPicture(UInt8(number)))
        }
    }

    @Test func `everything is wrapped anew, what was sealed earlier still opens, and the old key is named as free`() async throws {
        try await withEvidence(12) { world, ids in
            let rotation = try await world.installation.rotateKeys(as: Invented.administrator, to: try keys("two", "one"), batch: 5)
            #expect(rotation.current == "two")
            #expect(rotation.noLongerUsed == ["one"])
            #expect(rotation.rewrapped >= 12)
            // Without the old key, and with a vault that never knew it.
            _ = try await world.installation.rotateKeys(as: Invented.administrator, to: try keys("two"))
            try await demandReadable(ids, in: world)
            let again = try await world.installation.rotateKeys(as: Invented.administrator, to: try keys("two"))
            #expect(again.rewrapped == 0)
        }
    }

    @Test func `cut off between batches everything opens, and the next run finishes`() async throws {
        try await withEvidence(12) { world, ids in
            await #expect(throws: Stopped.self) {
                try await world.installation.rotateKeys(as: Invented.administrator, to: try keys("two", "one"), batch: 5) { _ in
                    throw Stopped()
                }
            }
            let uses = try await world.installation.store.read { try DataKeyRecords.uses(in: $0) }
            #expect(uses["one"] == 7)
            #expect(uses["two"] == 5)
            try await demandReadable(ids, in: world)
            let fresh = try await world.installation.uploadEvidence(as: Invented.clerk, kind: "other", bytes: inventedPicture(12)).id
            let rotation = try await world.installation.rotateKeys(as: Invented.administrator, batch: 5)
            #expect(rotation.rewrapped == 7)
            #expect(rotation.noLongerUsed == ["one"])
            try await demandReadable(ids + [fresh], in: world)
        }
    }

    @Test func `a missing old key names itself and nothing is changed`() async throws {
        try await withEvidence(3) { world, ids in
            await #expect(throws: KeyRefusal.unknownKey("one")) {
                try await world.installation.rotateKeys(as: Invented.administrator, to: try keys("two"))
            }
            #expect(world.installation.vault.currentKeyID == "one")
            try await demandReadable(ids, in: world)
        }
    }

    @Test func `another key under an old name is noticed before it is taken over`() async throws {
        try await withEvidence(3) { world, ids in
            var chance = Named("somebody else's")
            let forged = KeyEncryptionKeys.text(addingFreshKey: "one", to: nil, chance: &chance)
            await #expect(throws: KeyRefusal.notOpened) {
                try await world.installation.rotateKeys(as: Invented.administrator, to: try KeyEncryptionKeys(text: forged))
            }
            try await demandReadable(ids, in: world)
        }
    }

    @Test func `a destroyed key is not brought back`() async throws {
        try await withEvidence(2) { world, _ in
            try await world.installation.store.write { session in
                let id = try #require(try session.first("SELECT id FROM data_key ORDER BY id LIMIT 1") { $0.blob(0) })
                try DataKeyRecords.destroy(id, at: Instant(milliseconds: 1), in: session)
            }
            _ = try await world.installation.rotateKeys(as: Invented.administrator, to: try keys("two", "one"))
            let destroyed = try await world.installation.store.read { try $0.count("SELECT COUNT(*) FROM data_key WHERE wrapped IS NULL") }
            #expect(destroyed == 1)
        }
    }

    @Test func `what a key-encryption key wrapped is counted, destroyed keys too, and it is due at half its bound`() async throws {
        try await withEvidence(4) { world, _ in
            let administrator = Invented.administrator
            let before = try await world.installation.keyUses(as: administrator)
            let first = try #require(before.first)
            #expect(first.name == "one" && first.isCurrent && first.isGiven && first.wrapped >= 4)
            try await world.installation.store.write { session in
                let id = try #require(try session.first("SELECT id FROM data_key ORDER BY id LIMIT 1") { $0.blob(0) })
                try DataKeyRecords.destroy(id, at: Instant(milliseconds: 1), in: session)
            }
            #expect(try await world.installation.keyUses(as: administrator) == before)
            _ = try await world.installation.rotateKeys(as: administrator, to: try keys("two", "one"))
            let after = try await world.installation.keyUses(as: administrator)
            #expect(after.prefix(2).map(\.name) == ["two", "one"] && after.prefix(2).map(\.wrapped) == [first.wrapped - 1, 1])
            // The key may be gone when nothing living is under it.
            _ = try await world.installation.rotateKeys(as: administrator, to: try keys("two"))
            let last = try await world.installation.keyUses(as: administrator)
            #expect(last.first { $0.name == "one" } == KeyUse(name: "one", isCurrent: false, isGiven: false, wrapped: 1))
            #expect(try await refusalCode { _ = try await world.installation.keyUses(as: Invented.auditor) } == "not-permitted")
        }
        let half = KeyEncryptionKeys.wrappingsMax / 2
        #expect(KeyUse(name: "one", isCurrent: true, isGiven: true, wrapped: half).isDue)
        #expect(!KeyUse(name: "one", isCurrent: true, isGiven: true, wrapped: half - 1).isDue)
        #expect(!KeyUse(name: "one", isCurrent: false, isGiven: true, wrapped: half).isDue)
    }

    @Test func `each batch has its entry, and only administrators rotate`() async throws {
        try await withEvidence(6) { world, _ in
            let before = try await world.installation.store.read {
                try $0.count("SELECT COUNT(*) FROM trail_entry WHERE action = 'keys.rewrapped'")
            }
            _ = try await world.installation.rotateKeys(as: Invented.administrator, to: try keys("two", "one"), batch: 2)
            let after = try await world.installation.store.read {
                try $0.count("SELECT COUNT(*) FROM trail_entry WHERE action = 'keys.rewrapped'")
            }
            #expect(after == before + 3)
            #expect(try await refusalCode { _ = try await world.installation.rotateKeys(as: Invented.auditor) } == "not-permitted")
        }
    }
}
