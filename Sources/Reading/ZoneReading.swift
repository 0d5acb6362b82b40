/// What was read of a machine-readable zone.
package struct ZoneReading: Sendable, Equatable, Unprinted {
    package let outcome: Outcome
    /// The mean fit of all places, 0 to 100.
    package let confidence: Int
    /// By how much, in hundredths, the least certain place leads its next choice. Names have no check digit: below about 5, look at them.
    package let leastLead: Int

    package enum Outcome: Sendable, Equatable, Unprinted {
        /// Every check digit holds.
        case holds(TravelZone)
        /// Every check digit holds, but the print is poor.
        case doubtful(TravelZone)
        /// Lines of that form, but a check digit does not hold; nothing of them is passed on.
        case fails
        /// No such lines.
        case absent
    }
}
