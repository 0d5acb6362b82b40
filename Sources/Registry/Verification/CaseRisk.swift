/// What a case shows before anybody has looked at it: what the rules and the providers found, and what the verification policy calls a high
/// risk (R-AF-03, R-PH-07).
package struct CaseRisk: Hashable, Sendable {
    package enum Level: String, CaseIterable, Sendable {
        /// Nothing was found.
        case plain
        /// A reviewer has something to note.
        case noted
        case high
    }

    package enum Sign: String, CaseIterable, Sendable {
        /// A rule is not met.
        case failed
        /// A provider said no, to this or to an earlier submission.
        case refused
        /// A provider knows the face under another identity.
        case seenElsewhere = "seen-elsewhere"
        /// The device handed in for more persons than one device may.
        case manyPersons = "many-persons"
        /// The rules found something to be noted.
        case warned
        /// A provider answered neither yes nor no.
        case unclear

        fileprivate var level: Level {
            switch self {
            case .failed, .refused, .seenElsewhere, .manyPersons: .high
            case .warned, .unclear: .noted
            }
        }
    }

    /// The gravest first.
    package let signs: [Sign]

    package init(_ signs: Set<Sign>) {
        self.signs = Sign.allCases.filter(signs.contains)
    }

    /// By the gravest sign.
    package var level: Level { signs.first?.level ?? .plain }
}
