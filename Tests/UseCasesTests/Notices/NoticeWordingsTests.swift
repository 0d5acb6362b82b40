import Records
import Registry
import TestKit
import Testing
import UseCases

@Suite("Notices in the operating company's own words")
struct NoticeWordingsTests {
    private static func words(_ mark: String) -> NoticeWording {
        NoticeWording(message: LocalText(en: "\(mark) {code}: waits. {page}", zh: "\(mark){code}在办理。{page}"))
    }

    private func set(
        _ told: NoticeWorld, _ wording: NoticeWording, after: Int64, validFrom: Instant? = nil, replacing: Bool = false
    ) async throws -> NoticeWordingVersion {
        try await told.installation.setNoticeWording(
            as: told.personal.job.administrator, of: .submitted, wording, validFrom: validFrom, after: after, replacing: replacing)
    }

    private func said(_ told: NoticeWorld) async -> [String] { await told.sms.sent.map { $0.text.message(in: .chinese) } }

    @Test func `what waits is told in the words of its day, also when it is sent once more, and what happens later in the new ones`()
        async throws
    {
        try await NoticeWorld.run { told in
            _ = try await told.personal.submitted(0, PersonalJob.person(0))
            told.world.clock.move(seconds: 60)
            #expect(try await set(told, Self.words("甲"), after: 0).ordinal == 1)
            await told.sms.say(.success(.refused(.contentRefused)), .success(.taken), .success(.taken))
            try await told.personal.work([.sms])
            let first = try #require(await said(told).last)
            #expect(!first.contains("甲") && first.contains("尚未生效"))
            let refused = try #require(try await told.personal.notice("submitted/sms"))
            _ = try await told.installation.retryNotice(as: told.personal.job.administrator, refused.id)
            try await told.personal.work([.sms])
            #expect(await said(told).last == first)
            _ = try await told.personal.submitted(1, PersonalJob.person(1))
            told.world.clock.move(seconds: 60)
            // Set between its act and its message: it keeps the words of its day.
            #expect(try await set(told, Self.words("乙"), after: 1).ordinal == 2)
            try await told.personal.work([.sms])
            let second = try #require(await said(told).last)
            #expect(second.hasPrefix("甲") && second.contains(NoticeWorld.site) && !second.contains("{"))
            #expect(try await told.world.entries("notice-wording.set") == 2)
            #expect(try await told.installation.checkStore().isSound)
        }
    }

