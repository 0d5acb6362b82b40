import Registry

/// Whether name, number and, where it is given, portrait belong together.
package struct IdentityQuestion: Hashable, Sendable, Unshown {
    package let id: VerificationRequestID
    package let identity: ClaimedIdentity
    /// A JPEG; sent only where the law or a separate consent allows it (R-OP-03).
    package let portrait: [UInt8]?

    package init(id: VerificationRequestID, identity: ClaimedIdentity, portrait: [UInt8]? = nil) {
        self.id = id
        self.identity = identity
        self.portrait = portrait
    }
}

/// Who somebody says he is.
package struct ClaimedIdentity: Hashable, Sendable, Unshown {
    /// As on the document.
    package let name: String
    package let documentType: DocumentType
    /// Normalised.
    package let documentNumber: String

    package init(name: String, documentType: DocumentType, documentNumber: String) {
        self.name = name
        self.documentType = documentType
        self.documentNumber = documentNumber
    }
}

package enum IdentityVerdict: String, CaseIterable, Codable, Sendable {
    /// All that was sent belongs together.
    case match
    /// The number exists; something else differs.
    case mismatch
    case noRecord = "no-record"
    /// The document must not be used: reported lost, withdrawn.
    case notInService = "not-in-service"
    /// The authority does not say.
    case undecided
}

package struct IdentityAnswer: Hashable, Sendable {
    package let id: VerificationRequestID
    package let verdict: IdentityVerdict
    /// Where a portrait was sent and compared.
    package let portrait: FaceScore?
    package let stamp: ProviderStamp

    package init(id: VerificationRequestID, verdict: IdentityVerdict, portrait: FaceScore?, stamp: ProviderStamp) {
        self.id = id
        self.verdict = verdict
        self.portrait = portrait
        self.stamp = stamp
    }

    /// The only answer a registration may rest on. A portrait that was sent was compared and reached its threshold, else the answer
    /// would not have been taken.
    package var confirms: Bool { verdict == .match }
}
