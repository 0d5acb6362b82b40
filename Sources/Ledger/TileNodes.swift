/// The hashes of a tree read out of its stored tiles, for ``MerkleTree``'s roots and proofs.
package struct TileNodes {
    package enum Refusal: Error, Hashable, Sendable {
        /// The tree has no complete subtree there.
        case noSuchNode(MerkleNode)
        /// The tile has another number of bytes than its width asks for.
        case wrongTileSize(Tile)
    }

    package let treeSize: UInt64
    private let bytes: (Tile) throws -> [UInt8]

    /// `bytes` gives a tile's hashes one after another. A store that already holds a wider tile may give that; it is cut off.
    package init(treeSize: UInt64, bytes: @escaping (Tile) throws -> [UInt8]) {
        self.treeSize = treeSize
        self.bytes = bytes
    }

    package func hash(of node: MerkleNode) throws -> Digest32 {
        guard let (tile, places) = Tile.holding(node, treeSize: treeSize) else { throw Refusal.noSuchNode(node) }
        let stored = try bytes(tile)
        guard stored.count >= tile.byteCount, stored.count.isMultiple(of: Digest32.byteCount) else {
            throw Refusal.wrongTileSize(tile)
        }
        let hashes = places.compactMap { Digest32(bytes: stored[($0 * Digest32.byteCount)..<(($0 + 1) * Digest32.byteCount)]) }
        return MerkleTree.root(ofLeafHashes: hashes)
    }
}
