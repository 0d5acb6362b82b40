import Records
import Registry
import SQLCore
import Synchronization
import TestKit
import Testing
import UseCases

@Suite("A person's case sent back to the counter")
struct ResumeInPersonTests {
    private func sentBack(_ personal: PersonalJob) async throws -> (asked: InPersonApplication, begun: BegunApplication) {
        let asked = try await personal.inPerson()
        let begun = try await personal.installation.registerInPerson(as: personal.job.clerk, asked)
        _ = try await personal.installation.decideApplication(
            as: personal.job.reviewer, begun.application, version: begun.version, verdict: .sendBack,
            reasons: [DecisionReason(pointer: "/holder/name", code: "does-not-match")], note: nil)
        return (asked, begun)
    }

    private func again(
        _ found: InPersonCase, content: ApplicationContent? = nil, card: String? = nil, version: Int64? = nil,
        consents: [ConsentKind: Bool] = [.privacy: true, .sensitiveData: true], persons: [PartyRole: ChangedPerson] = [:]
    ) -> InPersonApplication {
        var content = content ?? found.content
        content.noticeAccepted = true
        return InPersonApplication(
            card: card ?? found.iccid, channel: found.channel, content: content, consents: consents,
            noticeVersion: PersonalNotice.inPersonVersion, language: found.language,
            resuming: (found.application, version ?? found.version), persons: persons)
    }

