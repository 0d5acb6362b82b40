import Crypto

/// The hashes of RFC 9162 section 2.1.1 (RFC 6962 section 2.1): a leaf can never pass for an inner node.
package enum MerkleHash {
    /// The root of a tree without leaves: SHA-256 of nothing.
    package static let emptyRoot = SHA256.hash(data: [UInt8]()).withUnsafeBytes { Digest32(raw: $0) }

    /// SHA-256 of 0x00 and the leaf.
    package static func leaf(_ bytes: UnsafeRawBufferPointer) -> Digest32 {
        withUnsafeTemporaryAllocation(byteCount: bytes.count + 1, alignment: 8) { input in
            input[0] = 0x00
            UnsafeMutableRawBufferPointer(rebasing: input[1...]).copyMemory(from: bytes)
            return sha256(UnsafeRawBufferPointer(input))
        }
    }

    package static func leaf(_ bytes: [UInt8]) -> Digest32 { bytes.withUnsafeBytes { leaf($0) } }

    /// SHA-256 of 0x01 and the two children.
    package static func node(_ left: Digest32, _ right: Digest32) -> Digest32 {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Digest32.byteCount, alignment: 8) { input in
            input[0] = 0x01
            left.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: input[1...]).copyMemory(from: $0) }
            right.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: input[33...]).copyMemory(from: $0) }
            return sha256(UnsafeRawBufferPointer(input))
        }
    }

    private static func sha256(_ input: UnsafeRawBufferPointer) -> Digest32 {
        var hasher = SHA256()
        hasher.update(bufferPointer: input)
        return hasher.finalize().withUnsafeBytes { Digest32(raw: $0) }
    }
}
