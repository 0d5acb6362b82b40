import HTTPTypes
import Hummingbird
import Registry
import UseCases
import Web

extension PersonalPages {
    /// Registers a page: who asks, how often, with whose form; then its work. What goes wrong becomes a page in the reader's words.
    func page(
        _ router: Router<EdgeContext>, _ method: HTTPRequest.Method, _ path: RouterPath, _ access: PageAccess,
        _ work: @escaping @Sendable (Visit) async throws -> Response
    ) {
        router.on(path, method: method) { request, context in
            await respond(access, request, context, work)
        }
    }

    private func respond(
        _ access: PageAccess, _ request: Request, _ context: EdgeContext, _ work: @escaping @Sendable (Visit) async throws -> Response
    ) async -> Response {
        var visit = Visit(pages: self, request: request, context: context)
        do {
            try await introduce(&visit, access)
            let seconds = access.body == .upload || access.body == .script ? settings.transferSeconds : settings.requestSeconds
            let ready = visit
            return try await withTimeout(seconds: seconds) {
                var visit = ready
                try await visit.readBody(access.body)
                return try await work(visit)
            }
        } catch let detour as Detour {
            return visit.isScript ? visit.next(detour.path) : visit.redirect(to: detour.path)
        } catch {
            return visit.problem(error)
        }
    }

    /// A seat that opens nothing counts against the address it comes from, as in the API.
    private func introduce(_ visit: inout Visit, _ access: PageAccess) async throws {
        let address = visit.context.clientAddress
        if let token = visit.cookies[.seat] {
            do {
                let principal = try await installation.authenticate(token)
                // A staff token is no person's.
                visit.seat = (try? principal.demandSeat()) == nil ? nil : principal
            } catch let refusal as Refusal where refusal.kind == .unauthenticated {
                try take(strangers, address)
            }
        }
        if access.needsSeat, visit.seat == nil { throw Refusal.seatClosed }
        guard let seat = visit.seat, !access.countsAddress else { return try take(strangers, address) }
        try take(callers, seat.account.description)
    }

    private func take(_ limiter: RateLimiter<String>, _ key: String) throws {
        let verdict = limiter.take(key, at: installation.now().milliseconds)
        guard verdict.isAllowed else { throw Refusal.tooManyRequests.retry(afterSeconds: verdict.retryAfter) }
    }
}

extension Refusal {
    static let seatClosed = Refusal(
        "page-closed", .unauthenticated, en: "This page has closed.", zh: "页面已关闭。",
        mend: LocalText(en: "Open the link of the card again.", zh: "请重新打开此卡的链接。"))
    static let formForeign = Refusal(
        "form-not-of-page", .forbidden, en: "The form was not from this page, or it was too old.", zh: "该表单不是来自本页，或已过期。",
        mend: LocalText(en: "Load the page again and send it once more.", zh: "请刷新页面后重新提交。"))
}
