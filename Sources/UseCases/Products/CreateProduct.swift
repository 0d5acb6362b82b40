import Records
import Registry
import SQLCore

extension TrailAction {
    static let productCreated = TrailAction("product.created")
    static let productUpdated = TrailAction("product.updated")
}

extension Installation {
    /// Adds a product with its first version. Throws `product-code-invalid`, `product-code-taken`, `fields-invalid`.
    package func createProduct(as principal: Principal, code: String, facts: ProductFacts) async throws -> ProductRecord {
        guard let code = ProductCode(code) else { throw Refusal.productCodeInvalid }
        try facts.check()
        return try await act(as: principal, .productCreated, needs: .productManage) { act in
            guard try ProductRecords.find(code, in: act.session) == nil else { throw Refusal.productCodeTaken }
            let number = try Counters.take(1, from: Counters.product, in: act.session)
            try ProductRecords.insert(number, code, status: .active, at: act.now, in: act.session)
            return try act.writeVersion(of: number, ordinal: 1, facts)
        }
    }
}

extension Act {
    func writeVersion(of number: Int64, ordinal: Int64, _ facts: ProductFacts) throws -> ProductRecord {
        try register(
            .productVersion, ProductRecords.version(number, ordinal, facts, at: now, by: principal.account))
        guard let product = try ProductRecords.find(number: number, in: session) else { throw UnreadableRow("product", "id") }
        recording.about(.product, Array(product.code.text.utf8))
        return product
    }
}
