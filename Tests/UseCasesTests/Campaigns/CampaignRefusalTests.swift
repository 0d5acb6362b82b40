import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("What is refused of campaigns, R-25-24")
struct CampaignRefusalTests {
    @Test func `nobody but the operator makes, changes or cancels one`() async throws {
        try await CampaignSteps.run(cards: 1, agent: 1) { steps in
            let campaign = try await steps.make()
            var manager = MainJob.staff(
                [.agentManager], in: steps.job.agent.id, scope: .subtree(organisation: steps.job.agent.id, path: steps.job.agent.path), 20)
            for principal in [steps.job.clerk, steps.job.reviewer, steps.job.auditor, manager] {
                #expect(try await refusalCode { try await steps.make(as: principal) } == "not-permitted")
                #expect(try await refusalCode { _ = try await steps.change(campaign, as: principal) { _ in } } == "not-permitted")
                #expect(
                    try await refusalCode { _ = try await steps.shiming.cancelCampaign(as: principal, code: campaign.code) }
                        == "not-permitted")
            }
            // Not even where somebody of an agent's holds the permission.
            manager = MainJob.staff([.administrator], in: steps.job.agent.id, scope: manager.scope, 21)
            #expect(try await refusalCode { try await steps.make(as: manager) } == "not-permitted")
        }
    }

    @Test func `what is wrong with one is refused, field by field`() async throws {
        try await CampaignSteps.run(cards: 1) { steps in
            let pointers = try await refusalDetails {
                try await steps.make {
                    $0.name = ""
                    $0.deadline = $0.begins
                    $0.noticeDays = [0]
                    $0.gap = .evidence
                }
            }
            #expect(pointers == ["/deadline", "/name", "/noticeDays", "/stops"])
            #expect(try await refusalDetails { try await steps.make { $0.name = "联系 13800138000" } } == ["/name"])
            let organisation = steps.job.administrator.account
            #expect(
                try await refusalCode { try await steps.make { $0.organisation = organisation.retyped() } }
                    == "campaign-organisation-unknown")
            #expect(try await refusalCode { try await steps.make(product: "no-such") } == "product-unknown")
            steps.world.clock.move(days: 1)
            #expect(try await refusalCode { try await steps.make() } == "campaign-begins-in-the-past")
        }
    }

    @Test func `where nobody is told nothing may be stopped`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let terms = try CampaignSteps.terms()
            #expect(
                try await refusalCode { _ = try await job.installation.makeCampaign(as: job.administrator, CampaignDraft(terms)) }
                    == "notices-not-configured")
            let harmless = try CampaignSteps.terms { $0.stops = false }
            let made = try await job.installation.makeCampaign(as: job.administrator, CampaignDraft(harmless))
            #expect(made.state == .planned)
        }
    }

    @Test func `what was changed meanwhile is not overwritten, and every version stays on record`() async throws {
        try await CampaignSteps.run(cards: 1) { steps in
            let campaign = try await steps.make()
            let changed = try await steps.change(campaign) { $0.name = "第二版" }
            #expect(changed.version == 2 && changed.code == campaign.code)
            #expect(try await refusalCode { _ = try await steps.change(campaign) { $0.name = "第三版" } } == "changed-meanwhile")
            #expect(try await steps.stored(campaign).terms.name == "第二版")
            let versions = try await steps.shiming.store.read { try $0.count("SELECT COUNT(*) FROM campaign_version") }
            #expect(versions == 2)
        }
    }

    @Test func `once begun it is about the same cards; the deadline may move`() async throws {
        try await CampaignSteps.run(cards: 2, agent: 2) { steps in
            let campaign = try await steps.make()
            try await steps.run()
            for edit in [
                { $0.carrier = .telecom }, { $0.organisation = steps.job.agent.id },
                {
                    $0.gap = .evidence
                    $0.stops = false
                },
            ] as [(inout CampaignTerms) -> Void] {
                #expect(try await refusalCode { _ = try await steps.change(campaign, edit) } == "campaign-begun")
            }
            let later = try #require(CivilDate(yyyymmdd: 2026_05_01))
            _ = try await steps.change(campaign) { $0.deadline = later }
            try await steps.run(at: 2026, 4, 2)
            #expect(try await steps.stops() == (0, 0))
            try await steps.run(at: 2026, 5, 2)
            #expect(try await steps.stops() == (2, 2))
        }
    }

    @Test func `what is cancelled, ended or being stopped is changed no more`() async throws {
        try await CampaignSteps.run(cards: 3, agent: 3) { steps in
            let cancelled = try await steps.make()
            _ = try await steps.shiming.cancelCampaign(as: steps.job.administrator, code: cancelled.code)
            #expect(try await refusalCode { _ = try await steps.change(cancelled) { _ in } } == "campaign-over")
            let twice = try await refusalCode {
                _ = try await steps.shiming.cancelCampaign(as: steps.job.administrator, code: cancelled.code)
            }
            #expect(twice == "campaign-over")
            let stopping = try await steps.make()
            try await steps.run()
            _ = try await steps.register(0..<1, deciding: false)
            try await steps.run(at: 2026, 4, 2)
            let late = try #require(CivilDate(yyyymmdd: 2026_05_01))
            #expect(
                try await refusalCode { _ = try await steps.change(stopping) { $0.deadline = late } } == "campaign-stopping")
            // Cancelled now, what waits is never stopped, and what was stopped stays so.
            _ = try await steps.shiming.cancelCampaign(as: steps.job.administrator, code: stopping.code)
            steps.world.clock.move(days: 2)
            try await steps.run()
            #expect(try await steps.stops() == (2, 2))
            #expect(try await steps.letters().filter { $0.code == cancelled.code }.isEmpty)
        }
    }

    @Test func `an agent sees its own cards, and of others' campaigns nothing`() async throws {
        try await CampaignSteps.run(cards: 10, agent: 6, other: 4) { steps in
            let all = try await steps.make()
            let own = try await steps.make { $0.organisation = steps.job.agent.id }
            try await steps.run()
            func manager(_ agent: OrganisationRecord, _ number: UInt64) -> Principal {
                MainJob.staff([.agentManager], in: agent.id, scope: .subtree(organisation: agent.id, path: agent.path), number)
            }
            let (first, second) = (manager(steps.job.agent, 30), manager(steps.job.otherAgent, 31))
            #expect(try await steps.shiming.listCampaigns(as: first).rows.count == 2)
            #expect(try await steps.shiming.listCampaigns(as: second).rows.map(\.campaign.code) == [all.code])
            #expect(try await steps.counts(all, as: first).map(\.cards) == [6])
            #expect(try await steps.counts(all, as: second).map(\.cards) == [4])
            #expect(try await steps.shiming.campaignCards(as: second, code: all.code).rows.map(\.row.iccid) == Array(steps.cards[6...]))
            #expect(try await refusalCode { _ = try await steps.counts(own, as: second) } == "not-found")
            for principal in [steps.job.clerk, steps.job.reviewer] {
                #expect(try await refusalCode { _ = try await steps.counts(all, as: principal) } == "not-permitted")
            }
            let page = try await steps.shiming.campaignCards(as: first, code: all.code, limit: 4)
            let rest = try await steps.shiming.campaignCards(as: first, code: all.code, after: page.next, limit: 4)
            #expect((page.rows + rest.rows).map(\.row.iccid) == Array(steps.cards[..<6]) && rest.next == nil)
        }
    }

    @Test func `no links where nothing lacks, of a cancelled campaign, or to who gives none out`() async throws {
        try await CampaignSteps.run(cards: 2, agent: 2) { steps in
            let campaign = try await steps.make()
            try await steps.run()
            func code(_ principal: Principal, days: Int64 = 30, after: String? = nil) async throws -> String? {
                try await refusalCode {
                    _ = try await steps.shiming.issueCampaignEntrances(
                        as: principal, code: campaign.code, .claimCode, days: days, deviceType: nil, after: after)
                }
            }
            #expect(try await code(steps.job.otherClerk) == "not-found")
            #expect(try await code(steps.job.reviewer) == "not-permitted")
            #expect(try await code(steps.job.clerk, days: 0) == "entrance-time-invalid")
            #expect(try await code(steps.job.clerk, after: "card_00000000000000000000000000000000") == "cursor-unknown")
            try await steps.register(0..<2)
            #expect(try await code(steps.job.clerk) == "campaign-nothing-lacks")
            _ = try await steps.shiming.cancelCampaign(as: steps.job.administrator, code: campaign.code)
            #expect(try await code(steps.job.clerk) == "campaign-over")
        }
    }
}
