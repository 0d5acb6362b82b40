import Numbers

/// Free text that stands in clear, or is shown unmasked: what the cards are for, departments, purposes, a reviewer's words. It must hold no
/// personal data (R-DP-21); names of units and departments are public.
package struct OpenText: Sendable {
    private let numbers: PersonalNumbers
    private let names: Set<String>
    private let spellings: Fragments

    /// - Parameter names: of the persons concerned.
    package init(today: CivilDate, names: some Sequence<String> = []) {
        numbers = PersonalNumbers(today: today)
        self.names = Set(names.map(Self.bare).filter { $0.unicodeScalars.count > 1 })
        spellings = Fragments(self.names)
    }

    /// Why the text is not taken; nil when it is.
    package func refusal(of text: String?, at pointer: String) -> Refusal? {
        guard let text, !text.isEmpty else { return nil }
        if let kind = numbers.first(in: text) { return .personalNumberInText(kind).at(pointer) }
        // By canonical equivalence, since one name has several spellings in bytes; and by its bytes, whatever marks follow it.
        let bare = Self.bare(text)
        return spellings.occur(in: bare) || names.contains(where: { bare.contains($0) }) ? .personalNameInText.at(pointer) : nil
    }

    package func demand(_ text: String?, at pointer: String) throws(Refusal) {
        if let refusal = refusal(of: text, at: pointer) { throw refusal }
    }

    /// Without blanks, dots and marks that nobody sees, in small letters.
    private static func bare(_ text: String) -> String {
        var bare = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .spaceSeparator, .control, .format, .otherPunctuation, .dashPunctuation: continue
            default: bare.append(scalar)
            }
        }
        return String(bare)
    }
}

extension ApplicationContent {
    /// What of the content is kept in clear, with its place.
    package var openTexts: [(text: String?, pointer: String)] {
        [
            (usingDepartment, "/usingDepartment"), (use?.deviceType, "/use/deviceType"), (use?.deviceModel, "/use/deviceModel"),
            (use?.scene, "/use/scene"), (use?.region, "/use/region"),
        ]
    }

    package static let openTextBounds = TextBounds(1...200)

    /// Names of the persons in it.
    package var personNames: [String] {
        [handler, responsiblePerson, actualUser, proxy, holder, guardian].compactMap { $0?.name }
    }
}

extension Refusal {
    package static func personalNumberInText(_ kind: PersonalNumbers.Kind) -> Refusal {
        let what: LocalText =
            switch kind {
            case .identityNumber: LocalText(en: "an identity number", zh: "身份证件号码")
            case .permitOrPassport: LocalText(en: "the number of a permit or passport", zh: "通行证或护照号码")
            case .phone: LocalText(en: "a phone number", zh: "电话号码")
            }
        return Refusal(
            "personal-number-in-text", .invalid, requirements: ["R-DP-21"], en: "In this text stands what looks like \(what.en).",
            zh: "该文本中疑似含有\(what.zh)。",
            mend: LocalText(en: "Leave numbers of persons out; their own fields are for that.", zh: "请去除个人号码，并填写在对应字段中。"))
    }

    package static let personalNameInText = Refusal(
        "personal-name-in-text", .invalid, requirements: ["R-DP-21"], en: "In this text stands the name of a person of the registration.",
        zh: "该文本中含有登记人员的姓名。",
        mend: LocalText(en: "Name the role, such as the responsible person, in place of the name.", zh: "请以角色（如责任人）代替姓名。"))

    package static let textTooLong = Refusal(
        "text-too-long", .invalid, house: .limits, en: "The text is too long, or has heaps of marks on its letters.", zh: "文本过长，或含有过多附加符号。",
        mend: LocalText(en: "Shorten it.", zh: "请缩短。"))
}
