import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("What people are to be told, Q-05")
struct NoticeOutboxTests {
    private static let handedIn = ["in-review/mail", "in-review/webhook", "submitted/sms", "submitted/webhook"]
    private static let unreadable = [DecisionReason(pointer: "/evidence/holder-id-front", code: "unreadable")]

    @Test func `handed in, the person is told that it is, and staff that it waits for them`() async throws {
        try await NoticeWorld.run { told in
            let (_, application) = try await told.personal.submitted()
            #expect(try await told.personal.told() == Self.handedIn)
            let registration = try await told.installation.readRegistration(as: told.personal.job.reviewer, application.registration)
            for notice in try await told.installation.listNotices(as: told.personal.job.reviewer).rows {
                #expect(notice.code == registration.registration.code)
                #expect(notice.language == .chinese)
                #expect(notice.state == .waiting && notice.tries == 0 && notice.reason == nil)
                #expect(notice.happenedAt == told.world.clock.now())
            }
        }
    }

    @Test func `every stage on the way to effective is told once`() async throws {
        try await NoticeWorld.run { told in
            let (_, application) = try await told.personal.submitted()
            let passed = try await told.personal.decide(application.id, .approve)
            let waiting = ["awaiting-carrier/mail", "awaiting-carrier/sms", "awaiting-carrier/webhook"]
            #expect(try await told.personal.told() == (Self.handedIn + waiting).sorted())
            _ = try await told.installation.recordCarrierReply(
                as: told.personal.job.reviewer, application.id, version: passed.version, verdict: .accepted, receipt: "CM-100")
            #expect(try await told.personal.told() == (Self.handedIn + waiting + ["effective/sms", "effective/webhook"]).sorted())
        }
    }

