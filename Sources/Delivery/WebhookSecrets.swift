import Crypto
import Foundation
import Ledger
import Outbound
import Registry
import UseCases
import Verification

/// By what a webhook's receiver knows that a notice is ours (Standard Webhooks, symmetric): a secret a line, `whsec_` and base64 of 24 to 64
/// bytes. While a receiver changes over, there are two, and every notice is signed with both.
package struct WebhookSecrets: Sendable {
    private let keys: [SymmetricKey]

    package init(_ text: String) throws(NoticeRefused) {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        let keys = lines.compactMap { line -> SymmetricKey? in
            guard line.hasPrefix("whsec_"), let bytes = Base64.bytes(String(line.dropFirst(6))), (24...64).contains(bytes.count) else {
                return nil
            }
            return SymmetricKey(data: bytes)
        }
        guard (1...2).contains(lines.count), keys.count == lines.count else {
            throw NoticeRefused("a webhook's secrets are one line or two of whsec_ and base64 of 24 to 64 bytes")
        }
        self.keys = keys
    }

    /// The header `webhook-signature`.
    func signature(id: String, timestamp: Int64, body: [UInt8]) -> String {
        let signed = Array("\(id).\(timestamp).".utf8) + body
        return keys.map { "v1," + Base64.text(Array(HMAC<SHA256>.authenticationCode(for: signed, using: $0))) }.joined(separator: " ")
    }

    /// A message on its way: signed, and what comes back beside the status is not read.
    func message(_ body: [UInt8], id: String, to url: String, at now: Instant) -> ProviderRequest {
        let timestamp = now.milliseconds / 1_000
        let signature = signature(id: id, timestamp: timestamp, body: body)
        return ProviderRequest(
            method: "POST", url: url,
            headers: [("webhook-id", id), ("webhook-timestamp", String(timestamp)), ("webhook-signature", signature)], body: body,
            readsAnswer: false)
    }

    /// Whether the receiver took the message; false where it is no more (410).
    static func isTaken(_ reply: ProviderReply) throws(ProviderFailure) -> Bool {
        switch reply.status {
        case 200...299: return true
        case 410: return false
        default: throw ReplyStatus.failure(reply)
        }
    }

    /// Whether one of the header's signatures is by one of the secrets.
    package func confirm(_ signatures: String, id: String, timestamp: Int64, body: [UInt8]) -> Bool {
        let signed = Array("\(id).\(timestamp).".utf8) + body
        return signatures.split(separator: " ").prefix(8).contains { signature in
            guard signature.hasPrefix("v1,"), let code = Base64.bytes(String(signature.dropFirst(3))) else { return false }
            return keys.contains { HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: $0) }
        }
    }

    /// From a file that nobody but its owner may read.
    package static func load(_ path: String) throws(NoticeRefused) -> WebhookSecrets {
        try WebhookSecrets(try NoticeSecret.text(path, of: "the webhook's secrets"))
    }
}

enum NoticeSecret {
    static func text(_ path: String, of what: String) throws(NoticeRefused) -> String {
        do {
            return try SecretFile.read(path).trimmingCharacters(in: .whitespacesAndNewlines)
        } catch .tooOpen {
            throw NoticeRefused("the file of \(what) \(path) can be read by others: chmod 600 it")
        } catch {
            throw NoticeRefused("the file of \(what) \(path) is missing or cannot be read")
        }
    }
}
