import HTTPTypes
import Hummingbird
import NIOCore

/// A file of the pages inside the program. Its name holds a piece of its hash: another content has another name.
struct PageAsset: Sendable {
    let name: String
    let media: String
    let text: String

    var address: String { "/p/assets/\(name)" }

    func response(to request: Request) -> Response {
        let tag = "\"\(name)\""
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "public, max-age=31536000, immutable"]
        if request.headers[.ifNoneMatch]?.contains(tag) == true { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = media
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension PageFiles {
    static let assets = [style, script, icon]
}
