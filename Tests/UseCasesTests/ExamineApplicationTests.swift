import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("An application examined before it is handed in")
struct ExamineApplicationTests {
    @Test func `a complete one has nothing against it, and examining hands nothing in`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 3)
            let begun = try await job.begun()
            let examined = try await world.installation.examineApplication(as: job.clerk, begun.application)
            #expect(examined.failures == [])
            #expect(examined.demands.contains { $0.need == .party(.responsiblePerson) })
            let cards = try await world.installation.examineCards(as: job.clerk, begun.application, most: 10)
            #expect(cards.fit == 3)
            #expect(cards.leftOut.isEmpty)
            let named = try await world.installation.applicationCards(as: job.reviewer, begun.application, most: 2)
            #expect(named.count == 2 && Set(named.map(\.card.iccid)).isSubset(of: job.iccids))
            let stored = try await world.installation.readApplication(as: job.clerk, begun.application).application
            #expect(stored.state == .draft)
            #expect(stored.version == begun.version)
        }
    }

    @Test(arguments: RegistrationRefusalTests.faults) func `it finds what handing in would refuse`(
        fault: RegistrationRefusalTests.Fault
    ) async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.begun(content: fault.edit)
            let examined = try await world.installation.examineApplication(as: job.clerk, begun.application)
            #expect(examined.failures.contains { $0.pointer == fault.pointer && $0.code == fault.code })
            let refusal = await #expect(throws: Refusal.self) {
                try await world.installation.submitApplication(as: job.clerk, begun.application, version: begun.version)
            }
            #expect(refusal?.details == examined.failures)
        }
    }

    @Test func `an empty draft lacks every demand`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await world.installation.createRegistration(as: job.clerk, channel: .agent, content: ApplicationContent())
            let examined = try await world.installation.examineApplication(as: job.clerk, begun.application)
            #expect(Set(examined.failures.compactMap(\.pointer)) == Set(examined.demands.map(\.pointer)))
            #expect(examined.failures.allSatisfy { $0.code == "missing" && !$0.requirements.isEmpty })
        }
    }

    @Test func `each card that cannot be registered is named with its reason, up to a number (R-25-02)`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 5)
            try await job.addProduct("general-1g", .general, monthlyMegabytes: 1_024)
            let general = MainJob.iccid(700)
            try await job.stock([general], batch: "G", product: "general-1g")
            _ = try await world.installation.allocateCards(as: job.administrator, .batch("G"), to: job.agent.id)
            let first = try await job.begun(cards: .numbers([job.iccids[0], job.iccids[1]]))
            let handed = try await world.installation.submitApplication(as: job.clerk, first.application, version: first.version)
            _ = try await world.installation.decideApplication(
                as: job.reviewer, first.application, version: handed.version, verdict: .approve, reasons: [], note: nil)
            let second = try await job.begun(cards: .numbers(job.iccids + [general]))
            let cards = try await world.installation.examineCards(as: job.clerk, second.application, most: 2)
            #expect(cards.fit == 3)
            #expect(cards.reasons.map(\.reason.code) == ["card-already-registered", "personal-general-traffic"])
            #expect(cards.reasons.map(\.count) == [2, 1])
            #expect(cards.leftOut.map(\.iccid) == [job.iccids[0], job.iccids[1]])
            #expect(cards.leftOut.allSatisfy { $0.reference.hasPrefix("card_") && !$0.reason.requirements.isEmpty })
        }
    }

    @Test func `of a card in others' hands only the reason is told`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.begun()
            let given = CardSelector.numbers([job.iccids[0]])
            _ = try await world.installation.recallCards(as: job.administrator, given)
            _ = try await world.installation.allocateCards(as: job.administrator, given, to: job.otherAgent.id)
            let cards = try await world.installation.examineCards(as: job.clerk, begun.application, most: 9)
            #expect(cards.fit == 1 && cards.reasons.map(\.count) == [1] && cards.leftOut.isEmpty)
        }
    }

    @Test func `an application's cards are examined from its own date, and an end wants no free ones`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let installation = world.installation
            let held = try await job.registered()
            let end = try await installation.createApplication(
                as: job.clerk, of: held.registration, kind: .end, content: ApplicationContent())
            _ = try await installation.selectCards(as: job.clerk, end.application, version: end.version, .numbers(job.iccids))
            #expect(try await installation.examineCards(as: job.clerk, end.application, most: 9).fit == 1)
            // The card is free from a day on; before it, and where the day cannot be read, it is not.
            _ = try await job.changed(held.registration, .end) { $0.effectiveFrom = "2026-09-01" }
            for (day, fit) in [("2026-09-01", 1), ("2026-08-31", 0), ("2026-13-99", 0), (nil, 0)] {
                let begun = try await job.begun { $0.effectiveFrom = day }
                #expect(try await installation.examineCards(as: job.clerk, begun.application, most: 9).fit == fit, "\(day ?? "")")
            }
        }
    }

    @Test func `every reason that is kept has its text, and no other`() {
        for code in ["card-not-available", "card-cancelled", "card-already-registered"] + PersonalRule.Ground.allCases.map(\.rawValue) {
            #expect(Refusal.exclusion(code)?.code == code)
        }
        #expect(Refusal.exclusion("no-such-reason") == nil)
    }

    @Test func `nobody examines what he may not hand in`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.begun()
            for (principal, refusal) in [(job.otherClerk, Refusal.notFound), (job.auditor, .notPermitted), (job.reviewer, .notPermitted)] {
                await #expect(throws: refusal) { try await world.installation.examineApplication(as: principal, begun.application) }
                await #expect(throws: refusal) { try await world.installation.examineCards(as: principal, begun.application, most: 1) }
            }
            _ = try await world.installation.submitApplication(as: job.clerk, begun.application, version: begun.version)
            await #expect(throws: Refusal.applicationClosed) {
                try await world.installation.examineApplication(as: job.clerk, begun.application)
            }
            await #expect(throws: Refusal.applicationClosed) {
                try await world.installation.examineCards(as: job.clerk, begun.application, most: 1)
            }
        }
    }

    @Test func `a document's former number sent back masked stays as it was (R-NF-08)`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.begun { $0.handler?.formerNumber = "USA123456789012" }
            let shown = try #require(try await world.installation.readApplication(as: job.clerk, begun.application).content)
            #expect(shown.handler?.formerNumber == "U****2")
            _ = try await world.installation.updateApplication(
                as: job.clerk, begun.application, version: begun.version, content: shown)
            let submission = try await world.installation.submitApplication(
                as: job.clerk, begun.application, version: begun.version + 1)
            #expect(submission.checks.allSatisfy { $0.verdict != .failed })
            let seen = try await world.installation.revealApplication(as: job.reviewer, begun.application, purpose: "复核旧证件号码")
            #expect(seen.content?.handler?.formerNumber == "USA123456789012")
        }
    }

    @Test func `the ways in are those of the organisation (R-25-18)`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let hall = try await world.organisation(.hall, "示例营业厅", by: job.administrator)
            let seat = try await world.organisation(.enterprise, "席位", below: job.agent.id, by: job.administrator)
            func staff(_ role: StaffRole, _ place: OrganisationRecord) -> Principal {
                MainJob.staff([role], in: place.id, scope: .subtree(organisation: place.id, path: place.path), 60)
            }
            #expect(try await world.installation.listChannels(as: job.clerk) == [.agent])
            #expect(try await world.installation.listChannels(as: staff(.hallClerk, hall)) == [.hall])
            #expect(try await world.installation.listChannels(as: job.administrator) == [.accountManager])
            #expect(try await world.installation.listChannels(as: staff(.enterpriseManager, seat)) == [])
            await #expect(throws: Refusal.notPermitted) { try await world.installation.listChannels(as: job.auditor) }
        }
    }
}
