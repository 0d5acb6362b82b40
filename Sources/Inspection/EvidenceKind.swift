/// What a piece of evidence is, by its content. File names and declared media types are claims of a stranger and never asked.
package enum EvidenceKind: String, Sendable, CaseIterable, Codable {
    case jpeg, png, pdf

    /// The media type under which the content may be served again (together with `nosniff`).
    package var mediaType: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .pdf: "application/pdf"
        }
    }

    /// Recognises by the signature at offset 0: SOI marker and the begin of the next one (ITU-T T.81 B.1.1), PNG signature
    /// (ISO/IEC 15948 §5.2), PDF header (ISO 32000-1 §7.5.2). PDF readers forgive a header further in; that leniency is what
    /// makes files with two faces, so it is not given here.
    package init?(recognising bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else {
            return nil
        }
    }
}
