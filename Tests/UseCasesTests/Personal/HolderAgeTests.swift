import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("R-DP-06: the holder's age is known whatever the document")
struct HolderAgeTests {
    private static let slots: [EvidenceSlot] = [
        .holderIDFront, .holderIDBack, .handHeldPhoto, .guardianIDFront, .guardianIDBack, .proxyIDFront, .proxyIDBack,
    ]
    private static let childsBirth = "2016-03-04"

    private static func traveller(_ birth: String?, _ type: DocumentType = .passport, _ number: String = "E12345678") -> PartyFacts {
        var facts = PartyFacts(
            name: type == .passport ? "VELMORA MARIA" : "欧阳青禾", documentType: type, documentNumber: number, address: "",
            contact: "13800138000", validFrom: "2024-07-01", validUntil: "2029-07-01")
        facts.birthDate = birth
        return facts
    }

    private func pictureRefusals(_ installation: Installation, _ person: Principal) async throws -> Set<String?> {
        var codes: Set<String?> = [try await refusalCode { _ = try await installation.issueFaceChallenge(as: person) }]
        for slot in Self.slots {
            codes.insert(
                try await refusalCode {
                    _ = try await installation.capturePicture(as: person, slot, bytes: inventedPicture(), insists: true)
                })
        }
        return codes
    }

    // MARK: Before the first picture

