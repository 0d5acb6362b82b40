/// Why evidence is not taken. The raw value is a stable code. Nothing in here repeats content or a file name.
package enum InspectionRefusal: String, Error, Sendable, CaseIterable {
    case empty = "evidence-empty"
    case tooLarge = "evidence-too-large"
    case unsupportedKind = "evidence-kind-unsupported"
    case truncated = "evidence-truncated"
    case undecodable = "evidence-undecodable"
    case tooManyPixels = "evidence-too-many-pixels"
    case tooManyPages = "evidence-too-many-pages"
    case encrypted = "evidence-encrypted"
    /// JavaScript or an XFA form.
    case script = "evidence-has-script"
    /// Starts a program, sends a form, opens another file.
    case action = "evidence-has-action"
    /// Embedded file, film, sound.
    case attachment = "evidence-has-attachment"
    /// A second file behind or inside the first.
    case hiddenData = "evidence-has-hidden-data"
    /// The examination took too long; a sound file of ordinary size never does.
    case timeout = "inspection-timeout"
    /// The fault is ours: too many wait, or the examining program cannot run. The same file may be sent again (503).
    case unavailable = "inspection-unavailable"

    package var code: String { rawValue }

    /// Whether sending the same bytes again can help.
    package var mayRetry: Bool { self == .unavailable }

    package var english: RefusalWords { words.english }
    package var chinese: RefusalWords { words.chinese }

    /// A sentence for the reader and what he can do.
    package struct RefusalWords: Sendable, Equatable {
        package let reason: String
        package let advice: String
    }
}
