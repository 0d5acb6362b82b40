/// What is known of evidence that passed.
package struct InspectionReport: Sendable, Equatable {
    package let kind: EvidenceKind
    /// In pixels; 0 for a PDF.
    package let width: Int
    /// In pixels; 0 for a PDF.
    package let height: Int
    /// 1 for a picture.
    package let pages: Int
    /// Length of the whole upload.
    package let bytes: Int
    /// How many of `bytes` stand after the end of the picture. Phones leave thumbnails and depth maps there.
    package let trailing: Int
    /// In a fixed order, each at most once.
    package let warnings: [InspectionWarning]

    package init(
        kind: EvidenceKind, width: Int, height: Int, pages: Int, bytes: Int, trailing: Int, warnings: [InspectionWarning]
    ) {
        self.kind = kind
        self.width = width
        self.height = height
        self.pages = pages
        self.bytes = bytes
        self.trailing = trailing
        self.warnings = warnings
    }
}

/// What a reviewer should know although the evidence was accepted. The raw value is a stable code.
package enum InspectionWarning: String, Sendable, CaseIterable, Codable {
    /// Decodes completely, but departs from its standard.
    case irregular
    /// A JPEG with bytes after its end.
    case trailingData = "trailing-data"
    /// A PDF with a picture in JBIG2, JPEG 2000 or fax coding, which was not decoded here.
    case unexaminedPicture = "unexamined-picture"
    /// A PNG with further frames that a plain viewer does not show.
    case animated

    var bit: UInt32 {
        switch self {
        case .irregular: 1
        case .trailingData: 2
        case .unexaminedPicture: 4
        case .animated: 8
        }
    }
}
