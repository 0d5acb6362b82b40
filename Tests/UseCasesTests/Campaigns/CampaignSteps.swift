import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// Cards that were in service before they came here, in the hands of two agents and the operating company.
struct CampaignSteps {
    let job: MainJob
    let mail: ScriptedNotifier
    /// ICCIDs, in the order of the file.
    let cards: [String]
    var world: World { job.world }
    var shiming: Installation { job.installation }

    static let nobody = "ICCID"
    static let site = "https://sm.example.test"

    static func run(
        cards count: Int, agent: Int = 0, other: Int = 0, settings: Settings = Settings(), heading: String = nobody, rest: String = "",
        _ body: (CampaignSteps) async throws -> Void
    ) async throws {
        let mail = ScriptedNotifier()
        let notifiers = Notifiers(webhook: ScriptedNotifier(), mail: mail, site: site)
        try await withWorld(settings: settings, notifiers: notifiers) { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let cards = (0..<count).map { MainJob.iccid(300_000 + $0) }
            let file = heading + "\n" + cards.map { $0 + rest }.joined(separator: "\n") + "\n"
            _ = try await job.installation.createIntake(
                as: job.administrator, IntakeRequest(kind: .existing, batch: "before", product: "directed-30m"),
                body: OneChunk(Array(file.utf8)))
            while try await job.installation.runNextIntake() {}
            let steps = CampaignSteps(job: job, mail: mail, cards: cards)
            if agent > 0 { try await steps.allocate(cards.prefix(agent), to: job.agent.id) }
            if other > 0 { try await steps.allocate(cards.dropFirst(agent).prefix(other), to: job.otherAgent.id) }
            _ = try await job.installation.sweepAllLives()
            try await body(steps)
        }
    }

    private func allocate(_ cards: some Collection<String>, to agent: OrganisationID) async throws {
        _ = try await shiming.allocateCards(as: job.administrator, .numbers(Array(cards)), to: agent)
    }

    /// From today to 1 April, with notices thirty and seven days before.
    static func terms(_ edit: (inout CampaignTerms) -> Void = { _ in }) throws -> CampaignTerms {
        var terms = CampaignTerms(
            name: "存量补登记", gap: .holder, begins: try #require(CivilDate(yyyymmdd: 2026_03_02)),
            deadline: try #require(CivilDate(yyyymmdd: 2026_04_01)), noticeDays: [30, 7], stops: true)
        edit(&terms)
        return terms
    }

    @discardableResult
    func make(product: String? = nil, as principal: Principal? = nil, _ edit: (inout CampaignTerms) -> Void = { _ in }) async throws
        -> StoredCampaign
    {
        try await shiming.makeCampaign(
            as: principal ?? job.administrator,
            CampaignDraft(try Self.terms(edit), product: try product.map { try #require(ProductCode($0)) }))
    }

    func change(
        _ campaign: StoredCampaign, version: Int64? = nil, as principal: Principal? = nil, _ edit: (inout CampaignTerms) -> Void
    ) async throws -> StoredCampaign {
        try await shiming.changeCampaign(
            as: principal ?? job.administrator, code: campaign.code, version: version ?? campaign.version,
            CampaignDraft(try Self.terms(edit)))
    }

    /// Everything that is due now.
    func run() async throws { while try await shiming.runCampaign() {} }

    func run(at year: Int, _ month: Int, _ day: Int, hour: Int64 = 0) async throws {
        world.clock.set(try shanghai(year, month, day, hour: hour))
        try await run()
    }

    func counts(_ campaign: StoredCampaign, as principal: Principal? = nil) async throws -> [CampaignCounts] {
        try await shiming.campaignProgress(as: principal ?? job.administrator, code: campaign.code)
    }

    func stored(_ campaign: StoredCampaign) async throws -> StoredCampaign {
        try await shiming.readCampaign(as: job.administrator, code: campaign.code).campaign
    }

    func standing(_ card: Int) async throws -> LifeStanding { try await life(card).life.standing }

    func life(_ card: Int) async throws -> LifeView {
        let found = try await shiming.searchCards(as: job.administrator, numbers: [cards[card]])
        return try await shiming.readLife(as: job.administrator, reference: try #require(found.first??.reference))
    }

    /// How many of all cards are stopped, and how many stops there ever were.
    func stops() async throws -> (cards: Int, events: Int) {
        try await shiming.store.read { session in
            (
                try session.count("SELECT COUNT(*) FROM card_life WHERE stops <> 0"),
                try session.count(
                    "SELECT COUNT(*) FROM life_event e JOIN life_act a ON a.id = e.act WHERE a.reason = \(StopReason.noRealName.name)")
            )
        }
    }

    func letters() async throws -> [StoredNotice] {
        try await shiming.listNotices(as: job.reviewer, channel: .mail, limit: 500).rows.filter { $0.kind == .backRegistration }
    }

    /// Registered in a unit's name, or handed in and undecided.
    @discardableResult
    func register(_ range: Range<Int>, by clerk: Principal? = nil, deciding: Bool = true) async throws -> (ApplicationID, Int64) {
        let clerk = clerk ?? job.clerk
        let begun = try await job.begun(as: clerk, cards: .numbers(range.map { cards[$0] }))
        let handed = try await shiming.submitApplication(as: clerk, begun.application, version: begun.version)
        if deciding { try await decide((begun.application, handed.version)) }
        return (begun.application, handed.version)
    }

    func decide(_ handed: (ApplicationID, Int64), _ verdict: DecisionVerdict = .approve) async throws {
        let reasons = verdict == .approve ? [] : [DecisionReason(pointer: "/evidence/unit-document", code: "unreadable")]
        _ = try await shiming.decideApplication(
            as: job.reviewer, handed.0, version: handed.1, verdict: verdict, reasons: reasons, note: nil)
    }
}
