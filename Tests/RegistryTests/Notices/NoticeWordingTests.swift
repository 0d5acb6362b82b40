import Ledger
import Numbers
import Registry
import Testing

@Suite("Words of notices, R-AF-12")
struct NoticeWordingTests {
    private static let told = NoticeKind.allCases.filter { !$0.channels.isDisjoint(with: [.sms, .mail]) }

    /// Of another case than the sample's.
    private func other(_ kind: NoticeKind) -> NoticeText {
        NoticeText(
            kind, code: "SM-ZYXWVUTSRQ", reason: LocalText(en: "It has expired.", zh: "已过有效期。"), page: "https://sm.example.test/p/status",
            day: CivilDate(yyyymmdd: 2028_11_30), cards: 7)
    }

    @Test(arguments: told, ReaderLanguage.allCases)
    func `the built-in words with their places are without fault, and say what the built-in words say`(
        kind: NoticeKind, language: ReaderLanguage
    ) {
        let begun = NoticeWording.begun(from: kind)
        #expect(begun.faults(of: kind) == [], "\(begun)")
        #expect(begun.sparing(kind) == .builtIn && NoticeWording.builtIn.completed(for: kind) == begun)
        for text in [NoticeText.sample(kind), other(kind)] {
            let own = text.worded(begun)
            if kind.channels.contains(.sms) {
                #expect(own.message(in: language) == text.message(in: language))
            }
            guard kind.channels.contains(.mail) else { continue }
            #expect(own.letter(in: language) == text.letter(in: language))
        }
    }

    @Test(arguments: NoticeKind.allCases.filter { $0.stop != nil })
    func `a stop says why, what can be done and which documents, in any words`(kind: NoticeKind) {
        #expect(Set([NoticePlaceholder.reason, .remedy, .documents]).isSubset(of: kind.demands(.message)))
        for language in ReaderLanguage.allCases {
            let said = NoticeText.sample(kind).message(in: language)
            for words in [kind.stop?.text, kind.stop?.remedy, kind.stop?.documents] {
                #expect(words.map { said.contains($0.text(in: language)) } == true, "\(said)")
            }
        }
        for left in kind.demands(.message) {
            let text = kind.demands(.message).filter { $0 != left }.map(\.mark).joined(separator: " ")
            let faults = NoticeWording(message: LocalText(en: text, zh: text)).faults(of: kind)
            #expect(faults.map(\.code) == ["notice-placeholder-missing", "notice-placeholder-missing"])
            #expect(faults.allSatisfy { $0.reason.en.contains(left.mark) && $0.requirements == ["R-AF-12"] })
        }
    }

    @Test(arguments: [
        ("{name} {code}", "{name}"), ("{phone}{code}", "{phone}"), ("{code", "{code"), ("code} {code}", "}"),
        ("{ code } {code}", "{ code }"),
        ("{CODE} {code}", "{CODE}"), ("{code} {}", "{}"), ("{{code}}", "{"), ("{code} ｛day｝", "｛day｝"), ("{code} {day}", "{day}"),
        ("{code} {cards}", "{cards}"), ("{code} {documents}", "{documents}"),
        ("{code} {" + String(repeating: "x", count: 90) + "}", "{" + String(repeating: "x", count: 39)),
    ])
    func `a placeholder that the kind does not have is refused by its name, and so are braces of nothing`(text: String, name: String) {
        let faults = NoticeWording(message: LocalText(en: text, zh: text)).faults(of: .effective)
        #expect(faults.map(\.code) == ["notice-placeholder-unknown", "notice-placeholder-unknown"], "\(text)")
        #expect(faults.map(\.pointer) == ["/message/zh", "/message/en"])
        #expect(faults.allSatisfy { $0.reason.en.contains(" \(name) here") && $0.mend.en.contains("{about} {code} {page}") }, "\(faults)")
    }

    @Test(arguments: [
        ("", "notice-wording-unreadable"), ("   ", "notice-wording-unreadable"), ("{code}\n{about}", "notice-wording-unreadable"),
        ("{code}\u{7}", "notice-wording-unreadable"), ("{code}\u{202E}", "notice-wording-unreadable"),
        ("{code}\u{2028}", "notice-wording-unreadable"), ("{code}" + String(repeating: "x", count: 995), "notice-wording-unreadable"),
        ("{code}" + String(repeating: "章", count: 500), "notice-wording-too-long"), ("handed in", "notice-placeholder-missing"),
        ("{code} is in effect, usually.", "notice-wording-claims-effect"), ("{code}已生效，请使用", "notice-wording-claims-effect"),
        ("{code}登记成功", "notice-wording-claims-effect"), ("{code} NOT IN EFFECT, then in effect", "notice-wording-claims-effect"),
    ])
    func `words that nobody could read, or that are not true yet, are refused`(text: String, code: String) {
        let good = "{code} waits, and is not in effect: 尚未生效"
        #expect(NoticeWording(message: LocalText(en: good, zh: good)).faults(of: .inReview) == [])
        let faults = NoticeWording(message: LocalText(en: good, zh: text)).faults(of: .inReview)
        #expect(faults.map(\.code) == [code] && faults.first?.pointer == "/message/zh", "\(faults)")
    }

