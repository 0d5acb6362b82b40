/// A grey picture of flat squares, written by hand: baseline (ITU-T T.81), one component, of each block nothing but its mean.
enum DrawnJPEG {
    /// In blocks of 8 × 8 dots.
    static let columns = 80
    static let rows = 60

    /// - Parameter shade: how light the block at a column and row is.
    static func picture(_ shade: (_ column: Int, _ row: Int) -> UInt8) -> [UInt8] {
        var bits = EntropyBits()
        var before = 0
        for row in 0..<rows {
            for column in 0..<columns {
                // With a quantiser of 8 the coefficient is the mean, levelled by 128 (annex A.3.3).
                let mean = Int(shade(column, row)) - 128
                bits.write(difference: mean - before)
                before = mean
            }
        }
        let (height, width) = (word(rows * 8), word(columns * 8))
        return [0xFF, 0xD8] + segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
            + segment(0xC0, [8] + height + width + [1, 1, 0x11, 0]) + segment(0xC4, [0x00] + EntropyBits.meanTable)
            + segment(0xC4, [0x10] + EntropyBits.endTable) + segment(0xDA, [1, 1, 0x00, 0, 63, 0]) + bits.finished() + [0xFF, 0xD9]
    }

    private static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] { [0xFF, marker] + word(body.count + 2) + body }
    private static func word(_ value: Int) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
}

/// The entropy-coded part: of each block the difference of its mean from the one before, and the end of the block.
private struct EntropyBits {
    /// How many codes there are of each length, then the size categories they stand for (table K.3).
    static let meanTable: [UInt8] = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0] + Array(0...11)
    /// One code of one bit: the end of the block.
    static let endTable: [UInt8] = [1] + [UInt8](repeating: 0, count: 15) + [0]

    private static let meanCodes: [(code: Int, length: Int)] = [
        (0b00, 2), (0b010, 3), (0b011, 3), (0b100, 3), (0b101, 3), (0b110, 3), (0b1110, 4), (0b1_1110, 5), (0b11_1110, 6),
    ]

    private var bytes: [UInt8] = []
    private var pending = 0
    private var count = 0

    /// Of -255…255.
    mutating func write(difference: Int) {
        let size = Int.bitWidth - abs(difference).leadingZeroBitCount
        put(Self.meanCodes[size].code, Self.meanCodes[size].length)
        // A negative one is written as its complement (annex F.1.2.1).
        put(difference < 0 ? difference + (1 << size) - 1 : difference, size)
        put(0, 1)
    }

    private mutating func put(_ value: Int, _ length: Int) {
        pending = pending << length | value
        count += length
        while count >= 8 {
            count -= 8
            let byte = UInt8(pending >> count & 0xFF)
            bytes.append(byte)
            // So that no marker comes about by chance.
            if byte == 0xFF { bytes.append(0) }
        }
        pending &= (1 << count) - 1
    }

    /// The last byte is filled with ones.
    func finished() -> [UInt8] {
        var last = self
        if count > 0 { last.put((1 << (8 - count)) - 1, 8 - count) }
        return last.bytes
    }
}
