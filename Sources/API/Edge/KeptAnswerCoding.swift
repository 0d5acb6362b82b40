import Contract
import Foundation
import HTTPTypes
import Registry
import Web
import UseCases

/// A kept answer's bytes: what makes the repeated answer the same as the first.
enum KeptAnswerCoding {
    private struct Stored: Codable {
        let type: String?
        let location: String?
        let tag: String?
        let body: Data
    }

    static func encode(_ answer: Answer, success: Int) throws -> KeptAnswer {
        let (body, type): ([UInt8], String?) =
            switch answer.content {
            case .bytes(let bytes, let type): (bytes, type)
            case .none, .stream: ([], nil)
            }
        let stored = Stored(type: type, location: answer.headers[.location], tag: answer.headers[.eTag], body: Data(body))
        return KeptAnswer(status: answer.status ?? success, bytes: [UInt8](try JSONEncoder().encode(stored)))
    }

    static func decode(_ kept: KeptAnswer) throws -> Answer {
        let stored = try JSONDecoder().decode(Stored.self, from: Data(kept.bytes))
        var answer = Answer(status: kept.status)
        answer.headers[.location] = stored.location
        answer.headers[.eTag] = stored.tag
        if let type = stored.type { answer.content = .bytes([UInt8](stored.body), type: type) }
        return answer
    }
}
