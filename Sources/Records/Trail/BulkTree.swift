import Ledger
import SQLCore

/// The tree of a bulk act's rows as it grows, with the roots of every sixteen rows. They hash up to the root that the entry commits
/// to, so that `store check` can say which sixteen rows hold a changed one.
struct BulkTree {
    /// Rows under one kept hash.
    static let chunkRows = 16
    private static let chunkLevel = 4
    /// Kept hashes in one row of `bulk_node`.
    static let hashesInRow = 64

    private var frontier = TreeFrontier()
    private var chunks: [Digest32] = []
    private var rest: [Digest32] = []

    mutating func add(_ leaf: UnsafeRawBufferPointer) {
        let hash = MerkleHash.leaf(leaf)
        rest.append(hash)
        var completed: Digest32?
        frontier.append(leafHash: hash) { node, hash in
            if node.level == Self.chunkLevel { completed = hash }
        }
        if let completed {
            chunks.append(completed)
            rest.removeAll(keepingCapacity: true)
        }
    }

    var head: TreeHead { frontier.head }

    /// One hash for every sixteen rows, the last for what remains.
    var chunkHashes: [Digest32] { rest.isEmpty ? chunks : chunks + [MerkleTree.root(ofLeafHashes: rest)] }

    /// Stores the hashes of the fact with that number in the entry; a tree of sixteen rows or less is named well enough by its root.
    func store(entry: [UInt8], fact: Int, in session: any Session) throws {
        let hashes = chunkHashes
        guard hashes.count > 1 else { return }
        try session.append(into: "bulk_node", columns: "entry, fact, ordinal, hashes") { sink in
            for start in stride(from: 0, to: hashes.count, by: Self.hashesInRow) {
                sink.blob(entry)
                sink.int(Int64(fact))
                sink.int(Int64(start / Self.hashesInRow))
                sink.blob(hashes[start..<min(start + Self.hashesInRow, hashes.count)].flatMap(\.bytes))
                try sink.endRow()
            }
        }
    }

    /// The stored hashes, if they are those under `root`.
    static func stored(entry: [UInt8], fact: Int, root: Digest32, in session: any Session) throws -> [Digest32]? {
        let bytes = try session.all("SELECT hashes FROM bulk_node WHERE entry = \(entry) AND fact = \(fact) ORDER BY ordinal") {
            $0.blob(0)
        }.flatMap(\.self)
        let hashes = stride(from: 0, to: bytes.count, by: Digest32.byteCount).compactMap {
            Digest32(bytes: bytes[$0..<min($0 + Digest32.byteCount, bytes.count)])
        }
        return !hashes.isEmpty && MerkleTree.root(ofLeafHashes: hashes) == root ? hashes : nil
    }
}
