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
        guard let (tile, range) = Tile.holding(node, treeSize: treeSize) else { throw Refusal.noSuchNode(node) }
        let hashes = try hashes(of: tile)
        return MerkleTree.root(ofLeafHashes: hashes[range])
    }

    private func hashes(of tile: Tile) throws -> [Digest32] {
        let stored = try bytes(tile)
        guard stored.count >= tile.byteCount, stored.count.isMultiple(of: Digest32.byteCount) else {
            throw Refusal.wrongTileSize(tile)
        }
        return stride(from: 0, to: tile.byteCount, by: Digest32.byteCount)
            .compactMap { Digest32(bytes: stored[$0..<($0 + Digest32.byteCount)]) }
    }
}