    @Test func `words for a way on which nothing of the kind goes are refused`() {
        let words = LocalText(en: "{code}", zh: "{code}")
        let letter = NoticeWording.Letter(subject: words, body: words)
        #expect(NoticeWording(letter: letter).faults(of: .effective).map(\.pointer) == ["/letter"])
        #expect(NoticeWording(message: words).faults(of: .backRegistration).map(\.pointer) == ["/message"])
        #expect(NoticeWording(letter: letter).faults(of: .inReview).isEmpty)
        #expect(NoticeWording(letter: letter).faults(of: .stoppedRisk).map(\.pointer) == ["/letter/body/zh", "/letter/body/en"])
    }

    @Test func `where something that must be said is not there, the built-in words say what there is`() {
        let words = LocalText(en: "{code}: {reason} {remedy}", zh: "{code}：{reason}{remedy}")
        let lacking = NoticeText(.refused, code: "SM-ABCDEFGHJK")
        #expect(lacking.worded(NoticeWording(message: words)).message(in: .english) == lacking.message(in: .english))
    }

    @Test func `a question that is taken back is not told as a registration that is`() {
        let words = LocalText(en: "{code} withdrawn, nothing is registered. {remedy}", zh: "{code}已撤回，未登记。{remedy}")
        let wording = NoticeWording(message: words)
        #expect(wording.faults(of: .withdrawn).isEmpty)
        let own = NoticeText(.withdrawn, code: "SM-ABCDEFGHJK", about: .dispute)
        #expect(own.worded(wording).message(in: .english) == own.message(in: .english))
        #expect(NoticeText(.withdrawn, code: "SM-ABCDEFGHJK", about: .register).worded(wording).message(in: .chinese).contains("已撤回，未登记"))
    }

