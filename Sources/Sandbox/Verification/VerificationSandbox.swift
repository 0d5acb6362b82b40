import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import UseCases

/// A verification provider that invents its answers, and says so on every one of them. Serves `Contract/verification-provider.yaml`, and
/// beside it the scenario it plays and the counts of what it was asked.
package struct VerificationSandbox: Sandboxed {
    private let keyDigest: SHA256.Digest
    private let memory: SandboxMemory
    private let answers: SandboxAnswers

    /// - Parameter key: what callers must present.
    package init(key: String, scenario: SandboxScenario = .none, clock: any Clock = SystemClock()) {
        keyDigest = SHA256.hash(data: Data(key.utf8))
        memory = SandboxMemory(scenario)
        answers = SandboxAnswers(clock: clock)
    }

    package func play(_ scenario: SandboxScenario) async { await memory.replace(scenario) }
    package func statistics() async -> JSONValue { await memory.statistics() }

    package func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        for place in SandboxScenario.Place.allCases where place != .all {
            router.post("/v1/\(place.rawValue)") { request, _ in await told { try await answer(request, at: place) } }
        }
        router.get("/v1/description") { request, _ in
            await told {
                try demandKey(request)
                let latency = await memory.latencyMilliseconds
                if latency > 0 { try? await Task.sleep(for: .milliseconds(latency)) }
                return SandboxFaults.json(SandboxAnswers.description.buffer)
            }
        }
        router.get("/v1/captures/:id") { request, context in
            await told {
                try demandKey(request)
                guard let id = context.parameters.get("id"), let capture = await memory.capture(id) else {
                    throw SandboxProblem.notOffered
                }
                return SandboxFaults.json(JSONValue.object(answers.state(of: capture)).buffer)
            }
        }
        router.get("/v1/statistics") { request, _ in
            await told {
                try demandKey(request)
                return SandboxFaults.json(await memory.statistics().buffer)
            }
        }
        router.put("/v1/scenario") { request, _ in await told { try await replace(request) } }
        router.get("/captures/:id") { _, context in
            await told {
                guard let id = context.parameters.get("id"), let capture = await memory.capture(id) else {
                    throw SandboxProblem.notOffered
                }
                return CapturePage.response(capture)
            }
        }
        router.post("/captures/:id/:outcome") { _, context in
            await told { try await finish(context.parameters.get("id"), context.parameters.get("outcome")) }
        }
        return router
    }

    private func told(_ work: () async throws -> Response) async -> Response {
        var response: Response
        do {
            response = try await work()
        } catch {
            await memory.refused()
            response = (error as? SandboxProblem ?? .malformed).response()
        }
        // In the head of refusals too: they have no room for it in their body.
        if let mark = HTTPField.Name("Shiming-Sandbox") { response.headers[mark] = "verification" }
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
            return Array(try await request.body.collect(upTo: SandboxProblem.bodyBytesMax).readableBytesView)
        } catch {
            throw .tooLarge
        }
    }

    private func answer(_ request: Request, at place: SandboxScenario.Place) async throws(SandboxProblem) -> Response {
        try demandKey(request)
        let bytes = try await body(request)
        let (step, latency) = await memory.step(on: place)
        if latency > 0 { try? await Task.sleep(for: .milliseconds(latency)) }
        if let fault = step?.fault, let response = SandboxFaults.instead(fault, retryAfterSeconds: step?.retryAfterSeconds ?? 1) {
            return response
        }
        let question = try SandboxQuestion(bytes, at: place)
        let authority = request.head.authority ?? "127.0.0.1"
        let answer = try await memory.answer(to: question) { made(question, step, authority: authority) }
        if case .capture(_, let returnTo) = question.kind, let id = answer["captureId"]?.stringValue {
            await memory.keep(SandboxCapture(id: id, request: question.id, returnTo: returnTo))
        }
        let status = place == .captures ? 201 : 200
        guard let fault = step?.fault else { return SandboxFaults.json(JSONValue.object(answer).buffer, status: status) }
        return SandboxFaults.spoil(answer, fault, number: question.number, status: status)
    }

    private func made(_ question: SandboxQuestion, _ step: SandboxScenario.Step?, authority: String) -> JSONObject {
        switch question.kind {
        case .identity(let claimed, let portrait): return answers.identity(question, claimed, portrait: portrait, step)
        case .face(let reference, let challenge, let frames): return answers.face(question, reference, challenge, frames, step)
        case .capture:
            let id = UUID().uuidString.lowercased()
            return answers.invitation(question, captureID: id, address: "http://\(authority)/captures/\(id)")
        }
    }

    private func replace(_ request: Request) async throws(SandboxProblem) -> Response {
        try demandKey(request)
        do {
            await memory.replace(try SandboxScenario(parsing: try await body(request)))
        } catch let refusal as SandboxScenarioRefusal {
            return SandboxProblem.malformed.response(detail: refusal.description)
        } catch {
            throw error as? SandboxProblem ?? .malformed
        }
        return Response(status: .noContent)
    }

    private func finish(_ id: String?, _ outcome: String?) async throws(SandboxProblem) -> Response {
        guard let id, let capture = await memory.capture(id) else { throw .notOffered }
        let ended: SandboxCapture?
        switch outcome {
        case "live": ended = await memory.finish(id, state: "done", answer: answers.face(capture, .same, .live))
        case "spoof": ended = await memory.finish(id, state: "done", answer: answers.face(capture, .same, .spoof))
        case "different": ended = await memory.finish(id, state: "done", answer: answers.face(capture, .different, .live))
        case "seen-elsewhere": ended = await memory.finish(id, state: "done", answer: answers.face(capture, .seenElsewhere, .live))
        case "abandon": ended = await memory.finish(id, state: "abandoned", answer: nil)
        default: throw .notOffered
        }
        return Response(status: .seeOther, headers: [.location: ended?.returnTo ?? capture.returnTo])
    }
}

extension SandboxQuestion {
    /// Of the person asked about, where it was sent.
    var number: String? {
        switch kind {
        case .identity(let claimed, _), .face(.held(let claimed), _, _), .capture(.held(let claimed), _): claimed.documentNumber
        case .face(.picture, _, _), .capture(.picture, _): nil
        }
    }
}
