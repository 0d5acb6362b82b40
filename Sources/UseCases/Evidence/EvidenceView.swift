import Ledger
import Records
import Registry

/// What is told of a piece of evidence without showing it.
package struct EvidenceView: Hashable, Sendable {
    package let id: EvidenceID
    package let organisation: OrganisationID
    package let kind: String
    package let mediaType: String
    package let bytes: Int64
    package let width: Int64?
    package let height: Int64?
    package let pages: Int64?
    /// Of the original, hexadecimal.
    package let sha256: String
    package let recordedAt: Instant
    package let recordedBy: AccountID
    /// From then on kept for good.
    package let registeredAt: Instant?
    /// Destroyed after that moment unless registered before.
    package let purgeAfter: Instant?
    package let purgedAt: Instant?
    /// The oldest piece with the same content that the reader may see.
    package let duplicateOf: EvidenceID?
    /// What the inspection noticed although it took the piece, as `InspectionWarning` codes.
    package let warnings: [String]

    init(_ stored: StoredEvidence, duplicateOf: EvidenceID?) {
        id = stored.id
        organisation = stored.organisation
        kind = stored.kind
        mediaType = stored.mediaType
        bytes = stored.bytes
        width = stored.width
        height = stored.height
        pages = stored.pages
        sha256 = Hex.text(stored.sha256)
        recordedAt = stored.recordedAt
        recordedBy = stored.recordedBy
        registeredAt = stored.registeredAt
        purgeAfter = stored.purgeAfter
        purgedAt = stored.purgedAt
        self.duplicateOf = duplicateOf
        warnings = stored.warnings
    }
}
