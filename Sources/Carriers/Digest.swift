import COpenSSL
import Crypto
import Foundation
import Ledger

/// The digests carriers sign with, as lower-case hexadecimal text.
package enum Digest: String, CaseIterable, Sendable {
    case md5
    case sha256
    /// GB/T 32905; the system's OpenSSL has it, swift-crypto does not.
    case sm3

    package func hex(_ text: String) -> String {
        switch self {
        case .md5: Hex.text(Insecure.MD5.hash(data: Data(text.utf8)))
        case .sha256: Hex.text(SHA256.hash(data: Data(text.utf8)))
        case .sm3: Hex.text(Self.sm3(Array(text.utf8)))
        }
    }

    private static func sm3(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        let isDone = EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sm3(), nil) == 1
        // An OpenSSL without SM3 signs nothing: the carrier refuses, nobody is fooled.
        return isDone ? Array(digest.prefix(Int(count))) : []
    }
}
