import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import UseCases

/// Answers as a provider must not give them.
enum SandboxFaults {
    /// Instead of looking at the question; nil for faults that come later.
    static func instead(_ fault: SandboxFault, retryAfterSeconds: Int64) -> Response? {
        switch fault {
        case .unavailable: SandboxProblem.unavailable.response(retryAfterSeconds: retryAfterSeconds)
        case .tooMany: SandboxProblem.tooMany.response(retryAfterSeconds: retryAfterSeconds)
        case .broken: SandboxProblem.unavailable.response(status: 500)
        case .quotaExhausted: SandboxProblem.quotaExhausted.response()
        default: nil
        }
    }

    /// A true answer, spoilt.
    static func spoil(_ answer: JSONObject, _ fault: SandboxFault, number: String?, status: Int) -> Response {
        spoil(JSONValue.object(answer).buffer, fault, status: status)
            ?? json(JSONValue.object(changed(answer, fault, number: number)).buffer, status: status)
    }

    /// Whatever the answer says; nil for faults of what it says.
    static func spoil(_ whole: ByteBuffer, _ fault: SandboxFault, status: Int = 200) -> Response? {
        switch fault {
        case .drop: return broken(whole, status: status) { throw Dropped() }
        case .stall: return broken(whole, status: status) { try await Task.sleep(for: .seconds(300)) }
        case .redirect: return Response(status: .found, headers: [.location: "http://127.0.0.1:9/elsewhere"])
        case .notJSON: return json(ByteBuffer(string: "<html><body>Please sign in.</body></html>"), status: status)
        case .cut: return json(whole.getSlice(at: 0, length: whole.readableBytes / 2) ?? ByteBuffer(), status: status)
        case .twice:
            var twice = whole
            twice.writeImmutableBuffer(whole)
            return json(twice, status: status)
        default: return nil
        }
    }

    private static func changed(_ answer: JSONObject, _ fault: SandboxFault, number: String?) -> JSONObject {
        var answer = answer
        switch fault {
        case .tooLarge: answer["padding"] = .string(String(repeating: "x", count: 1 << 20))
        case .wrongType: answer[answer["verdict"] == nil ? "captureId" : "verdict"] = 1
        case .noProvider: answer["provider"] = nil
        case .otherRequest: answer["requestId"] = "00000000-0000-7000-8000-000000000000"
        case .noLiveness: answer["liveness"] = nil
        case .repeatsNumber: answer["reference"] = .string("of-" + (number ?? "nobody"))
        case .foreignAddress: answer["url"] = "https://elsewhere.example/capture"
        case .contradiction:
            answer["verdict"] = answer["liveness"] == nil ? "match" : "same"
            if answer["liveness"] == nil {
                answer["portrait"] = ["score": 100, "threshold": .integer(SandboxVerdicts.threshold)]
            } else {
                answer["score"] = 100
                answer["threshold"] = .integer(SandboxVerdicts.threshold)
            }
        default: break
        }
        return answer
    }

    static func json(_ body: ByteBuffer, status: Int = 200) -> Response {
        Response(status: .init(code: status), headers: [.contentType: "application/json"], body: .init(byteBuffer: body))
    }

    private struct Dropped: Error {}

    /// Says how long it is, writes half of it, and then does something else.
    private static func broken(_ whole: ByteBuffer, status: Int, _ then: @escaping @Sendable () async throws -> Void) -> Response {
        let half = whole.getSlice(at: 0, length: whole.readableBytes / 2) ?? ByteBuffer()
        return Response(
            status: .init(code: status), headers: [.contentType: "application/json"],
            body: .init(contentLength: whole.readableBytes) { writer in
                try await writer.write(half)
                try await then()
                throw Dropped()
            })
    }
}
