import Registry

/// The steps of handing in for a unit, each a page with a form of its own.
enum DraftStep: String, CaseIterable, Sendable {
    case unit, handler, responsible, use, cards, evidence

    /// Where a demand is met.
    init(_ demand: UnitPolicy.Demand) {
        switch demand.need {
        case .party(.unit): self = .unit
        case .party(.handler), .party(.proxy), .authorisation, .notice: self = .handler
        case .party(.responsiblePerson): self = .responsible
        case .party, .userOrDepartment, .use: self = .use
        case .cards: self = .cards
        case .evidence: self = .evidence
        }
    }

    /// Where what a pointer names is mended; nil for what no step holds.
    init?(pointer: String) {
        switch pointer.split(separator: "/").first.map(String.init) {
        case "unit": self = .unit
        case "handler", "authorisation", "noticeAccepted", "proxy": self = .handler
        case "responsiblePerson": self = .responsible
        case "use", "actualUser", "usingDepartment", "effectiveFrom": self = .use
        case "cards": self = .cards
        case "evidence": self = .evidence
        default: return nil
        }
    }
}
