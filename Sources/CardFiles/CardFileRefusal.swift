import Tabular

/// Why a whole file is refused. It may name columns, never what stands in them.
package struct CardFileRefusal: Error, Sendable, Equatable {
    /// The raw values are stable.
    package enum Code: String, Sendable, CaseIterable {
        case columnDuplicated = "column-duplicated"
        case columnMissing = "column-missing"
        case columnUnknown = "column-unknown"
        case headerMissing = "header-missing"
        case noRows = "no-rows"
        /// The index belongs to another file, or the file changed underneath.
        case fileChanged = "file-changed"
    }

    package enum Ground: Sendable, Equatable {
        case table(TabularRefusal)
        case cards(Code)
    }

    package let ground: Ground
    /// Which columns, for `column-duplicated` and `column-unknown`.
    package let columns: [String]

    package init(_ code: Code, columns: [String] = []) {
        ground = .cards(code)
        self.columns = columns
    }

    package init(_ refusal: TabularRefusal) {
        ground = .table(refusal)
        columns = []
    }

    /// The stable code, whichever layer refused.
    package var code: String {
        switch ground {
        case .table(let refusal): refusal.code.rawValue
        case .cards(let code): code.rawValue
        }
    }

    package var row: Int? {
        if case .table(let refusal) = ground { refusal.row } else { nil }
    }
}

extension CardFileRefusal {
    package var english: String {
        switch ground {
        case .table(let refusal): refusal.english
        case .cards(let code): code.wording.english + named
        }
    }

    package var chinese: String {
        switch ground {
        case .table(let refusal): refusal.chinese
        case .cards(let code): code.wording.chinese + named
        }
    }

    package var mendEnglish: String {
        switch ground {
        case .table(let refusal): refusal.wording.mendEnglish
        case .cards(let code): code.wording.mendEnglish
        }
    }

    package var mendChinese: String {
        switch ground {
        case .table(let refusal): refusal.wording.mendChinese
        case .cards(let code): code.wording.mendChinese
        }
    }

    private var named: String { columns.isEmpty ? "" : " (" + columns.joined(separator: ", ") + ")" }
}

extension CardFileRefusal.Code {
    package var wording: Wording {
        switch self {
        case .columnDuplicated:
            Wording(
                "Two columns mean the same.", "有两列含义相同。",
                mend: "Keep one of them, or say which column is which.", "请保留其中一列，或指定各列的含义。")
        case .columnMissing:
            Wording(
                "There is no ICCID column.", "缺少 ICCID 列。",
                mend: "Add a column headed ICCID.", "请添加标题为 ICCID 的列。")
        case .columnUnknown:
            Wording(
                "A column that was chosen is not in the file.", "指定的列不在文件中。",
                mend: "Choose among the columns of the heading.", "请从表头中选择列。")
        case .headerMissing:
            Wording(
                "The first row is a card, not a heading.", "首行是卡数据，缺少表头。",
                mend: "Insert a row above with the names of the columns, such as ICCID.", "请在首行之上插入列名，例如 ICCID、接入号。")
        case .noRows:
            Wording(
                "There are no cards below the heading.", "表头下没有卡数据。",
                mend: "Check that the right file and sheet were saved.", "请确认保存了正确的文件和工作表。")
        case .fileChanged:
            Wording(
                "The file changed while it was read.", "文件在读取过程中发生变化。",
                mend: "Send it again.", "请重新上传。")
        }
    }
}

/// What is said to people, in both languages: why, and what would mend it.
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
