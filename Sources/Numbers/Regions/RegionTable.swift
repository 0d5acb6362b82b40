/// The administrative division codes of GB/T 2260, county and above, with the years in which each stood.
///
/// Abolished codes stay valid on documents issued before (R-NF-05), so a code is only ever doubted, never refused.
/// The built-in table ends in 2017; `adding` takes newer lines at start-up, without a release.
package struct RegionTable: Sendable {
    /// A code and the name it had from one year to another; no last year: it still stood in the newest edition.
    package struct Entry: Sendable, Equatable {
        package let code: Int32
        package let firstYear: Int16
        package let lastYear: Int16?
        package let name: String
    }

    package enum Standing: Sendable, Equatable {
        case known
        case outOfYears
        case unknown
    }

    /// By code, then by first year.
    private let entries: [Entry]
    /// The distinct codes, ascending, and beside each the last year in which it stood.
    private let codes: [Int32]
    private let lastYears: [Int16]
    /// For each first four digits the position in `codes` where they begin.
    private let starts: [Int32]

    private static let open = Int16.max
    private static let prefixes = 10_000

    init(entries unsorted: [Entry]) {
        entries = unsorted.sorted { ($0.code, $0.firstYear) < ($1.code, $1.firstYear) }
        var codes: [Int32] = []
        var lastYears: [Int16] = []
        var starts = [Int32](repeating: 0, count: Self.prefixes + 1)
        for entry in entries {
            let last = entry.lastYear ?? Self.open
            if codes.last == entry.code {
                lastYears[lastYears.count - 1] = max(lastYears[lastYears.count - 1], last)
            } else {
                codes.append(entry.code)
                lastYears.append(last)
                starts[Int(entry.code) / 100 + 1] += 1
            }
        }
        for prefix in 1...Self.prefixes { starts[prefix] += starts[prefix - 1] }
        self.codes = codes
        self.lastYears = lastYears
        self.starts = starts
    }

    package var count: Int { entries.count }

    /// Whether `code` may stand on a number given to somebody or something that exists since `year`.
    ///
    /// Only codes abolished before are out of their years: numbers are given at the first registration, which may be long
    /// after birth and under a younger code. The editions are yearly, so the year after the last one counts as well.
    package func standing(of code: Int, since year: Int) -> Standing {
        guard let last = lastYear(of: code) else { return .unknown }
        return last != Self.open && Int(last) + 1 < year ? .outOfYears : .known
    }

    /// The name of `code` in `year`, or the nearest one before or after.
    package func name(of code: Int, in year: Int) -> String? {
        let start = entryIndex(of: code)
        let named = entries[start...].prefix { Int($0.code) == code }
        return (named.last { Int($0.firstYear) <= year } ?? named.first)?.name
    }

    /// The position of the first entry with `code` or a higher one.
    private func entryIndex(of code: Int) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if Int(entries[middle].code) < code { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func lastYear(of code: Int) -> Int16? {
        guard code >= 0, code < Self.prefixes * 100 else { return nil }
        if let last = exact(code) { return last }
        // 01 is the city proper (市辖区) of a prefecture: in many numbers, in no edition.
        return code % 100 == 1 ? exact(code - 1) : nil
    }

    @inline(__always)
    private func exact(_ code: Int) -> Int16? {
        let prefix = code / 100
        var position = Int(starts[prefix])
        let end = Int(starts[prefix + 1])
        while position < end {
            if codes[position] == Int32(truncatingIfNeeded: code) { return lastYears[position] }
            position += 1
        }
        return nil
    }
}

extension RegionTable {
    /// The table compiled into the program.
    package static let builtIn = RegionTable(entries: RegionTable.read(GB2260.lines).entries)

    /// This table and more lines, in the form `read` describes. Throws at the first line that cannot be read.
    package func adding(lines: String) throws(RegionLineFault) -> RegionTable {
        let (added, fault) = Self.read(lines)
        if let fault { throw fault }
        return RegionTable(entries: entries + added)
    }
}
