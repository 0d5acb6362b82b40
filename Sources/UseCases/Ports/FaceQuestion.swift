import Registry

/// Whether the face of the live frames is that of the reference, and whether somebody was there.
package struct FaceQuestion: Hashable, Sendable, Unshown {
    package let id: VerificationRequestID
    package let reference: FaceReference
    package let challenge: LivenessChallenge
    /// In the order they were taken.
    package let frames: [LiveFrame]
    /// Whether the person consented to the face being looked for under other identities.
    package let searchesOthers: Bool

    package init(
        id: VerificationRequestID, reference: FaceReference, challenge: LivenessChallenge, frames: [LiveFrame], searchesOthers: Bool
    ) {
        self.searchesOthers = searchesOthers
        self.id = id
        self.reference = reference
        self.challenge = challenge
        self.frames = frames
    }
}

package enum FaceReference: Hashable, Sendable, Unshown {
    /// A JPEG, as from the chip or the page of a document.
    case picture([UInt8])
    /// The face the authority holds under that identity.
    case held(ClaimedIdentity)
}

/// Drawn afresh for each capture, so that a recording of another does not fit.
package struct LivenessChallenge: Hashable, Sendable {
    /// 16 to 128 of A-Z a-z 0-9 - _.
    package let nonce: String
    package let actions: [LivenessAction]
    /// Within which all of it has to be done.
    package let seconds: Int64

    package init(nonce: String, actions: [LivenessAction], seconds: Int64) {
        self.nonce = nonce
        self.actions = actions
        self.seconds = seconds
    }
}

package struct LiveFrame: Hashable, Sendable, Unshown {
    package let action: LivenessAction
    /// Since the challenge was shown.
    package let milliseconds: Int64
    /// A JPEG.
    package let picture: [UInt8]

    package init(action: LivenessAction, milliseconds: Int64, picture: [UInt8]) {
        self.action = action
        self.milliseconds = milliseconds
        self.picture = picture
    }
}

package enum FaceVerdict: String, CaseIterable, Codable, Sendable {
    case same
    /// The same, and the provider was shown it before under another identity. Only where it was asked to look.
    case seenElsewhere = "seen-elsewhere"
    case different
    case undecided

    /// What the score must tell: whether it reaches the threshold. nil where no score need be given.
    package var isSame: Bool? {
        switch self {
        case .same, .seenElsewhere: true
        case .different: false
        case .undecided: nil
        }
    }
}

package enum Liveness: String, CaseIterable, Codable, Sendable {
    /// Somebody was there and did what was asked.
    case live
    /// A picture, a screen, a mask.
    case spoof
    case undecided
    /// This provider does not judge it.
    case absent
}

package struct FaceAnswer: Hashable, Sendable {
    package let id: VerificationRequestID
    package let verdict: FaceVerdict
    /// Absent only where the verdict is undecided.
    package let score: FaceScore?
    package let liveness: Liveness
    package let stamp: ProviderStamp

    package init(id: VerificationRequestID, verdict: FaceVerdict, score: FaceScore?, liveness: Liveness, stamp: ProviderStamp) {
        self.id = id
        self.verdict = verdict
        self.score = score
        self.liveness = liveness
        self.stamp = stamp
    }

    /// The only answer a registration may rest on: the same face, and somebody was there.
    package var confirms: Bool { verdict == .same && liveness == .live }
}
