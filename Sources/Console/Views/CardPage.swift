import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func card() async throws -> Response { try await write(cardPage()) }

    private func cardPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let detail = try await installation.readCard(as: principal(), reference: id)
        let view = try await installation.readLife(as: principal(), reference: id, tells: false)
        let card = detail.view.card
        var values: [String: Any] = [
            "iccid": card.iccid, "msisdn": card.msisdn.map { [String($0)] } ?? [], "carrier": carrierName(card.carrier),
            "product": card.productName, "batch": card.batch, "reference": detail.view.reference,
            "commands": ConsoleLink.cardCommand(id).address,
            "imsi": card.imsi.map { [String($0)] } ?? [], "eid": card.eid.map { [$0] } ?? [], "productCode": card.product.text,
            "batchHref": ConsoleLink.cards.address + "?batch=\(Self.escaped(card.batch))",
            "recorded": words.time(card.recordedAt), "axes": axes(view),
            "choices": choices(view), "refused": refused(view), "mayCommand": may(.cardLife), "device": deviceOfCard(view),
            "mayAskWho": may(.answerRead), "askWho": ConsoleLink.answers.address,
            "company": try await installation.companyName(as: principal()),
            "printedAt": words("card.printedAt", ["time": words.time(installation.now())]),
        ]
        if let code = try await registrationCode(card.registration), let registration = card.registration {
            values["registration"] = ["href": ConsoleLink.registration(registration.description).address, "code": code]
        }
        if let who = try await whoAnswers(for: detail.view.reference) { values["who"] = who }
        values.merge(try await timeline()) { $1 }
        values["begin"] = card.registration == nil ? try await beginningWith("numbers", detail.view.reference, isOneCard: true) : []
        values["atCounter"] =
            card.registration == nil && mayStandAtCounter
            ? [ConsoleLink.counter.address + "?card=\(Self.escaped(detail.view.reference))"] : []
        values["entrances"] = may(.entranceIssue) ? [ConsoleLink.entrances.address + "?card=\(Self.escaped(detail.view.reference))"] : []
        if let step = view.nextStep { values["next"] = ["name": words["step.\(step.kind.name)"], "at": words.time(step.at)] }
        if let usage = view.life.usage {
            values["usage"] = ["at": words.time(usage.lastUse), "volume": usage.kilobytes.map { String($0 / 1_024) } ?? "–"]
        }
        return ConsolePage(
            template: "card", title: words("card.title", ["iccid": card.iccid]),
            values: values,
            refusal: refusal, section: .cards,
            place: { [words] refusal in
                switch refusal.pointer {
                case "/imei": return (name: words["card.newDevice"], href: "#new-imei")
                case "/iccid": return (name: words["card.newSIM"], href: "#new-iccid")
                default: return nil
                }
            })
    }

    /// Nil where the registration is out of this person's reach.
    private func registrationCode(_ id: RegistrationID?) async throws -> String? {
        guard let id, may(.registrationRead) else { return nil }
        do {
            return try await installation.readRegistration(as: principal(), id).registration.code
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return nil
        }
    }

    /// Where the card stands, on every axis of its own: what we registered, what we wish, what the carrier says.
    private func axes(_ view: LifeView) -> [[String: Any]] {
        let life = view.life
        let truth = view.truth
        let carriers = truth?.state?.word.text.text(in: language) ?? words["card.notAsked"]
        let names = truth?.realName?.word.text.text(in: language) ?? words["card.notAsked"]
        let number: [[String: Any]] = view.number.map { [axis("number", said(of: $0, freeFrom: view.numberFreeFrom), "")] } ?? []
        let own: [[String: Any]] = [
            axis("realName", words[life.isHeld ? "cards.registered" : "cards.vacant"], life.isHeld ? "good" : "bad"),
            axis(
                "service", Self.mark(of: life.standing) + " " + life.standing.state.text.text(in: language),
                life.standing.serves ? "good" : "", since: life.since),
            axis(
                "stops", life.standing.stops.reasons.isEmpty ? words["card.noStops"] : stops(life.standing.stops),
                life.standing.stops.reasons.isEmpty ? "" : "bad"),
            axis("carrierState", carriers, "", since: truth?.stateAt),
            axis("carrierRealName", names, "", since: truth?.realNameAt),
        ]
        return own + number
    }

    private func said(of number: NumberState, freeFrom: Instant?) -> String {
        if number == .frozen, let freeFrom { return words("card.frozenUntil", ["time": words.time(freeFrom)]) }
        return words["numberState.\(number.rawValue)"]
    }

    /// - Parameter tone: `good`, `bad`, or neither.
    private func axis(_ name: String, _ text: String, _ tone: String, since: Instant? = nil) -> [String: Any] {
        var values: [String: Any] = ["name": words["axis.\(name)"], "text": text, "tone": tone]
        if let since { values["since"] = words.time(since) }
        return values
    }

    /// What may be done with the card now; stops and their lifting with the reasons there are to choose from.
    private func choices(_ view: LifeView) -> [[String: Any]] {
        let allowed = view.choices.filter { $0.obstacle == nil }
        return LifeCommand.allCases.compactMap { command in
            let choices = allowed.filter { $0.command == command }
            guard !choices.isEmpty else { return nil }
            let reasons = choices.compactMap(\.reason)
            var values: [String: Any] = [
                "command": command.rawValue, "name": commandName(command), "needsSure": command == .cancel,
            ]
            if !reasons.isEmpty {
                let all = reasons.map { ["code": $0.name, "name": $0.text.text(in: language)] }
                // None of several is chosen beforehand.
                values["reasons"] = ["all": all, "isSeveral": all.count > 1] as [String: Any]
            }
            return values
        }
    }

    func commandName(_ command: LifeCommand) -> String { words["lifeCommand.\(command.rawValue)"] }

    /// What is not possible, and why.
    private func refused(_ view: LifeView) -> [[String: Any]] {
        (view.choices + view.changes).compactMap { choice in
            guard choice.reason == nil, let obstacle = choice.obstacle else { return nil }
            return [
                "name": commandName(choice.command), "why": obstacle.text.text(in: language),
                "rules": ruleLinks(obstacle.requirements),
            ]
        }
    }

    func commandCard() async throws -> Response {
        do {
            guard let command = LifeCommand(rawValue: form["command"] ?? "") else { throw Refusal.formUnreadable }
            guard command != .cancel || form.isTicked("sure") else { throw Refusal.cancellationUnsure }
            switch command {
            case .changeDevice: _ = try await installation.changeDevice(as: principal(), card: id, imei: form["imei"] ?? "")
            case .changeSIM: _ = try await installation.changeSIM(as: principal(), card: id, iccid: form["iccid"] ?? "")
            default:
                let reason = form["reason"].flatMap { StopReason(name: $0) }
                _ = try await installation.changeLives(as: principal(), .numbers([id]), LifeWish(command, reason: reason))
            }
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(cardPage(refusal))
        }
        return redirect(to: .card(id))
    }
}