    @Test func `is mended there and handed in again as the same case`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (asked, begun) = try await sentBack(personal)
            let found = try await world.installation.readInPersonCase(as: personal.job.clerk, begun.application)
            #expect(found.code == begun.code && found.iccid == personal.watches[0] && found.consents == [.privacy, .sensitiveData])
            #expect(found.content.holder == asked.content.holder?.masked && found.content.evidence == asked.content.evidence)
            var mended = found.content
            mended.holder?.name = "诸葛望舒"
            let second = try await world.installation.registerInPerson(as: personal.job.clerk, again(found, content: mended))
            #expect(second.application == begun.application && second.code == begun.code && second.registration == begun.registration)
            let seen = try await world.installation.revealApplication(
                as: personal.job.reviewer, second.application, purpose: "Compare case 2026-7")
            #expect(seen.application.state == .submitted && seen.application.version == second.version)
            var expected = PersonalJob.person(0)
            expected.name = "诸葛望舒"
            #expect(seen.content?.holder == expected)
            #expect(try await personal.count("application") == 1)
            #expect(try await personal.count("submission") == 2)
            try await personal.accept(second.application, second.version)
            #expect(try await world.installation.personalStatus(code: begun.code).stage == .effective)
            #expect(try await world.installation.checkStore().findings == [])
        }
    }

    @Test func `a picture is changed, the others are not looked at again`() async throws {
        let looks = Mutex<[PictureTask]>([])
        let reader = ScriptedReader { task in
            looks.withLock { $0.append(task) }
            return PictureReading(fields: ["name": "欧阳青禾"])
        }
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, begun) = try await sentBack(personal)
            let found = try await world.installation.readInPersonCase(as: personal.job.clerk, begun.application)
            var mended = found.content
            let fresh = try await personal.job.upload([.holderIDBack], as: personal.job.clerk)
            mended.evidence?["holder-id-back"] = fresh.values.map(\.description)
            looks.withLock { $0 = [] }
            let second = try await world.installation.registerInPerson(as: personal.job.clerk, again(found, content: mended))
            #expect(looks.withLock { $0 } == [.documentBack(.residentID)])
            let seen = try await world.installation.readApplication(as: personal.job.reviewer, second.application)
            #expect(Set((seen.content?.readings ?? [:]).keys) == ["holder-id-front", "holder-id-back", "holder-on-site-photo"])
        }
    }

    @Test(arguments: ["upper case", "with another", "in another slot as well", "the other way round"])
    func `what a machine read otherwise stays told, however the picture is named again`(_ way: String) async throws {
        let reader = ScriptedReader { task in
            guard case .documentFront = task else { return PictureReading() }
            return PictureReading(fields: ["name": "诸葛望舒"])
        }
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, begun) = try await sentBack(personal)
            let found = try await world.installation.readInPersonCase(as: personal.job.clerk, begun.application)
            var mended = found.content
            let front = try #require(mended.evidence?["holder-id-front"]?.first)
            let back = try #require(mended.evidence?["holder-id-back"]?.first)
            switch way {
            case "upper case": mended.evidence?["holder-id-front"] = [front.uppercased()]
            case "with another":
                let scan = try await world.installation.uploadEvidence(
                    as: personal.job.clerk, kind: "holder-id-front", bytes: Array("%PDF-1.4 \(way)".utf8))
                mended.evidence?["holder-id-front"] = [front, scan.id.description]
            case "in another slot as well": mended.evidence?["holder-id-back"] = [front, back]
            default:
                mended.evidence?["holder-id-front"] = [back]
                mended.evidence?["holder-id-back"] = [front]
            }
            let second = try await world.installation.registerInPerson(as: personal.job.clerk, again(found, content: mended))
            let seen = try await world.installation.readApplication(as: personal.job.reviewer, second.application)
            #expect(seen.checks.map(\.code).contains("reading-differs"), "\(way)")
            #expect(try await world.installation.checkStore().findings == [])
        }
    }

    @Test func `what was consented to stands as it was given, and what is answered otherwise is told as of now`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, begun) = try await sentBack(personal)
            world.clock.move(days: 1)
            let found = try await world.installation.readInPersonCase(as: personal.job.clerk, begun.application)
            let answers: [ConsentKind: Bool] = [.privacy: true, .sensitiveData: true, .guardian: false]
            _ = try await world.installation.registerInPerson(as: personal.job.clerk, again(found, consents: answers))
            let latest = try await world.installation.store.read { try ConsentRecords.latest(begun.application, in: $0) }
            let now = world.clock.now()
            #expect(latest.filter { $0.recordedAt == now }.map(\.kind) == [.guardian])
            #expect(try await personal.count("consent") == 3)
        }
    }

    @Test func `for another holder nothing counts that was taken of, or said by, the one before`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let installation = world.installation
            let clerk = personal.job.clerk
            let (_, begun) = try await sentBack(personal)
            world.clock.move(days: 1)
            let found = try await installation.readInPersonCase(as: clerk, begun.application)
            func named(_ content: ApplicationContent) async throws -> InPersonPersons {
                try await installation.personsInPerson(as: clerk, content, resuming: begun.application, persons: [.holder: .another])
            }
            let before = try await named(found.content)
            #expect(before.areThoseBefore && before.persons == found.persons && before.outlived.isEmpty)
            var other = found.content
            other.holder = PersonalJob.person(1)
            let now = try await named(other)
            #expect(!now.areThoseBefore && now.persons != before.persons && now.outlived.count == 3)
            // What stands masked of the one before is nothing of this one.
            var typedOver = found.content
            typedOver.holder?.name = PersonalJob.person(1).name
            typedOver.holder?.documentNumber = PersonalJob.person(1).documentNumber
            let outlook = try await installation.examineInPerson(
                as: clerk, card: personal.watches[0], channel: nil, typedOver, consents: [], resuming: begun.application,
                persons: [.holder: .another])
            let lacking = Set(outlook.failures.filter { $0.code == "missing" }.map(\.subject))
            #expect(lacking.isSuperset(of: ["/holder/address", "/holder/contact"]) && !lacking.contains("/holder/name"), "\(lacking)")
            #expect(
                try await refusalCode { _ = try await installation.registerInPerson(as: clerk, again(found, content: other)) }
                    == "fields-invalid")
            other.evidence = try await personal.inPerson().content.evidence
            let another = again(found, content: other, persons: [.holder: .another])
            _ = try await installation.registerInPerson(as: clerk, another)
            let latest = try await installation.store.read { try ConsentRecords.latest(begun.application, in: $0) }
            #expect(latest.allSatisfy { $0.recordedAt == world.clock.now() } && latest.count == 2)
            #expect(try await installation.checkStore().findings == [])
        }
    }

    @Test func `whose another document is, is asked and never guessed`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            let (_, begun) = try await sentBack(personal)
            let found = try await installation.readInPersonCase(as: clerk, begun.application)
            var mended = found.content
            mended.holder?.documentNumber = PersonalJob.person(6).documentNumber
            let named = try await installation.personsInPerson(as: clerk, mended, resuming: begun.application)
            #expect(named.changed == [.holder])
            for persons in [[:], [.guardian: .corrected], [.proxy: .another]] as [[PartyRole: ChangedPerson]] {
                let outlook = try await installation.examineInPerson(
                    as: clerk, card: personal.watches[0], channel: nil, mended, consents: [.privacy, .sensitiveData],
                    resuming: begun.application, persons: persons)
                #expect(outlook.failures.contains { $0.code == "person-unsaid" && $0.subject == "/holder/documentNumber" })
                #expect(
                    try await refusalCode {
                        _ = try await installation.registerInPerson(as: clerk, again(found, content: mended, persons: persons))
                    } == "fields-invalid")
            }
            // Said to be another, nothing of the one before counts: neither what stood masked nor his pictures.
            #expect(
                try await refusalDetails {
                    _ = try await installation.registerInPerson(
                        as: clerk, again(found, content: mended, persons: [.holder: .another]))
                }.contains("/holder/address"))
            // Of nobody whose document stayed anything is asked.
            let same = try await installation.personsInPerson(as: clerk, found.content, resuming: begun.application)
            #expect(same.changed.isEmpty && same.areThoseBefore)
        }
    }

    @Test func `a mistyped number is corrected, and what was said and taken stands; a reviewer is told`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            let (asked, begun) = try await sentBack(personal)
            world.clock.move(days: 1)
            let found = try await installation.readInPersonCase(as: clerk, begun.application)
            var mended = found.content
            mended.holder?.documentNumber = PersonalJob.person(6).documentNumber
            let said: [PartyRole: ChangedPerson] = [.holder: .corrected]
            let named = try await installation.personsInPerson(as: clerk, mended, resuming: begun.application, persons: said)
            #expect(named.changed == [.holder] && named.areThoseBefore && named.outlived.isEmpty && named.persons == found.persons)
            let second = try await installation.registerInPerson(as: clerk, again(found, content: mended, persons: said))
            let latest = try await installation.store.read { try ConsentRecords.latest(begun.application, in: $0) }
            #expect(latest.count == 2 && latest.allSatisfy { $0.recordedAt < world.clock.now() })
            let seen = try await installation.revealApplication(
                as: personal.job.reviewer, second.application, purpose: "Compare case 2026-8")
            var expected = asked.content.holder
            expected?.documentNumber = PersonalJob.person(6).documentNumber
            #expect(seen.content?.holder == expected && seen.content?.evidence == asked.content.evidence)
            #expect(seen.checks.contains { $0.code == "person-corrected" && $0.verdict == "warned" })
            #expect(try await installation.checkStore().findings == [])
        }
    }

    @Test func `R-DP-06: whoever turns out to be a child is photographed again, once his guardian consented`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            let (_, begun) = try await sentBack(personal)
            let found = try await installation.readInPersonCase(as: clerk, begun.application)
            var mended = found.content
            mended.holder?.documentNumber = PersonalJob.child.documentNumber
            mended.guardian = PersonalJob.person(3)
            let persons: [PartyRole: ChangedPerson] = [.holder: .corrected]
            let lacking = try await refusalDetails {
                _ = try await installation.registerInPerson(
                    as: clerk,
                    again(
                        found, content: mended, consents: [.privacy: true, .sensitiveData: true, .guardian: true], persons: persons))
            }
            #expect(lacking.contains("/evidence/holder-on-site-photo") && !lacking.contains("/evidence/holder-id-front"), "\(lacking)")
        }
    }

    @Test func `is handed in once, by whoever may, of its own card`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, begun) = try await sentBack(personal)
            let installation = world.installation
            let clerk = personal.job.clerk
            let found = try await installation.readInPersonCase(as: clerk, begun.application)
            func refused(_ asked: InPersonApplication, as staff: Principal? = nil) async throws -> String? {
                try await refusalCode { _ = try await installation.registerInPerson(as: staff ?? clerk, asked) }
            }
            #expect(try await refused(again(found, card: personal.watches[1])) == "card-of-another-case")
            #expect(try await refused(again(found, version: found.version - 1)) == "changed-meanwhile")
            #expect(try await refused(again(found), as: personal.job.otherClerk) == "not-found")
            #expect(try await refused(again(found), as: personal.job.reviewer) == "not-permitted")
            var lacking = found.content
            lacking.evidence?["holder-id-front"] = nil
            #expect(try await refused(again(found, content: lacking)) == "fields-invalid")
            #expect(try await refused(again(found)) == nil)
            #expect(try await refused(again(found)) == "application-closed")
            #expect(
                try await refusalCode { _ = try await installation.readInPersonCase(as: clerk, begun.application) }
                    == "application-closed")
            #expect(
                try await refusalCode { _ = try await installation.readInPersonCase(as: personal.job.otherClerk, begun.application) }
                    == "not-found")
        }
    }

    @Test func `of a new case nothing is said of whose another document is`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (installation, clerk) = (world.installation, personal.job.clerk)
            let asked = try await personal.inPerson()
            for said in ChangedPerson.allCases {
                #expect(
                    try await refusalDetailCodes {
                        _ = try await installation.examineInPerson(
                            as: clerk, card: asked.card, channel: nil, asked.content, consents: [], persons: [.guardian: said])
                    } == ["persons-without-case"])
                #expect(
                    try await refusalDetailCodes {
                        _ = try await installation.examinedInPerson(as: clerk, asked.content, resuming: nil, persons: [.holder: said])
                    } == ["persons-without-case"])
                let handed = InPersonApplication(
                    card: asked.card, channel: asked.channel, content: asked.content, consents: asked.consents,
                    noticeVersion: asked.noticeVersion, persons: [.holder: said])
                #expect(
                    try await refusalDetailCodes { _ = try await installation.registerInPerson(as: clerk, handed) }
                        == ["persons-without-case"])
            }
            #expect(try await personal.count("application") == 0)
        }
    }

    @Test func `what a person began himself, and a unit's, is not the counter's`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            _ = try await world.installation.decideApplication(
                as: personal.job.reviewer, application.id, version: application.version, verdict: .sendBack,
                reasons: [DecisionReason(pointer: "/holder/name", code: "does-not-match")], note: nil)
            #expect(
                try await refusalCode { _ = try await world.installation.readInPersonCase(as: personal.job.clerk, application.id) }
                    == "persons-own")
            let unit = try await world.installation.createRegistration(
                as: personal.job.clerk, channel: .agent, content: ApplicationContent())
            #expect(
                try await refusalCode { _ = try await world.installation.readInPersonCase(as: personal.job.clerk, unit.application) }
                    == "not-found")
        }
    }

    @Test func `meanwhile the card is anybody's, and who took it is asked first`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, begun) = try await sentBack(personal)
            let found = try await world.installation.readInPersonCase(as: personal.job.clerk, begun.application)
            try await personal.submitted(0, PersonalJob.person(1))
            #expect(
                try await refusalCode { _ = try await world.installation.registerInPerson(as: personal.job.clerk, again(found)) }
                    == "card-under-application")
        }
    }

    @Test func `a child's age is known though the number stands masked`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, begun) = try await sentBack(personal)
            let found = try await world.installation.readInPersonCase(as: personal.job.clerk, begun.application)
            func photograph(_ id: ApplicationID?) async throws -> String? {
                let examined = try await world.installation.examinedInPerson(as: personal.job.clerk, found.content, resuming: id)
                return try await refusalCode {
                    _ = try await world.installation.takeInPerson(
                        as: personal.job.clerk,
                        InPersonPaper(
                            slot: .holderOnSitePhoto, documentType: .residentID, bytes: inventedPicture(7), insists: true,
                            consents: [.privacy, .sensitiveData], noticeVersion: PersonalNotice.inPersonVersion, examined: examined))
                }
            }
            #expect(try await photograph(begun.application) == nil)
            #expect(try await photograph(nil) == "age-unknown")
        }
    }
}
