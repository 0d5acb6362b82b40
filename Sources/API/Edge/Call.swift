import Contract
import Foundation
import Hummingbird
import Ledger
import Registry
import UseCases
import Web

/// One request, judged by the contract, on its way to its handler.
package struct Call: Sendable {
    let operation: Operation
    let installation: Installation
    let context: EdgeContext
    /// Nil for operations that need nobody signed in.
    let caller: Principal?
    let path: [String: String]
    let query: [String: String]
    let headers: HTTPFields
    /// The JSON body's bytes; empty where the operation takes none or streams it.
    let body: [UInt8]
    /// The body as it arrives, for operations that take other than JSON; limited already.
    let stream: RequestBody

    var language: ReaderLanguage { context.language }
    /// The token itself, for acts on one's own session.
    var token: String { (try? BearerToken.read(headers[.authorization])) ?? "" }

    func principal() throws(Refusal) -> Principal {
        guard let caller else { throw .tokenMissing }
        return caller
    }

    /// An identifier in the path; what is none is not found.
    func id<Noun>(_ name: String, of: Noun.Type = Noun.self) throws(Refusal) -> Identifier<Noun> {
        guard let text = path[name], let id = Identifier<Noun>(text) else { throw .notFound }
        return id
    }

    func pathText(_ name: String) throws(Refusal) -> String {
        guard let text = path[name] else { throw .notFound }
        return text
    }

    func queryID<Noun>(_ name: String, of: Noun.Type = Noun.self) -> Identifier<Noun>? {
        query[name].flatMap { Identifier<Noun>($0) }
    }

    func queryInstant(_ name: String) -> Instant? {
        query[name].flatMap { WireInstant.parse($0) }
    }

    /// Rows on a page. Use cases that give no page of their own are asked for one more, to know whether another follows.
    var limit: Int { installation.settings.rows(query["limit"].flatMap { Int($0) }) }

    /// The body, which fits the contract already.
    func decode<Value: Decodable>(_: Value.Type = Value.self) throws -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(body))
        } catch let error as DecodingError {
            throw Refusal.bodyInvalid.with(details: [.wrongType.at(error.pointer)])
        }
    }
}

extension DecodingError {
    /// Where, as a JSON pointer.
    fileprivate var pointer: String {
        let path: [any CodingKey] =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: []
            }
        return path.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }
}

extension Call {
    /// The same call with another body stream.
    func reading(_ stream: RequestBody) -> Call {
        Call(
            operation: operation, installation: installation, context: context, caller: caller, path: path, query: query,
            headers: headers, body: body, stream: stream)
    }
}
