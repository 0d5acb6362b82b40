import Crypto
import Foundation

/// What a keyed hash is for; each purpose has its own key, so hashes of different purposes cannot be joined (R-DP-23).
package enum SearchPurpose: String, CaseIterable, Sendable {
    /// Finding a party by document type and number.
    case document
    /// Finding a party by contact number.
    case contact
    /// Comparing names found under one document.
    case name
    /// Counting refused sign-ins under a login name that nobody has.
    case login
}

/// Equality search without plain data: suite byte and 31 bytes of HMAC-SHA256 under the purpose's key.
package struct SearchIndex: Sendable {
    private let keys: [SearchPurpose: SymmetricKey]

    /// The purposes' keys are derived from the installation's search secret (HKDF-SHA256, RFC 5869).
    package init(secret: DataKey) {
        keys = Dictionary(
            uniqueKeysWithValues: SearchPurpose.allCases.map { purpose in
                (
                    purpose,
                    HKDF<SHA256>.deriveKey(
                        inputKeyMaterial: secret.key, info: Data("search:\(purpose.rawValue)".utf8), outputByteCount: 32)
                )
            })
    }

    package func hash(_ value: String, for purpose: SearchPurpose) -> [UInt8] {
        guard let key = keys[purpose] else { return [] }
        let mac = HMAC<SHA256>.authenticationCode(for: Data(value.utf8), using: key)
        return [Suite.international.rawValue] + Array(mac).prefix(31)
    }
}
