import Contract
import HTTPTypes
import Hummingbird
import NIOCore
import Registry

/// What a handler answers.
package struct Answer: Sendable {
    enum Content: Sendable {
        case none
        case bytes([UInt8], type: String)
        /// Written as it is made, such as opened evidence; never kept for repetition.
        case stream(ResponseBody, type: String)
    }

    /// Nil: the success the contract names.
    var status: Int?
    var headers: HTTPFields = [:]
    var content: Content = .none

    static let done = Answer()

    static func json(_ value: some WireJSON) throws -> Answer {
        Answer(content: .bytes(try value.jsonBytes(), type: "application/json"))
    }

    static func text(_ text: String, type: String) -> Answer {
        Answer(content: .bytes(Array(text.utf8), type: type))
    }

    func with(status: Int) -> Answer {
        var answer = self
        answer.status = status
        return answer
    }

    func with(_ name: HTTPField.Name, _ value: String) -> Answer {
        var answer = self
        answer.headers[name] = value
        return answer
    }

    /// The version for `If-Match`.
    func tagged(_ version: Int64) -> Answer { with(.eTag, EntityTag.text(version)) }

    func located(_ path: String) -> Answer { with(.location, path) }

    func response(success: Int) -> Response {
        var headers = headers
        let status = HTTPResponse.Status(code: status ?? success)
        switch content {
        case .none: return Response(status: status, headers: headers)
        case .bytes(let bytes, let type):
            headers[.contentType] = type
            return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .stream(let body, let type):
            headers[.contentType] = type
            return Response(status: status, headers: headers, body: body)
        }
    }
}
