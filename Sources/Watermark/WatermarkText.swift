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

    package var text: String { lines.joined(separator: "\n") }

    /// On one line, without characters that are not seen, and no longer than agreed; by code points, since one character may have any
    /// number of them.
    private static func bounded(_ text: String, _ most: Int) -> String {
        let seen = text.unicodeScalars.map { isBlank($0) ? " " : $0 }.filter { !isHidden($0) }
        let words = seen.split(separator: " ").joined(separator: " ")
        return String(String.UnicodeScalarView(words.count <= most ? Array(words) : words.prefix(most - 1) + ["…"]))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}