    @Test func `a version counts from its time on, one that takes its place instead of it, and the built-in words come back`() async throws
    {
        try await NoticeWorld.run { told in
            let (shiming, job) = (told.installation, told.personal.job)
            let later = shiming.now().adding(days: 2)
            func inForce() async throws -> NoticeWordingInForce {
                try #require(try await shiming.noticeWordingsInForce(as: job.compliance).first { $0.kind == .submitted })
            }
            _ = try await set(told, Self.words("甲"), after: 0, validFrom: later)
            var now = try await inForce()
            #expect(now.version == nil && now.comingFrom == later)
            #expect(try await refusalCode { _ = try await set(told, Self.words("乙"), after: 1) } == "version-before-coming")
            _ = try await set(told, Self.words("乙"), after: 1, replacing: true)
            now = try await inForce()
            #expect(now.wording == Self.words("乙") && now.comingFrom == nil)
            told.world.clock.move(days: 3)
            #expect(try await inForce().version?.ordinal == 2)
            #expect(try await refusalCode { _ = try await set(told, .builtIn, after: 1) } == "changed-meanwhile")
            #expect(
                try await refusalCode { _ = try await set(told, .builtIn, after: 2, validFrom: later) } == "version-in-the-past")
            _ = try await set(told, .builtIn, after: 2)
            #expect(try await inForce().wording.isBuiltIn)
            let versions = try await shiming.listNoticeWordings(as: job.compliance, of: .submitted).rows
            #expect(versions.map(\.ordinal) == [3, 2, 1] && versions.map(\.wording) == [.builtIn, Self.words("乙"), Self.words("甲")])
            #expect(try await shiming.listNoticeWordings(as: job.compliance, of: .submitted, before: 2).rows.map(\.ordinal) == [1])
            // Another kind's versions are its own.
            _ = try await shiming.setNoticeWording(as: job.administrator, of: .answered, Self.words("丙"), validFrom: nil, after: 0)
            let all = try await shiming.noticeWordingsInForce(as: job.compliance)
            #expect(all.map(\.kind) == NoticeKind.allCases)
            #expect(all.filter { $0.version != nil }.map(\.kind) == [.submitted, .answered])
            #expect(all.first { $0.kind == .answered }?.wording == Self.words("丙"))
            // Of another kind nothing was set.
            #expect(try await shiming.listNoticeWordings(as: job.compliance, of: .effective).rows.isEmpty)
        }
    }

    @Test func `a letter goes to staff in the words of its own`() async throws {
        try await NoticeWorld.run { told in
            let words = NoticeWording(
                letter: NoticeWording.Letter(
                    subject: LocalText(en: "To do: {code}", zh: "待办：{code}"), body: LocalText(en: "{code}\n{page}", zh: "请处理{code}\n{page}")
                ))
            _ = try await told.installation.setNoticeWording(
                as: told.personal.job.administrator, of: .inReview, words, validFrom: nil, after: 0)
            told.world.clock.move(seconds: 1)
            _ = try await told.personal.submitted()
            try await told.personal.work()
            let letter = try #require(await told.mail.sent.last).text.letter(in: .chinese)
            #expect(letter.subject.hasPrefix("待办：SM-") && letter.body.hasPrefix("请处理SM-"))
            #expect(!letter.body.contains("{") && !letter.body.hasSuffix("\n"))
            let messages = await told.sms.sent.filter { $0.text.kind == .inReview }
            #expect(messages.allSatisfy { $0.text.message(in: .chinese).contains("人工审核") })
        }
    }

    @Test func `what names somebody, or is no wording of the kind, is refused by its field, and nothing of it is set`() async throws {
        try await NoticeWorld.run { told in
            func code(_ wording: NoticeWording) async throws -> String? {
                try await refusalCode { _ = try await set(told, wording, after: 0) }
            }
            #expect(
                try await code(NoticeWording(message: LocalText(en: "{code}", zh: "{code}请致电13800138000"))) == "personal-number-in-text")
            for text in ["{code} {name}", "{code", "words", ""] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await set(told, NoticeWording(message: LocalText(en: "{code}", zh: text)), after: 0)
                }
                #expect(refusal?.details.first?.pointer == "/message/zh", "\(text)")
            }
            let versions = try await told.installation.listNoticeWordings(as: told.personal.job.administrator, of: .submitted)
            #expect(versions.rows.isEmpty)
            #expect(try await told.world.entries("notice-wording.set") == 0)
        }
    }

    @Test func `nobody below the operating company sets, lists or tries words`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
            let manager = MainJob.staff(
                [.agentManager], in: job.agent.id, scope: .subtree(organisation: job.agent.id, path: job.agent.path), 20)
            for someone in [job.clerk, job.reviewer, manager] {
                await #expect(throws: Refusal.notPermitted) {
                    try await shiming.setNoticeWording(as: someone, of: .submitted, .builtIn, validFrom: nil, after: 0)
                }
                await #expect(throws: Refusal.notPermitted) { try await shiming.listNoticeWordings(as: someone, of: .submitted) }
                await #expect(throws: Refusal.notPermitted) { try await shiming.noticeWordingsInForce(as: someone) }
                #expect(throws: Refusal.notPermitted) { try shiming.previewNoticeWording(as: someone, of: .submitted, .builtIn) }
            }
        }
    }

    @Test func `a preview is filled with an invented case and keeps nothing`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
            for kind in NoticeKind.allCases {
                let previews = try shiming.previewNoticeWording(as: job.compliance, of: kind, NoticeWording.begun(from: kind))
                #expect(previews.map(\.language) == ReaderLanguage.allCases)
                for preview in previews {
                    #expect((preview.message != nil) == kind.channels.contains(.sms))
                    #expect((preview.body != nil) == kind.channels.contains(.mail))
                    let said = [preview.message, preview.subject, preview.body].compactMap(\.self)
                    #expect(said.allSatisfy { $0.contains("SM-ABCDEFGHJK") && !$0.contains("{") })
                }
            }
            #expect(throws: Refusal.self) {
                try shiming.previewNoticeWording(
                    as: job.compliance, of: .submitted, NoticeWording(message: LocalText(en: "{x}", zh: "{code}")))
            }
            #expect(try await world.entries("notice-wording.set") == 0)
        }
    }

    @Test func `a preview tells the hotline of the settings, or none, and the usual time`() async throws {
        var settings = Settings()
        settings.contact.hotline = "400-000-0000"
        for (installed, isTold) in [(settings, true), (Settings(), false)] {
            try await withWorld(settings: installed) { world in
                let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
                let words = NoticeWording(message: LocalText(en: "{code}: {reason} {remedy}", zh: "{code}：{reason}{remedy}"))
                for preview in try shiming.previewNoticeWording(as: job.compliance, of: .refused, words) {
                    #expect(preview.message?.contains("400-000-0000") == isTold)
                    #expect(preview.message?.contains("00000000") == false)
                }
                // The built-in words.
                let waited = try shiming.previewNoticeWording(as: job.compliance, of: .inReview, .builtIn)
                #expect(
                    waited.allSatisfy { $0.message?.contains("3 working days") == true || $0.message?.contains("3个工作日") == true },
                    "\(waited)")
            }
        }
    }

    @Test func `what is not set is not shown either, and a number of somebody's is repeated by no refusal`() async throws {
        try await withWorld { world in
            let (job, shiming) = (try await MainJob.prepare(in: world, cards: 1), world.installation)
            for text in ["{code}请致电13800138000", "{code}{13800138000}", "{13800138000}"] {
                let words = NoticeWording(message: LocalText(en: "{code}", zh: text))
                let shown = #expect(throws: Refusal.self) { try shiming.previewNoticeWording(as: job.compliance, of: .submitted, words) }
                let set = await #expect(throws: Refusal.self) {
                    try await shiming.setNoticeWording(as: job.administrator, of: .submitted, words, validFrom: nil, after: 0)
                }
                for refusal in [shown, set] {
                    #expect(refusal?.code == "personal-number-in-text" && refusal?.pointer == "/message/zh", "\(text)")
                    #expect(refusal?.reason.zh.contains("13800138000") == false)
                }
            }
        }
    }
}
