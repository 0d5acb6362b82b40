/// Proves that a leaf stands at its place in a tree (RFC 9162 section 2.1.3).
package struct InclusionProof: Hashable, Sendable {
    package let index: UInt64
    package let size: UInt64
    /// From the leaf's neighbour up to the root's child.
    package let path: [Digest32]

    package init(index: UInt64, size: UInt64, path: [Digest32]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// RFC 9162 section 2.1.3.1; nothing when the tree has no leaf `index`.
    package init?(index: UInt64, size: UInt64, node: MerkleTree.NodeHash) rethrows {
        guard index < size else { return nil }
        var fromRoot: [Digest32] = []
        var leaves = 0..<size
        while leaves.upperBound - leaves.lowerBound > 1 {
            let middle = MerkleTree.split(leaves)
            let (left, right) = (leaves.lowerBound..<middle, middle..<leaves.upperBound)
            fromRoot.append(try MerkleTree.hash(of: index < middle ? right : left, node: node))
            leaves = index < middle ? left : right
        }
        self.init(index: index, size: size, path: fromRoot.reversed())
    }

    package init?(index: UInt64, leafHashes: [Digest32]) {
        self.init(index: index, size: UInt64(leafHashes.count), node: MerkleTree.nodes(ofLeafHashes: leafHashes))
    }

    /// The root that follows from the leaf and the path; nothing when the path has the wrong length for its place.
    ///
    /// RFC 9162 section 2.1.3.2. The names `fn` and `sn` are the standard's.
    package func root(from leafHash: Digest32) -> Digest32? {
        guard index < size else { return nil }
        var (fn, sn) = (index, size - 1)
        var hash = leafHash
        for neighbour in path {
            guard sn > 0 else { return nil }
            if fn & 1 == 1 || fn == sn {
                hash = MerkleHash.node(neighbour, hash)
                while fn & 1 == 0, fn != 0 { (fn, sn) = (fn >> 1, sn >> 1) }
            } else {
                hash = MerkleHash.node(hash, neighbour)
            }
            (fn, sn) = (fn >> 1, sn >> 1)
        }
        return sn == 0 ? hash : nil
    }

    package func verifies(leafHash: Digest32, root: Digest32) -> Bool { self.root(from: leafHash) == root }
}
