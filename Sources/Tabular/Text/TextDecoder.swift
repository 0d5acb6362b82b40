/// Turns the bytes of a text file into UTF-8, block by block.
struct TextDecoder {
    private let bytes: any RandomAccessBytes
    private let encoding: TableShape.Encoding
    private let table: GB18030?
    private var raw: [UInt8] = []
    /// Where the next bytes are read.
    private(set) var offset: Int

    private static let blockSize = 128 * 1_024
    /// A character of two bytes can become three, or a unit of UTF-16; 2 bytes never become more than 4.
    private static let growth = 2

    init(_ bytes: any RandomAccessBytes, encoding: TableShape.Encoding) throws(TabularRefusal) {
        self.bytes = bytes
        self.encoding = encoding
        switch encoding {
        case .utf8, .gb18030: offset = 0
        case .utf8WithMark: offset = 3
        case .utf16LittleEndian, .utf16BigEndian: offset = 2
        }
        table = encoding == .gb18030 ? GB18030.table : nil
        if encoding == .gb18030 && table == nil { throw TabularRefusal(.encodingUnavailable) }
    }

    /// Decodes what fits into `room` and answers how many bytes of UTF-8 that were; 0 at the end of the file.
    /// `room` must have at least 16 bytes.
    mutating func fill(_ room: UnsafeMutableBufferPointer<UInt8>) throws(TabularRefusal) -> Int {
        switch encoding {
        case .utf8, .utf8WithMark:
            let got = try bytes.fill(UnsafeMutableRawBufferPointer(room), at: offset)
            offset += got
            if got < room.count && offset < bytes.count { throw TabularRefusal(.readFailed, offset: offset) }
            return got
        case .gb18030: return try transcode(room, Self.decodeGB18030)
        case .utf16LittleEndian: return try transcode(room, Self.decodeLittleEndian)
        case .utf16BigEndian: return try transcode(room, Self.decodeBigEndian)
        }
    }

    private typealias Decoding = (UnsafeBufferPointer<UInt8>, UnsafeMutablePointer<UInt8>, GB18030?) throws(DecodingFault) -> Progress

    private struct Progress {
        var read = 0
        var written = 0
    }

    private struct DecodingFault: Error {
        let position: Int
        var code = TabularRefusal.Code.encodingUnknown
    }

    private mutating func transcode(_ room: UnsafeMutableBufferPointer<UInt8>, _ decode: Decoding) throws(TabularRefusal) -> Int {
        guard offset < bytes.count, let target = room.baseAddress else { return 0 }
        raw = try bytes.slice(at: offset, length: min(Self.blockSize, room.count / Self.growth))
        let progress: Progress
        do {
            progress = try raw.withUnsafeBufferPointer { raw throws(DecodingFault) in try decode(raw, target, table) }
        } catch {
            throw TabularRefusal(error.code, offset: offset + error.position)
        }
        // A last character without its end makes no progress.
        if progress.read == 0 { throw TabularRefusal(.encodingUnknown, offset: offset) }
        offset += progress.read
        return progress.written
    }

    private static func decodeGB18030(
        _ raw: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ table: GB18030?
    ) throws(DecodingFault) -> Progress {
        guard let table else { throw DecodingFault(position: 0) }
        var done = Progress()
        while done.read < raw.count {
            let byte = raw[done.read]
            if byte < 0x80 {
                target[done.written] = byte
                done.written &+= 1
                done.read &+= 1
                continue
            }
            let left = raw.count - done.read
            guard left >= 2 else { break }
            let second = raw[done.read + 1]
            let isLong = second < 0x40
            guard !isLong || left >= 4 else { break }
            let scalar =
                isLong
                ? table.scalar(byte, second, raw[done.read + 2], raw[done.read + 3])
                : table.scalar(byte, second)
            if scalar == 0 { throw DecodingFault(position: done.read) }
            done.written &+= write(scalar, to: target + done.written)
            done.read &+= isLong ? 4 : 2
        }
        return done
    }

    private static func decodeLittleEndian(
        _ raw: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _: GB18030?
    ) throws(DecodingFault) -> Progress { try decodeUTF16(raw, target, highAt: 1) }

    private static func decodeBigEndian(
        _ raw: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _: GB18030?
    ) throws(DecodingFault) -> Progress { try decodeUTF16(raw, target, highAt: 0) }

    private static func decodeUTF16(
        _ raw: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, highAt high: Int
    ) throws(DecodingFault) -> Progress {
        var done = Progress()
        while done.read + 2 <= raw.count {
            var scalar = unit(raw, done.read, high)
            var length = 2
            if scalar == 0 { throw DecodingFault(position: done.read, code: .notATable) }
            if scalar & 0xF800 == 0xD800 {
                guard scalar < 0xDC00 else { throw DecodingFault(position: done.read) }
                guard done.read + 4 <= raw.count else { break }
                let low = unit(raw, done.read + 2, high)
                guard low & 0xFC00 == 0xDC00 else { throw DecodingFault(position: done.read) }
                scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
                length = 4
            }
            done.written += write(scalar, to: target + done.written)
            done.read += length
        }
        return done
    }

    private static func unit(_ raw: UnsafeBufferPointer<UInt8>, _ position: Int, _ high: Int) -> UInt32 {
        UInt32(raw[position + high]) << 8 | UInt32(raw[position + 1 - high])
    }

    /// Writes a scalar as UTF-8 and answers how many bytes that took.
    @inline(__always)
    static func write(_ scalar: UInt32, to target: UnsafeMutablePointer<UInt8>) -> Int {
        func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F) }
        switch scalar {
        case ..<0x80:
            target[0] = UInt8(truncatingIfNeeded: scalar)
            return 1
        case ..<0x800:
            target[0] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
            target[1] = tail(0)
            return 2
        case ..<0x10000:
            target[0] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
            target[1] = tail(6)
            target[2] = tail(0)
            return 3
        default:
            target[0] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
            target[1] = tail(12)
            target[2] = tail(6)
            target[3] = tail(0)
            return 4
        }
    }
}