    @Test func `no picture and no face before it is known whether the holder is a child`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person, isUnder14: nil)
            let unknown = try await world.installation.readPersonalCase(as: person)
            #expect(unknown.holderAge == .unknown && unknown.isAgeAsked)
            #expect(try await pictureRefusals(world.installation, person) == ["age-unknown"])
            try await personal.consent(person, [.privacy], isUnder14: true)
            let child = try await world.installation.readPersonalCase(as: person)
            #expect(child.holderAge == .under14 && child.needs.methods.contains(.guardian))
            #expect(child.notices.map(\.kind).contains(.guardian))
            #expect(try await pictureRefusals(world.installation, person) == ["guardian-consent-needed"])
            try await personal.consent(person, [.guardian], isUnder14: nil)
            #expect(try await pictureRefusals(world.installation, person) == [nil])
        }
    }

    @Test(
        arguments: [
            (PersonalJob.person(0), nil), (traveller("1980-01-02"), nil), (traveller("1980-01-02", .hkMacaoPermit, "H12345678"), nil),
            (traveller(childsBirth), "guardian-consent-needed"),
            (traveller(childsBirth, .taiwanPermit, "12345678"), "guardian-consent-needed"),
            (PersonalJob.child, "guardian-consent-needed"), (traveller(nil), "age-unknown"),
            (traveller(nil, .hkMacaoPermit, "H12345678"), "age-unknown"), (traveller("2099-01-01"), "age-unknown"),
        ] as [(PartyFacts, String?)])
    func `what is typed first answers the question for every document`(holder: PartyFacts, code: String?) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person, isUnder14: nil)
            _ = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: holder))
            #expect(try await pictureRefusals(world.installation, person) == [code])
        }
    }

    @Test func `an answer without the consents is not kept, and a draft does not forget one that is`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person, [.privacy], isUnder14: true)
            #expect(try await world.installation.readPersonalCase(as: person).content.holderIsUnder14 == nil)
            try await personal.consent(person, isUnder14: false)
            _ = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: Self.traveller(nil)))
            #expect(try await world.installation.readPersonalCase(as: person).holderAge == .fourteenOrOlder)
        }
    }

    // MARK: Handing in

    @Test(arguments: [
        (traveller(nil), "birth-date-missing"), (traveller("2099-01-01"), "birth-date-in-future"),
        (traveller("1066-10-14"), "birth-date-too-early"), (traveller("29.2.1999"), "date-form"),
    ])
    func `a passport without a date of birth is handed in by nobody, whatever was answered`(
        holder: PartyFacts, code: String
    ) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.fill(person, holder)
            do {
                _ = try await world.installation.submitPersonal(as: person)
                Issue.record("taken")
            } catch let refusal as Refusal {
                #expect(refusal.details.map(\.code) == [code] && refusal.details.map(\.pointer) == ["/holder/birthDate"])
                #expect(refusal.details.allSatisfy { $0.requirements.contains("R-DP-06") || code == "date-form" })
            }
        }
    }

    @Test func `a child with a passport needs its guardian, who agrees before anybody looks at the pictures`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            // Answered no, and photographed; then the document says otherwise.
            try await personal.fill(person, Self.traveller(Self.childsBirth))
            #expect(try await pictureRefusals(world.installation, person) == ["guardian-consent-needed"])
            let missing = try await refusalDetails { _ = try await world.installation.submitPersonal(as: person) }
            #expect(missing == ["/consents/guardian", "/evidence/guardian-id-back", "/evidence/guardian-id-front", "/guardian"])
            #expect(
                try await world.installation.listApplications(
                    as: personal.job.reviewer, state: .submitted, kind: nil, registration: nil, after: nil, limit: 5
                ).isEmpty)
            let view = try await world.installation.readPersonalCase(as: person)
            let picture = try #require(EvidenceID(view.content.evidence?["holder-id-front"]?.first ?? ""))
            let looked = try await refusalCode {
                _ = try await world.installation.openEvidence(as: personal.job.reviewer, picture, purpose: "审核核对 2026-08")
            }
            #expect(looked == "not-handed-in")
            try await personal.consent(person, [.guardian], isUnder14: nil)
            _ = try await world.installation.updatePersonalDraft(
                as: person,
                PersonalDraft(holder: Self.traveller(Self.childsBirth), guardian: PersonalJob.person(1), noticeAccepted: true))
            for (seed, slot) in [(UInt8(80), EvidenceSlot.guardianIDFront), (81, .guardianIDBack)] {
                _ = try await world.installation.capturePicture(as: person, slot, bytes: inventedPicture(seed), insists: false)
            }
            let application = try #require(try await world.installation.submitPersonal(as: person).application)
            let seen = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
            #expect(seen.checks.filter { $0.code == "age-answer-differs" }.map(\.subject) == ["/holder/birthDate"])
            #expect(seen.content?.holder?.birthDate == "****")
            let revealed = try await world.installation.revealApplication(
                as: personal.job.reviewer, application.id, purpose: "审核核对 2026-08")
            #expect(revealed.content?.holder?.birthDate == Self.childsBirth)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.openEvidence(as: personal.job.reviewer, picture, purpose: "审核核对 2026-08")
                } == nil)
        }
    }

    @Test func `staff before whom the person stands give the date of birth too`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let clerk = personal.job.clerk
            func refused(_ birth: String?) async throws -> [String] {
                try await refusalDetails {
                    _ = try await world.installation.registerInPerson(as: clerk, personal.inPerson(holder: Self.traveller(birth)))
                }
            }
            #expect(try await refused(nil) == ["/holder/birthDate"])
            #expect(try await refused(Self.childsBirth).contains("/consents/guardian"))
            #expect(try await refused("1980-01-02") == [])
        }
    }

    // MARK: What a machine read

    private static func zone(_ birth: String, on side: PictureTask = .documentFront(.passport)) -> ScriptedReader {
        ScriptedReader { PictureReading(fields: $0 == side ? ["documentNumber": "E12345678", "birthDate": birth] : [:]) }
    }

    @Test func `the zone's date of birth fills the field, and stops the pictures of a child`() async throws {
        try await withWorld(reader: Self.zone(Self.childsBirth)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person)
            var holder = PartyFacts()
            holder.documentType = DocumentType.passport.rawValue
            _ = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: holder))
            let taken = try await world.installation.capturePicture(
                as: person, .holderIDFront, bytes: inventedPicture(41), insists: false)
            #expect(taken.view.content.holder?.birthDate == Self.childsBirth && taken.view.holderAge == .under14)
            #expect(try await pictureRefusals(world.installation, person) == ["guardian-consent-needed"])
        }
    }

    @Test func `a resident's date of birth stands in the number and is not written a second time`() async throws {
        try await withWorld(reader: Self.zone(Self.childsBirth, on: .documentFront(.residentID))) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person)
            let taken = try await world.installation.capturePicture(
                as: person, .holderIDFront, bytes: inventedPicture(41), insists: false)
            #expect(taken.view.content.holder?.birthDate == nil)
        }
    }

    @Test(arguments: [("1980-01-02", [String]()), ("1980-01-03", ["/holder/birthDate"]), (childsBirth, ["/holder/birthDate"])])
    func `R-25-11: a date of birth confirmed otherwise than read is told to the reviewer`(read: String, differs: [String]) async throws {
        try await withWorld(reader: Self.zone(read)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person)
            _ = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: Self.traveller("1980-01-02")))
            try await personal.fill(person, Self.traveller("1980-01-02"))
            let application = try #require(try await world.installation.submitPersonal(as: person).application)
            let seen = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
            #expect(seen.checks.filter { $0.code == "reading-differs" }.map(\.subject) == differs)
            #expect(seen.readFields.filter { $0.field == "birthDate" }.map(\.isDifferent) == [!differs.isEmpty])
        }
    }

    // MARK: Afterwards

    @Test(arguments: [nil, PersonalJob.person(0).documentNumber])
    func `a proof judges the age by what is registered, not by what is typed`(typed: String?) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effectiveChild()
            _ = try await world.installation.beginProof(as: person)
            try await personal.consent(person)
            var holder = PartyFacts()
            holder.documentNumber = typed
            _ = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: holder))
            let asked = try await world.installation.readPersonalCase(as: person)
            #expect(asked.holderAge == .under14 && !asked.isAgeAsked && asked.notices.map(\.kind).contains(.guardian))
            #expect(try await pictureRefusals(world.installation, person) == ["guardian-consent-needed"])
            #expect(try await refusalDetails { _ = try await world.installation.submitPersonal(as: person) }.contains("/consents/guardian"))
        }
    }

    @Test func `R-DP-01: who is registered as an adult needs no guardian for a proof, whatever he types`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective(0, Self.traveller("1980-01-02"))
            try await personal.prepareProof(person, number: PersonalJob.child.documentNumber)
            let asked = try await world.installation.readPersonalCase(as: person)
            #expect(asked.holderAge == .fourteenOrOlder && !asked.isAgeAsked && !asked.notices.map(\.kind).contains(.guardian))
        }
    }

    @Test func `R-DP-08: the date of birth is in the copy of one's data, and is corrected like the name`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective(0, Self.traveller("1980-01-02"))
            try await personal.prove(person, as: Self.traveller("1980-01-02"))
            let own = try await world.installation.readOwnData(as: person)
            #expect(own.identity.birthDate == 1980_01_02 && PartyFacts(own.identity).birthDate == "1980-01-02")
            let begun = try await world.installation.beginCorrection(as: person, code: try #require(own.cards.first).code)
            #expect(begun.content.holder?.birthDate == "1980-01-02")
            try await personal.consent(person, begun.notices.map(\.kind))
            _ = try await world.installation.capturePicture(as: person, .holderIDFront, bytes: inventedPicture(160), insists: false)
            _ = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: Self.traveller(nil), noticeAccepted: true))
            #expect(try await refusalDetails { _ = try await world.installation.submitPersonal(as: person) } == ["/holder/birthDate"])
            _ = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: Self.traveller("1981-02-03"), noticeAccepted: true))
            let handedIn = try #require(try await world.installation.submitPersonal(as: person).application)
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, handedIn.id, version: handedIn.version, verdict: .approve, reasons: [], note: nil)
            #expect(try await world.installation.readOwnData(as: person).identity.birthDate == 1981_02_03)
        }
    }

    @Test func `it stands nowhere in clear`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await personal.effective(0, Self.traveller("1983-09-17"))
            for table in ["application", "identity_version", "trail_entry", "rule_judgement", "submission"] {
                let text = try EngineShell(world).run("SELECT * FROM \(table);").text
                for form in ["1983-09-17", "19830917", "313938332d30392d3137", "3139383330393137"] {
                    #expect(!text.contains(form), "\(table)")
                }
            }
        }
    }
}
