import Numbers
import Registry
import Testing

@Suite("Notices, R-AF-12")
struct NoticeTextTests {
    private static let code = "SM-ABCDEFGHJK"
    private static let page = "https://sm.example.test/p/status"
    private static let reason = LocalText(en: "The picture cannot be read.", zh: "图片不清晰，无法辨认。")
    /// The longest there is.
    private static let hotline = "400-000-0000-000-000"

    private func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

    @Test(arguments: NoticeKind.allCases, ReaderLanguage.allCases)
    func `every kind says its own in every language and by every way, with code and page and nothing else of the case`(
        kind: NoticeKind, language: ReaderLanguage
    ) {
        let text = NoticeText(kind, code: Self.code, reason: Self.reason, page: Self.page)
        for channel in NoticeChannel.allCases {
            let said: String
            switch channel {
            case .webhook: said = [kind.rawValue, kind.stage, text.code].joined(separator: " ")
            case .sms: said = text.message(in: language)
            case .mail:
                let letter = text.letter(in: language)
                #expect(!letter.subject.contains { $0.isNewline })
                #expect(letter.subject.contains(Self.code))
                said = letter.subject + "\n" + letter.body
            }
            #expect(said.contains(Self.code), "\(said)")
            if channel != .webhook {
                #expect(said.contains(Self.page), "\(said)")
                #expect(isChinese(said) == (language == .chinese), "\(said)")
                #expect(said.contains(Self.reason.text(in: language)) == kind.saysWhy, "\(said)")
            }
            // Digits are the code's, the hotline's and those of days; a number of anybody's is longer.
            #expect(said.replacing(Self.code, with: "").firstMatch(of: /[0-9]{6,}/) == nil, "\(said)")
        }
    }

    @Test(arguments: ReaderLanguage.allCases)
    func `no two kinds say the same`(language: ReaderLanguage) {
        let messages = NoticeKind.allCases.map { NoticeText($0, code: Self.code).message(in: language) }
        #expect(Set(messages).count == NoticeKind.allCases.count)
        let letters = NoticeKind.allCases.map { NoticeText($0, code: Self.code).letter(in: language).subject }
        #expect(Set(letters).count == NoticeKind.allCases.count)
    }

    @Test(arguments: NoticeKind.allCases)
    func `a message is short: two parts of a phone's at most in Chinese, with reason, page and hotline`(kind: NoticeKind) {
        let text = NoticeText(kind, code: Self.code, reason: Self.reason, page: Self.page, hotline: Self.hotline)
        #expect(text.message(in: .chinese).count <= 134, "\(text.message(in: .chinese))")
        #expect(text.message(in: .english).count <= 306, "\(text.message(in: .english))")
    }

    @Test(arguments: [NoticeKind.toBeMended, .refused], ReaderLanguage.allCases)
    func `a refusal says why, and where else to turn`(kind: NoticeKind, language: ReaderLanguage) {
        let said = NoticeText(kind, code: Self.code, reason: Self.reason).message(in: language)
        #expect(said.contains(Self.reason.text(in: language)))
        #expect(said.contains(language == .chinese ? "营业厅" : "business hall"))
    }

    @Test func `what is not sent back says no reason, though one were given`() {
        for kind in NoticeKind.allCases where !kind.saysWhy {
            #expect(NoticeText(kind, code: Self.code, reason: Self.reason).reason == nil)
        }
    }

    @Test(arguments: [NoticeKind.submitted, .inReview, .awaitingCarrier])
    func `nothing that waits is called effective`(kind: NoticeKind) {
        #expect(kind.isWaitedFor)
        #expect(!NoticeText(kind, code: Self.code).message(in: .chinese).contains("已生效"))
        #expect(!NoticeText(kind, code: Self.code).message(in: .english).contains("\(Self.code): in effect."))
    }

    @Test(arguments: NoticeKind.allCases, ReaderLanguage.allCases)
    func `what waits says the usual time in working days where there is one, all else says none`(
        kind: NoticeKind, language: ReaderLanguage
    ) {
        let wait = ExpectedWait.workingDays(46)
        let text = NoticeText(kind, code: Self.code, reason: Self.reason, page: Self.page, wait: wait, hotline: Self.hotline)
        let said = text.message(in: language)
        #expect(said.contains(language == .chinese ? "46个工作日" : "46 working days") == kind.isWaitedFor, "\(said)")
        #expect(said.count <= (language == .chinese ? 134 : 306), "\(said)")
        let untimed = NoticeText(kind, code: Self.code, reason: Self.reason, page: Self.page).message(in: language)
        #expect(!untimed.contains("usually") && !untimed.contains("一般"), "\(untimed)")
    }

    @Test func `one source says how long what follows a notice takes, and 0 is not told`() {
        let waits = ExpectedWaits(checkingHours: 1, reviewDays: 2, carrierDays: 3)
        #expect([NoticeKind.submitted, .releaseAsked].allSatisfy { waits.wait(after: $0) == .workingDays(5) })
        #expect([NoticeKind.inReview, .asked].allSatisfy { waits.wait(after: $0) == .workingDays(2) })
        #expect(waits.wait(after: .awaitingCarrier) == .workingDays(3))
        for kind in NoticeKind.allCases { #expect((waits.wait(after: kind) != nil) == kind.isWaitedFor, "\(kind)") }
        let untold = ExpectedWaits(checkingHours: 0, reviewDays: 0, carrierDays: 3)
        #expect(untold.checking == nil && untold.review == nil && untold.whole == nil)
        #expect(untold.wait(after: .submitted) == nil && untold.wait(after: .awaitingCarrier) == .workingDays(3))
    }

    @Test func `staff read only of what waits for them, programs of all, persons of all`() {
        let cases = NoticeKind.allCases.filter { $0.matter == .registration }
        #expect(cases.filter { $0.channels.contains(.mail) } == [.inReview, .awaitingCarrier])
        for kind in cases { #expect(kind.channels.isSuperset(of: [.webhook, .sms])) }
    }

    @Test func `every step of a card's life and every stop has a kind of its own, by the name it is written down with`() {
        let names = LifeStepKind.allCases.map(\.name) + StopReason.allCases.map { "stop-" + $0.name }
        #expect(NoticeKind.allCases.filter { $0.matter == .card }.map(\.rawValue) == names)
        for kind in NoticeKind.allCases where kind.matter == .card { #expect(kind.channels == Set(NoticeChannel.allCases)) }
        #expect(!NoticeKind.backRegistration.channels.contains(.sms))
    }

    @Test(arguments: NoticeKind.allCases.filter { $0.matter != .registration }, ReaderLanguage.allCases)
    func `of cards the day is said as the reader writes it, and letters say how many`(kind: NoticeKind, language: ReaderLanguage) {
        let text = NoticeText(kind, code: Self.code, day: CivilDate(yyyymmdd: 2027_02_09), cards: 12)
        let day = language == .chinese ? "2027年2月9日" : "9 February 2027"
        #expect(text.message(in: language).contains(day), "\(text.message(in: language))")
        let letter = text.letter(in: language)
        #expect(letter.body.contains(day) && letter.body.contains("12"), "\(letter.body)")
        #expect(text.message(in: .chinese).count <= 100)
    }

    @Test func `without a page no address is named`() {
        for kind in NoticeKind.allCases {
            for language in ReaderLanguage.allCases {
                let text = NoticeText(kind, code: Self.code)
                #expect(!(text.message(in: language) + text.letter(in: language).body).contains("http"))
            }
        }
    }
}
