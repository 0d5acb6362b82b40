import Registry

/// What an organisation's name must be: 1 to 200 characters on one line.
enum OrganisationRules {
    static func name(_ text: String) throws(Refusal) -> String {
        let trimmed = text.trimmed
        guard TextBounds(1...200).admit(trimmed), !trimmed.hasControlCharacters else { throw .organisationNameInvalid }
        return trimmed
    }
}

extension String {
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    var hasControlCharacters: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control || $0.properties.generalCategory == .format }
    }
}

extension Refusal {
    package static let organisationNameInvalid = Refusal(
        "organisation-name-invalid", .invalid, house: .form, en: "The name has 1 to 200 characters on one line.", zh: "名称须为一行 1 至 200 个字符。",
        mend: LocalText(en: "Give the organisation's name.", zh: "请填写机构名称。"), pointer: "/name")
}
