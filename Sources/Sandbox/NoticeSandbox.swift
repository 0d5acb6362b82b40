import Crypto
import Delivery
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import UseCases

/// A receiver of notices that tells nobody, and says so on every answer: the SMS gateway of `Contract/notice-gateway.yaml`, a webhook, and
/// beside them the scenario it plays, what it has had and the counts.
package struct NoticeSandbox: Sandboxed {
    private let keyDigest: SHA256.Digest
    private let secrets: WebhookSecrets?
    private let memory: NoticeMemory

    /// - Parameters:
    ///   - key: what the gateway's callers must present.
    ///   - secrets: by which webhooks must be signed; nil takes them unsigned.
    package init(key: String, secrets: WebhookSecrets? = nil, scenario: NoticeScenario = .none) {
        keyDigest = SHA256.hash(data: Data(key.utf8))
        self.secrets = secrets
        memory = NoticeMemory(scenario)
    }

    package func play(_ scenario: NoticeScenario) async { await memory.replace(scenario) }
    package func statistics() async -> JSONValue { await memory.statistics() }
    package func taken() async -> JSONValue { await memory.taken() }

    package func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.post("/v1/messages") { request, _ in await told { try await message(request) } }
        router.post("/webhook") { request, _ in await told { try await webhook(request) } }
        // The addresses of a gateway and a webhook, where they are asked whether that leads to a sandbox.
        for place in ["/", "/webhook"] {
            router.get(RouterPath(place)) { _, _ in Self.marked(Response(status: .noContent)) }
        }
        router.get("/v1/taken") { request, _ in
            await told {
                try demandKey(request)
                return SandboxFaults.json(await memory.taken().buffer)
            }
        }
        router.get("/v1/statistics") { request, _ in
            await told {
                try demandKey(request)
                return SandboxFaults.json(await memory.statistics().buffer)
            }
        }
        router.put("/v1/scenario") { request, _ in await told { try await replace(request) } }
        return router
    }

    private func told(_ work: () async throws -> Response) async -> Response {
        do {
            return Self.marked(try await work())
        } catch {
            await memory.refused()
            return Self.marked((error as? SandboxProblem ?? .malformed).response())
        }
    }

    /// Whatever is answered bears the mark.
    private static func marked(_ response: Response) -> Response {
        var response = response
        if let mark = HTTPField.Name("Shiming-Sandbox"), response.headers[mark] == nil { response.headers[mark] = "true" }
        return response
    }

    private func demandKey(_ request: Request) throws(SandboxProblem) {
        guard let text = request.headers[.authorization], text.hasPrefix("Bearer "),
            SHA256.hash(data: Data(text.dropFirst(7).utf8)) == keyDigest
        else { throw .keyRefused }
    }

    private func body(_ request: Request) async throws(SandboxProblem) -> [UInt8] {
        guard request.headers[.contentType]?.hasPrefix("application/json") == true else { throw .malformed }
        do {
            return Array(try await request.body.collect(upTo: 64 << 10).readableBytesView)
        } catch {
            throw .tooLarge
        }
    }

    // MARK: The gateway

    private func message(_ request: Request) async throws -> Response {
        try demandKey(request)
        let bytes = try await body(request)
        guard let message = (try? JSONValue(parsing: bytes, limits: JSONLimits(size: 64 << 10, depth: 4)))?.objectValue,
            let id = message["messageId"]?.stringValue, (1...64).contains(id.utf8.count), let to = message["to"]?.stringValue,
            to.utf8.count <= 20, to.drop(while: { $0 == "+" }).allSatisfy(\.isNumber), let text = message["text"]?.stringValue,
            (1...1_000).contains(text.unicodeScalars.count), ["zh", "en"].contains(message["language"]?.stringValue),
            message["kind"]?.stringValue != nil, request.headers[named: "Idempotency-Key"] == id
        else { throw SandboxProblem.malformed }
        let step = await memory.step(on: .messages)
        if let response = await Self.instead(step) { return response }
        var answer = JSONObject()
        answer["messageId"] = .string(step?.fault == .otherMessage ? "another" : id)
        if step?.fault != .noSandbox { answer["sandbox"] = true }
        if let reason = step?.reason {
            answer["state"] = "refused"
            answer["reason"] = .string(reason.rawValue)
        } else if step?.fault == .later {
            answer["state"] = "retry"
            answer["retryAfterSeconds"] = .integer(step?.retryAfterSeconds ?? 1)
        } else {
            answer["state"] = "accepted"
            await memory.keep(message, id: id, from: .messages)
        }
        return Self.spoilt(answer, step)
    }

    // MARK: The webhook

    private func webhook(_ request: Request) async throws -> Response {
        let bytes = try await body(request)
        guard let id = request.headers[named: "webhook-id"], (1...64).contains(id.utf8.count),
            let timestamp = request.headers[named: "webhook-timestamp"].flatMap({ Int64($0) }),
            let signatures = request.headers[named: "webhook-signature"],
            let notice = (try? JSONValue(parsing: bytes, limits: JSONLimits(size: 64 << 10, depth: 4)))?.objectValue
        else { throw SandboxProblem.malformed }
        guard secrets?.confirm(signatures, id: id, timestamp: timestamp, body: bytes) != false else { throw SandboxProblem.keyRefused }
        let step = await memory.step(on: .webhook)
        if let response = await Self.instead(step) { return response }
        await memory.keep(notice, id: id, from: .webhook)
        var answer = JSONObject()
        answer["taken"] = true
        answer["sandbox"] = true
        var response = Self.spoilt(answer, step)
        if step?.fault == .noSandbox, let mark = HTTPField.Name("Shiming-Sandbox") { response.headers[mark] = "false" }
        return response
    }

    // MARK: Faults

    /// Before the notice is looked at.
    private static func instead(_ step: NoticeScenario.Step?) async -> Response? {
        guard let step else { return nil }
        if step.latencyMilliseconds > 0 { try? await Task.sleep(for: .milliseconds(step.latencyMilliseconds)) }
        switch step.fault {
        case .unavailable: return SandboxProblem.unavailable.response(retryAfterSeconds: step.retryAfterSeconds)
        case .tooMany: return SandboxProblem.tooMany.response(retryAfterSeconds: step.retryAfterSeconds)
        case .broken: return SandboxProblem.unavailable.response(status: 500)
        case .gone: return SandboxProblem.notOffered.response(status: 410)
        default: return nil
        }
    }

    private static func spoilt(_ answer: JSONObject, _ step: NoticeScenario.Step?) -> Response {
        guard let fault = step?.fault?.spoils else { return SandboxFaults.json(JSONValue.object(answer).buffer) }
        return SandboxFaults.spoil(answer, fault, number: nil, status: 200)
    }

    private func replace(_ request: Request) async throws -> Response {
        try demandKey(request)
        do {
            await memory.replace(try NoticeScenario(parsing: try await body(request)))
        } catch let refusal as SandboxScenarioRefusal {
            return SandboxProblem.malformed.response(detail: refusal.description)
        }
        return Response(status: .noContent)
    }
}

extension HTTPFields {
    fileprivate subscript(named name: String) -> String? { HTTPField.Name(name).flatMap { self[$0] } }
}
