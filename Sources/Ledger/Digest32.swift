/// A SHA-256 or HMAC-SHA256 output: 32 bytes kept inline.
///
/// Not for secrets: equality takes as long as the bytes agree.
package struct Digest32: Hashable, Sendable {
    package static let byteCount = 32

    /// The bytes in their order in memory, eight to a word.
    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// - Precondition: the buffer holds 32 bytes.
    init(raw: UnsafeRawBufferPointer) {
        precondition(raw.count == Self.byteCount)
        words = (
            raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self), raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self), raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        )
    }

    /// Nothing unless there are exactly 32 bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self = Array(bytes).withUnsafeBytes { Digest32(raw: $0) }
    }

    package init?(hex: String) {
        guard let bytes = Hex.bytes(hex) else { return nil }
        self.init(bytes: bytes)
    }

    package init?(base64: String) {
        guard let bytes = Base64.bytes(base64) else { return nil }
        self.init(bytes: bytes)
    }

    package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try Swift.withUnsafeBytes(of: words, body)
    }

    package var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
    package var hex: String { withUnsafeBytes { Hex.text($0) } }
    package var base64: String { Base64.text(bytes) }

    package static func == (left: Digest32, right: Digest32) -> Bool { left.words == right.words }

    package func hash(into hasher: inout Hasher) { withUnsafeBytes { hasher.combine(bytes: $0) } }
}

extension Digest32: CustomStringConvertible {
    package var description: String { hex }
}
