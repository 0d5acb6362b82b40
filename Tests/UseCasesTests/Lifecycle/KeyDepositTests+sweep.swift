import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// What goes to the custodians, and what waits.
extension KeyDepositTests {
    @Test func `what is held or still in retention is deposited when that is over, and not before`() async throws {
        try await frozen { lives, begun, custodians in
            let job = lives.job, shiming = lives.shiming
            try await custodians.set(in: lives)
            lives.world.clock.set(try shanghai(2028, 4, 1))
            let hold = try await shiming.placeHold(
                as: job.compliance, HoldWish(.iccid(job.iccids[0]), at: try march(), caseNumber: "沪01民初〔2028〕1号", reason: "证据保全"))
            #expect(try await depositAll(lives) == 0)
            lives.world.clock.set(try shanghai(2028, 6, 2))
            _ = try await depositAll(lives)
            // The persons are the same in both; of the other only what is its own.
            #expect(try await figures(lives).inCustody == 0)
            #expect(try await count("SELECT COUNT(*) FROM deposited_key WHERE kept_in = 'application'", lives) == 1)
            // Both were looked at; the trail names the one of which something went.
            let named: SQLText = """
                SELECT COUNT(*) FROM trail_entry e JOIN trail_subject t ON t.entry = e.id
                WHERE e.action = 'keys.deposited' AND t.kind = \(SubjectKind.registration.rawValue)
                """
            #expect(try await count(named, lives) == 1)
            let held: SQLText = "\(named) AND t.subject = \(begun.registration)"
            #expect(try await count(held, lives) == 0)
            _ = try await shiming.releaseHold(as: job.compliance, hold.id, reason: "案件已结案")
            lives.world.clock.move(seconds: 31 * 86_400)
            _ = try await depositAll(lives)
            #expect(try await figures(lives).inCustody == 2)
        }
    }

