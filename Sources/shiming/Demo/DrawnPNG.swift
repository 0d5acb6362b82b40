/// A small grey picture, written by hand: one filter, no compression.
enum DrawnPNG {
    private static let width = 320
    private static let height = 200

    /// A pattern that differs with `shade`.
    static func pattern(_ shade: UInt8) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity((width + 1) * height)
        for row in 0..<height {
            rows.append(0)
            for column in 0..<width {
                let isFrame = row < 8 || column < 8 || row >= height - 8 || column >= width - 8
                rows.append(isFrame ? shade : UInt8(truncatingIfNeeded: 255 - (row / 10 + column / 10) % 2 * Int(shade / 2)))
            }
        }
        let header = word(UInt32(width)) + word(UInt32(height)) + [8, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + chunk("IDAT", zlib(rows)) + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + data
        return word(UInt32(data.count)) + named + word(crc(named))
    }

    /// Stored blocks (RFC 1951 §3.2.4) in a zlib envelope (RFC 1950).
    private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: bytes.count, by: 65_535) {
            let part = bytes[start..<min(start + 65_535, bytes.count)]
            let size = UInt16(part.count)
            stream.append(start + part.count == bytes.count ? 1 : 0)
            stream += [UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)]
            stream += part
        }
        return stream + word(adler(bytes))
    }

    private static func adler(_ bytes: [UInt8]) -> UInt32 {
        var low: UInt32 = 1
        var high: UInt32 = 0
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }

    private static func word(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
}
