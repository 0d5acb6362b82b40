import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("R-LC-08: a card kept for its next owner")
struct ReservationTests {
    private static let kept = "card-kept-for-next-owner"

    /// The first person's card, being given away; and its next owner with everything but the handing in.
    private struct Given {
        let personal: PersonalJob
        let holder: Principal
        /// Of the holder's registration.
        let code: String
        let offer: TransferOffer
        let owner: Principal

        var shiming: Installation { personal.installation }

        /// The carrier has accepted that the holder gives the card up.
        func end(receipt: String = "CM-560") async throws {
            let ending = try #require(try await personal.waitingEnding())
            try await personal.accept(ending.id, ending.version, receipt: receipt)
        }

        func handIn(_ person: Principal) async throws -> String? {
            try await refusalCode { _ = try await shiming.submitPersonal(as: person) }
        }

        /// What is answered to whoever comes by another link, and to whoever comes by a claim code, where they begin.
        func others() async throws -> [String?] {
            let card = personal.watches[0]
            let issued = try await shiming.issueEntrances(
                as: personal.job.clerk, .claimCode, cards: .numbers([card]), days: 30, deviceType: nil)
            let typed = try #require(issued.first?.code)
            let byLink = try await personal.open().principal
            let byCode = try await shiming.openSeat(.claimCode(typed, iccid: card, source: "192.0.2.1"), device: nil).principal
            return [
                try await refusalCode { try await personal.consent(byLink) }, try await refusalCode { try await personal.consent(byCode) },
            ]
        }

        /// Somebody by a fresh link, with everything but the handing in.
        func somebody(_ number: Int = 2, seed: UInt8 = 200) async throws -> Principal {
            let person = try await personal.open().principal
            try await personal.fill(person, PersonalJob.person(number), seed: seed)
            return person
        }
    }

    /// - Parameter prepared: done while the card stands in the holder's name and nobody knows of a transfer.
    private func given(
        _ world: World, after prepared: (PersonalJob) async throws -> Void = { _ in }
    ) async throws -> Given {
        let personal = try await PersonalJob.prepare(in: world)
        let holder = try await personal.effective()
        try await personal.prove(holder)
        let code = try #require(try await world.installation.readOwnData(as: holder).cards.first?.code)
        try await prepared(personal)
        let offer = try await world.installation.beginTransfer(as: holder, code: code)
        let owner = try await world.installation.openSeat(.link(offer.code), device: nil).principal
        try await personal.fill(owner, PersonalJob.person(1), seed: 160)
        return Given(personal: personal, holder: holder, code: code, offer: offer, owner: owner)
    }

