import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("Cases in a list, with what tells one from the other")
struct ListCasesTests {
    private func cases(
        _ job: MainJob, as principal: Principal, in state: ApplicationState = .submitted, after: (Instant, ApplicationID)? = nil,
        limit: Int = 50
    ) async throws -> [ListedCase] {
        try await job.installation.listCases(as: principal, in: state, after: after, limit: limit)
    }

    /// Puts an answer of a provider beside what was handed in last.
    private func answer(_ verdict: String, ordinal: Int = 0, to id: ApplicationID, in world: World) async throws {
        try await world.installation.store.write { session in
            let submission = try session.first("SELECT submission FROM application WHERE id = \(id)") { $0.blob(0) } ?? []
            try session.run(
                """
                INSERT INTO verification (submission, ordinal, method, vendor, product_version, verdict, is_sandbox, cost, recorded_at)
                VALUES (\(submission), \(ordinal), 'document-data', 'invented', '1', \(verdict), 1, 0, 0)
                """)
        }
    }

    @Test func `a unit's case bears the unit, the code and who took it, and its risk for reviewers alone`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 2)
            let begun = try await job.submitted()
            let found = try await cases(job, as: job.reviewer)
            #expect(found.map(\.listed.application.id) == [begun.application])
            let only = try #require(found.first)
            #expect(only.listed.code == begun.code)
            #expect(only.listed.unitName == InventedPapers.unit.name)
            #expect(only.listed.takenBy == "示例一级代理商")
            #expect(only.listed.productName == "directed-30m")
            let checks = try await world.installation.readApplication(as: job.reviewer, begun.application).checks
            #expect(only.listed.found?.warned == Int64(checks.count { $0.verdict == "warned" }))
            #expect(only.listed.found?.failed == Int64(checks.count { $0.verdict == "failed" }))
            #expect(only.risk?.signs.contains(.warned) == ((only.listed.found?.warned ?? 0) > 0))
            let own = try #require(try await cases(job, as: job.clerk).first)
            #expect(own.listed.code == begun.code && own.risk == nil && own.listed.found == nil)
            #expect(try await cases(job, as: job.otherClerk).isEmpty)
            #expect(try await cases(job, as: job.reviewer, in: .approved).isEmpty)
        }
    }

    @Test func `what is not handed in shows no risk`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 1)
            let begun = try await job.begun()
            let draft = try #require(try await cases(job, as: job.reviewer, in: .draft).first)
            #expect(draft.listed.code == begun.code && draft.risk == nil)
        }
    }

    @Test func `pages follow one another in the order of the queue, and nothing comes twice`() async throws {
        try await withWorld { world in
            let job = try await MainJob.prepare(in: world, cards: 5)
            for iccid in job.iccids {
                _ = try await job.submitted(cards: .numbers([iccid]))
                world.clock.move(seconds: 60)
            }
            let all = try await world.installation.listApplications(
                as: job.reviewer, state: .submitted, kind: nil, registration: nil, after: nil, limit: 50)
            var found: [ApplicationID] = []
            var place: (Instant, ApplicationID)?
            for _ in 0..<4 {
                let page = try await cases(job, as: job.reviewer, after: place, limit: 2)
                found += page.map(\.listed.application.id)
                guard let last = page.last?.listed.application else { break }
                place = (last.submittedAt ?? last.createdAt, last.id)
            }
            #expect(found == all.map(\.id) && found.count == 5)
        }
    }

    @Test func `a person's case bears the product and no name, and what a machine answered is its risk`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            let reviewer = personal.job.reviewer
            let first = try #require(try await cases(personal.job, as: reviewer).first)
            #expect(first.listed.application.id == application.id)
            #expect(first.listed.unitName == nil && first.listed.productName == "watch-1g")
            #expect(first.listed.found?.devicePersons == 1 && first.listed.found?.refusals == 0)
            #expect(first.risk?.level != .high)
            try await answer("undecided", to: application.id, in: world)
            #expect(try await cases(personal.job, as: reviewer).first?.risk?.signs.contains(.unclear) == true)
            #expect(try await cases(personal.job, as: reviewer).first?.risk?.level == .noted)
            try await answer("mismatch", ordinal: 1, to: application.id, in: world)
            let refused = try #require(try await cases(personal.job, as: reviewer).first)
            #expect(refused.risk?.level == .high && refused.risk?.signs.first == .refused)
        }
    }

    @Test func `what the rules warned of is counted, and what they found wrong before their findings were one row`() async throws {
        let provider = ScriptedProvider(face: .success((.undecided, .spoof)))
        try await withWorld(verification: VerificationProviders(authority: provider, face: provider)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            while try await world.installation.runVerification() {}
            _ = try await world.installation.capturePicture(as: person, .handHeldPhoto, bytes: inventedPicture(99), insists: false)
            _ = try await world.installation.updatePersonalDraft(
                as: person, PersonalDraft(holder: PersonalJob.person(0), declinesFaceRecognition: true, noticeAccepted: true))
            _ = try await world.installation.submitPersonal(as: person)
            let reviewer = personal.job.reviewer
            let view = try await world.installation.readApplication(as: reviewer, application.id)
            let found = try #require(try await cases(personal.job, as: reviewer, in: view.application.state).first)
            let warned = try #require(found.listed.found?.warned)
            #expect(warned > 0 && warned == Int64(view.checks.count { $0.verdict == "warned" }))
            #expect(found.listed.found?.failed == 0 && found.risk?.signs.contains(.warned) == true)
            try await world.installation.store.write { session in
                let submission = try session.first("SELECT submission FROM application WHERE id = \(application.id)") { $0.blob(0) } ?? []
                try session.run(
                    """
                    INSERT INTO check_result (submission, ordinal, method, provider, verdict, code, requirement, subject, count, recorded_at)
                    VALUES (\(submission), 0, 'machine', 'shiming', 'failed', 'missing', 'R-AF-10', '/holder', 1, 0)
                    """)
            }
            let failed = try #require(try await cases(personal.job, as: reviewer, in: view.application.state).first)
            #expect(failed.listed.found?.failed == 1 && failed.risk?.level == .high && failed.risk?.signs.first == .failed)
        }
    }

    @Test func `a no to a proof counts for a month, and then is no risk any more`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.effective()
            try await personal.prepareProof(person, number: PersonalJob.person(0).documentNumber, byFace: false)
            let proof = try #require(try await world.installation.submitPersonal(as: person).application)
            try await answer("mismatch", to: proof.id, in: world)
            let reviewer = personal.job.reviewer
            let refused = try #require(try await cases(personal.job, as: reviewer).first)
            #expect(refused.listed.application.id == proof.id && refused.listed.found?.refusals == 1)
            #expect(refused.risk?.signs.first == .refused)
            world.clock.move(days: 31)
            let later = try #require(try await cases(personal.job, as: reviewer).first)
            #expect(later.listed.application.id == proof.id && later.listed.found?.refusals == 0)
            #expect(later.risk?.signs.contains(.refused) == false)
        }
    }

    @Test func `a face known under another identity, and a device of too many persons, are a high risk`() async throws {
        var settings = Settings()
        settings.devicePersonsMax = 1
        try await withWorld(settings: settings) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            let reviewer = personal.job.reviewer
            #expect(try await cases(personal.job, as: reviewer).first?.risk?.level != .high)
            try await answer("seen-elsewhere", to: application.id, in: world)
            #expect(try await cases(personal.job, as: reviewer).first?.risk?.signs.first == .seenElsewhere)
            try await world.installation.store.write { session in
                let device = try session.first("SELECT device FROM seat WHERE id = \(application.createdBy)") { $0.blob(0) } ?? []
                try SeatRecords.note(PartyID(high: 1, low: 1), on: device, at: world.clock.now(), in: session)
            }
            let found = try #require(try await cases(personal.job, as: reviewer).first)
            #expect(found.listed.found?.devicePersons == 2)
            #expect(found.risk?.signs.contains(.manyPersons) == true && found.risk?.level == .high)
        }
    }
}
