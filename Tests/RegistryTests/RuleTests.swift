import Registry
import Testing

@Suite("The rules that refusals name")
struct RuleTests {
    @Test(arguments: Rule.all + Rule.house)
    func `each has a source and a text in both languages, and is found by its id`(rule: Rule) {
        #expect(Rule.named(rule.id) == rule)
        for text in [rule.source, rule.text, rule.protects].compactMap({ $0 }) {
            #expect(!text.en.isEmpty && text.en.unicodeScalars.allSatisfy { $0.value < 0x3000 }, "\(rule.id)")
            #expect(text.zh.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(rule.id)")
        }
    }

    @Test func `the system's own are told from the law's by their id and their source, and say what they protect`() {
        #expect(Rule.house.map(\.id) == HouseRule.allCases.map(\.id) && Rule.house.count >= 12)
        for rule in Rule.house {
            #expect(rule.id.hasPrefix("H-") && rule.protects != nil)
            #expect(rule.source.en.contains("no law") && rule.source.zh.contains("并非法律"))
        }
        #expect(Rule.all.allSatisfy { $0.id.hasPrefix("R-") && $0.protects == nil })
    }

    @Test(arguments: HouseRule.allCases)
    func `a refusal of the house's order names its rule, whatever is done with it afterwards`(rule: HouseRule) {
        let refusal = Refusal("x", .conflict, house: rule, en: "No.", zh: "不行。")
        for one in [refusal, refusal.at("/a"), refusal.with(details: [.stale]), refusal.retry(afterSeconds: 1), refusal.of(cards: 2)] {
            #expect(one.requirements == [rule.id])
        }
    }

    @Test func `what is refused for its fields rests on what the fields are refused for`() {
        let law = Refusal("x", .invalid, requirements: ["R-25-11"], en: "No.", zh: "不行。")
        #expect(Refusal.invalid([law, .notFound, law]).requirements == [HouseRule.scope.id, "R-25-11"])
        #expect(Refusal.invalid([]).requirements == [HouseRule.form.id])
    }

    @Test(arguments: LifeObstacle.allCases.map(\.refusal) + CustodyObstacle.allCases.map(\.refusal))
    func `no obstacle is without a rule that can be looked up`(refusal: Refusal) {
        #expect(!refusal.requirements.isEmpty && refusal.requirements.allSatisfy { Rule.named($0) != nil }, "\(refusal.code)")
    }
}
