import HTTPTypes
import Hummingbird
import NIOCore

/// A file of pages inside the program. Its name holds a piece of its hash: another content has another name.
package struct PageAsset: Sendable {
    package let name: String
    package let media: String
    package let text: String

    package init(name: String, media: String, text: String) {
        self.name = name
        self.media = media
        self.text = text
    }

    package func response(to request: Request) -> Response {
        let tag = "\"\(name)\""
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "public, max-age=31536000, immutable"]
        if request.headers[.ifNoneMatch]?.contains(tag) == true { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = media
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
