import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Vault

@Suite("Two custodians, proposed, proved and confirmed")
struct CustodianSettingTests {
    private func inForce(_ lives: LifeSteps) async throws -> Int64? {
        try await lives.shiming.store.read { try CustodianRecords.inForce(in: $0)?.pair.ordinal }
    }

    @Test func `keys that are none, alike or unchanged set no custodians, and others set none`() async throws {
        try await withLives(registered: false) { lives, _ in
            let job = lives.job, shiming = lives.shiming, custodians = TwoCustodians()
            let a = try #require(custodians.a.publicKey?.text), b = try #require(custodians.b.publicKey?.text)
            for (first, second, place) in [("", b, "/a"), (a, "custodian-00", "/b"), (a + "0", b, "/a")] {
                await #expect(throws: Refusal.custodianKeyUnreadable.at(place)) {
                    try await shiming.setCustodians(as: job.administrator, a: first, b: second)
                }
            }
            await #expect(throws: Refusal.custodiansAlike.at("/b")) { try await shiming.setCustodians(as: job.administrator, a: a, b: a) }
            for someone in [job.clerk, job.reviewer, job.auditor] {
                await #expect(throws: Refusal.notPermitted) { try await shiming.setCustodians(as: someone, a: a, b: b) }
                await #expect(throws: Refusal.notPermitted) { try await shiming.listCustodians(as: someone) }
            }
            try await custodians.set(in: lives)
            await #expect(throws: Refusal.custodiansUnchanged) { try await custodians.set(in: lives) }
            #expect(try await shiming.setCustodians(as: job.administrator, a: b, b: a).pair.ordinal == 2)
            #expect(try await shiming.listCustodians(as: job.administrator).map(\.pair.ordinal) == [2, 1])
            #expect(try await shiming.listCustodians(as: job.administrator).map { $0.confirmation != nil } == [false, true])
        }
    }

    @Test func `what is proposed has nothing, until both have proved their keys and another says so`() async throws {
        try await withLives(registered: false) { lives, _ in
            let shiming = lives.shiming, custodians = TwoCustodians(), administrator = lives.job.administrator,
                second = TwoCustodians.second(lives)
            func confirm(_ pair: Int64, _ a: String, _ b: String, as principal: Principal) async throws {
                _ = try await shiming.confirmCustodians(as: principal, pair, a: a, b: b)
            }
            let proposed = try await custodians.propose(in: lives)
            let a = try custodians.proof(proposed, .a, lives), b = try custodians.proof(proposed, .b, lives)
            #expect(try await inForce(lives) == nil)
            await #expect(throws: Refusal.ownCustodians) { try await confirm(1, a, b, as: administrator) }
            for (first, other, place) in [("", b, "/a"), (a, a, "/b"), (b, a, "/a"), (a, String(b.dropLast()) + "g", "/b")] {
                await #expect(throws: Refusal.custodianProofWrong.at(place)) { try await confirm(1, first, other, as: second) }
            }
            for pair: Int64 in [0, 2] {
                await #expect(throws: Refusal.custodiansNotAwaiting.at("/pair")) { try await confirm(pair, a, b, as: second) }
            }
            for someone in [lives.job.clerk, lives.job.reviewer, lives.job.compliance] {
                await #expect(throws: Refusal.notPermitted) { try await confirm(1, a, b, as: someone) }
            }
            // Who is proposed again is challenged again.
            let again = try await custodians.propose(in: lives)
            await #expect(throws: Refusal.custodiansNotAwaiting.at("/pair")) { try await confirm(1, a, b, as: second) }
            await #expect(throws: Refusal.custodianProofWrong.at("/a")) { try await confirm(2, a, b, as: second) }
            let fresh = (a: try custodians.proof(again, .a, lives), b: try custodians.proof(again, .b, lives))
            lives.world.clock.move(seconds: SealedOpening.custodianHours * 3_600)
            await #expect(throws: Refusal.custodiansNotAwaiting.at("/pair")) { try await confirm(2, fresh.a, fresh.b, as: second) }
            #expect(try await inForce(lives) == nil)
            #expect(try await custodians.set(in: lives).pair.ordinal == 3)
            #expect(try await inForce(lives) == 3)
            #expect(try await shiming.retentionFigures(as: lives.job.compliance).hasCustodians)
            await #expect(throws: Refusal.custodiansNotAwaiting.at("/pair")) { try await confirm(3, a, b, as: second) }
            while try await shiming.sequenceTrail() > 0 {}
            #expect(try await shiming.checkStore().findings == [])
        }
    }
}
