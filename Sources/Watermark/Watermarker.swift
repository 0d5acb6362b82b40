import CWatermark
import Confinement
import Dispatch
import Inspection

/// A copy whose every part bears the text.
package struct MarkedCopy: Hashable, Sendable {
    package let mediaType: String
    package let bytes: [UInt8]

    package init(mediaType: String, bytes: [UInt8]) {
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// Makes the copies that are shown or exported: of a picture a JPEG, of a PDF a PDF, half transparent text all over it (R-25-12, R-DP-26).
///
/// Cheap questions are answered here, in memory-safe code; everything else happens in a confined child process, so a malicious original
/// meets decoders that hold nothing. Whatever fails is a refusal: there is no way to an unmarked copy.
package struct Watermarker: Sendable {
    package let limits: WatermarkLimits
    private let child: ConfinedChild
    private let slots: ChildSlots
    // Threads that may block; the child bounds how long.
    private let threads = DispatchQueue(label: "watermark", attributes: .concurrent)

    /// - Parameters:
    ///   - child: the program and its hidden command.
    ///   - children: marking at the same time.
    ///   - waiting: originals that may queue for a child; where that many do, one of whoever has most is refused as unavailable.
    package init(
        limits: WatermarkLimits = WatermarkLimits(), child: ConfinedChild = ConfinedChild(arguments: [WatermarkWorker.command]),
        children: Int = 2, waiting: Int = 32
    ) {
        self.limits = limits
        self.child = child
        slots = ChildSlots(children: children, waiting: waiting)
    }

    /// A picture of a phone takes some tenths of a second, plus the wait for a free child; never longer than `limits.time` in the child.
    ///
    /// - Parameter owner: on whose behalf; owners take turns (`ChildSlots`).
    package func mark(
        _ original: [UInt8], with text: WatermarkText, for owner: String = ""
    ) async throws(WatermarkRefusal) -> MarkedCopy {
        let kind = try lookOver(original)
        guard await slots.take(for: owner) else { throw .unavailable }
        let ending = await run(original, text)
        await slots.giveBack(of: owner)
        return try copy(of: original, kind == .pdf ? .pdf : .jpeg, ending)
    }

    /// Children that mark now, and originals that wait for one.
    package func load() async -> (running: Int, waiting: Int) { await slots.load }

    /// What can be refused without decoding.
    private func lookOver(_ original: [UInt8]) throws(WatermarkRefusal) -> EvidenceKind {
        guard !original.isEmpty else { throw .empty }
        guard original.count <= limits.bytes else { throw .tooLarge }
        guard let kind = EvidenceKind(recognising: original) else { throw .unsupportedKind }
        if let size = DeclaredSize(of: kind, in: original), !limits.allow(width: size.width, height: size.height) {
            // An empty picture is damage, not size.
            throw size.width == 0 || size.height == 0 ? .undecodable : .tooManyPixels
        }
        return kind
    }

    private func run(_ original: [UInt8], _ text: WatermarkText) async -> ConfinedChild.Ending {
        if Task.isCancelled { return .failed }  // nobody waits for the copy any more
        return await withCheckedContinuation { continuation in
            threads.async {
                continuation.resume(
                    returning: child.run(
                        WatermarkWorker.arguments(for: limits), feeding: Array(text.text.utf8) + [0] + original, time: limits.time,
                        mostOutput: 1 + limits.copy))
            }
        }
    }

    /// The child is believed only as far as what it gave can be a marked copy.
    private func copy(
        of original: [UInt8], _ kind: EvidenceKind, _ ending: ConfinedChild.Ending
    ) throws(WatermarkRefusal) -> MarkedCopy {
        switch ending {
        case .outOfTime: throw .timeout
        case .died: throw .undecodable
        case .failed: throw .unavailable
        case .answered(let output):
            guard let verdict = output.first.map(Int.init) else { throw .unavailable }
            if let refusal = Self.refusals[verdict] { throw refusal }
            let copy = Array(output.dropFirst())
            let isWhole = kind == .pdf || copy.suffix(2) == [0xFF, 0xD9]
            guard verdict == WATERMARK_DONE, EvidenceKind(recognising: copy) == kind, isWhole, copy != original else {
                throw .unavailable
            }
            return MarkedCopy(mediaType: kind.mediaType, bytes: copy)
        }
    }

    private static let refusals: [Int: WatermarkRefusal] = [
        WATERMARK_TRUNCATED: .truncated, WATERMARK_UNDECODABLE: .undecodable,
        WATERMARK_TOO_MANY_PIXELS: .tooManyPixels, WATERMARK_TOO_NARROW: .tooNarrow,
        WATERMARK_TEXT_UNUSABLE: .textUnusable,
    ]
}
