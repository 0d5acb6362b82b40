import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("R-DP-06: a guardian's consent is that of the guardian who is named")
struct GuardianConsentTests {
    private static let first = PersonalJob.person(1)
    /// Whose number differs from the first one's in more than a slip.
    private static let other = PersonalJob.person(15)

    private static func changed(_ facts: PartyFacts, _ change: (inout PartyFacts) -> Void) -> PartyFacts {
        var facts = facts
        change(&facts)
        return facts
    }

    private static func traveller(_ number: String, _ name: String = "VELMORA MARIA") -> PartyFacts {
        var facts = PartyFacts(
            name: name, documentType: .passport, documentNumber: number, address: "", contact: "13800138000", validFrom: "2024-07-01",
            validUntil: "2029-07-01")
        facts.birthDate = "1980-01-02"
        return facts
    }

    @discardableResult
    private func name(_ guardian: PartyFacts?, _ personal: PersonalJob, _ person: Principal) async throws -> PersonalCaseView {
        try await personal.installation.updatePersonalDraft(
            as: person, PersonalDraft(holder: PersonalJob.child, guardian: guardian, noticeAccepted: true))
    }

    /// A child's case, whole but for the handing in; its guardian consented before he was named.
    private func prepared(_ personal: PersonalJob, guardian: PartyFacts = first) async throws -> Principal {
        let person = try await personal.open().principal
        try await personal.fill(person, PersonalJob.child)
        try await personal.consent(person, [.guardian], isUnder14: nil)
        try await name(guardian, personal, person)
        for (seed, slot) in [(UInt8(80), EvidenceSlot.guardianIDFront), (81, .guardianIDBack)] {
            _ = try await personal.installation.capturePicture(as: person, slot, bytes: inventedPicture(seed), insists: false)
        }
        return person
    }

    private func isAnother(_ personal: PersonalJob, _ person: Principal) async throws -> Bool {
        try await personal.installation.readPersonalCase(as: person).isGuardianAnother
    }

    // MARK: Another

