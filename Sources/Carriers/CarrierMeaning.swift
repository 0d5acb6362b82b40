import Registry

/// What a carrier's code of failure means to us. Each carrier has its own table; the connection's file adds codes that are not public.
package enum CarrierMeaning: String, CaseIterable, Sendable {
    case tokenExpired = "token-expired"
    case credentials
    case overQuota = "over-quota"
    /// Maintenance, or too much to do: later.
    case busy
    /// The card was operated on a moment ago.
    case locked
    case cardUnknown = "card-unknown"
    case cardNotOurs = "card-not-ours"
    case stateForbids = "state-forbids"
    case stopNotOurs = "stop-not-ours"
    case packageExpired = "package-expired"
    case packageUsedUp = "package-used-up"
    case identityRefused = "identity-refused"
    case other

    /// Whether it is about the call as a whole, so that dividing a batch would not help.
    var isOfTheCall: Bool {
        switch self {
        case .tokenExpired, .credentials, .overQuota, .busy: true
        default: false
        }
    }

    var refusal: Refusal {
        switch self {
        case .tokenExpired, .credentials: .carrierCredentials
        case .cardUnknown: .carrierCardUnknown
        case .cardNotOurs: .carrierCardNotOurs
        case .stateForbids: .carrierStateForbids
        case .stopNotOurs: .carrierStopNotOurs
        case .packageExpired: .carrierPackageExpired
        case .packageUsedUp: .carrierPackageUsedUp
        case .identityRefused: .carrierIdentityRefused
        case .overQuota, .busy, .locked, .other: .carrierRefused
        }
    }
}

/// Codes of failure of one carrier. A code that is not in it is `other`, and goes to whoever asked as it came.
package struct CodeTable: Hashable, Sendable {
    private let meanings: [String: CarrierMeaning]

    package init(_ meanings: [String: CarrierMeaning]) { self.meanings = meanings }

    subscript(code: String) -> CarrierMeaning { meanings[code] ?? .other }

    package func adding(_ more: [String: CarrierMeaning]) -> CodeTable { CodeTable(meanings.merging(more) { $1 }) }
}
