/// The hard rules that lives on a store are judged by, under their numbers in REQUIREMENTS §11.
enum Invariant: Int, CaseIterable {
    /// No usable card without a valid registration.
    case usable = 1
    /// No registration without document type, name, number, address where the document has one, evidence, operator, channel, staff, time.
    case complete = 2
    /// Proxy, guardian, handler, authorisation and responsible person, where the flow has them.
    case flow = 3
    /// So many cards a person, carrier and class, whatever the document; freed by cancellation and not by suspension.
    case quota = 6
    /// From the end on for lawful tracing only, and never deleted.
    case kept = 9
    /// A number that is used again never shows who had it.
    case recycled = 10
    /// A failing check digit blocks persons and units, and only warns of a card.
    case checksum = 11
}

/// What was found against one of them.
struct Breach: Hashable, CustomStringConvertible {
    let invariant: Invariant
    let what: String

    init(_ invariant: Invariant, _ what: String) {
        self.invariant = invariant
        self.what = what
    }

    var description: String { "invariant \(invariant.rawValue): \(what)" }
}
