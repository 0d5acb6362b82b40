// Originals, drawn pixel by pixel and packed without compression.
import Foundation

enum Drawn {
    /// A PNG in grey levels.
    static func png(width: Int, height: Int, _ grey: (Int, Int) -> UInt8) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity((width + 1) * height)
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width { rows.append(grey(x, y)) }
        }
        return signature + header(width: width, height: height) + chunk("IDAT", stored(rows)) + chunk("IEND", [])
    }

    /// Dark lines on a light ground, as a document has them.
    static func document(width: Int, height: Int) -> [UInt8] {
        png(width: width, height: height) { x, y in y % 60 < 12 && x % 40 < 28 ? 30 : 225 }
    }

    static func plain(_ grey: UInt8, width: Int = 1_000, height: Int = 700) -> [UInt8] {
        png(width: width, height: height) { _, _ in grey }
    }

    /// A header that declares a size, and next to nothing behind it.
    static func bomb(width: Int, height: Int) -> [UInt8] {
        signature + header(width: width, height: height) + chunk("IDAT", stored([UInt8](repeating: 0, count: 100))) + chunk("IEND", [])
    }

    /// The JPEG with another way of holding the camera (Exif 2.32 §4.6.4).
    static func held(_ jpeg: [UInt8], _ orientation: UInt8) -> [UInt8] {
        let tiff: [UInt8] = [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
        let content = Array("Exif\0\0".utf8) + tiff
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(content.count + 2)] + content + jpeg.dropFirst(2)
    }

    /// A PDF of empty pages of the size of A4; `page` is added to each.
    static func pdf(pages: Int = 1, page: String = "", box: String = "0 0 595 842", content: String = "0 0 m") -> [UInt8] {
        let kids = (0..<pages).map { "\(4 + $0) 0 R" }.joined(separator: " ")
        let objects =
            [
                "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count \(pages) /Kids [\(kids)] >>",
                "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            ] + (0..<pages).map { _ in "<< /Type /Page /Parent 2 0 R /MediaBox [\(box)] /Contents 3 0 R \(page) >>" }
        var text = "%PDF-1.7\n"
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        return Array("\(text)\(table)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(text.utf8.count)\n%%EOF\n".utf8)
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private static func header(width: Int, height: Int) -> [UInt8] {
        chunk("IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 0, 0, 0, 0])
    }

    /// A zlib stream of blocks that are not compressed (RFC 1951 §3.2.4).
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var at = 0
        var low: UInt32 = 1
        var high: UInt32 = 0
        while at < bytes.count {
            let part = bytes[at..<min(at + 65_535, bytes.count)]
            at += part.count
            let length = UInt16(part.count)
            stream += [at == bytes.count ? 1 : 0, UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)]
            stream += part
            for byte in part {
                low = (low + UInt32(byte)) % 65_521
                high = (high + low) % 65_521
            }
        }
        return stream + bigEndian(high << 16 | low)
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return bigEndian(UInt32(data.count)) + body + bigEndian(check(body))
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    private static func check(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] { (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
}
