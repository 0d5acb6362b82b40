/// A sealed upload as a reader sees it: any part of it in clear, never the whole.
package protocol RandomAccessBytes: AnyObject, Sendable {
    /// The length in bytes; it does not change while somebody reads.
    var count: Int { get }

    /// Fills `buffer` from its start with the bytes at `offset` and answers how many: 0 only at the end, never more than fit.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A small file held in memory.
package final class BytesInMemory: RandomAccessBytes {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var count: Int { bytes.count }

    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard offset >= 0, offset < bytes.count else { return 0 }
        let length = min(buffer.count, bytes.count - offset)
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + length])) }
        return length
    }
}

extension RandomAccessBytes {
    /// Reads until `buffer` is full or the bytes end, and answers how many were read.
    func fill(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(TabularRefusal) -> Int {
        var filled = 0
        while filled < buffer.count {
            let got: Int
            do {
                got = try read(at: offset + filled, into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            } catch {
                throw TabularRefusal(.readFailed, offset: offset + filled)
            }
            guard got > 0, got <= buffer.count - filled else { break }
            filled += got
        }
        return filled
    }

    /// Up to `length` bytes at `offset`.
    func slice(at offset: Int, length: Int) throws(TabularRefusal) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, min(length, count - offset)))
        let wanted = bytes.count
        var filled = 0
        while filled < wanted {
            let got: Int
            do {
                got = try bytes.withUnsafeMutableBytes {
                    try read(at: offset + filled, into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
                }
            } catch {
                throw TabularRefusal(.readFailed, offset: offset + filled)
            }
            guard got > 0, got <= wanted - filled else { throw TabularRefusal(.readFailed, offset: offset + filled) }
            filled += got
        }
        return bytes
    }
}
