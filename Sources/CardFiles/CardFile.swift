import Numbers
import Tabular

/// A table of cards that somebody sent: opened for its heading, gone through once for what rows say about each other, and
/// once more for the cards.
///
/// ```
/// let file = try CardFile(upload, options: options)
/// let index = try file.index(seed: seed) { rows in report(rows) }
/// let lines = try file.lines(index)
/// while let line = try lines.next() { … }
/// ```
package final class CardFile {
    package let heading: CardFileHeading
    private let options: CardFileOptions
    /// Keeps what a workbook had to load.
    private let opened: TableReader

    /// Rows between two reports of progress.
    package static let progressStep = 10_000

    package init(_ bytes: any RandomAccessBytes, options: CardFileOptions) throws(CardFileRefusal) {
        self.options = options
        do throws(TabularRefusal) {
            opened = try TableReader(bytes, limits: options.limits)
        } catch {
            throw CardFileRefusal(error)
        }
        heading = try HeadingProbe(options: options).heading(of: opened)
    }

    /// Goes through all rows and finds those that repeat or contradict others. A refusal of any row's form ends it.
    /// - Parameters:
    ///   - seed: random words of this process.
    ///   - rowsMax: only the first so many rows are looked at.
    ///   - progress: called every `progressStep` rows with their count; an error ends the pass and is passed on.
    package func index(seed: HashSeed, rowsMax: Int = .max, progress: (Int) throws -> Void = { _ in }) throws -> CardFileIndex {
        let reader = try reader()
        var judge = RowJudge(heading, context: options.context, seed: seed)
        var keys = CardKeys()
        var row = JudgedRow()
        var rows = 0
        while rows < rowsMax, try Self.advance(reader) {
            judge.judge(reader, into: &row)
            rows += 1
            if row.problems.isEmpty, let iccid = row.iccid, !keys.append(row, iccid, seed: seed) {
                throw CardFileRefusal(TabularRefusal(.tooManyRows, row: reader.rowNumber))
            }
            if rows % Self.progressStep == 0 { try progress(rows) }
        }
        try progress(rows)
        var search = ContradictionSearch(seed: seed)
        return search.search(keys, rows: rows)
    }

    /// The rows in order. With `from`, those before that row are passed over: where an interrupted reading goes on.
    package func lines(_ index: CardFileIndex, from row: Int = 0) throws(CardFileRefusal) -> CardLines {
        CardLines(try reader(), RowJudge(heading, context: options.context), index, from: row)
    }

    /// A reader that stands on the heading.
    private func reader() throws(CardFileRefusal) -> TableReader {
        let reader: TableReader
        do throws(TabularRefusal) { reader = try opened.fromStart() } catch { throw CardFileRefusal(error) }
        while heading.row > reader.rowNumber {
            guard try Self.advance(reader) else { throw CardFileRefusal(.fileChanged) }
        }
        return reader
    }

    static func advance(_ reader: TableReader) throws(CardFileRefusal) -> Bool {
        do throws(TabularRefusal) { return try reader.next() } catch { throw CardFileRefusal(error) }
    }
}

/// The second pass: what became of each row, in order.
package final class CardLines {
    private let reader: TableReader
    private var judge: RowJudge
    private var row = JudgedRow()
    private let index: CardFileIndex
    private var cursor = 0
    private let from: Int
    private var rows = 0

    init(_ reader: TableReader, _ judge: RowJudge, _ index: CardFileIndex, from: Int) {
        self.reader = reader
        self.judge = judge
        self.index = index
        self.from = from
    }

    /// Nil at the end of the file.
    package func next() throws(CardFileRefusal) -> CardLine? {
        while try CardFile.advance(reader) {
            rows += 1
            if reader.rowNumber < from { continue }
            return line()
        }
        if rows != index.rows { throw CardFileRefusal(.fileChanged) }
        return nil
    }

    /// The cells of the row that `next()` gave last, as they stand in the file: for the repair file, which is sealed.
    package var cells: [String] { (0..<reader.fieldCount).map { reader.text($0) } }

    private func line() -> CardLine {
        judge.judge(reader, into: &row)
        let number = row.rowNumber
        guard let card = row.card else { return .problem(row: number, row.problems) }
        let exceptions = index.exceptions
        while cursor < exceptions.count && exceptions[cursor].row < number { cursor += 1 }
        guard cursor < exceptions.count, exceptions[cursor].row == number else { return .card(card) }
        if exceptions[cursor].kind == .repetition { return .repetition(row: number, of: Int(exceptions[cursor].other)) }
        var findings: [RowFinding] = []
        while cursor < exceptions.count && exceptions[cursor].row == number {
            let exception = exceptions[cursor]
            findings.append(RowFinding(.contradictionInFile, field: exception.kind.field, otherRow: Int(exception.other)))
            cursor += 1
        }
        return .problem(row: number, findings)
    }
}