    @Test func `another guardian is asked himself before it is handed in, and what the former said stays`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await prepared(personal)
            let said = try await world.installation.readPersonalCase(as: person).consents
            world.clock.move(seconds: 60)
            let view = try await name(Self.other, personal, person)
            #expect(view.isGuardianAnother && view.consents == said && view.notices.map(\.kind).contains(.guardian))
            do {
                _ = try await world.installation.submitPersonal(as: person)
                Issue.record("handed in without the guardian's consent")
            } catch let refusal as Refusal {
                let detail = try #require(refusal.details.first)
                #expect(
                    refusal.details.count == 1 && detail.code == "guardian-consent-of-another" && detail.pointer == "/consents/guardian")
                #expect(detail.requirements == ["R-DP-06"])
                #expect(detail.reason.zh.contains("不是同一人") && detail.reason.en.contains("another than the one who consented"))
                #expect(!detail.mend.zh.isEmpty && !detail.mend.en.isEmpty)
            }
            let rows = try await personal.count("consent")
            try await personal.consent(person, [.guardian], isUnder14: nil)
            #expect(try await personal.count("consent") == rows + 1)
            #expect(try await !isAnother(personal, person))
            let handedIn = try await world.installation.submitPersonal(as: person)
            #expect(handedIn.application?.state == .submitted)
        }
    }

    @Test func `until he has consented no picture and no face of the child is taken`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await prepared(personal)
            try await name(Self.other, personal, person)
            func taken() async throws -> Set<String?> {
                var codes: Set<String?> = [try await refusalCode { _ = try await world.installation.issueFaceChallenge(as: person) }]
                for slot in [EvidenceSlot.holderIDFront, .holderIDBack, .guardianIDFront, .guardianIDBack, .handHeldPhoto] {
                    codes.insert(
                        try await refusalCode {
                            _ = try await world.installation.capturePicture(as: person, slot, bytes: inventedPicture(90), insists: true)
                        })
                }
                return codes
            }
            #expect(try await taken() == ["guardian-consent-of-another"])
            try await personal.consent(person, [.guardian], isUnder14: nil)
            #expect(try await taken() == [nil])
        }
    }

    private static let namesake = changed(other) { $0.name = first.name }
    private static let others: [(PartyFacts, PartyFacts)] = [
        (first, other), (first, namesake), (first, traveller("E12345678")), (traveller("E12345678"), first),
        (traveller("E12345678"), traveller("E12345687", "VELMORA ANNA")), (traveller("E12345678"), traveller("E98761234")),
    ]

    @Test(arguments: others) func `another number is another guardian, unless it is a slip under the same name`(
        before: PartyFacts, now: PartyFacts
    ) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await prepared(personal, guardian: before)
            try await name(now, personal, person)
            #expect(try await isAnother(personal, person))
            #expect(
                try await refusalDetailCodes { _ = try await world.installation.submitPersonal(as: person) }
                    .contains("guardian-consent-of-another"))
        }
    }

    @Test func `the former guardian, named again, is asked nothing; but once another consented he is`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await prepared(personal)
            try await name(Self.other, personal, person)
            try await name(Self.first, personal, person)
            #expect(try await !isAnother(personal, person))
            try await name(Self.other, personal, person)
            try await personal.consent(person, [.guardian], isUnder14: nil)
            try await name(Self.first, personal, person)
            #expect(try await isAnother(personal, person))
            // He does not want it: nothing is left of it but his no.
            _ = try await world.installation.giveConsent(as: person, [.guardian: false], noticeVersion: world.installation.noticeVersion)
            #expect(try await !isAnother(personal, person))
            #expect(
                try await refusalDetailCodes { _ = try await world.installation.submitPersonal(as: person) } == ["consent-missing"])
        }
    }

    @Test func `a guardian taken out and another put in his place later is another`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await prepared(personal)
            for nobody in [nil, PartyFacts(), Self.changed(Self.first) { $0.documentNumber = "" }] as [PartyFacts?] {
                try await name(nobody, personal, person)
                #expect(try await !isAnother(personal, person))
                #expect(try await refusalDetails { _ = try await world.installation.submitPersonal(as: person) } != [])
            }
            try await name(Self.other, personal, person)
            #expect(try await isAnother(personal, person))
        }
    }

    @Test func `a case that was sent back asks another guardian too`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await prepared(personal)
            let application = try #require(try await world.installation.submitPersonal(as: person).application)
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/holder/name", code: "does-not-match")], note: nil)
            try await name(Self.other, personal, person)
            #expect(
                try await refusalDetailCodes { _ = try await world.installation.submitPersonal(as: person) } == [
                    "guardian-consent-of-another"
                ])
            try await name(Self.first, personal, person)
            #expect(try await refusalDetailCodes { _ = try await world.installation.submitPersonal(as: person) } == [])
        }
    }

    // MARK: The same

    private static let same: [(PartyFacts, PartyFacts)] = [
        (first, changed(first) { $0.name = "上官清禾" }), (first, changed(first) { $0.contact = "13900139000" }),
        (first, changed(first) { $0.documentType = DocumentType.temporaryResidentID.rawValue }),
        (first, changed(first) { $0.documentNumber = spaced($0.documentNumber ?? "") }),
        (traveller("E12345678"), traveller("E12345687")), (traveller("E12345678"), traveller("e12345678")),
    ]

    private static func spaced(_ number: String) -> String { "\(number.prefix(6)) \(number.dropFirst(6))" }

    @Test(arguments: same) func `a slip of the pen, or the same number written otherwise, is nobody else`(
        before: PartyFacts, now: PartyFacts
    ) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await prepared(personal, guardian: before)
            try await name(now, personal, person)
            #expect(try await !isAnother(personal, person))
            #expect(
                try await !refusalDetails { _ = try await world.installation.submitPersonal(as: person) }.contains("/consents/guardian"))
        }
    }

    @Test func `what is no number names nobody, and is refused at its own place`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await prepared(personal, guardian: Self.changed(Self.first) { $0.documentNumber = "109999" })
            #expect(try await world.installation.readPersonalCase(as: person).content.guardianHeard == nil)
            // Named first after the consent: his it is.
            try await name(Self.first, personal, person)
            #expect(try await !isAnother(personal, person))
            try await name(Self.changed(Self.other) { $0.documentNumber = "109999" }, personal, person)
            #expect(try await !isAnother(personal, person))
            #expect(
                try await refusalDetails { _ = try await world.installation.submitPersonal(as: person) } == ["/guardian/documentNumber"])
            try await name(Self.other, personal, person)
            #expect(try await isAnother(personal, person))
        }
    }

    @Test func `whoever is named when the consent is given has given it`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person, [.privacy, .sensitiveData], isUnder14: true)
            try await name(Self.first, personal, person)
            // Without a consent there is nothing that could be another's.
            try await name(Self.other, personal, person)
            #expect(try await !isAnother(personal, person))
            try await personal.consent(person, [.guardian], isUnder14: nil)
            #expect(try await !isAnother(personal, person))
            try await name(Self.first, personal, person)
            #expect(try await isAnother(personal, person))
        }
    }

    // MARK: What is kept

    @Test func `what tells one guardian from another says nothing of him, and is another in every case`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var marks: [String] = []
            for card in 0..<2 {
                let person = try await personal.open(card).principal
                try await personal.consent(person, [.privacy, .sensitiveData, .guardian], isUnder14: true)
                let view = try await name(Self.first, personal, person)
                marks.append(try #require(view.content.guardianHeard))
            }
            let parts = marks.map { $0.split(separator: "-", omittingEmptySubsequences: false) }
            #expect(parts.allSatisfy { $0.count == 2 })
            #expect(parts[0][0] != parts[1][0] && parts[0].last != parts[1].last)
            for mark in marks {
                #expect(!mark.contains(Self.first.documentNumber ?? "") && !mark.contains(Self.first.name ?? ""))
            }
        }
    }
}
