import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

/// A problem of the contract (RFC 9457): a code, and nothing of the question.
enum SandboxProblem: String, Error, Sendable {
    case malformed
    case keyRefused = "key-refused"
    case notOffered = "not-offered"
    case requestReused = "request-id-reused"
    case tooLarge = "too-large"
    case documentTypeUnsupported = "document-type-unsupported"
    case pictureUnusable = "picture-unusable"
    case quotaExhausted = "quota-exhausted"
    case tooMany = "too-many"
    case unavailable

    static let bodyBytesMax = 16 << 20

    private var status: Int {
        switch self {
        case .malformed: 400
        case .keyRefused: 401
        case .quotaExhausted: 403
        case .notOffered: 404
        case .requestReused: 409
        case .tooLarge: 413
        case .documentTypeUnsupported, .pictureUnusable: 422
        case .tooMany: 429
        case .unavailable: 503
        }
    }

    func response(retryAfterSeconds: Int64? = nil, status other: Int? = nil, detail: String? = nil) -> Response {
        let status = other ?? status
        var members: JSONObject = JSONObject()
        members["title"] = .string(rawValue)
        members["status"] = .integer(Int64(status))
        members["code"] = .string(rawValue)
        if let detail { members["detail"] = .string(detail) }
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        if let retryAfterSeconds { headers[.retryAfter] = String(retryAfterSeconds) }
        if status == 401 { headers[.wwwAuthenticate] = "Bearer" }
        return Response(status: .init(code: status), headers: headers, body: .init(byteBuffer: JSONValue.object(members).buffer))
    }
}

extension JSONValue {
    /// Only integers of our own making stand in it, so there is nothing that cannot be written.
    var buffer: ByteBuffer { ByteBuffer(bytes: (try? canonicalBytes()) ?? Array("{}".utf8)) }
}
