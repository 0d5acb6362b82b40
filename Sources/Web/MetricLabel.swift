/// A label whose values are known when the program is compiled: an enum with `String` raw values. So no name, number or path of a
/// person can become a label value, and the number of series is bounded.
///
/// A type that is no enum could still carry any text; a value outside `allCases` is therefore never recorded.
package protocol MetricLabel: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
    /// `[a-zA-Z_][a-zA-Z0-9_]*`
    static var labelName: StaticString { get }
}

/// Why a metric cannot be set up. All of these are faults of the program and appear at its start.
package enum MetricRefusal: Error, Sendable, Equatable {
    case badName(String)
    case duplicateName(String)
    /// Not finite or not rising.
    case badBuckets(String)
}

/// The labels of one series. Text is made only when a scraper asks.
struct MetricSeries<each Label: MetricLabel>: Hashable, Sendable {
    private let label: (repeat each Label)

    init(_ label: repeat each Label) {
        self.label = (repeat each label)
    }

    /// Whether all values are listed ones.
    var isClosed: Bool {
        for label in repeat each label { guard Self.isListed(label) else { return false } }
        return true
    }

    /// `a="x",b="y"`, or empty.
    var text: String {
        var pairs: [String] = []
        for label in repeat each label { pairs.append("\(type(of: label).labelName)=\"\(MetricText.escaped(label.rawValue))\"") }
        return pairs.joined(separator: ",")
    }

    static func == (left: Self, right: Self) -> Bool {
        for (one, other) in repeat (each left.label, each right.label) { guard one == other else { return false } }
        return true
    }

    func hash(into hasher: inout Hasher) {
        for label in repeat each label { hasher.combine(label) }
    }

    private static func isListed<One: MetricLabel>(_ label: One) -> Bool { One.allCases.contains(label) }
}

/// Names and escapes of the exposition format.
enum MetricText {
    /// Backslash, quote and line feed are escaped in label values.
    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    static func isLabelName(_ text: String) -> Bool {
        isName(text, colon: false) && !text.hasPrefix("__") && text != "le"
    }

    static func isName(_ text: String, colon: Bool = true) -> Bool {
        guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
            case 0x3A: colon
            default: false
            }
        }
    }
}
