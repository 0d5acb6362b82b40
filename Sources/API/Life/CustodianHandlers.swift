import Contract
import Records
import Registry
import UseCases
import Vault

extension Call {
    func readCustodians() async throws -> Answer {
        let found = try await installation.listCustodians(as: principal())
        return try .json(Wire.Custodians(items: found.map(Self.wire)))
    }

    func setCustodians() async throws -> Answer {
        let asked: Wire.SetCustodians = try decode()
        return try .json(Self.wire(await installation.setCustodians(as: principal(), a: asked.a, b: asked.b)))
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

    private static func wire(_ stored: StoredCustodians) -> Wire.CustodianPair {
        Wire.CustodianPair(
            ordinal: stored.pair.ordinal, a: stored.pair.a.text, b: stored.pair.b.text, setAt: stored.setAt.wire, setBy: stored.setBy.wire)
    }
}
