/// What every copy that leaves says of itself (R-25-12): what the document may be used for, by whom, when, and why it was opened.
package struct WatermarkText: Hashable, Sendable {
    /// One statement a line.
    package let lines: [String]

    /// Longer names and purposes are cut, so that the text stays small enough to stand on the copy many times; the trail has them in full.
    static let mostOfOperator = 40
    static let mostOfPurpose = 60

    /// - Parameter date: as it is to be read, of the day in Shanghai.
    package init(operator name: String, date: String, purpose: String) {
        let name = Self.bounded(name, Self.mostOfOperator)
        lines = ["仅供物联网卡实名登记使用", name.isEmpty ? date : "\(name) \(date)", "用途：\(Self.bounded(purpose, Self.mostOfPurpose))"]
    }

    init(lines: [String]) {
        self.lines = lines
    }

    package var text: String { lines.joined(separator: "\n") }

    /// On one line, without characters that are not seen, and no longer than agreed; by code points, since one character may have any
    /// number of them.
    private static func bounded(_ text: String, _ most: Int) -> String {
        let space: Unicode.Scalar = " "
        let seen = text.unicodeScalars.map { isBlank($0) ? space : $0 }.filter { !isHidden($0) }
        let words = Array(seen.split(separator: space).joined(separator: [space]))
        let kept = words.count <= most ? words : words.prefix(most - 1) + ["…"]
        return String(String.UnicodeScalarView(kept))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}
