import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("The two ways in")
struct ChannelTests {
    private static let hallSlots: [EvidenceSlot] = InventedPapers.agentSlots + [.purchaseVoucher, .handlerOnSitePhoto]

    private func clerk(of kind: OrganisationKind, _ job: MainJob) async throws -> (Principal, OrganisationRecord?) {
        guard kind == .hall else {
            return (MainJob.staff([.accountManager], in: job.administrator.organisation, scope: .everything, 51), nil)
        }
        let hall = try await job.world.organisation(.hall, "示例营业厅", by: job.administrator)
        return (MainJob.staff([.hallClerk], in: hall.id, scope: .subtree(organisation: hall.id, path: hall.path), 50), hall)
    }

    @Test(arguments: [(OrganisationKind.hall, Channel.hall), (.operatingCompany, .accountManager)])
    func `a hall and an account manager register with vouchers and the handler present (R-25-18, R-PH-04)`(
        kind: OrganisationKind, channel: Channel
    ) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let (clerk, hall) = try await clerk(of: kind, job)
            try await job.stock((700..<705).map(MainJob.iccid), batch: "H", product: "directed-30m")
            if let hall { _ = try await world.installation.allocateCards(as: job.administrator, .batch("H"), to: hall.id) }
            var content = InventedPapers.application(evidence: try await job.upload(Self.hallSlots, as: clerk))
            content.use?.deviceType = nil
            content.use?.deviceModel = nil
            let begun = try await world.installation.createRegistration(as: clerk, channel: channel, content: content)
            let selected = try await world.installation.selectCards(as: clerk, begun.application, version: 1, .batch("H"))
            let handed = try await world.installation.submitApplication(as: clerk, begun.application, version: selected.version)
            let decided = try await world.installation.decideApplication(
                as: job.reviewer, begun.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.registered == 5)
        }
    }

    @Test(arguments: [EvidenceSlot.purchaseVoucher, .handlerOnSitePhoto]) func `without voucher or photo a hall hands nothing in`(
        missing: EvidenceSlot
    ) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let (clerk, hall) = try await clerk(of: .hall, job)
            try await job.stock([MainJob.iccid(700)], batch: "H", product: "directed-30m")
            _ = try await world.installation.allocateCards(as: job.administrator, .batch("H"), to: try #require(hall).id)
            let evidence = try await job.upload(Self.hallSlots.filter { $0 != missing }, as: clerk)
            let begun = try await world.installation.createRegistration(
                as: clerk, channel: .hall, content: InventedPapers.application(evidence: evidence))
            let selected = try await world.installation.selectCards(as: clerk, begun.application, version: 1, .batch("H"))
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.submitApplication(as: clerk, begun.application, version: selected.version)
            }
            #expect(refusal?.details.map(\.pointer) == ["/evidence/\(missing.rawValue)"])
        }
    }

    @Test(arguments: [Channel.hall, .accountManager, .api]) func `an agent cannot take another's way in`(channel: Channel) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.createRegistration(as: job.clerk, channel: channel, content: ApplicationContent())
            }
            #expect(refusal?.code == "channel-not-allowed")
        }
    }

    @Test func `what is needed is said beforehand, with its clause`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            try await job.addProduct("watch", .directed, monthlyMegabytes: 10, cardClass: .wearable)
            let preview = try await world.installation.previewRequirements(
                as: job.clerk, UnitPolicy.Situation(kind: .register, channel: .hall, hasSealedLetter: true),
                products: [try #require(ProductCode("watch")), try #require(ProductCode("directed-30m"))])
            #expect(preview.demands.contains { $0.need == .evidence(.sealedLetter) && $0.requirement == "R-25-10" })
            #expect(preview.demands.contains { $0.need == .evidence(.purchaseVoucher) && $0.requirement == "R-25-18" })
            #expect(preview.demands.contains { $0.need == .party(.responsiblePerson) && $0.requirement == "R-IC-04" })
            #expect(preview.personalGrounds.map(\.product.text) == ["watch"])
        }
    }
}
