import Contract
import Records
import Registry
import UseCases
import Vault

extension Call {
    // MARK: Holds

    func placeLegalHold() async throws -> Answer {
        let asked: Wire.PlaceLegalHold = try decode()
        let card = try CardAsked(body)
        let hold = try await installation.placeHold(
            as: principal(),
            HoldWish(
                card.question, at: card.at, role: try asked.role.map { try word($0, at: "/role") }, caseNumber: asked.caseNumber,
                reason: asked.reason))
        return try .json(wire(hold))
    }

    func releaseLegalHold() async throws -> Answer {
        let asked: Wire.ReleaseLegalHold = try decode()
        return try .json(wire(await installation.releaseHold(as: principal(), id("legalHold"), reason: asked.reason)))
    }

    func listLegalHolds() async throws -> Answer {
        let found = try await installation.listHolds(as: principal(), before: cursorID(), limit: limit)
        return try page(found, keys: { [$0.wire] }, item: { try wire($0) })
    }

    private func wire(_ hold: StoredHold) throws -> Wire.LegalHold {
        var wire = Wire.LegalHold(
            id: hold.id.wire, code: hold.code, caseNumber: hold.caseNumber, reason: hold.reason, placedAt: hold.placedAt.wire,
            placedBy: hold.placedBy.wire)
        switch hold.thing {
        case .card(let card): wire.card = try reference(card)
        case .party(let party): wire.party = party.wire
        }
        wire.releasedAt = hold.release?.at.wire
        wire.releasedBy = hold.release?.by.wire
        wire.releaseReason = hold.release?.reason
        return wire
    }

    // MARK: What is sealed

    func askForSealedOpening() async throws -> Answer {
        let asked: Wire.AskForSealedOpening = try decode()
        let card = try CardAsked(body)
        return try .json(
            wire(
                await installation.askForOpening(
                    as: principal(), card.question, at: card.at, caseNumber: asked.caseNumber, reason: asked.reason)))
    }

    func decideSealedOpening() async throws -> Answer {
        let asked: Wire.DecideSealedOpening = try decode()
        return try .json(
            wire(
                await installation.decideOpening(
                    as: principal(), id("sealedOpening"), word(asked.verdict, at: "/verdict"), note: asked.note)))
    }

    func listSealedOpenings() async throws -> Answer {
        let found = try await installation.listOpenings(as: principal(), before: cursorID(), limit: limit)
        return try page(found, keys: { [$0.wire] }, item: { try wire($0) })
    }

    func wire(_ opening: StoredOpening) throws -> Wire.SealedOpening {
        var wire = Wire.SealedOpening(
            id: opening.id.wire, code: opening.code, card: try reference(opening.subscription), registration: opening.registration.wire,
            state: opening.state(at: installation.now()).rawValue, caseNumber: opening.caseNumber, reason: opening.reason,
            askedAt: opening.askedAt.wire, askedBy: opening.askedBy.wire)
        guard let decision = opening.decision else { return wire }
        wire.note = decision.note
        wire.decidedAt = decision.at.wire
        wire.decidedBy = decision.by.wire
        wire.openUntil = opening.endsAt?.wire
        return wire
    }
}
