import Contract
import HTTPTypes
import Ledger
import Registry
import UseCases
import Web

/// A kept answer's bytes: what makes the repeated answer the same as the first. A line of JSON with the headers, then the body as it was.
enum KeptAnswerCoding {
    private static let headersMax = 4_096

    static func encode(_ answer: Answer, success: Int) throws -> KeptAnswer {
        let (body, type): ([UInt8], String?) =
            switch answer.content {
            case .bytes(let bytes, let type): (bytes, type)
            case .none, .stream: ([], nil)
            }
        var writer = CanonicalJSONWriter(capacity: 256)
        func add(_ name: StaticString, _ value: String?) {
            guard let value else { return }
            writer.key(name)
            writer.string(value)
        }
        writer.beginObject()
        add("location", answer.headers[.location])
        add("tag", answer.headers[.eTag])
        add("type", type)
        writer.endObject()
        return KeptAnswer(status: answer.status ?? success, bytes: writer.bytes + [UInt8(ascii: "\n")] + body)
    }

    static func decode(_ kept: KeptAnswer) throws -> Answer {
        guard let end = kept.bytes.firstIndex(of: UInt8(ascii: "\n")),
            let headers = try? JSONValue(parsing: Array(kept.bytes[..<end]), limits: JSONLimits(size: headersMax, depth: 1))
        else { throw Refusal.answerLost }
        var answer = Answer(status: kept.status)
        answer.headers[.location] = headers["location"]?.stringValue
        answer.headers[.eTag] = headers["tag"]?.stringValue
        if let type = headers["type"]?.stringValue { answer.content = .bytes(Array(kept.bytes[(end + 1)...]), type: type) }
        return answer
    }
}
