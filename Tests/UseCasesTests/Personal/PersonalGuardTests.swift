import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// What an attacker with a link, a dishonest clerk and bad luck try with persons' cases.
@Suite("Nobody does a person's part")
struct PersonalGuardTests {
    // MARK: Staff

    @Test func `staff neither change, submit nor take back what a person began`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.fill(person)
            let draft = try #require(try await world.installation.readPersonalCase(as: person).application)
            let (clerk, installation) = (personal.job.clerk, world.installation)
            var content = ApplicationContent()
            content.unit = InventedPapers.unit
            #expect(
                try await refusalCode {
                    _ = try await installation.updateApplication(as: clerk, draft.id, version: draft.version, content: content)
                } == "persons-own")
            #expect(
                try await refusalCode {
                    _ = try await installation.selectCards(
                        as: clerk, draft.id, version: draft.version, .numbers(personal.job.iccids))
                } == "persons-own")
            #expect(
                try await refusalCode {
                    _ = try await installation.submitApplication(as: clerk, draft.id, version: draft.version)
                } == "persons-own")
            #expect(
                try await refusalCode {
                    try await installation.withdrawApplication(as: clerk, draft.id, version: draft.version)
                } == "persons-own")
            #expect(try await installation.readPersonalCase(as: person).content.holder == PersonalJob.person(0))
        }
    }

    @Test(arguments: [ApplicationKind.addCards, .end, .correct, .changeRole])
    func `staff begin no change to a person's registration`(kind: ApplicationKind) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let registration = try await personal.registered()
            #expect(
                try await refusalCode {
                    _ = try await world.installation.createApplication(
                        as: personal.job.clerk, of: registration, kind: kind, content: ApplicationContent())
                } == "persons-own")
        }
    }

    @Test func `no program registers anybody in person`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let clerk = personal.job.clerk
            let key = Principal(
                account: clerk.account, organisation: clerk.organisation, permissions: clerk.permissions, scope: clerk.scope, means: .apiKey
            )
            let asked = try await personal.inPerson()
            #expect(try await refusalCode { _ = try await world.installation.registerInPerson(as: key, asked) } == "channel-not-allowed")
        }
    }

    @Test func `staff hand in pictures of their own, each for one person`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let first = try await personal.inPerson()
            _ = try await world.installation.registerInPerson(as: personal.job.clerk, first)
            let again = InPersonApplication(
                card: personal.watches[1], channel: .agent, content: first.content, consents: first.consents,
                noticeVersion: first.noticeVersion)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.registerInPerson(as: personal.job.clerk, again)
                } == "fields-invalid")
            // A customer's own pictures are not the clerk's either.
            let person = try await personal.open(2).principal
            try await personal.fill(person, PersonalJob.person(2))
            var content = first.content
            content.evidence = try await world.installation.readPersonalCase(as: person).content.evidence
            let borrowed = InPersonApplication(
                card: personal.watches[1], channel: .agent, content: content, consents: first.consents, noticeVersion: first.noticeVersion)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.registerInPerson(as: personal.job.clerk, borrowed)
                } == "fields-invalid")
        }
    }

    @Test func `the same picture brought anew for another person is noticed`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await world.installation.registerInPerson(as: personal.job.clerk, personal.inPerson())
            let second = try await world.installation.registerInPerson(
                as: personal.job.clerk, personal.inPerson(card: 1, holder: PersonalJob.person(1)))
            #expect(second.submitted?.checks.contains { $0.code == "picture-used-before" && $0.verdict == .warned } == true)
        }
    }

    // MARK: The device

    @Test func `one device hands in so often a day and no more; another device and another day may`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world, watches: 9)
            var policy = VerificationPolicy.standardFloor
            policy.rules = [
                VerificationRule(
                    VerificationCondition(), [.documentData], requirement: "R-25-06", reason: LocalText(en: "data", zh: "信息"))
            ]
            (policy.attemptsMax, policy.cardsPerPerson) = (1, [.wearable: 5])
            _ = try await world.installation.setVerificationPolicy(
                as: personal.job.administrator, of: personal.job.administrator.organisation, policy, validFrom: nil, after: 0)
            let device = try await personal.open().device
            func handIn(_ card: Int, on device: String?) async throws -> String? {
                let person = try await personal.open(card, device: device).principal
                try await personal.consent(person, [.privacy, .sensitiveData])
                _ = try await world.installation.updatePersonalDraft(
                    as: person, PersonalDraft(holder: PersonalJob.person(card), noticeAccepted: true))
                return try await refusalCode { _ = try await world.installation.submitPersonal(as: person) }
            }
            func left(on device: String?) async throws -> AttemptsLeft {
                try await world.installation.readPersonalCase(as: personal.open(5, device: device).principal).attempts
            }
            for card in 0..<5 {
                #expect(try await left(on: device).limit == .card)
                #expect(try await handIn(card, on: device) == nil, "\(card)")
            }
            // Told before anything is typed: this device has none left, the card has.
            let exhausted = try await left(on: device)
            #expect(exhausted.limit == .device && exhausted.left == 0 && exhausted.ofCard == 1)
            #expect(try await left(on: nil).limit == .card)
            #expect(try await handIn(5, on: device) == "device-attempts-exhausted")
            #expect(try await handIn(5, on: nil) == nil)
            world.clock.move(days: 1)
            #expect(try await handIn(6, on: device) == nil)
        }
    }

    // MARK: What a machine read

    /// Reads this number on that side, and nothing else.
    private static func reading(_ number: String, on side: PictureTask) -> ScriptedReader {
        ScriptedReader { task in PictureReading(fields: task == side ? ["documentNumber": number] : [:]) }
    }

    @Test(arguments: [
        (PictureTask.documentFront(.residentID), "110101199003070134", ["/holder/documentNumber"]),
        (.documentBack(.residentID), "110101199003070134", ["/holder/documentNumber"]),
        (.documentBack(.residentID), PersonalJob.person(0).documentNumber ?? "", []),
        (.documentFront(.residentID), (PersonalJob.person(0).documentNumber ?? "").lowercased(), []),
    ])
    func `R-25-11: a number confirmed otherwise than read is seen on either side of the document`(
        side: PictureTask, read: String, differs: [String]
    ) async throws {
        try await withWorld(reader: Self.reading(read, on: side)) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            let checks = try await world.installation.readApplication(as: personal.job.reviewer, application.id).checks
            #expect(checks.filter { $0.code == "reading-differs" }.map(\.subject) == differs)
        }
    }

    // MARK: The person

    @Test(arguments: ["440113 20141005 001X", "44011320141005001x", "４４０１１３２０１４１００５００１Ｘ"])
    func `a child needs a guardian however the number is typed`(number: String) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            var child = InventedPapers.successor
            child.documentNumber = number
            try await personal.fill(person, child)
            #expect(try await world.installation.readPersonalCase(as: person).needs.methods.contains(.guardian))
            do {
                _ = try await world.installation.submitPersonal(as: person)
                Issue.record("handed in without a guardian")
            } catch let refusal as Refusal {
                #expect(refusal.details.contains { $0.pointer == "/guardian" })
            }
        }
    }

    @Test func `a long-term paper that is not valid yet is refused`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            var facts = PersonalJob.person(0)
            facts.validFrom = "2099-01-01"
            facts.validUntil = "long-term"
            try await personal.fill(person, facts)
            do {
                _ = try await world.installation.submitPersonal(as: person)
                Issue.record("handed in before its time")
            } catch let refusal as Refusal {
                #expect(refusal.details.map(\.code) == ["not-yet-valid"])
            }
        }
    }

    @Test func `a name tried on somebody's number costs an attempt each time`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await personal.registered()
            let prober = try await personal.open(1).principal
            var guess = PersonalJob.person(0)
            guess.name = "诸葛听澜"
            try await personal.fill(prober, guess)
            for _ in 0..<3 {
                #expect(
                    try await refusalCode { _ = try await world.installation.submitPersonal(as: prober) } == "document-under-other-name")
            }
            #expect(try await refusalCode { _ = try await world.installation.submitPersonal(as: prober) } == "attempts-exhausted")
        }
    }

    @Test func `another at the card spends none of the holder's proofs`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (holder, application) = try await personal.submitted()
            try await personal.accept(application.id, application.version)
            let other = try await personal.open().principal
            for _ in 0..<6 {
                #expect(
                    try await refusalCode {
                        _ = try await world.installation.askForRelease(as: other, documentNumber: "x")
                    } == "release-after-proof")
            }
            _ = try await world.installation.askForRelease(as: holder, documentNumber: PersonalJob.person(0).documentNumber ?? "")
        }
    }

    @Test func `of a card that does not exist no tried code is written`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let before = try await personal.count("trail_pending") + personal.count("trail_entry")
            for _ in 0..<5 {
                #expect(
                    try await refusalCode {
                        _ = try await personal.installation.openSeat(
                            .claimCode("22222222", iccid: MainJob.iccid(77_777), source: "192.0.2.1"), device: nil)
                    } == "entrance-not-open")
            }
            #expect(try await personal.count("attempt") == 0)
            #expect(try await personal.count("trail_pending") + personal.count("trail_entry") == before)
        }
    }

    // MARK: What is kept

    @Test func `the frame of a face is purged though the card is registered; the document's pictures stay`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            try await personal.accept(application.id, application.version)
            world.clock.move(days: world.installation.settings.purgeDays + 1)
            try await world.installation.purgeDue()
            let kept = try await world.installation.store.read { session in
                try session.all(
                    "SELECT e.kind FROM evidence e JOIN evidence_state s ON s.evidence = e.id WHERE s.purged_at IS NULL ORDER BY e.kind"
                ) { $0.text(0) }
            }
            #expect(kept == ["holder-id-back", "holder-id-front"])
        }
    }

    @Test func `tokens, counts and challenges are forgotten when their time is over, whichever is over`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.consent(person)
            _ = try await world.installation.issueFaceChallenge(as: person)
            world.clock.move(seconds: world.installation.settings.faceChallengeSeconds + 1)
            try await world.installation.purgePersonal()
            #expect(try await personal.count("face_challenge") == 0)
            #expect(try await personal.count("seat_token") == 1)
            world.clock.move(days: 2)
            try await world.installation.purgePersonal()
            #expect(try await personal.count("seat_token") == 0)
            #expect(try await personal.count("attempt") == 0)
        }
    }

    @Test func `no number of the person stands as a receipt`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            let passed = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
            let number = PersonalJob.person(0).documentNumber ?? ""
            for receipt in [number, number.lowercased(), "CM-\(number)", "13800138000", "R_138-0013-8000"] {
                #expect(
                    try await refusalCode {
                        _ = try await world.installation.recordCarrierReply(
                            as: personal.job.reviewer, application.id, version: passed.version, verdict: .accepted, receipt: receipt)
                    } == "receipt-invalid", "\(receipt.count) characters")
            }
        }
    }

    @Test func `a policy set for a far day by mistake is overtaken by the next, which says so`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (administrator, root) = (personal.job.administrator, personal.job.administrator.organisation)
            _ = try await world.installation.setVerificationPolicy(
                as: administrator, of: root, .standardFloor, validFrom: world.clock.now().adding(days: 13_000), after: 0)
            var strict = VerificationPolicy.standardFloor
            strict.attemptsMax = 1
            #expect(
                try await refusalCode {
                    _ = try await world.installation.setVerificationPolicy(as: administrator, of: root, strict, validFrom: nil, after: 1)
                } == "version-before-coming")
            _ = try await world.installation.setVerificationPolicy(
                as: administrator, of: root, strict, validFrom: nil, after: 1, replacing: true)
            let person = try await personal.open().principal
            #expect(try await world.installation.readPersonalCase(as: person).attempts.left == 1)
        }
    }
}
