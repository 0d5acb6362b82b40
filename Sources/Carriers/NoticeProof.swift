import Crypto
import Foundation
import Ledger
import Registry
import UseCases

/// By what a connection knows that a notice is its carrier's.
package enum NoticeProof: Hashable, Sendable, Unshown {
    /// It takes none.
    case absent
    /// A word in the address, which nobody can guess: for carriers that do not sign.
    case word(String)
    /// Standard Webhooks: HMAC-SHA256 over id, time and body.
    case signature([UInt8])

    /// A recorded notice is no use to anybody after so long, nor one whose clock is so far ahead.
    private static let toleranceSeconds: Int64 = 300

    func judge(_ notice: CarrierNotice, at now: Instant) -> CarrierNoticeVerdict {
        switch self {
        case .absent: .absent
        case .word(let word):
            notice.word.map { Self.isSame(Array($0.utf8), Array(word.utf8)) } == true
                ? .authentic(mark: Hex.text(SHA256.hash(data: notice.body))) : .refused
        case .signature(let key): judge(notice, key, at: now)
        }
    }

    private func judge(_ notice: CarrierNotice, _ key: [UInt8], at now: Instant) -> CarrierNoticeVerdict {
        let present = now.milliseconds / 1_000
        guard let signature = notice.signature, (1...128).contains(signature.id.utf8.count), let seconds = Int64(signature.timestamp),
            (present - Self.toleranceSeconds...present + Self.toleranceSeconds).contains(seconds)
        else { return .refused }
        let signed = Data("\(signature.id).\(signature.timestamp).".utf8) + Data(notice.body)
        let isSigned = signature.signatures.split(separator: " ").prefix(8).contains { text in
            guard text.hasPrefix("v1,"), let code = Data(base64Encoded: String(text.dropFirst(3))) else { return false }
            return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: SymmetricKey(data: key))
        }
        return isSigned ? .authentic(mark: signature.id) : .refused
    }

    /// In a time that tells nothing of where they differ.
    private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        Data(SHA256.hash(data: left)) == Data(SHA256.hash(data: right))
    }
}
