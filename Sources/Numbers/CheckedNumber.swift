/// What a rule may need besides the text. Ring 0 has no clock: the day comes in as a value.
package struct NumberContext: Sendable {
    /// The day of the check, in China.
    package let today: CivilDate
    package let regions: RegionTable

    package init(today: CivilDate, regions: RegionTable = .builtIn) {
        self.today = today
        self.regions = regions
    }
}

/// A number of one format that its rules let through.
///
/// It shows itself masked wherever it is printed or interpolated; `text` is the plain number (R-DP-22).
package protocol CheckedNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    static var kind: NumberKind { get }

    /// The normalised characters.
    var text: NumberText { get }

    /// What those without permission to see the number may see of it (R-DP-22).
    var masked: String { get }

    /// Takes text that `check` let through before, such as a column read back. Nothing is checked again.
    init(trusted text: NumberText)

    /// Judges UTF-8 as people type and copy it. The bytes are not kept; nothing is allocated when the answer is `ok`.
    static func check(utf8: UnsafeBufferPointer<UInt8>, in context: NumberContext) -> Verdict<Self>
}

extension CheckedNumber {
    /// Takes text that `check` let through before; nil when it cannot be normalised text at all.
    package init?(normalised: String) {
        guard let text = NumberText(normalised), !text.isEmpty else { return nil }
        self.init(trusted: text)
    }

    package static func check(_ text: String, in context: NumberContext) -> Verdict<Self> {
        var text = text
        return text.withUTF8 { check(utf8: $0, in: context) }
    }

    package static func check(_ text: String, today: CivilDate) -> Verdict<Self> {
        check(text, in: NumberContext(today: today))
    }

    package static func check(utf8: UnsafeBufferPointer<UInt8>, today: CivilDate) -> Verdict<Self> {
        check(utf8: utf8, in: NumberContext(today: today))
    }

    package var description: String { masked }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
