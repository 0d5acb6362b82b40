import Foundation
import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// No question of daily work costs more with the cards stored: whatever is asked of a table that grows with them goes by an index.
@Suite struct PlanTests {
    /// Tables that do not grow with the cards: what the operating company keeps of itself, a row each. All others do, those of later steps too.
    static let small: Set<String> = [
        "account", "campaign", "campaign_version", "contract", "counter", "custodian_confirmation", "custodian_pair", "installation_secret",
        "life_setting", "notice_wording", "organisation", "product", "product_version", "reason_list", "review_policy", "schema_step",
        "staff_device", "store_commit", "store_mark", "trail_head",
        "verification_policy", "webhook",
    ]
    /// What waits to be done, and goes as it is done: looked through by who does it, and counted.
    static let waiting: Set<String> = ["trail_pending", "card_change_pending", "re_audit_open"]

    /// The statements that may walk through a table that grows, with a part of their text that tells them, and why.
    struct Walk: Sendable {
        let table: String
        let part: String
        let why: String
    }

    static let walks: [Walk] = [
        Walk(table: "intake", part: "FROM intake WHERE 1 = 1 AND 1 = 1 ORDER BY id DESC LIMIT ?", why: newest),
        Walk(table: "usage_file", part: "FROM usage_file WHERE 1 = 1 AND 1 = 1 ORDER BY id DESC LIMIT ?", why: newest),
        Walk(table: "registration", part: "ON s.registration = r.id WHERE 1 = 1 ORDER BY r.id DESC LIMIT ?", why: newest),
        Walk(table: "notice", part: "FROM notice n WHERE 1 = 1 ORDER BY n.id DESC LIMIT ?", why: newest),
        Walk(table: "device_pool", part: "FROM device_pool d WHERE 1 = 1 ORDER BY d.id DESC LIMIT ?", why: newest),
        Walk(
            table: "sealed_opening",
            part:
                "FROM sealed_opening o LEFT JOIN sealed_opening_decision d ON d.opening = o.id LEFT JOIN opening_exchange x ON x.opening = o.id WHERE 1 = 1 ORDER BY o.id DESC LIMIT ?",
            why: newest),
        Walk(
            table: "trail_entry",
            part:
                "FROM trail_entry e LEFT JOIN trail_sequence q ON q.entry = e.id WHERE 1 = 1 ORDER BY e.recorded_at DESC, e.id DESC LIMIT ?",
            why: newest),
        Walk(table: "entrance", part: "FROM entrance e WHERE 1 = 1 ORDER BY e.id DESC LIMIT ?", why: newest),
        Walk(table: "entrance", part: "FROM entrance e WHERE 1 = 1 AND e.revoked_at IS ", why: rareEntrance),
        Walk(table: "export_state", part: "WHERE (s.asked_by = ? OR 1 = 1) ORDER BY s.export DESC LIMIT ?", why: newest),
        Walk(table: "export_request", part: "WHERE (s.asked_by = ? OR 1 = 1) ORDER BY s.export DESC LIMIT ?", why: newest),
        Walk(table: "registration", part: state, why: rareState), Walk(table: "registration_state", part: state, why: rareState),
        Walk(
            table: "part_link", part: "UPDATE part_link SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL AND completed_at IS NULL",
            why: "on PostgreSQL, while there are few, along the index of the open ones, of which an application has two or three at a time"),
        Walk(
            table: "unit_directory", part: "FROM unit_directory u WHERE EXISTS (SELECT 1 FROM registration_state s WHERE s.unit = u.party)",
            why: "a page in the order of the key; a unit comes with the registration that is handed in in its name"),
        Walk(
            table: "intake", part: "AND spool IS NOT NULL AND COALESCE(repair_expires_at, 0) <= ? ORDER BY id LIMIT ?",
            why: "a row for a file of thousands of cards, looked through once a minute"),
        Walk(
            table: "carrier_notice", part: "SELECT COUNT(*) FROM carrier_notice",
            why: "what carriers sent in the days it is kept, counted along an index for a metric"),
        Walk(
            table: "legal_hold", part: "SELECT h.subscription, h.party, h.placed_at, r.released_at FROM legal_hold h LEFT JOIN", why: holds),
        Walk(table: "legal_hold", part: inForce, why: holds), Walk(table: "legal_hold_release", part: inForce, why: holds),
        Walk(table: "legal_hold", part: released, why: holds), Walk(table: "legal_hold_release", part: released, why: holds),
    ]
    private static let inForce = "WHERE r.hold IS NULL ORDER BY h.id DESC"
    private static let released = "WHERE r.hold IS NOT NULL ORDER BY h.id DESC"
    private static let holds = "a row for a hold that a person placed for a case"
    private static let state = "WHERE 1 = 1 AND CASE WHEN s.state = ? AND s.ended_at <= ? THEN ? ELSE s.state END = ?"
    private static let rareState =
        "a page of one state, whole scope, sought from the newest: a state that few are in costs as many looks as there are registrations"
    private static let rareEntrance =
        "a page of those that stand so, whole scope, sought from the newest: what few are costs as many looks as were given out"
    private static let newest = "a page of the newest, whole scope: walked along the key in its order for so many rows and no more"

