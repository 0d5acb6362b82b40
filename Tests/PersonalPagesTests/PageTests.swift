import Registry
import TestKit
import Testing
import UseCases
import Web

@testable import PersonalPages

@Suite("The pages")
struct PageTests {
    private static let pages = ["/p", "/p/start", "/p/status"] + Step.allCases.map(\.address)

    @Test(arguments: ["en", "zh"]) func `every page is written whole in both languages`(language: String) async throws {
        try await withPages { client, personal in
            let visitor = Visitor(client, language: language)
            try await visitor.enter(personal)
            try await visitor.choose()
            for path in Self.pages + ["/p/rules", "/p/details?errors=1", "/p/consent?errors=1", "/p/status/SM-0000000000"] {
                let page = try await visitor.get(path)
                guard page.status == 200 else {
                    #expect(page.status == 303, "\(path)")
                    continue
                }
                #expect(page.text.contains("<html lang=\"\(language == "en" ? "en" : "zh-Hans")\">"), "\(path)")
                #expect(page.text.hasSuffix("</html>") && !page.text.contains("{{"), "\(path)")
                #expect(page.text.matches(of: /<h1>[^<]+<\/h1>/).count == 1, "\(path)")
                #expect(!page.text.contains("user-scalable") && !page.text.contains("maximum-scale"))
            }
        }
    }

    @Test func `no page shows another person's data`() async throws {
        try await withPages { client, personal in
            let link = try await personal.link(0)
            let one = Visitor(client), other = Visitor(client)
            _ = try await one.get("/p/\(link.code)")
            _ = try await one.get("/p/consent")
            _ = try await one.post(
                "/p/consent",
                ["privacy": "yes", "sensitive-data": "yes", "face": "yes", "under-14": "no", "version": PersonalNotice.version])
            try await one.choose()
            let facts = PersonalJob.person(1)
            #expect(try await one.type(facts).status == 303)
            #expect(try await one.get("/p/review").text.contains(facts.name ?? "-"))
            _ = try await other.get("/p/\(link.code)")
            for path in Self.pages {
                let text = try await other.get(path).text
                for part in [facts.name, facts.documentNumber, facts.address, facts.contact] {
                    #expect(!text.contains(part ?? "-"), "\(path)")
                }
            }
        }
    }

    @Test func `what was typed stands again, escaped, with the error at its field`() async throws {
        try await withPages { client, personal in
            let visitor = Visitor(client)
            try await visitor.enter(personal)
            try await visitor.choose()
            var facts = PersonalJob.person(2)
            facts.name = "<b>\"阿依·古丽\"</b>"
            facts.documentNumber = "110105194912310021"
            let saved = try await visitor.type(facts)
            #expect(saved.status == 303 && saved.location == "/p/details?errors=1")
            let page = try await visitor.get("/p/details?errors=1")
            #expect(page.text.contains("&lt;b&gt;&quot;阿依·古丽&quot;&lt;/b&gt;") && !page.text.contains("<b>\"阿依"))
            #expect(page.text.contains("value=\"110105194912310021\""))
            #expect(page.text.contains("href=\"#holder-documentNumber\"") && page.text.contains("id=\"holder-documentNumber-fault\""))
            #expect(page.text.contains("<title>Error: "))
            facts.address = String(repeating: "长", count: 400)
            let long = try await visitor.type(facts)
            #expect(long.status == 422 && long.text.contains(String(repeating: "长", count: 400)))
        }
    }

