import Ledger
import Testing

@Suite struct MerkleProofTests {
    static func leafHashes(_ count: Int, seed: UInt64 = 0) -> [Digest32] {
        var chance = SeededChance(seed: seed)
        return (0..<count).map { _ in MerkleHash.leaf(chance.bytes(8)) }
    }

    static func flipped(_ digest: Digest32, bit: Int) throws -> Digest32 {
        var bytes = digest.bytes
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        return try #require(Digest32(bytes: bytes))
    }

    // RFC 9162 section 2.1.5, over the leaves of the reference tests: the example tree of seven leaves.
    @Test func `the paths of the standard's example come out`() throws {
        let d = TransparencyVectors.leaves.prefix(7).map { MerkleHash.leaf($0) }
        let (a, b, c) = (d[0], d[1], d[2])
        let (g, h, i, j) = (MerkleHash.node(a, b), MerkleHash.node(c, d[3]), MerkleHash.node(d[4], d[5]), d[6])
        let (k, l) = (MerkleHash.node(g, h), MerkleHash.node(i, j))
        #expect(InclusionProof(index: 0, leafHashes: d)?.path == [b, h, l])
        #expect(InclusionProof(index: 3, leafHashes: d)?.path == [c, g, l])
        #expect(InclusionProof(index: 4, leafHashes: d)?.path == [d[5], j, k])
        #expect(InclusionProof(index: 6, leafHashes: d)?.path == [i, k])
        #expect(ConsistencyProof(oldSize: 3, leafHashes: d)?.path == [c, d[3], g, l])
        #expect(ConsistencyProof(oldSize: 4, leafHashes: d)?.path == [l])
        #expect(ConsistencyProof(oldSize: 6, leafHashes: d)?.path == [i, j, k])
    }

