/// Finds the separator in the first line that holds anything, or in Excel's own line `sep=;` above it.
enum SeparatorProbe {
    /// In the order that decides between equals.
    static let candidates: [UInt8] = [0x09, 0x2C, 0x7C, 0x3B]

    static func separator(
        of bytes: any RandomAccessBytes, encoding: TableShape.Encoding, limits: TabularLimits
    ) throws(TabularRefusal) -> UInt8 {
        let head = try head(of: bytes, encoding: encoding, limits: limits)
        if let declared = declared(head) { return declared }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        var isBlank = true
        for byte in head {
            if byte == 0x22 { isQuoted.toggle() }
            if byte == 0x0A || byte == 0x0D {
                if isQuoted { continue }
                if !isBlank || !counts.isEmpty { break }
                continue
            }
            if !isQuoted && candidates.contains(byte) { counts[byte, default: 0] += 1 } else if byte != 0x20 { isBlank = false }
        }
        let most = counts.values.max() ?? 0
        return candidates.first { most > 0 && counts[$0] == most } ?? 0x2C
    }

    /// The separator of a first line `sep=X`.
    static func declared(_ head: some Collection<UInt8>) -> UInt8? {
        let line = Array(head.prefix(7))
        guard line.count >= 5, Array(line.prefix(4)).elementsEqual("sep=".utf8), candidates.contains(line[4]) else { return nil }
        guard line.count == 5 || line[5] == 0x0A || line[5] == 0x0D else { return nil }
        return line[4]
    }

    private static func head(
        of bytes: any RandomAccessBytes, encoding: TableShape.Encoding, limits: TabularLimits
    ) throws(TabularRefusal) -> [UInt8] {
        var decoder = try TextDecoder(bytes, encoding: encoding)
        let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(64, min(limits.rowBytes, 64 * 1_024)))
        defer { room.deallocate() }
        let got = try decoder.fill(room)
        return Array(room[..<got])
    }
}
