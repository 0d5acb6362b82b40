import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("A card given to a next owner")
struct TransferTests {
    /// The first person's card, its holder proved again, and its code.
    private func held(_ world: World) async throws -> (personal: PersonalJob, holder: Principal, code: String) {
        let personal = try await PersonalJob.prepare(in: world)
        let holder = try await personal.effective()
        try await personal.prove(holder)
        let code = try #require(try await world.installation.readOwnData(as: holder).cards.first?.code)
        return (personal, holder, code)
    }

    private func next(_ world: World, _ offer: TransferOffer) async throws -> Principal {
        try await world.installation.openSeat(.link(offer.code), device: nil).principal
    }

    private func holdings(_ world: World, of seat: Principal) async throws -> [HoldingLink] {
        guard case .card(let seat) = seat.scope else { return [] }
        return try await world.installation.store.read { try HoldingRecords.history(seat.subscription, in: $0) }
    }

    @Test func `R-LC-08: the next owner prepares meanwhile, hands in once the old holding has ended, and the two never overlap`()
        async throws
    {
        try await withWorld { world in
            let (personal, holder, code) = try await held(world)
            let offer = try await world.installation.beginTransfer(as: holder, code: code)
            #expect(offer.matter.kind == .end && offer.matter.state == .submitted && offer.matter.transferUntil == offer.expiresAt)
            let owner = try await next(world, offer)
            #expect(try await world.installation.readPersonalCase(as: owner).standing == .inTransfer)
            try await personal.fill(owner, PersonalJob.person(1), seed: 160)
            let waiting = try await world.installation.personalStatus(as: owner).stage
            #expect(waiting == .awaitingTransfer && waiting.isInThePersonsHands, "What he types is not over.")
            let left = try await world.installation.readPersonalCase(as: owner).attempts.left
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: owner) } == "transfer-not-ended")

            let ending = try #require(try await personal.waitingEnding())
            let passed = try await world.installation.decideApplication(
                as: personal.job.reviewer, ending.id, version: ending.version, verdict: .approve, reasons: [], note: nil)
            #expect(passed.state == .awaitingCarrier)
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: owner) } == "transfer-not-ended")
            #expect(try await world.installation.personalStatus(as: owner).stage == .awaitingTransfer)
            _ = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, ending.id, version: passed.version, verdict: .accepted, receipt: "CM-501")

            #expect(try await world.installation.personalStatus(as: holder).stage == .released)
            let free = try await world.installation.readPersonalCase(as: owner)
            #expect(free.standing == .open && free.attempts.left == left, "What was refused before the end cost no attempt.")
            #expect(try await world.installation.personalStatus(as: owner).stage == .begun)
            let handedIn = try #require(try await world.installation.submitPersonal(as: owner).application)
            try await personal.accept(handedIn.id, handedIn.version, receipt: "CM-502")
            #expect(try await world.installation.personalStatus(as: owner).stage == .effective)
            let links = try await holdings(world, of: owner)
            #expect(links.map { $0.registration == nil } == [false, true, false])
            #expect(links.map(\.effectiveFrom) == links.map(\.effectiveFrom).sorted { $0 < $1 })
            let now = try await world.installation.reveal(
                as: personal.job.compliance, .iccid(personal.watches[0]), purpose: "投诉核查 2026-077")
            #expect(now.roles[.holder]?.name == PersonalJob.person(1).name)
        }
    }

    @Test func `R-LC-08: what was registered of the first holder is kept from the transfer on, for lawful tracing only, and then sealed`()
        async throws
    {
        try await withWorld { world in
            let (personal, holder, code) = try await held(world)
            let before = world.clock.now()
            world.clock.move(seconds: 60)
            let offer = try await world.installation.beginTransfer(as: holder, code: code)
            let owner = try await next(world, offer)
            try await personal.fill(owner, PersonalJob.person(1), seed: 160)
            let ending = try #require(try await personal.waitingEnding())
            try await personal.accept(ending.id, ending.version, receipt: "CM-503")
            let ended = world.clock.now()
            world.clock.move(seconds: 60)
            let handedIn = try #require(try await world.installation.submitPersonal(as: owner).application)
            try await personal.accept(handedIn.id, handedIn.version, receipt: "CM-504")

            let card = CardQuestion.iccid(personal.watches[0])
            for someone in [personal.job.clerk, personal.job.reviewer, personal.job.auditor] {
                let now = try await world.installation.answer(as: someone, card)
                #expect(now.phase == .live && !now.isWithheld && now.roles[.holder] != nil)
            }
            for someone in [personal.job.clerk, personal.job.reviewer, personal.job.auditor] {
                let then = try await world.installation.answer(as: someone, card, at: before)
                #expect(then.standing == .registered && then.isWithheld && then.roles.isEmpty && then.evidence.isEmpty)
                #expect(then.phase == RetentionPhase.of(ended: ended, at: world.clock.now()))
            }
            let told = try await world.installation.reveal(as: personal.job.compliance, card, at: before, purpose: "公安调证 2026-121")
            #expect(told.roles[.holder]?.name == PersonalJob.person(0).name && told.phase.name == "retention")
            world.clock.move(days: 3 * 366)
            #expect(try await world.installation.answer(as: personal.job.compliance, card, at: before).phase.name == "deep-freeze")
            #expect(try await world.installation.answer(as: personal.job.compliance, card).phase == .live)
        }
    }

    @Test func `the holder calls it off: the card stays his, and the link opens nothing`() async throws {
        try await withWorld { world in
            let (personal, holder, code) = try await held(world)
            let offer = try await world.installation.beginTransfer(as: holder, code: code)
            let owner = try await next(world, offer)
            try await personal.consent(owner)
            #expect(try await world.installation.callOffTransfer(as: holder, code: code).state == .withdrawn)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.openSeat(.link(offer.code), device: nil)
                } == "entrance-not-open")
            #expect(try await world.installation.readPersonalCase(as: owner).standing == .registered)
            #expect(try await world.installation.readOwnData(as: holder).cards.first?.matter == nil)
            #expect(try await world.installation.personalStatus(as: holder).stage == .effective)
            #expect(try await personal.waitingEnding() == nil)
            #expect(try await refusalCode { _ = try await world.installation.callOffTransfer(as: holder, code: code) } == "not-found")
            let again = try await world.installation.beginTransfer(as: holder, code: code)
            #expect(again.code != offer.code)
        }
    }

    @Test func `the next owner declines: what he began is taken back, and the card stays with its holder`() async throws {
        try await withWorld { world in
            let (personal, holder, code) = try await held(world)
            let offer = try await world.installation.beginTransfer(as: holder, code: code)
            let owner = try await next(world, offer)
            try await personal.fill(owner, PersonalJob.person(1), seed: 160)
            try await world.installation.declineTransfer(as: owner)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.openSeat(.link(offer.code), device: nil)
                } == "entrance-not-open")
            #expect(try await world.installation.readOwnData(as: holder).cards.first?.matter == nil)
            #expect(try await world.installation.personalStatus(as: holder).stage == .effective)
            #expect(try await world.installation.answer(as: personal.job.clerk, .iccid(personal.watches[0])).standing == .registered)
            #expect(try await refusalCode { try await world.installation.declineTransfer(as: owner) } == "not-found")
        }
    }

    @Test func `once the carrier is asked neither side calls it off`() async throws {
        try await withWorld { world in
            let (personal, holder, code) = try await held(world)
            let offer = try await world.installation.beginTransfer(as: holder, code: code)
            let owner = try await next(world, offer)
            let ending = try #require(try await personal.waitingEnding())
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, ending.id, version: ending.version, verdict: .approve, reasons: [], note: nil)
            #expect(
                try await refusalCode { _ = try await world.installation.callOffTransfer(as: holder, code: code) } == "transfer-at-carrier")
            #expect(try await refusalCode { try await world.installation.declineTransfer(as: owner) } == "transfer-at-carrier")
            #expect(try await world.installation.readPersonalCase(as: owner).standing == .inTransfer)
        }
    }

    @Test(arguments: [false, true])
    func `until the carrier is to be told by somebody's hand the holder may call it off, then no more`(isTold: Bool) async throws {
        let carrier = ScriptedCarrier(offers: Set(CarrierOperation.allCases).subtracting([.submitIdentity, .clearRegistration]))
        try await withWorld(carriers: { _ in CarrierGateways([carrier]) }) { world in
            let (personal, holder, code) = try await held(world)
            _ = try await world.installation.beginTransfer(as: holder, code: code)
            let ending = try #require(try await personal.waitingEnding())
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, ending.id, version: ending.version, verdict: .approve, reasons: [], note: nil)
            if isTold { while try await world.installation.tellCarrier(carrier) {} }
            let refused = try await refusalCode { _ = try await world.installation.callOffTransfer(as: holder, code: code) }
            #expect(refused == (isTold ? "transfer-at-carrier" : nil))
            #expect(try await world.installation.readOwnData(as: holder).cards.first?.matter?.state == (isTold ? .awaitingCarrier : nil))
        }
    }

    @Test(arguments: [DecisionVerdict.refuse, .sendBack])
    func `what is refused leaves the card where it was, and the link opens nothing`(verdict: DecisionVerdict) async throws {
        try await withWorld { world in
            let (personal, holder, code) = try await held(world)
            let offer = try await world.installation.beginTransfer(as: holder, code: code)
            let owner = try await next(world, offer)
            try await personal.fill(owner, PersonalJob.person(1), seed: 160)
            let ending = try #require(try await personal.waitingEnding())
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, ending.id, version: ending.version, verdict: verdict,
                reasons: [DecisionReason(pointer: "/card", code: "other")], note: "请到营业厅办理")
            #expect(
                try await refusalCode {
                    _ = try await world.installation.openSeat(.link(offer.code), device: nil)
                } == "entrance-not-open")
            #expect(try await world.installation.readPersonalCase(as: owner).standing == .registered)
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: owner) } == "card-already-registered")
            #expect(try await world.installation.readOwnData(as: holder).cards.count == 1)
        }
    }

    @Test(arguments: [DecisionVerdict.approve, .refuse])
    func `the next owner is told once, on the number he typed, that he may hand in; and not where the card stays`(
        verdict: DecisionVerdict
    ) async throws {
        try await NoticeWorld.run { told in
            let (personal, world) = (told.personal, told.world)
            let holder = try await personal.effective()
            try await personal.prove(holder)
            let code = try #require(try await world.installation.readOwnData(as: holder).cards.first?.code)
            let offer = try await world.installation.beginTransfer(as: holder, code: code)
            let owner = try await next(world, offer)
            var facts = PersonalJob.person(1)
            facts.contact = "13900139000"
            try await personal.fill(owner, facts, seed: 160)
            // Who only looks at the link, however often, keeps the message from nobody.
            for _ in 0..<4 {
                world.clock.move(seconds: 1)
                _ = try await next(world, offer)
            }
            let ending = try #require(try await personal.waitingEnding())
            if verdict == .approve {
                try await personal.accept(ending.id, ending.version, receipt: "CM-551")
            } else {
                _ = try await personal.decide(ending.id, verdict, [DecisionReason(pointer: "/card", code: "does-not-match")])
            }
            try await personal.work([.sms])
            let sent = await told.sms.sent.filter { $0.text.kind == .transferReady }
            #expect(sent.map(\.phone) == (verdict == .approve ? ["13900139000"] : []))
            #expect(sent.allSatisfy { $0.language == .chinese && $0.text.message(in: .chinese).contains("现在可以提交登记") })
            let rows = try await personal.told().filter { $0.hasPrefix("transfer-ready") }
            #expect(rows == (verdict == .approve ? ["transfer-ready/sms", "transfer-ready/webhook"] : []))
        }
    }

    @Test func `a link that is over leads nobody on`() async throws {
        try await NoticeWorld.run { told in
            let (personal, world) = (told.personal, told.world)
            let holder = try await personal.effective()
            try await personal.prove(holder)
            let code = try #require(try await world.installation.readOwnData(as: holder).cards.first?.code)
            let offer = try await world.installation.beginTransfer(as: holder, code: code)
            try await personal.fill(try await next(world, offer), PersonalJob.person(1), seed: 160)
            world.clock.move(seconds: (offer.expiresAt.milliseconds - world.clock.now().milliseconds) / 1_000)
            let ending = try #require(try await personal.waitingEnding())
            try await personal.accept(ending.id, ending.version, receipt: "CM-553")
            #expect(try await personal.told().allSatisfy { !$0.hasPrefix("transfer-ready") })
        }
    }

    @Test func `who has handed in meanwhile is sent no message that he may`() async throws {
        try await NoticeWorld.run { told in
            let (personal, world) = (told.personal, told.world)
            let holder = try await personal.effective()
            try await personal.prove(holder)
            let code = try #require(try await world.installation.readOwnData(as: holder).cards.first?.code)
            let owner = try await next(world, try await world.installation.beginTransfer(as: holder, code: code))
            try await personal.fill(owner, PersonalJob.person(1), seed: 160)
            let ending = try #require(try await personal.waitingEnding())
            try await personal.accept(ending.id, ending.version, receipt: "CM-552")
            let handedIn = try #require(try await world.installation.submitPersonal(as: owner).application)
            #expect(handedIn.state == .submitted)
            try await personal.work([.sms])
            #expect(await told.sms.sent.allSatisfy { $0.text.kind != .transferReady }, "He has handed in and is told that instead.")
            #expect(try await personal.notice("transfer-ready/sms")?.state == .unaddressed)
        }
    }

    @Test func `neither is told anything of the other`() async throws {
        try await withWorld { world in
            let (personal, holder, code) = try await held(world)
            let offer = try await world.installation.beginTransfer(as: holder, code: code)
            let before = try await world.installation.readOwnData(as: holder).cards
            let owner = try await next(world, offer)
            try await personal.fill(owner, PersonalJob.person(1), seed: 160)
            let after = try await world.installation.readOwnData(as: holder)
            #expect(after.cards.map { "\($0)" } == before.map { "\($0)" }, "Whether the link was opened is the next owner's.")
            let view = try await world.installation.readPersonalCase(as: owner)
            let status = try await world.installation.personalStatus(as: owner)
            for (shown, other) in [("\(view) \(status)", PersonalJob.person(0)), ("\(after)", PersonalJob.person(1))] {
                for secret in [other.name, other.documentNumber].compactMap(\.self) { #expect(!shown.contains(secret)) }
            }
            #expect(view.code != code)
            #expect(try await refusalCode { _ = try await world.installation.readOwnData(as: owner) } == "identity-not-proved")
        }
    }

    @Test func `only who proved that the card is his gives it, once; and only who was given it takes it`() async throws {
        try await withWorld { world in
            let (personal, holder, code) = try await held(world)
            let elsewhere = try await personal.open().principal
            #expect(
                try await refusalCode { _ = try await world.installation.beginTransfer(as: elsewhere, code: code) } == "identity-not-proved"
            )
            #expect(try await refusalCode { _ = try await world.installation.beginTransfer(as: holder, code: "SM-NONE") } == "not-found")
            _ = try await world.installation.releaseOwnCard(as: holder, code: code)
            #expect(try await refusalCode { _ = try await world.installation.beginTransfer(as: holder, code: code) } == "asked-already")
            #expect(try await refusalCode { _ = try await world.installation.callOffTransfer(as: holder, code: code) } == "not-found")
            #expect(try await refusalCode { try await world.installation.declineTransfer(as: elsewhere) } == "not-found")
            #expect(try await world.installation.readPersonalCase(as: elsewhere).standing == .registered)
            // Staff, and programs, give nobody's card.
            #expect(
                try await refusalCode { _ = try await world.installation.beginTransfer(as: personal.job.clerk, code: code) }
                    == "not-permitted")
        }
    }

    @Test func `at another entrance of the card nothing is prepared for a transfer; by the link the same device counts`() async throws {
        try await withWorld { world in
            let (personal, holder, code) = try await held(world)
            let offer = try await world.installation.beginTransfer(as: holder, code: code)
            let other = try await personal.open().principal
            #expect(try await world.installation.readPersonalCase(as: other).standing == .registered)
            let view = try await world.installation.readPersonalCase(as: next(world, offer))
            #expect(view.deviceType == "手表" && view.standing == .inTransfer && view.refusal?.code == "transfer-not-ended")
            world.clock.move(days: 30)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.openSeat(.link(offer.code), device: nil)
                } == "entrance-not-open")
        }
    }
}
