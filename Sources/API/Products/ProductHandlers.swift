import Contract
import Records
import Registry
import UseCases

extension Wire.Product {
    init(_ record: ProductRecord) {
        let facts = record.facts
        let periods = Wire.ProductPeriods(
            testDays: facts.periods.testDays, silentDays: facts.periods.silentDays, cancellationMonths: facts.periods.cancellationMonths)
        self.init(
            code: record.code.text, status: record.status.rawValue, version: record.version,
            terms: Wire.ProductTerms(
                name: facts.name, carrier: facts.carrier.code, cardClass: facts.cardClass.rawValue, traffic: facts.traffic.rawValue,
                monthlyMegabytes: facts.monthlyMegabytes, voice: facts.voice, sms: facts.sms, binding: facts.binding.rawValue,
                periods: facts.periods == ProductPeriods() ? nil : periods),
            recordedAt: record.recordedAt.wire)
    }
}

extension Call {
    func listProducts() async throws -> Answer {
        let found = try await installation.listProducts(as: principal(), after: cursorNumber() ?? 0, limit: limit)
        return try page(found, keys: { [String($0)] }, item: { Wire.Product($0) })
    }

    func createProduct() async throws -> Answer {
        let asked: Wire.CreateProduct = try decode()
        let made = try await installation.createProduct(as: principal(), code: asked.code, facts: facts(asked.terms))
        return try .json(Wire.Product(made)).tagged(made.version).located("/v1/products/\(made.code)")
    }

    func readProduct() async throws -> Answer {
        let found = try await installation.readProduct(as: principal(), code: pathText("product"))
        return try .json(Wire.Product(found)).tagged(found.version)
    }

    func updateProduct() async throws -> Answer {
        let asked: Wire.UpdateProduct = try decode()
        let changed = try await installation.updateProduct(
            as: principal(), code: pathText("product"), version: expectedVersion(), facts: facts(asked.terms),
            status: word(asked.status ?? ProductStatus.active.rawValue, at: "/status"))
        return try .json(Wire.Product(changed)).tagged(changed.version)
    }

    private func facts(_ terms: Wire.ProductTerms) throws -> ProductFacts {
        guard let carrier = Carrier(terms.carrier) else { throw Refusal.bodyInvalid.with(details: [.wrongForm.at("/terms/carrier")]) }
        return ProductFacts(
            name: terms.name, carrier: carrier, cardClass: try word(terms.cardClass, at: "/terms/cardClass"),
            traffic: try word(terms.traffic, at: "/terms/traffic"), monthlyMegabytes: terms.monthlyMegabytes, voice: terms.voice,
            sms: terms.sms, binding: try word(terms.binding, at: "/terms/binding"),
            periods: ProductPeriods(
                testDays: terms.periods?.testDays, silentDays: terms.periods?.silentDays,
                cancellationMonths: terms.periods?.cancellationMonths))
    }
}
