import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases
import Vault

@Suite("Keys of what is sealed, with two custodians")
struct KeyDepositTests: FrozenCases {
    @Test func `without two custodians nothing is deposited, and the report says what waits`() async throws {
        try await frozen { lives, _, custodians in
            #expect(try await depositAll(lives) == 0)
            var figures = try await figures(lives)
            #expect(!figures.hasCustodians && figures.awaitingCustody == 2 && figures.inCustody == 0 && figures.keysInCustody == 0)
            try await custodians.set(in: lives)
            #expect(try await depositAll(lives) == 2)
            figures = try await self.figures(lives)
            #expect(figures.hasCustodians && figures.awaitingCustody == 0 && figures.inCustody == 2 && figures.keysInCustody > 4)
            #expect(try await depositAll(lives) == 0, "Never twice.")
            #expect(try await figures.keysInCustody == Int64(count("SELECT COUNT(*) FROM deposited_key", lives)))
            #expect(try await count("SELECT COUNT(*) FROM trail_entry WHERE action = 'keys.deposited'", lives) == 1)
            try await demandSound(lives)
        }
    }

    @Test func `what is deposited, the key-encryption key opens no more: no version, no paper, no application, no note`() async throws {
        try await frozen { lives, begun, custodians in
            try await custodians.set(in: lives)
            let kept: SQLText = """
                SELECT COUNT(*) FROM data_key k WHERE k.wrapped IS NOT NULL AND (k.id IN (SELECT data_key FROM identity_version)
                OR k.id IN (SELECT e.data_key FROM evidence e JOIN submission_evidence u ON u.evidence = e.id)
                OR k.id IN (SELECT draft_key FROM application WHERE state = 'approved'))
                """
            #expect(try await count(kept, lives) > 0)
            _ = try await depositAll(lives)
            #expect(try await count(kept, lives) == 0)
            // Approved and not answered, it opens nothing.
            _ = try await approved(lives)
            await #expect(throws: Refusal.custodiansAwaited) { try await reveal(lives) }
            await #expect(throws: Refusal.custodiansAwaited) {
                try await lives.shiming.revealApplication(as: lives.job.compliance, begun.application, purpose: Self.reason)
            }
            try await demandSound(lives)
        }
    }

    @Test func `no later key-encryption key opens it, and with both answers note, remark and opinion are read again`() async throws {
        let policy = ReviewPolicy(twoReviewers: [ReviewCondition()])
        try await frozen(policy: policy, note: "材料齐全", remark: "章印清晰") { lives, begun, custodians in
            let shiming = lives.shiming
            try await custodians.set(in: lives)
            _ = try await depositAll(lives)
            for table in ["decision", "decision_remark", "review_opinion"] {
                #expect(try await count("SELECT COUNT(*) FROM deposited_key WHERE kept_in = \(table)", lives) == 2, "\(table)")
            }
            let opening = try await approved(lives)
            let wrapped = try await count("SELECT COUNT(*) FROM data_key WHERE wrapped IS NOT NULL", lives)
            let secrets = try await count("SELECT COUNT(*) FROM installation_secret", lives)
            var chance = SystemRandomNumberGenerator()
            let later = KeyEncryptionKeys.text(addingFreshKey: "later", to: lives.world.keyText, chance: &chance)
            let rotated = try await shiming.rotateKeys(as: lives.job.administrator, to: try KeyEncryptionKeys(text: later))
            #expect(wrapped > 0 && rotated.current == "later" && rotated.rewrapped == wrapped + secrets)
            let exposed: SQLText = """
                SELECT COUNT(*) FROM deposited_key d JOIN data_key k ON k.id = d.data_key WHERE k.wrapped IS NOT NULL
                """
            #expect(try await count(exposed, lives) == 0)
            try await handIn(lives, opening.id, custodians, .a)
            await #expect(throws: Refusal.custodiansAwaited) {
                try await shiming.revealApplication(as: lives.job.compliance, begun.application, purpose: Self.reason)
            }
            try await handIn(lives, opening.id, custodians, .b)
            let paper = try await shiming.revealApplication(as: lives.job.compliance, begun.application, purpose: Self.reason)
            #expect(paper.content?.responsiblePerson?.name == InventedPapers.responsible.name)
            #expect(paper.note == "材料齐全" && paper.remark == "章印清晰")
            #expect(paper.opinions.map(\.text) == ["材料齐全\n章印清晰"])
            try await demandSound(lives)
        }
    }

    @Test func `both answers open it to the asker alone, for an hour, and then neither key nor answer stays`() async throws {
        try await frozen { lives, begun, custodians in
            let job = lives.job, shiming = lives.shiming
            try await custodians.set(in: lives)
            _ = try await depositAll(lives)
            let opening = try await approved(lives)
            #expect(opening.state(at: lives.world.clock.now()) == .awaitingCustodians)
            lives.world.clock.move(seconds: 40 * 3_600)
            let half = try await handIn(lives, opening.id, custodians, .b)
            #expect(half.state(at: lives.world.clock.now()) == .awaitingCustodians)
            await #expect(throws: Refusal.custodiansAwaited) { try await reveal(lives) }
            let whole = try await handIn(lives, opening.id, custodians, .a)
            #expect(whole.state(at: lives.world.clock.now()) == .open)

            let told = try await reveal(lives)
            #expect(told.roles[.responsiblePerson]?.name == InventedPapers.responsible.name && !told.isWithheld)
            let paper = try await shiming.revealApplication(as: job.compliance, begun.application, purpose: Self.reason)
            #expect(paper.content?.responsiblePerson?.name == InventedPapers.responsible.name)
            #expect(!told.evidence.isEmpty)
            for piece in told.evidence {
                #expect(try await shiming.openEvidence(as: job.compliance, piece, purpose: Self.reason).bytes.isEmpty == false)
            }
            await #expect(throws: Refusal.sealed) { try await reveal(lives, as: colleague(job)) }
            await #expect(throws: Refusal.sealed) { try await reveal(lives, 2) }
            await #expect(throws: Refusal.personalNameInText.at("/purpose")) {
                try await shiming.reveal(
                    as: job.compliance, .iccid(job.iccids[0]), at: try march(), purpose: "查\(InventedPapers.responsible.name ?? "")")
            }
            try await demandSound(lives)

            lives.world.clock.move(seconds: SealedOpening.openMinutes * 60 - 1)
            #expect(try await reveal(lives).roles.isEmpty == false)
            #expect(try await shiming.endOpenings() == 0)
            lives.world.clock.move(seconds: 1)
            await #expect(throws: Refusal.sealed) { try await reveal(lives) }
            #expect(try await shiming.endOpenings() == 1)
            #expect(try await shiming.endOpenings() == 0)
            #expect(try await count("SELECT COUNT(*) FROM opening_answer", lives) == 0)
            #expect(try await count("SELECT COUNT(*) FROM opening_exchange WHERE sealed IS NOT NULL OR data_key IS NOT NULL", lives) == 0)
            let actions = try await shiming.store.read { session in
                try session.all("SELECT action FROM trail_entry WHERE action LIKE 'sealed-opening.%'") { $0.text(0) }
            }
            #expect(
                actions.map { String($0.dropFirst("sealed-opening.".count)) }.sorted() == [
                    "approved", "asked", "custodian-answered", "custodian-answered", "custodian-asked", "custodian-asked", "ended",
                ])
            let own = try #require(custodians.a.publicKey?.text), other = try #require(custodians.b.publicKey?.text)
            let bodies = try await shiming.store.read { session in
                try session.all("SELECT body FROM trail_entry WHERE action LIKE 'sealed-opening.custodian-%'") { $0.text(0) }
            }
            #expect(bodies.filter { $0.contains(own) }.count == 2)
            #expect(bodies.filter { $0.contains(other) }.count == 2)
            try await demandSound(lives)
        }
    }

    @Test func `an answer that is wrong, another opening's, a second one, of another custodian or too late opens nothing`() async throws {
        try await frozen { lives, _, custodians in
            let job = lives.job, shiming = lives.shiming, stranger = TwoCustodians()
            try await custodians.set(in: lives)
            _ = try await depositAll(lives)
            let opening = try await approved(lives), other = try await approved(lives, 2)
            func ask(_ id: SealedOpeningID, _ side: CustodianSide) async throws -> String {
                try await shiming.askCustodian(as: job.compliance, id, side)
            }
            func hand(_ file: String, as principal: Principal? = nil) async throws {
                _ = try await shiming.handInAnswer(as: principal ?? job.compliance, opening.id, file: file)
            }
            let file = try await ask(opening.id, .a), right = try custodians.answer(file, .a, lives)
            await #expect(throws: Refusal.answerUnreadable.at("/answer")) { try await hand("{}") }
            await #expect(throws: Refusal.answerUnreadable.at("/answer")) { try await hand(file) }
            await #expect(throws: CustodianRefusal.notOpened) { try stranger.answer(file, .a, lives) }
            await #expect(throws: CustodianRefusal.notOpened) { try custodians.answer(file, .b, lives) }
            let foreign = try custodians.answer(try await ask(other.id, .a), .a, lives)
            await #expect(throws: Refusal.answerOfAnotherOpening.at("/answer")) { try await hand(foreign) }
            let renamed = foreign.replacing(other.id.description, with: opening.id.description)
            await #expect(throws: Refusal.answerWrong.at("/answer")) { try await hand(renamed) }
            let turned = right.replacing("\"side\":\"a\"", with: "\"side\":\"b\"")
            await #expect(throws: Refusal.answerWrong.at("/answer"), "One custodian is not both.") { try await hand(turned) }
            let empty = try CustodianAnswer(
                to: CustodianRequest(
                    opening: opening.id.description, code: "", caseNumber: "", reason: "", askedBy: "", approvedBy: "", until: 0, side: .a,
                    answerTo: custodians.request(file, .a, lives).answerTo, items: []), by: custodians.a)
            await #expect(throws: Refusal.answerWrong.at("/answer")) { try await hand(empty.file()) }
            let byStranger = try CustodianAnswer(
                to: CustodianRequest(
                    opening: opening.id.description, code: "", caseNumber: "", reason: "", askedBy: "", approvedBy: "", until: 0, side: .b,
                    answerTo: custodians.request(file, .a, lives).answerTo, items: []), by: stranger.b)
            await #expect(throws: Refusal.answerWrong.at("/answer")) { try await hand(byStranger.file()) }
            for someone in [job.reviewer, job.clerk, job.administrator] {
                await #expect(throws: Refusal.notPermitted) { try await hand(right, as: someone) }
                await #expect(throws: Refusal.notPermitted) { try await shiming.askCustodian(as: someone, opening.id, .a) }
            }
            let program = Principal(
                account: job.compliance.account, organisation: job.compliance.organisation, permissions: job.compliance.permissions,
                scope: .everything, means: .apiKey)
            await #expect(throws: Refusal.openingByPeople) { try await hand(right, as: program) }
            await #expect(throws: Refusal.custodiansAwaited) { try await reveal(lives) }
            try await hand(right)
            await #expect(throws: Refusal.answerGivenAlready.at("/answer")) { try await hand(right) }
            let again = try custodians.answer(file, .a, lives)
            await #expect(throws: Refusal.answerGivenAlready.at("/answer")) { try await hand(again) }
            let late = try custodians.answer(try await ask(opening.id, .b), .b, lives)
            lives.world.clock.move(seconds: SealedOpening.custodianHours * 3_600)
            await #expect(throws: Refusal.openingNotAwaiting) { try await hand(late) }
            await #expect(throws: Refusal.sealed) { try await reveal(lives) }
            #expect(try await shiming.endOpenings() == 2)
            await #expect(throws: Refusal.openingNotAwaiting) { try await hand(late) }
            try await demandSound(lives)
        }
    }

    @Test func `an opening without custodians asks none`() async throws {
        try await frozen { lives, _, _ in
            let opening = try await approved(lives)
            #expect(opening.state(at: lives.world.clock.now()) == .open)
            await #expect(throws: Refusal.openingNeedsNoCustodian) {
                try await lives.shiming.askCustodian(as: lives.job.compliance, opening.id, .a)
            }
            await #expect(throws: Refusal.notFound) {
                try await lives.shiming.askCustodian(as: lives.job.compliance, SealedOpeningID(high: 1, low: 1), .a)
            }
        }
    }

    @Test func `a person or a paper that also stands in a live registration stays readable there, and waits`() async throws {
        try await frozen([0, 1]) { lives, begun, custodians in
            let job = lives.job, shiming = lives.shiming
            try await custodians.set(in: lives)
            _ = try await depositAll(lives)
            // Both registrations name the same persons.
            #expect(try await shiming.answer(as: job.clerk, .iccid(job.iccids[2])).roles[.responsiblePerson] != nil)
            let figures = try await figures(lives)
            #expect(figures.inCustody == 0 && figures.awaitingCustody == 1 && figures.keysInCustody > 0)
            let versions: SQLText = "SELECT COUNT(*) FROM deposited_key WHERE kept_in = 'identity_version'"
            #expect(try await count(versions, lives) == 0)
            // What is its own alone, is with the custodians.
            #expect(try await count("SELECT COUNT(*) FROM deposited_key WHERE kept_in = 'application'", lives) == 1)
            _ = try await approved(lives)
            await #expect(throws: Refusal.custodiansAwaited) {
                try await shiming.revealApplication(as: job.compliance, begun.application, purpose: Self.reason)
            }
            // When the other has ended for as long, both are.
            try await lives.change(.cancel, [2, 3])
            try await lives.sweep(at: 2028, 9, 1)
            lives.world.clock.set(try shanghai(2030, 9, 2))
            _ = try await depositAll(lives)
            #expect(try await self.figures(lives).inCustody == 2)
            #expect(try await count(versions, lives) > 0)
            try await demandSound(lives)
        }
    }

    @Test func `who was registered is still found by his document, and by the card`() async throws {
        try await frozen { lives, _, custodians in
            let job = lives.job
            try await custodians.set(in: lives)
            let found: SQLText = "SELECT COUNT(*) FROM identity_search"
            let before = try await count(found, lives)
            _ = try await depositAll(lives)
            try await lives.shiming.purgeDue()
            #expect(try await count(found, lives) == before)
            let answer = try await lives.shiming.answer(as: job.compliance, .iccid(job.iccids[0]), at: try march())
            #expect(answer.phase.isSealed && answer.registration != nil && answer.roles.isEmpty)
            // He comes back: his old version opens no more, and a new one is written.
            let versions: SQLText = "SELECT COUNT(*) FROM identity_version WHERE id IN (SELECT identity FROM role_succession)"
            let known = try await count(versions, lives)
            _ = try await job.registered(
                content: { $0.authorisation = Authorisation(purpose: "办理物联网卡实名登记", validFrom: "2028-01-01", validUntil: "2028-12-31") },
                cards: .numbers([job.iccids[4]]))
            #expect(try await count(versions, lives) > known)
            let live = try await lives.shiming.reveal(as: job.compliance, .iccid(job.iccids[4]), purpose: "核对登记信息")
            #expect(live.roles[.responsiblePerson]?.name == InventedPapers.responsible.name && !live.isWithheld)
            try await demandSound(lives)
        }
    }

    @Test func `what one pair has stays with it when another takes its place, and each answers for its own`() async throws {
        try await frozen([0, 1]) { lives, begun, first in
            let job = lives.job, shiming = lives.shiming, second = TwoCustodians()
            try await first.set(in: lives)
            _ = try await depositAll(lives)
            try await second.set(in: lives)
            try await lives.change(.cancel, [2, 3])
            try await lives.sweep(at: 2028, 9, 1)
            lives.world.clock.set(try shanghai(2030, 9, 2))
            _ = try await depositAll(lives)
            #expect(try await count("SELECT COUNT(DISTINCT pair) FROM deposited_key", lives) == 2)
            let opening = try await approved(lives)
            for side in CustodianSide.allCases {
                let file = try await shiming.askCustodian(as: job.compliance, opening.id, side)
                _ = try await shiming.handInAnswer(as: job.compliance, opening.id, file: try first.answer(file, side, lives))
                await #expect(throws: Refusal.custodiansAwaited) { try await reveal(lives) }
                _ = try await shiming.handInAnswer(as: job.compliance, opening.id, file: try second.answer(file, side, lives))
            }
            #expect(try await reveal(lives).roles[.responsiblePerson]?.name == InventedPapers.responsible.name)
            let paper = try await shiming.revealApplication(as: job.compliance, begun.application, purpose: Self.reason)
            #expect(paper.content?.responsiblePerson?.name == InventedPapers.responsible.name)
        }
    }

    @Test func `few at a time come to the same, and two at once deposit each key once`() async throws {
        try await frozen { lives, _, custodians in
            let shiming = lives.shiming
            try await custodians.set(in: lives)
            var acts = 0
            while try await shiming.depositKeys(most: 2) > 0 {
                acts += 1
                async let one = shiming.depositKeys(most: 2)
                async let other = shiming.depositKeys(most: 2)
                _ = try await (one, other)
                #expect(acts < 100)
            }
            let figures = try await figures(lives)
            #expect(figures.inCustody == 2 && acts > 1)
            #expect(try await Int64(count("SELECT COUNT(*) FROM deposited_key", lives)) == figures.keysInCustody)
            let opening = try await approved(lives)
            for side in CustodianSide.allCases { _ = try await handIn(lives, opening.id, custodians, side) }
            #expect(try await reveal(lives).roles[.responsiblePerson]?.name == InventedPapers.responsible.name)
            try await demandSound(lives)
        }
    }

    @Test func `a check names a key that is nowhere, and one that is still wrapped here`() async throws {
        try await frozen { lives, _, custodians in
            let shiming = lives.shiming
            try await custodians.set(in: lives)
            let (id, wrapped) = try #require(
                try await shiming.store.read { session in
                    try session.first("SELECT k.id, k.wrapped FROM data_key k JOIN identity_version v ON v.data_key = k.id LIMIT 1") {
                        ($0.blob(0), $0.blob(1))
                    }
                })
            _ = try await depositAll(lives)
            try await shiming.store.write { try $0.run("UPDATE data_key SET wrapped = \(wrapped) WHERE id = \(id)") }
            while try await shiming.sequenceTrail() > 0 {}
            #expect(try await shiming.checkStore().findings.map(\.kind) == [.keyExposed])
            try await shiming.store.write { session in
                try session.run("UPDATE data_key SET wrapped = NULL WHERE id = \(id)")
                try session.run(
                    "INSERT INTO data_key (id, wrapped_under, wrapped, created_at) VALUES (\([UInt8](repeating: 9, count: 16)), 'x', NULL, 1)"
                )
            }
            #expect(try await shiming.checkStore().findings.map(\.kind) == [.keyMissing])
        }
    }
}
