import Crypto
import SQLCore

/// How many rows, and a sum over the SHA-256 of each: the same in whatever order and in however many parts they are read, and the
/// same on every engine. Tells copies from originals; proof against a forger is the trail's.
package struct RowDigest: Hashable, Sendable {
    package private(set) var rows: Int64 = 0
    private var sum: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    package init() {}

    package mutating func add(_ row: [SQLValue]) {
        let words = Self.words(row)
        sum = (sum.0 &+ words.0, sum.1 &+ words.1, sum.2 &+ words.2, sum.3 &+ words.3)
        rows += 1
    }

    /// Takes out a row that was added.
    package mutating func remove(_ row: [SQLValue]) {
        let words = Self.words(row)
        sum = (sum.0 &- words.0, sum.1 &- words.1, sum.2 &- words.2, sum.3 &- words.3)
        rows -= 1
    }

    private static func words(_ row: [SQLValue]) -> (UInt64, UInt64, UInt64, UInt64) {
        var hash = SHA256()
        for value in row { feed(value, to: &hash) }
        return hash.finalize().withUnsafeBytes { bytes in
            func word(_ place: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self) }
            return (word(0), word(1), word(2), word(3))
        }
    }

    package mutating func add(_ other: RowDigest) {
        sum = (sum.0 &+ other.sum.0, sum.1 &+ other.sum.1, sum.2 &+ other.sum.2, sum.3 &+ other.sum.3)
        rows += other.rows
    }

    /// Each value with its kind and length, so that no two rows read alike.
    private static func feed(_ value: SQLValue, to hash: inout SHA256) {
        func head(_ kind: UInt8, _ number: UInt64) {
            withUnsafeBytes(of: (number.littleEndian)) { hash.update(bufferPointer: $0) }
            withUnsafeBytes(of: kind) { hash.update(bufferPointer: $0) }
        }
        switch value {
        case .null: head(0, 0)
        case .int(let number): head(1, UInt64(bitPattern: number))
        case .text(var text):
            text.withUTF8 {
                head(2, UInt64($0.count))
                hash.update(bufferPointer: UnsafeRawBufferPointer($0))
            }
        case .blob(let bytes):
            head(3, UInt64(bytes.count))
            bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        }
    }

    package static func == (left: Self, right: Self) -> Bool { left.rows == right.rows && left.sum == right.sum }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(rows)
        hasher.combine(sum.0)
    }

    /// 16 hexadecimal digits, for people.
    package var shortText: String {
        let text = String(sum.0, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
