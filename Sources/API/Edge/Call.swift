import Contract
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
    /// What it says, parsed and judged by the contract's shape.
    let json: JSONValue?
    /// The body as it arrives, for operations that take other than JSON; limited already.
    let stream: RequestBody
    /// Where the call is a single act under a key that nobody used.
    var keyed: KeyedRequest?
    /// Where a person hands in: what may come from his address.
    var handIn: HandInCount?

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
    func decode<Value: WireJSON>(_: Value.Type = Value.self) throws(Refusal) -> Value {
        guard let json else { throw .bodyMissing }
        do {
            return try Value(json: json)
        } catch {
            throw .bodyInvalid.with(details: [.wrongType.at(error.pointer)])
        }
    }
}

extension Call {
    /// The same call with another body stream.
    func reading(_ stream: RequestBody) -> Call {
        Call(
            operation: operation, installation: installation, context: context, caller: caller, path: path, query: query,
            headers: headers, body: body, json: json, stream: stream)
    }

    func counting(_ handIn: HandInCount?) -> Call {
        var call = self
        call.handIn = handIn
        return call
    }

    func keyed(_ request: KeyedRequest) -> Call {
        var call = self
        call.keyed = request
        return call
    }
}
