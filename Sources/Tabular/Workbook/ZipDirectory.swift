/// Counts the parts of an archive from its end record, before anything allocates room for them.
enum ZipDirectory {
    /// The end record and the longest comment behind it.
    private static let tail = 22 + 65_535 + 20

    /// Refuses an archive that says it has more parts than `limits` allow. Every candidate for an end record counts.
    static func check(_ bytes: any RandomAccessBytes, limits: TabularLimits) throws(TabularRefusal) {
        let from = max(0, bytes.count - tail)
        let end = try bytes.slice(at: from, length: tail)
        var isFound = false
        var position = 0
        while position + 22 <= end.count {
            if end[position] == 0x50, end[position + 1] == 0x4B, end[position + 2] == 5, end[position + 3] == 6 {
                isFound = true
                try checkEntries(little(end, position + 10, 2), limits)
            }
            // Zip64: its locator points to a record with the count.
            if end[position] == 0x50, end[position + 1] == 0x4B, end[position + 2] == 6, end[position + 3] == 7 {
                let record = try bytes.slice(at: clamp(little(end, position + 8, 8), bytes.count), length: 56)
                if record.count == 56 { try checkEntries(little(record, 32, 8), limits, isWide: true) }
            }
            position += 1
        }
        if !isFound { throw TabularRefusal(.workbookDamaged) }
    }

    private static func checkEntries(_ entries: UInt64, _ limits: TabularLimits, isWide: Bool = false) throws(TabularRefusal) {
        // 0xFFFF: the count stands in the Zip64 record.
        if !isWide && entries == 0xFFFF { return }
        if entries > UInt64(limits.entries) { throw TabularRefusal(.workbookTooManyParts) }
    }

    private static func clamp(_ value: UInt64, _ count: Int) -> Int { value > UInt64(count) ? count : Int(value) }

    private static func little(_ bytes: [UInt8], _ position: Int, _ length: Int) -> UInt64 {
        (0..<length).reduce(0) { $0 | UInt64(bytes[position + $1]) << UInt64(8 * $1) }
    }
}
