import Registry
import TestKit
import Testing
import UseCases

/// What may come from one address, against what a person may try.
extension OwnDataTests {
    private func refusedByAddress(_ personal: PersonalJob, _ person: Principal) async throws -> String? {
        try await refusalCode {
            _ = try await personal.installation.submitPersonal(as: person, admitting: { _ in throw Refusal.notPermitted })
        }
    }

    @Test func `R-LC-08: what an address is refused for compares nothing, and uses up no number that may be typed`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prepareProof(person, number: PersonalJob.person(1).documentNumber)
            func left() async throws -> Int { try await world.installation.readPersonalCase(as: person).attempts.left }
            #expect(try await left() == 5)
            for _ in 0..<6 { #expect(try await refusedByAddress(personal, person) == "not-permitted") }
            #expect(try await left() == 5)
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: person) } == "not-the-holder")
            #expect(try await left() == 4)
        }
    }

    @Test func `R-LC-08: what is not whole, or was tried too often, is not asked of the address`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            _ = try await world.installation.beginProof(as: person)
            let refused = try await refusedByAddress(personal, person)
            #expect(refused != nil && refused != "not-permitted")
            try await personal.prepareProof(person, number: PersonalJob.person(1).documentNumber)
            for _ in 0..<5 {
                #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: person) } == "not-the-holder")
            }
            #expect(try await refusedByAddress(personal, person) == "attempts-exhausted")
        }
    }
}
