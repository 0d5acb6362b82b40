/// What tells one picture from another of the same layout: 1024 bits that a copy of the picture, made smaller, stored anew or a little
/// lighter, changes few of (docs/reading.md has what was measured).
package struct PictureDetail: Hashable, Sendable {
    /// Sixteen.
    package let words: [UInt64]

    package static let wordCount = 16

    /// nil for what is no detail.
    package init?(_ words: [UInt64]) {
        guard words.count == Self.wordCount else { return nil }
        self.words = words
    }

    /// So many bits may differ between two copies of one picture. Copies differed in 16 at most, pictures of other documents in 50 at least.
    package static let copyBits = 24

    package func distance(to other: PictureDetail) -> Int {
        zip(words, other.words).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
    }

    package func isCopy(of other: PictureDetail) -> Bool { distance(to: other) <= Self.copyBits }
}
