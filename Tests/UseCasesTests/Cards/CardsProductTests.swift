import Records
import Registry
import SQLCore
import Testing
import TestKit
import UseCases

@Suite struct `Product catalogue` {
    @Test func `a product is read back as it was written`() async throws {
        try await withCards { cards in
            let product = try await cards.installation.readProduct(as: cards.agentManager, code: "m2m-30")
            #expect(product.facts == CardWorld.facts)
            #expect(product.version == 1)
            #expect(product.status == .active)
        }
    }

    @Test func `a code is taken once`() async throws {
        try await withCards { cards in
            await #expect(throws: Refusal.productCodeTaken) {
                try await cards.installation.createProduct(as: cards.administrator, code: "m2m-30", facts: CardWorld.facts)
            }
            let versions = try await cards.count("product_version")
            #expect(versions == 1)
        }
    }

    @Test func `only who may manages products`() async throws {
        try await withCards { cards in
            for role in StaffRole.allCases where role != .administrator {
                await #expect(throws: Refusal.notPermitted) {
                    try await cards.installation.createProduct(as: cards.staff(cards.company, [role]), code: "x", facts: CardWorld.facts)
                }
            }
        }
    }

    @Test func `an update adds a version, and a stale one changes nothing`() async throws {
        try await withCards { cards in
            var facts = CardWorld.facts
            facts.monthlyMegabytes = 100
            let updated = try await cards.installation.updateProduct(as: cards.administrator, code: "m2m-30", version: 1, facts: facts)
            #expect(updated.version == 2)
            #expect(updated.facts.monthlyMegabytes == 100)
            await #expect(throws: Refusal.stale) {
                try await cards.installation.updateProduct(as: cards.administrator, code: "m2m-30", version: 1, facts: CardWorld.facts)
            }
            await #expect(throws: Refusal.notFound) {
                try await cards.installation.updateProduct(as: cards.administrator, code: "none", version: 1, facts: facts)
            }
            facts.carrier = .unicom
            await #expect(throws: Refusal.productCarrierChanged) {
                try await cards.installation.updateProduct(as: cards.administrator, code: "m2m-30", version: 2, facts: facts)
            }
            #expect(try await cards.count("product_version") == 2)
        }
    }

    @Test func `earlier versions cannot be changed by hand`() async throws {
        try await withCards { cards in
            await #expect(throws: SQLFailure.self) {
                try await cards.installation.store.write { try $0.run("UPDATE product_version SET monthly_megabytes = 1") }
            }
        }
    }

    @Test func `pages follow one another`() async throws {
        try await withCards { cards in
            for code in ["a", "b", "c"] {
                _ = try await cards.installation.createProduct(as: cards.administrator, code: code, facts: CardWorld.facts)
            }
            let first = try await cards.installation.listProducts(as: cards.administrator, limit: 3)
            let second = try await cards.installation.listProducts(as: cards.administrator, after: first.next ?? 0, limit: 3)
            #expect((first.rows + second.rows).map(\.code.text) == ["m2m-30", "a", "b", "c"])
            #expect(second.next == nil)
        }
    }
}
