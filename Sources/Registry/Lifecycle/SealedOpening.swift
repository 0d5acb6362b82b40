package enum SealedOpening {
    /// How long a request waits for its second person.
    package static let waitHours: Int64 = 72
    /// How long custodians are waited for, where they have the keys.
    package static let custodianHours: Int64 = 72
    /// How long what was approved stays open to whoever asked; where custodians have the keys, from their last answer on.
    package static let openMinutes: Int64 = 60
}

package typealias SealedOpeningID = Identifier<SealedOpening>

/// Where a request to open what is sealed stands.
package enum SealedOpeningState: String, CaseIterable, Sendable {
    /// Waits for a second person.
    case asked
    case refused
    /// Approved; custodians have the keys and have not all answered.
    case awaitingCustodians = "awaiting-custodians"
    /// Whoever asked may look.
    case open
    /// Its time is over.
    case lapsed
}

package enum SealedOpeningVerdict: String, CaseIterable, Codable, Sendable {
    case approve
    case refuse
}
