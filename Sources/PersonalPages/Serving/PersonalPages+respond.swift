import HTTPTypes
import Hummingbird
import Pages
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
        visit.family = access.family
        if access.family == .part {
            if let code = visit.cookies[.part] {
                visit.part = try await installation.principal(atPart: code)
                if visit.part == nil { try strangers.demand(address, at: installation.now()) }
            }
        } else if let token = visit.cookies[.seat] {
            do {
                let principal = try await installation.authenticate(token)
                // A staff token is no person's.
                visit.seat = (try? principal.demandSeat()) == nil ? nil : principal
            } catch let refusal as Refusal where refusal.kind == .unauthenticated {
                try strangers.demand(address, at: installation.now())
            }
        }
        let who = visit.seat ?? visit.part
        if access.needsSeat, who == nil { throw Refusal.seatClosed }
        if let who, !access.countsAddress {
            try callers.demand(who.account.description, at: installation.now())
        } else {
            try strangers.demand(address, at: installation.now())
        }
    }
}

extension Refusal {
    static let seatClosed = Refusal(
        "page-closed", .unauthenticated, house: .pages, en: "This page has closed.", zh: "页面已关闭。",
        mend: LocalText(en: "Open the link of the card again.", zh: "请重新打开此卡的链接。"))
}
