import Hummingbird
import Numbers
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func answers() -> Response { write(answerPage(nil)) }

    /// A card and a time, as somebody asks for them. They come in a form: what somebody asked for stands in no address.
    private struct Asked {
        let question: CardQuestion
        let at: Instant?
        let asKnown: Instant?
    }

    /// Who answers for the card at the time, masked.
    func answer() async throws -> Response {
        do {
            let asked = try asked()
            return try await write(
                answered(await installation.answer(as: principal(), asked.question, at: asked.at, asKnown: asked.asKnown)))
        } catch let refusal as Refusal {
            return write(answerPage(refusal))
        }
    }

    /// The same with the persons as they are; why is on the trail.
    func revealAnswer() async throws -> Response {
        let asked = try asked()
        do {
            return try await write(
                answered(
                    await installation.reveal(
                        as: principal(), asked.question, at: asked.at, asKnown: asked.asKnown, purpose: form["purpose"] ?? "")))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let masked = try await installation.answer(as: principal(), asked.question, at: asked.at, asKnown: asked.asKnown)
            return try await write(answered(masked, refusal))
        }
    }

    /// A copy with its watermark, which bears the purpose.
    func answerEvidence() async throws -> Response {
        guard let piece = form["piece"].flatMap({ EvidenceID($0) }) else { throw Refusal.notFound }
        return try await installation.openEvidence(as: principal(), piece, purpose: form["purpose"] ?? "").response
    }

    private func asked() throws(Refusal) -> Asked {
        Asked(question: try askedCard(), at: try instant("at"), asKnown: try instant("asKnown"))
    }

    /// The card that the form names.
    func askedCard() throws(Refusal) -> CardQuestion {
        let numbers = Self.numbers(in: form["number"] ?? "")
        guard numbers.count == 1 else { throw .oneCard }
        if numbers[0].hasPrefix("card_") { return .reference(numbers[0]) }
        switch CardNumber(numbers[0], today: CivilDate(shanghai: installation.now())) {
        case .msisdn: return .msisdn(numbers[0])
        case .imsi: return .imsi(numbers[0])
        case .iccid, .iccidStart: return .iccid(numbers[0])
        case nil: throw .notACardNumber
        }
    }

    /// A time as a field holds it, or, in a form made here, to the millisecond.
    private func instant(_ field: String) throws(Refusal) -> Instant? {
        if let exact = form["\(field)Exact"].flatMap({ Int64($0) }) { return Instant(milliseconds: exact) }
        return try moment(field)
    }

    private func answerPage(_ refusal: Refusal?) -> ConsolePage {
        ConsolePage(
            template: "answers", title: words["answers.title"],
            values: [
                "tabs": values(of: answerTabs, at: .answers), "hasTabs": answerTabs.count > 1,
                "action": ConsoleLink.answers.address, "number": form["number"] ?? "", "at": form["at"] ?? "",
                "asKnown": form["asKnown"] ?? "",
            ], refusal: refusal, section: .answers)
    }

    private func answered(_ answer: CardAnswer, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        var page = answerPage(refusal)
        let isEverywhere = try principal().scope == .everything
        // Asked by its reference, what stands in the field is the number itself.
        if (form["number"] ?? "").hasPrefix("card_") { page.values["number"] = answer.iccid }
        let card = try reference(answer.subscription)
        var values: [String: Any] = [
            "card": card, "cardHref": ConsoleLink.card(card).address, "iccid": answer.iccid, "msisdn": answer.msisdn ?? "–",
            "carrier": carrierName(answer.carrier), "when": words.time(answer.at), "known": words.time(answer.asKnown),
            "standing": words["standing.\(answer.standing.rawValue)"], "isRegistered": answer.standing == .registered,
            "service": Self.mark(of: answer.service) + " " + answer.service.state.text.text(in: language),
            "isStopped": !answer.service.stops.reasons.isEmpty, "stops": stops(answer.service.stops),
            "code": answer.registrationCode ?? "–", "since": answer.since.map { words.time($0) } ?? "–",
            "persons": persons(answer), "hasPersons": !answer.roles.isEmpty, "isRevealed": answer.isRevealed,
            "isWithheld": answer.isWithheld,
            "chain": answer.agentChain.map(\.name).joined(separator: " → "), "hasChain": !answer.agentChain.isEmpty,
            "pieces": try await pieces(answer),
            "hasPieces": !answer.evidence.isEmpty, "mayOpen": may(.evidenceRead), "open": ConsoleLink.answerEvidence.address,
            "mayReveal": may(.reveal) && isEverywhere && !answer.isRevealed && answer.standing == .registered,
            "reveal": ConsoleLink.revealAnswer.address, "purpose": form["purpose"] ?? "",
            "atExact": String(answer.at.milliseconds), "asKnownExact": String(answer.asKnown.milliseconds),
        ]
        if let unit = answer.unit { values["unit"] = ["name": unit.name, "code": unit.code] }
        if let department = answer.usingDepartment { values["department"] = department }
        if answer.phase != .live {
            values["phase"] = ["name": words["retention.\(answer.phase.name)"], "ground": answer.phase.ground.text(in: language)]
        }
        page.values["answer"] = values
        return page
    }

    /// Who answers for a card now, masked as the page that is asked shows it; nil where this person may not ask, or it is out of reach.
    func whoAnswers(for card: String) async throws -> [String: Any]? {
        guard may(.answerRead) else { return nil }
        let answer: CardAnswer
        do {
            answer = try await installation.answer(as: principal(), .reference(card))
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return nil
        }
        var values: [String: Any] = [
            "standing": words["standing.\(answer.standing.rawValue)"], "isHeld": answer.standing == .registered,
            "isWithheld": answer.isWithheld, "persons": persons(answer), "hasPersons": !answer.roles.isEmpty,
        ]
        if let unit = answer.unit { values["unit"] = ["unitName": unit.name, "unitCode": unit.code] }
        if let department = answer.usingDepartment { values["department"] = department }
        if let since = answer.since { values["answersSince"] = words.time(since) }
        return values
    }

    /// What the decision rested on, each by what it shows.
    private func pieces(_ answer: CardAnswer) async throws -> [[String: Any]] {
        var pieces: [[String: Any]] = []
        for (place, piece) in answer.evidence.enumerated() {
            let slot = "slot.\(try await kind(of: piece) ?? "")"
            let name = words.has(slot) ? words[slot] : words("answers.piece", ["n": String(place + 1)])
            pieces.append(["id": piece.description, "name": name])
        }
        return pieces
    }

    /// Nil where this person may not know.
    private func kind(of piece: EvidenceID) async throws -> String? {
        guard may(.evidenceRead) else { return nil }
        do {
            return try await installation.readEvidence(as: principal(), piece).kind
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return nil
        }
    }

    private func persons(_ answer: CardAnswer) -> [[String: Any]] {
        PartyRole.allCases.compactMap { role in
            guard let person = answer.roles[role] else { return nil }
            return [
                "role": words["party.\(role.pointer.dropFirst())"], "name": person.name,
                "document": words["document.\(person.documentType.rawValue)"], "number": person.documentNumber,
                "contact": person.contact ?? "–", "address": person.address ?? "–", "since": words.time(person.since),
            ]
        }
    }
}

extension Refusal {
    static let oneCard = Refusal(
        "one-card", .invalid, house: .choice, en: "Ask for one card.", zh: "一次只能查询一张卡。",
        mend: LocalText(en: "Type one number: an ICCID, a phone number or an IMSI.", zh: "请填写一个 ICCID、号码或 IMSI。"))
}
