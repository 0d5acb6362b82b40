import Ledger
import Testing

/// Leaves and roots of the reference tests of Certificate Transparency, which use the tree of RFC 6962.
enum TransparencyVectors {
    static let leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
        .compactMap(Hex.bytes)

    /// By the number of leaves.
    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
}

@Suite struct MerkleTreeTests {
    @Test(arguments: 0...8)
    func `the roots of the reference tests come out`(count: Int) throws {
        let leaves = TransparencyVectors.leaves.prefix(count)
        let expected = try #require(Digest32(hex: TransparencyVectors.roots[count]))
        #expect(MerkleTree.root(ofLeaves: leaves) == expected)

        var bulk = BulkRoot()
        for leaf in leaves { bulk.add(leaf) }
        #expect(bulk.finish() == TreeHead(size: UInt64(count), root: expected))

        let hashes = leaves.map { MerkleHash.leaf($0) }
        #expect(MerkleTree.root(size: UInt64(count), node: MerkleTree.nodes(ofLeafHashes: hashes)) == expected)
    }

    @Test func `a leaf never passes for an inner node`() {
        let (left, right) = (MerkleHash.leaf([1]), MerkleHash.leaf([2]))
        #expect(MerkleHash.node(left, right) != MerkleHash.leaf(left.bytes + right.bytes))
    }

    @Test func `the order of the leaves counts`() {
        #expect(MerkleTree.root(ofLeaves: [[1], [2]]) != MerkleTree.root(ofLeaves: [[2], [1]]))
    }

    @Test func `an empty leaf is not the empty tree`() {
        #expect(MerkleTree.root(ofLeaves: [[]]) != MerkleHash.emptyRoot)
    }

    @Test(arguments: [1, 2, 3, 255, 256, 257, 1000])
    func `a frontier tells of every complete subtree once`(count: Int) {
        var frontier = TreeFrontier()
        var told: [MerkleNode: Digest32] = [:]
        let hashes = (0..<count).map { MerkleHash.leaf(Array(String($0).utf8)) }
        for hash in hashes {
            frontier.append(leafHash: hash) { node, hash in
                #expect(told.updateValue(hash, forKey: node) == nil)
            }
        }
        #expect(told.count == (0..<12).reduce(0) { $0 + count >> $1 })
        #expect(told.allSatisfy { node, hash in MerkleTree.nodes(ofLeafHashes: hashes)(node) == hash })
    }
}
