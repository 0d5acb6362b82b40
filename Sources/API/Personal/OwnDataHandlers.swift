import Contract
import Records
import Registry
import UseCases
import Web

extension Call {
    func beginProof() async throws -> Answer {
        try show(await installation.beginProof(as: principal()))
    }

    func readOwnData() async throws -> Answer {
        let own = try await installation.readOwnData(as: principal())
        return try .json(
            Wire.OwnData(
                person: Wire.PartyFacts(PartyFacts(own.identity)), recordedAt: own.recordedAt.wire, operatorName: own.operatorName,
                cards: own.cards.map { Wire.OwnCard($0, in: language) },
                looks: own.looks.map {
                    Wire.OwnLook(at: $0.at.wire, act: $0.act.rawValue, text: $0.act.text.text(in: language), organisation: $0.organisation)
                }, until: own.until.wire))
    }

    func readOwnMatters() async throws -> Answer {
        let (proof, correction) = try await installation.readOwnMatters(as: principal())
        return try .json(
            Wire.OwnMatters(
                proof: proof.map { Wire.OwnMatter($0, in: language) }, correction: correction.map { Wire.OwnMatter($0, in: language) }))
    }

    func disputeCard() async throws -> Answer {
        let asked: Wire.NameOwnRegistration = try decode()
        return try .json(Wire.OwnMatter(await installation.disputeCard(as: principal(), code: asked.code, in: language), in: language))
    }

    func releaseOwnCard() async throws -> Answer {
        let asked: Wire.NameOwnRegistration = try decode()
        return try .json(Wire.OwnMatter(await installation.releaseOwnCard(as: principal(), code: asked.code, in: language), in: language))
    }

    func bringBackOwnCard() async throws -> Answer {
        let asked: Wire.NameOwnRegistration = try decode()
        try await installation.bringBackOwnCard(as: principal(), code: asked.code)
        return .done
    }

    func beginTransfer() async throws -> Answer {
        let asked: Wire.NameOwnRegistration = try decode()
        let offer = try await installation.beginTransfer(as: principal(), code: asked.code, in: language)
        return try .json(
            Wire.TransferOffer(
                matter: Wire.OwnMatter(offer.matter, in: language), code: offer.code, path: "/p/\(offer.code)",
                expiresAt: offer.expiresAt.wire))
    }

    func callOffTransfer() async throws -> Answer {
        let asked: Wire.NameOwnRegistration = try decode()
        return try .json(Wire.OwnMatter(await installation.callOffTransfer(as: principal(), code: asked.code), in: language))
    }

    func declineTransfer() async throws -> Answer {
        try await installation.declineTransfer(as: principal())
        return .done
    }

    func beginCorrection() async throws -> Answer {
        let asked: Wire.NameOwnRegistration = try decode()
        return try show(await installation.beginCorrection(as: principal(), code: asked.code))
    }

    func askForDeletion() async throws -> Answer {
        try .json(Wire.DeletionAnswer(await installation.askForDeletion(as: principal()), in: language))
    }
}

extension Wire.OwnCard {
    fileprivate init(_ card: OwnData.Card, in language: ReaderLanguage) {
        self.init(
            code: card.code, iccid: card.iccid, carrier: card.carrier.code, cardClass: card.cardClass.rawValue, product: card.productName,
            agentName: card.agentName, registeredAt: card.registeredAt?.wire, matter: card.matter.map { Wire.OwnMatter($0, in: language) },
            cancelledUnlessBroughtBack: card.cancelledUnlessBroughtBack?.wire)
    }
}

extension Wire.OwnMatter {
    fileprivate init(_ matter: OwnMatter, in language: ReaderLanguage) {
        self.init(
            code: matter.code, kind: matter.kind.rawValue, state: matter.state.rawValue, since: matter.since.wire,
            reasons: matter.reasons.map { Wire.StatusReason($0, in: language) }, transferUntil: matter.transferUntil?.wire)
    }
}
