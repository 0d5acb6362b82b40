/// One check by machine: what was judged, how it came out, and on which clause that rests. Never holds the value judged.
package struct CheckOutcome: Hashable, Sendable {
    package enum Verdict: String, CaseIterable, Codable, Sendable {
        case passed
        case warned
        case failed
    }

    package let verdict: Verdict
    /// `name-form`, `resident-id-check-digit`, `personal-registration-required` …
    package let code: String
    package let requirement: String
    /// What was judged: a JSON pointer into the content, or `cards`.
    package let subject: String
    package let text: LocalText
    package let mend: LocalText
    /// How many cards it concerns; 0 where it is not about cards.
    package let count: Int

    package init(
        _ verdict: Verdict, _ code: String, _ requirement: String, at subject: String, en: String, zh: String,
        mend: LocalText = LocalText(en: "", zh: ""), count: Int = 0
    ) {
        self.verdict = verdict
        self.code = code
        self.requirement = requirement
        self.subject = subject
        text = LocalText(en: en, zh: zh)
        self.mend = mend
        self.count = count
    }

    package var asRefusal: Refusal {
        Refusal(code, .invalid, requirements: [requirement], en: text.en, zh: text.zh, mend: mend, pointer: subject)
    }
}
