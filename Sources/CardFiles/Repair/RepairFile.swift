import Tabular

/// Writes the rows that failed, as they were sent, with what is wrong in front. Corrected, it can be sent again as it is: its
/// first two columns are known and passed over.
///
/// All cells are text, so that opening it in a spreadsheet spoils no number. It holds what people sent: seal it, let it expire,
/// and give it to its uploader only.
package struct RepairFile {
    package enum Form: String, Sendable {
        case xlsx
        case csv
    }

    package enum Language: Sendable {
        case chinese
        case english
    }

    private enum Output {
        case xlsx(XLSXWriter)
        case csv(CSVWriter)
    }

    private let language: Language
    /// Columns that an earlier repair file added.
    private let former: Set<Int>
    private var output: Output

    /// - Parameter write: takes the next bytes of the file; an error ends the writing and is passed on.
    package init(
        _ heading: CardFileHeading, form: Form, language: Language, write: @escaping ([UInt8]) throws -> Void
    ) throws {
        self.language = language
        former = Set(heading.columns.filter(\.isRepair).map(\.place))
        switch form {
        case .xlsx:
            let widths = [40, 40] + Array(repeating: 24, count: heading.columns.count)
            output = .xlsx(try XLSXWriter(sheet: language == .chinese ? "待修正" : "To be mended", widths: widths, write: write))
        case .csv: output = .csv(CSVWriter(write: write))
        }
        let names = heading.columns.map { column in
            column.name.isEmpty ? column.field.map { language == .chinese ? $0.chinese : $0.english } ?? "" : column.name
        }
        let added = [RepairColumns.problem(language), RepairColumns.mend(language)]
        try emit(added + kept(names))
    }

    /// Adds a row: its cells as `CardLines.cells` gave them, and what was found.
    package mutating func row(_ cells: [String], _ findings: [RowFinding]) throws {
        let isChinese = language == .chinese
        let problems = findings.map { isChinese ? $0.chinese : $0.english }
        var mends: [String] = []
        for finding in findings {
            let mend = isChinese ? finding.code.wording.mendChinese : finding.code.wording.mendEnglish
            if !mends.contains(mend) { mends.append(mend) }
        }
        try row(cells, problem: problems.joined(separator: " "), mend: mends.joined(separator: " "))
    }

    /// Adds a row that failed for a reason outside the file.
    package mutating func row(_ cells: [String], problem: String, mend: String) throws {
        try emit([problem, mend] + kept(cells))
    }

    package mutating func finish() throws {
        switch output {
        case .xlsx(var writer):
            try writer.finish()
            output = .xlsx(writer)
        case .csv(var writer):
            try writer.finish()
            output = .csv(writer)
        }
    }

    private func kept(_ cells: [String]) -> [String] {
        former.isEmpty ? cells : cells.enumerated().filter { !former.contains($0.offset) }.map(\.element)
    }

    private mutating func emit(_ cells: [String]) throws {
        switch output {
        case .xlsx(var writer):
            try writer.row(cells)
            output = .xlsx(writer)
        case .csv(var writer):
            try writer.row(cells)
            output = .csv(writer)
        }
    }
}

private enum RepairColumns {
    static func problem(_ language: RepairFile.Language) -> String {
        language == .chinese ? ColumnNames.problem.chinese : ColumnNames.problem.english
    }

    static func mend(_ language: RepairFile.Language) -> String {
        language == .chinese ? ColumnNames.mend.chinese : ColumnNames.mend.english
    }
}
