/// Why a picture was not read. The raw value is a stable code. A picture that was read badly is no refusal: see `PictureQuality`.
package enum ReadingRefusal: String, Error, Sendable, CaseIterable {
    case empty = "picture-empty"
    case tooLarge = "picture-too-large"
    /// Neither JPEG nor PNG.
    case unsupportedKind = "picture-kind-unsupported"
    case truncated = "picture-truncated"
    /// Damaged, or nothing our decoder survived.
    case undecodable = "picture-undecodable"
    case tooManyPixels = "picture-too-many-pixels"
    case timeout = "reading-timeout"
    /// Too many wait on the same behalf, or altogether. The same picture may be sent again in a few moments.
    case crowded = "reading-crowded"
    /// The fault is ours: the reading program, its library or its model cannot run. The same picture may be sent again.
    case unavailable = "reading-unavailable"

    package var code: String { rawValue }

    /// Whether sending the same bytes again can help.
    package var mayRetry: Bool { self == .crowded || self == .unavailable }

    package var english: String { sentences.english }
    package var chinese: String { sentences.chinese }

    private var sentences: (english: String, chinese: String) {
        switch self {
        case .empty: ("The picture is empty. Choose it again.", "图片为空，请重新选择。")
        case .tooLarge: ("The picture is larger than allowed. Take it at a lower resolution.", "图片超过允许的大小，请降低拍摄分辨率。")
        case .unsupportedKind: ("The picture is not a JPEG or PNG. Save it as one of these.", "图片不是 JPEG 或 PNG 格式，请另存后上传。")
        case .truncated: ("The picture ends before its content does. Upload it again.", "图片不完整，请重新上传。")
        case .undecodable: ("The picture is damaged. Take it again.", "图片已损坏，请重新拍摄。")
        case .tooManyPixels: ("The picture has more pixels than allowed. Take it at a lower resolution.", "图片像素超过上限，请降低拍摄分辨率。")
        case .timeout: ("Reading the picture took too long. Take it again, closer to the document.", "识别图片超时，请靠近证件重新拍摄。")
        case .crowded: ("Too many pictures are being read at the moment. Send it again in a few moments.", "当前识别的图片较多，请稍后重试。")
        case .unavailable: ("Pictures cannot be read at the moment. Type the data, or try again in a few moments.", "暂时无法识别图片，请手工填写或稍后重试。")
        }
    }
}
