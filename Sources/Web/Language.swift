import Registry

/// The two languages of the interface.
package enum Language: String, CaseIterable, Sendable {
    case en, zh

    /// The preferred one of an `Accept-Language` header (RFC 9110 section 12.5.4); English when neither is wanted.
    /// Reads at most the first 256 characters.
    package init(accepting header: String?) {
        var best: (language: Language, weight: Double)?
        for range in (header ?? "").prefix(256).split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.drop(while: { $0 == " " }) }
            guard let tag = parts.first?.lowercased(), let language = Self.named(tag) else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if weight > 0, weight > best?.weight ?? 0 { best = (language, weight) }
        }
        self = best?.language ?? .en
    }

    private static func named(_ tag: String) -> Language? {
        let primary = tag.prefix { $0 != "-" && $0 != " " }
        return primary == "*" ? .en : Language(rawValue: String(primary))
    }
}

extension LocalText {
    package func text(in language: Language) -> String {
        switch language {
        case .en: en
        case .zh: zh
        }
    }
}
