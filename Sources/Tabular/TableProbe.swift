/// Decides by content what a file is. Its name is never asked.
enum TableProbe {
    private static let blockSize = 256 * 1_024

    static func shape(of bytes: any RandomAccessBytes, limits: TabularLimits) throws(TabularRefusal) -> TableShape {
        guard bytes.count > 0 else { throw TabularRefusal(.fileEmpty) }
        let head = try bytes.slice(at: 0, length: 16)
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return TableShape(.workbook) }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw try compoundFile(bytes) }
        if isPictureOrDocument(head) { throw TabularRefusal(.notATable) }
        let encoding = try encoding(of: bytes, head: head)
        let separator = try SeparatorProbe.separator(of: bytes, encoding: encoding, limits: limits)
        return TableShape(.text(encoding, separator: separator))
    }

    private static func isPictureOrDocument(_ head: [UInt8]) -> Bool {
        let signatures: [[UInt8]] = [
            [0x25, 0x50, 0x44, 0x46, 0x2D],  // PDF
            [0xFF, 0xD8, 0xFF],  // JPEG
            [0x89, 0x50, 0x4E, 0x47],  // PNG
            [0x47, 0x49, 0x46, 0x38],  // GIF
            [0x52, 0x61, 0x72, 0x21],  // RAR
            [0x37, 0x7A, 0xBC, 0xAF],  // 7z
            [0x1F, 0x8B],  // gzip
            Array("<?xml".utf8), Array("<html".utf8), Array("<!DOC".utf8), Array("{\\rtf".utf8),
        ]
        return signatures.contains { head.starts(with: $0) }
    }

    private static func encoding(of bytes: any RandomAccessBytes, head: [UInt8]) throws(TabularRefusal) -> TableShape.Encoding {
        if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var scan = EncodingScan()
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 16)
        defer { block.deallocate() }
        var offset = mark
        while offset < bytes.count {
            let got = try bytes.fill(block, at: offset)
            guard got > 0 else { throw TabularRefusal(.readFailed, offset: offset) }
            let part = UnsafeBufferPointer(start: block.baseAddress?.assumingMemoryBound(to: UInt8.self), count: got)
            try scan.take(part, at: offset)
            offset += got
        }
        return try scan.finish(hasMark: mark > 0)
    }

    /// An old workbook and an encrypted new one look alike outside; the encrypted one names its package in UTF-16.
    private static func compoundFile(_ bytes: any RandomAccessBytes) throws(TabularRefusal) -> TabularRefusal {
        let name: [UInt8] = "EncryptedPackage".utf8.reduce(into: []) { $0 += [$1, 0] }
        var offset = 0
        while offset < bytes.count {
            let part = try bytes.slice(at: offset, length: blockSize + name.count)
            if contains(part, name) { return TabularRefusal(.workbookEncrypted) }
            offset += blockSize
        }
        return TabularRefusal(.xlsOldFormat)
    }

    private static func contains(_ bytes: [UInt8], _ pattern: [UInt8]) -> Bool {
        guard bytes.count >= pattern.count else { return false }
        for start in 0...(bytes.count - pattern.count) where bytes[start] == pattern[0] {
            if bytes[start..<start + pattern.count].elementsEqual(pattern) { return true }
        }
        return false
    }
}
