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

/// The labels of one series, checked and written as the exposition wants them.
struct MetricSeries: Hashable, Sendable {
    /// `a="x",b="y"`, or empty.
    let text: String
    let isClosed: Bool

    init<each Label: MetricLabel>(_ label: repeat each Label) {
        var pairs: [String] = []
        var isClosed = true
        for label in repeat each label {
            pairs.append("\(type(of: label).labelName)=\"\(Self.escaped(label.rawValue))\"")
            isClosed = isClosed && Self.isListed(label)
        }
        text = pairs.joined(separator: ",")
        self.isClosed = isClosed
    }

    private static func isListed<Label: MetricLabel>(_ label: Label) -> Bool { Label.allCases.contains(label) }

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
