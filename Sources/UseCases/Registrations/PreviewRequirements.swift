import Records
import Registry
import SQLCore

/// What an application would need, and why, said beforehand.
package struct RequirementPreview: Sendable {
    package let policy: String
    package let demands: [UnitPolicy.Demand]
    /// Products whose cards a unit cannot register in its own name, with the ground.
    package let personalGrounds: [(product: ProductCode, ground: PersonalRule.Ground)]
}

extension Installation {
    package func previewRequirements(
        as principal: Principal, _ situation: UnitPolicy.Situation, products: [ProductCode]
    ) async throws -> RequirementPreview {
        try await look(as: principal, needs: .registrationRead) { session in
            let rule = PersonalRule()
            let grounds = try products.compactMap { code -> (product: ProductCode, ground: PersonalRule.Ground)? in
                guard let product = try ProductRecords.find(code, in: session) else { throw Refusal.productUnknown.at("/products") }
                return rule.ground(product.facts, msisdn: nil).map { (code, $0) }
            }
            return RequirementPreview(
                policy: UnitPolicy.version, demands: UnitPolicy.demands(in: situation), personalGrounds: grounds)
        }
    }
}