    @Test func `every leaf of every small tree is proven`() throws {
        for count in 1...70 {
            let hashes = Self.leafHashes(count)
            let root = MerkleTree.root(ofLeafHashes: hashes)
            for (index, hash) in hashes.enumerated() {
                let proof = try #require(InclusionProof(index: UInt64(index), leafHashes: hashes))
                #expect(proof.verifies(leafHash: hash, root: root), "leaf \(index) of \(count)")
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `no bit of an inclusion proof can change`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        let hashes = Self.leafHashes(.random(in: 2...300, using: &chance), seed: seed)
        let root = MerkleTree.root(ofLeafHashes: hashes)
        let index = Int.random(in: hashes.indices, using: &chance)
        let proof = try #require(InclusionProof(index: UInt64(index), leafHashes: hashes))
        for bit in 0..<256 {
            #expect(!proof.verifies(leafHash: try Self.flipped(hashes[index], bit: bit), root: root))
            #expect(!proof.verifies(leafHash: hashes[index], root: try Self.flipped(root, bit: bit)))
            for place in proof.path.indices {
                var path = proof.path
                path[place] = try Self.flipped(path[place], bit: bit)
                let forged = InclusionProof(index: proof.index, size: proof.size, path: path)
                #expect(!forged.verifies(leafHash: hashes[index], root: root))
            }
        }
    }

    @Test func `an inclusion proof holds for no other place`() throws {
        for count in 1...20 {
            let hashes = Self.leafHashes(count)
            let root = MerkleTree.root(ofLeafHashes: hashes)
            for index in hashes.indices {
                let proof = try #require(InclusionProof(index: UInt64(index), leafHashes: hashes))
                for other in 0..<UInt64(count + 3) where other != proof.index {
                    let moved = InclusionProof(index: other, size: proof.size, path: proof.path)
                    #expect(!moved.verifies(leafHash: hashes[index], root: root), "\(index) as \(other) of \(count)")
                }
            }
        }
    }

    @Test func `a path that is too short or too long is refused`() throws {
        for count in 1...40 {
            let hashes = Self.leafHashes(count)
            let root = MerkleTree.root(ofLeafHashes: hashes)
            for index in hashes.indices {
                let proof = try #require(InclusionProof(index: UInt64(index), leafHashes: hashes))
                for path in [proof.path + [root], [root] + proof.path] + (proof.path.isEmpty ? [] : [Array(proof.path.dropLast())]) {
                    let forged = InclusionProof(index: proof.index, size: proof.size, path: path)
                    #expect(!forged.verifies(leafHash: hashes[index], root: root))
                    #expect(forged.root(from: hashes[index]) == nil)
                }
            }
        }
    }

    @Test func `there is no proof of a leaf outside the tree`() {
        #expect(InclusionProof(index: 0, leafHashes: []) == nil)
        #expect(InclusionProof(index: 3, leafHashes: Self.leafHashes(3)) == nil)
        #expect(InclusionProof(index: .max, size: .max, path: []).root(from: MerkleHash.emptyRoot) == nil)
        #expect(InclusionProof(index: 0, size: 0, path: []).root(from: MerkleHash.emptyRoot) == nil)
    }

    @Test func `every small tree continues every smaller one`() throws {
        let all = Self.leafHashes(130)
        let roots = (0...all.count).map { MerkleTree.root(ofLeafHashes: all.prefix($0)) }
        for new in 0...all.count {
            for old in 0...new {
                let proof = try #require(ConsistencyProof(oldSize: UInt64(old), leafHashes: Array(all.prefix(new))))
                #expect(proof.verifies(oldRoot: roots[old], newRoot: roots[new]), "\(old) to \(new)")
            }
        }
    }

    @Test func `no root or length of a consistency proof can change`() throws {
        let all = Self.leafHashes(34)
        let roots = (0...all.count).map { MerkleTree.root(ofLeafHashes: all.prefix($0)) }
        let stranger = MerkleHash.leaf([1])
        for new in 0...all.count {
            for old in 0...new {
                let proof = try #require(ConsistencyProof(oldSize: UInt64(old), leafHashes: Array(all.prefix(new))))
                #expect(!proof.verifies(oldRoot: stranger, newRoot: roots[new]))
                #expect(old == 0 || !proof.verifies(oldRoot: roots[old], newRoot: stranger))
                let longer = ConsistencyProof(oldSize: proof.oldSize, newSize: proof.newSize, path: proof.path + [stranger])
                #expect(!longer.verifies(oldRoot: roots[old], newRoot: roots[new]))
                for place in proof.path.indices {
                    var path = proof.path
                    path[place] = stranger
                    let forged = ConsistencyProof(oldSize: proof.oldSize, newSize: proof.newSize, path: path)
                    #expect(!forged.verifies(oldRoot: roots[old], newRoot: roots[new]))
                    path.remove(at: place)
                    let shorter = ConsistencyProof(oldSize: proof.oldSize, newSize: proof.newSize, path: path)
                    #expect(!shorter.verifies(oldRoot: roots[old], newRoot: roots[new]))
                }
            }
        }
    }

    @Test func `a tree that was rewritten or has shrunk continues nothing`() throws {
        var hashes = Self.leafHashes(20)
        let oldRoot = MerkleTree.root(ofLeafHashes: hashes.prefix(11))
        hashes[4] = MerkleHash.leaf([9])
        let proof = try #require(ConsistencyProof(oldSize: 11, leafHashes: hashes))
        #expect(!proof.verifies(oldRoot: oldRoot, newRoot: MerkleTree.root(ofLeafHashes: hashes)))
        #expect(ConsistencyProof(oldSize: 21, leafHashes: hashes) == nil)
        #expect(!ConsistencyProof(oldSize: 3, newSize: 2, path: []).verifies(oldRoot: oldRoot, newRoot: oldRoot))
    }

    // The path from 4 to 8 leaves leads to the root of 8; it must not pass for one to 9, whose path is longer, or the other way.
    @Test(arguments: [(8, 9), (9, 8), (8, 16), (9, 17), (7, 300)] as [(Int, UInt64)])
    func `a right path to a root of another size is refused`(size: Int, claimed: UInt64) throws {
        let hashes = Self.leafHashes(size)
        let (oldRoot, root) = (MerkleTree.root(ofLeafHashes: hashes.prefix(4)), MerkleTree.root(ofLeafHashes: hashes))
        let proof = try #require(ConsistencyProof(oldSize: 4, leafHashes: hashes))
        let forged = ConsistencyProof(oldSize: 4, newSize: claimed, path: proof.path)
        #expect(proof.verifies(oldRoot: oldRoot, newRoot: root))
        #expect(!forged.verifies(oldRoot: oldRoot, newRoot: root))
    }
}
