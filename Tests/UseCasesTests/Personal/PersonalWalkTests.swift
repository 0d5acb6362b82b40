import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("A person's card")
struct PersonalWalkTests {
    @Test func `from link to effective: handed in, looked at, accepted by the carrier`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            #expect(application.state == .submitted)
            #expect(try await world.installation.personalStatus(as: person).stage == .inReview)
            let decided = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.state == .awaitingCarrier)
            #expect(decided.registered == 0)
            let before = try await world.installation.answer(as: personal.job.clerk, .iccid(personal.watches[0]))
            #expect(before.standing == .unregistered)
            let accepted = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, application.id, version: decided.version, verdict: .accepted, receipt: "CM-2026-000001")
            #expect(accepted.state == .approved)
            #expect(accepted.registered == 1)
            let status = try await world.installation.personalStatus(as: person)
            #expect(status.stage == .effective)
            #expect(status.effectiveAt != nil)
            let answer = try await world.installation.answer(as: personal.job.clerk, .iccid(personal.watches[0]))
            #expect(answer.standing == .registered)
            #expect(answer.roles[.holder]?.name == "欧**")
            #expect(answer.unit == nil)
            let byCode = try await world.installation.personalStatus(code: status.code)
            #expect(byCode.stage == .effective)
        }
    }

    @Test func `with no provider configured every case reaches a reviewer, whatever the policy says`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var floor = VerificationPolicy.standardFloor
            floor.approval = .machine
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, floor, validFrom: nil, after: 0)
            var passport = PartyFacts(
                name: "VELMORA MARIA", documentType: .passport, documentNumber: "E12345678", address: "", contact: "13800138000",
                validFrom: "2024-07-01", validUntil: "2029-07-01")
            passport.birthDate = "1983-09-17"
            var permit = passport
            permit.name = "司徒听澜"
            permit.documentType = DocumentType.hkMacaoPermit.rawValue
            permit.documentNumber = "H12345678"
            for (card, person) in [PersonalJob.person(0), passport, permit].enumerated() {
                let (_, application) = try await personal.submitted(card, person)
                #expect(application.state == .submitted)
                #expect(try await !world.installation.runVerification())
            }
            #expect(
                try await world.installation.listApplications(
                    as: personal.job.reviewer, state: .submitted, kind: nil, registration: nil, after: nil, limit: 10
                ).count == 3)
        }
    }

    @Test func `a carrier's no sends the case back with that reason, and the person may hand in again`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            let decided = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            _ = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, application.id, version: decided.version, verdict: .refused, receipt: "CM-2026-000002")
            let status = try await world.installation.personalStatus(as: person)
            #expect(status.stage == .toBeMended)
            #expect(status.reasons.map(\.code) == ["carrier-refused"])
            #expect(status.attemptsLeft == 2)
            let again = try await world.installation.submitPersonal(as: person)
            #expect(again.application?.state == .submitted)
        }
    }

    @Test func `why the carrier refuses is told the person, with its code and what to do`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            let decided = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            func reply(_ verdict: CarrierVerdict, _ code: String?, _ words: String?) async throws {
                _ = try await world.installation.recordCarrierReply(
                    as: personal.job.reviewer, application.id, version: decided.version, verdict: verdict, receipt: "CM-2026-000003",
                    reason: CarrierReason(code: code, words: words))
            }
            let facts = PersonalJob.person(0)
            let wrong: [(CarrierVerdict, String?, String?)] = [
                (.accepted, "41", nil), (.accepted, nil, "证件照片不清晰"), (.refused, "4 1", nil), (.refused, "", nil),
                (.refused, String(repeating: "4", count: 41), nil), (.refused, nil, ""), (.refused, nil, "两行\n说明"),
                (.refused, nil, String(repeating: "长", count: 201)), (.refused, facts.documentNumber, nil),
            ]
            for (verdict, code, words) in wrong {
                #expect(
                    try await refusalCode { try await reply(verdict, code, words) } == "carrier-reason-invalid", "\(verdict) \(code ?? "-")"
                )
            }
            // It is kept in clear: no number and no name of the person's.
            for words in ["证件\(facts.documentNumber ?? "")不符", "\(facts.name ?? "")未满16周岁"] {
                #expect(try await refusalCode { try await reply(.refused, nil, words) } != nil)
            }
            #expect(try await world.installation.personalStatus(as: person).stage == .awaitingCarrier)
            try await reply(.refused, "E.41-b", "证件照片不清晰。")
            let status = try await world.installation.personalStatus(as: person)
            let reason = try #require(status.reasons.first)
            #expect(status.stage == .toBeMended && status.reasons.count == 1 && reason.code == "carrier-refused")
            #expect(reason.text?.zh == "运营商未受理该登记：证件照片不清晰（E.41-b）。")
            #expect(reason.mend != nil)
        }
    }

    @Test func `the reason other tells a person nothing by itself, so words are demanded, and he reads them`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            func decide(_ note: String?) async throws {
                _ = try await world.installation.decideApplication(
                    as: personal.job.reviewer, application.id, version: application.version, verdict: .sendBack,
                    reasons: [
                        DecisionReason(pointer: "/holder/name", code: "does-not-match"), DecisionReason(pointer: "/card", code: "other"),
                    ], note: note)
            }
            for note in [nil, "", "  \n"] {
                #expect(try await refusalCode { try await decide(note) } == "reason-words-needed")
            }
            #expect(try await world.installation.personalStatus(as: person).stage == .inReview)
            try await decide("请先注销旧卡")
            let status = try await world.installation.personalStatus(as: person)
            #expect(status.stage == .toBeMended)
            #expect(status.reasons.map { $0.text?.zh } == ["与证件不一致。", "请先注销旧卡"])
            // By the case's number alone too: the words hold nobody's name or number.
            #expect(try await world.installation.personalStatus(code: status.code).reasons == status.reasons)
        }
    }

    @Test func `every maintained reason says what to do`() {
        for code in DecisionReason.codes.keys { #expect(DecisionReason(pointer: "/card", code: code).mend != nil, "\(code)") }
        #expect(DecisionReason(pointer: "/card", code: "own-fee").mend == nil)
    }

    @Test func `one receipt stands for one case`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var versions: [(ApplicationID, Int64)] = []
            for card in 0..<2 {
                let (_, application) = try await personal.submitted(card, PersonalJob.person(card))
                let decided = try await world.installation.decideApplication(
                    as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
                versions.append((application.id, decided.version))
            }
            _ = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, versions[0].0, version: versions[0].1, verdict: .accepted, receipt: "CM-1")
            #expect(
                try await refusalCode {
                    _ = try await world.installation.recordCarrierReply(
                        as: personal.job.reviewer, versions[1].0, version: versions[1].1, verdict: .accepted, receipt: "CM-1")
                } == "receipt-used")
        }
    }

    @Test(arguments: ["", "a", "张三 110105", "x y z w", String(repeating: "9", count: 65)])
    func `a receipt that is no number of a system is refused`(receipt: String) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            #expect(
                try await refusalCode {
                    _ = try await world.installation.recordCarrierReply(
                        as: personal.job.reviewer, application.id, version: application.version, verdict: .accepted, receipt: receipt)
                } == "receipt-invalid")
        }
    }

    @Test func `a carrier's reply before a reviewer's yes is refused; a clerk may not note one`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            #expect(
                try await refusalCode {
                    _ = try await world.installation.recordCarrierReply(
                        as: personal.job.reviewer, application.id, version: application.version, verdict: .accepted, receipt: "CM-1")
                } == "not-submitted")
            #expect(
                try await refusalCode {
                    _ = try await world.installation.recordCarrierReply(
                        as: personal.job.clerk, application.id, version: application.version, verdict: .accepted, receipt: "CM-1")
                } == "not-permitted")
        }
    }
}
