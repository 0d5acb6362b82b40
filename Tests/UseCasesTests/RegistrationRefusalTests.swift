import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Applications that are refused")
struct RegistrationRefusalTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let pointer: String
        let code: String
        let edit: @Sendable (inout ApplicationContent) -> Void

        init(_ name: String, _ pointer: String, _ code: String, _ edit: @escaping @Sendable (inout ApplicationContent) -> Void) {
            testDescription = name
            self.pointer = pointer
            self.code = code
            self.edit = edit
        }
    }

    static let faults: [Fault] = [
        Fault("no responsible person (R-IC-04)", "/responsiblePerson", "missing") { $0.responsiblePerson = nil },
        Fault("no handler (R-25-09)", "/handler", "missing") { $0.handler = nil },
        Fault("no unit (R-25-09)", "/unit", "missing") { $0.unit = nil },
        Fault("no user and no department (R-IC-04)", "/actualUser", "missing") { $0.usingDepartment = nil },
        Fault("no authorisation (R-25-09)", "/authorisation", "missing") { $0.authorisation = nil },
        Fault("authorisation without a purpose (R-25-09)", "/authorisation/purpose", "missing") { $0.authorisation?.purpose = "" },
        Fault("authorisation ended yesterday (R-25-09)", "/authorisation/validUntil", "expired") {
            $0.authorisation?.validUntil = "2026-03-01"
        },
        Fault("authorisation begins tomorrow (R-25-09)", "/authorisation/validUntil", "not-yet-valid") {
            $0.authorisation?.validFrom = "2026-03-03"
        },
        Fault("authorisation reversed (R-25-09)", "/authorisation/validUntil", "validity-reversed") {
            $0.authorisation = Authorisation(purpose: "办理", validFrom: "2026-06-01", validUntil: "2026-05-01")
        },
        Fault("authorisation until no date", "/authorisation/validUntil", "date-form") { $0.authorisation?.validUntil = "2026-02-30" },
        Fault("expired licence (R-NF-06)", "/unit/validUntil", "expired") { $0.unit?.validUntil = "2025-12-31" },
        Fault("bad check digit of the unit (R-NF-10)", "/unit/documentNumber", "credit-code-check-digit") {
            $0.unit?.documentNumber = "91110000MA00000078"
        },
        Fault("bad check digit of a person (R-IQ-03)", "/responsiblePerson/documentNumber", "resident-id-check-digit") {
            $0.responsiblePerson?.documentNumber = "360426199101010072"
        },
        Fault("15-digit ID (R-IQ-03)", "/handler/documentNumber", "resident-id-15-digits") {
            $0.handler?.documentNumber = "110105491231002"
        },
        Fault("dummy name (R-IQ-02)", "/handler/name", "name-dummy") { $0.handler?.name = "测试" },
        Fault("one character as a name (R-IQ-02)", "/handler/name", "name-form") { $0.handler?.name = "王" },
        Fault("name with digits (R-IQ-02)", "/responsiblePerson/name", "name-form") { $0.responsiblePerson?.name = "司徒2号" },
        Fault("driving licence (R-IQ-07)", "/handler/documentType", "document-type-not-valid") {
            $0.handler?.documentType = "driving-licence"
        },
        Fault("a unit's document for a person (R-IQ-07)", "/handler/documentType", "document-type-not-valid") {
            $0.handler?.documentType = "business-licence"
        },
        Fault("short address (R-IQ-06)", "/handler/address", "address-form") { $0.handler?.address = "北京" },
        Fault("address that begins with a digit (R-IQ-06)", "/handler/address", "address-form") { $0.handler?.address = "3号院青禾里朝阳区北京市" },
        Fault("no contact of the responsible person (R-IC-04)", "/responsiblePerson/contact", "missing") {
            $0.responsiblePerson?.contact = nil
        },
        Fault("a card number as contact (R-NF-02)", "/handler/contact", "contact-phone-form") { $0.handler?.contact = "1440000000000" },
        Fault("notice not accepted (R-AF-10)", "/noticeAccepted", "missing") { $0.noticeAccepted = false },
        Fault("no scene (R-AF-04)", "/use/scene", "missing") { $0.use?.scene = nil },
        Fault("no device (R-AF-04)", "/use/deviceType", "missing") { $0.use?.deviceType = "" },
        Fault("a letter from a company (R-25-10)", "/unit/documentType", "sealed-letter-not-allowed") {
            $0.unit?.documentType = "sealed-letter"
            $0.unit?.documentNumber = "介字2026第18号"
        },
        Fault("no evidence of the licence (R-25-09)", "/evidence/unit-document", "missing") { $0.evidence?["unit-document"] = nil },
        Fault("unknown evidence", "/evidence/unit-document", "evidence-unknown") {
            $0.evidence?["unit-document"] = ["01900000-0000-7000-8000-000000000000"]
        },
        Fault("unknown slot", "/evidence/selfie", "evidence-slot-unknown") { $0.evidence?["selfie"] = [] },
        Fault("a proxy without papers (R-25-06)", "/evidence/proxy-id-front", "missing") { $0.proxy = InventedPapers.successor },
    ]

    @Test(arguments: faults) func `a fault is named by field and code, and nothing is handed in`(_ fault: Fault) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.begun(content: fault.edit)
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.submitApplication(as: job.clerk, begun.application, version: begun.version)
            }
            #expect(refusal?.kind == .invalid)
            #expect(
                refusal?.details.contains { $0.pointer == fault.pointer && $0.code == fault.code } ?? false, "\(refusal?.details ?? [])")
            let view = try await world.installation.readApplication(as: job.clerk, begun.application)
            #expect(view.application.state == .draft)
        }
    }

    @Test func `a paper that is named twice for one thing is one`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.registered { content in content.evidence = content.evidence?.mapValues { $0 + $0 } }
            let kept = try await world.installation.readApplication(as: job.reviewer, begun.application).evidence
            #expect(kept?.count == InventedPapers.agentSlots.count)
        }
    }

    @Test func `an application without cards is not taken`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.begun(cards: .numbers([MainJob.iccid(777_777)]))
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.submitApplication(as: job.clerk, begun.application, version: begun.version)
            }
            #expect(refusal?.details.contains { $0.pointer == "/cards" } ?? false)
        }
    }

    /// Cards for a second application.
    private func moreCards(_ job: MainJob) async throws -> CardSelector {
        try await job.stock((300..<303).map(MainJob.iccid), batch: "M", product: "directed-30m")
        _ = try await job.installation.allocateCards(as: job.administrator, .batch("M"), to: job.agent.id)
        return .batch("M")
    }

    @Test func `a registered document under another name is refused (R-25-13)`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            _ = try await job.registered()
            let cards = try await moreCards(job)
            let again = try await job.begun(content: { $0.responsiblePerson?.name = "司马无衣" }, cards: cards)
            await #expect(throws: Refusal.documentUnderOtherName.at("/responsiblePerson/name")) {
                try await world.installation.submitApplication(as: job.clerk, again.application, version: again.version)
            }
            let unit = try await job.begun(content: { $0.unit?.name = "上海另外一家科技有限公司" }, cards: cards)
            await #expect(throws: Refusal.documentUnderOtherName.at("/unit/name")) {
                try await world.installation.submitApplication(as: job.clerk, unit.application, version: unit.version)
            }
        }
    }

    @Test func `what others only handed in blocks nobody, is shown to the reviewer, and the first decision counts`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let wrong = try await job.submitted { $0.unit?.name = "冒名的另一家公司" }
            let cards = try await moreCards(job)
            let begun = try await job.begun(cards: cards)
            let handed = try await world.installation.submitApplication(as: job.clerk, begun.application, version: begun.version)
            #expect(handed.checks.contains { $0.code == "document-under-other-name" && $0.verdict == .warned })
            let decided = try await world.installation.decideApplication(
                as: job.reviewer, begun.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.registered == 3)
            let answer = try await world.installation.answer(as: job.reviewer, .iccid(MainJob.iccid(300)))
            #expect(answer.unit?.name == InventedPapers.unit.name)
            await #expect(throws: Refusal.documentUnderOtherName.at("/unit/name")) {
                try await world.installation.decideApplication(
                    as: job.reviewer, wrong.application, version: wrong.version, verdict: .approve, reasons: [], note: nil)
            }
        }
    }

    @Test func `a misspelt name is corrected as a new version, and the past keeps what was known`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.registered { $0.responsiblePerson?.name = "斯徒望舒" }
            world.clock.move(days: 3)
            let before = world.clock.now()
            world.clock.move(days: 3)
            _ = try await job.changed(begun.registration, .correct) { content in
                content.role = .responsiblePerson
                content.responsiblePerson = InventedPapers.responsible
                let papers = content.evidence ?? [:]
                content.evidence?["responsible-person-id-front"] = papers["handler-id-front"]
                content.evidence?["responsible-person-id-back"] = papers["handler-id-back"]
            }
            let now = try await world.installation.answer(as: job.reviewer, .iccid(job.iccids[0]))
            let then = try await world.installation.answer(as: job.reviewer, .iccid(job.iccids[0]), at: before)
            #expect(now.roles[.responsiblePerson]?.name == "司**")
            #expect(then.roles[.responsiblePerson]?.name == "斯**")
        }
    }

    @Test func `a person who stands for another unit too is pointed out to the reviewer (R-AF-03)`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            _ = try await job.submitted()
            let second = try await job.submitted { $0.unit = InventedPapers.otherUnit }
            let view = try await world.installation.readApplication(as: job.reviewer, second.application)
            #expect(view.checks.contains { $0.code == "person-on-other-units" && $0.verdict == "warned" })
        }
    }

    @Test(arguments: [
        ("general-200m", DataTraffic.general, Int64(200), CardClass.iotGeneral, false, "personal-general-traffic"),
        ("voice", .directed, 10, .iotGeneral, true, "personal-voice-or-sms"),
        ("watch", .directed, 10, .wearable, false, "personal-card-class"),
    ]) func `cards that need a person are left out, whatever the applicant declares (R-IC-03, R-IC-05)`(
        code: String, traffic: DataTraffic, megabytes: Int64, cardClass: CardClass, voice: Bool, ground: String
    ) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            try await job.addProduct(code, traffic, monthlyMegabytes: megabytes, cardClass: cardClass, voice: voice)
            let cards = (500..<502).map(MainJob.iccid)
            try await job.stock(cards, batch: "P", product: code)
            _ = try await world.installation.allocateCards(as: job.administrator, .batch("P"), to: job.agent.id)
            let only = try await job.begun(cards: .batch("P"))
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.submitApplication(as: job.clerk, only.application, version: only.version)
            }
            #expect(refusal?.code == "no-card-registrable")
            #expect(refusal?.details.map(\.code) == [ground])
            let mixed = try await job.begun(cards: .numbers(cards + job.iccids))
            let handed = try await world.installation.submitApplication(as: job.clerk, mixed.application, version: mixed.version)
            let decided = try await world.installation.decideApplication(
                as: job.reviewer, mixed.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.registered == 2)
            #expect(decided.excluded == 2)
        }
    }

    @Test func `an agent whose contract has run out registers nothing (R-AF-01)`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            world.clock.set(Instant(milliseconds: 1_861_920_000_000))  // 2029-01-01
            let begun = try await job.begun { content in
                content.authorisation?.validUntil = "2029-12-31"
            }
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.submitApplication(as: job.clerk, begun.application, version: begun.version)
            }
            #expect(refusal?.details.map(\.code) == ["agent-contract-missing"])
        }
    }

    @Test func `two reviewers deciding at once make one decision`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let begun = try await job.submitted()
            let outcomes = await withTaskGroup(of: Result<DecidedApplication, any Error>.self) { group in
                for reviewer in [job.reviewer, job.secondReviewer, job.compliance] {
                    group.addTask {
                        do {
                            return .success(
                                try await world.installation.decideApplication(
                                    as: reviewer, begun.application, version: begun.version, verdict: .approve, reasons: [], note: nil))
                        } catch { return .failure(error) }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { if case .success = $0 { true } else { false } } == 1)
            for case .failure(let error) in outcomes { #expect((error as? Refusal)?.code == "not-submitted") }
        }
    }

    @Test func `a reviewer's lock keeps others out until it runs out`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.submitted()
            _ = try await world.installation.lockApplication(as: job.reviewer, begun.application)
            await #expect(throws: Refusal.lockedByAnother) {
                try await world.installation.lockApplication(as: job.secondReviewer, begun.application)
            }
            await #expect(throws: Refusal.lockedByAnother) {
                try await world.installation.decideApplication(
                    as: job.secondReviewer, begun.application, version: begun.version, verdict: .approve, reasons: [], note: nil)
            }
            world.clock.move(seconds: 15 * 60 + 1)
            _ = try await world.installation.lockApplication(as: job.secondReviewer, begun.application)
        }
    }

    @Test func `nobody decides what he submitted himself`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.submitted()
            let both = Principal(
                account: job.clerk.account, organisation: job.reviewer.organisation, permissions: StaffRole.reviewer.permissions,
                scope: .everything, means: .session)
            await #expect(throws: Refusal.ownApplication) {
                try await world.installation.decideApplication(
                    as: both, begun.application, version: begun.version, verdict: .approve, reasons: [], note: nil)
            }
            await #expect(throws: Refusal.ownApplication) {
                try await world.installation.lockApplication(as: both, begun.application)
            }
        }
    }

    @Test func `who held a case and who gave it back is on the trail; what did not happen is not`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.submitted()
            try await world.installation.unlockApplication(as: job.reviewer, begun.application)
            #expect(try await world.entries("application.unlocked") == 0)
            _ = try await world.installation.lockApplication(as: job.reviewer, begun.application)
            await #expect(throws: Refusal.lockedByAnother) {
                try await world.installation.lockApplication(as: job.secondReviewer, begun.application)
            }
            await #expect(throws: Refusal.lockedByAnother) {
                try await world.installation.unlockApplication(as: job.secondReviewer, begun.application)
            }
            #expect(try await world.entries("application.locked") == 1)
            try await world.installation.unlockApplication(as: job.reviewer, begun.application)
            _ = try await world.installation.lockApplication(as: job.secondReviewer, begun.application)
            #expect(try await world.entries("application.unlocked") == 1)
            #expect(try await world.entries("application.locked") == 2)
        }
    }

    @Test func `sending back needs a reason, opens the draft again and is seen by the submitter`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.submitted()
            await #expect(throws: Refusal.reasonsNeeded) {
                try await world.installation.decideApplication(
                    as: job.reviewer, begun.application, version: begun.version, verdict: .sendBack, reasons: [], note: nil)
            }
            let back = try await world.installation.decideApplication(
                as: job.reviewer, begun.application, version: begun.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/unit-document", code: "unreadable")], note: "请重新扫描执照。")
            #expect(back.state == .sentBack)
            let view = try await world.installation.readApplication(as: job.clerk, begun.application)
            #expect(view.reasons == [DecisionReason(pointer: "/evidence/unit-document", code: "unreadable")])
            #expect(view.note == "请重新扫描执照。")
            let again = try await world.installation.submitApplication(as: job.clerk, begun.application, version: view.application.version)
            let decided = try await world.installation.decideApplication(
                as: job.reviewer, begun.application, version: again.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.registered == 2)
        }
    }

    @Test func `a paper that ran out while the application waited is not approved`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.submitted { $0.authorisation?.validUntil = "2026-03-10" }
            world.clock.move(days: 20)
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.decideApplication(
                    as: job.reviewer, begun.application, version: begun.version, verdict: .approve, reasons: [], note: nil)
            }
            #expect(refusal?.code == "expired-meanwhile")
        }
    }

    @Test func `a card is registered once, whoever is first`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let first = try await job.submitted()
            let second = try await job.submitted { $0.unit = InventedPapers.otherUnit }
            _ = try await world.installation.decideApplication(
                as: job.reviewer, first.application, version: first.version, verdict: .approve, reasons: [], note: nil)
            let decided = try await world.installation.decideApplication(
                as: job.reviewer, second.application, version: second.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.registered == 0)
            #expect(decided.excluded == 3)
        }
    }

    @Test func `a draft sent back as it was shown, masked, loses nothing`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.begun()
            let shown = try await world.installation.readApplication(as: job.clerk, begun.application)
            var content = try #require(shown.content)
            #expect(content.handler?.name != InventedPapers.handler.name)
            content.handler?.contact = "13600136000"
            let version = try await world.installation.updateApplication(
                as: job.clerk, begun.application, version: begun.version, content: content)
            let handed = try await world.installation.submitApplication(as: job.clerk, begun.application, version: version)
            _ = try await world.installation.decideApplication(
                as: job.reviewer, begun.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            let answer = try await world.installation.reveal(as: job.compliance, .iccid(job.iccids[0]), purpose: "核对登记内容")
            #expect(answer.roles[.handler]?.name == InventedPapers.handler.name)
            #expect(answer.roles[.handler]?.documentNumber == InventedPapers.handler.documentNumber)
            #expect(answer.roles[.handler]?.contact == "13600136000")
        }
    }

    @Test func `a stale version is refused`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.begun()
            await #expect(throws: Refusal.stale) {
                try await world.installation.updateApplication(
                    as: job.clerk, begun.application, version: begun.version - 1, content: ApplicationContent())
            }
        }
    }
}
