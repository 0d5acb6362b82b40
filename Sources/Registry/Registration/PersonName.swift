/// Names as the inspection rules want them (R-IQ-02): two or more Han characters and dots; looser for foreign documents; no dummies.
package enum PersonName {
    private static let dots: Set<Character> = [".", "·", "•", "．"]
    /// Exact dummies and fragments, from inspection practice (S): extended by configuration later, never shortened.
    private static let dummyNames: Set<String> = ["测试", "test", "TEST", "无名", "不详", "张三", "李四", "匿名", "未知", "先生", "女士", "客户", "用户"]
    private static let dummyFragments = Fragments(["测试", "虚拟", "预开户", "某某", "test", "TEST", "Test", "xxx", "XXX", "***"])

    /// Without spaces at the ends; inner runs of spaces (also ideographic) become one.
    package static func tidied(_ text: String) -> String {
        text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    }

    static func isDummy(_ text: String) -> Bool {
        dummyNames.contains(text) || dummyFragments.occur(in: text)
    }

    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x2_0000...0x3_ffff, 0x3007: true
        default: false
        }
    }

    static func hanCount(_ text: String) -> Int { text.unicodeScalars.count(where: isHan) }

    struct Problem {
        let code: String
        var requirement = "R-IQ-02"
        let text: LocalText
        let mend: LocalText

        func at(_ pointer: String) -> CheckOutcome {
            CheckOutcome(.failed, code, requirement, at: pointer, en: text.en, zh: text.zh, mend: mend)
        }
    }

    static func problem(in text: String, isUnit: Bool, isLatinUsual: Bool) -> Problem? {
        let mend = LocalText(en: "Write the name exactly as on the document.", zh: "请按证件上的姓名（名称）填写。")
        if isDummy(text) {
            return Problem(code: "name-dummy", text: LocalText(en: "This is not a real name.", zh: "不是真实姓名（名称）。"), mend: mend)
        }
        guard TextBounds(1...(isUnit ? 100 : 60)).admit(text) else {
            return Problem(code: "name-too-long", text: LocalText(en: "The name is too long.", zh: "姓名（名称）过长。"), mend: mend)
        }
        let isForm =
            if isUnit {
                hanCount(text) >= 2 || text.count(where: \.isLetter) >= 4
            } else if isLatinUsual {
                text.count >= 2 && text.allSatisfy { $0.isLetter || dots.contains($0) || " '-,".contains($0) }
            } else {
                hanCount(text) >= 2 && text.allSatisfy { $0.unicodeScalars.allSatisfy(isHan) || dots.contains($0) }
            }
        guard isForm else {
            return Problem(
                code: "name-form",
                text: LocalText(
                    en: isUnit
                        ? "This is not the name of a unit."
                        : "A name has two or more Chinese characters, with dots where the document has them.",
                    zh: isUnit ? "不是有效的单位名称。" : "姓名应为两个以上汉字，可含间隔点。"), mend: mend)
        }
        return nil
    }
}

/// Addresses as the inspection rules want them (R-IQ-06).
enum PostalAddress {
    private static let dummyFragments = Fragments(["测试", "无地址", "不详", "test", "TEST", "xxx", "XXX", "***"])

    static func problem(in text: String, isLatinUsual: Bool) -> PersonName.Problem? {
        let mend = LocalText(en: "Write the address as on the document, from province to house number.", zh: "请按证件填写从省份到门牌的完整地址。")
        let reason: LocalText? =
            if text.count < 8 || !TextBounds(8...200).admit(text) {
                LocalText(en: "The address is too short or too long.", zh: "地址过短或过长。")
            } else if !isLatinUsual && PersonName.hanCount(text) < 2 {
                LocalText(en: "The address has no Chinese characters.", zh: "地址应包含汉字。")
            } else if text.first?.isNumber ?? true {
                LocalText(en: "The address begins with a digit.", zh: "地址不应以数字开头。")
            } else if dummyFragments.occur(in: text) {
                LocalText(en: "This is not a real address.", zh: "不是真实地址。")
            } else { nil }
        return reason.map { PersonName.Problem(code: "address-form", requirement: "R-IQ-06", text: $0, mend: mend) }
    }
}
