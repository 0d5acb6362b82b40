/// Writes an archive front to back, so that it can be sealed as it comes: sizes follow each part, and its bytes stand in
/// deflate's stored blocks (RFC 1951, 3.2.4; APPNOTE 4.3.9, 4.4.4).
struct ZipWriter {
    private struct Entry {
        let name: [UInt8]
        let offset: UInt32
        let checksum: UInt32
        let packed: UInt32
        let size: UInt32
    }

    private let write: ([UInt8]) throws -> Void
    private var written = 0
    private var entries: [Entry] = []
    private var name: [UInt8] = []
    private var start = 0
    private var checksum = CRC32()
    private var packed = 0
    private var size = 0

    /// General purpose bits: sizes follow the data; names are UTF-8.
    private static let flags: UInt16 = 0x0808
    private static let deflated: UInt16 = 8
    /// 1980-01-01, the first day the format knows: a file tells nothing about when it was written.
    private static let date: UInt16 = 0x0021
    private static let longestBlock = 65_535

    init(write: @escaping ([UInt8]) throws -> Void) { self.write = write }

    mutating func begin(_ part: String) throws {
        name = Array(part.utf8)
        (start, packed, size, checksum) = (written, 0, 0, CRC32())
        var record: [UInt8] = []
        record.little(UInt32(0x0403_4B50))
        record.little(UInt16(20))
        record.little(Self.flags)
        record.little(Self.deflated)
        record.little(UInt16(0))
        record.little(Self.date)
        for _ in 0..<3 { record.little(UInt32(0)) }
        record.little(UInt16(name.count))
        record.little(UInt16(0))
        try emit(record + name)
    }

    mutating func append(_ bytes: [UInt8]) throws {
        checksum.take(bytes)
        size += bytes.count
        var from = 0
        while from < bytes.count {
            let length = min(Self.longestBlock, bytes.count - from)
            try block(bytes[from..<from + length], isLast: false)
            from += length
        }
    }

    mutating func end() throws {
        try block([], isLast: true)
        let entry = Entry(
            name: name, offset: try fitting(start), checksum: checksum.value, packed: try fitting(packed), size: try fitting(size))
        var record: [UInt8] = []
        record.little(UInt32(0x0807_4B50))
        for value in [entry.checksum, entry.packed, entry.size] { record.little(value) }
        try emit(record)
        entries.append(entry)
    }

    mutating func finish() throws {
        let start = written
        for entry in entries { try emit(directoryRecord(entry)) }
        var record: [UInt8] = []
        record.little(UInt32(0x0605_4B50))
        record.little(UInt32(0))
        record.little(UInt16(entries.count))
        record.little(UInt16(entries.count))
        record.little(try fitting(written - start))
        record.little(try fitting(start))
        record.little(UInt16(0))
        try emit(record)
    }

    private func directoryRecord(_ entry: Entry) -> [UInt8] {
        var record: [UInt8] = []
        record.little(UInt32(0x0201_4B50))
        for value in [20, 20, Self.flags, Self.deflated, 0, Self.date] { record.little(UInt16(value)) }
        for value in [entry.checksum, entry.packed, entry.size] { record.little(value) }
        record.little(UInt16(entry.name.count))
        for _ in 0..<4 { record.little(UInt16(0)) }
        record.little(UInt32(0))
        record.little(entry.offset)
        return record + entry.name
    }

    private mutating func block(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws {
        var block: [UInt8] = [isLast ? 1 : 0]
        block.reserveCapacity(bytes.count + 5)
        block.little(UInt16(bytes.count))
        block.little(~UInt16(bytes.count))
        block += bytes
        packed += block.count
        try emit(block)
    }

    private mutating func emit(_ bytes: [UInt8]) throws {
        try write(bytes)
        written += bytes.count
    }

    /// Without the 64-bit extension an archive ends at 4 GiB.
    private func fitting(_ value: Int) throws -> UInt32 {
        guard let value = UInt32(exactly: value) else { throw TabularRefusal(.workbookTooLarge) }
        return value
    }
}

extension [UInt8] {
    fileprivate mutating func little(_ value: some FixedWidthInteger) {
        for shift in 0..<(type(of: value).bitWidth / 8) { append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
    }
}