    @Test(arguments: ["en", "zh"]) func `a refusal leads to the rule it rests on, be it the law's or the system's own`(
        language: String
    ) async throws {
        try await withPages { client, _ in
            let visitor = Visitor(client, language: language)
            let refused = try await visitor.get("/p/0123456789ABCDEF")
            let ids = refused.text.matches(of: /href="\/p\/rules#([A-Z0-9-]+)"/).map { String($0.output.1) }
            #expect(!ids.isEmpty && ids.allSatisfy { Rule.named($0) != nil })
            let page = try await visitor.get("/p/rules")
            for rule in Rule.all + Rule.house { #expect(page.text.contains("id=\"\(rule.id)\""), "\(rule.id)") }
            #expect(page.text.contains(language == "en" ? "These are no law" : "以下并非法律要求"))
        }
    }

    @Test func `a picture of little use keeps everything, says each fault, and may be used all the same`() async throws {
        let reader = ScriptedReader { task in
            task == .documentFront(.residentID) ? PictureReading(problems: [.glare, .blurred], fields: ["name": "欧阳青禾"]) : PictureReading()
        }
        try await withPages(reader: reader) { client, personal in
            let visitor = Visitor(client)
            try await visitor.enter(personal)
            try await visitor.choose()
            let refused = try await visitor.upload(.holderIDFront, inventedPicture(7))
            #expect(refused.status == 422)
            for problem in [PictureProblem.glare, .blurred] { #expect(refused.text.contains(problem.words.mend.en)) }
            #expect(refused.text.contains("name=\"insist\""))
            let kept = try await visitor.upload(.holderIDFront, inventedPicture(7), insists: true)
            #expect(kept.status == 303 && kept.location == "/p/document#holder-id-front")
            let details = try await visitor.get("/p/details")
            #expect(details.text.contains("value=\"欧阳青禾\"") && details.text.contains("Read from your photo, please check"))
            #expect(try await visitor.upload(.holderIDBack, []).status == 422)
            #expect(try await visitor.upload(.holderIDBack, Array("no picture".utf8)).status == 422)
        }
    }

    @Test(arguments: ["en", "zh"]) func `how long a review usually takes is told in working days`(language: String) async throws {
        try await withPages { client, personal in
            let visitor = Visitor(client, language: language)
            try await visitor.enter(personal)
            let page = try await visitor.get("/p")
            #expect(page.text.contains(language == "en" ? "usually within 3 working days" : "通常 3 个工作日内完成"))
        }
    }

    @Test(arguments: ["en", "zh"]) func `R-AF-10: whoever comes in is told whose card it is, what it needs and why, and what the law says`(
        language: String
    ) async throws {
        try await withPages { client, personal in
            let visitor = Visitor(client, language: language)
            _ = try await visitor.get("/p/\(personal.link().code)")
            let page = try await visitor.get("/p").text
            #expect(page.contains("示例一级代理商") && page.contains("示例运营公司"))
            let chain = VerificationChain([(owner: PolicyOwner.floor, policy: VerificationPolicy.standardFloor)])
            let needs = try chain.needs(
                in: VerificationSituation(
                    product: ProductFacts(
                        name: "watch-1g", carrier: .mobile, cardClass: .wearable, traffic: .general, monthlyMegabytes: 1_024, voice: false,
                        sms: false, binding: .none), documentType: .residentID))
            #expect(needs.methods == [.documentData, .documentPhotos, .face])
            for text in needs.needs.flatMap({ [$0.method.text, $0.reason] }) + [PersonalNotice.legal] {
                #expect(page.contains(language == "en" ? text.en : text.zh))
            }
            #expect(page.contains(language == "en" ? "About five minutes" : "约需 5 分钟"))
        }
    }

    @Test(arguments: ["en", "zh"]) func `how the operator is reached stands on every page where it is set, and nowhere else`(
        language: String
    ) async throws {
        var settings = Settings()
        settings.contact.hotline = "400-000-0000"
        settings.contact.englishHours = "daily 8:00 to 20:00"
        settings.contact.halls = "https://halls.example.test/list?a=1&b=2"
        let told = language == "en" ? "Hotline of the operator: 400-000-0000 (daily 8:00 to 20:00)." : "运营商客服热线：400-000-0000。"
        for (installed, isTold) in [(settings, true), (Settings(), false)] {
            try await withPages(of: installed) { client, personal in
                let visitor = Visitor(client, language: language)
                #expect(try await visitor.get("/p/0123456789ABCDEF").text.contains(told) == isTold)
                try await visitor.enter(personal)
                for path in ["/p", "/p/start", "/p/status", "/p/consent"] {
                    let page = try await visitor.get(path)
                    #expect(page.status == 200, "\(path)")
                    #expect(page.text.contains(told) == isTold, "\(path)")
                    #expect(page.text.contains("href=\"https://halls.example.test/list?a=1&amp;b=2\"") == isTold, "\(path)")
                    #expect(page.text.contains("400-000-0000") == isTold, "\(path)")
                }
            }
        }
    }

    @Test func `a photo is taken or chosen: the browser offers camera and files alike`() async throws {
        try await withPages { client, personal in
            let visitor = Visitor(client)
            _ = try await visitor.get("/p/\(personal.link().code)")
            _ = try await visitor.get("/p/consent")
            _ = try await visitor.post(
                "/p/consent",
                ["privacy": "yes", "sensitive-data": "yes", "face": "no", "under-14": "no", "version": PersonalNotice.version])
            try await visitor.choose()
            for (path, facing) in [("/p/document", "environment"), ("/p/photo", "user")] {
                let page = try await visitor.get(path)
                #expect(page.status == 200 && page.text.contains("type=\"file\""), "\(path)")
                // With this a phone opens its camera and offers no file.
                #expect(!page.text.contains("capture="), "\(path)")
                #expect(page.text.contains("accept=\"image/*\"") && page.text.contains("data-facing=\"\(facing)\""), "\(path)")
            }
        }
    }

    @Test func `no consent, nothing taken; a declined face asks for a photo instead`() async throws {
        try await withPages { client, personal in
            let visitor = Visitor(client)
            _ = try await visitor.get("/p/\(personal.link().code)")
            #expect(try await visitor.get("/p/details").location == "/p/consent?errors=1")
            let page = try await visitor.get("/p/consent")
            #expect(!page.text.contains(" checked"))
            _ = try await visitor.post(
                "/p/consent",
                ["privacy": "yes", "sensitive-data": "yes", "face": "no", "under-14": "no", "version": PersonalNotice.version])
            let overview = try await visitor.get("/p")
            #expect(overview.text.contains("href=\"/p/photo\"") && !overview.text.contains("href=\"/p/face\""))
            // Taken back and given again.
            _ = try await visitor.get("/p/consent")
            _ = try await visitor.post(
                "/p/consent",
                ["privacy": "yes", "sensitive-data": "yes", "face": "yes", "under-14": "no", "version": PersonalNotice.version])
            #expect(try await visitor.get("/p").text.contains("href=\"/p/face\""))
        }
    }

    @Test(arguments: ["en", "zh"])
    func `R-DP-06: whether the holder is a child is asked before any picture, and answered by a document`(language: String) async throws {
        try await withPages { client, personal in
            let visitor = Visitor(client, language: language)
            _ = try await visitor.get("/p/\(personal.link().code)")
            let consents = ["privacy": "yes", "sensitive-data": "yes", "face": "yes", "version": PersonalNotice.version]
            _ = try await visitor.get("/p/consent")
            #expect(try await visitor.post("/p/consent", consents).location == "/p/consent?errors=1")
            #expect(try await visitor.get("/p/consent?errors=1").text.contains("href=\"#under-14\""))
            for path in ["/p/photo", "/p/face", "/p/guardian"] {
                #expect(try await visitor.get(path).location == "/p/consent?errors=1", "\(path)")
            }
            // Answered yes, the guardian comes first; answered no, the document is asked for.
            #expect(try await visitor.post("/p/consent", consents.merging(["under-14": "yes"]) { $1 }).location == "/p/consent?errors=1")
            let asked = try await visitor.get("/p/consent").text
            #expect(asked.contains("name=\"guardian\"") && asked.contains("name=\"under-14\" value=\"yes\" checked"))
            #expect(try await visitor.post("/p/consent", consents.merging(["under-14": "no"]) { $1 }).location == "/p/document")
            try await visitor.choose(.passport)
            #expect(try await visitor.get("/p/details").text.contains("name=\"holder-birthDate\""))
            #expect(try await visitor.upload(.holderIDFront, inventedPicture(3)).status == 303)
            // The document says otherwise: the guardian's consent is asked for, and what becomes of the picture is said.
            var child = PersonalJob.person(0)
            (child.documentType, child.documentNumber, child.birthDate) = ("passport", "E12345678", "2016年3月4日")
            #expect(try await visitor.type(child).status == 303)
            #expect(try await visitor.get("/p/photo").location == "/p/consent?errors=1")
            let held = try await visitor.get("/p/consent").text
            #expect(!held.contains("under-14") && held.contains("name=\"guardian\""))
            #expect(held.contains(language == "en" ? "nobody looks at them before the guardian agrees" : "监护人同意之前任何人不会查看"))
            #expect(try await visitor.get("/p/details").text.contains("value=\"2016-03-04\""))
            try await visitor.choose(.residentID)
            #expect(try await visitor.get("/p/details").text.contains("name=\"holder-birthDate\""))
        }
    }

    @Test(arguments: [("en", "is another than the one who"), ("zh", "不是同一人")])
    func `R-DP-06: another guardian than the one who consented is asked on the page of consents`(
        language: String, told: String
    ) async throws {
        try await withPages { client, personal in
            let visitor = Visitor(client, language: language)
            try await visitor.enter(personal)
            let seat = try await personal.installation.authenticate(visitor.cookie("shiming-seat") ?? "")
            func name(_ guardian: PartyFacts) async throws {
                _ = try await personal.installation.updatePersonalDraft(
                    as: seat, PersonalDraft(holder: InventedPapers.successor, guardian: guardian, noticeAccepted: true))
            }
            let agreed = "name=\"guardian\" value=\"yes\" checked"
            try await personal.consent(seat, [.guardian], isUnder14: nil)
            try await name(PersonalJob.person(1))
            let before = try await visitor.get("/p/consent").text
            #expect(before.contains(agreed) && !before.contains(told))
            try await name(PersonalJob.person(15))
            for path in ["/p/photo", "/p/face", "/p/guardian"] {
                #expect(try await visitor.get(path).location == "/p/consent?errors=1", "\(path)")
            }
            let asked = try await visitor.get("/p/consent").text
            #expect(asked.contains("name=\"guardian\"") && !asked.contains(agreed) && asked.contains(told))
            #expect(asked.contains("name=\"privacy\" value=\"yes\" checked"))
            #expect(try await visitor.get("/p/consent?errors=1").text.contains("href=\"#guardian\""))
            // What was said of the others says nothing of him.
            let answers = ["privacy": "yes", "sensitive-data": "yes", "face": "yes", "version": PersonalNotice.version]
            #expect(try await visitor.post("/p/consent", answers).location == "/p/consent?errors=1")
            let refused = try await visitor.post("/p/review", ["notice": "yes"])
            #expect(refused.status == 422 && refused.text.contains(told))
            #expect(refused.text.contains("href=\"/p/consent?errors=1#guardian\""))
            let given = try await visitor.post("/p/consent", answers.merging(["guardian": "yes"]) { $1 })
            #expect(given.status == 303 && given.location?.hasPrefix("/p/consent") == false)
            let after = try await visitor.get("/p/consent").text
            #expect(after.contains(agreed) && !after.contains(told))
        }
    }

    @Test func `handed in, it can be changed no more, and says where it stands`() async throws {
        try await withPages { client, personal in
            let visitor = Visitor(client)
            try await visitor.enter(personal)
            let seat = try await personal.installation.authenticate(visitor.cookie("shiming-seat") ?? "")
            try await personal.fill(seat)
            _ = try await visitor.get("/p/review")
            #expect(try await visitor.post("/p/review", [:]).status == 422)
            let handed = try await visitor.post("/p/review", ["notice": "yes"])
            #expect(handed.status == 303 && handed.location == "/p/status")
            #expect(try await visitor.get("/p/status").text.contains("In review"))
            for step in Step.allCases { #expect(try await visitor.get(step.address).location == "/p/status", "\(step)") }
            let code = try await personal.installation.personalStatus(as: seat).code
            let stranger = Visitor(client)
            _ = try await stranger.get("/p/status")
            let told = try await stranger.post("/p/status", ["code": code.lowercased()])
            #expect(told.status == 200 && told.text.contains("In review"))
            #expect(try await stranger.post("/p/status", ["code": "SM-0000000000"]).status == 404)
        }
    }
}
