import Foundation
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Vault

@Suite struct StoreCheckTests {
    /// The main job done, the trail numbered.
    private func withRegistered(_ body: (World, MainJob, inout EngineShell) async throws -> Void) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 40)
            _ = try await job.registered()
            try await world.installation.sequenceTrail()
            var shell = EngineShell(world)
            try await body(world, job, &shell)
        }
    }

    private func findings(_ world: World) async throws -> [StoreFinding] {
        try await world.installation.checkStore().findings
    }

    @Test func `a store that nobody touched is sound, numbered or not`() async throws {
        try await withRegistered { world, job, _ in
            #expect(try await findings(world) == [])
            _ = try await job.upload([.deviceData], as: job.clerk)
            #expect(try await findings(world) == [])
        }
    }

    struct Tampering: Sendable, CustomTestStringConvertible {
        let sql: String
        let kind: StoreFinding.Kind
        let table: String
        var key: String?
        var testDescription: String { sql }
    }

    /// Each leaves the others' findings as they are: all at once.
    static let lonelyRows: [Tampering] = [
        Tampering(
            sql: "INSERT INTO usage_summary (subscription, last_use) VALUES (9999, 1)", kind: .referenceBroken, table: "usage_summary",
            key: "9999"),
        Tampering(
            sql:
                "INSERT INTO carrier_intent (subscription, ordinal, command, created_at, state, tries, carrier) VALUES (9999, 3, 'stop', 1, 'waiting', 0, 'mobile')",
            kind: .referenceBroken, table: "carrier_intent", key: "9999/3"),
        Tampering(
            sql: "INSERT INTO carrier_truth (subscription, carrier, rank, held_until) VALUES (9999, 'mobile', 1, 0)",
            kind: .referenceBroken, table: "carrier_truth", key: "9999"),
        Tampering(
            sql: "INSERT INTO carrier_truth_event (subscription, ordinal, axis, word, recorded_at) VALUES (9999, 0, 'state', 'active', 1)",
            kind: .referenceBroken, table: "carrier_truth_event", key: "9999/0"),
        Tampering(
            sql: "INSERT INTO life_notice (subscription, step_at, kind, recorded_at) VALUES (9999, 5, 'idle', 1)", kind: .referenceBroken,
            table: "life_notice", key: "9999/5/idle"),
        Tampering(
            sql: "INSERT INTO life_case (subscription, opened_at, kind) VALUES (9999, 5, 'carrier-refused')", kind: .referenceBroken,
            table: "life_case", key: "9999/5/carrier-refused"),
        Tampering(
            sql: "INSERT INTO campaign_card (campaign, subscription, state) VALUES (zeroblob(16), 1, 0)", kind: .referenceBroken,
            table: "campaign_card"),
        Tampering(
            sql:
                "INSERT INTO card_slot (party, carrier, card_class, place, subscription, registration) VALUES (zeroblob(16), 'mobile', 'wearable', 0, 1, zeroblob(16))",
            kind: .referenceBroken, table: "card_slot"),
        Tampering(
            sql:
                "INSERT INTO claim_contact (subscription, id, sealed, data_key, left_at) VALUES (9999, zeroblob(16), zeroblob(60), zeroblob(16), 1)",
            kind: .referenceBroken, table: "claim_contact"),
        Tampering(
            sql:
                "INSERT INTO entrance (hash, id, kind, subscription, organisation, path, issued_at, issued_by, expires_at) VALUES (zeroblob(32), zeroblob(16), 'link', 9999, zeroblob(16), '/1/', 1, zeroblob(16), 2)",
            kind: .referenceBroken, table: "entrance"),
        Tampering(
            sql:
                "INSERT INTO idempotency (account, key, operation, body_hash, status, answer, created_at) VALUES (zeroblob(16), 'mine', 'x', zeroblob(32), 200, zeroblob(40), 1)",
            kind: .sealedUnreadable, table: "idempotency"),
        // In no directory; and in one that leads to another card.
        Tampering(
            sql:
                "INSERT INTO sim_change (subscription, ordinal, iccid, effective_from, recorded_at, recorded_by) VALUES (1, 0, '89860426000000888888', 1, 1, zeroblob(16))",
            kind: .referenceBroken, table: "sim_change", key: "1/0"),
        Tampering(
            sql:
                "INSERT INTO sim_change (subscription, ordinal, iccid, effective_from, recorded_at, recorded_by) SELECT 2, 0, iccid, 1, 1, zeroblob(16) FROM subscription WHERE id = 3",
            kind: .referenceBroken, table: "sim_change", key: "2/0"),
    ]

    static let tamperings: [Tampering] = [
        Tampering(
            sql: "UPDATE holding SET registration = zeroblob(16) WHERE subscription = 5", kind: .rowSuspected, table: "holding", key: "5/0"),
        Tampering(
            sql: "UPDATE holding SET registration = zeroblob(16) WHERE subscription = 20", kind: .rowAmongChanged, table: "holding",
            key: "17/0…32/0"),
        Tampering(sql: "UPDATE holding SET effective_from = effective_from + 1", kind: .bulkDiffers, table: "holding"),
        Tampering(sql: "DELETE FROM holding WHERE subscription = 9", kind: .rowMissing, table: "holding", key: "9"),
        Tampering(
            sql:
                "INSERT INTO holding SELECT subscription, 1, effective_from, recorded_at, NULL, zeroblob(16) FROM holding WHERE subscription = 9",
            kind: .rowUncommitted, table: "holding", key: "9/1"),
        Tampering(
            sql: "UPDATE subscription SET iccid = '89860426000000999999' WHERE id = 3", kind: .referenceBroken, table: "subscription",
            key: "3"),
        Tampering(
            sql: "UPDATE subscription SET iccid = '89860426000000999999' WHERE id = 3", kind: .rowAmongChanged, table: "subscription",
            key: "1…16"),
        Tampering(sql: "UPDATE subscription SET product = 2 WHERE id = 33", kind: .rowSuspected, table: "subscription", key: "33"),
        Tampering(sql: "DELETE FROM subscription WHERE id = 40", kind: .rowMissing, table: "subscription", key: "40"),
        Tampering(
            sql: "INSERT INTO subscription (id, product, origin, iccid, recorded_at) VALUES (77, 1, 1, '89860426000000777777', 1)",
            kind: .rowUncommitted, table: "subscription", key: "77"),
        Tampering(sql: "DELETE FROM block_kind", kind: .referenceBroken, table: "subscription", key: "1"),
        Tampering(sql: "UPDATE block_kind SET hi = hi - 1", kind: .referenceBroken, table: "subscription", key: "40"),
        Tampering(
            sql: "UPDATE identity_version SET valid_until = 20990101 WHERE ordinal = 0", kind: .rowChanged, table: "identity_version"),
        Tampering(sql: "UPDATE identity_version SET sealed = zeroblob(60)", kind: .sealedUnreadable, table: "identity_version"),
        Tampering(sql: "UPDATE decision SET decided_by = zeroblob(16)", kind: .rowChanged, table: "decision"),
        Tampering(sql: "DELETE FROM decision", kind: .rowMissing, table: "decision"),
        Tampering(sql: "UPDATE decision_interval SET hi = hi - 1", kind: .bulkDiffers, table: "decision_interval"),
        Tampering(sql: "UPDATE custody_interval SET hi = hi - 1", kind: .custodyDiffers, table: "custody_current"),
        Tampering(sql: "UPDATE custody_current SET hi = hi + 5", kind: .custodyDiffers, table: "custody_current"),
        Tampering(sql: "UPDATE submission SET cards = 41", kind: .rowChanged, table: "submission"),
        Tampering(
            sql: "UPDATE role_succession SET authorised_until = 20991231 WHERE role = 'handler'", kind: .rowChanged,
            table: "role_succession"),
        Tampering(
            sql:
                "INSERT INTO role_succession SELECT registration, role, 9, party, identity, NULL, NULL, 1, 1, decision FROM role_succession LIMIT 1",
            kind: .rowUncommitted, table: "role_succession"),
        Tampering(sql: "DELETE FROM submission_evidence WHERE slot = 'unit-document'", kind: .rowMissing, table: "submission_evidence"),
        Tampering(
            sql: "UPDATE rule_judgement SET findings = replace(findings, 'warned', 'passed') || ' '", kind: .rowChanged,
            table: "rule_judgement"),
        Tampering(sql: "UPDATE evidence SET sha256 = zeroblob(32)", kind: .fileUnreadable, table: "evidence"),
        Tampering(sql: "UPDATE evidence SET location = 'elsewhere'", kind: .rowChanged, table: "evidence"),
        Tampering(
            sql: "DELETE FROM data_key WHERE id IN (SELECT data_key FROM identity_version)", kind: .keyMissing, table: "identity_version"),
        Tampering(sql: "UPDATE data_key SET wrapped_under = 'other'", kind: .sealedUnreadable, table: "data_key"),
        Tampering(
            sql: "UPDATE trail_entry SET body = replace(body, 'application.approved', 'application.refused')", kind: .entryChanged,
            table: "trail_entry"),
        Tampering(
            sql: "UPDATE trail_entry SET actor = zeroblob(16) WHERE action = 'application.approved'", kind: .entryColumnsDiffer,
            table: "trail_entry"),
        Tampering(sql: "DELETE FROM trail_entry WHERE action = 'application.approved'", kind: .entryMissing, table: "trail_entry"),
        Tampering(sql: "DELETE FROM trail_sequence WHERE number = 2", kind: .numberGap, table: "trail_sequence", key: "2"),
        Tampering(sql: "DELETE FROM trail_sequence WHERE number = 2", kind: .entryUnnumbered, table: "trail_entry"),
        Tampering(sql: "UPDATE trail_sequence SET leaf_hash = zeroblob(32) WHERE number = 2", kind: .headDiffers, table: "trail_head"),
        Tampering(sql: "UPDATE trail_head SET root = zeroblob(32)", kind: .headDiffers, table: "trail_head"),
        Tampering(sql: "DELETE FROM trail_head", kind: .headDiffers, table: "trail_head"),
        Tampering(sql: "DELETE FROM trail_subject WHERE kind = 'registration'", kind: .entryColumnsDiffer, table: "trail_subject"),
        Tampering(
            sql: "UPDATE installation_secret SET wrapped = zeroblob(60) WHERE name = 'search'", kind: .sealedUnreadable,
            table: "installation_secret", key: "search"),
    ]

    @Test func `after the triggers are dropped and a row is changed, the check names it`() async throws {
        // One prepared store, gone back to after each tampering: the walk is the slow part.
        try await withRegistered { world, _, shell in
            try shell.dropTriggers()
            #expect(try await findings(world) == [])
            try #require(try shell.keepCopy())
            for tamperings in Self.tamperings.map({ [$0] }) + [Self.lonelyRows] {
                for tampering in tamperings {
                    let answer = try shell.run(tampering.sql)
                    try #require(answer.isDone, "\(tampering.sql): \(answer.text)")
                }
                let found = try await findings(world)
                for tampering in tamperings {
                    #expect(
                        found.contains {
                            $0.kind == tampering.kind && $0.table == tampering.table && (tampering.key == nil || $0.key == tampering.key)
                        },
                        "\(tampering.sql): \(found)")
                }
                let undone = try shell.goBack(isKeeping: true)
                try #require(undone.isDone, "\(undone.text)")
            }
            try #require(try shell.goBack().isDone)
            #expect(try await findings(world) == [], "what was done was not undone")
        }
    }

    @Test func `an entry changed together with its leaf is found between two heads`() async throws {
        try await withRegistered { world, _, shell in
            try shell.dropTriggers()
            _ = try shell.run("UPDATE trail_sequence SET leaf_hash = x'\(String(repeating: "ab", count: 32))' WHERE number = 1")
            let found = try await findings(world)
            let head = try #require(found.first { $0.kind == .headDiffers })
            #expect(head.note.contains("among numbers 0 to"))
        }
    }

    @Test func `secrets that do not open, or are gone, are named by a check begun afterwards, which makes none anew`() async throws {
        try await withRegistered { world, _, shell in
            try shell.dropTriggers()
            for statement in [
                "UPDATE installation_secret SET wrapped = zeroblob(60) WHERE name = 'search'",
                "DELETE FROM installation_secret WHERE name = 'card-reference'",
            ] {
                try #require(try shell.run(statement).isDone)
            }
            func opened(isJudged: Bool) async throws -> Installation {
                try await Installation.open(
                    store: world.installation.store, vault: world.installation.vault, folders: world.installation.folders,
                    clock: world.clock, isChecking: true, isJudged: isJudged, log: world.installation.log)
            }
            for _ in 0..<2 {
                let found = try await opened(isJudged: true).checkStore(files: false).findings
                #expect(
                    Set(found.map { "\($0.kind.rawValue) \($0.table) \($0.key)" })
                        == ["sealed-unreadable installation_secret search", "key-missing installation_secret card-reference"])
            }
            await #expect(throws: KeyRefusal.notOpened) { _ = try await opened(isJudged: false) }
            try #require(try shell.run("DELETE FROM installation_secret").isDone)
            let found = try await opened(isJudged: false).checkStore(files: false).findings
            #expect(Set(found.map(\.key)) == ["search", "card-reference", "idempotent-answers"])
        }
    }

    @Test func `a missing file of evidence is named`() async throws {
        try await withRegistered { world, job, _ in
            let id = try #require(try await job.upload([.deviceData], as: job.clerk)[.deviceData])
            try await world.installation.evidence.remove(world.installation.evidence.location(of: id))
            let found = try await findings(world)
            #expect(found.map(\.kind) == [.fileUnreadable])
            #expect(found.first?.key == id.description)
        }
    }

    @Test func `findings never repeat a number of a card or a person`() async throws {
        try await withRegistered { world, job, shell in
            try shell.dropTriggers()
            _ = try shell.run(
                "DELETE FROM subscription WHERE id = 7; UPDATE identity_version SET ordinal = ordinal + 5; DELETE FROM iccid_directory WHERE ordinal = 0"
            )
            let text = try await findings(world).map(\.description).joined(separator: "\n")
            #expect(!text.isEmpty)
            for iccid in job.iccids { #expect(!text.contains(iccid)) }
            #expect(!text.contains(InventedPapers.handler.name ?? "欧阳"))
        }
    }
}
