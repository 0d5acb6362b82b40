import Contract
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import NIOCore
import Registry
import SQLCore
import Synchronization
import UseCases
import Vault
import Web

/// Creating calls happen once a key: the same key with the same request gives the same answer (draft-ietf-httpapi-idempotency-key-header).
struct Once: Sendable {
    let installation: Installation
    /// Seconds after which a request that never ended may be repeated.
    let leaseSeconds: Int64

    /// Runs `handler` unless the key was used; `stream` is what the handler reads in place of the call's own.
    func run(_ call: Call, streams: Bool, _ handler: @Sendable (Call) async throws -> Answer) async throws -> Answer {
        let principal = try call.principal()
        let key = try Self.key(call.headers)
        let request = Self.fingerprint(call)
        if call.operation.isSingleAct {
            let keyed = KeyedRequest(account: principal.account, key: key, operation: call.operation.rawValue, bodyHash: hidden(request))
            do {
                return try await handler(call.keyed(keyed))
            } catch let refusal as Refusal {
                // Where the key is used, the act itself came to nothing (`KeyedRequest.keep`). What the same request did when it came first may be
                // the reason of the refusal, too: its answer is given instead.
                if try await installation.isFree(idempotencyKey: key, of: principal.account) { throw refusal }
            }
        }
        let standing = try await installation.claimIdempotencyKey(
            key, of: principal.account, operation: call.operation.rawValue, bodyHash: hidden(request), leaseSeconds: leaseSeconds)
        switch standing {
        case .running: throw Refusal.stillRunning
        case .done(let operation, let hash, let answer):
            let asked = streams ? try await Self.drained(call, after: request) : request
            guard operation == call.operation.rawValue, hidden(asked) == hash || (answer == nil && streams) else { throw Refusal.keyReused }
            guard let answer else { throw Refusal.answerLost }
            return try KeptAnswerCoding.decode(answer).with(.idempotentReplay, "true")
        case .fresh(let claim):
            return try await first(call, claim, streams: streams, request: request, handler)
        }
    }

    private func first(
        _ call: Call, _ claim: IdempotencyClaim, streams: Bool, request: [UInt8], _ handler: @Sendable (Call) async throws -> Answer
    ) async throws -> Answer {
        let digest = StreamDigest(after: request)
        let tapped = streams ? call.reading(digest.tap(call.stream)) : call
        do {
            let answer = try await IdempotencyClaim.$current.withValue(claim) { try await handler(tapped) }
            let hash = streams ? digest.finish() : request
            let kept = try KeptAnswerCoding.encode(answer, success: call.operation.facts.success)
            await insist { try await installation.keepAnswer(kept, for: claim, bodyHash: hidden(hash)) }
            return answer
        } catch {
            // What was refused or failed left nothing behind, so the key is free again; a claim whose act is committed stays.
            await insist { try await installation.releaseIdempotencyKey(claim) }
            throw error
        }
    }

    /// What was decided stands even if the store is away for the moment: tried once now, then for as long as the claim may last.
    private func insist(_ note: @escaping @Sendable () async throws -> Void) async {
        do {
            try await note()
        } catch let failure as SQLFailure where failure.isTemporary {
            Task {
                for seconds in [1, 2, 4, 8, 16, 30] {
                    try await Task.sleep(for: .seconds(seconds))
                    if (try? await note()) != nil { return }
                }
            }
        } catch {
            installation.log.error("a key's standing was not kept", metadata: ["cause": "\(type(of: error))"])
        }
    }

    private static func key(_ headers: HTTPFields) throws(Refusal) -> String {
        guard let key = headers[.idempotencyKey] else { throw .keyMissing }
        guard (1...128).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { throw .keyMalformed }
        return key
    }

    /// What makes requests the same: operation, path, query, body, and the version they are about.
    private static func fingerprint(_ call: Call) -> [UInt8] {
        var hash = SHA256()
        let parts =
            [call.operation.rawValue, call.operation.facts.edits ? call.headers[.ifMatch] ?? "" : ""]
            + (call.path.sorted { $0.key < $1.key } + call.query.sorted { $0.key < $1.key }).flatMap { [$0.key, $0.value] }
        for part in parts {
            hash.update(data: Data("\(part.utf8.count):\(part)".utf8))
        }
        hash.update(data: Data(call.body))
        return Array(hash.finalize())
    }

    /// As it is stored: whoever has the store alone cannot try out what the body said.
    private func hidden(_ fingerprint: [UInt8]) -> [UInt8] { installation.secrets.search.hash(Hex.text(fingerprint), for: .request) }

    private static func drained(_ call: Call, after request: [UInt8]) async throws -> [UInt8] {
        let digest = StreamDigest(after: request)
        for try await _ in digest.tap(call.stream) {}
        return digest.finish()
    }
}

/// SHA-256 of a stream while somebody else reads it.
final class StreamDigest: Sendable {
    private let hash: Mutex<SHA256>

    init(after request: [UInt8]) {
        var hash = SHA256()
        hash.update(data: Data(request))
        self.hash = Mutex(hash)
    }

    func tap(_ body: RequestBody) -> RequestBody {
        RequestBody(
            asyncSequence: body.map { [self] buffer in
                hash.withLock { $0.update(data: Data(buffer.readableBytesView)) }
                return buffer
            })
    }

    func finish() -> [UInt8] {
        hash.withLock { Array($0.finalize()) }
    }
}
