import Contract
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import SQLCore

/// Errors become problems (RFC 9457) in the reader's language. What is not known to be harmless is told to nobody but the log.
package enum ProblemRendering {
    /// The refusal an error stands for; nil when it must not be shown.
    package static func refusal(for error: any Error) -> Refusal? {
        switch error {
        case let refusal as Refusal: refusal
        case let failure as SQLFailure where failure.isTemporary || failure.cause == .closed: .unavailable
        case let failure as POSIXError where temporary.contains(failure.code): .unavailable
        case let failure as CocoaError where failure.code == .fileWriteOutOfSpace: .unavailable
        case is RequestTimeout: .timedOut
        case is NIOTooManyBytesError: .bodyTooLarge
        case let error as HTTPError: refusal(forStatus: error.status)
        default: nil
        }
    }

    /// What the system says of files when it has no room, no descriptors or a failing disk: the same request may succeed later.
    private static let temporary: Set<POSIXErrorCode> = [.ENOSPC, .EDQUOT, .EFBIG, .EIO, .EMFILE, .ENFILE]

    private static func refusal(forStatus status: HTTPResponse.Status) -> Refusal? {
        switch status.code {
        case 404: .noSuchPath
        case 413: .bodyTooLarge
        case 400..<500: .requestMalformed
        default: nil
        }
    }

    package static func response(for error: any Error, context: EdgeContext) -> Response {
        guard let refusal = refusal(for: error) else { return response(.internalError, status: 500, context: context) }
        return response(refusal, status: status(of: refusal.kind), context: context)
    }

    package static func status(of kind: Refusal.Kind) -> Int {
        switch kind {
        case .malformed: 400
        case .unauthenticated: 401
        case .forbidden: 403
        case .notFound: 404
        case .conflict: 409
        case .stale: 412
        case .tooLarge: 413
        case .unsupportedType: 415
        case .invalid: 422
        case .preconditionRequired: 428
        case .tooMany: 429
        case .temporary: 503
        }
    }

    package static func response(_ refusal: Refusal, status: Int, context: EdgeContext) -> Response {
        let problem = problem(refusal, status: status, language: context.language, requestID: context.requestID)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(problem)) ?? Data(#"{"status":500,"code":"internal-error"}"#.utf8)
        var headers: HTTPFields = [.contentType: "application/problem+json", .contentLanguage: context.language.rawValue]
        if let seconds = refusal.retryAfterSeconds { headers[.retryAfter] = String(seconds) }
        if status == 401 { headers[.wwwAuthenticate] = "Bearer" }
        return Response(
            status: HTTPResponse.Status(code: status), headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    package static func problem(_ refusal: Refusal, status: Int, language: ReaderLanguage, requestID: String?) -> Problem {
        let errors = refusal.details.map { detail in
            FieldError(
                pointer: detail.pointer, code: detail.code, title: detail.reason.text(in: language),
                mend: text(detail.mend, in: language), requirements: detail.requirements)
        }
        return Problem(
            type: address(of: refusal.code), title: refusal.reason.text(in: language), status: status, code: refusal.code,
            mend: text(refusal.mend, in: language), requirements: refusal.requirements,
            pointer: refusal.pointer, errors: errors.isEmpty ? nil : errors, retryAfter: refusal.retryAfterSeconds,
            requestId: requestID)
    }

    /// Where it is said what a code means: the contract's `problems` has a section for each.
    private static func address(of code: String) -> String { "\(page)#\(code)" }

    private static let page = Contract.Operation.problems.facts.path

    private static func text(_ text: LocalText, in language: ReaderLanguage) -> String? {
        let chosen = text.text(in: language)
        return chosen.isEmpty ? nil : chosen
    }
}
