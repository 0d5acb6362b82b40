import Inspection
import UseCases
import Watermark

/// Marks whatever it is given, without decoding it: the text, a zero byte, the original.
package struct PlainMarker: CopyMarker {
    private let refusal: WatermarkRefusal?

    /// - Parameter refusal: what it answers instead, where given.
    package init(refusing refusal: WatermarkRefusal? = nil) {
        self.refusal = refusal
    }

    package func mark(_ original: [UInt8], with text: WatermarkText, for _: String) async throws -> MarkedCopy {
        if let refusal { throw refusal }
        let kind: EvidenceKind = EvidenceKind(recognising: original) == .pdf ? .pdf : .jpeg
        return MarkedCopy(mediaType: kind.mediaType, bytes: Array(text.text.utf8) + [0] + original)
    }

    /// What such a copy says, and of what it is one.
    package static func read(_ copy: [UInt8]) -> (text: String, original: [UInt8]) {
        let parts = copy.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        return (String(decoding: parts[0], as: UTF8.self), parts.count > 1 ? Array(parts[1]) : [])
    }
}
