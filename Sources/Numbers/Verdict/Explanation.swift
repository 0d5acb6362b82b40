/// What a reason says to people: why, and what would mend it, in both languages. It never repeats the number.
package struct Explanation: Sendable, Equatable {
    /// The requirement it rests on, such as R-NF-01, or the section that describes the format, such as 7.3.
    package let basis: String
    package let english: String
    package let chinese: String
    package let remedyEnglish: String
    package let remedyChinese: String

    init(_ basis: String, _ english: String, _ chinese: String, mend remedyEnglish: String, _ remedyChinese: String) {
        self.basis = basis
        self.english = english
        self.chinese = chinese
        self.remedyEnglish = remedyEnglish
        self.remedyChinese = remedyChinese
    }
}

extension Reason {
    package var explanation: Explanation {
        generalExplanation ?? cardExplanation ?? deviceExplanation ?? personExplanation ?? travelExplanation ?? unitExplanation
    }

    private var generalExplanation: Explanation? {
        switch self {
        case .empty:
            Explanation(
                "R-IQ-05", "There is no number.", "号码为空。",
                mend: "Enter the number.", "请填写号码。")
        case .character:
            Explanation(
                "R-NF-04", "The number contains a character that does not belong there.", "号码中含有不允许的字符。",
                mend: "Enter only the digits and letters printed on the card or document.", "请只填写卡片或证件上印制的数字和字母。")
        case .invalidUTF8:
            Explanation(
                "R-NF-04", "The text is not valid UTF-8.", "文本不是有效的 UTF-8 编码。",
                mend: "Save the file as UTF-8 and try again.", "请将文件另存为 UTF-8 编码后重试。")
        case .lineTooLong:
            Explanation(
                "R-NF-04", "The line is too long to be a number.", "该行过长，不可能是号码。",
                mend: "Put one number on each line.", "请每行只放一个号码。")
        case .placeholder:
            Explanation(
                "R-IQ-05", "One repeated character is not a real number.", "全部为同一字符，不是真实号码。",
                mend: "Enter the number printed on the document.", "请填写证件上印制的号码。")
        case .contactPhoneForm:
            Explanation(
                "R-NF-02", "This is not a phone number that can be called.", "不是可拨打的电话号码。",
                mend: "Enter an 11-digit mobile, a landline with area code, or a number beginning with + and the country code.",
                "请填写 11 位手机号、带区号的固定电话，或以 + 和国家代码开头的号码。")
        default: nil
        }
    }
}
