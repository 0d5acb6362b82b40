import Crypto
package enum JSONValue: Hashable, Sendable, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
    case null, bool(Bool), integer(Int64), string(String), array([JSONValue]), object([String: JSONValue])
    package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(Dictionary(elements, uniquingKeysWith: { $1 })) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(stringLiteral value: String) { self = .string(value) }
    package var canonicalBytes: [UInt8] { [] }
}
package struct Digest: Hashable, Sendable { package var bytes: [UInt8]; package var hex: String { bytes.hex } }
package enum MerkleTree { package static func leafHash(_ b: [UInt8]) -> Digest { Digest(bytes: Array(SHA256.hash(data: [0] + b))) } }
extension [UInt8] { package var hex: String { map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined() } }
package struct BulkRoot { private var all: [UInt8] = []; package init() {}
    package mutating func add(_ b: UnsafeRawBufferPointer) { all = MerkleTree.leafHash(all + Array(b)).bytes }
    package func finish() -> (root: Digest, size: UInt64) { (MerkleTree.leafHash(all), 0) } }
