import Contract
import Records
import Registry
import UseCases
import Vault

extension Call {
    func readCustodians() async throws -> Answer {
        let found = try await installation.listCustodians(as: principal())
        return try .json(Wire.Custodians(verifier: installation.secrets.signer.verifier.text, items: found.map { try wire($0) }))
    }

    func setCustodians() async throws -> Answer {
        let asked: Wire.SetCustodians = try decode()
        return try .json(wire(await installation.setCustodians(as: principal(), a: asked.a, b: asked.b)))
    }

    func confirmCustodians() async throws -> Answer {
        let asked: Wire.ConfirmCustodians = try decode()
        return try .json(wire(await installation.confirmCustodians(as: principal(), asked.pair, a: asked.a, b: asked.b)))
    }

    func askCustodian() async throws -> Answer {
        let asked: Wire.AskCustodian = try decode()
        let file = try await installation.askCustodian(
            as: principal(), id("sealedOpening"), word(asked.custodian, at: "/custodian"))
        return try .json(Wire.CustodianRequest(file: file))
    }

    func handInCustodianAnswer() async throws -> Answer {
        let asked: Wire.CustodianAnswer = try decode()
        return try .json(wire(await installation.handInAnswer(as: principal(), id("sealedOpening"), file: asked.answer)))
    }

    private func wire(_ stored: StoredCustodians) throws -> Wire.CustodianPair {
        Wire.CustodianPair(
            ordinal: stored.pair.ordinal, a: stored.pair.a.text, b: stored.pair.b.text, challengeA: try challenge(stored, .a),
            challengeB: try challenge(stored, .b), proposedAt: stored.proposedAt.wire, proposedBy: stored.proposedBy.wire,
            confirmedAt: stored.confirmation?.at.wire, confirmedBy: stored.confirmation?.by.wire)
    }

    private func challenge(_ stored: StoredCustodians, _ side: CustodianSide) throws -> String {
        try CustodianProposal(
            pair: stored.pair, side: side, sealed: stored[side].sealed, verifier: installation.secrets.signer.verifier
        ).file()
    }
}
