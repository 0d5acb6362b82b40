import Ledger
import Testing

/// Against the Python reference, which follows the standards' recursive definitions.
@Suite struct ReferenceVectorTests {
    static func hashes(_ value: JSONValue?) throws -> [Digest32] {
        try #require(value?.arrayValue).map { try #require($0.stringValue.flatMap(Digest32.init(hex:))) }
    }

    static func bytes(_ value: JSONValue?) throws -> [UInt8] { try #require(value?.stringValue.flatMap(Hex.bytes)) }

    static func number(_ value: JSONValue?) throws -> UInt64 { UInt64(try #require(value?.integerValue)) }

    @Test(arguments: ReferenceVectors.json)
    func `the reference writes the same canonical text`(vector: String) throws {
        let vector = try JSONValue(parsing: vector)
        let value = try JSONValue(parsing: try #require(vector["text"]?.stringValue))
        #expect(try value.canonicalBytes() == Self.bytes(vector["canonical"]))
    }

    @Test(arguments: ReferenceVectors.trees)
    func `the reference comes to the same root and paths`(vector: String) throws {
        let vector = try JSONValue(parsing: vector)
        let leaves = try #require(vector["leaves"]?.arrayValue).map(Self.bytes)
        let leafHashes = leaves.map { MerkleHash.leaf($0) }
        #expect(MerkleTree.root(ofLeaves: leaves).hex == vector["root"]?.stringValue)
        let inclusion = InclusionProof(index: try Self.number(vector["index"]), leafHashes: leafHashes)
        #expect(inclusion?.path == (try Self.hashes(vector["inclusion"])))
        let consistency = ConsistencyProof(oldSize: try Self.number(vector["old"]), leafHashes: leafHashes)
        #expect(consistency?.path == (try Self.hashes(vector["consistency"])))
    }

    @Test(arguments: ReferenceVectors.commitments)
    func `the reference makes the same commitment`(vector: String) throws {
        let vector = try JSONValue(parsing: vector)
        let commitment = Commitment.hmac(salt: try Self.bytes(vector["salt"]), message: try Self.bytes(vector["message"]))
        #expect(commitment?.hex == vector["commitment"]?.stringValue)
    }
}
