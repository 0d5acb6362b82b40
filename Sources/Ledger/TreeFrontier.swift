/// The right edge of a growing tree: all that is needed to append leaves and to give the root, at most 64 hashes.
///
/// It holds one hash for each bit set in the size, the root of a complete subtree of that many leaves, largest first.
package struct TreeFrontier: Hashable, Sendable {
    package private(set) var size: UInt64 = 0
    private var peaks: [Digest32] = []

    package init() {}

    package mutating func append(leaf bytes: [UInt8]) { append(leafHash: MerkleHash.leaf(bytes)) }

    package mutating func append(leafHash: Digest32) {
        append(leafHash: leafHash) { _, _ in }
    }

    /// `completed` hears of every complete subtree the leaf brings into being, itself first.
    package mutating func append(leafHash: Digest32, completed: (MerkleNode, Digest32) -> Void) {
        var hash = leafHash
        var node = MerkleNode(level: 0, index: size)
        completed(node, hash)
        while !node.isLeftChild, let left = peaks.popLast() {
            hash = MerkleHash.node(left, hash)
            node = node.parent
            completed(node, hash)
        }
        peaks.append(hash)
        size += 1
    }

    /// The root over the leaves so far.
    package var root: Digest32 {
        guard var hash = peaks.last else { return MerkleHash.emptyRoot }
        for peak in peaks.dropLast().reversed() { hash = MerkleHash.node(peak, hash) }
        return hash
    }

    package var head: TreeHead { TreeHead(size: size, root: root) }
}

extension TreeFrontier {
    /// The size as eight bytes, most significant first, then the hashes.
    package var serialized: [UInt8] {
        let sizeBytes = (0..<8).map { UInt8(truncatingIfNeeded: size >> (56 - 8 * UInt64($0))) }
        return peaks.reduce(into: sizeBytes) { $0.append(contentsOf: $1.bytes) }
    }

    /// Nothing unless there is exactly one hash for each bit set in the size, or when the size is above ``Tile/maximumTreeSize``.
    package init?(serialized bytes: [UInt8]) {
        guard bytes.count >= 8 else { return nil }
        size = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        guard size <= Tile.maximumTreeSize, bytes.count == 8 + Digest32.byteCount * size.nonzeroBitCount else { return nil }
        peaks = stride(from: 8, to: bytes.count, by: Digest32.byteCount)
            .compactMap { Digest32(bytes: bytes[$0..<($0 + Digest32.byteCount)]) }
    }
}
