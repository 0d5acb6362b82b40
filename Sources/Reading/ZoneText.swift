/// The zone's alphabet and its check digit (ICAO 9303 part 3, §4.9).
enum ZoneText {
    static let filler = UInt8(ascii: "<")
    static let sexes = Array("MF<".utf8)

    static func isLetterOrFiller(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || byte == filler }
    static func isCharacter(_ byte: UInt8) -> Bool { isLetterOrFiller(byte) || (0x30...0x39).contains(byte) }

    /// Weights 7, 3, 1; digits count as themselves, A is 10, the filler 0.
    static func check(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        let weights = [7, 3, 1]
        let sum = bytes.enumerated().reduce(0) { $0 + value($1.element) * weights[$1.offset % 3] }
        return 0x30 + UInt8(sum % 10)
    }

    private static func value(_ byte: UInt8) -> Int {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x41...0x5A: Int(byte) - 0x41 + 10
        default: 0
        }
    }

    /// Without the fillers at the end.
    static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let end = bytes.lastIndex { $0 != filler }.map { $0 + 1 } ?? bytes.startIndex
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// Surname and given names stand apart by two fillers, the parts of each by one (part 3, §4.6).
    static func names(_ bytes: ArraySlice<UInt8>) -> (surname: String, given: String) {
        let gap = bytes.indices.dropLast().first { bytes[$0] == filler && bytes[$0 + 1] == filler } ?? bytes.endIndex
        return (spaced(bytes[..<gap]), spaced(bytes[gap...]))
    }

    private static func spaced(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.split(separator: filler).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}
