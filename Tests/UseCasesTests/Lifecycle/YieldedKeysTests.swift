import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Vault

@Suite("What custodians have, and what they yield")
struct YieldedKeysTests: FrozenCases {
    /// What a custodian answers, and what he adds of his own.
    private func answer(
        _ lives: LifeSteps, _ opening: StoredOpening, _ custodian: CustodianSecret, _ side: CustodianSide,
        adding more: [CustodianRequest.Item] = []
    ) async throws -> String {
        let own = try #require(custodian.publicKey)
        let deposits = try await lives.shiming.store.read { try DepositRecords.deposited(of: opening.registration, in: $0) }
        let exchange = try #require(try await lives.shiming.store.read { try OpeningExchangeRecords.find(opening.id, in: $0) })
        let asked = deposits.filter { $0.place.pair[side] == own }
        let items = asked.map { CustodianRequest.Item(place: $0.place, sealed: $0.deposit[side].sealed) }
        let request = CustodianRequest(
            opening: opening.id.description, code: "", caseNumber: "", reason: "", askedBy: "", approvedBy: "", until: 0, side: side,
            answerTo: exchange.publicKey, items: items + more)
        return try CustodianAnswer(to: request, by: custodian).file()
    }

    @Test func `what a clock that was ahead deposited is called kept by custodians, not destroyed, and an opening opens it`() async throws {
        try await frozen { lives, begun, custodians in
            let job = lives.job, shiming = lives.shiming
            try await custodians.set(in: lives)
            try await depositAll(lives)
            lives.world.clock.set(try shanghai(2028, 4, 1))
            let masked = try await shiming.answer(as: job.compliance, .iccid(job.iccids[0]), at: try march())
            #expect(masked.phase.name == "retention" && masked.isWithheld && masked.whyClosed == Refusal.inCustody)
            #expect(masked.roles.isEmpty && masked.unit == nil && masked.evidence.isEmpty)
            await #expect(throws: Refusal.inCustody) { try await reveal(lives) }
            await #expect(throws: Refusal.inCustody) {
                try await shiming.revealApplication(as: job.compliance, begun.application, purpose: Self.reason)
            }
            #expect(try await shiming.readApplication(as: job.compliance, begun.application).isWithheld)

            let opening = try await approved(lives)
            #expect(opening.state(at: lives.world.clock.now()) == .awaitingCustodians)
            await #expect(throws: Refusal.custodiansAwaited) { try await reveal(lives) }
            for (custodian, side) in [(custodians.a, CustodianSide.a), (custodians.b, .b)] {
                let file = try await answer(lives, opening, custodian, side)
                _ = try await shiming.handInAnswer(as: job.compliance, opening.id, file: file)
            }
            let told = try await reveal(lives)
            #expect(told.roles[.responsiblePerson]?.name == InventedPapers.responsible.name && !told.isWithheld)
            let piece = try #require(told.evidence.first)
            #expect(try await shiming.openEvidence(as: job.compliance, piece, purpose: Self.reason).bytes.isEmpty == false)
            await #expect(throws: Refusal.inCustody, "It is open to whoever asked alone.") {
                try await reveal(lives, as: colleague(job))
            }
            lives.world.clock.move(seconds: SealedOpening.openMinutes * 60)
            await #expect(throws: Refusal.inCustody) {
                try await shiming.openEvidence(as: job.compliance, piece, purpose: Self.reason)
            }
            await #expect(throws: Refusal.inCustody) { try await reveal(lives) }
        }
    }

    @Test func `a live registration that came to rest on a deposited piece does not shut out an opening of the other`() async throws {
        try await frozen([0, 1]) { lives, begun, custodians in
            let job = lives.job, shiming = lives.shiming
            try await custodians.set(in: lives)
            try await depositAll(lives)
            let piece = try #require(try await shiming.store.read { try EvidenceUse.pieces(of: begun.registration, in: $0) }.first)
            // None is handed in any more once it is deposited; what another server took in the same moment could be.
            try await shiming.store.write { session in
                let others: [SubmissionID] = try session.all(
                    "SELECT id FROM submission WHERE registration <> \(begun.registration)"
                ) { try $0.identifier(0) }
                for other in others {
                    try session.run("INSERT INTO submission_evidence (submission, slot, evidence) VALUES (\(other), 'other', \(piece))")
                }
            }
            func open() async throws -> OpenedEvidence {
                try await shiming.openEvidence(as: job.compliance, piece, purpose: Self.reason)
            }
            await #expect(throws: Refusal.inCustody) { try await open() }
            let opening = try await approved(lives)
            await #expect(throws: Refusal.custodiansAwaited) { try await open() }
            for side in CustodianSide.allCases { try await handIn(lives, opening.id, custodians, side) }
            #expect(try await open().bytes.isEmpty == false)
            await #expect(throws: Refusal.inCustody, "It is open to whoever asked alone.") {
                try await shiming.openEvidence(as: colleague(job), piece, purpose: Self.reason)
            }
        }
    }

    @Test func `what is in retention and with no custodian is not opened by asking`() async throws {
        try await frozen { lives, _, custodians in
            try await custodians.set(in: lives)
            lives.world.clock.set(try shanghai(2028, 4, 1))
            await #expect(throws: Refusal.notSealed) { try await approved(lives) }
        }
    }

    @Test func `a half that nobody asked of a custodian counts for nothing`() async throws {
        try await frozen([0, 1]) { lives, begun, first in
            let job = lives.job, shiming = lives.shiming, second = TwoCustodians()
            try await first.set(in: lives)
            try await depositAll(lives)
            try await second.set(in: lives)
            try await lives.change(.cancel, [2, 3])
            try await lives.sweep(at: 2028, 9, 1)
            lives.world.clock.set(try shanghai(2030, 9, 2))
            try await depositAll(lives)
            let opening = try await approved(lives)

            // The second pair's custodians make up halves of what the first pair has.
            var chance = SystemRandomNumberGenerator()
            let forger = Vault(keys: try KeyEncryptionKeys(text: KeyEncryptionKeys.text(addingFreshKey: "kek-1", to: nil, chance: &chance)))
            let pair = CustodianPair(ordinal: 2, a: try #require(second.a.publicKey), b: try #require(second.b.publicKey))
            let deposits = try await shiming.store.read { try DepositRecords.deposited(of: opening.registration, in: $0) }
            let others = deposits.map(\.place).filter { $0.pair.ordinal == 1 }
            #expect(!others.isEmpty)
            let forged = try others.map { place in
                let own = DepositPlace(key: place.key, table: place.table, pair: pair)
                return (own, try forger.deposit(forger.freshKey(id: place.key).0, at: own))
            }
            for side in CustodianSide.allCases {
                let more = forged.map { CustodianRequest.Item(place: $0.0, sealed: $0.1[side].sealed) }
                let own = side == .a ? (first.a, second.a) : (first.b, second.b)
                for file in [try await answer(lives, opening, own.1, side, adding: more), try await answer(lives, opening, own.0, side)] {
                    _ = try await shiming.handInAnswer(as: job.compliance, opening.id, file: file)
                }
            }
            let paper = try await shiming.revealApplication(as: job.compliance, begun.application, purpose: Self.reason)
            #expect(paper.content?.responsiblePerson?.name == InventedPapers.responsible.name)
        }
    }

    @Test func `a finding of a sealed case is read in no list, and one made after the deposit is deposited as well`() async throws {
        try await frozen(policy: ReviewPolicy(reAuditPermille: 1_000)) { lives, _, custodians in
            let job = lives.job, shiming = lives.shiming
            let drawn = try await shiming.listReAudits(as: job.compliance, state: .open).rows
            #expect(drawn.count == 2)
            try await custodians.set(in: lives)
            let early = try await shiming.findReAudit(as: job.compliance, drawn[0].decision, .kept, reasons: [], remark: "材料齐全")
            #expect(early.finding != nil && early.finding?.remark == nil)
            func kept() async throws -> [ReAuditView] { try await shiming.listReAudits(as: job.compliance, state: .kept).rows }
            #expect(try await kept().map { $0.finding?.remark } == [nil])
            try await depositAll(lives)
            #expect(try await figures(lives).inCustody == 2)
            _ = try await shiming.findReAudit(as: job.compliance, drawn[1].decision, .kept, reasons: [], remark: "场所与用途相符")
            #expect(try await figures(lives).inCustody == 1)
            try await depositAll(lives)
            #expect(try await figures(lives).inCustody == 2)
            let findings = try await shiming.store.read { session in
                try session.count("SELECT COUNT(*) FROM deposited_key WHERE kept_in = 're_audit_finding'")
            }
            #expect(findings == 2)
            #expect(try await kept().map { $0.finding?.remark } == [nil, nil])
            try await demandSound(lives)
        }
    }

    @Test func `a request for as many keys as are deposited of one registration is not too large to be read`() async throws {
        try await frozen { lives, _, custodians in
            try await custodians.set(in: lives)
            try await depositAll(lives)
            let opening = try await approved(lives)
            let keys = try await lives.shiming.store.read { try DepositRecords.deposited(of: opening.registration, in: $0).count }
            let file = try await lives.shiming.askCustodian(as: lives.job.compliance, opening.id, .a)
            #expect(keys > 3 && file.utf8.count / keys * Installation.depositedKeysMax < CustodianRequest.bytesMax)
        }
    }

    /// As Contract/openapi.yaml has it of `CustodianAnswer`.
    private static let answerCharacters = 16_000_000

    @Test func `five thousand halves are answered and read, and as many as may be deposited are no longer than the contract takes`() throws
    {
        var chance = SystemRandomNumberGenerator()
        let vault = Vault(keys: try KeyEncryptionKeys(text: KeyEncryptionKeys.text(addingFreshKey: "kek-1", to: nil, chance: &chance)))
        let (a, b, own) = (CustodianSecret(), CustodianSecret(), OpeningKey())
        let pair = CustodianPair(ordinal: 1, a: try #require(a.publicKey), b: try #require(b.publicKey))
        let keys = 5_000
        var deposits: [[UInt8]: KeyDeposit] = [:]
        let items = try (0..<keys).map { number in
            let id = [UInt8](repeating: 7, count: 14) + [UInt8(number >> 8), UInt8(number & 0xff)]
            let place = DepositPlace(key: id, table: "identity_version", pair: pair)
            let deposit = try vault.deposit(vault.freshKey(id: id).0, at: place)
            deposits[id] = deposit
            return CustodianRequest.Item(place: place, sealed: deposit.a.sealed)
        }
        let request = CustodianRequest(
            opening: "o-1", code: "SO-1", caseNumber: "案1号", reason: "协查", askedBy: "x", approvedBy: "y", until: 1, side: .a,
            answerTo: own.publicBytes, items: items)
        let file = try CustodianAnswer(to: request, by: a).file()
        #expect(file.utf8.count * Installation.depositedKeysMax / keys < Self.answerCharacters)
        let halves = try CustodianAnswer(file: file).halves(with: own)
        #expect(halves.count == keys)
        let areRight = halves.allSatisfy { id, half in deposits[id]?.a.isRight(half, of: id, .a) ?? false }
        #expect(areRight)
    }
}