    @Test func `every statement of the main job and its lists is prepared, and goes by an index`() async throws {
        let world = try await World.make(
            notifiers: Notifiers(webhook: ScriptedNotifier(), sms: ScriptedNotifier(), mail: ScriptedNotifier()),
            events: ScriptedSender(), observing: true)
        do {
            let observed = try #require(world.installation.engine as? ObservingStore)
            // The steps of the schema go through whole tables, once.
            let steps = Set(observed.statements.map(\.text))
            try await work(in: world)
            let statements = observed.statements.filter { !steps.contains($0.text) }
            #expect(statements.count > 90, "\(statements.count)")
            try await forgetCounts(in: world.made.store)
            let tables = try await WalkedTables.make(of: world.made.store)
            var explained = 0
            for statement in statements where statement.text.firstMatch(of: /^\s*(WITH|SELECT|INSERT|UPDATE|DELETE)\b/) != nil {
                let plan = try await plan(of: statement, on: world.made.store)
                explained += 1
                if TestEngine.current != .postgres, statement.text.contains("CROSS JOIN application") {
                    // Organisation by organisation, and no further back than asked.
                    #expect(plan.contains { $0.contains("application_by_path (path=? AND id>?)") }, "\(plan)")
                }
                // What each poll asks.
                for table in ["intake", "usage_file"] where statement.text.hasPrefix("SELECT id FROM \(table) WHERE state IN") {
                    #expect(plan.contains { $0.contains("\(table)_by_state") }, "\(plan)")
                }
                judge(tables.walked(plan, by: statement.text), statement, plan)
            }
            #expect(explained > 80)
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    @Test func `copies of a picture, a person's cards and a transfer are sought by an index`() async throws {
        let world = try await World.make(reader: ScriptedReader { _ in Self.seenPicture }, observing: true)
        do {
            let observed = try #require(world.installation.engine as? ObservingStore)
            let personal = try await PersonalJob.prepare(in: world, watches: 2)
            let before = Set(observed.statements.map(\.text))
            try await personal.submitted(0)
            let (second, _) = try await personal.submitted(1)
            let seat = try second.demandSeat()
            _ = try await world.installation.store.read { session in
                try EntranceRecords.given(by: seat.id, at: world.clock.now(), to: seat.subscription, in: session)
            }
            let asked = observed.statements.filter {
                !before.contains($0.text) && $0.text.firstMatch(of: /^\s*(SELECT|INSERT|UPDATE|DELETE)\b/) != nil
            }
            for part in ["FROM picture_band", "FROM card_slot", "e.issued_by ="] {
                #expect(asked.contains { $0.text.contains(part) }, "\(part)")
            }
            try await forgetCounts(in: world.made.store)
            let tables = try await WalkedTables.make(of: world.made.store)
            for statement in asked {
                let plan = try await plan(of: statement, on: world.made.store)
                judge(tables.walked(plan, by: statement.text), statement, plan)
            }
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    @Test func `a walk is seen under another name, along an index and within a part`() async throws {
        let world = try await World.make()
        do {
            try await forgetCounts(in: world.made.store)
            let tables = try await WalkedTables.make(of: world.made.store)
            #expect(tables.tables.isSuperset(of: Self.small.subtracting(["store_commit"])))
            let walks: [(SQLText, String)] = [
                ("SELECT iccid FROM subscription", "subscription"), ("SELECT s.iccid FROM subscription AS s", "subscription"),
                ("SELECT COUNT(*) FROM holding h", "holding"), ("SELECT id FROM registration ORDER BY id", "registration"),
                ("SELECT r.id FROM registration r WHERE r.created_at > \(1 as Int64)", "registration"),
                (
                    "SELECT a.id FROM account a WHERE EXISTS (SELECT 1 FROM registration q WHERE q.created_by = a.id OR q.created_at = \(1 as Int64))",
                    "registration"
                ),
                ("UPDATE registration_state SET updated_at = \(1 as Int64) WHERE updated_at = \(2 as Int64)", "registration_state"),
            ]
            for (statement, table) in walks {
                let plan = try await plan(of: statement, on: world.made.store)
                #expect(tables.walked(plan, by: statement.text).subtracting(Self.small) == [table], "\(plan)")
            }
            let sought: [SQLText] = [
                "SELECT s.iccid FROM subscription s WHERE s.id = \(1 as Int64)",
                "SELECT h.registration FROM holding h WHERE h.subscription = (SELECT MAX(s.id) FROM subscription s)",
                "SELECT s.iccid FROM (SELECT \(1 as Int64) AS number) AS w JOIN subscription s ON s.id = w.number",
                "WITH one (number) AS (SELECT \(1 as Int64)) SELECT s.iccid FROM one JOIN subscription s ON s.id = one.number",
            ]
            for statement in sought {
                let plan = try await plan(of: statement, on: world.made.store)
                #expect(tables.walked(plan, by: statement.text) == [], "\(plan)")
            }
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    private func work(in world: World) async throws {
        let job = try await MainJob.prepare(in: world, cards: 30)
        let shiming = world.installation
        let watched = ReviewPolicy(reAuditPermille: 1_000, twoReviewers: [ReviewCondition(kinds: [.register])])
        _ = try await shiming.setReviewPolicy(as: job.administrator, watched, validFrom: nil, after: 0)
        let begun = try await job.registered()
        let waiting = try await shiming.readApplication(as: job.secondReviewer, begun.application).application
        _ = try await shiming.decideApplication(
            as: job.secondReviewer, begun.application, version: waiting.version, verdict: .approve, reasons: [], note: nil)
        let drawn = try #require(try await shiming.listReAudits(as: job.compliance, state: .open).rows.first)
        _ = try await shiming.findReAudit(as: job.compliance, drawn.decision, .kept, reasons: [], remark: nil)
        for state in ReAuditState.allCases {
            _ = try await shiming.listReAudits(as: job.compliance, state: state)
            _ = try await shiming.listReAudits(as: job.compliance, state: state, after: (drawn.decidedAt, drawn.decision))
        }
        _ = try await shiming.countReAudits(as: job.compliance, most: 101)
        _ = try await shiming.listReviewPolicies(as: job.compliance, before: 2)
        for someone in [job.administrator, job.clerk] { _ = try await shiming.listEndingContracts(as: someone, withinDays: 30, limit: 10) }
        _ = try await shiming.setReasonList(as: job.administrator, .none, validFrom: nil, after: 0)
        _ = try await shiming.listReasonLists(as: job.compliance, before: 2)
        _ = try await shiming.reasonsInForce(as: job.reviewer)
        let card = try #require(try await shiming.searchCards(as: job.administrator, numbers: [job.iccids[0]])[0]).reference
        _ = try await shiming.listStandings(as: job.administrator, of: job.agent.id)
        for someone in [job.auditor, job.clerk] { _ = try await shiming.readTimeline(as: someone, reference: card) }
        _ = try await shiming.setNoticeWording(as: job.administrator, of: .idle, .builtIn, validFrom: nil, after: 0)
        _ = try await shiming.listNoticeWordings(as: job.compliance, of: .idle, before: 2)
        _ = try await shiming.noticeWordingsInForce(as: job.compliance)
        _ = try await shiming.firstBeginning(as: job.compliance, of: job.compliance.organisation, from: 1)
        _ = try await shiming.searchNumbers(as: job.clerk, ["354403110000013"])
        for someone in [job.reviewer, job.clerk] { _ = try await shiming.searchCodes(as: someone, [begun.code, "91110000MA00000077"]) }
        try await export(job)
        let (id, application) = (begun.registration, begun.application)
        for someone in [job.reviewer, job.clerk] {
            let unit = try await shiming.readRegistration(as: someone, id).registration.unit
            _ = try await shiming.listRegistrations(as: someone, state: nil, unit: nil, code: nil, before: nil, limit: 50)
            for before in [RegistrationID?.none, id] {
                _ = try await shiming.listRegistrations(as: someone, state: .registered, unit: nil, code: nil, before: before, limit: 50)
            }
            _ = try await shiming.listRegistrationRoles(as: someone, id)
            _ = try await shiming.listRegistrationCards(as: someone, id, after: 0, limit: 50)
            _ = try await shiming.readApplication(as: someone, application)
            _ = try await shiming.countPurges(as: someone, withinDays: 7, most: 101)
            _ = try await shiming.listApplications(as: someone, state: nil, kind: nil, registration: id, after: nil, limit: 50)
            let places: [(Instant, ApplicationID)?] = [nil, (world.clock.now(), application)]
            for after in places {
                for state in [ApplicationState.submitted, .draft] {
                    _ = try await shiming.listApplications(as: someone, state: state, kind: nil, registration: nil, after: after, limit: 50)
                }
                for state in [ApplicationState.submitted, .awaitingSecondReview] {
                    _ = try await shiming.listCases(as: someone, in: state, after: after, limit: 50)
                }
            }
            for state in ApplicationState.allCases { _ = try await shiming.countApplications(as: someone, in: state, most: 101) }
            _ = try await shiming.listExclusions(as: someone, application, after: 0, limit: 50)
            _ = try await shiming.applicationCards(as: someone, application, most: 50)
            _ = try await shiming.listUnits(as: someone, code: nil, name: nil, after: nil, limit: 50)
            if let unit { _ = try await shiming.readUnitName(as: someone, unit) }
            for filter in [
                CardFilter(), CardFilter(product: ProductCode("directed-30m")), CardFilter(province: 44),
                CardFilter(batch: MainJob.batch, product: ProductCode("directed-30m"), province: 44, isRegistered: true),
                CardFilter(carrier: .mobile, state: .active, stop: .arrears), CardFilter(unit: unit),
            ] { _ = try await shiming.listCards(as: someone, filter: filter) }
            _ = try await shiming.listIntakes(as: job.administrator)
            _ = try await shiming.gapReport(as: job.administrator)
        }
        _ = try await shiming.reviewFigures(as: job.reviewer)
        for organisation in [job.agent.id, job.administrator.organisation] {
            _ = try await shiming.agentPerformance(as: job.administrator, of: organisation)
        }
        try await workOffNotices(in: world, job)
        try await shiming.sequenceTrail()
        try await shiming.destroyExpiredFiles()
        try await shiming.purgeExpiredTokens()
        _ = try await shiming.forgetIdempotentAnswers()
        try await shiming.purgeDue()
        try await part(job)
        try await live(job)
        try await readTrail(job, of: id)
        try await readLists(job, of: id)
        try await campaign(job)
        try await follow(job)
    }

    /// One person completes his part, another begins and is too late.
    private func part(_ job: MainJob) async throws {
        let shiming = job.installation
        let begun = try await job.begun()
        let device = String(repeating: "p", count: 43)
        for (role, slots) in [(PartyRole.handler, [EvidenceSlot.handlerIDFront, .handlerIDBack]), (.responsiblePerson, [])] {
            let link = try await shiming.issuePartLink(as: job.clerk, begun.application, role)
            _ = try await shiming.openPart(link.code, device: device)
            let person = try #require(try await shiming.principal(atPart: link.code))
            var view = try await shiming.readPart(as: person, device: device)
            view = try await shiming.consentToPart(
                as: person, device: device, [.privacy: true, .sensitiveData: true], noticeVersion: view.noticeVersion)
            for slot in slots {
                _ = try await shiming.capturePart(as: person, device: device, slot, bytes: inventedPicture(5), insists: false)
            }
            view = try await shiming.readPart(as: person, device: device)
            view = try await shiming.savePart(as: person, device: device, version: view.version, InventedPapers.successor)
            guard role == .handler else { break }
            try await shiming.completePart(as: person, device: device, version: view.version)
        }
        for link in try await shiming.readParts(as: job.clerk, begun.application).links where link.standing == .open {
            try await shiming.revokePartLink(as: job.clerk, link.link.id)
        }
        _ = try await shiming.purgeParts()
    }

    private func export(_ job: MainJob) async throws {
        let shiming = job.installation
        for kind in [ExportKind.cards, .trail] {
            let asked = try await shiming.askForExport(as: job.auditor, ExportWish(kind, reason: "季度对账"))
            _ = try await shiming.decideExport(as: job.compliance, asked.id, .approve, note: nil)
            while try await shiming.runNextExport() {}
            for someone in [job.auditor, job.compliance] {
                _ = try await shiming.listExports(as: someone, state: .failed, before: asked.id)
                _ = try await shiming.listExports(as: someone)
            }
        }
        _ = try await shiming.countExports(as: job.compliance, most: 11)
        try await keep(job)
        try await shiming.lapseExports()
    }

    private func keep(_ job: MainJob) async throws {
        let shiming = job.installation
        let hold = try await shiming.placeHold(
            as: job.compliance, HoldWish(.iccid(job.iccids[0]), caseNumber: "沪01民初〔2027〕418号", reason: "证据保全"))
        let now = shiming.now()
        _ = try await shiming.store.read { try LegalHoldRecords.heldRegistrations(at: now, in: $0) }
        _ = try await shiming.releaseHold(as: job.compliance, hold.id, reason: "案件已结案")
        _ = try await shiming.listHolds(as: job.compliance, before: hold.id)
        _ = try await shiming.holdsInForceFirst(as: job.compliance)
        _ = try await shiming.listOpenings(as: job.compliance)
    }

    private func follow(_ job: MainJob) async throws {
        let shiming = job.installation
        let manager = MainJob.staff(
            [.agentManager], in: job.agent.id, scope: .subtree(organisation: job.agent.id, path: job.agent.path), 60)
        try await shiming.sequenceTrail()
        let start = try await shiming.readChanges(as: manager, limit: 3)
        for someone in [job.reviewer, manager] { _ = try await shiming.readChanges(as: someone, after: start.next) }
        let webhook = try await shiming.createWebhook(as: manager, url: "https://hooks.example.test/").webhook.stored.id
        _ = try await shiming.rewindWebhook(as: manager, webhook, to: start.next)
        while try await shiming.runWebhook() {}
        while try await shiming.runCallback() {}
        let events = try await shiming.listWebhookEvents(as: manager, of: webhook, limit: 2)
        _ = try await shiming.listWebhookEvents(as: manager, of: webhook, state: .delivered, before: events.next)
        _ = try await shiming.replayWebhookEvent(as: manager, webhook, event: try #require(events.rows.first).id)
        for place in [ApplicationID?.none, ApplicationID(high: 1, low: 1)] {
            _ = try await shiming.listCallbacks(as: manager, of: webhook, .waiting, before: place)
        }
        _ = try await shiming.workload()
        job.world.clock.move(days: 40)
        try await shiming.forgetChanges()
        #expect(try await shiming.readChanges(as: job.reviewer).changes.isEmpty)
        #expect(try await shiming.listWebhookEvents(as: manager, of: webhook).rows.isEmpty)
    }

    private func live(_ job: MainJob) async throws {
        let shiming = job.installation
        _ = try await shiming.changeLives(as: job.administrator, .batch(MainJob.batch), LifeWish(.activate))
        let pool = try await shiming.createDevicePool(as: job.clerk, name: "水表一批").id
        _ = try await shiming.declarePoolDevices(as: job.clerk, of: pool, imeis: ["354403110000013", "354403110000021"])
        _ = try await shiming.bindPoolCards(as: job.clerk, to: pool, .batch(MainJob.batch), leavingOthers: true)
        _ = try await shiming.listPoolCards(as: job.clerk, of: pool, after: 1)
        _ = try await shiming.listPoolDevices(as: job.clerk, of: pool, after: 1)
        for someone in [job.reviewer, job.clerk] { _ = try await shiming.listDevicePools(as: someone) }
        let text = "iccid,usedAt\n" + job.iccids.prefix(9).map { "\($0),2026-03-02 09:00:00\n" }.joined()
        _ = try await shiming.createUsageFile(as: job.administrator, body: OneChunk(Array(text.utf8)))
        while try await shiming.runNextUsageFile() {}
        let card = try await shiming.searchCards(as: job.clerk, numbers: [job.iccids[0]]).first??.reference
        try await job.world.sweepLives(at: job.world.clock.now().adding(days: 100))
        // Read again while they are on their way out.
        _ = try await shiming.createUsageFile(as: job.administrator, body: OneChunk(Array(text.utf8)))
        while try await shiming.runNextUsageFile() {}
        _ = try await shiming.readLife(as: job.clerk, reference: card ?? "")
        for someone in [job.reviewer, job.clerk] { _ = try await shiming.listLifeNotices(as: someone, .idle) }
        try await job.world.sweepLives(at: job.world.clock.now().adding(days: 70))
    }

    /// A campaign over cards in service, from its beginning to its end.
    private func campaign(_ job: MainJob) async throws {
        let shiming = job.installation
        let file = "ICCID\n" + (0..<9).map { MainJob.iccid(700 + $0) }.joined(separator: "\n") + "\n"
        _ = try await shiming.createIntake(
            as: job.administrator, IntakeRequest(kind: .existing, batch: "before", product: "directed-30m"),
            body: OneChunk(Array(file.utf8)))
        while try await shiming.runNextIntake() {}
        _ = try await shiming.allocateCards(as: job.administrator, .batch("before"), to: job.agent.id)
        let today = try #require(CivilDate(shanghaiAt: job.world.clock.now().milliseconds))
        let terms = CampaignTerms(
            name: "存量补登记", gap: .holder, begins: today, deadline: try #require(today.adding(days: 2)), noticeDays: [2, 1], stops: true)
        let made = try await shiming.makeCampaign(as: job.administrator, CampaignDraft(terms))
        while try await shiming.runCampaign() {}
        let manager = MainJob.staff([.agentManager], in: job.agent.id, scope: job.clerk.scope, 60)
        for someone in [job.administrator, manager] {
            _ = try await shiming.listCampaigns(as: someone, state: .running)
            _ = try await shiming.campaignProgress(as: someone, code: made.code)
            _ = try await shiming.campaignCards(as: someone, code: made.code)
        }
        job.world.clock.move(days: 3)
        while try await shiming.runCampaign() {}
        #expect(try await shiming.readCampaign(as: job.administrator, code: made.code).campaign.state == .ended)
    }

    private func judge(_ walked: Set<String>, _ statement: SQLText, _ plan: [String]) {
        let text = statement.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for table in walked.subtracting(Self.small).subtracting(Self.waiting) {
            if let walk = Self.walks.first(where: { $0.table == table && text.contains($0.part) }) {
                // A page in the order of a key sorts nothing.
                let isSorted = plan.contains { $0.contains("TEMP B-TREE") || $0.contains("Sort Key") }
                if walk.why != Self.newest || !isSorted { continue }
            }
            Issue.record("\(table) is walked whole by\n\(statement.text)\n\(plan.joined(separator: "\n"))")
        }
    }
}
