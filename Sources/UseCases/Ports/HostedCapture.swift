import Registry

/// Asks a provider to capture the face itself.
package struct CaptureQuestion: Hashable, Sendable, Unshown {
    package let id: VerificationRequestID
    package let reference: FaceReference
    /// Where the person goes afterwards, whatever came out; an address of ours.
    package let returnTo: String
    /// What the provider's page is worded in.
    package let inChinese: Bool
    /// Whether the person consented to the face being looked for under other identities.
    package let searchesOthers: Bool

    package init(id: VerificationRequestID, reference: FaceReference, returnTo: String, inChinese: Bool, searchesOthers: Bool) {
        self.searchesOthers = searchesOthers
        self.id = id
        self.reference = reference
        self.returnTo = returnTo
        self.inChinese = inChinese
    }
}

/// A capture that was begun, as it is asked for afterwards.
package struct CaptureTicket: Hashable, Sendable {
    package let request: VerificationRequestID
    /// The provider's own name of it.
    package let captureID: String

    package init(request: VerificationRequestID, captureID: String) {
        self.request = request
        self.captureID = captureID
    }
}

package struct CaptureInvitation: Hashable, Sendable, Unshown {
    package let ticket: CaptureTicket
    /// Where the person is sent: HTTPS, at a host that was agreed on. Good for whoever has it, so it is nobody else's.
    package let address: String
    package let expires: Instant

    package init(ticket: CaptureTicket, address: String, expires: Instant) {
        self.ticket = ticket
        self.address = address
        self.expires = expires
    }
}

package enum CaptureOutcome: Hashable, Sendable {
    case pending
    case done(FaceAnswer)
    /// The person turned away.
    case abandoned
    case expired
}