    /// The same, and somebody else who prepared everything by another link before the card was given away.
    private func givenWithRival(_ world: World) async throws -> (given: Given, rival: Principal) {
        var rival: Principal?
        let given = try await given(world) { personal in
            let person = try await personal.open().principal
            try await personal.fill(person, PersonalJob.person(2), seed: 200)
            rival = person
        }
        return (given, try #require(rival))
    }

    @Test func `nobody begins by another link or a claim code: while it waits, at the carrier, after the end`() async throws {
        try await withWorld { world in
            let given = try await given(world)
            #expect(try await given.others() == [Self.kept, Self.kept])
            // Who looks only is told no more than before: not that the card is being given away.
            let looking = try await given.personal.open().principal
            #expect(try await given.shiming.readPersonalCase(as: looking).standing == .registered)

            let ending = try #require(try await given.personal.waitingEnding())
            let passed = try await given.shiming.decideApplication(
                as: given.personal.job.reviewer, ending.id, version: ending.version, verdict: .approve, reasons: [], note: nil)
            #expect(try await given.others() == [Self.kept, Self.kept])
            _ = try await given.shiming.recordCarrierReply(
                as: given.personal.job.reviewer, ending.id, version: passed.version, verdict: .accepted, receipt: "CM-561")
            #expect(try await given.others() == [Self.kept, Self.kept])

            let seen = try await given.shiming.readPersonalCase(as: looking)
            #expect(seen.standing == .closed && seen.keptUntil == nil && seen.application == nil)
            let told = try #require(seen.refusal)
            #expect(told.code == Self.kept && told.requirements == ["R-LC-08"])
            #expect(told.reason.zh.contains("过户") && told.mend.zh.contains("营业厅") && told.mend.en.contains("business hall"))
            let own = try await given.shiming.readPersonalCase(as: given.owner)
            #expect(own.standing == .open && own.keptUntil == given.offer.expiresAt)
            #expect(try await given.handIn(given.owner) == nil)
            #expect(try await given.shiming.readPersonalCase(as: looking).standing == .underApplication)
        }
    }

    @Test func `what was prepared by another way before is not handed in, whatever becomes of the next owner's first try`() async throws {
        try await withWorld { world in
            let (given, rival) = try await givenWithRival(world)
            #expect(try await given.handIn(rival) == "card-already-registered")
            try await given.end()
            let left = try await given.shiming.readPersonalCase(as: rival).attempts.left
            let refused = try #require(try await refused { _ = try await given.shiming.submitPersonal(as: rival) })
            #expect(refused.code == Self.kept && refused.kind == .conflict && refused.pointer == "/card")
            #expect(try await given.shiming.readPersonalCase(as: rival).attempts.left == left)

            let first = try #require(try await given.shiming.submitPersonal(as: given.owner).application)
            #expect(try await given.handIn(rival) == Self.kept)
            _ = try await given.shiming.decideApplication(
                as: given.personal.job.reviewer, first.id, version: first.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/holder-id-front", code: "unreadable")], note: nil)
            #expect(try await given.handIn(rival) == Self.kept)
            let again = try #require(try await given.shiming.submitPersonal(as: given.owner).application)
            try await given.personal.accept(again.id, again.version, receipt: "CM-562")
            #expect(try await given.shiming.personalStatus(as: given.owner).stage == .effective)
        }
    }

    @Test func `called off, the card is kept for nobody: given up afterwards, it is whose who comes first`() async throws {
        try await withWorld { world in
            let (given, rival) = try await givenWithRival(world)
            _ = try await given.shiming.callOffTransfer(as: given.holder, code: given.code)
            #expect(try await given.others() == [nil, nil])
            #expect(try await given.handIn(rival) == "card-already-registered")
            _ = try await given.shiming.releaseOwnCard(as: given.holder, code: given.code)
            try await given.end()
            #expect(try await given.shiming.readPersonalCase(as: rival).standing == .open)
            #expect(try await given.handIn(rival) == nil)
            #expect(
                try await given.handIn(given.owner) == "card-under-application", "His link is closed; who is in is nobody before others.")
        }
    }

    @Test func `declined before the end, the card is kept for nobody`() async throws {
        try await withWorld { world in
            let (given, rival) = try await givenWithRival(world)
            try await given.shiming.declineTransfer(as: given.owner)
            #expect(try await given.others() == [nil, nil])
            _ = try await given.shiming.releaseOwnCard(as: given.holder, code: given.code)
            try await given.end()
            #expect(try await given.handIn(rival) == nil)
        }
    }

    @Test func `declined after the end, what he began is taken back, his link is closed and the card is free`() async throws {
        try await withWorld { world in
            let (given, rival) = try await givenWithRival(world)
            try await given.end()
            for other in [rival, given.holder] {
                #expect(try await refusalCode { try await given.shiming.declineTransfer(as: other) } == "not-found")
            }
            #expect(try await given.handIn(rival) == Self.kept)
            try await given.shiming.declineTransfer(as: given.owner)
            #expect(try await given.shiming.readPersonalCase(as: given.owner).application == nil)
            #expect(
                try await refusalCode {
                    _ = try await given.shiming.openSeat(.link(given.offer.code), device: nil)
                } == "entrance-not-open")
            #expect(try await refusalCode { try await given.shiming.declineTransfer(as: given.owner) } == "not-found")
            #expect(try await given.handIn(rival) == nil)
        }
    }

    @Test func `declined while it is looked at, his case is taken back and the card is free`() async throws {
        try await withWorld { world in
            let (given, rival) = try await givenWithRival(world)
            try await given.end()
            #expect(try await given.handIn(given.owner) == nil)
            try await given.shiming.declineTransfer(as: given.owner)
            #expect(try await given.handIn(rival) == nil)
        }
    }

    @Test func `whoever has registered it has nothing to decline, and gives it up as every other`() async throws {
        try await withWorld { world in
            let (given, rival) = try await givenWithRival(world)
            try await given.end()
            let handedIn = try #require(try await given.shiming.submitPersonal(as: given.owner).application)
            try await given.personal.accept(handedIn.id, handedIn.version, receipt: "CM-563")
            #expect(try await refusalCode { try await given.shiming.declineTransfer(as: given.owner) } == "not-found")
            try await given.personal.endHolding(of: 0, by: given.owner, holder: PersonalJob.person(1), receipt: "CM-564")
            #expect(try await given.shiming.readPersonalCase(as: rival).standing == .open)
            #expect(try await given.handIn(rival) == nil)
        }
    }

