import Ledger
import Testing

@Suite struct TreeFrontierTests {
    static func frontier(_ count: Int) -> TreeFrontier {
        MerkleProofTests.leafHashes(count).reduce(into: TreeFrontier()) { $0.append(leafHash: $1) }
    }

    @Test func `a frontier survives being written and read`() throws {
        for count in 0...130 {
            let frontier = Self.frontier(count)
            var read = try #require(TreeFrontier(serialized: frontier.serialized))
            #expect(read == frontier)
            #expect(read.head == TreeHead(size: UInt64(count), root: frontier.root))
            read.append(leaf: [1])
            #expect(read.root == MerkleTree.root(ofLeafHashes: MerkleProofTests.leafHashes(count) + [MerkleHash.leaf([1])]))
        }
    }

    @Test func `a damaged frontier is refused`() {
        let bytes = Self.frontier(13).serialized
        for length in 0..<bytes.count { #expect(TreeFrontier(serialized: Array(bytes.prefix(length))) == nil) }
        #expect(TreeFrontier(serialized: bytes + [0]) == nil)
        var otherSize = bytes
        otherSize[7] = 12
        #expect(TreeFrontier(serialized: otherSize) == nil)
        #expect(TreeFrontier(serialized: [UInt8](repeating: 0xFF, count: 8)) == nil)
        #expect(TreeFrontier(serialized: [UInt8](repeating: 0xFF, count: 8 + 64 * 32)) == nil, "one leaf more would overflow")
    }

    @Test func `nothing written is the empty tree`() {
        #expect(TreeFrontier().serialized == [UInt8](repeating: 0, count: 8))
        #expect(TreeFrontier().root == MerkleHash.emptyRoot)
    }
}
