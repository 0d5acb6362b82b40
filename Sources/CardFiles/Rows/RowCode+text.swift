import Numbers

extension RowCode {
    package var wording: Wording {
        switch self {
        case .number(let reason):
            let said = reason.explanation
            return Wording(said.english, said.chinese, mend: said.remedyEnglish, said.remedyChinese)
        default: return excelWording ?? rowWording
        }
    }

    private static let asText = (
        english: "Format the column as text before pasting the numbers, and take them from the source again.",
        chinese: "请先将该列设为“文本”格式，再从来源重新粘贴号码。"
    )

    private var excelWording: Wording? {
        switch self {
        case .excelScientific:
            Wording(
                "The spreadsheet has turned the number into a power of ten.", "号码已被表格软件转换为科学计数法。",
                mend: Self.asText.english, Self.asText.chinese)
        case .excelTrailingZeros:
            Wording(
                "The spreadsheet has replaced the last digits with zeros.", "号码末尾的数字已被表格软件变为 0。",
                mend: Self.asText.english, Self.asText.chinese)
        case .excelLeadingZerosLost:
            Wording(
                "The number is too short; the spreadsheet has probably dropped leading zeros.", "号码位数不足，开头的 0 可能已被表格软件丢弃。",
                mend: Self.asText.english, Self.asText.chinese)
        case .numberStoredAsNumber:
            Wording(
                "The cell holds a number instead of text. It is still exact.", "单元格为数值格式而非文本，目前未失真。",
                mend: "Format the column as text next time.", "下次请将该列设为“文本”格式。")
        case .cellError:
            Wording(
                "The cell holds an error of the spreadsheet.", "单元格为公式错误值。",
                mend: "Replace the formula with its value.", "请将公式替换为实际内容。")
        default: nil
        }
    }

    private var rowWording: Wording {
        switch self {
        case .quoteUnclosed:
            Wording(
                "A quotation mark is opened and not closed.", "引号未闭合。",
                mend: "Remove or close it.", "请删除或补全引号。")
        case .quoteMisplaced:
            Wording(
                "Text stands behind a closing quotation mark.", "引号之后有多余文字。",
                mend: "Double the quotation marks inside the text, or remove them.", "请将内容中的引号写成两个，或删除引号。")
        case .cellsBeyondHeading:
            Wording(
                "The row has more cells than the heading.", "该行的单元格多于表头。",
                mend: "Look for a separator inside a text, and put that text into quotation marks.", "请检查内容中是否含有分隔符，并用引号括起该内容。")
        case .carrierUnknown:
            Wording(
                "Nobody knows this carrier.", "无法识别运营商。",
                mend: "Write 移动, 电信, 联通, 广电 or the code of a reseller.", "请填写移动、电信、联通、广电或转售企业代码。")
        case .carrierDoubtful:
            Wording(
                "The ICCID looks like one of another carrier.", "ICCID 看起来属于其他运营商。",
                mend: "Compare with the card.", "请与卡片核对。")
        case .provinceUnknown:
            Wording(
                "Nobody knows this province.", "无法识别省份。",
                mend: "Write the name or the two-digit code, such as 江苏 or 32.", "请填写省份名称或两位代码，例如江苏或 32。")
        case .textTooLong:
            Wording(
                "The text is too long.", "内容过长。",
                mend: "Shorten it.", "请缩短内容。")
        case .textControlCharacter:
            Wording(
                "The text contains a character that cannot be seen.", "内容含有不可见字符。",
                mend: "Type it again.", "请重新输入。")
        case .repeatInFile:
            Wording(
                "The row repeats another one and counts once.", "该行与另一行重复，只计一次。",
                mend: "Nothing needs to be done.", "无需处理。")
        default:
            Wording(
                "The row contradicts another one; neither was taken.", "该行与另一行矛盾，均未采用。",
                mend: "Find out which one is right and send only that.", "请核实哪一行正确，只提交正确的一行。")
        }
    }
}

extension RowFinding {
    /// The sentence with field and other row in front.
    package var english: String {
        place(field?.english, otherRow.map { "row \($0)" }, separator: ", ", colon: ": ") + code.wording.english
    }

    package var chinese: String {
        place(field?.chinese, otherRow.map { "第 \($0) 行" }, separator: "，", colon: "：") + code.wording.chinese
    }

    private func place(_ field: String?, _ row: String?, separator: String, colon: String) -> String {
        let parts = [field, row].compactMap(\.self)
        return parts.isEmpty ? "" : parts.joined(separator: separator) + colon
    }
}
