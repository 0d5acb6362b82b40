import Contract
import HTTPTypes
import Ledger
import Registry
import UseCases
import Web

/// A kept answer's bytes: what makes the repeated answer the same as the first.
enum KeptAnswerCoding {
    static func encode(_ answer: Answer, success: Int) throws -> KeptAnswer {
        let (body, type): ([UInt8], String?) =
            switch answer.content {
            case .bytes(let bytes, let type): (bytes, type)
            case .none, .stream: ([], nil)
            }
        var writer = CanonicalJSONWriter(capacity: body.count * 4 / 3 + 256)
        func add(_ name: StaticString, _ value: String?) {
            guard let value else { return }
            writer.key(name)
            writer.string(value)
        }
        writer.beginObject()
        add("body", Base64.text(body))
        add("location", answer.headers[.location])
        add("tag", answer.headers[.eTag])
        add("type", type)
        writer.endObject()
        return KeptAnswer(status: answer.status ?? success, bytes: writer.bytes)
    }

    static func decode(_ kept: KeptAnswer) throws -> Answer {
        let stored = try JSONValue(parsing: kept.bytes, limits: JSONLimits(size: kept.bytes.count, depth: 2))
        var answer = Answer(status: kept.status)
        answer.headers[.location] = stored["location"]?.stringValue
        answer.headers[.eTag] = stored["tag"]?.stringValue
        if let type = stored["type"]?.stringValue {
            guard let body = stored["body"]?.stringValue.flatMap({ Base64.bytes($0) }) else { throw Refusal.answerLost }
            answer.content = .bytes(body, type: type)
        }
        return answer
    }
}
