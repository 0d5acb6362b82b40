/// Files with two faces: one reader sees a picture, another an archive or a document.
///
/// Decided: a PNG or PDF with anything but padding after its end is refused, as no camera and no printer driver writes such a file.
/// A JPEG is accepted with a warning, because phones append thumbnails, depth maps and short films; but not when what stands there,
/// or anywhere, can be opened as a ZIP archive, or when a PDF header stands where PDF readers still look for one.
enum HiddenData {
    static func refusal(for kind: EvidenceKind, in bytes: [UInt8]) -> InspectionRefusal? {
        if endsAsArchive(bytes) { return .hiddenData }
        switch kind {
        case .pdf: return refusalForEnd(ofDocument: bytes)
        case .jpeg, .png: return bytes.prefix(1024).firstRange(of: "%PDF-".utf8) == nil ? nil : .hiddenData
        }
    }

    /// A ZIP archive is found from its end: a record of 22 bytes and a comment of at most 65,535 (APPNOTE 4.3.16). Many unpackers
    /// forgive a comment length that does not fit, so only the disk numbers (zero) and the two equal counts of entries are asked.
    static func endsAsArchive(_ bytes: [UInt8]) -> Bool {
        var at = bytes.count - 22
        let lowest = max(0, at - 65_535)
        while at >= lowest {
            if bytes[at] == 0x50, bytes[at + 1] == 0x4B, bytes[at + 2] == 0x05, bytes[at + 3] == 0x06 {
                let disks = bytes[at + 4..<at + 8]
                if disks.allSatisfy({ $0 == 0 }), bytes[at + 8] == bytes[at + 10], bytes[at + 9] == bytes[at + 11] { return true }
            }
            at -= 1
        }
        return false
    }

    /// `%%EOF` closes a PDF (ISO 32000-1 §7.5.5); only white space and zeros may follow.
    private static func refusalForEnd(ofDocument bytes: [UInt8]) -> InspectionRefusal? {
        guard let mark = lastRange(of: Array("%%EOF".utf8), in: bytes) else { return .truncated }
        guard bytes[mark.upperBound...].contains(where: { !isPadding($0) }) else { return nil }
        // A linearised file has an early end mark of its own (Annex F): what follows it is the document, so the real end is missing.
        let isLinearised = bytes.prefix(1024).firstRange(of: "/Linearized".utf8) != nil
        return isLinearised ? .truncated : .hiddenData
    }

    static func isPadding(_ byte: UInt8) -> Bool {
        byte == 0 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D || byte == 0x20
    }

    private static func lastRange(of pattern: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
        var at = bytes.count - pattern.count
        while at >= 0 {
            if bytes[at] == pattern[0], bytes[at..<at + pattern.count].elementsEqual(pattern) { return at..<at + pattern.count }
            at -= 1
        }
        return nil
    }
}
