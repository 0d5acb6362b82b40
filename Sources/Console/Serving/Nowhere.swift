import Hummingbird
import Registry
import Web

/// An address below `/console` at which nothing is: a page in the reader's words, as everything else there. It stands behind all routes.
struct Nowhere: RouterMiddleware {
    typealias Context = EdgeContext
    let console: Console

    func handle(
        _ request: Request, context: EdgeContext, next: (Request, EdgeContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard context.endpointPath == nil, path == "/console" || path.hasPrefix("/console/") else {
            return try await next(request, context)
        }
        return await console.respond(.open, request, context) { _ in throw Refusal.noSuchPage }
    }
}

extension Refusal {
    static let noSuchPage = Refusal(
        "no-such-page", .notFound, house: .scope, en: "There is nothing at this address.", zh: "此地址没有内容。",
        mend: LocalText(en: "Look at the address once more, or begin at the overview.", zh: "请核对网址，或从工作台开始。"))
}
