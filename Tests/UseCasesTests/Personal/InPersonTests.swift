import Records
import Registry
import Synchronization
import TestKit
import Testing
import UseCases

@Suite("A person's card before staff, and taking a case back")
struct InPersonTests {
    private static let slots: [EvidenceSlot] = [.holderIDFront, .holderIDBack, .holderOnSitePhoto]

    private func application(
        _ personal: PersonalJob, slots: [EvidenceSlot] = Self.slots,
        consents: [ConsentKind: Bool] = [.privacy: true, .sensitiveData: true],
        channel: Channel = .agent, holder: PartyFacts = PersonalJob.person(0)
    ) async throws -> InPersonApplication {
        var content = ApplicationContent()
        content.holder = holder
        content.noticeAccepted = true
        let evidence = try await personal.job.upload(slots, as: personal.job.clerk)
        content.evidence = Dictionary(uniqueKeysWithValues: evidence.map { ($0.key.rawValue, [$0.value.description]) })
        return InPersonApplication(
            card: personal.watches[0], channel: channel, content: content, consents: consents, noticeVersion: PersonalNotice.inPersonVersion
        )
    }

    @Test func `an on-site photo stands in for face recognition, and the carrier's word still decides`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let begun = try await world.installation.registerInPerson(as: personal.job.clerk, application(personal))
            let decided = try await world.installation.decideApplication(
                as: personal.job.reviewer, begun.application, version: begun.version, verdict: .approve, reasons: [], note: nil)
            #expect(decided.state == .awaitingCarrier)
            let accepted = try await world.installation.recordCarrierReply(
                as: personal.job.reviewer, begun.application, version: decided.version, verdict: .accepted, receipt: "CM-77")
            #expect(accepted.registered == 1)
            #expect(try await world.installation.personalStatus(code: begun.code).stage == .effective)
        }
    }

    @Test func `a machine looks at what staff hand in, however it came here, and a reviewer learns what it saw`() async throws {
        let reader = ScriptedReader { task in
            switch task {
            case .documentFront: PictureReading(problems: [.blurred], fields: ["name": "诸葛望舒"])
            default: PictureReading()
            }
        }
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let begun = try await world.installation.registerInPerson(as: personal.job.clerk, application(personal))
            let found = try await world.installation.readApplication(as: personal.job.reviewer, begun.application)
            #expect(Set(found.checks.map(\.code)).isSuperset(of: ["picture-blurred", "reading-differs"]))
            #expect(found.content?.readings?["holder-id-front"]?.isEmpty == false)
        }
    }

    @Test func `a picture named twice, or for two sides, is looked at once and breaks nothing`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let asked = try await application(personal)
            var content = asked.content
            let front = try #require(content.evidence?["holder-id-front"]?.first)
            content.evidence?["holder-id-front"] = [front, front]
            content.evidence?["holder-id-back"] = [front]
            let twice = InPersonApplication(
                card: asked.card, channel: asked.channel, content: content, consents: asked.consents, noticeVersion: asked.noticeVersion)
            #expect(try await refusalCode { _ = try await world.installation.registerInPerson(as: personal.job.clerk, twice) } == nil)
        }
    }

    @Test func `what the rules refuse is refused before a machine looks at anything`() async throws {
        let looks = Mutex(0)
        let reader = ScriptedReader { _ in
            looks.withLock { $0 += 1 }
            return PictureReading()
        }
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let asked = try await application(personal, consents: [.privacy: true])
            #expect(
                try await refusalCode { _ = try await world.installation.registerInPerson(as: personal.job.clerk, asked) }
                    == "fields-invalid")
            #expect(looks.withLock { $0 } == 0)
            _ = try await world.installation.registerInPerson(as: personal.job.clerk, application(personal))
            #expect(looks.withLock { $0 } == 3)
        }
    }

    @Test func `handed in twice, the second time is led to the first`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let asked = try await application(personal)
            #expect(
                try await world.installation.handedInInPerson(as: personal.job.clerk, card: personal.watches[0], asked.content) == nil)
            let begun = try await world.installation.registerInPerson(as: personal.job.clerk, asked)
            #expect(try await refusalCode { _ = try await world.installation.registerInPerson(as: personal.job.clerk, asked) } != nil)
            func before(_ card: Int, as staff: Principal) async throws -> ApplicationID? {
                try await world.installation.handedInInPerson(as: staff, card: personal.watches[card], asked.content)
            }
            #expect(try await before(0, as: personal.job.clerk) == begun.application)
            #expect(try await before(1, as: personal.job.clerk) == nil, "Another card is another case.")
            #expect(try await before(0, as: personal.job.otherClerk) == nil)
        }
    }

    @Test(arguments: InPersonTests.slots) func `each paper is needed`(missing: EvidenceSlot) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let asked = try await application(personal, slots: Self.slots.filter { $0 != missing })
            do {
                _ = try await world.installation.registerInPerson(as: personal.job.clerk, asked)
                Issue.record("taken without \(missing)")
            } catch let refusal as Refusal {
                #expect(refusal.details.map(\.pointer) == ["/evidence/\(missing.rawValue)"])
            }
        }
    }

    @Test func `consent, channel, card and quota are judged as on the page`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let installation = world.installation
            let clerk = personal.job.clerk
            #expect(
                try await refusalCode {
                    _ = try await installation.registerInPerson(
                        as: clerk, application(personal, consents: [.privacy: true, .sensitiveData: false]))
                } == "fields-invalid")
            #expect(
                try await refusalCode {
                    _ = try await installation.registerInPerson(as: clerk, application(personal, channel: .hall))
                } == "channel-not-allowed")
            #expect(
                try await refusalCode {
                    _ = try await installation.registerInPerson(as: clerk, application(personal, channel: .selfService))
                } == "channel-not-allowed")
            #expect(
                try await refusalCode {
                    _ = try await installation.registerInPerson(as: personal.job.otherClerk, application(personal))
                } == "not-found")
            #expect(
                try await refusalCode {
                    _ = try await installation.registerInPerson(as: personal.job.reviewer, application(personal))
                } == "not-permitted")
            _ = try await installation.registerInPerson(as: clerk, application(personal))
            #expect(
                try await refusalCode {
                    _ = try await installation.registerInPerson(as: clerk, application(personal, holder: PersonalJob.person(1)))
                } == "card-under-application")
        }
    }

    @Test func `military documents, which no page takes, are registered before staff`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var holder = PersonalJob.person(0)
            holder.documentType = DocumentType.militaryID.rawValue
            holder.documentNumber = "军字第00012345号"
            holder.birthDate = "1990-06-10"
            let begun = try await world.installation.registerInPerson(as: personal.job.clerk, application(personal, holder: holder))
            #expect(begun.submitted != nil)
        }
    }

    @Test func `a case taken back frees the card and the person's place; another may begin`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            let view = try await world.installation.withdrawPersonal(as: person)
            #expect(view.application == nil)
            #expect(view.content.holder == nil)
            #expect(view.standing == .open)
            #expect(
                try await refusalCode {
                    _ = try await world.installation.decideApplication(
                        as: personal.job.reviewer, application.id, version: application.version + 1, verdict: .approve, reasons: [],
                        note: nil)
                } == "not-submitted")
            let other = try await personal.open().principal
            try await personal.fill(other, PersonalJob.person(1))
            #expect(try await world.installation.submitPersonal(as: other).application?.state == .submitted)
        }
    }

    @Test func `what is decided is not taken back`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (person, application) = try await personal.submitted()
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .refuse,
                reasons: [DecisionReason(pointer: "/holder/name", code: "does-not-match")], note: nil)
            #expect(try await refusalCode { _ = try await world.installation.withdrawPersonal(as: person) } == "application-closed")
        }
    }

    @Test func `who never began has nothing to take back`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            #expect(try await refusalCode { _ = try await world.installation.withdrawPersonal(as: person) } == "not-found")
        }
    }
}
