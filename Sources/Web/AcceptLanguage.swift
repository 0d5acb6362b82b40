import Registry

extension ReaderLanguage {
    /// For the `lang` attribute and `Content-Language`.
    package var tag: String {
        switch self {
        case .chinese: "zh-Hans"
        case .english: "en"
        }
    }

    /// Chooses by `Accept-Language` (RFC 9110 §12.5.4): highest weight, then first named. Any region or script of a language will do.
    /// What cannot be read is passed over; a field without a usable word, or one that is absurdly long, means `fallback`.
    package static func negotiated(_ field: String?, fallback: ReaderLanguage = .chinese) -> ReaderLanguage {
        guard let field, field.utf8.count <= 1024 else { return fallback }
        let ranges = field.split(separator: ",").prefix(32).enumerated().compactMap { LanguageRange($1, position: $0) }
        let offers = allCases.map { language in
            (language, ranges.filter { $0.names(language) }.min() ?? ranges.filter(\.isWildcard).min())
        }
        let wanted = offers.compactMap { language, range in
            range.flatMap { $0.weight > 0 ? (language: language, range: $0) : nil }
        }
        if let best = wanted.map(\.range).min() {
            let equals = wanted.filter { $0.range == best }.map(\.language)
            return equals.contains(fallback) ? fallback : equals[0]
        }
        // Nothing wanted: at least not what was refused.
        let refused = offers.filter { $0.1 != nil }.map(\.0)
        return refused.contains(fallback) ? allCases.first { !refused.contains($0) } ?? fallback : fallback
    }
}

/// One word of the field. Orders by preference: heavier first, then earlier.
private struct LanguageRange: Comparable {
    let primary: String
    /// 0…1000.
    let weight: Int
    let position: Int

    init?(_ text: Substring, position: Int) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(Self.trimmed)
        guard let tag = parts.first?.lowercased(), !tag.isEmpty, parts.count <= 2 else { return nil }
        let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard
            subtags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "*") } })
        else { return nil }
        guard let weight = parts.count == 1 ? 1000 : Self.weight(parts[1].lowercased()) else { return nil }
        primary = String(subtags[0])
        self.weight = weight
        self.position = position
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let front = text.drop(while: isSpace)
        return front.lastIndex { !isSpace($0) }.map { front[...$0] } ?? front
    }

    var isWildcard: Bool { primary == "*" }

    func names(_ language: ReaderLanguage) -> Bool {
        switch language {
        case .chinese: ["zh", "cmn", "yue"].contains(primary)
        case .english: primary == "en"
        }
    }

    /// `q=0.8` in thousandths (RFC 9110 §12.4.2: at most three decimals, at most 1).
    private static func weight(_ text: String) -> Int? {
        guard text.hasPrefix("q=") else { return nil }
        let digits = text.dropFirst(2).split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = digits.first, whole == "0" || whole == "1", digits.count <= 2 else { return nil }
        let decimals = digits.count == 2 ? digits[1] : ""
        guard decimals.count <= 3, decimals.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        let fraction = Int(decimals + String(repeating: "0", count: 3 - decimals.count)) ?? 0
        let value = (whole == "1" ? 1000 : 0) + fraction
        return value <= 1000 ? value : nil
    }

    static func < (left: LanguageRange, right: LanguageRange) -> Bool {
        left.weight != right.weight ? left.weight > right.weight : left.position < right.position
    }
}
