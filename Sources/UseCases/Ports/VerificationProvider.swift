import Registry

/// Who confirms an identity or a face for us, as a port: the field's authorities and vendors differ, the questions do not.
/// `Contract/verification-provider.yaml` says what stands behind it. Every failure is one of not knowing, never an approval.
package protocol VerificationProvider: Sendable {
    /// Where it is, for whoever looks after the installation; never a path, which may hold a secret.
    var host: String { get }
    /// How it is doing at the moment, as we have seen it.
    func state() async -> ProviderState
}

/// Knows who has which number: the public security's service or who asks it for us (R-PH-01).
package protocol IdentityAuthority: VerificationProvider {
    /// The same question twice costs once. Await it outside of every transaction.
    func check(_ question: IdentityQuestion) async throws(ProviderFailure) -> IdentityAnswer
}

/// Compares a living face with a reference (R-PH-04, R-PH-06).
package protocol FaceComparison: VerificationProvider {
    /// The same question twice costs once. Await it outside of every transaction.
    func compare(_ question: FaceQuestion) async throws(ProviderFailure) -> FaceAnswer
}

/// A provider that captures the face itself, in a page or application of its own.
package protocol HostedCapture: VerificationProvider {
    func begin(_ question: CaptureQuestion) async throws(ProviderFailure) -> CaptureInvitation
    /// Costs nothing to ask again.
    func outcome(of capture: CaptureTicket) async throws(ProviderFailure) -> CaptureOutcome
}

/// Whom an installation asks; what is nil is not offered there, and other ways remain (R-OP-03).
package struct VerificationProviders: Sendable {
    package let authority: (any IdentityAuthority)?
    package let face: (any FaceComparison)?
    package let capture: (any HostedCapture)?
    private let authorityName: DataRecipient?
    private let faceName: DataRecipient?

    /// - Parameters:
    ///   - authorityName: under which people are told of the authority; its host where nobody says.
    ///   - faceName: the same of whoever compares or captures faces.
    package init(
        authority: (any IdentityAuthority)?, face: (any FaceComparison)?, capture: (any HostedCapture)? = nil,
        authorityName: DataRecipient? = nil, faceName: DataRecipient? = nil
    ) {
        self.authority = authority
        self.face = face
        self.capture = capture
        self.authorityName = authorityName
        self.faceName = faceName
    }

    /// Who is given name and number of a document; nil where nobody is.
    package var authorityRecipient: DataRecipient? {
        authority.map { authorityName ?? DataRecipient(name: $0.host, contact: nil) }
    }

    /// Who is given faces; nil where nobody is.
    package var faceRecipient: DataRecipient? {
        (face?.host ?? capture?.host).map { faceName ?? DataRecipient(name: $0, contact: nil) }
    }
}

/// Somebody besides the operating company who is given data of persons, as the notices tell them of it (R-DP-04).
package struct DataRecipient: Hashable, Sendable {
    package let name: String
    /// By which people reach it about their data; nil where nobody said.
    package let contact: String?

    package init(name: String, contact: String?) {
        self.name = name
        self.contact = contact
    }
}

/// One question to a provider. Made and stored before it is asked, so that asking again after a stop is the same question.
package enum VerificationRequest {}
package typealias VerificationRequestID = Identifier<VerificationRequest>

/// Who answered, with what, when and for how much.
package struct ProviderStamp: Hashable, Sendable {
    package let vendor: String
    package let product: String
    package let version: String
    /// The provider's own serial, by which the answer can be found again there.
    package let reference: String
    package let answeredAt: Instant
    /// Nothing of the answer is about a real person.
    package let isSandbox: Bool
    package let costUnits: Int64

    package init(
        vendor: String, product: String, version: String, reference: String, answeredAt: Instant, isSandbox: Bool, costUnits: Int64
    ) {
        self.vendor = vendor
        self.product = product
        self.version = version
        self.reference = reference
        self.answeredAt = answeredAt
        self.isSandbox = isSandbox
        self.costUnits = costUnits
    }
}

/// How alike two faces are, and from where on this provider calls them the same; both in ten-thousandths.
package struct FaceScore: Hashable, Sendable {
    package let score: Int64
    package let threshold: Int64

    /// Nil outside 0 to 10,000, and for a threshold of 0, which everybody would pass.
    package init?(score: Int64, threshold: Int64) {
        guard (0...10_000).contains(score), (1...10_000).contains(threshold) else { return nil }
        self.score = score
        self.threshold = threshold
    }

    package var reachesThreshold: Bool { score >= threshold }
}

/// A value about people: it shows nothing of itself in logs, errors and dumps.
package protocol Unshown: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Unshown {
    package var description: String { "\(Self.self)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
