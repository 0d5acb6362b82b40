import Ledger
import Registry
import SQLCore

/// Where the tree stands: its newest head, as it was recorded.
package struct StoredHead: Hashable, Sendable {
    package let head: TreeHead
    package let recordedAt: Instant
}

/// The numbered trail and its Merkle tree. A number is the leaf's place in the tree; both count from 0.
package enum TrailTree {
    /// Complete subtrees of these heights are stored, so that a proof reads a few hundred hashes and never the whole tree.
    static let storedHeights = 8

    /// Numbers up to `limit` committed entries and grows the tree; answers how many. As many changes of cards get their numbers too. All of it in the caller's transaction: when two
    /// servers do it at once, the second meets a taken number (`uniqueViolation`) and begins again.
    package static func sequence(limit: Int, at now: Instant, in session: any Session) throws -> Int {
        try CardChangeRecords.place(limit: limit, in: session)
        let pending = try session.all(
            // Bounded before it is joined: with few entries stored a planner would as soon walk along all of them, and keep that plan.
            """
            SELECT p.entry, e.body FROM (SELECT entry FROM trail_pending ORDER BY entry LIMIT \(limit)) AS p
            JOIN trail_entry e ON e.id = p.entry ORDER BY p.entry
            """
        ) { (entry: $0.blob(0), leafHash: MerkleHash.leaf(Array($0.text(1).utf8))) }
        guard !pending.isEmpty else { return 0 }
        var frontier = try newestFrontier(in: session)
        let first = frontier.size
        var nodes: [(MerkleNode, Digest32)] = []
        for entry in pending {
            frontier.append(leafHash: entry.leafHash) { node, hash in
                if node.level > 0, node.level % storedHeights == 0 { nodes.append((node, hash)) }
            }
        }
        try session.append(into: "trail_sequence", columns: "number, entry, leaf_hash") { sink in
            for (offset, entry) in pending.enumerated() {
                sink.int(Int64(first) + Int64(offset))
                sink.blob(entry.entry)
                sink.blob(entry.leafHash.bytes)
                try sink.endRow()
            }
        }
        try store(nodes, in: session)
        try session.run(
            """
            INSERT INTO trail_head (size, root, frontier, recorded_at)
            VALUES (\(Int64(frontier.size)), \(frontier.root.bytes), \(frontier.serialized), \(now))
            """)
        for entry in pending { try session.run("DELETE FROM trail_pending WHERE entry = \(entry.entry)") }
        return pending.count
    }

    private static func store(_ nodes: [(MerkleNode, Digest32)], in session: any Session) throws {
        try session.append(into: "trail_node", columns: "level, position, hash") { sink in
            for (node, hash) in nodes {
                sink.int(Int64(node.level))
                sink.int(Int64(node.index))
                sink.blob(hash.bytes)
                try sink.endRow()
            }
        }
    }

    private static func newestFrontier(in session: any Session) throws -> TreeFrontier {
        let stored = try session.first("SELECT frontier FROM trail_head ORDER BY size DESC LIMIT 1") { $0.blob(0) }
        guard let stored else { return TreeFrontier() }
        guard let frontier = TreeFrontier(serialized: stored) else { throw UnreadableRow("trail_head", "frontier") }
        return frontier
    }

    package static func hasPending(in session: any Session) throws -> Bool {
        try session.exists("SELECT 1 FROM trail_pending LIMIT 1") || CardChangeRecords.hasPending(in: session)
    }

    package static func pendingCount(in session: any Session) throws -> Int {
        try session.count("SELECT COUNT(*) FROM trail_pending")
    }

    /// nil before the first entry was numbered.
    package static func newestHead(in session: any Session) throws -> StoredHead? {
        try session.first("SELECT size, root, recorded_at FROM trail_head ORDER BY size DESC LIMIT 1") { row in
            guard let root = Digest32(bytes: row.blob(1)) else { throw UnreadableRow("trail_head", "root") }
            return StoredHead(head: TreeHead(size: UInt64(row.int(0)), root: root), recordedAt: row.instant(2))
        }
    }

    /// Proves that entry `number` stands in the tree of `size` entries; nil when it does not.
    package static func proof(of number: Int64, size: UInt64, in session: any Session) throws -> InclusionProof? {
        try InclusionProof(index: UInt64(number), size: size) { try hash(of: $0, in: session) }
    }

    /// The root over a complete subtree, from the stored hashes next below it.
    static func hash(of node: MerkleNode, in session: any Session) throws -> Digest32 {
        let storedLevel = node.level / storedHeights * storedHeights
        let rise = node.level - storedLevel
        let first = Int64(node.index) << rise
        let end = first + 1 << rise
        let query: SQLText =
            storedLevel == 0
            ? "SELECT leaf_hash FROM trail_sequence WHERE number >= \(first) AND number < \(end) ORDER BY number"
            : "SELECT hash FROM trail_node WHERE level = \(storedLevel) AND position >= \(first) AND position < \(end) ORDER BY position"
        let hashes = try session.all(query) { Digest32(bytes: $0.blob(0)) }.compactMap(\.self)
        guard hashes.count == 1 << rise else { throw UnreadableRow("trail_node", "hash") }
        return MerkleTree.root(ofLeafHashes: hashes)
    }
}
