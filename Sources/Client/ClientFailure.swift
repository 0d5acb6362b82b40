import Contract

/// Why a call came to nothing.
package enum ClientFailure: Error, Sendable {
    /// The server refused, and says why (RFC 9457).
    case refused(Problem)
    /// Nothing was sent: no connection.
    case unreachable(ServerAddress, reason: String)
    /// The connection broke after something was sent; whether it was done is not known.
    case broken(ServerAddress, reason: String)
    /// The server's certificate is not trusted.
    case untrusted(ServerAddress, reason: String)
    /// An answer that is not of the contract; perhaps no Shiming server.
    case unreadable(status: Int)
    /// A file of ours cannot be read or written.
    case file(path: String, reason: String)

    /// HTTP status of a refusal.
    package var status: Int? {
        switch self {
        case .refused(let problem): problem.status
        case .unreadable(let status): status
        default: nil
        }
    }
}
