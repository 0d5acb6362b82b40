/// The place of a complete subtree: `level` 0 are the leaves, and it covers leaves `index << level ..< (index + 1) << level`.
package struct MerkleNode: Hashable, Sendable {
    package let level: Int
    package let index: UInt64

    package init(level: Int, index: UInt64) {
        self.level = level
        self.index = index
    }

    var isLeftChild: Bool { index & 1 == 0 }
    var parent: MerkleNode { MerkleNode(level: level + 1, index: index >> 1) }
}
