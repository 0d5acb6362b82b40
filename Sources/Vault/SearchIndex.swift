import Crypto
import Foundation

/// What a keyed hash is for; each purpose has its own key, so hashes of different purposes cannot be joined (R-DP-23).
package enum SearchPurpose: String, CaseIterable, Sendable {
    /// Finding a party by document type and number.
    case document
    /// Comparing names found under one document.
    case name
    /// Counting refused sign-ins under a login name that nobody has.
    case login
    /// Finding a card's entrance by the code printed with it.
    case claimCode = "claim-code"
    /// Telling one device from another by the secret it keeps.
    case device
    /// Counting attempts.
    case attempt
    /// Noticing that a carrier sent the same thing again.
    case carrierNotice = "carrier-notice"
    /// Hiding what a picture's detail shows.
    case picture
    /// Telling the same request from another under one Idempotency-Key.
    case request
    /// Drawing approved cases that are looked at again.
    case reAuditDraw = "re-audit-draw"
    /// Telling whether a person was told of the unit that stands there now.
    case partUnit = "part-unit"
    /// Telling for whom the ticks on the counter's page were made.
    case counterTicks = "counter-ticks"
    /// Saying to whoever takes a person's pictures that his facts were looked at.
    case counterExamination = "counter-examination"
    /// Making of a refresh token the pair that takes its place in a browser.
    case renewedToken = "renewed-token"
    /// Telling whether the guardian who is named now is the one who consented.
    case heardGuardian = "heard-guardian"
}

/// Equality search without plain data: suite byte and 31 bytes of HMAC-SHA256 under the purpose's key.
package struct SearchIndex: Sendable {
    /// Ready to take the value: the key has been taken in once for all.
    private let keyed: [SearchPurpose: HMAC<SHA256>]

    /// The purposes' keys are derived from the installation's search secret (HKDF-SHA256, RFC 5869).
    package init(secret: DataKey) {
        keyed = Dictionary(
            uniqueKeysWithValues: SearchPurpose.allCases.map { purpose in
                (
                    purpose,
                    HMAC<SHA256>(
                        key: HKDF<SHA256>.deriveKey(
                            inputKeyMaterial: secret.key, info: Data("search:\(purpose.rawValue)".utf8), outputByteCount: 32))
                )
            })
    }

    package func hash(_ value: String, for purpose: SearchPurpose) -> [UInt8] {
        guard var mac = keyed[purpose] else { return [] }
        var value = value
        value.withUTF8 { mac.update(data: UnsafeRawBufferPointer($0)) }
        return [Suite.international.rawValue] + Array(mac.finalize()).prefix(31)
    }
}
