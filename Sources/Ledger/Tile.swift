/// A square of the tree as C2SP tlog-tiles stores it: up to 256 hashes side by side, eight levels of the tree high.
///
/// A tile of level `l` holds the hashes of tree level `8 × l`. The hashes above them follow from these and are not stored.
package struct Tile: Hashable, Sendable {
    /// Tree levels in a tile.
    package static let height = 8
    /// Hashes in a full tile.
    package static let fullWidth = 256
    /// The specification names tile levels 0 to 5.
    package static let levels = 6
    /// In leaves; more the tiles cannot hold.
    package static let maximumTreeSize: UInt64 = (1 << 48) - 1

    /// The tile's own level, from 0.
    package let level: Int
    /// The tile's number on its level, from 0.
    package let index: UInt64
    /// Hashes held, 1 to 256; less than 256 is a partial tile.
    package let width: Int

    /// Nothing when the level or width does not exist.
    package init?(level: Int, index: UInt64, width: Int = Tile.fullWidth) {
        guard (0..<Self.levels).contains(level), (1...Self.fullWidth).contains(width) else { return nil }
        self.level = level
        self.index = index
        self.width = width
    }

    package var isPartial: Bool { width < Self.fullWidth }
    package var byteCount: Int { width * Digest32.byteCount }

    /// The tile with number `index` as it stands in a tree of `treeSize` leaves; nothing when it holds nothing yet.
    package init?(level: Int, index: UInt64, treeSize: UInt64) {
        guard (0..<Self.levels).contains(level), index <= UInt64.max >> Self.height else { return nil }
        let hashes = treeSize >> (Self.height * level)
        let first = index << Self.height
        guard first < hashes else { return nil }
        self.init(level: level, index: index, width: Int(min(hashes - first, UInt64(Self.fullWidth))))
    }

    /// The tiles to write when the tree grows: every tile with more hashes than before, lowest level first.
    package static func changed(from oldSize: UInt64, to newSize: UInt64) -> [Tile] {
        (0..<levels).flatMap { level -> [Tile] in
            let (old, new) = (oldSize >> (height * level), newSize >> (height * level))
            guard old < new else { return [] }
            return (old >> height...(new - 1) >> height).compactMap { Tile(level: level, index: $0, treeSize: newSize) }
        }
    }

    /// Where the hash of a complete subtree is found: it is the root over `hashes` of the tile.
    ///
    /// Nothing when a tree of `treeSize` leaves has no such subtree.
    package static func holding(_ node: MerkleNode, treeSize: UInt64) -> (tile: Tile, hashes: Range<Int>)? {
        guard (0..<(height * levels)).contains(node.level), node.index < treeSize >> node.level else { return nil }
        let rise = node.level % height
        let first = node.index << rise
        let offset = Int(first & UInt64(fullWidth - 1))
        guard let tile = Tile(level: node.level / height, index: first >> height, treeSize: treeSize) else { return nil }
        return (tile, offset..<(offset + (1 << rise)))
    }
}
