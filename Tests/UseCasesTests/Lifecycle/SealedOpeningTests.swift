import Ledger
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("What is sealed opens by two, with a case number")
struct SealedOpeningTests {
    private static let number = "沪公网安调证〔2028〕77号"
    private static let reason = "涉诈案件协查"

    /// The second person.
    private func colleague(_ job: MainJob) -> Principal {
        MainJob.staff([.compliance], in: job.administrator.organisation, scope: .everything, 61)
    }

    private func march() throws -> Instant { try shanghai(2026, 3, 20) }

    /// Registered in March 2026 by two registrations, cancelled by June, sealed in June 2028.
    private func sealed(_ body: (LifeSteps, BegunApplication) async throws -> Void) async throws {
        try await withLives(cards: 5, registered: false) { lives, _ in
            let job = lives.job
            var begun: [BegunApplication] = []
            for cards in [[0, 1], [2, 3]] {
                let draft = try await job.begun(cards: .numbers(cards.map { job.iccids[$0] }))
                let handed = try await lives.shiming.submitApplication(as: job.clerk, draft.application, version: draft.version)
                _ = try await lives.shiming.decideApplication(
                    as: job.reviewer, draft.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
                begun.append(draft)
            }
            try await lives.change(.activate, [0, 1, 2, 3])
            try await lives.change(.cancel, [0, 1, 2, 3])
            try await lives.sweep(at: 2026, 6, 1)
            lives.world.clock.set(try shanghai(2028, 6, 2))
            try await body(lives, begun[0])
        }
    }

    private func ask(_ lives: LifeSteps, _ card: Int = 0, caseNumber: String = Self.number, as principal: Principal? = nil) async throws
        -> StoredOpening
    {
        try await lives.shiming.askForOpening(
            as: principal ?? lives.job.compliance, .iccid(lives.job.iccids[card]), at: try march(), caseNumber: caseNumber,
            reason: Self.reason)
    }

    private func reveal(_ lives: LifeSteps, _ card: Int = 0, as principal: Principal? = nil) async throws -> CardAnswer {
        try await lives.shiming.reveal(
            as: principal ?? lives.job.compliance, .iccid(lives.job.iccids[card]), at: try march(), purpose: Self.reason)
    }

    @Test(arguments: ["", "   ", "abc", "无号之案件", String(repeating: "7", count: 65), "11010519491231002X"])
    func `no case number, or one that is none, opens nothing`(number: String) async throws {
        try await sealed { lives, _ in
            let refused = try await refusalCode { _ = try await ask(lives, caseNumber: number) }
            #expect(refused == (number == "11010519491231002X" ? "personal-number-in-text" : "case-number-needed"))
            let asked = try await lives.shiming.listOpenings(as: lives.job.compliance).rows
            #expect(asked.isEmpty)
        }
    }

    @Test func `nobody approves his own, none is approved twice, programs and those below ask and approve nothing`() async throws {
        try await sealed { lives, _ in
            let job = lives.job, shiming = lives.shiming
            let asked = try await ask(lives)
            #expect(asked.state(at: lives.world.clock.now()) == .asked)
            await #expect(throws: Refusal.sealed) { try await reveal(lives) }
            await #expect(throws: Refusal.ownOpening) { try await shiming.decideOpening(as: job.compliance, asked.id, .approve, note: nil) }
            for someone in [job.reviewer, job.auditor, job.clerk, job.administrator] {
                await #expect(throws: Refusal.notPermitted) { try await shiming.decideOpening(as: someone, asked.id, .approve, note: nil) }
                await #expect(throws: Refusal.notPermitted) { try await ask(lives, as: someone) }
                await #expect(throws: Refusal.notPermitted) { try await shiming.listOpenings(as: someone) }
            }
            let key = Principal(
                account: AccountID(high: 9, low: 5), organisation: job.compliance.organisation, permissions: job.compliance.permissions,
                scope: .everything, means: .apiKey)
            await #expect(throws: Refusal.openingByPeople) { try await shiming.decideOpening(as: key, asked.id, .approve, note: nil) }
            await #expect(throws: Refusal.openingByPeople) { try await ask(lives, as: key) }
            let below = MainJob.staff(
                [.compliance], in: job.agent.id, scope: .subtree(organisation: job.agent.id, path: job.agent.path), 62)
            await #expect(throws: Refusal.notPermitted) { try await shiming.decideOpening(as: below, asked.id, .approve, note: nil) }
            await #expect(throws: Refusal.personalNameInText.at("/note")) {
                try await shiming.decideOpening(
                    as: colleague(job), asked.id, .refuse, note: "请补充\(InventedPapers.responsible.name ?? "")的调证文书")
            }
            let refused = try await shiming.decideOpening(as: colleague(job), asked.id, .refuse, note: "请补充调证文书编号")
            #expect(refused.state(at: lives.world.clock.now()) == .refused)
            await #expect(throws: Refusal.openingDecided) {
                try await shiming.decideOpening(as: colleague(job), asked.id, .approve, note: nil)
            }
            await #expect(throws: Refusal.sealed) { try await reveal(lives) }
        }
    }

    @Test func `approved it is open to the asker alone, of that registration alone, for an hour; each look names case and both`()
        async throws
    {
        try await sealed { lives, begun in
            let job = lives.job, shiming = lives.shiming, second = colleague(job)
            let asked = try await ask(lives)
            let open = try await shiming.decideOpening(as: second, asked.id, .approve, note: nil)
            #expect(open.state(at: lives.world.clock.now()) == .open)
            // A masked answer leaves no trace, and opens nothing.
            #expect(try await shiming.answer(as: job.compliance, .iccid(job.iccids[0]), at: try march()).isWithheld)
            let told = try await reveal(lives)
            #expect(told.roles[.responsiblePerson]?.name == InventedPapers.responsible.name && !told.isWithheld)
            let piece = try #require(told.evidence.first)
            #expect(try await shiming.openEvidence(as: job.compliance, piece, purpose: Self.reason).bytes.isEmpty == false)
            let paper = try await shiming.revealApplication(as: job.compliance, begun.application, purpose: Self.reason)
            #expect(paper.content?.responsiblePerson?.name == InventedPapers.responsible.name)

            await #expect(throws: Refusal.sealed) { try await reveal(lives, as: second) }
            await #expect(throws: Refusal.sealed) { try await reveal(lives, 2) }
            await #expect(throws: Refusal.sealed) { try await shiming.openEvidence(as: second, piece, purpose: Self.reason) }
            await #expect(throws: Refusal.sealed) {
                try await shiming.revealApplication(as: second, begun.application, purpose: Self.reason)
            }
            // A program opens nothing, also with a key of the asker's own.
            let key = Principal(
                account: job.compliance.account, organisation: job.compliance.organisation, permissions: job.compliance.permissions,
                scope: .everything, means: .apiKey)
            await #expect(throws: Refusal.sealed) { try await reveal(lives, as: key) }
            await #expect(throws: Refusal.sealed) { try await shiming.openEvidence(as: key, piece, purpose: Self.reason) }
            await #expect(throws: Refusal.sealed) { try await shiming.revealApplication(as: key, begun.application, purpose: Self.reason) }
            #expect(try await reveal(lives, as: job.reviewer).roles.isEmpty, "Who may not trace is told nothing.")

            let looks = try await shiming.store.read { session in
                try session.all(
                    """
                    SELECT body FROM trail_entry WHERE action IN ('answer.revealed', 'evidence.opened', 'application.revealed')
                    AND body LIKE \("%\(asked.code)%")
                    """
                ) { $0.text(0) }
            }
            #expect(looks.count == 3)
            for look in looks {
                #expect(
                    look.contains(Self.number) && look.contains(second.account.description)
                        && look.contains(job.compliance.account.description))
            }
            lives.world.clock.move(seconds: SealedOpening.openMinutes * 60 - 1)
            #expect(try await reveal(lives).roles.isEmpty == false)
            lives.world.clock.move(seconds: 1)
            await #expect(throws: Refusal.sealed) { try await reveal(lives) }
            await #expect(throws: Refusal.sealed) { try await shiming.openEvidence(as: job.compliance, piece, purpose: Self.reason) }
            let listed = try await shiming.listOpenings(as: second).rows
            #expect(listed.map(\.id) == [asked.id] && listed.first?.state(at: lives.world.clock.now()) == .lapsed)
            _ = try await shiming.sequenceTrail()
            #expect(try await shiming.checkStore().findings == [])
        }
    }

    @Test func `a piece that only ended registrations rest on is handed in with no other application`() async throws {
        try await sealed { lives, begun in
            let job = lives.job, shiming = lives.shiming
            let asked = try await ask(lives)
            _ = try await shiming.decideOpening(as: colleague(job), asked.id, .approve, note: nil)
            let opened = try await shiming.revealApplication(as: job.compliance, begun.application, purpose: Self.reason)
            let pieces = try #require(opened.content?.evidence)
            let draft = try await job.begun(content: { $0.evidence = pieces }, cards: .numbers([job.iccids[4]]))
            let refused = try await refusalDetails {
                _ = try await shiming.submitApplication(as: job.clerk, draft.application, version: draft.version)
            }
            #expect(refused.count == 1 && refused.first?.hasPrefix("/evidence/") == true)
        }
    }

    @Test func `an application that waits makes no piece live again that an ended registration rests on`() async throws {
        try await withLives(registered: false) { lives, _ in
            let job = lives.job, shiming = lives.shiming
            let first = try await job.begun(cards: .numbers([job.iccids[0]]))
            let handed = try await shiming.submitApplication(as: job.clerk, first.application, version: first.version)
            _ = try await shiming.decideApplication(
                as: job.reviewer, first.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            let paper = try await shiming.revealApplication(as: job.reviewer, first.application, purpose: Self.reason)
            let pieces = try #require(paper.content?.evidence)
            let piece = try #require(try await shiming.answer(as: job.compliance, .iccid(job.iccids[0])).evidence.first)
            let second = try await job.begun(content: { $0.evidence = pieces }, cards: .numbers([job.iccids[1]]))
            _ = try await shiming.submitApplication(as: job.clerk, second.application, version: second.version)
            #expect(try await shiming.openEvidence(as: job.reviewer, piece, purpose: Self.reason).bytes.isEmpty == false)
            try await lives.change(.activate, [0])
            try await lives.change(.cancel, [0])
            try await lives.sweep(at: 2026, 6, 1)
            await #expect(throws: Refusal.keptForTracing) {
                try await shiming.openEvidence(as: job.reviewer, piece, purpose: Self.reason)
            }
            // Nor does it let anybody hand the piece in once more.
            let third = try await job.begun(content: { $0.evidence = pieces }, cards: .numbers([job.iccids[2]]))
            let refused = try await refusalDetails {
                _ = try await shiming.submitApplication(as: job.clerk, third.application, version: third.version)
            }
            #expect(refused.count == 1 && refused.first?.hasPrefix("/evidence/") == true)
        }
    }

    @Test func `a request that waits too long lapses, and what is not sealed needs none`() async throws {
        try await sealed { lives, _ in
            let shiming = lives.shiming, job = lives.job
            let asked = try await ask(lives)
            lives.world.clock.move(seconds: SealedOpening.waitHours * 3_600)
            await #expect(throws: Refusal.openingDecided) {
                try await shiming.decideOpening(as: colleague(job), asked.id, .approve, note: nil)
            }
            await #expect(throws: Refusal.notFound) {
                try await shiming.askForOpening(
                    as: job.compliance, .iccid(MainJob.iccid(999)), at: try march(), caseNumber: Self.number, reason: Self.reason)
            }
            await #expect(throws: Refusal.nothingKept) {
                try await shiming.askForOpening(
                    as: job.compliance, .iccid(job.iccids[0]), at: nil, caseNumber: Self.number, reason: Self.reason)
            }
            let naming = "\(InventedPapers.responsible.name ?? "")案77号"
            await #expect(throws: Refusal.personalNameInText.at("/caseNumber"), "Nor does the case number.") {
                try await ask(lives, caseNumber: naming)
            }
            await #expect(throws: Refusal.personalNameInText.at("/reason"), "The reason names nobody.") {
                try await shiming.askForOpening(
                    as: job.compliance, .iccid(job.iccids[0]), at: try march(), caseNumber: Self.number,
                    reason: "查询\(InventedPapers.responsible.name ?? "")的登记")
            }
        }
        try await withLives { lives, _ in
            await #expect(throws: Refusal.notSealed) {
                try await lives.shiming.askForOpening(
                    as: lives.job.compliance, .iccid(lives.job.iccids[0]), at: nil, caseNumber: Self.number, reason: Self.reason)
            }
        }
    }

    @Test func `requests go on behind the last of a page, the newest first`() async throws {
        try await sealed { lives, _ in
            let compliance = lives.job.compliance
            let first = try await ask(lives, 0)
            lives.world.clock.move(seconds: 1)
            let second = try await ask(lives, 2)
            let page = try await lives.shiming.listOpenings(as: compliance, limit: 1)
            #expect(page.rows.map(\.id) == [second.id])
            let rest = try await lives.shiming.listOpenings(as: compliance, before: try #require(page.next), limit: 1)
            #expect(rest.rows.map(\.id) == [first.id] && rest.next == nil)
            #expect(try await lives.shiming.listOpenings(as: compliance, before: first.id).rows.isEmpty)
        }
    }
}
