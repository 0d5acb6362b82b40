/// How long a text from outside may be: in Unicode scalars, and in bytes of UTF-8. What looks like one character may be a letter with
/// a thousand marks on it, so characters are not what is counted.
package struct TextBounds: Hashable, Sendable {
    private let scalars: ClosedRange<Int>
    /// Most marks on one letter: names of all scripts need at most four.
    private static let marksMax = 4

    package init(_ scalars: ClosedRange<Int>) {
        self.scalars = scalars
    }

    /// Three bytes a scalar at most on the whole: room for Han text with some rare characters of four bytes in it.
    package var bytesMax: Int { max(16, scalars.upperBound * 3) }

    package func admit(_ text: String) -> Bool {
        text.utf8.count <= bytesMax && scalars.contains(text.unicodeScalars.count) && !Self.isHeapOfMarks(text)
    }

    /// Whether people see what is written: not blank, no controls, and no marks that nobody sees, such as those that turn the direction of
    /// what follows.
    ///
    /// - Parameter lines: whether it may have line ends.
    package static func isSeen(_ text: String, lines: Bool = false) -> Bool {
        !text.allSatisfy(\.isWhitespace)
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control: lines && scalar == "\n"
                case .format, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
    }

    private static func isHeapOfMarks(_ text: String) -> Bool {
        var marks = 0
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: marks += 1
            default: marks = 0
            }
            if marks > marksMax { return true }
        }
        return false
    }
}
