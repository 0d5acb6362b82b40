/// The normalised text of a number: up to 32 printable ASCII characters, held inline without an allocation.
///
/// The characters lie big-endian in four words, padded with zeros, so that comparing the words compares the texts
/// and equal texts hash equally. 32 is the length of the longest format, the EID.
package struct NumberText: Hashable, Sendable {
    package static let capacity = 32

    let words: (UInt64, UInt64, UInt64, UInt64)
    private let length: UInt8

    package var count: Int { Int(length) }
    package var isEmpty: Bool { length == 0 }

    /// Takes bytes known to be printable ASCII, at most 32, followed in memory by zeros up to 32 bytes.
    @inline(__always)
    init(zeroPadded base: UnsafeRawPointer, count: Int) {
        words = (
            UInt64(bigEndian: base.loadUnaligned(as: UInt64.self)),
            UInt64(bigEndian: base.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
            UInt64(bigEndian: base.loadUnaligned(fromByteOffset: 16, as: UInt64.self)),
            UInt64(bigEndian: base.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        )
        length = UInt8(truncatingIfNeeded: count)
    }

    /// Nil when a byte is not printable ASCII or there are more than 32.
    package init?(ascii bytes: some Sequence<UInt8>) {
        let text: NumberText? = withUnsafeTemporaryAllocation(byteCount: Self.capacity, alignment: 8) { buffer in
            buffer.initializeMemory(as: UInt8.self, repeating: 0)
            var count = 0
            for byte in bytes {
                guard count < Self.capacity, byte > 0x20, byte < 0x7F else { return nil }
                buffer[count] = byte
                count += 1
            }
            guard let base = buffer.baseAddress else { return nil }
            return NumberText(zeroPadded: base, count: count)
        }
        guard let text else { return nil }
        self = text
    }

    /// Nil when a character is not printable ASCII or there are more than 32.
    package init?(_ text: String) {
        self.init(ascii: text.utf8)
    }

    package subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count, "index outside the number")
        let word =
            switch index >> 3 {
            case 0: words.0
            case 1: words.1
            case 2: words.2
            default: words.3
            }
        return UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (index & 7)))
    }

    /// Calls `body` with the characters as contiguous bytes.
    package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        let bigEndian = (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
        return try withUnsafeBytes(of: bigEndian) { raw in
            try body(UnsafeBufferPointer(rebasing: raw.bindMemory(to: UInt8.self)[..<count]))
        }
    }

    /// The characters from `range`, as a text of their own.
    package func slice(_ range: Range<Int>) -> NumberText? {
        guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
        return withUTF8 { NumberText(ascii: $0[range]) }
    }

    package static func == (left: NumberText, right: NumberText) -> Bool {
        left.words == right.words && left.length == right.length
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}

extension NumberText: Comparable {
    package static func < (left: NumberText, right: NumberText) -> Bool {
        left.words < right.words
    }
}

extension NumberText: CustomStringConvertible {
    /// The plain characters. Values show themselves masked (`CheckedNumber.description`); this is the way to the plain text.
    package var description: String {
        withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { target in
                _ = target.initialize(from: bytes)
                return bytes.count
            }
        }
    }
}
