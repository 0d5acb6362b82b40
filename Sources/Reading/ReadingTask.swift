/// What is asked of a picture. The raw value is the child's word for it.
package enum ReadingTask: String, Sendable, CaseIterable, Codable {
    /// Only whether the picture is good enough, and where the document lies in it.
    case quality
    /// The side of the resident ID (居民身份证), or of a residence permit in its form, with the portrait.
    case residentIDFront = "resident-id-front"
    /// The side with authority and validity.
    case residentIDBack = "resident-id-back"
    /// The machine-readable zone of a passport, travel permit or permanent resident card.
    case machineReadableZone = "mrz"
    /// A person with a document in the hand (手持证件照).
    case handHeld = "hand-held"
    /// A portrait.
    case face
    /// Bar codes and QR codes.
    case codes
}
