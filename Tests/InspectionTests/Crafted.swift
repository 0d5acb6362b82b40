// Files crafted byte by byte, so that each test says exactly what is wrong with its file.

/// Deflate (RFC 1951) with fixed codes, as far as bombs need it: literals below 144 and matches of length 258.
struct Deflate {
    private var accumulator: UInt64 = 0
    private var filled = 0
    private(set) var bytes: [UInt8] = [0x78, 0x9C]

    init() {
        put(1, count: 1)  // last block
        put(1, count: 2)  // fixed codes
    }

    private mutating func put(_ value: Int, count: Int) {
        accumulator |= UInt64(value) << UInt64(filled)
        filled += count
        while filled >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: accumulator))
            accumulator >>= 8
            filled -= 8
        }
    }

    /// Huffman codes go in from their highest bit.
    private mutating func code(_ value: Int, count: Int) {
        for bit in (0..<count).reversed() { put(value >> bit & 1, count: 1) }
    }

    mutating func literal(_ byte: UInt8) {
        if byte < 144 { code(0x30 + Int(byte), count: 8) } else { code(0x190 + Int(byte) - 144, count: 9) }
    }

    /// 258 bytes again from 1 byte back (13 bits).
    mutating func repeatLast() {
        code(0xC5, count: 8)
        code(0, count: 5)
    }

    /// 258 bytes again from 13 bytes back (15 bits).
    mutating func repeatFrom13() {
        code(0xC5, count: 8)
        code(7, count: 5)
        put(0, count: 2)
    }

    mutating func end() {
        code(0, count: 7)
        if filled > 0 { put(0, count: 8 - filled) }
    }

    /// `count` zero bytes, as a zlib stream.
    static func zeros(_ count: Int) -> [UInt8] {
        var stream = Deflate()
        stream.literal(0)
        for _ in 0..<(count - 1) / 258 { stream.repeatLast() }
        for _ in 0..<(count - 1) % 258 { stream.literal(0) }
        stream.end()
        // Adler-32 of n zeros: a = 1, b = n.
        return stream.bytes + bigEndian(UInt32(count % 65521) << 16 | 1)
    }

    /// A zlib stream that inflates to about 140 MiB of another one, which inflates to about 20 GiB of zeros: 1 MiB in all.
    static func nested() -> [UInt8] {
        var inner = Deflate()
        inner.literal(0)
        for _ in 0..<200 { inner.repeatLast() }
        var outer = Deflate()
        for byte in inner.bytes.prefix(64) { outer.literal(byte) }
        for _ in 0..<550_000 { outer.repeatFrom13() }
        outer.end()
        return outer.bytes
    }
}

func bigEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

enum PNG {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return bigEndian(UInt32(data.count)) + body + bigEndian(crc(body))
    }

    static func header(width: Int, height: Int, depth: UInt8) -> [UInt8] {
        chunk("IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [depth, 0, 0, 0, 0])
    }

    /// A black picture in grey levels of `depth` bits.
    static func black(width: Int, height: Int, depth: UInt8 = 1, between: [UInt8] = []) -> [UInt8] {
        let row = (width * Int(depth) + 7) / 8 + 1
        return signature + header(width: width, height: height, depth: depth) + between
            + chunk("IDAT", Deflate.zeros(row * height)) + chunk("IEND", [])
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
    }
}

enum PDF {
    /// Objects are numbered from 1; 1 is the catalogue. Offsets and cross references are right.
    static func file(_ objects: [[UInt8]], trailer: String = "") -> [UInt8] {
        var bytes = Array("%PDF-1.7\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let digits = String(bytes.count)
            table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
            bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = bytes.count
        return bytes
            + Array((table + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }

    static func stream(_ dictionary: String, _ data: [UInt8]) -> [UInt8] {
        Array("<< \(dictionary) /Length \(data.count) >>\nstream\n".utf8) + data + Array("\nendstream".utf8)
    }

    /// `pages` empty pages; `catalogue` is added to the catalogue, `page` to each page, `extra` become further objects (from number 4).
    static func document(
        pages: Int = 1, catalogue: String = "", page: String = "", trailer: String = "", extra: [[UInt8]] = []
    ) -> [UInt8] {
        let first = 4 + extra.count
        let kids = (0..<pages).map { "\(first + $0) 0 R" }.joined(separator: " ")
        return file(
            [
                Array("<< /Type /Catalog /Pages 2 0 R \(catalogue) >>".utf8),
                Array("<< /Type /Pages /Count \(pages) /Kids [\(kids)] >>".utf8),
                stream("", Array("0 0 m".utf8)),
            ] + extra
                + (0..<pages).map { _ in
                    Array("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 3 0 R \(page) >>".utf8)
                },
            trailer: trailer)
    }

    /// One cross-reference stream and nothing else, filled with `data`.
    static func crossReferenceStream(_ data: [UInt8]) -> [UInt8] {
        let head = Array("%PDF-1.7\n".utf8)
        return head + Array("1 0 obj\n".utf8)
            + stream("/Type /XRef /Size 9 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode", data)
            + Array("\nendobj\nstartxref\n\(head.count)\n%%EOF\n".utf8)
    }
}

/// SplitMix64, so that a printed seed repeats a failure.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
