/// A step of the way, each a page; the raw value is the last part of its address.
enum Step: String, CaseIterable, Sendable {
    case consent
    case document
    case details
    case guardian
    case proxy
    case photo
    case face
    case capture
    case review

    var address: String { "/p/\(rawValue)" }

    /// The step on which a finding is mended, by its JSON pointer.
    init(mending pointer: String) {
        let parts = pointer.split(separator: "/").map(String.init)
        switch parts.first {
        case "consents": self = .consent
        case "holder" where parts.count > 1 && parts[1] == "documentType": self = .document
        case "holder", "guardian", "proxy": self = .details
        case "evidence": self = parts.count > 1 ? Self.showing(parts[1]) : .document
        case "providerCapture": self = .capture
        default: self = .review
        }
    }

    /// The step on which a picture is taken.
    static func showing(_ slot: String) -> Step {
        switch slot {
        case "guardian-id-front", "guardian-id-back": .guardian
        case "proxy-id-front", "proxy-id-back": .proxy
        case "hand-held-photo": .photo
        case "face-capture", "face-frame": .face
        default: .document
        }
    }
}
