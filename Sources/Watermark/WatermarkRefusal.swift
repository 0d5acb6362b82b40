/// Why there is no marked copy; then there is no copy at all. The raw value is a stable code.
package enum WatermarkRefusal: String, Error, Sendable, CaseIterable {
    case empty = "copy-original-empty"
    case tooLarge = "copy-original-too-large"
    case unsupportedKind = "copy-kind-unsupported"
    case truncated = "copy-original-truncated"
    /// Damaged, or nothing our decoder survived.
    case undecodable = "copy-original-undecodable"
    case tooManyPixels = "copy-too-many-pixels"
    /// So long and thin that no legible text fits.
    case tooNarrow = "copy-too-narrow"
    /// Nothing of the text could be seen.
    case textUnusable = "copy-text-unusable"
    case timeout = "copy-timeout"
    /// The fault is ours: too many wait, or the marking program, its library or its font cannot run. It may be asked for again.
    case unavailable = "copy-unavailable"

    package var code: String { rawValue }

    /// Whether asking again can help.
    package var mayRetry: Bool { self == .unavailable }

    package var english: String { sentences.english }
    package var chinese: String { sentences.chinese }

    private var sentences: (english: String, chinese: String) {
        switch self {
        case .empty: ("The file is empty.", "文件为空。")
        case .tooLarge: ("The file is larger than a copy can be made of.", "文件超过可制作副本的大小。")
        case .unsupportedKind: ("The file is not a JPEG, PNG or PDF.", "文件不是 JPEG、PNG 或 PDF 格式。")
        case .truncated: ("The file ends before its content does.", "文件不完整。")
        case .undecodable: ("The file is damaged.", "文件已损坏。")
        case .tooManyPixels: ("The picture has more pixels than a copy can be made of.", "图片像素超过可制作副本的上限。")
        case .tooNarrow: ("The picture is too narrow for a legible watermark.", "图片过窄，无法加盖清晰的水印。")
        case .textUnusable: ("Nothing of the watermark's text could be seen.", "水印文字无法显示。")
        case .timeout: ("Making the copy took too long.", "制作副本超时。")
        case .unavailable: ("Copies with a watermark cannot be made at the moment.", "暂时无法制作带水印的副本。")
        }
    }
}
