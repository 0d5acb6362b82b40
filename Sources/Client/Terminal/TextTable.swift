/// Rows as text: aligned columns for people, one tab between fields for programs.
package enum TextTable {
    package static func aligned(headings: [String], rows: [[String]]) -> String {
        let lines = ([headings] + rows).map { $0.map(plain) }
        let widths = headings.indices.map { column in lines.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return lines.map { line in
            let cells = zip(line, widths).map { DisplayWidth.padded($0, to: $1) }
            return trimmed(cells.joined(separator: "  ")) + "\n"
        }.joined()
    }

    /// Without headings: `cut` and `awk` need none.
    package static func tabSeparated(rows: [[String]]) -> String {
        rows.map { $0.map(plain).joined(separator: "\t") + "\n" }.joined()
    }

    /// Names and values, one pair a line.
    package static func facts(_ pairs: [(name: String, value: String)], isTerminal: Bool) -> String {
        guard isTerminal else { return tabSeparated(rows: pairs.map { [$0.name, $0.value] }) }
        let width = pairs.map { DisplayWidth.of($0.name) }.max() ?? 0
        return pairs.map { trimmed(DisplayWidth.padded($0.name, to: width) + "  " + plain($0.value)) + "\n" }.joined()
    }

    /// What others wrote must not steer the terminal, nor end a field or line.
    package static func plain(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { plain.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(plain)
    }

    /// The same of a text of several lines, which stay lines.
    package static func plainLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { plain(String($0)) }.joined(separator: "\n")
    }

    /// JSON that stays the same value: what would steer a terminal is escaped. Its lines stay lines.
    package static func plainJSON(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: steersInJSON) else { return text }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if steersInJSON(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                plain.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
            } else {
                plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// All of them are of four hexadecimal digits at most.
    private static func steersInJSON(_ scalar: UnicodeScalar) -> Bool { scalar != "\n" && isControl(scalar) }

    /// C0, C1, DEL and the marks that change the direction of what follows.
    private static func isControl(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
