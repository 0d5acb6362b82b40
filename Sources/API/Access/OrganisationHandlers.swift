import Contract
import Records
import Registry
import UseCases

extension Call {
    func listOrganisations() async throws -> Answer {
        let found = try await installation.listOrganisations(
            as: principal(), parent: queryID("parent"), kind: queryWord("kind"), after: cursorID(), limit: limit + 1)
        return try page(found, keys: { [$0.id.wire] }, item: { Wire.Organisation($0) })
    }

    func createOrganisation() async throws -> Answer {
        let asked: Wire.CreateOrganisation = try decode()
        let principal = try principal()
        let made = try await installation.createOrganisation(
            as: principal, parent: try asked.parent.map { try id($0, at: "/parent") } ?? principal.organisation,
            kind: word(asked.kind, at: "/kind"), name: asked.name)
        return try .json(Wire.Organisation(made)).tagged(made.version).located("/v1/organisations/\(made.id)")
    }

    func readOrganisation() async throws -> Answer {
        let found = try await installation.readOrganisation(as: principal(), id("organisation"))
        return try .json(Wire.Organisation(found)).tagged(found.version)
    }

    func updateOrganisation() async throws -> Answer {
        let asked: Wire.UpdateOrganisation = try decode()
        let change = OrganisationChange(
            name: asked.name, status: try asked.status.map { try word($0, at: "/status") }, unitCode: asked.unitCode,
            reason: asked.reason)
        let changed = try await installation.updateOrganisation(
            as: principal(), id("organisation"), ifVersion: expectedVersion(), change)
        return try .json(Wire.Organisation(changed)).tagged(changed.version)
    }

    func listContracts() async throws -> Answer {
        let found = try await installation.listContracts(
            as: principal(), agent: id("organisation"), after: cursorID(), limit: limit + 1)
        return try page(found, keys: { [$0.id.wire] }, item: { Wire.Contract($0) })
    }

    func recordContract() async throws -> Answer {
        let asked: Wire.RecordContract = try decode()
        guard let carrier = Carrier(asked.carrier) else { throw Refusal.bodyInvalid.with(details: [.wrongForm.at("/carrier")]) }
        let draft = ContractDraft(
            carrier: carrier, version: asked.version, validFrom: try day(asked.validFrom, at: "/validFrom"),
            validUntil: try day(asked.validUntil, at: "/validUntil", orLongTerm: true), duties: asked.duties,
            breachHandling: asked.breachHandling)
        return try .json(Wire.Contract(try await installation.recordContract(as: principal(), agent: id("organisation"), draft)))
    }
}
