import Foundation
import Ledger
import Registry
import UseCases

/// Answers as the contract writes them.
struct SandboxAnswers: Sendable {
    let clock: any Clock

    static let provider: JSONValue = ["vendor": "Shiming sandbox", "product": "sandbox verification", "version": "1"]
    static let description: JSONValue = ["provider": provider, "sandbox": true]

    func identity(
        _ question: SandboxQuestion, _ claimed: ClaimedIdentity, portrait: [UInt8]?, _ step: SandboxScenario.Step?
    ) -> JSONObject {
        let derived = SandboxVerdicts.identity(claimed, portrait: portrait)
        let verdict = step?.identity ?? derived.verdict
        var answer = stamped(question, cost: 1)
        answer["verdict"] = .string(verdict.rawValue)
        // Only where there is a person to compare with.
        if portrait != nil, verdict == .match || verdict == .mismatch {
            let isSame = step?.identity.map { $0 == .match } ?? derived.isSameFace
            answer["portrait"] = ["score": .integer(score(question, isSame)), "threshold": .integer(SandboxVerdicts.threshold)]
        }
        return answer
    }

    func face(
        _ question: SandboxQuestion, _ reference: FaceReference, _ challenge: LivenessChallenge, _ frames: [LiveFrame],
        _ step: SandboxScenario.Step?
    ) -> JSONObject {
        let verdict = step?.face ?? SandboxVerdicts.face(reference, frames, searchesOthers: question.searchesOthers)
        let liveness = step?.liveness ?? SandboxVerdicts.liveness(reference, challenge, frames)
        return face(question, verdict, liveness)
    }

    func face(_ question: SandboxQuestion, _ verdict: FaceVerdict, _ liveness: Liveness) -> JSONObject {
        faceAnswer(stamped(question, cost: 2), score: score(question, verdict.isSame ?? false), verdict, liveness)
    }

    /// Of a capture, which keeps no question.
    func face(_ capture: SandboxCapture, _ verdict: FaceVerdict, _ liveness: Liveness) -> JSONObject {
        let score: Int64 = verdict.isSame == true ? 9_000 : 2_500
        return faceAnswer(stamped(capture.request, serial: capture.id, cost: 3), score: score, verdict, liveness)
    }

    private func faceAnswer(_ stamped: JSONObject, score: Int64, _ verdict: FaceVerdict, _ liveness: Liveness) -> JSONObject {
        var answer = stamped
        answer["verdict"] = .string(verdict.rawValue)
        answer["liveness"] = .string(liveness.rawValue)
        if verdict != .undecided {
            answer["score"] = .integer(score)
            answer["threshold"] = .integer(SandboxVerdicts.threshold)
        }
        return answer
    }

    func invitation(_ question: SandboxQuestion, captureID: String, address: String) -> JSONObject {
        var answer = JSONObject()
        answer["requestId"] = .string(question.id.description)
        answer["captureId"] = .string(captureID)
        answer["url"] = .string(address)
        answer["expires"] = .string(clock.now().adding(seconds: 600).rfc3339)
        answer["provider"] = Self.provider
        answer["sandbox"] = true
        return answer
    }

    func state(of capture: SandboxCapture) -> JSONObject {
        var answer = JSONObject()
        answer["requestId"] = .string(capture.request.description)
        answer["captureId"] = .string(capture.id)
        answer["state"] = .string(capture.state)
        if let done = capture.answer { answer["answer"] = .object(done) }
        answer["provider"] = Self.provider
        answer["sandbox"] = true
        return answer
    }

    private func stamped(_ question: SandboxQuestion, cost: Int64) -> JSONObject {
        stamped(question.id, serial: question.serial, cost: cost)
    }

    private func stamped(_ id: VerificationRequestID, serial: String, cost: Int64) -> JSONObject {
        var answer = JSONObject()
        answer["requestId"] = .string(id.description)
        answer["provider"] = Self.provider
        answer["reference"] = .string("sandbox-" + serial)
        answer["time"] = .string(clock.now().rfc3339)
        answer["sandbox"] = true
        answer["costUnits"] = .integer(cost)
        return answer
    }

    /// Spread a little, and the same for the same question.
    private func score(_ question: SandboxQuestion, _ isSame: Bool) -> Int64 {
        (isSame ? 8_500 : 2_000) + Int64(question.digest[0]) * 4
    }
}
