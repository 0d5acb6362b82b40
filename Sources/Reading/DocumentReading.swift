/// What came out of a picture. Holds personal data: it is nobody's to print, so it shows nothing of itself (`Unprinted`).
package struct DocumentReading: Sendable, Equatable, Unprinted {
    package let task: ReadingTask
    /// Of the picture file, before it is turned upright.
    package let width: Int
    package let height: Int
    package let quality: PictureQuality
    /// The perceptual hash: pictures that look alike differ in few of its bits.
    package let fingerprint: UInt64
    /// The finer one, of 1024 bits in 16 words: it tells cards of one layout apart. Empty where there is none.
    package let detail: [UInt64]
    /// Hashes of parts that lie between conspicuous spots, of four words each: by these later copies of the picture find it, cut or not …
    package let excerpts: [UInt64]
    /// … and by these earlier ones are sought.
    package let excerptsSought: [UInt64]
    /// The picture may be one of a screen. Advisory: reasons to look closer, never to refuse.
    package let mayBeRephotographed: Bool
    package let content: Content

    package enum Content: Sendable, Equatable, Unprinted {
        case onlyQuality
        case residentFront(ResidentFront)
        case residentBack(ResidentBack)
        case zone(ZoneReading)
        case handHeld(HandHeld)
        case faces([Face])
        case codes([Code])
    }
}

/// Shows neither itself nor its parts when it is printed, interpolated, dumped or reflected: what is read from documents is personal
/// data, and a log is the last place for it.
package protocol Unprinted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Unprinted {
    package var description: String { "\(Self.self)(not shown)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A text as most readings of the line have it. A suggestion: a person confirms it.
package struct ReadText: Sendable, Equatable, Unprinted {
    /// Empty when nothing acceptable was read.
    package let text: String
    /// How sure the recogniser is, 0 to 100.
    package let confidence: Int
    /// So many of the looks at the line say this …
    package let agreeing: Int
    /// … of so many.
    package let of: Int
}

/// A number that proves itself by check digits, and how far.
package enum ProvenText: Sendable, Equatable, Unprinted {
    /// Every check holds and two independent looks agree.
    case holds(String)
    /// Every check holds, but only one look says so, looks differ, or the card contradicts itself. To be confirmed digit by digit.
    case doubtful(String)
    /// Something was read, but a check fails: it is not passed on.
    case fails
    /// Nothing of that form was seen.
    case absent

    package var proven: String? {
        if case .holds(let text) = self { text } else { nil }
    }
}

package struct ResidentFront: Sendable, Equatable, Unprinted {
    package let name: ReadText
    /// 男 or 女.
    package let sex: ReadText
    /// One of the 56 names of GB/T 3304, without 族. Empty on residence permits, which print none.
    package let nation: ReadText
    /// As printed, yyyy-MM-dd.
    package let birth: ReadText
    package let address: ReadText
    package let number: ProvenText
    /// The printed birth date is the number's.
    package let birthAgrees: Bool
    /// The printed sex is the number's.
    package let sexAgrees: Bool
}

package struct ResidentBack: Sendable, Equatable, Unprinted {
    package let authority: ReadText
    /// yyyy-MM-dd.
    package let validFrom: ReadText
    /// yyyy-MM-dd or 长期. Both dates are only given when the law knows such a term (5, 10, 20 years).
    package let validUntil: ReadText
}

package struct Face: Sendable, Equatable, Codable {
    /// The box, as shares of the picture's width and height.
    package let x: Double
    package let y: Double
    package let width: Double
    package let height: Double
    /// The box's width in pixels; under about 120 a comparison of faces has little to go by.
    package let pixels: Int
    /// The detector's; 0.5 is the least that is believed.
    package let score: Double
    /// Looks at the camera, upright.
    package let frontal: Bool
    /// Lies on the document that was found: the portrait, not the holder.
    package let onDocument: Bool

    /// Where the eyes of an upright face lie in its box (the detector's boxes reach from brow to chin).
    package var eyes: (x: Double, y: Double, width: Double, height: Double) {
        (x + width * 0.12, y + height * 0.18, width * 0.76, height * 0.26)
    }
}

package struct HandHeld: Sendable, Equatable {
    /// Biggest first.
    package let faces: [Face]
    package let hasDocument: Bool

    package var holder: Face? { faces.first { !$0.onDocument } }
    package var portrait: Face? { faces.first(where: \.onDocument) }
    /// A person and a document are to be seen. The document's small portrait may be too small to be found, so it is not asked for.
    package var isComplete: Bool { hasDocument && holder != nil }
}

package struct Code: Sendable, Equatable, Codable, Unprinted {
    /// qr, code-128, code-39, ean-13 or interleaved-2-of-5.
    package let kind: String
    package let text: String
}