    @Test func `a sent-back case that was mended with other pictures is deposited with the rest`() async throws {
        try await withLives(registered: false) { lives, _ in
            let job = lives.job, shiming = lives.shiming, custodians = TwoCustodians()
            let begun = try await job.submitted()
            let back = try await shiming.decideApplication(
                as: job.reviewer, begun.application, version: begun.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/unit-document", code: "unreadable")], note: nil)
            let other = try await job.upload(InventedPapers.agentSlots, as: job.clerk)
            let version = try await shiming.updateApplication(
                as: job.clerk, begun.application, version: back.version, content: InventedPapers.application(evidence: other))
            let again = try await shiming.submitApplication(as: job.clerk, begun.application, version: version)
            _ = try await shiming.decideApplication(
                as: job.reviewer, begun.application, version: again.version, verdict: .approve, reasons: [], note: nil)
            try await lives.change(.activate, [0, 1, 2, 3])
            try await lives.change(.cancel, [0, 1, 2, 3])
            try await lives.sweep(at: 2026, 6, 1)
            lives.world.clock.set(try shanghai(2028, 6, 2))
            try await shiming.purgeDue()
            func admissible() async throws -> Int {
                let now = lives.world.clock.now()
                return try await shiming.store.read { session in
                    let pieces = try EvidenceUse.pieces(of: begun.registration, in: session)
                    return try EvidenceUse.admissible(pieces, .everything, at: now, in: session).count
                }
            }
            let first: SQLText = """
                SELECT COUNT(*) FROM evidence_state s WHERE s.purge_after IS NOT NULL AND s.registered_at IS NULL
                AND s.evidence IN (SELECT evidence FROM submission_evidence)
                """
            #expect(try await count(first, lives) == 6, "The pictures that were sent back are neither registered nor purged.")
            #expect(try await admissible() == 6)
            try await custodians.set(in: lives)
            _ = try await depositAll(lives)
            #expect(try await admissible() == 0, "What custodians have is handed in with nothing new: nobody could look at it.")
            let figures = try await figures(lives)
            #expect(figures.inCustody == 1 && figures.awaitingCustody == 0)
            #expect(try await count("SELECT COUNT(*) FROM deposited_key WHERE kept_in = 'evidence'", lives) == 12)
            try await demandSound(lives)
        }
    }

    @Test func `what has more keys than an answer carries waits, whole`() async throws {
        try await frozen { lives, _, custodians in
            try await custodians.set(in: lives)
            #expect(try await lives.shiming.depositKeys(keysMax: 3) == 2)
            var figures = try await figures(lives)
            #expect(figures.inCustody == 0 && figures.awaitingCustody == 2 && figures.keysInCustody == 0)
            #expect(try await depositAll(lives) == 0, "It is not looked at for ever.")
            lives.world.clock.move(seconds: 31 * 86_400)
            _ = try await depositAll(lives)
            figures = try await self.figures(lives)
            #expect(figures.inCustody == 2 && figures.awaitingCustody == 0)
        }
    }

    @Test func `what belongs to an opening that lasts is deposited when it is over, and with it what others share`() async throws {
        try await frozen { lives, begun, custodians in
            let opening = try await approved(lives)
            #expect(opening.state(at: lives.world.clock.now()) == .open)
            try await custodians.set(in: lives)
            _ = try await depositAll(lives)
            #expect(try await count("SELECT COUNT(*) FROM deposited_key WHERE kept_in = 'identity_version'", lives) == 0)
            #expect(try await count("SELECT COUNT(*) FROM deposited_key WHERE kept_in = 'application'", lives) == 1)
            #expect(try await reveal(lives).roles[.responsiblePerson]?.name == InventedPapers.responsible.name)
            let paper = try await lives.shiming.revealApplication(as: lives.job.compliance, begun.application, purpose: Self.reason)
            #expect(paper.content?.responsiblePerson?.name == InventedPapers.responsible.name)
            lives.world.clock.move(seconds: 31 * 86_400)
            _ = try await depositAll(lives)
            #expect(try await figures(lives).inCustody == 2)
        }
    }

    @Test func `a time of day far past the newest entry of the trail is not believed`() async throws {
        try await frozen { lives, _, custodians in
            lives.world.clock.set(try shanghai(2028, 5, 20))
            try await custodians.set(in: lives)
            lives.world.clock.set(try shanghai(2028, 6, 2))
            #expect(try await lives.shiming.depositKeys() == 0)
            #expect(try await count("SELECT COUNT(*) FROM deposited_key", lives) == 0)
            try await work(lives)
            lives.world.clock.set(try shanghai(2028, 6, 9, hour: 1))
            #expect(try await lives.shiming.depositKeys() == 0)
            lives.world.clock.set(try shanghai(2028, 6, 9))
            #expect(try await lives.shiming.depositKeys() == 2)
            #expect(try await count("SELECT COUNT(*) FROM deposited_key", lives) > 0)
        }
    }

    @Test func `what the program itself writes does not lead a clock on that is ahead`() async throws {
        try await frozen { lives, _, custodians in
            try await custodians.set(in: lives)
            #expect(try await lives.shiming.depositKeys(most: 1) > 0)
            lives.world.clock.set(try shanghai(2028, 6, 8))
            #expect(try await lives.shiming.depositKeys(most: 1) > 0)
            let deposited = try await count("SELECT COUNT(*) FROM deposited_key", lives)
            #expect(deposited == 2)
            lives.world.clock.set(try shanghai(2028, 6, 10))
            #expect(try await lives.shiming.depositKeys() == 0)
            #expect(try await count("SELECT COUNT(*) FROM deposited_key", lives) == deposited)
            #expect(try await depositAll(lives) > 0)
        }
    }

    @Test func `what was written of a registration since it was planned is looked at again, not forgotten`() async throws {
        try await frozen { lives, begun, custodians in
            let now = lives.world.clock.now()
            func look() async throws -> Int {
                try await lives.shiming.store.write { session in
                    try DepositRecords.lookAgain(begun.registration, at: nil, now: now, in: session)
                    return try session.count("SELECT custody_look FROM registration_state WHERE registration = \(begun.registration)")
                }
            }
            #expect(try await look() == Int(now.milliseconds))
            try await custodians.set(in: lives)
            _ = try await depositAll(lives)
            #expect(try await look() == 0)
        }
    }

    @Test func `what others share keeps nothing else from being deposited, however few go at once`() async throws {
        try await frozen([0, 1]) { lives, begun, custodians in
            try await custodians.set(in: lives)
            while try await lives.shiming.depositKeys(most: 1) > 0 {}
            let own: SQLText = """
                SELECT COUNT(*) FROM data_key k WHERE k.wrapped IS NOT NULL AND (k.id IN (SELECT e.data_key FROM evidence e
                JOIN submission_evidence u ON u.evidence = e.id JOIN submission m ON m.id = u.submission
                WHERE m.registration = \(begun.registration))
                OR k.id IN (SELECT draft_key FROM application WHERE registration = \(begun.registration)))
                """
            #expect(try await count(own, lives) == 0)
            let figures = try await figures(lives)
            #expect(figures.inCustody == 0 && figures.awaitingCustody == 1)
        }
    }

    @Test func `a piece that rots is not deposited, and one that rots with the custodians is found and not saved`() async throws {
        try await frozen { lives, begun, custodians in
            let shiming = lives.shiming
            try await custodians.set(in: lives)
            let pieces = try await shiming.store.read { session in
                try EvidenceUse.pieces(of: begun.registration, in: session).compactMap {
                    try EvidenceRecords.find($0, .everything, in: session)
                }
            }
            let rotten = try #require(pieces.first), lost = try #require(pieces.last)
            let whole = try await shiming.evidence.get(rotten.location)
            var changed = whole
            changed[changed.count - 1] ^= 1
            try await shiming.evidence.put(changed, at: rotten.location)
            let saved = try await shiming.evidence.get(lost.location)
            try await shiming.evidence.remove(lost.location)
            _ = try await depositAll(lives)
            for piece in [rotten, lost] {
                let wrapped = try await shiming.store.read { try DataKeyRecords.find(piece.dataKey, in: $0) }
                #expect(wrapped != nil)
            }
            #expect(try await figures(lives).awaitingCustody == 1)
            try await shiming.evidence.put(whole, at: rotten.location)
            try await shiming.evidence.put(saved, at: lost.location)
            lives.world.clock.move(seconds: 86_400)
            _ = try await depositAll(lives)
            #expect(try await figures(lives).inCustody == 2)
            try await demandSound(lives)

            #expect(try await shiming.verified(rotten, of: shiming.store) == whole)
            try await shiming.evidence.put(changed, at: rotten.location)
            try await shiming.evidence.remove(lost.location)
            let found = try await shiming.checkStore().findings
            #expect(found.map(\.kind) == [.fileUnreadable, .fileUnreadable])
            #expect(Set(found.map(\.key)) == [rotten.id.description, lost.id.description])
            for piece in [rotten, lost] { #expect(try await shiming.verified(piece, of: shiming.store) == nil) }
        }
    }
}