    @Test(arguments: [ApplicationKind.prove, .correct, .dispute], [NoticeKind.refused, .toBeMended])
    func `a question that is refused is told in words of its own only where they say that it is one`(
        about: ApplicationKind, kind: NoticeKind
    ) {
        let silent = LocalText(en: "Registration {code} failed: {reason} {remedy}", zh: "登记{code}未通过：{reason}{remedy}")
        let saying = LocalText(en: "{about} {code}: no. {reason} {remedy}", zh: "{about}{code}：未通过。{reason}{remedy}")
        for words in [silent, saying] { #expect(NoticeWording(message: words).faults(of: kind).isEmpty) }
        let told = NoticeText(kind, code: "SM-ABCDEFGHJK", about: about, reason: LocalText(en: "It has expired.", zh: "已过有效期。"))
        for language in ReaderLanguage.allCases {
            #expect(told.worded(NoticeWording(message: silent)).message(in: language) == told.message(in: language))
            let own = told.worded(NoticeWording(message: saying)).message(in: language)
            #expect(own.hasPrefix(language == .english ? "Your question about" : "【实名登记】查询") && own != told.message(in: language))
        }
        let ofRegistration = NoticeText(
            kind, code: "SM-ABCDEFGHJK", about: .register, reason: LocalText(en: "It has expired.", zh: "已过有效期。"))
        #expect(ofRegistration.worded(NoticeWording(message: silent)).message(in: .english).hasPrefix("Registration SM-ABCDEFGHJK failed"))
    }

    @Test(arguments: [
        "{code}尚未登记成功", "{code} is not yet in effect", "{code}未能成功生效", "{code}: nothing is effective", "{code} is ineffective",
        "{code} isn't in effect", "{code}并不表示已生效",
    ])
    func `that it is not yet in effect may be said`(text: String) {
        #expect(NoticeWording(message: LocalText(en: text, zh: text)).faults(of: .inReview) == [])
    }

    @Test(arguments: [
        "{code}您的登记已经生效", "{code}即刻生效", "{code} is now effective", "{code}尚未审核，已经生效", "{code}登记 成功", "{code}: EFFECTIVE at once",
        "Not long to wait, {code} is in effect",
    ])
    func `what waits is called effective in no words`(text: String) {
        let faults = NoticeWording(message: LocalText(en: text, zh: text)).faults(of: .inReview)
        #expect(faults.map(\.code) == ["notice-wording-claims-effect", "notice-wording-claims-effect"], "\(text)")
    }

    @Test(arguments: [
        ("x", 446, true), ("x", 447, false), ("[", 223, true), ("[", 224, false), ("é", 446, true), ("章", 188, true), ("章", 189, false),
        ("😀", 94, true), ("😀", 95, false), ("’", 188, true), ("’", 189, false),
    ])
    func `a message takes three parts of a phone's, whichever language it is in`(character: String, count: Int, fits: Bool) {
        // The sample's code has thirteen characters.
        let text = "{code}" + String(repeating: character, count: count)
        let faults = NoticeWording(message: LocalText(en: text, zh: text)).faults(of: .effective)
        #expect(faults.map(\.code) == (fits ? [] : ["notice-wording-too-long", "notice-wording-too-long"]))
    }

    @Test func `words are judged as long as they are with the longest hotline, whichever is told`() {
        func message(_ more: Int) -> LocalText {
            LocalText(en: "{code}: {reason} {remedy}", zh: "{code}：{reason}{remedy}" + String(repeating: "章", count: more))
        }
        func length(_ sample: NoticeText) -> Int {
            sample.worded(NoticeWording(message: message(0))).message(in: .chinese).utf16.count
        }
        let longest = length(.sample(.refused))
        #expect(longest == length(.sample(.refused, hotline: nil)) + OperatorContact.hotlineMax + "（）".count)
        #expect(NoticeWording(message: message(201 - longest)).faults(of: .refused) == [])
        #expect(NoticeWording(message: message(202 - longest)).faults(of: .refused).map(\.code) == ["notice-wording-too-long"])
    }

    @Test(arguments: told)
    func `what words are begun from says neither a hotline nor a usual time`(kind: NoticeKind) {
        for text in NoticeWording.begun(from: kind).texts.map({ $0.text }) {
            #expect(!text.contains("0000") && !text.contains("usually") && !text.contains("一般"), "\(text)")
        }
    }

    @Test func `a stop for which nothing need be brought asks for no documents`() {
        let arrears = NoticeText.sample(.stoppedArrears)
        #expect(arrears.message(in: .english).contains("You need no documents.") && !arrears.message(in: .english).contains("Bring"))
        #expect(arrears.message(in: .chinese).contains("无需携带材料。") && !arrears.message(in: .chinese).contains("所需材料"))
    }

    @Test(arguments: [
        (NoticeText.various, "several registrations, or partly of none (various)", "多个登记编号或部分未登记（various）"),
        (NoticeText.none, "no registration (none)", "未登记（none）"), ("SM-ABCDEFGHJK", "SM-ABCDEFGHJK", "SM-ABCDEFGHJK"),
    ])
    func `a letter calls cards of several registrations, of none and of one what they are, in any words`(
        code: String, en: String, zh: String
    ) {
        let text = NoticeText(.idle, code: code, day: CivilDate(yyyymmdd: 2027_02_09), cards: 3)
        for letter in [text, text.worded(NoticeWording.begun(from: .idle))].map({ $0.letter(in: .english) }) {
            #expect(letter.body.hasPrefix("Cards of \(en): not used") && letter.subject.contains(" \(en):"), "\(letter)")
        }
        for letter in [text, text.worded(NoticeWording.begun(from: .idle))].map({ $0.letter(in: .chinese) }) {
            #expect(letter.body.hasPrefix("\(zh)的卡长期未使用") && letter.subject.contains("】\(zh)："), "\(letter)")
        }
    }

    @Test func `a letter of a campaign is about the cards of its code`() {
        let letter = NoticeText(.backRegistration, code: "BR-ABCDEFGHJK", day: CivilDate(yyyymmdd: 2027_02_09), cards: 3)
        #expect(letter.letter(in: .english).body.hasPrefix("Cards of BR-ABCDEFGHJK: please register"))
        #expect(letter.letter(in: .chinese).body.hasPrefix("BR-ABCDEFGHJK的卡请于"))
    }

    @Test(arguments: told)
    func `what is kept reads back as it was`(kind: NoticeKind) throws {
        let begun = NoticeWording.begun(from: kind)
        for wording in [begun, .builtIn, NoticeWording(message: begun.message)] {
            #expect(NoticeWording(json: try JSONValue(parsing: wording.json.canonicalText())) == wording)
        }
    }

    @Test(arguments: [
        "[]", "null", #"{"message":"x"}"#, #"{"message":{"en":"x"}}"#, #"{"message":{"en":"x","zh":1}}"#,
        #"{"message":{"de":"x","en":"x","zh":"x"}}"#, #"{"letter":{"subject":{"en":"x","zh":"x"}}}"#, #"{"webhook":{"en":"x","zh":"x"}}"#,
    ])
    func `what this program does not understand is no wording`(text: String) throws {
        #expect(NoticeWording(json: try JSONValue(parsing: text)) == nil)
    }
}
