import Records
import Registry
import TestKit
import Testing
import UseCases

/// Steps of a person who proves again who he is.
extension PersonalJob {
    /// A proof with everything but the handing in, by face unless it is declined.
    func prepareProof(_ person: Principal, number: String?, seed: UInt8 = 120, byFace: Bool = true) async throws {
        _ = try await installation.beginProof(as: person)
        try await consent(person, byFace ? [.privacy, .sensitiveData, .face] : [.privacy, .sensitiveData])
        var holder = PartyFacts()
        holder.documentNumber = number
        _ = try await installation.updatePersonalDraft(
            as: person, PersonalDraft(holder: holder, declinesFaceRecognition: byFace ? nil : true))
        if byFace {
            try await captureFace(person, seed: seed)
        } else {
            _ = try await installation.capturePicture(as: person, .handHeldPhoto, bytes: inventedPicture(seed), insists: false)
        }
    }

    /// The proof handed in, and let pass by a reviewer.
    func prove(_ person: Principal, as holder: PartyFacts = person(0), seed: UInt8 = 120) async throws {
        try await prepareProof(person, number: holder.documentNumber, seed: seed)
        let handedIn = try await installation.submitPersonal(as: person)
        guard let proof = handedIn.application else { throw StaffFailure.noToken }
        _ = try await installation.decideApplication(
            as: job.reviewer, proof.id, version: proof.version, verdict: .approve, reasons: [], note: nil)
    }

    /// A watch's card effective for the person, and the principal that registered it.
    func effective(_ card: Int = 0, _ holder: PartyFacts = person(0), receipt: String = "CM-900") async throws -> Principal {
        let (person, application) = try await submitted(card, holder)
        try await accept(application.id, application.version, receipt: receipt)
        return person
    }

    /// Under 14.
    static var child: PartyFacts {
        var child = InventedPapers.successor
        child.validFrom = "2022-10-01"
        child.validUntil = "2027-10-01"
        return child
    }

    /// A watch's card effective for a child, with its guardian.
    func effectiveChild() async throws -> Principal {
        let person = try await open().principal
        try await fill(person, Self.child)
        try await consent(person, [.guardian])
        _ = try await installation.updatePersonalDraft(
            as: person, PersonalDraft(holder: Self.child, guardian: Self.person(1), noticeAccepted: true))
        for (seed, slot) in [(UInt8(80), EvidenceSlot.guardianIDFront), (81, .guardianIDBack)] {
            _ = try await installation.capturePicture(as: person, slot, bytes: inventedPicture(seed), insists: false)
        }
        let handedIn = try await installation.submitPersonal(as: person)
        guard let application = handedIn.application else { throw StaffFailure.noToken }
        try await accept(application.id, application.version)
        return person
    }
}

