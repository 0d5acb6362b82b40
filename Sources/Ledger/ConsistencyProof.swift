/// Proves that a tree is a continuation of an earlier one: nothing was changed, taken out or put in between (RFC 9162 section 2.1.4).
package struct ConsistencyProof: Hashable, Sendable {
    package let oldSize: UInt64
    package let newSize: UInt64
    package let path: [Digest32]

    package init(oldSize: UInt64, newSize: UInt64, path: [Digest32]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.path = path
    }

    /// RFC 9162 section 2.1.4.1; nothing when the tree has shrunk. From the empty tree, and between equal sizes, the path is empty.
    package init?(oldSize: UInt64, newSize: UInt64, node: MerkleTree.NodeHash) rethrows {
        guard oldSize <= newSize else { return nil }
        guard oldSize > 0 else {
            self.init(oldSize: oldSize, newSize: newSize, path: [])
            return
        }
        var fromRoot: [Digest32] = []
        var leaves = 0..<newSize
        while oldSize < leaves.upperBound {
            let middle = MerkleTree.split(leaves)
            let (left, right) = (leaves.lowerBound..<middle, middle..<leaves.upperBound)
            fromRoot.append(try MerkleTree.hash(of: oldSize <= middle ? right : left, node: node))
            leaves = oldSize <= middle ? left : right
        }
        // The reader knows the old root already, so a subtree that is the whole old tree need not be told.
        if leaves.lowerBound > 0 { fromRoot.append(try MerkleTree.hash(of: leaves, node: node)) }
        self.init(oldSize: oldSize, newSize: newSize, path: fromRoot.reversed())
    }

    package init?(oldSize: UInt64, leafHashes: [Digest32]) {
        self.init(oldSize: oldSize, newSize: UInt64(leafHashes.count), node: MerkleTree.nodes(ofLeafHashes: leafHashes))
    }

    /// RFC 9162 section 2.1.4.2. Every tree continues the empty one, which must then have the empty root.
    package func verifies(oldRoot: Digest32, newRoot: Digest32) -> Bool {
        if oldSize == newSize { return path.isEmpty && oldRoot == newRoot && (oldSize > 0 || oldRoot == MerkleHash.emptyRoot) }
        guard oldSize < newSize else { return false }
        guard oldSize > 0 else { return path.isEmpty && oldRoot == MerkleHash.emptyRoot }
        guard let roots = roots(from: oldRoot) else { return false }
        return roots.old == oldRoot && roots.new == newRoot
    }

    /// The two roots that follow from the path; nothing when it has the wrong length. The names `fn` and `sn` are the standard's.
    private func roots(from oldRoot: Digest32) -> (old: Digest32, new: Digest32)? {
        let whole = oldSize.nonzeroBitCount == 1 ? [oldRoot] + path : path
        guard let first = whole.first else { return nil }
        var (fn, sn) = (oldSize - 1, newSize - 1)
        while fn & 1 == 1 { (fn, sn) = (fn >> 1, sn >> 1) }
        var (old, new) = (first, first)
        for neighbour in whole.dropFirst() {
            guard sn > 0 else { return nil }
            if fn & 1 == 1 || fn == sn {
                (old, new) = (MerkleHash.node(neighbour, old), MerkleHash.node(neighbour, new))
                while fn & 1 == 0, fn != 0 { (fn, sn) = (fn >> 1, sn >> 1) }
            } else {
                new = MerkleHash.node(new, neighbour)
            }
            (fn, sn) = (fn >> 1, sn >> 1)
        }
        return sn == 0 ? (old, new) : nil
    }
}
