import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("Own data, to whoever it is not")
struct OwnDataAttackTests {
    @Test func `R-NF-08: a link between two documents counts their cards together and opens neither's data to the other`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let attacker = try await personal.effective()
            let (_, victims) = try await personal.submitted(1, PersonalJob.person(1))
            try await personal.accept(victims.id, victims.version, receipt: "CM-901")
            let code = try await world.installation.readApplication(as: personal.job.reviewer, victims.id).registrationCode
            // As if a former number had joined them.
            let parties = try await world.installation.store.read { session in
                try session.all("SELECT party FROM card_slot ORDER BY subscription") { $0.blob(0) }
            }
            try await world.installation.store.write { session in
                try session.run(
                    "INSERT INTO party_link (party, other, ground, recorded_at) VALUES (\(parties[0]), \(parties[1]), 'former-number', 0)")
            }
            try await personal.prove(attacker)
            #expect(try await world.installation.readOwnData(as: attacker).cards.count == 1)
            for refused in [
                try await refusalCode { _ = try await world.installation.disputeCard(as: attacker, code: code) },
                try await refusalCode { _ = try await world.installation.beginCorrection(as: attacker, code: code) },
            ] { #expect(refused == "not-found") }
        }
    }

    @Test func `R-LC-08: a number typed while the proof is being handed in is compared with nothing that was not counted`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await personal.effective()
            let stranger = try await personal.open().principal
            try await personal.prepareProof(stranger, number: PersonalJob.person(1).documentNumber)
            var codes: [String?] = []
            for round in 0..<40 {
                var guess = PartyFacts()
                guess.documentNumber = ""
                _ = try await world.installation.updatePersonalDraft(as: stranger, PersonalDraft(holder: guess))
                guess.documentNumber = PersonalJob.person(1 + round % 5).documentNumber
                let typed = PersonalDraft(holder: guess)
                async let typing = refusalCode { _ = try await world.installation.updatePersonalDraft(as: stranger, typed) }
                async let handing = refusalCode { _ = try await world.installation.submitPersonal(as: stranger) }
                _ = try await typing
                codes.append(try await handing)
            }
            #expect(codes.count(where: { $0 == "not-the-holder" }) <= 5, "\(codes)")
            #expect(!codes.contains(nil))
        }
    }

    @Test func `a picture seen in another case, or a device of many, takes a proof to a reviewer whatever the machine says`() async throws {
        let provider = ScriptedProvider()
        try await withWorld(
            reader: ScriptedReader { _ in PictureReading() }, verification: VerificationProviders(authority: provider, face: provider)
        ) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            let version = try await world.installation.readApplication(as: personal.job.reviewer, application.id).application.version
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: version, verdict: .approve, reasons: [], note: nil)
            // The same frames as when the card was registered.
            try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber, seed: 50)
            let proof = try #require(try await world.installation.submitPersonal(as: person).application)
            while try await world.installation.runVerification() {}
            let seen = try await world.installation.readApplication(as: personal.job.reviewer, proof.id)
            #expect(seen.application.state == .submitted && seen.checks.contains { $0.code == "picture-used-before" })
        }
    }

    @Test func `after another's face was refused, the next proof of the card is for a reviewer, on whichever device`() async throws {
        let provider = ScriptedProvider()
        try await withWorld(
            reader: ScriptedReader { _ in PictureReading() }, verification: VerificationProviders(authority: provider, face: provider)
        ) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            let version = try await world.installation.readApplication(as: personal.job.reviewer, application.id).application.version
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: version, verdict: .approve, reasons: [], note: nil)
            await provider.seeFace(.success((.different, .live)))
            let stranger = try await personal.open().principal
            try await personal.prepareProof(stranger, number: PersonalJob.person(0).documentNumber, seed: 130)
            _ = try await world.installation.submitPersonal(as: stranger)
            while try await world.installation.runVerification() {}
            await provider.seeFace(.success((.same, .live)))
            try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber, seed: 150)
            let proof = try #require(try await world.installation.submitPersonal(as: person).application)
            while try await world.installation.runVerification() {}
            #expect(
                try await world.installation.readApplication(as: personal.job.reviewer, proof.id).application.state == .submitted)
        }
    }

    @Test func `the photo of an approved proof is destroyed when its time is over`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber, byFace: false)
            let proof = try #require(try await world.installation.submitPersonal(as: person).application)
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, proof.id, version: proof.version, verdict: .approve, reasons: [], note: nil)
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            _ = try await world.installation.purgeDue()
            #expect(
                try await personal.count(
                    """
                    submission_evidence u JOIN evidence_state s ON s.evidence = u.evidence
                    WHERE u.slot = 'hand-held-photo' AND s.purged_at IS NULL
                    """) == 0)
        }
    }

    @Test func `a case about a registration that ended meanwhile is refused, not stuck; an upheld dispute is told as such`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber)
            let proof = try #require(try await world.installation.submitPersonal(as: person).application)
            try await personal.endHolding(of: 0, by: person)
            func decide(_ verdict: DecisionVerdict) async throws {
                _ = try await world.installation.decideApplication(
                    as: personal.job.reviewer, proof.id, version: proof.version, verdict: verdict,
                    reasons: [DecisionReason(pointer: "/holder", code: "other")], note: "请到营业厅办理")
            }
            #expect(try await refusalCode { try await decide(.approve) } == "registration-not-live")
            try await decide(.refuse)
            #expect(try await world.installation.readOwnMatters(as: person).proof?.state == .refused)
        }
    }

    @Test func `a correction shows what is registered no longer than the proof counts, and waits for a new one`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prove(person)
            let code = try #require(try await world.installation.readOwnData(as: person).cards.first?.code)
            #expect(try await world.installation.beginCorrection(as: person, code: code).content.holder != nil)
            try await personal.consent(person, [.privacy, .sensitiveData])
            world.clock.move(seconds: world.installation.settings.ownDataHours * 3_600)
            let closed = try await world.installation.readPersonalCase(as: person)
            #expect(closed.kind == .correct && closed.content.holder == nil)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.updatePersonalDraft(as: person, PersonalDraft(holder: PersonalJob.person(1)))
                } == "identity-not-proved")
            try await personal.prove(person, seed: 200)
            #expect(try await world.installation.readPersonalCase(as: person).content.holder?.name == PersonalJob.person(0).name)
        }
    }

    @Test func `of two corrections one waits for the other, and none overwrites what came after it`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let first = try await personal.effective()
            let second = try await personal.effective(1, receipt: "CM-902")
            try await personal.prove(first)
            try await personal.prove(second, seed: 150)
            let codes = try await world.installation.readOwnData(as: first).cards.map(\.code)
            _ = try await world.installation.beginCorrection(as: first, code: codes[0])
            #expect(
                try await refusalCode { _ = try await world.installation.beginCorrection(as: second, code: codes[1]) } == "asked-already")
        }
    }
}
