import Records
import Registry
import TestKit
import Testing
import UseCases

/// The watches' cards are of Shanghai (31), their links name a watch, and nobody is of risk.
@Suite("What a policy asks about is found out, and not asked of the person")
struct PolicySituationTests {
    /// The standard floor, with a photo besides where the condition holds.
    private func withPhoto(where condition: VerificationCondition, in personal: PersonalJob) async throws {
        var floor = VerificationPolicy.standardFloor
        floor.rules.append(
            VerificationRule(
                condition, [.handHeldPhoto], requirement: nil, reason: LocalText(en: "Demanded by a test.", zh: "测试要求。")))
        let administrator = personal.job.administrator
        _ = try await personal.installation.setVerificationPolicy(
            as: administrator, of: administrator.organisation, floor, validFrom: nil, after: 0)
    }

    @Test(
        arguments: [
            (VerificationCondition(cardClasses: [.wearable]), true), (VerificationCondition(cardClasses: [.vehicle]), false),
            (VerificationCondition(uses: [.generalTraffic]), true), (VerificationCondition(uses: [.voiceOrSMS]), false),
            (VerificationCondition(uses: [.ordinaryNumber]), false),
            (VerificationCondition(deviceTypes: ["手表"]), true), (VerificationCondition(deviceTypes: ["摄像头"]), false),
            (VerificationCondition(provinces: [31]), true), (VerificationCondition(provinces: [54]), false),
            (VerificationCondition(riskAtLeast: .ordinary), true), (VerificationCondition(riskAtLeast: .high), false),
        ] as [(VerificationCondition, Bool)])
    func `from the card, its product and its link`(condition: VerificationCondition, isNeeded: Bool) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await withPhoto(where: condition, in: personal)
            let person = try await personal.open().principal
            let needs = try await world.installation.readPersonalCase(as: person).needs
            #expect(needs.methods.contains(.handHeldPhoto) == isNeeded)
        }
    }

    @Test(arguments: [("14700000001", true), ("14800000001", false), ("1440000000001", false), ("", false)])
    func `from the number that is on record: an ordinary one of 11 digits is said to be a person's, R-IC-05`(
        number: String, isOrdinary: Bool
    ) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let job = personal.job
            let iccid = MainJob.iccid(700_000)
            let file = "ICCID,接入号\n\(iccid),\(number)\n"
            _ = try await world.installation.createIntake(
                as: job.administrator, IntakeRequest(kind: .stock, batch: "N-2026-03", product: "watch-1g", province: 31),
                body: OneChunk(Array(file.utf8)))
            while try await world.installation.runNextIntake() {}
            _ = try await world.installation.allocateCards(as: job.administrator, .batch("N-2026-03"), to: job.agent.id)
            let code = try await personal.link(to: iccid, as: job.clerk).code
            let person = try await world.installation.openSeat(.link(code), device: nil).principal
            let needs = try await world.installation.readPersonalCase(as: person).needs.needs
            let isSaid = needs.contains { $0.requirement == "R-IC-05" && $0.method == .documentData }
            #expect(isSaid == isOrdinary)
            // A watch's card is a person's anyhow.
            #expect(needs.contains { $0.requirement == "R-IC-06" })
        }
    }

    @Test func `the document as it is declared, and as it is declared anew`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await withPhoto(where: VerificationCondition(documentTypes: [.passport]), in: personal)
            let person = try await personal.open().principal
            try await personal.consent(person)
            var holder = PersonalJob.person(0)
            for (type, isNeeded) in [(DocumentType.residentID, false), (.passport, true), (.residentID, false)] {
                holder.documentType = type.rawValue
                let view = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: holder))
                #expect(view.needs.methods.contains(.handHeldPhoto) == isNeeded, "\(type)")
            }
        }
    }
}
