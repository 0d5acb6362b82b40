import Registry

/// The pages on which a person completes his part of a unit's application, in their order.
enum PartStep: String, CaseIterable, Sendable {
    case consent
    case document
    case details
    case review

    static let home = "/p/part"
    static let done = "\(home)/done"
    static let language = "\(home)/language"
    static let leave = "\(home)/leave"

    var address: String { "\(Self.home)/\(rawValue)" }

    /// The step on which a finding is mended, by its JSON pointer.
    init(mending pointer: String) {
        self = pointer.hasPrefix("/evidence/") || pointer.hasSuffix("/documentType") ? .document : .details
    }
}
