import Numbers
import Registry
import TestKit
import Testing
import Vault

@testable import UseCases

@Suite struct FactsLikenessTests {
    /// Each under a mark of its own, so that all their hashes are others.
    @Test func `two characters are a slip of the hand and three are not, Chinese ones too`() async throws {
        try await withWorld { world in
            let today = CivilDate(shanghai: world.clock.now())
            let search = world.installation.secrets.search
            func likeness(_ number: String, _ type: DocumentType, _ mark: Int) -> FactsLikeness {
                var facts = PersonalJob.person(0)
                (facts.documentType, facts.documentNumber) = (type.rawValue, number)
                return FactsLikeness.of(facts, under: "mark \(mark)", for: .heardGuardian, today: today, by: search)
            }
            let pairs: [(DocumentType, String, slip: String, another: String)] = [
                (.passport, "E12345678", "E12345687", "E12345786"), (.militaryID, "军字第1234567号", "武字第1234568号", "武字第1234576号"),
            ]
            for mark in 0..<150 {
                for (type, number, slip, another) in pairs {
                    let first = likeness(number, type, mark)
                    #expect(first.isSlip(of: first))
                    #expect(first.isSlip(of: likeness(slip, type, mark)), "\(slip)")
                    #expect(!first.isSlip(of: likeness(another, type, mark)), "\(another), \(mark)")
                }
            }
        }
    }
}
