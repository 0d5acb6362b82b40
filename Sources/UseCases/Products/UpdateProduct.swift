import Records
import Registry
import SQLCore

extension Installation {
    /// Adds a version to a product, if it still stands at `version`; earlier versions stay on record.
    /// Throws `not-found`, `changed-meanwhile`, `product-carrier-fixed`, `fields-invalid`.
    package func updateProduct(
        as principal: Principal, code: String, version: Int64, facts: ProductFacts, status: ProductStatus = .active
    ) async throws -> ProductRecord {
        guard let code = ProductCode(code) else { throw Refusal.notFound }
        try facts.check()
        return try await act(as: principal, .productUpdated, needs: .productManage) { act in
            guard let product = try ProductRecords.find(code, in: act.session) else { throw Refusal.notFound }
            guard product.facts.carrier == facts.carrier else { throw Refusal.productCarrierChanged }
            guard try ProductRecords.advance(product.number, from: version, status: status, at: act.now, in: act.session) else {
                throw Refusal.stale
            }
            return try act.writeVersion(of: product.number, ordinal: version + 1, facts)
        }
    }
}
