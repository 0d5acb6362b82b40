/// Width and height as the header of a picture declares them, read without decoding: a picture that declares itself too large is
/// refused before a child is started. Reads in memory-safe code and believes nothing; the decoder has the last word.
package struct DeclaredSize: Equatable {
    package let width: Int
    package let height: Int

    /// nil when the header cannot be found; the decoder will say what is wrong.
    package init?(of kind: EvidenceKind, in bytes: [UInt8]) {
        switch kind {
        case .png: self.init(png: bytes)
        case .jpeg: self.init(jpeg: bytes)
        case .pdf: return nil
        }
    }

    /// IHDR is the first chunk: length, type, width, height (ISO/IEC 15948 §11.2.2).
    private init?(png bytes: [UInt8]) {
        guard bytes.count >= 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
        width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Walks the marker segments to the frame header SOFn (ITU-T T.81 B.2.2).
    private init?(jpeg bytes: [UInt8]) {
        var at = 2
        while at + 9 <= bytes.count {
            guard bytes[at] == 0xFF else { return nil }
            let marker = bytes[at + 1]
            if marker == 0xFF {  // fill byte
                at += 1
                continue
            }
            let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
            if Self.frameHeaders.contains(marker) {
                height = Int(bytes[at + 5]) << 8 | Int(bytes[at + 6])
                width = Int(bytes[at + 7]) << 8 | Int(bytes[at + 8])
                return
            }
            guard length >= 2, marker != 0xDA, marker != 0xD9 else { return nil }
            at += 2 + length
        }
        return nil
    }

    private static let frameHeaders: Set<UInt8> = Set(0xC0...0xCF).subtracting([0xC4, 0xC8, 0xCC])
}