    @Test func `machines that approve tell of no reviewer`() async throws {
        let provider = ScriptedProvider()
        try await NoticeWorld.run(verification: VerificationProviders(authority: provider, face: provider)) { told in
            var floor = VerificationPolicy.standardFloor
            floor.approval = .machine
            let administrator = told.personal.job.administrator
            _ = try await told.installation.setVerificationPolicy(
                as: administrator, of: administrator.organisation, floor, validFrom: nil, after: 0)
            _ = try await told.personal.submitted()
            #expect(try await told.personal.told() == ["submitted/sms", "submitted/webhook"])
            while try await told.installation.runVerification() {}
            #expect(
                try await told.personal.told() == ["effective/sms", "effective/webhook", "submitted/sms", "submitted/webhook"])
        }
    }

    @Test func `a case that machines leave to a reviewer is told of once, however often it is settled`() async throws {
        let provider = ScriptedProvider(identity: .success(.undecided))
        try await NoticeWorld.run(verification: VerificationProviders(authority: provider, face: provider)) { told in
            _ = try await told.personal.submitted()
            while try await told.installation.runVerification() {}
            try await told.installation.settleLeftChecks()
            #expect(
                try await told.personal.told()
                    == ["in-review/mail", "in-review/sms", "in-review/webhook", "submitted/sms", "submitted/webhook"])
        }
    }

    @Test func `what is sent back twice is told twice, with its reason`() async throws {
        try await NoticeWorld.run { told in
            let (person, application) = try await told.personal.submitted()
            _ = try await told.personal.decide(application.id, .sendBack, Self.unreadable)
            #expect(try await told.personal.notice("to-be-mended/sms")?.reason == "unreadable")
            _ = try await told.installation.submitPersonal(as: person, in: .english)
            _ = try await told.personal.decide(application.id, .sendBack, Self.unreadable)
            let back = try await told.installation.listNotices(as: told.personal.job.reviewer, channel: .sms).rows
                .filter { $0.kind == .toBeMended }
            #expect(back.map(\.language) == [.english, .chinese])
            #expect(try await told.personal.told().filter { $0 == "submitted/sms" }.count == 2)
        }
    }

    @Test func `refused, withdrawn, and a card given up`() async throws {
        try await NoticeWorld.run { told in
            let (_, refused) = try await told.personal.submitted(0, PersonalJob.person(0))
            _ = try await told.personal.decide(refused.id, .refuse, Self.unreadable)
            #expect(try await told.personal.notice("refused/sms")?.reason == "unreadable")

            let (other, _) = try await told.personal.submitted(1, PersonalJob.person(1))
            _ = try await told.installation.withdrawPersonal(as: other)
            #expect(try await told.personal.notice("withdrawn/sms") != nil)

            let holder = PersonalJob.person(2)
            let (person, application) = try await told.personal.submitted(2, holder)
            try await told.personal.accept(application.id, application.version)
            _ = try await told.installation.askForRelease(as: person, documentNumber: holder.documentNumber ?? "", in: .english)
            #expect(try await told.personal.notice("release-asked/sms")?.language == .english)
            let ending = try #require(try await told.personal.waitingEnding())
            let passed = try await told.personal.decide(ending.id, .approve)
            _ = try await told.installation.recordCarrierReply(
                as: told.personal.job.reviewer, ending.id, version: passed.version, verdict: .accepted, receipt: "CM-101")
            #expect(try await told.personal.notice("released/sms")?.language == .english)
            #expect(try await told.personal.told().filter { $0 == "effective/sms" }.count == 1)
        }
    }

    @Test func `what is asked about one's own is told as that, to the number that stood there, and taken back as well`() async throws {
        try await NoticeWorld.run { told in
            let person = try await told.personal.effective()
            let stranger = try await told.personal.open().principal
            try await told.personal.prepareProof(stranger, number: PersonalJob.person(0).documentNumber, seed: 140)
            _ = try await told.installation.submitPersonal(as: stranger)
            _ = try await told.installation.withdrawPersonal(as: stranger)
            try await told.personal.prove(person)
            told.world.clock.move(seconds: 5)
            let code = try #require(try await told.installation.readOwnData(as: person).cards.first?.code)
            let begun = try await told.installation.beginCorrection(as: person, code: code)
            try await told.personal.consent(person, [.privacy, .sensitiveData])
            for (place, slot) in [EvidenceSlot.holderIDFront, .holderIDBack].enumerated() {
                _ = try await told.installation.capturePicture(
                    as: person, slot, bytes: inventedPicture(UInt8(170 + place)), insists: false)
            }
            var facts = try #require(begun.content.holder)
            facts.contact = "13800138999"
            _ = try await told.installation.updatePersonalDraft(as: person, PersonalDraft(holder: facts, noticeAccepted: true))
            let correction = try #require(try await told.installation.submitPersonal(as: person).application)
            told.world.clock.move(seconds: 5)
            _ = try await told.personal.decide(correction.id, .approve)
            let names = try await told.personal.told()
            #expect(names.filter { $0 == "asked/sms" }.count == 3 && names.filter { $0 == "answered/sms" }.count == 2)
            #expect(names.contains("withdrawn/sms") && names.filter { $0 == "effective/sms" }.count == 1)
            try await told.personal.work()
            let own = await told.sms.sent.filter { $0.text.about == .prove || $0.text.about == .correct }
            #expect(own.count == 6 && own.allSatisfy { $0.phone == "13800138000" })
            #expect(own.allSatisfy { $0.text.message(in: .english).hasPrefix("Your question about") })
        }
    }

    @Test func `somebody registered before staff is told in his own language`() async throws {
        try await NoticeWorld.run { told in
            let asked = try await told.personal.inPerson()
            _ = try await told.installation.registerInPerson(
                as: told.personal.job.clerk,
                InPersonApplication(
                    card: asked.card, channel: asked.channel, content: asked.content, consents: asked.consents,
                    noticeVersion: asked.noticeVersion, language: .english))
            #expect(try await told.personal.told() == Self.handedIn)
            #expect(try await told.personal.notice("submitted/sms")?.language == .english)
        }
    }

    @Test func `what was never handed in is told to nobody`() async throws {
        try await NoticeWorld.run { told in
            let opened = try await told.personal.open()
            try await told.personal.fill(opened.principal)
            _ = try await told.installation.withdrawPersonal(as: opened.principal)
            #expect(try await told.personal.told().isEmpty)
        }
    }

    @Test func `an act that is refused leaves no notice`() async throws {
        try await NoticeWorld.run { told in
            let (_, application) = try await told.personal.submitted()
            for version in [application.version - 1, application.version + 1] {
                #expect(
                    try await refusalCode {
                        _ = try await told.installation.decideApplication(
                            as: told.personal.job.reviewer, application.id, version: version, verdict: .approve, reasons: [], note: nil)
                    } == "changed-meanwhile")
            }
            #expect(try await told.personal.told() == Self.handedIn)
        }
    }

    @Test func `of two who decide at once, one does, and it is told once`() async throws {
        try await NoticeWorld.run { told in
            let (_, application) = try await told.personal.submitted()
            let codes = try await withThrowingTaskGroup(of: String?.self) { group in
                for reviewer in [told.personal.job.reviewer, told.personal.job.secondReviewer] {
                    group.addTask {
                        try await refusalCode {
                            _ = try await told.installation.decideApplication(
                                as: reviewer, application.id, version: application.version, verdict: .approve, reasons: [], note: nil)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.filter { $0 == nil }.count == 1, "\(codes)")
            #expect(try await told.personal.told().filter { $0.hasPrefix("awaiting-carrier") }.count == 3)
        }
    }

    @Test func `of units nobody is told, and where nothing is configured no row waits`() async throws {
        try await NoticeWorld.run { told in
            _ = try await told.personal.job.registered()
            #expect(try await told.personal.told().isEmpty)
        }
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            try await personal.accept(application.id, application.version)
            #expect(try await personal.count("notice") == 0)
            #expect(try await world.installation.runNotice(by: .sms) == false)
        }
    }

    @Test(arguments: NoticeChannel.allCases)
    func `only the ways there are have rows`(channel: NoticeChannel) async throws {
        let notifier = ScriptedNotifier()
        let notifiers = Notifiers(
            webhook: channel == .webhook ? notifier : nil, sms: channel == .sms ? notifier : nil, mail: channel == .mail ? notifier : nil)
        try await withWorld(notifiers: notifiers) { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await personal.submitted()
            let rows = try await world.installation.listNotices(as: personal.job.reviewer).rows
            #expect(!rows.isEmpty)
            #expect(rows.allSatisfy { $0.channel == channel })
        }
    }

    @Test func `the table holds nothing of a person and nothing of a card`() async throws {
        try await NoticeWorld.run { told in
            let holder = PersonalJob.person(0)
            let (_, application) = try await told.personal.submitted(0, holder)
            _ = try await told.personal.decide(application.id, .sendBack, Self.unreadable)
            try await told.personal.work()
            let names = try #require(Schema.tables.first { $0.name == "notice" }).columns
            let rows: [[String]] = try await told.installation.store.read { session in
                try session.all(
                    SQLText(stringLiteral: "SELECT \(names.map(\.name).joined(separator: ", ")) FROM notice")
                ) { row in
                    names.enumerated().map { place, column in
                        switch column.type {
                        case .int: row.isNull(place) ? "" : String(row.int(place))
                        case .text: row.textIfAny(place) ?? ""
                        case .blob: row.blobIfAny(place).map { String(decoding: $0, as: UTF8.self) } ?? ""
                        }
                    }
                }
            }
            #expect(rows.count == 6)
            let all = rows.joined().joined(separator: "\n")
            let secrets = [holder.name, holder.documentNumber, holder.contact, holder.address, told.personal.watches[0]]
            for secret in secrets.compactMap(\.self) { #expect(!all.contains(secret)) }
        }
    }
}
