/// A line that is not `code<TAB>name<TAB>first<TAB>last`.
package struct RegionLineFault: Error, Equatable {
    /// Counted from 1.
    package let line: Int

    package init(line: Int) { self.line = line }
}

extension RegionTable {
    /// Reads lines of six-digit code, name, first and last year (`2017` or `2017-12`), tab-separated; the last year is empty
    /// while the code stands. Empty lines, a heading and lines that begin with `#` are skipped.
    static func read(_ lines: String) -> (entries: [Entry], fault: RegionLineFault?) {
        var entries: [Entry] = []
        var number = 0
        for line in lines.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let line = line.last == 0x0D ? line.dropLast() : line
            if line.isEmpty || line.first == 0x23 || (number == 1 && line.starts(with: "code\t".utf8)) { continue }
            guard let entry = entry(line) else { return (entries, RegionLineFault(line: number)) }
            entries.append(entry)
        }
        return (entries, nil)
    }

    private static func entry(_ line: Substring.UTF8View) -> Entry? {
        let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        guard fields.count == 3 || fields.count == 4, fields[0].count == 6, !fields[1].isEmpty else { return nil }
        guard let code = Int32(Substring(fields[0])), code >= 0, let first = year(fields[2]) else { return nil }
        var last: Int16?
        if fields.count == 4, !fields[3].isEmpty {
            last = year(fields[3])
            guard let last, last >= first else { return nil }
        }
        return Entry(code: code, firstYear: first, lastYear: last, name: String(Substring(fields[1])))
    }

    /// The year of `2017` or `2017-12`.
    private static func year(_ field: Substring.UTF8View) -> Int16? {
        guard field.count == 4 || field.count == 7, field.prefix(4).allSatisfy(\.isDigit) else { return nil }
        return Int16(Substring(field.prefix(4)))
    }
}