@Suite("What belongs to the person afterwards")
struct OwnDataTests {
    @Test func `R-AF-02: proved again, a person sees all cards in his name, those of others not`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            _ = try await personal.effective(1, receipt: "CM-901")
            _ = try await personal.effective(2, PersonalJob.person(1), receipt: "CM-902")
            try await personal.prove(person)
            let own = try await world.installation.readOwnData(as: person)
            #expect(own.cards.map(\.iccid) == personal.watches.prefix(2).map { "****\($0.suffix(4))" })
            #expect(own.identity.name == PersonalJob.person(0).name && own.identity.documentNumber == PersonalJob.person(0).documentNumber)
            #expect(own.looks.isEmpty && own.cards.allSatisfy { $0.matter == nil })
        }
    }

    @Test func `R-DP-08: a look at what is live is told to the person, one at what is kept for tracing is not`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (job, shiming) = (personal.job, world.installation)
            let first = try await personal.effective()
            let second = try await personal.effective(1, receipt: "CM-901")
            let then = world.clock.now()
            world.clock.move(days: 10)
            try await personal.endHolding(of: 0, by: first)
            world.clock.move(days: 1)
            let traced = try await shiming.reveal(
                as: job.compliance, .iccid(personal.watches[0]), at: then, purpose: "案件 2026-7 协查")
            #expect(traced.phase.name == "retention" && !traced.isWithheld)
            try await personal.prove(second)
            #expect(try await shiming.readOwnData(as: second).looks.isEmpty)
            _ = try await shiming.reveal(as: job.compliance, .iccid(personal.watches[1]), purpose: "投诉核查 2026-09")
            #expect(try await shiming.readOwnData(as: second).looks.map(\.act) == [.answerRevealed])
        }
    }

    @Test func `nothing is shown before the proof, to another device, or when its time is over`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            func shown(_ principal: Principal) async throws -> String? {
                try await refusalCode { _ = try await world.installation.readOwnData(as: principal) }
            }
            #expect(try await shown(person) == "identity-not-proved")
            try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber)
            #expect(try await shown(person) == "identity-not-proved")
            _ = try await world.installation.submitPersonal(as: person)
            #expect(try await shown(person) == "identity-not-proved")
            try await personal.prove(try await personal.open().principal, seed: 140)
            #expect(try await shown(person) == "identity-not-proved")
        }
    }

    @Test func `R-DP-08: who leaves the device leaves nothing open on it, and what he began waits for him`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let registering = try await personal.effective()
            try await personal.prove(registering)
            _ = try await world.installation.readOwnData(as: registering)
            // Proved at another card's entrance too, and handed in there.
            let device = try await personal.open().device
            let (beside, later) = try await (personal.open(device: device).principal, personal.open(device: device).principal)
            try await personal.prepareProof(beside, number: PersonalJob.person(0).documentNumber, seed: 150)
            let waiting = try #require(try await world.installation.submitPersonal(as: beside).application)
            try await world.installation.leaveSeat(as: later)
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, waiting.id, version: waiting.version, verdict: .approve, reasons: [], note: nil)
            #expect(try await refusalCode { _ = try await world.installation.readOwnData(as: beside) } == "identity-not-proved")
            _ = try await world.installation.readOwnData(as: registering)
            try await world.installation.leaveSeat(as: registering)
            #expect(try await refusalCode { _ = try await world.installation.readOwnData(as: registering) } == "identity-not-proved")
            let link = try await personal.link(1)
            let opened = try await world.installation.openSeat(.link(link.code), device: nil)
            try await personal.fill(opened.principal, PersonalJob.person(1))
            try await world.installation.leaveSeat(as: opened.principal)
            #expect(try await refusalCode { _ = try await world.installation.authenticate(opened.token.text) } == "token-refused")
            let again = try await world.installation.openSeat(.link(link.code), device: opened.device)
            let view = try await world.installation.readPersonalCase(as: again.principal)
            #expect(view.content.holder?.name == PersonalJob.person(1).name)
            #expect(try await refusalCode { try await world.installation.leaveSeat(as: personal.job.clerk) } == "not-permitted")
        }
    }

    @Test func `what was proved is closed again after the hours of the setting`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prove(person)
            world.clock.move(seconds: world.installation.settings.ownDataHours * 3_600 - 1)
            _ = try await world.installation.readOwnData(as: person)
            world.clock.move(seconds: 1)
            #expect(try await refusalCode { _ = try await world.installation.readOwnData(as: person) } == "identity-not-proved")
        }
    }

    /// A number typed by somebody who came by the link; answers the refusal, and how many he had left before.
    private func guess(
        _ personal: PersonalJob, by link: IssuedEntrance, _ number: String? = PersonalJob.person(1).documentNumber, seed: UInt8
    ) async throws -> (refused: String?, left: Int) {
        let stranger = try await personal.installation.openSeat(.link(link.code), device: nil).principal
        try await personal.prepareProof(stranger, number: number, seed: seed)
        let left = try await personal.installation.readPersonalCase(as: stranger).attempts.left
        return (try await refusalCode { _ = try await personal.installation.submitPersonal(as: stranger) }, left)
    }

    @Test func `R-LC-08: another's number proves nothing, and guessing ends for the link, on whichever device`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await personal.effective()
            let link = try await personal.link()
            for round in 0..<5 {
                let guessed = try await guess(personal, by: link, seed: UInt8(100 + round * 8))
                #expect(guessed.refused == "not-the-holder" && guessed.left == 5 - round)
            }
            let holder = PersonalJob.person(0).documentNumber
            #expect(try await guess(personal, by: link, holder, seed: 150) == ("attempts-exhausted", 0))
            let stubborn = try await world.installation.openSeat(.link(link.code), device: nil).principal
            try await personal.prepareProof(stubborn, number: PersonalJob.person(1).documentNumber, seed: 160)
            for _ in 0..<16 {
                #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: stubborn) } == "attempts-exhausted")
            }
            // A holder whom a business hall registered is given another link, and is not kept out by whoever has the first.
            #expect(try await guess(personal, by: try await personal.link(), holder, seed: 170) == (nil, 5))
        }
    }

    @Test func `R-LC-08: many links guess no more than the card allows in a day`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await personal.effective()
            for round in 0..<15 {
                let guessed = try await guess(personal, by: try await personal.link(), seed: UInt8(60 + round * 9))
                #expect(guessed.refused == "not-the-holder" && guessed.left == min(5, 15 - round))
            }
            let holder = PersonalJob.person(0).documentNumber
            #expect(try await guess(personal, by: try await personal.link(), holder, seed: 200) == ("attempts-exhausted", 0))
            world.clock.move(days: 1)
            #expect(try await guess(personal, by: try await personal.link(), holder, seed: 210) == (nil, 5))
        }
    }

    @Test func `who has a link elsewhere does not keep the holder from proving where he registered`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let holder = try await personal.effective()
            let link = try await personal.link()
            for round in 0..<6 {
                let refused = try await guess(personal, by: link, seed: UInt8(130 + round * 8)).refused
                #expect(refused == (round < 5 ? "not-the-holder" : "attempts-exhausted"))
            }
            try await personal.prove(holder, seed: 190)
            #expect(try await world.installation.readOwnData(as: holder).cards.count == 1)
        }
    }

    @Test func `what is asked is seen by whoever sees to the registration, wherever the person proved who he is`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (job, shiming) = (personal.job, world.installation)
            let code = try await shiming.personalStatus(as: try await personal.effective()).code
            _ = try await shiming.recallCards(as: job.administrator, .numbers([personal.watches[1]]))
            _ = try await shiming.allocateCards(as: job.administrator, .numbers([personal.watches[1]]), to: job.otherAgent.id)
            let issued = try await shiming.issueEntrances(
                as: job.otherClerk, .link, cards: .numbers([personal.watches[1]]), days: 30, deviceType: "手表")
            let elsewhere = try await shiming.openSeat(.link(try #require(issued.first).code), device: nil).principal
            try await personal.fill(elsewhere, seed: 150)
            let second = try #require(try await shiming.submitPersonal(as: elsewhere).application)
            try await personal.accept(second.id, second.version, receipt: "CM-931")
            try await personal.prove(elsewhere, seed: 170)
            _ = try await shiming.releaseOwnCard(as: elsewhere, code: code)
            func sees(_ staff: Principal) async throws -> Bool {
                try await !shiming.listApplications(
                    as: staff, state: nil, kind: .end, registration: nil, after: nil, limit: 10
                ).isEmpty
            }
            #expect(try await sees(job.clerk))
            #expect(try await !sees(job.otherClerk), "Another agent's registration is nothing to it.")
        }
    }

    @Test func `a proof without number, face or consent names what is missing`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            let begun = try await world.installation.beginProof(as: person)
            #expect(begun.kind == .prove && begun.effectiveNeeds.methods == [.face])
            #expect(
                try await refusalDetails { _ = try await world.installation.submitPersonal(as: person) } == [
                    "/consents/face", "/consents/privacy", "/consents/sensitive-data", "/evidence/face-capture", "/holder/documentNumber",
                ])
        }
    }

    @Test func `R-DP-06: the guardian consents before a child's face is taken, also for a proof`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effectiveChild()
            _ = try await world.installation.beginProof(as: person)
            try await personal.consent(person)
            var holder = PartyFacts()
            holder.documentNumber = PersonalJob.child.documentNumber
            _ = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: holder))
            let asked = try await world.installation.readPersonalCase(as: person)
            #expect(asked.notices.map(\.kind) == [.privacy, .sensitiveData, .face, .guardian])
            #expect(try await refusalCode { try await personal.captureFace(person, seed: 120) } == "guardian-consent-needed")
            for slot in [EvidenceSlot.handHeldPhoto, .holderIDFront] {
                let taken = try await refusalCode {
                    _ = try await world.installation.capturePicture(as: person, slot, bytes: inventedPicture(9), insists: true)
                }
                #expect(taken == "guardian-consent-needed", "\(slot)")
            }
            #expect(try await refusalDetails { _ = try await world.installation.submitPersonal(as: person) }.contains("/consents/guardian"))
            #expect(try await refusalCode { _ = try await world.installation.readOwnData(as: person) } == "identity-not-proved")
            try await personal.consent(person, [.guardian])
            try await personal.captureFace(person, seed: 120)
            #expect(try await world.installation.submitPersonal(as: person).application?.state == .submitted)
        }
    }

    @Test func `R-DP-01: from fourteen on no guardian is asked for a proof, nor by a number that is none`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            for number in [PersonalJob.person(0).documentNumber, "44011320141005001", "", nil] {
                try await personal.prepareProof(person, number: number)
                let notices = try await world.installation.readPersonalCase(as: person).notices
                #expect(notices.map(\.kind) == [.privacy, .sensitiveData, .face], "\(number ?? "none")")
            }
        }
    }

    @Test func `R-OP-03: who does not want his face recognised sends a photo, and a reviewer compares`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber, byFace: false)
            let handedIn = try await world.installation.submitPersonal(as: person)
            let proof = try #require(handedIn.application)
            #expect(proof.state == .submitted)
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, proof.id, version: proof.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/evidence/hand-held-photo", code: "unreadable")], note: nil)
            let matter = try #require(try await world.installation.readOwnMatters(as: person).proof)
            #expect(matter.state == .sentBack && matter.reasons.map(\.code) == ["unreadable"])
            #expect(try await world.installation.personalStatus(as: person).stage == .effective)
        }
    }

    @Test func `a card that nobody answers for, or that is being registered, has nobody to prove to be`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let stranger = try await personal.open().principal
            #expect(try await refusalCode { _ = try await world.installation.beginProof(as: stranger) } == "registration-not-live")
            let (person, _) = try await personal.submitted(1)
            #expect(try await refusalCode { _ = try await world.installation.beginProof(as: person) } == "registration-under-way")
            #expect(try await refusalCode { _ = try await world.installation.beginProof(as: personal.job.clerk) } == "not-permitted")
        }
    }

    @Test func `a proof taken back ends nothing of the registration`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            _ = try await world.installation.beginProof(as: person)
            let after = try await world.installation.withdrawPersonal(as: person)
            #expect(after.kind == .register && after.application?.state == .approved)
            #expect(try await world.installation.answer(as: personal.job.clerk, .iccid(personal.watches[0])).standing == .registered)
            #expect(try await world.installation.beginProof(as: person).kind == .prove)
        }
    }

    @Test func `what was shown for a proof is destroyed when its time is over; what was registered stays`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prove(person)
            let kept = try await personal.count("evidence_state WHERE registered_at IS NOT NULL AND purged_at IS NULL")
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            _ = try await world.installation.purgeDue()
            #expect(try await personal.count("evidence_state WHERE purged_at IS NULL") == kept)
            #expect(try await world.installation.answer(as: personal.job.clerk, .iccid(personal.watches[0])).standing == .registered)
        }
    }

    @Test func `R-PH-06: a disputed card is investigated; upheld and accepted, it is nobody's, and the place is free`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prove(person)
            let code = try #require(try await world.installation.readOwnData(as: person).cards.first?.code)
            #expect(try await world.installation.disputeCard(as: person, code: code).state == .submitted)
            #expect(try await refusalCode { _ = try await world.installation.disputeCard(as: person, code: code) } == "asked-already")
            #expect(try await world.installation.readOwnData(as: person).cards.first?.matter?.kind == .dispute)
            let waiting = try await world.installation.listApplications(
                as: personal.job.reviewer, state: .submitted, kind: .dispute, registration: nil, after: nil, limit: 5)
            let dispute = try #require(waiting.first)
            try await personal.accept(dispute.id, dispute.version, receipt: "CM-910")
            #expect(try await world.installation.answer(as: personal.job.clerk, .iccid(personal.watches[0])).standing == .vacant)
            #expect(try await world.installation.readOwnData(as: person).cards.isEmpty)
            #expect(try await personal.count("card_slot") == 0)
        }
    }

    @Test func `a dispute that is refused leaves the card as it is; another's card cannot be disputed`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            let (_, others) = try await personal.submitted(1, PersonalJob.person(1))
            try await personal.accept(others.id, others.version, receipt: "CM-911")
            let code = try await world.installation.readApplication(as: personal.job.reviewer, others.id).registrationCode
            #expect(try await refusalCode { _ = try await world.installation.disputeCard(as: person, code: code) } == "identity-not-proved")
            try await personal.prove(person)
            #expect(try await refusalCode { _ = try await world.installation.disputeCard(as: person, code: code) } == "not-found")
            #expect(try await refusalCode { _ = try await world.installation.beginCorrection(as: person, code: code) } == "not-found")
            let own = try #require(try await world.installation.readOwnData(as: person).cards.first?.code)
            _ = try await world.installation.disputeCard(as: person, code: own.lowercased())
            let waiting = try await world.installation.listApplications(
                as: personal.job.reviewer, state: .submitted, kind: .dispute, registration: nil, after: nil, limit: 5)
            let dispute = try #require(waiting.first)
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, dispute.id, version: dispute.version, verdict: .refuse,
                reasons: [DecisionReason(pointer: "/holder", code: "other")], note: "请到营业厅办理")
            #expect(try await world.installation.answer(as: personal.job.clerk, .iccid(personal.watches[0])).standing == .registered)
        }
    }
}
