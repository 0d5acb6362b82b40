/// Whose number it looks like. A hint, never a proof: since 2019-12 numbers move between carriers and keep their prefix (R-NF-02),
/// and the lists are from secondary sources. The authority is the carrier's inventory.
package enum CarrierHint: String, Sendable, CaseIterable {
    case mobile
    case telecom
    case unicom
    case broadnet
    case unknown
}
