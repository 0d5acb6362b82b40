import Hummingbird
import Logging
import NIOCore
import Registry

/// What the edge knows of a request, from the first middleware to the handler.
package struct EdgeContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Address of the peer as the socket says; nil in tests without a socket.
    package let peerAddress: String?
    /// Under what is counted whoever asks: his address behind trusted proxies, as `TrustedProxies.counted` has it, so of IPv6 a network. For
    /// the limits of callers that are not signed in, of signing in, and of what persons hand in; never logged.
    package var clientAddress: String
    /// Whether it came over TLS, ours or a trusted proxy's.
    package var isSecure = false
    package var language = ReaderLanguage.english

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peerAddress = source.channel.remoteAddress?.ipAddress
        clientAddress = peerAddress ?? "unknown"
    }

    /// Names the request in log, answer and problem.
    package var requestID: String { logger[metadataKey: "hb.request.id"].map(String.init(describing:)) ?? "-" }
}
