import Numbers
import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

@Suite("What staff see before they register the person before them")
struct CounterTests {
    static let consents: Set<ConsentKind> = [.privacy, .sensitiveData]

    func outlook(
        _ personal: PersonalJob, card: String? = nil, _ content: ApplicationContent = ApplicationContent(),
        consents: Set<ConsentKind> = [], as clerk: Principal? = nil, channel: Channel? = nil
    ) async throws -> InPersonOutlook {
        try await personal.installation.examineInPerson(
            as: clerk ?? personal.job.clerk, card: card ?? personal.watches[0], channel: channel, content, consents: consents)
    }

    @Test func `a card alone tells what it needs, by which rule, and which papers`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let seen = try await outlook(personal)
            #expect(seen.iccid == personal.watches[0] && seen.obstacle == nil)
            #expect(seen.needs.methods == [.documentData, .documentPhotos, .inPerson])
            #expect(seen.slots == [.holderIDFront, .holderIDBack, .holderOnSitePhoto])
            #expect(seen.needs.needs.allSatisfy { $0.requirement != nil })
            #expect(seen.notices.map(\.kind) == [.privacy, .sensitiveData])
            // The same by its reference.
            #expect(try await outlook(personal, card: seen.reference).iccid == seen.iccid)
        }
    }

    @Test func `whatever it finds nothing against is taken, and what it finds is what refuses`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let asked = try await personal.inPerson()
            #expect(try await outlook(personal, asked.content, consents: Self.consents).failures.isEmpty)
            var lacking = asked.content
            lacking.evidence?[EvidenceSlot.holderOnSitePhoto.rawValue] = nil
            lacking.holder?.validUntil = "2020-01-01"
            lacking.noticeAccepted = nil
            let found = Set(try await outlook(personal, lacking, consents: [.privacy]).failures.map(\.subject))
            #expect(found == ["/evidence/holder-on-site-photo", "/holder/validUntil", "/noticeAccepted", "/consents/sensitive-data"])
            let refused = try await refusalDetails {
                _ = try await world.installation.registerInPerson(
                    as: personal.job.clerk,
                    InPersonApplication(
                        card: personal.watches[0], channel: .agent, content: lacking, consents: [.privacy: true],
                        noticeVersion: PersonalNotice.inPersonVersion))
            }
            #expect(Set(refused) == found)
            _ = try await world.installation.registerInPerson(as: personal.job.clerk, asked)
        }
    }

    @Test func `nothing is kept of what was looked at`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var content = ApplicationContent()
            content.holder = PersonalJob.person(0)
            let before = try await (personal.count("application"), personal.count("party"), personal.count("registration"))
            _ = try await outlook(personal, content)
            #expect(try await (personal.count("application"), personal.count("party"), personal.count("registration")) == before)
        }
    }

    @Test func `a card under application, and one in somebody's name, say so before anything is typed`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.submitted(1)
            #expect(try await outlook(personal, card: personal.watches[1]).obstacle?.code == "card-under-application")
            _ = try await personal.registered()
            let registered = try #require(try await outlook(personal).obstacle)
            #expect(registered.code == "card-already-registered" && registered.requirements == ["R-25-02"])
            #expect(!registered.mend.en.isEmpty && registered.pointer == "/card")
            #expect(
                try await refusalCode { _ = try await world.installation.registerInPerson(as: personal.job.clerk, personal.inPerson()) }
                    == "card-already-registered")
        }
    }

    @Test func `a cancelled card says so, and that another is taken`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            _ = try await world.installation.changeLives(
                as: personal.job.administrator, .numbers([personal.watches[0]]), LifeWish(.cancel, reason: nil))
            try await world.sweepLives(at: world.clock.now().adding(days: 400))
            let obstacle = try #require(try await outlook(personal).obstacle)
            #expect(obstacle.code == "card-cancelled" && obstacle.mend.en == "Take another card.")
            #expect(try await outlook(personal, card: personal.watches[1]).obstacle == nil)
        }
    }

    @Test func `what is read at the counter is of the counter: who takes the pictures, and a version of its own`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let notices = try await outlook(personal).notices
            #expect(notices.allSatisfy { $0.version == PersonalNotice.inPersonVersion })
            #expect(PersonalNotice.inPersonVersion != world.installation.noticeVersion)
            let agent = try #require(
                try await world.installation.store.read {
                    try OrganisationRecords.find(personal.job.clerk.organisation, within: .everything, in: $0)?.name
                })
            let privacy = try #require(notices.first { $0.kind == .privacy }?.text)
            #expect(privacy.zh.contains("现场由\(agent)的工作人员") && privacy.en.contains("The staff of \(agent)"))
            #expect(!privacy.zh.contains("看不到您的照片") && !privacy.en.contains("does not see your pictures"))
            // The person's page keeps its own.
            let person = try await personal.open(1).principal
            let view = try await world.installation.readPersonalCase(as: person)
            #expect(view.noticeVersion == world.installation.noticeVersion)
            #expect(view.notices.first { $0.kind == .privacy }?.text != privacy)
        }
    }

    @Test func `which words were agreed to is on record, and those of the person's page are not the counter's`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let asked = try await personal.inPerson()
            let other = InPersonApplication(
                card: asked.card, channel: asked.channel, content: asked.content, consents: asked.consents,
                noticeVersion: world.installation.noticeVersion)
            #expect(
                try await refusalCode { _ = try await world.installation.registerInPerson(as: personal.job.clerk, other) }
                    == "notice-version-old")
            let begun = try await world.installation.registerInPerson(as: personal.job.clerk, asked)
            let given = try await world.installation.store.read { try ConsentRecords.latest(begun.application, in: $0) }
            #expect(given.map(\.version) == [PersonalNotice.inPersonVersion, PersonalNotice.inPersonVersion])
            #expect(given.map(\.kind) == [.privacy, .sensitiveData])
        }
    }

    @Test func `another's card is not there, and who may not hand in may not look`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            #expect(try await refusalCode { _ = try await outlook(personal, as: personal.job.otherClerk) } == "not-found")
            #expect(try await refusalCode { _ = try await outlook(personal, as: personal.job.reviewer) } == "not-permitted")
            #expect(try await refusalCode { _ = try await outlook(personal, channel: .hall) } == "channel-not-allowed")
            #expect(try await refusalCode { _ = try await outlook(personal, card: "no card") } == "not-found")
        }
    }

    @Test func `a child needs a guardian with papers and consent`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            var content = ApplicationContent()
            content.holder = PersonalJob.person(0)
            content.holder?.documentType = DocumentType.hkMacaoPermit.rawValue
            content.holder?.documentNumber = "H12345678"
            content.holder?.birthDate = "\(CivilDate(shanghai: world.clock.now()).year - 8)-01-31"
            let seen = try await outlook(personal, content, consents: Self.consents)
            #expect(seen.holderAge == .under14)
            #expect(seen.needs.methods.contains(.guardian) && seen.slots.contains(.guardianIDFront))
            #expect(seen.notices.map(\.kind).contains(.guardian))
            #expect(seen.failures.map(\.subject).contains("/guardian"))
        }
    }

    // MARK: How many are left

    private func quota(_ personal: PersonalJob, _ holder: PartyFacts, as clerk: Principal? = nil) async throws -> CardQuota? {
        try await personal.installation.countCardsInPerson(as: clerk ?? personal.job.clerk, card: personal.watches[2], of: holder)
    }

    @Test func `how many cards the person has is told by name and number together, and of another's number nothing`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.limit(to: 1)
            try await personal.submitted()
            let own = try #require(try await quota(personal, PersonalJob.person(0)))
            #expect(own.used == 1 && own.isReached && own.max == 1)
            let unknown = try #require(try await quota(personal, PersonalJob.person(1)))
            #expect(unknown.used == 0 && !unknown.isReached && unknown.max == 1)
            // A number that is known by another name is told of as one that is not known.
            var other = PersonalJob.person(0)
            other.name = "诸葛望舒"
            #expect(try await quota(personal, other) == unknown)
            other.name = nil
            #expect(try await quota(personal, other) == nil)
            var unread = PersonalJob.person(0)
            unread.documentNumber = "110"
            #expect(try await quota(personal, unread) == nil)
        }
    }

    @Test func `nobody tries numbers at a counter: each count is on the trail, and a day has so many`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            try await personal.limit(to: 1)
            try await personal.submitted()
            let before = try await personal.count("trail_entry")
            _ = try await quota(personal, PersonalJob.person(0))
            #expect(try await personal.count("trail_entry") == before + 1)
            // The same person counts once a day, however often the page is sent.
            for _ in 0..<20 { _ = try await quota(personal, PersonalJob.person(0)) }
            for number in 0...300 { _ = try await quota(personal, PersonalJob.person(number)) }
            let late = try #require(try await quota(personal, PersonalJob.person(0)))
            #expect(late.used == nil && !late.isReached)
            #expect(
                try await refusalCode { _ = try await quota(personal, PersonalJob.person(0), as: personal.job.reviewer) } == "not-permitted"
            )
            #expect(
                try await refusalCode { _ = try await quota(personal, PersonalJob.person(0), as: personal.job.otherClerk) } == "not-found")
            world.clock.move(seconds: 86_401)
            #expect(try await quota(personal, PersonalJob.person(0))?.used == 1)
        }
    }

    // MARK: Pictures

    func paper(
        _ slot: EvidenceSlot, _ bytes: [UInt8] = inventedPicture(7), insists: Bool = false, consents: Set<ConsentKind> = Self.consents,
        version: String = PersonalNotice.inPersonVersion, examined: String? = nil
    ) -> InPersonPaper {
        InPersonPaper(
            slot: slot, documentType: .residentID, bytes: bytes, insists: insists, consents: consents, noticeVersion: version,
            examined: examined)
    }

    /// What is answered for a holder's facts before pictures are taken.
    func examined(
        _ personal: PersonalJob, _ holder: PartyFacts?, _ evidence: [String: [String]] = [:], as clerk: Principal? = nil
    ) async throws -> String {
        var content = ApplicationContent()
        (content.holder, content.evidence) = (holder, evidence)
        return try await outlook(personal, content, as: clerk).examined
    }

    func refused(_ personal: PersonalJob, _ paper: InPersonPaper, as clerk: Principal? = nil) async throws -> String? {
        try await refusalCode { _ = try await personal.installation.takeInPerson(as: clerk ?? personal.job.clerk, paper) }
    }

    @Test func `a picture is read for whoever compares, and one of little use is refused with what helps, or taken on purpose`()
        async throws
    {
        let reader = ScriptedReader { task in
            task == .documentFront(.residentID) ? PictureReading(fields: ["name": "欧阳青禾"]) : PictureReading(problems: [.blurred])
        }
        try await withWorld(reader: reader) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let taken = try await world.installation.takeInPerson(as: personal.job.clerk, paper(.holderIDFront))
            #expect(taken.reading.fields == ["name": "欧阳青禾"])
            #expect(try await refused(personal, paper(.holderIDBack)) == "picture-not-usable")
            #expect(try await refused(personal, paper(.holderIDBack, insists: true)) == nil)
        }
    }

    @Test func `nothing is photographed before the notices were consented to, of a child by the guardian`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            for given in [[], [.privacy], [.sensitiveData]] as [Set<ConsentKind>] {
                #expect(try await refused(personal, paper(.holderIDFront, consents: given)) == "consent-needed")
            }
            #expect(try await refused(personal, paper(.holderIDFront, version: PersonalNotice.version)) == "notice-version-old")
            let child = try await examined(personal, PersonalJob.child)
            #expect(try await refused(personal, paper(.holderIDFront, examined: child)) == "guardian-consent-needed")
            let all = Self.consents.union([.guardian])
            #expect(try await refused(personal, paper(.holderIDFront, consents: all, examined: child)) == nil)
            // The document says how old he is; himself he is photographed once that is known.
            #expect(try await refused(personal, paper(.holderIDFront)) == nil)
            #expect(try await refused(personal, paper(.holderOnSitePhoto)) == "age-unknown")
            #expect(try await refused(personal, paper(.holderOnSitePhoto, examined: child)) == "guardian-consent-needed")
            #expect(try await refused(personal, paper(.holderOnSitePhoto, consents: all, examined: child)) == nil)
            let nobody = try await examined(personal, nil)
            #expect(try await refused(personal, paper(.holderOnSitePhoto, consents: all, examined: nobody)) == "age-unknown")
        }
    }

    @Test func `a program takes nothing of anybody`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let clerk = personal.job.clerk
            let key = Principal(
                account: clerk.account, organisation: clerk.organisation, permissions: clerk.permissions, scope: clerk.scope, means: .apiKey
            )
            #expect(try await refused(personal, paper(.holderIDFront), as: key) == "channel-not-allowed")
            #expect(try await refusalCode { _ = try await outlook(personal, as: key) } == "channel-not-allowed")
            #expect(try await refusalCode { _ = try await quota(personal, PersonalJob.person(0), as: key) } == "channel-not-allowed")
        }
    }

    @Test(arguments: [EvidenceSlot.faceCapture, .handHeldPhoto, .unitDocument])
    func `no face check is done for a customer, and no unit's paper is taken`(slot: EvidenceSlot) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            #expect(try await refused(personal, paper(slot)) == "evidence-slot-unknown")
        }
    }

    @Test func `what is too large or no picture is refused, and so is whoever may not hand in`() async throws {
        var settings = Settings()
        settings.evidenceBytesMax = 4_096
        try await withWorld(settings: settings) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let large = inventedPicture(7) + [UInt8](repeating: 0, count: 4_096)
            #expect(try await refused(personal, paper(.holderIDFront, large)) == "evidence-too-large")
            let scan = paper(.holderOnSitePhoto, Array("%PDF-1.4".utf8), examined: try await examined(personal, PersonalJob.person(0)))
            #expect(try await refused(personal, scan) == "evidence-kind-unsupported")
            #expect(try await refused(personal, paper(.holderIDFront), as: personal.job.reviewer) == "not-permitted")
            #expect(try await personal.count("evidence") == 0)
        }
    }
}
