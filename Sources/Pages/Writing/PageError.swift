import Registry

/// A problem named at the head of a page, with a link to the field where there is one.
package struct PageError: Hashable, Sendable {
    package let text: String
    package var mend: String
    package var href: String?
    /// Links to what it rests on, as a template asks for them.
    package var rules: [[String: String]]

    package init(text: String, mend: String = "", href: String? = nil, rules: [[String: String]] = []) {
        self.text = text
        self.mend = mend
        self.href = href
        self.rules = rules
    }

    /// A refusal, what helps, and what it rests on.
    package init(_ refusal: Refusal, in language: ReaderLanguage, href: String? = nil) {
        self.init(
            text: refusal.reason.text(in: language), mend: refusal.mend.text(in: language), href: href,
            rules: Self.rules(of: refusal, in: language))
    }

    /// The rules a refusal rests on by their ids and sources; the template knows where they are looked up.
    package static func rules(of refusal: Refusal, in language: ReaderLanguage) -> [[String: String]] {
        refusal.requirements.compactMap { id in Rule.named(id).map { ["id": id, "source": $0.source.text(in: language)] } }
    }

    /// As a template asks for them.
    package var values: [String: Any] {
        var values: [String: Any] = ["text": text]
        if !mend.isEmpty { values["mend"] = mend }
        if !rules.isEmpty { values["rules"] = rules }
        if let href { values["href"] = href }
        return values
    }
}
