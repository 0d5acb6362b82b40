import Numbers
import Registry
import Testing

@Suite("What a campaign of back-registration may be, R-25-24")
struct CampaignTermsTests {
    private static func day(_ number: Int) -> CivilDate { CivilDate(yyyymmdd: number) ?? .last }
    private static let today = day(2026_03_02)

    private static func terms(_ edit: (inout CampaignTerms) -> Void = { _ in }) -> CampaignTerms {
        var terms = CampaignTerms(
            name: "存量补登记", gap: .holder, begins: today, deadline: day(2026_04_01), noticeDays: [7, 30, 1], stops: true)
        edit(&terms)
        return terms
    }

    private func midnight(_ number: Int, hour: Int64 = 0) -> Instant {
        Instant(milliseconds: Self.day(number).shanghaiMidnight + hour * 3_600_000)
    }

    @Test func `what it may not be is said by its code`() {
        let wrong: [(code: String, edit: (inout CampaignTerms) -> Void)] = [
            ("campaign-name-invalid", { $0.name = "" }), ("campaign-name-invalid", { $0.name = "a\nb" }),
            ("campaign-name-invalid", { $0.name = String(repeating: "补", count: 81) }),
            ("campaign-deadline-invalid", { $0.deadline = $0.begins }),
            ("campaign-deadline-invalid", { $0.deadline = Self.day(2026_03_01) }),
            ("campaign-notice-days-invalid", { $0.noticeDays = [0, 7] }), ("campaign-notice-days-invalid", { $0.noticeDays = [366, 7] }),
            ("campaign-notice-days-invalid", { $0.noticeDays = [7, 7] }),
            ("campaign-notice-days-invalid", { $0.noticeDays = Array(1...13) }),
            ("campaign-stops-without-duty", { $0.gap = .evidence }), ("campaign-stops-without-duty", { $0.gap = .responsiblePerson }),
            ("campaign-unannounced", { $0.noticeDays = [] }), ("campaign-unannounced", { $0.noticeDays = [31, 90] }),
        ]
        for (code, edit) in wrong { #expect(Self.terms(edit).faults(today: Self.today).map(\.code).contains(code), "\(code)") }
    }

    @Test func `without a stop nobody need be told, and any gap will do`() {
        #expect(Self.terms().faults(today: Self.today).isEmpty)
        for gap in Gap.allCases {
            #expect(
                Self.terms {
                    $0.gap = gap
                    $0.stops = false
                    $0.noticeDays = []
                }.faults(today: Self.today).isEmpty)
        }
    }

    @Test func `rounds come on their days, missed ones are made good by one, and the deadline is over when its day has ended`() {
        let terms = Self.terms()
        func step(_ toldOn: Int?, at now: Instant, _ work: CampaignWork = .telling) -> CampaignStep {
            terms.step(work, toldOn: toldOn.map(Self.day), stopDay: toldOn.map { _ in terms.deadline }, at: now)
        }
        #expect(step(nil, at: midnight(2026_03_02), .gathering) == .gather)
        #expect(step(nil, at: midnight(2026_03_02)) == .tell(Self.day(2026_03_02)))
        #expect(step(2026_03_02, at: midnight(2026_03_24, hour: 23)) == .wait(midnight(2026_03_25)))
        #expect(step(2026_03_02, at: midnight(2026_03_31, hour: 5)) == .tell(Self.day(2026_03_31)))
        #expect(step(2026_03_31, at: midnight(2026_04_01, hour: 23)) == .wait(midnight(2026_04_02)))
        #expect(step(2026_03_31, at: midnight(2026_04_02)) == .stop)
        #expect(Self.terms { $0.stops = false }.step(.telling, toldOn: nil, stopDay: nil, at: midnight(2026_04_02)) == .end)
    }

    @Test func `where no server ran until the deadline, people are told first and have the days of the last notice`() {
        let terms = Self.terms { $0.noticeDays = [30, 7] }
        let toldOn = Self.day(2026_04_10)
        #expect(terms.step(.telling, toldOn: nil, stopDay: nil, at: midnight(2026_04_10, hour: 9)) == .tell(toldOn))
        let last = terms.lastDay(toldOn: toldOn)
        #expect(last == Self.day(2026_04_17))
        #expect(terms.step(.telling, toldOn: toldOn, stopDay: last, at: midnight(2026_04_17, hour: 23)) == .wait(midnight(2026_04_18)))
        #expect(terms.step(.telling, toldOn: toldOn, stopDay: last, at: midnight(2026_04_18)) == .stop)
        // Told in the last minute, people have those days too.
        #expect(terms.lastDay(toldOn: Self.day(2026_04_01)) == Self.day(2026_04_08))
        #expect(terms.lastDay(toldOn: Self.day(2026_03_02)) == terms.deadline)
    }

    @Test func `a stop that was told stays told and comes no earlier, one that was not needs a notice`() {
        let late = Self.day(2026_04_01)
        func codes(_ stopDay: Int?, _ after: CampaignTerms) -> [String] {
            after.faults(today: late, before: (Self.day(2026_03_31), stopDay.map(Self.day))).map(\.code)
        }
        #expect(codes(2026_04_01, Self.terms { $0.name = "改名" }).isEmpty)
        #expect(codes(2026_04_01, Self.terms { $0.deadline = Self.day(2026_04_05) }).isEmpty)
        #expect(codes(nil, Self.terms()) == ["campaign-unannounced"])
        // Whatever is set later, nobody is stopped before the day he was told.
        let earlier = Self.terms()
        #expect(codes(2026_05_01, earlier).isEmpty)
        let told = Self.day(2026_05_01)
        #expect(
            earlier.step(.telling, toldOn: Self.day(2026_03_31), stopDay: told, at: midnight(2026_04_20)) == .wait(midnight(2026_05_02)))
        #expect(earlier.step(.telling, toldOn: Self.day(2026_03_31), stopDay: told, at: midnight(2026_05_02)) == .stop)
        // Told of no stop, nobody is stopped, even after the deadline.
        #expect(earlier.step(.telling, toldOn: Self.day(2026_03_31), stopDay: nil, at: midnight(2026_04_09)) == .tell(Self.day(2026_04_09)))
    }

    @Test(arguments: CampaignReason.allCases)
    func `what is lacked is said in both languages, and only where it is so that a stop follows`(reason: CampaignReason) {
        #expect(reason.text.en.contains("stopped") == (reason == .holderOrStop))
        #expect(reason.text.zh.contains("停机") == (reason == .holderOrStop))
    }
}