    @Test func `it is kept until the next owner's link is over, and not a second longer`() async throws {
        try await withWorld { world in
            let given = try await given(world)
            try await given.end()
            world.clock.move(seconds: (given.offer.expiresAt.milliseconds - world.clock.now().milliseconds) / 1_000 - 1)
            #expect(try await given.others() == [Self.kept, Self.kept])
            world.clock.move(seconds: 1)
            let first = try await given.somebody()
            #expect(try await given.handIn(first) == nil)
        }
    }

    @Test func `ended when the link is over already, the card is kept for nobody`() async throws {
        try await withWorld { world in
            let given = try await given(world)
            world.clock.move(seconds: (given.offer.expiresAt.milliseconds - world.clock.now().milliseconds) / 1_000)
            #expect(try await given.others() == [nil, nil])
            try await given.end()
            let first = try await given.somebody()
            #expect(try await given.handIn(first) == nil)
        }
    }

    @Test func `staff who revoke the link, or move the card on, end it`() async throws {
        try await withWorld { world in
            let (given, rival) = try await givenWithRival(world)
            try await given.end()
            let staff = given.personal.job.clerk
            let entrances = try await given.shiming.listEntrances(as: staff, card: given.personal.watches[0], before: nil, limit: 10)
            let link = try #require(entrances.map(\.entrance).first { $0.expiresAt == given.offer.expiresAt })
            #expect(
                try await refusalCode { try await given.shiming.revokeEntrance(as: given.personal.job.otherClerk, link.id) } == "not-found")
            #expect(try await given.handIn(rival) == Self.kept)
            try await given.shiming.revokeEntrance(as: staff, link.id)
            #expect(try await given.handIn(rival) == nil)
        }
        try await withWorld { world in
            let given = try await given(world)
            try await given.end()
            let (card, job) = (given.personal.watches[0], given.personal.job)
            _ = try await given.shiming.recallCards(as: job.administrator, .numbers([card]))
            _ = try await given.shiming.allocateCards(as: job.administrator, .numbers([card]), to: job.otherAgent.id)
            // By his link nobody comes in any more.
            let elsewhere = try await given.personal.link(to: card, as: job.otherClerk)
            let first = try await given.shiming.openSeat(.link(elsewhere.code), device: nil).principal
            try await given.personal.fill(first, PersonalJob.person(2), seed: 200)
            #expect(try await given.handIn(first) == nil)
        }
    }

    @Test func `at once: the next owner gets it, and who hands in beside him does not`() async throws {
        try await withWorld { world in
            let (given, rival) = try await givenWithRival(world)
            let second = try await given.shiming.openSeat(.link(given.offer.code), device: nil).principal
            try await given.personal.fill(second, PersonalJob.person(3), seed: 180)
            try await given.end()
            let (shiming, persons) = (given.shiming, [given.owner, second, rival])
            let answers = try await withThrowingTaskGroup(of: (Int, String?).self) { group in
                for (place, person) in persons.enumerated() {
                    group.addTask { (place, try await refusalCode { _ = try await shiming.submitPersonal(as: person) }) }
                }
                var answers = persons.map { _ in "" }
                for try await (place, code) in group { answers[place] = code ?? "taken" }
                return answers
            }
            #expect(Set(answers.prefix(2)) == ["taken", "card-under-application"])
            #expect([Self.kept, "card-under-application"].contains(answers[2]))
        }
    }

    @Test func `at once with the end: whoever waits for that moment by another link is not first`() async throws {
        try await withWorld { world in
            let (given, rival) = try await givenWithRival(world)
            let (shiming, reviewer) = (given.shiming, given.personal.job.reviewer)
            let ending = try #require(try await given.personal.waitingEnding())
            let passed = try await shiming.decideApplication(
                as: reviewer, ending.id, version: ending.version, verdict: .approve, reasons: [], note: nil)
            let answers = try await withThrowingTaskGroup(of: String?.self) { group in
                group.addTask {
                    _ = try await shiming.recordCarrierReply(
                        as: reviewer, ending.id, version: passed.version, verdict: .accepted, receipt: "CM-565")
                    return "ended"
                }
                group.addTask { try await refusalCode { _ = try await shiming.submitPersonal(as: rival) } }
                return try await group.reduce(into: [String?]()) { $0.append($1) }
            }
            let rivals = answers.filter { $0 != "ended" }
            #expect(rivals == [Self.kept] || rivals == ["card-already-registered"])
            #expect(try await given.handIn(given.owner) == nil)
        }
    }

    /// Of a person before staff, with pictures of their own.
    private func before(_ staff: Principal, _ channel: Channel, _ personal: PersonalJob, _ holder: PartyFacts) async throws
        -> InPersonApplication
    {
        var content = ApplicationContent()
        content.holder = holder
        content.noticeAccepted = true
        let evidence = try await personal.job.upload([.holderIDFront, .holderIDBack, .holderOnSitePhoto], as: staff)
        content.evidence = Dictionary(uniqueKeysWithValues: evidence.map { ($0.key.rawValue, [$0.value.description]) })
        return InPersonApplication(
            card: personal.watches[0], channel: channel, content: content, consents: [.privacy: true, .sensitiveData: true],
            noticeVersion: PersonalNotice.inPersonVersion)
    }

    @Test func `an agent's counter is refused and told what to do; the card is free for it once the next owner declines`() async throws {
        try await withWorld { world in
            let given = try await given(world)
            let clerk = given.personal.job.clerk
            try await given.end()
            let seen = try await given.shiming.examineInPerson(
                as: clerk, card: given.personal.watches[0], channel: nil, ApplicationContent(), consents: [])
            let obstacle = try #require(seen.obstacle)
            #expect(obstacle.code == Self.kept && obstacle.mend.en.contains("declined") && obstacle.mend.zh.contains("放弃"))
            #expect(!seen.outcomes.contains { $0.code == Self.kept })
            let asked = try await before(clerk, .agent, given.personal, PersonalJob.person(2))
            #expect(try await refusalCode { _ = try await given.shiming.registerInPerson(as: clerk, asked) } == Self.kept)
            try await given.shiming.declineTransfer(as: given.owner)
            #expect(try await refusalCode { _ = try await given.shiming.registerInPerson(as: clerk, asked) } == nil)
        }
    }

    @Test func `the operator's own staff register the next owner who stands before them, and are told for whom the card is kept`()
        async throws
    {
        try await withWorld { world in
            let given = try await given(world)
            let staff = given.personal.job.administrator
            let asked = try await before(staff, .accountManager, given.personal, PersonalJob.person(1))
            #expect(
                try await refusalCode { _ = try await given.shiming.registerInPerson(as: staff, asked) } == "card-already-registered",
                "Not before the end.")
            try await given.end()
            let seen = try await given.shiming.examineInPerson(
                as: staff, card: given.personal.watches[0], channel: nil, ApplicationContent(), consents: [])
            let told = try #require(seen.outcomes.first { $0.code == Self.kept })
            #expect(seen.obstacle == nil && told.verdict == .warned)
            #expect(told.text.en.contains("shows the link") && told.text.zh.contains("出示过户链接"))
            let begun = try await given.shiming.registerInPerson(as: staff, asked)
            let reviewed = try await given.shiming.readApplication(as: given.personal.job.reviewer, begun.application)
            #expect(reviewed.checks.contains { $0.code == Self.kept }, "The reviewer is told as well.")
            #expect(try await given.handIn(given.owner) == "card-under-application")
            try await given.personal.accept(begun.application, begun.version, receipt: "CM-566")
            #expect(try await given.shiming.readPersonalCase(as: given.owner).standing == .registered)
        }
    }

    @Test func `no unit takes it either`() async throws {
        try await withWorld { world in
            let given = try await given(world)
            try await given.end()
            let job = given.personal.job
            let content = InventedPapers.application(evidence: try await job.upload(InventedPapers.agentSlots, as: job.clerk))
            let refused = try #require(
                try await refused {
                    _ = try await given.shiming.registerAtOnce(
                        as: job.clerk, channel: .agent, content: content, cards: .numbers([given.personal.watches[0]]))
                })
            #expect(refused.code == "no-card-registrable" && refused.details.map(\.code) == [Self.kept])
        }
    }

    @Test func `who is kept out may tell the operator that the card is his`() async throws {
        try await withWorld { world in
            let (given, rival) = try await givenWithRival(world)
            try await given.end()
            #expect(try await refusalCode { try await given.shiming.claimCard(as: given.owner) } == "card-not-taken")
            #expect(try await refusalCode { try await given.shiming.claimCard(as: rival) } == nil)
            let open = try await given.shiming.listLifeCases(as: given.personal.job.administrator).rows.map(\.kind)
            #expect(open.contains(.claimedAtEntrance))
        }
    }
}
