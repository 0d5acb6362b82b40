import Ledger
import Testing

/// Tiles of a growing tree as a store would keep them.
struct StoredTiles {
    private(set) var frontier = TreeFrontier()
    private var levels = [[Digest32]](repeating: [], count: Tile.levels)

    mutating func append(_ leafHash: Digest32) {
        frontier.append(leafHash: leafHash) { node, hash in
            if node.level % Tile.height == 0 { levels[node.level / Tile.height].append(hash) }
        }
    }

    func bytes(of tile: Tile) -> [UInt8] {
        let first = Int(tile.index) * Tile.fullWidth
        return levels[tile.level][first..<(first + tile.width)].flatMap(\.bytes)
    }

    var nodes: TileNodes { TileNodes(treeSize: frontier.size) { bytes(of: $0) } }
}

@Suite struct TileTests {
    static let paths: [(Tile?, String)] = [
        (Tile(level: 0, index: 0), "tile/0/000"),
        (Tile(level: 1, index: 999), "tile/1/999"),
        (Tile(level: 0, index: 1000), "tile/0/x001/000"),
        (Tile(level: 0, index: 1_234_067), "tile/0/x001/x234/067"),
        (Tile(level: 5, index: 7, width: 1), "tile/5/007.p/1"),
        (Tile(level: 0, index: 273, width: 112), "tile/0/273.p/112"),
        (Tile(level: 0, index: 1_234_067, width: 255), "tile/0/x001/x234/067.p/255"),
    ]

    @Test(arguments: paths)
    func `a tile has the path of the specification`(tile: Tile?, path: String) throws {
        let tile = try #require(tile)
        #expect(tile.path == path)
        #expect(Tile(path: path) == tile)
    }

    @Test(arguments: [
        "", "tile", "tile/", "tile/0", "tile/0/", "tile/0/1", "tile/0/0000", "tile/00/000", "tile/6/000", "tile/-1/000", "tile/0/x000/001",
        "tile/0/x001", "tile/0/001/000", "tile/0/xx01", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p",
        "tile/0/000.p/",
        "tile/0/000.p/1/2", "/tile/0/000", "tile/0/000/", "tile/0/+01", "tile/0/../000", "tile/0/０００",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
        "tile/entries/000", "tile//000", "tile/0/000.p/+1", "tile/0/x001/.p/1", "tile/0/.p/1",
    ])
    func `what is no path of a tile is refused`(path: String) {
        #expect(Tile(path: path) == nil)
    }

    @Test func `only the lowest tiles have entries`() {
        #expect(Tile(level: 0, index: 1_234_067, width: 8)?.entriesPath == "tile/entries/x001/x234/067.p/8")
        #expect(Tile(level: 1, index: 0)?.entriesPath == nil)
    }

    // The example of the specification: a tree of 70,000 leaves.
    @Test func `a tree of 70,000 leaves has the tiles of the specification's example`() {
        let tiles = Tile.changed(from: 0, to: 70_000)
        #expect(tiles.filter { $0.level == 0 && !$0.isPartial }.count == 273)
        #expect(tiles.filter(\.isPartial).map(\.path) == ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"])
        #expect(tiles.contains { $0.path == "tile/1/000" })
        #expect(tiles.count == 273 + 1 + 3)
    }

    @Test func `growing writes only what has changed`() {
        #expect(Tile.changed(from: 5, to: 5).isEmpty)
        #expect(Tile.changed(from: 6, to: 5).isEmpty)
        #expect(Tile.changed(from: 5, to: 6).map(\.path) == ["tile/0/000.p/6"])
        #expect(Tile.changed(from: 255, to: 256).map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
        #expect(Tile.changed(from: 256, to: 257).map(\.path) == ["tile/0/001.p/1"])
        #expect(Tile.changed(from: 255, to: 257).map(\.path) == ["tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"])
    }

    @Test func `a tile or subtree the tree has not reached is not there`() {
        #expect(Tile(level: 0, index: 0, treeSize: 0) == nil)
        #expect(Tile(level: 1, index: 0, treeSize: 255) == nil)
        #expect(Tile(level: 0, index: .max, treeSize: .max) == nil)
        #expect(Tile(level: 0, index: 0, width: 257) == nil)
        #expect(Tile.holding(MerkleNode(level: 1, index: 0), treeSize: 1) == nil)
        #expect(Tile.holding(MerkleNode(level: -1, index: 0), treeSize: 1) == nil)
        #expect(Tile.holding(MerkleNode(level: 64, index: 0), treeSize: .max) == nil)
    }

    @Test func `proofs out of tiles are those out of leaves`() throws {
        let hashes = MerkleProofTests.leafHashes(700)
        var stored = StoredTiles()
        for (count, hash) in hashes.enumerated() {
            if [1, 255, 256, 257, 511, 513, 699].contains(count) { try Self.compare(stored, Array(hashes.prefix(count))) }
            stored.append(hash)
        }
    }

    static func compare(_ stored: StoredTiles, _ hashes: [Digest32]) throws {
        let size = UInt64(hashes.count)
        #expect(try MerkleTree.root(size: size, node: stored.nodes.hash) == stored.frontier.root)
        for index in [0, size / 3, size - 1] {
            let proof = try InclusionProof(index: index, size: size, node: stored.nodes.hash)
            #expect(proof == InclusionProof(index: index, leafHashes: hashes))
        }
        for oldSize in [1, size / 2, size - 1] {
            let proof = try ConsistencyProof(oldSize: oldSize, newSize: size, node: stored.nodes.hash)
            #expect(proof == ConsistencyProof(oldSize: oldSize, leafHashes: hashes))
        }
    }

    @Test(arguments: [0, 32, 64, 95, 97])
    func `a tile cut short is refused`(count: Int) throws {
        let nodes = TileNodes(treeSize: 3) { _ in [UInt8](repeating: 0, count: count) }
        let tile = try #require(Tile(level: 0, index: 0, width: 3))
        #expect(throws: TileNodes.Refusal.wrongTileSize(tile)) { try nodes.hash(of: MerkleNode(level: 0, index: 0)) }
        let missing = MerkleNode(level: 2, index: 0)
        #expect(throws: TileNodes.Refusal.noSuchNode(missing)) { try nodes.hash(of: missing) }
    }
}
