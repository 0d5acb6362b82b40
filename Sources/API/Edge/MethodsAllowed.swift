import Contract
import HTTPTypes
import Hummingbird
import Registry
import Web

/// 405 with `Allow` where the path is the contract's and the method is not (RFC 9110 section 15.5.6).
struct MethodsAllowed: RouterMiddleware {
    typealias Context = EdgeContext
    private let methodsByPath: [(segments: [Substring], method: String)] = Operation.allCases.map {
        ($0.facts.path.split(separator: "/"), $0.facts.method)
    }

    func handle(
        _ request: Request, context: EdgeContext, next: (Request, EdgeContext) async throws -> Response
    ) async throws -> Response {
        guard context.endpointPath == nil else { return try await next(request, context) }
        var allowed = methods(at: request.uri.path)
        if allowed.contains("GET") { allowed.append("HEAD") }
        guard !allowed.isEmpty, !allowed.contains(request.method.rawValue) else { return try await next(request, context) }
        var response = ProblemRendering.response(.methodNotAllowed, status: 405, context: context)
        response.headers[.allow] = allowed.joined(separator: ", ")
        return response
    }

    private func methods(at path: String) -> [String] {
        let segments = path.split(separator: "/")
        return methodsByPath.filter { entry in
            entry.segments.count == segments.count && zip(entry.segments, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }.map(\.method)
    }
}
