/// What tells the part of a picture between two conspicuous spots: 256 bits that stay nearly the same when edges are cut off beyond the
/// spots, and when the picture is made smaller, stored anew or a little lighter (docs/reading.md has what was measured).
package struct PictureExcerpt: Hashable, Sendable {
    /// Four.
    package let words: [UInt64]

    package static let wordCount = 4

    /// nil for what is no excerpt.
    package init?(_ words: [UInt64]) {
        guard words.count == Self.wordCount else { return nil }
        self.words = words
    }

    /// One after the other; what is left over is none.
    package static func all(_ words: [UInt64]) -> [PictureExcerpt] {
        stride(from: 0, to: words.count, by: wordCount).compactMap { start in
            PictureExcerpt(Array(words[start..<min(start + wordCount, words.count)]))
        }
    }

    /// So many bits may differ between two copies of one picture. Of other pictures that were tried none differed in fewer than 18
    /// (docs/reading.md).
    package static let copyBits = 10

    package func isCopy(of other: PictureExcerpt) -> Bool {
        zip(words, other.words).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount } <= Self.copyBits
    }
}

/// A picture's excerpts.
package struct PictureExcerpts: Hashable, Sendable {
    /// By which later copies find it.
    package let kept: [PictureExcerpt]
    /// By which it finds earlier ones, whatever size they had before they were cut.
    package let sought: [PictureExcerpt]

    package init(kept: [PictureExcerpt] = [], sought: [PictureExcerpt] = []) {
        self.kept = kept
        self.sought = sought
    }
}
