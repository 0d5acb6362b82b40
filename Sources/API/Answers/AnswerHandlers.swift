import Contract
import Registry
import UseCases

extension Call {
    func answerForCard() async throws -> Answer {
        let asked: Wire.AskAnswer = try decode()
        let question = try question(iccid: asked.iccid, msisdn: asked.msisdn, imsi: asked.imsi, card: asked.card)
        let found = try await installation.answer(
            as: principal(), question, at: time(asked.at, "/at"), asKnown: time(asked.asKnown, "/asKnown"))
        return try .json(wire(found))
    }

    func revealAnswer() async throws -> Answer {
        let asked: Wire.Reveal = try decode()
        let question = try question(iccid: asked.iccid, msisdn: asked.msisdn, imsi: asked.imsi, card: asked.card)
        let found = try await installation.reveal(
            as: principal(), question, at: time(asked.at, "/at"), asKnown: time(asked.asKnown, "/asKnown"), purpose: asked.purpose)
        return try .json(wire(found))
    }

    private func time(_ text: String?, _ pointer: String) throws -> Instant? {
        try text.map { try instant($0, at: pointer) }
    }

    private func question(iccid: String?, msisdn: String?, imsi: String?, card: String?) throws -> CardQuestion {
        let asked: [CardQuestion] = [
            iccid.map { .iccid($0) }, msisdn.map { .msisdn($0) }, imsi.map { .imsi($0) }, card.map { .reference($0) },
        ].compactMap(\.self)
        guard asked.count == 1, let question = asked.first else { throw Refusal.oneQuestion }
        return question
    }

    private func wire(_ answer: CardAnswer) throws -> Wire.AnswerForCard {
        Wire.AnswerForCard(
            card: try reference(answer.subscription), iccid: answer.iccid, carrier: answer.carrier.code, at: answer.at.wire,
            asKnown: answer.asKnown.wire, masked: !answer.isRevealed, standing: answer.standing.rawValue,
            agentChain: answer.agentChain.map { .init(organisation: $0.id.wire, name: $0.name) }, evidence: answer.evidence.map(\.wire),
            msisdn: answer.msisdn, unit: answer.unit.map { Wire.Unit($0) }, responsiblePerson: party(answer, .responsiblePerson),
            actualUser: party(answer, .actualUser), usingDepartment: answer.usingDepartment, handler: party(answer, .handler),
            proxy: party(answer, .proxy), since: answer.since?.wire, registration: answer.registration?.wire,
            registrationCode: answer.registrationCode, decision: answer.decision?.wire)
    }

    private func party(_ answer: CardAnswer, _ role: PartyRole) -> Wire.AnsweringParty? {
        answer.roles[role].map {
            Wire.AnsweringParty(
                party: $0.party.wire, name: $0.name, documentType: $0.documentType.rawValue, documentNumber: $0.documentNumber,
                since: $0.since.wire, address: $0.address, contact: $0.contact)
        }
    }
}

extension Refusal {
    static let oneQuestion = Refusal(
        "one-question", .invalid, en: "Name the card by exactly one of iccid, msisdn, imsi and card.",
        zh: "请只用 iccid、msisdn、imsi、card 之一指明卡片。", mend: LocalText(en: "Leave the others out.", zh: "请去除其余字段。"))
}
