import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Of whom the notices tell")
struct NoticePartiesTests {
    private static let authority = DataRecipient(name: "望舒核验中心", contact: "privacy@authority.example")
    private static let faces = DataRecipient(name: "听澜人脸服务", contact: "privacy@faces.example")
    private static let contact = "privacy@operator.example"

    private static func connected(
        _ provider: ScriptedProvider = ScriptedProvider(), faces: DataRecipient = Self.faces
    ) -> VerificationProviders {
        VerificationProviders(authority: provider, face: provider, authorityName: authority, faceName: faces)
    }

    private static func text(_ kind: ConsentKind, _ world: World) -> LocalText {
        world.installation.notice(kind, operator: "云杉通信", agent: "青禾科技").text
    }

    private static func counterPrivacy(_ personal: PersonalJob) async throws -> LocalText {
        let outlook = try await personal.installation.examineInPerson(
            as: personal.job.clerk, card: personal.watches[0], channel: .agent, ApplicationContent(), consents: [])
        return try #require(outlook.notices.first { $0.kind == .privacy }).text
    }

    @Test func `R-DP-04: the authority is named with its contact, what it is given and for what`() async throws {
        try await withWorld(verification: Self.connected()) { world in
            let personal = try await PersonalJob.prepare(in: world)
            for notice in [Self.text(.privacy, world), try await Self.counterPrivacy(personal)] {
                #expect(notice.zh.contains("您的姓名、证件类型和证件号码将提供给望舒核验中心（联系方式：privacy@authority.example）"))
                #expect(notice.en.contains("document's type and number are given to 望舒核验中心 (contact: privacy@authority.example)"))
                // Of whoever else is named with the holder the same is given away.
                #expect(notice.zh.contains("填写监护人或代办人的，其姓名、证件类型和证件号码") && notice.en.contains("a guardian or a proxy who is named"))
                #expect(!notice.zh.contains(Self.faces.name) && !notice.en.contains(Self.faces.name))
            }
        }
    }

    @Test func `R-OP-03: whoever is sent the face is named, with all that goes along and what it is compared with`() async throws {
        try await withWorld(verification: Self.connected()) { world in
            let notice = Self.text(.face, world)
            #expect(notice.zh.contains("听澜人脸服务（联系方式：privacy@faces.example）") && notice.zh.contains("姓名、证件类型和证件号码"))
            #expect(notice.zh.contains("持有或调取的人像") && notice.zh.contains("单独同意"))
            #expect(notice.en.contains("听澜人脸服务 (contact: privacy@faces.example)") && notice.en.contains("document's type and number"))
            #expect(notice.en.contains("portrait that it holds") && !notice.en.contains("its own page"))
            #expect(!notice.zh.contains(Self.authority.name))
        }
    }

    @Test func `where nobody is connected the notices name nobody, and say that people compare by eye`() async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            for notice in [Self.text(.privacy, world), try await Self.counterPrivacy(personal)] {
                #expect(!notice.zh.contains("提供给") && !notice.en.contains("are given to") && !notice.zh.contains("联系方式"))
                #expect(!notice.zh.contains("代办人") && !notice.en.contains("proxy"))
            }
            let face = Self.text(.face, world)
            #expect(face.zh.contains("不提供给任何人脸识别服务机构") && face.zh.contains("人工核对"))
            #expect(face.en.contains("No machine compares your face") && !face.en.contains("sent to"))
            #expect(world.installation.noticeVersion == PersonalNotice.version)
            #expect(world.installation.inPersonNoticeVersion == PersonalNotice.inPersonVersion)
        }
    }

    @Test func `an authority alone is told of in the privacy notice, and no face is said to be sent`() async throws {
        let verification = VerificationProviders(authority: ScriptedProvider(), face: nil, authorityName: Self.authority)
        try await withWorld(verification: verification) { world in
            #expect(Self.text(.privacy, world).zh.contains(Self.authority.name))
            #expect(Self.text(.face, world).zh.contains("不提供给任何人脸识别服务机构"))
        }
    }

    @Test func `the operating company's contact stands in every notice that says who processes`() async throws {
        try await withWorld(contact: Self.contact) { world in
            let personal = try await PersonalJob.prepare(in: world)
            for notice in [Self.text(.privacy, world), try await Self.counterPrivacy(personal)] {
                #expect(notice.zh.contains("（联系方式：privacy@operator.example）"))
                #expect(notice.en.contains("(contact: privacy@operator.example)"))
            }
        }
        let plain = try await withWorld { try await Self.part(in: $0) }
        let named = try await withWorld(contact: Self.contact) { try await Self.part(in: $0) }
        #expect(!plain.privacy.zh.contains("联系方式") && named.privacy.zh.contains("（联系方式：privacy@operator.example）"))
        #expect(plain.version != named.version && [plain.version, named.version].allSatisfy { $0.hasPrefix("unit-") })
    }

    private static func part(in world: World) async throws -> (privacy: LocalText, version: String) {
        let job = try await PartJob.prepare(in: world)
        let person = try await job.enter(job.issue())
        let view = try await world.installation.readPart(as: person, device: PartJob.phone)
        return (try #require(view.notices.first { $0.kind == .privacy }).text, view.noticeVersion)
    }

    @Test func `R-DP-03: with another name or contact it is another notice, and consents to the one before count no more`() async throws {
        var versions: Set<String> = []
        let others = [
            nil, Self.connected(), Self.connected(faces: DataRecipient(name: "云岫人脸服务", contact: Self.faces.contact)),
            Self.connected(faces: DataRecipient(name: Self.faces.name, contact: "other@faces.example")),
            VerificationProviders(authority: ScriptedProvider(), face: nil, authorityName: Self.authority),
        ]
        for verification in others {
            versions.insert(try await withWorld(verification: verification) { $0.installation.noticeVersion })
        }
        versions.insert(try await withWorld(contact: Self.contact) { $0.installation.noticeVersion })
        #expect(versions.count == others.count + 1)
        // Of an installation without an authority, as it always was: its persons' consents go on counting.
        #expect(versions.contains(PersonalNotice.version + "-aa8d9d55"))
        #expect(versions.allSatisfy { $0.hasPrefix(PersonalNotice.version) && $0.count <= 40 })
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let person = try await personal.open().principal
            try await personal.fill(person)
            let second = try await world.secondServer(verification: Self.connected())
            #expect(try await refusal { _ = try await second.issueFaceChallenge(as: person) } == "consent-needed")
        }
    }

    @Test func `a face is sent to nobody who was not named to the person: a reviewer looks`() async throws {
        try await withWorld(verification: Self.connected()) { world in
            let personal = try await PersonalJob.prepare(in: world)
            let (_, application) = try await personal.submitted()
            let other = ScriptedProvider()
            let second = try await world.secondServer(
                verification: Self.connected(other, faces: DataRecipient(name: "云岫人脸服务", contact: "privacy@other.example")))
            while try await second.runVerification() {}
            // The document's data alone.
            #expect(await other.asked.count == 1)
            let view = try await world.installation.readApplication(as: personal.job.reviewer, application.id)
            #expect(view.application.state == .submitted)
            #expect(view.verifications.filter { $0.method == .face }.map(\.verdict) == ["unanswered"])
        }
    }
}
