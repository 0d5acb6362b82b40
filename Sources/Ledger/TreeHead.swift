/// What identifies the state of a tree: how many leaves, and the root over them.
package struct TreeHead: Hashable, Sendable {
    package let size: UInt64
    package let root: Digest32

    package init(size: UInt64, root: Digest32) {
        self.size = size
        self.root = root
    }
}
