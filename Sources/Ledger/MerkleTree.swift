/// Roots and proofs of RFC 9162 section 2.1 over hashes kept elsewhere.
///
/// The hashes come from `node`, which is asked only for complete subtrees of the tree of that size; an array of leaf hashes serves as
/// well as stored tiles (``TileNodes``).
package enum MerkleTree {
    package typealias NodeHash = (MerkleNode) throws -> Digest32

    package static func root(ofLeaves leaves: some Sequence<[UInt8]>) -> Digest32 {
        leaves.reduce(into: TreeFrontier()) { $0.append(leaf: $1) }.root
    }

    package static func root(ofLeafHashes hashes: some Sequence<Digest32>) -> Digest32 {
        hashes.reduce(into: TreeFrontier()) { $0.append(leafHash: $1) }.root
    }

    package static func root(size: UInt64, node: NodeHash) rethrows -> Digest32 {
        guard size > 0 else { return MerkleHash.emptyRoot }
        return try hash(of: 0..<size, node: node)
    }

    /// Serves the hashes of subtrees out of an array of leaf hashes; each is computed when asked for.
    package static func nodes(ofLeafHashes hashes: [Digest32]) -> (MerkleNode) -> Digest32 {
        { node in
            let first = Int(node.index) << node.level
            return root(ofLeafHashes: hashes[first..<(first + (1 << node.level))])
        }
    }

    /// The hash over a range of leaves that is a subtree in the sense of RFC 9162 section 2.1.1: a complete one, or one cut off at the
    /// right edge of the tree.
    static func hash(of leaves: Range<UInt64>, node: NodeHash) rethrows -> Digest32 {
        let count = leaves.upperBound - leaves.lowerBound
        if count.nonzeroBitCount == 1 {
            let level = count.trailingZeroBitCount
            return try node(MerkleNode(level: level, index: leaves.lowerBound >> level))
        }
        let middle = split(leaves)
        let left = try hash(of: leaves.lowerBound..<middle, node: node)
        return MerkleHash.node(left, try hash(of: middle..<leaves.upperBound, node: node))
    }

    /// Where a range of two leaves or more divides: after the largest power of two smaller than its count.
    static func split(_ leaves: Range<UInt64>) -> UInt64 {
        let count = leaves.upperBound - leaves.lowerBound
        return leaves.lowerBound + (1 << (UInt64.bitWidth - 1 - (count - 1).leadingZeroBitCount))
    }
}
