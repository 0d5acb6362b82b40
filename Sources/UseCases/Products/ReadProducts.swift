import Records
import Registry

extension Installation {
    package func readProduct(as principal: Principal, code: String) async throws -> ProductRecord {
        try await look(as: principal, needs: .productRead) { session in
            guard let code = ProductCode(code), let product = try ProductRecords.find(code, in: session) else { throw Refusal.notFound }
            return product
        }
    }

    /// Products in the order they were made, after the product numbered `cursor`.
    package func listProducts(as principal: Principal, after cursor: Int64 = 0, limit: Int? = nil) async throws -> Page<
        ProductRecord, Int64
    > {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .productRead) { session in
            Page(try ProductRecords.page(after: cursor, limit: limit + 1, in: session), limit: limit) { $0.number }
        }
    }
}
