extension TabularRefusal {
    /// What a refusal says to people, in both languages: why, and what would mend it.
    package struct Wording: Sendable, Equatable {
        package let english: String
        package let chinese: String
        package let mendEnglish: String
        package let mendChinese: String

        init(_ english: String, _ chinese: String, mend mendEnglish: String, _ mendChinese: String) {
            self.english = english
            self.chinese = chinese
            self.mendEnglish = mendEnglish
            self.mendChinese = mendChinese
        }
    }

    package var wording: Wording { code.wording }

    /// The sentence with the place in front, when one is known.
    package var english: String {
        if let row { return "Row \(row): \(wording.english)" }
        if let offset { return "Byte \(offset): \(wording.english)" }
        return wording.english
    }

    package var chinese: String {
        if let row { return "第 \(row) 行：\(wording.chinese)" }
        if let offset { return "第 \(offset) 字节：\(wording.chinese)" }
        return wording.chinese
    }
}

extension TabularRefusal.Code {
    package var wording: TabularRefusal.Wording { fileWording ?? rowWording ?? workbookWording }

    private var fileWording: TabularRefusal.Wording? {
        switch self {
        case .fileEmpty:
            .init("The file is empty.", "文件为空。", mend: "Check that the right file was chosen.", "请确认选择了正确的文件。")
        case .notATable:
            .init(
                "The file is not a table.", "文件不是表格。",
                mend: "Send a CSV, TXT or XLSX file.", "请上传 CSV、TXT 或 XLSX 文件。")
        case .xlsOldFormat:
            .init(
                "The file is in an old Office format.", "文件为旧版 Office 格式。",
                mend: "Open it and save it as .xlsx.", "请打开后另存为 .xlsx 格式。")
        case .workbookEncrypted:
            .init(
                "The workbook is protected by a password.", "工作簿已加密。",
                mend: "Remove the password and save it again.", "请取消打开密码后重新保存。")
        case .encodingUnknown:
            .init(
                "The text is neither UTF-8 nor GB18030.", "文本编码既不是 UTF-8 也不是 GB18030。",
                mend: "Save it as CSV UTF-8 or as .xlsx.", "请另存为 CSV UTF-8 或 .xlsx 格式。")
        case .encodingUnavailable:
            .init(
                "This server cannot read GB18030.", "本服务器无法读取 GB18030 编码。",
                mend: "Save it as CSV UTF-8 or as .xlsx.", "请另存为 CSV UTF-8 或 .xlsx 格式。")
        case .readFailed:
            .init(
                "The file could not be read to its end.", "文件未能完整读取。",
                mend: "Send it again.", "请重新上传。")
        default: nil
        }
    }

    private var rowWording: TabularRefusal.Wording? {
        switch self {
        case .rowTooLong:
            .init(
                "The row is too long.", "该行过长。",
                mend: "Check that every row ends with a line break.", "请检查每行末尾是否有换行。")
        case .fieldTooLong:
            .init(
                "A cell holds too much text.", "单元格内容过长。",
                mend: "Shorten it or delete the column.", "请缩短内容或删除该列。")
        case .tooManyColumns:
            .init(
                "The row has too many columns.", "列数过多。",
                mend: "Keep only the columns that are needed.", "请只保留需要的列。")
        case .tooManyRows:
            .init(
                "The file has too many rows.", "行数过多。",
                mend: "Split it into several files.", "请拆分为多个文件。")
        case .rowsOutOfOrder:
            .init(
                "The rows or cells of the sheet are not in order.", "工作表的行或单元格顺序错乱。",
                mend: "Open the file in Excel or WPS and save it again.", "请用 Excel 或 WPS 打开后重新保存。")
        case .noVisibleSheet:
            .init(
                "The workbook has no visible sheet.", "工作簿中没有可见的工作表。",
                mend: "Show the sheet with the data.", "请取消隐藏数据所在的工作表。")
        default: nil
        }
    }

    private var workbookWording: TabularRefusal.Wording {
        switch self {
        case .workbookPartMissing:
            .init(
                "The file is an archive, but not a workbook.", "文件是压缩包，但不是 XLSX 工作簿。",
                mend: "Open it in Excel or WPS and save it as .xlsx.", "请用 Excel 或 WPS 打开后另存为 .xlsx 格式。")
        case .workbookMarkupForbidden:
            .init(
                "The workbook contains declarations that no spreadsheet program writes.", "工作簿包含表格软件不会写入的声明。",
                mend: "Open it in Excel or WPS and save it again.", "请用 Excel 或 WPS 打开后重新保存。")
        case .workbookTooLarge:
            .init(
                "The workbook is too large.", "工作簿过大。",
                mend: "Split it, or save it as CSV.", "请拆分文件，或另存为 CSV 格式。")
        case .workbookSuspicious:
            .init(
                "The workbook grows suspiciously when unpacked.", "工作簿解压后异常膨胀。",
                mend: "Copy the data into a new workbook, or save it as CSV.", "请将数据复制到新工作簿，或另存为 CSV 格式。")
        case .workbookTooManyParts:
            .init(
                "The workbook has too many parts.", "工作簿包含的部件过多。",
                mend: "Copy the data into a new workbook.", "请将数据复制到新工作簿。")
        case .workbookTooManyTexts:
            .init(
                "The workbook holds too much text.", "工作簿文本过多。",
                mend: "Split it, or save it as CSV.", "请拆分文件，或另存为 CSV 格式。")
        default:
            .init(
                "The workbook is damaged.", "工作簿已损坏。",
                mend: "Open it in Excel or WPS and save it again.", "请用 Excel 或 WPS 打开后重新保存。")
        }
    }
}
