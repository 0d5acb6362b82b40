import HTTPTypes
import Hummingbird
import NIOCore
import UseCases
import Web

extension OpenedEvidence {
    /// A copy as a browser gets it: kept nowhere, so that each look is one on the trail; a picture is shown, any other paper is saved by
    /// whoever opens it.
    package var response: Response {
        Response(
            status: .ok,
            headers: [
                .contentType: mediaType, .cacheControl: "no-store",
                .contentDisposition: mediaType.hasPrefix("image/") ? "inline" : "attachment",
                .contentSecurityPolicy: "default-src 'none'; sandbox",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension FormGuard {
    /// Whether the look is asked for from a page of this server: neither another site's page nor an address typed makes somebody look.
    package static func isFromOwnPage(_ request: Request) -> Bool {
        request.headers[.fetchSite].map { $0 == "same-origin" } ?? true
    }
}
