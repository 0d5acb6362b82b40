/// Takes out of a picture what it says beside the picture: where and when it was taken, by which phone, comments, small previews
/// (R-DP-01). The pixels are not touched. A JPEG keeps one fact, the way the phone was held, or it would be shown lying on its side.
package enum PictureMetadata {
    package static func stripped(_ bytes: [UInt8]) -> [UInt8] {
        switch EvidenceKind(recognising: bytes) {
        case .jpeg: jpeg(bytes) ?? bytes
        case .png: png(bytes) ?? bytes
        case .pdf, nil: bytes
        }
    }

    // MARK: JPEG (ITU-T T.81 annex B, Exif 2.3)

    /// nil when the segments cannot be followed; such a file was refused before.
    private static func jpeg(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 4 else { return nil }
        var kept: [UInt8] = Array(bytes[0..<2])
        kept.reserveCapacity(bytes.count)
        var at = 2
        var orientation: UInt8 = 1
        var rest: [UInt8] = []
        while at + 4 <= bytes.count {
            guard bytes[at] == 0xFF else { return nil }
            let marker = bytes[at + 1]
            if marker == 0xFF {
                at += 1
                continue
            }
            if marker == 0xDA {
                guard let end = endOfImage(bytes, from: at) else { return nil }
                rest += bytes[at..<end]
                break
            }
            let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
            guard length >= 2, at + 2 + length <= bytes.count else { return nil }
            let segment = bytes[at..<(at + 2 + length)]
            if marker == 0xE1, let found = exifOrientation(Array(segment.dropFirst(4))) { orientation = found }
            // APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe colours) say how pixels are to be shown.
            let isKept = !((0xE0...0xEF).contains(marker) || marker == 0xFE) || [0xE0, 0xE2, 0xEE].contains(marker)
            if isKept { rest += segment }
            at += 2 + length
        }
        if orientation != 1 { kept += orientationSegment(orientation) }
        return kept + rest
    }

    /// One past the EOI marker; what stands behind it is dropped.
    private static func endOfImage(_ bytes: [UInt8], from start: Int) -> Int? {
        var at = start
        while at + 1 < bytes.count {
            guard bytes[at] == 0xFF else {
                at += 1
                continue
            }
            switch bytes[at + 1] {
            case 0xD9: return at + 2
            case 0xFF: at += 1
            case 0x00, 0xD0...0xD7: at += 2  // a stuffed byte, a restart
            default:  // a further scan of a progressive picture, with its tables
                guard at + 4 <= bytes.count else { return nil }
                at += 2 + (Int(bytes[at + 2]) << 8 | Int(bytes[at + 3]))
            }
        }
        return nil
    }

    private static func exifOrientation(_ segment: [UInt8]) -> UInt8? {
        guard segment.count > 14, segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
        let tiff = Array(segment.dropFirst(6))
        let isLittle = tiff[0] == 0x49
        func number(_ at: Int, _ size: Int) -> Int? {
            guard at >= 0, at + size <= tiff.count else { return nil }
            let part = tiff[at..<(at + size)]
            return (isLittle ? part.reversed() : Array(part)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(4, 4), let count = number(directory, 2), count < 1_000 else { return nil }
        for entry in 0..<count {
            let at = directory + 2 + entry * 12
            guard number(at, 2) == 0x0112 else { continue }
            guard let value = number(at + 8, 2), (1...8).contains(value) else { return nil }
            return UInt8(value)
        }
        return nil
    }

    private static func orientationSegment(_ value: UInt8) -> [UInt8] {
        let tiff: [UInt8] = [
            0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0,
        ]
        let content = Array("Exif\0\0".utf8) + tiff
        return [0xFF, 0xE1, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
    }

    // MARK: PNG (ISO/IEC 15948 §5.3)

    private static let dropped: Set<String> = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME"]

    private static func png(_ bytes: [UInt8]) -> [UInt8]? {
        var kept = Array(bytes.prefix(8))
        var at = 8
        while at + 12 <= bytes.count {
            let length = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count, at + 12 + length <= bytes.count else { return nil }
            let name = String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self)
            if !dropped.contains(name) { kept += bytes[at..<(at + 12 + length)] }
            at += 12 + length
            if name == "IEND" { return kept }
        }
        return nil
    }
}
