import Glibc

/// The characters of GB18030-2022, taken from the C library's table and mended.
///
/// Older editions put some characters into the private use area, and different writers use different editions; whichever
/// code a file uses, the character arrives under its standard code point.
struct GB18030: Sendable {
    /// By (first - 0x81) * 190 + second, 0x7F left out; 0: no character.
    private let two: [UInt32]
    /// The four-byte codes of the basic plane, in their own order; 0: no character.
    private let four: [UInt16]

    private static let basicPlane = 39_420
    private static let higherPlanes = 189_000

    /// Nil when the C library comes without the encoding.
    static let table = GB18030()

    private init?() {
        guard let converter = Converter() else { return nil }
        var two = [UInt32](repeating: 0, count: 126 * 190)
        for index in two.indices {
            let second = UInt8(index % 190)
            two[index] = Self.standard(converter.scalar([UInt8(index / 190) + 0x81, second + (second < 63 ? 0x40 : 0x41)]))
        }
        var four = [UInt16](repeating: 0, count: Self.basicPlane)
        for index in four.indices {
            four[index] = UInt16(truncatingIfNeeded: Self.standard(converter.scalar(Self.fourBytes(index))))
        }
        // 0x84318236... and 0x82359037...: the other codes of the vertical forms and components, which the library does not know.
        for scalar in UInt32(0xFE10)...0xFE19 { four[Self.index(0x84, 0x31, 0x82, 0x36) + Int(scalar - 0xFE10)] = UInt16(scalar) }
        for scalar in UInt32(0x9FB4)...0x9FBB { four[Self.index(0x82, 0x35, 0x90, 0x37) + Int(scalar - 0x9FB4)] = UInt16(scalar) }
        self.two = two
        self.four = four
    }

    @inline(__always)
    func scalar(_ first: UInt8, _ second: UInt8) -> UInt32 {
        two[(Int(first) - 0x81) * 190 + Int(second) - (second < 0x7F ? 0x40 : 0x41)]
    }

    /// 0 when there is no such character.
    func scalar(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32 {
        let index = Self.index(first, second, third, fourth)
        if index < Self.basicPlane { return UInt32(four[index]) }
        guard index >= Self.higherPlanes, index - Self.higherPlanes + 0x10000 <= 0x10FFFF else { return 0 }
        return UInt32(index - Self.higherPlanes + 0x10000)
    }

    private static func index(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Int {
        (((Int(first) - 0x81) * 10 + Int(second) - 0x30) * 126 + Int(third) - 0x81) * 10 + Int(fourth) - 0x30
    }

    private static func fourBytes(_ index: Int) -> [UInt8] {
        [
            UInt8(index / 12_600) + 0x81, UInt8(index / 1_260 % 10) + 0x30,
            UInt8(index / 10 % 126) + 0x81, UInt8(index % 10) + 0x30,
        ]
    }

    /// What the editions of 2000 and 2005 left in the private use area.
    private static func standard(_ scalar: UInt32) -> UInt32 { leftovers[scalar] ?? scalar }

    private static let leftovers: [UInt32: UInt32] = [
        0xE78D: 0xFE10, 0xE78E: 0xFE12, 0xE78F: 0xFE11, 0xE790: 0xFE13, 0xE791: 0xFE14, 0xE792: 0xFE15, 0xE793: 0xFE16,
        0xE794: 0xFE17, 0xE795: 0xFE18, 0xE796: 0xFE19, 0xE7C7: 0x1E3F, 0xE7C8: 0x01F9, 0xE816: 0x20087, 0xE817: 0x20089,
        0xE818: 0x200CC, 0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7, 0xE831: 0x215D7, 0xE832: 0x9FB8,
        0xE83B: 0x2298F, 0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE855: 0x241FE, 0xE864: 0x9FBB,
    ]
}

/// One open conversion of the C library, from GB18030 to code points.
private struct Converter: ~Copyable {
    private let handle: iconv_t

    init?() {
        guard let handle = iconv_open("UTF-32LE", "GB18030"), Int(bitPattern: handle) != -1 else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// 0 when the library knows no character under the code.
    func scalar(_ code: [UInt8]) -> UInt32 {
        var input = code.map { CChar(bitPattern: $0) }
        var output: UInt32 = 0
        let failed = input.withUnsafeMutableBufferPointer { input in
            withUnsafeMutableBytes(of: &output) { output in
                var from = input.baseAddress
                var fromLeft = input.count
                var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var toLeft = output.count
                return iconv(handle, &from, &fromLeft, &to, &toLeft) == Int.max.magnitude * 2 + 1
            }
        }
        if failed { _ = iconv(handle, nil, nil, nil, nil) }
        return failed ? 0 : UInt32(littleEndian: output)
    }
}
