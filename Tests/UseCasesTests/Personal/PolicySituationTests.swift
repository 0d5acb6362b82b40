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
