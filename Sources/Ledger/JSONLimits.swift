/// How much JSON is read at once.
package struct JSONLimits: Hashable, Sendable {
    /// No value is read or written whose arrays and objects nest deeper; it also bounds the stack.
    package static let maximumDepth = 64

    /// In bytes.
    package let size: Int
    /// In open arrays and objects; at most ``maximumDepth``.
    package let depth: Int

    package init(size: Int = 1 << 20, depth: Int = JSONLimits.maximumDepth) {
        self.size = size
        self.depth = min(depth, Self.maximumDepth)
    }
}
