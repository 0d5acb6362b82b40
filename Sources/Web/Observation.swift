import HTTPTypes
import Hummingbird
import Logging
import Registry

/// The outermost layer: language and client of a request, problems for errors, security headers, one log line, one count.
package struct Observation: RouterMiddleware {
    package typealias Context = EdgeContext
    private let settings: EdgeSettings
    private let figures: any RequestFigures
    private let speaksTLS: Bool

    package init(settings: EdgeSettings, figures: any RequestFigures, speaksTLS: Bool) {
        self.settings = settings
        self.figures = figures
        self.speaksTLS = speaksTLS
    }

    package func handle(
        _ request: Request, context: EdgeContext, next: (Request, EdgeContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let context = introduced(context, request)
        var response = await answer(request, context, next)
        SecurityHeaders.add(to: &response.headers, isSecure: context.isSecure)
        response.headers[.requestID] = context.requestID
        record(request, response, context, took: ContinuousClock.now - start)
        return response
    }

    private func introduced(_ context: EdgeContext, _ request: Request) -> EdgeContext {
        var context = context
        context.language = ReaderLanguage.negotiated(request.headers[.acceptLanguage], fallback: .english)
        context.clientAddress = TrustedProxies.counted(
            settings.trustedProxies.client(peer: context.peerAddress, forwardedFor: request.headers[.forwardedFor]))
        let isForwardedTLS =
            settings.trustedProxies.contains(context.peerAddress) && request.headers[.forwardedProto]?.lowercased() == "https"
        context.isSecure = speaksTLS || isForwardedTLS
        return context
    }

    private func answer(
        _ request: Request, _ context: EdgeContext, _ next: (Request, EdgeContext) async throws -> Response
    ) async -> Response {
        do {
            return try await next(request, context)
        } catch {
            return Self.problem(for: error, context)
        }
    }

    /// The problem an error becomes; what nobody foresaw goes to the log.
    package static func problem(for error: any Error, _ context: EdgeContext) -> Response {
        if ProblemRendering.refusal(for: error) == nil {
            context.logger.error("unforeseen error", metadata: ["error": "\(safely(error))"])
        }
        return ProblemRendering.response(for: error, context: context)
    }

    /// An unforeseen error may hold anything; its type says enough unless its own description is known to be free of data.
    private static func safely(_ error: any Error) -> String {
        (error as? any ErrorSafeToLog)?.description ?? "\(type(of: error))"
    }

    /// Never the path as sent nor the query: they may hold what people typed.
    private func record(_ request: Request, _ response: Response, _ context: EdgeContext, took: Duration) {
        let path = context.endpointPath ?? "-"
        let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        let method = Self.knownMethods.contains(request.method) ? request.method.rawValue : "OTHER"
        figures.answered(method: method, path: path, status: Int(response.status.code), seconds: seconds)
        context.logger.info(
            "answered",
            metadata: [
                "method": "\(method)", "path": "\(path)", "status": "\(response.status.code)",
                "ms": "\(Int((seconds * 1_000).rounded()))",
            ])
    }

    private static let knownMethods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]
}

/// Errors whose description holds no personal data and may be logged.
package protocol ErrorSafeToLog: Error, CustomStringConvertible {}

/// Where requests are counted.
package protocol RequestFigures: Sendable {
    func answered(method: String, path: String, status: Int, seconds: Double)
}
