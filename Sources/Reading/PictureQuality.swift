/// What keeps a picture from being read, by a machine or by a reviewer. The raw value is a stable code.
package enum PictureProblem: String, Sendable, CaseIterable, Codable {
    case blurred
    /// A lamp mirrored in the document.
    case glare
    /// Too little light or contrast.
    case dark
    /// The document covers too few pixels.
    case tooSmall = "too-small"
    /// A corner of the document lies outside the picture; `PictureQuality.missing` says which.
    case cornerMissing = "corner-missing"
    case noDocument = "no-document"

    package var english: String { advice.english }
    package var chinese: String { advice.chinese }

    private var advice: (english: String, chinese: String) {
        switch self {
        case .blurred: ("The picture is out of focus. Hold still and take it again.", "图片模糊，请保持稳定后重新拍摄。")
        case .glare: ("Light is mirrored in the document. Tilt it away from the lamp.", "证件上有反光，请避开光源后重新拍摄。")
        case .dark: ("The picture is too dark. Take it where there is more light.", "图片过暗，请在光线充足处重新拍摄。")
        case .tooSmall: ("The document is too small in the picture. Go closer.", "证件在图片中过小，请靠近拍摄。")
        case .cornerMissing: ("A corner of the document is outside the picture. Show all four.", "证件边角不完整，请拍摄完整证件。")
        case .noDocument: ("No document is to be seen. Lay it on a plain ground of another colour.", "未发现证件，请将证件放在与其颜色不同的平面上拍摄。")
        }
    }
}

/// A corner of the document, as it lies in the picture.
package enum Corner: String, Sendable, CaseIterable, Codable {
    case topLeft = "top-left"
    case topRight = "top-right"
    case bottomRight = "bottom-right"
    case bottomLeft = "bottom-left"
}

/// A place in the picture, as shares of its width and height; beyond 0 to 1 it lies outside.
package struct Place: Sendable, Equatable {
    package let x: Double
    package let y: Double
}

package struct PictureQuality: Sendable, Equatable {
    /// In a fixed order, each at most once; empty when the picture is good enough.
    package let problems: [PictureProblem]
    /// The document's corners outside the picture.
    package let missing: [Corner]
    /// The document's corners, top left first and clockwise; nil when none was found or none is expected.
    package let corners: [Place]?
    /// How the values that were judged come out; docs/reading.md has their meaning and limits.
    package let measured: Measured

    package struct Measured: Sendable, Equatable, Codable {
        package let sharpness: Double
        package let glare: Double
        package let brightness: Double
        package let contrast: Double
        /// The document's longer side, in pixels.
        package let side: Double
        /// Share of the document's outline that is seen as an edge.
        package let support: Double
    }
}
