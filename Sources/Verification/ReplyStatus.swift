import Ledger
import Outbound
import UseCases

/// What a status means that is no success. Of a problem only its code is read, and only the contract's: its texts may repeat the question.
package enum ReplyStatus {
    package static func failure(_ reply: ProviderReply) -> ProviderFailure {
        switch reply.status {
        case 401, 403: .refused(refusal(reply) == .quotaExhausted ? .quotaExhausted : .credentials)
        case 400, 404, 409, 413, 422: refusal(reply).map { .refused($0) } ?? .malformed(.status)
        case 408: .unavailable(.timedOut)
        case 429: .overloaded(retryAfterSeconds: seconds(reply.retryAfter) ?? 1)
        case 503: seconds(reply.retryAfter).map { .overloaded(retryAfterSeconds: $0) } ?? .unavailable(.serverError(503))
        case 500...599: .unavailable(.serverError(reply.status))
        default: .malformed(.status)
        }
    }

    /// Nil when it is no problem of the contract: then it is not the provider that answers there.
    private static func refusal(_ reply: ProviderReply) -> ProviderRefusal? {
        guard reply.mediaType == "application/problem+json",
            let problem = try? JSONValue(parsing: reply.body, limits: JSONLimits(size: 16 << 10, depth: 8)),
            let code = problem["code"]?.stringValue
        else { return nil }
        return ProviderRefusal(rawValue: code) ?? .other
    }

    /// Whole seconds from 1 to 3,600; a date is not of the contract.
    private static func seconds(_ text: String?) -> Int64? {
        guard let text, text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seconds = Int64(text) else {
            return nil
        }
        return min(max(seconds, 1), 3_600)
    }
}
