import HTTPTypes
import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension Console {
    /// Registers a page: who asks, how often, with whose form; then its work. What goes wrong becomes a page in the reader's words.
    func page(
        _ router: Router<EdgeContext>, _ method: HTTPRequest.Method, _ link: ConsoleLink, _ access: ConsoleAccess,
        _ work: @escaping @Sendable (ConsoleVisit) async throws -> Response
    ) {
        router.on(link.route, method: method) { request, context in
            await respond(access, request, context, work)
        }
    }

    func respond(
        _ access: ConsoleAccess, _ request: Request, _ context: EdgeContext,
        _ work: @escaping @Sendable (ConsoleVisit) async throws -> Response
    ) async -> Response {
        var visit = ConsoleVisit(console: self, request: request, context: context)
        var response: Response
        do {
            let door = try await introduce(&visit, access)
            let ready = visit
            if let door {
                guard door == .signIn, access.body == .papers else { return visit.keepingSession(visit.redirect(to: door)) }
                return visit.keepingSession(
                    try await withTimeout(seconds: settings.transferSeconds) { try await ready.signInKeeping(access.body) })
            }
            response = try await withTimeout(seconds: access.streams ? settings.transferSeconds : settings.requestSeconds) {
                var visit = ready
                try await visit.readBody(access.body)
                return try await work(visit)
            }
        } catch {
            response = visit.problem(error)
        }
        return visit.keepingSession(response)
    }

    /// Answers where to go first, if anywhere.
    private func introduce(_ visit: inout ConsoleVisit, _ access: ConsoleAccess) async throws -> ConsoleLink? {
        let address = visit.context.clientAddress
        do {
            try await seat(&visit)
        } catch let refusal as Refusal where refusal.kind == .unauthenticated {
            // A token that opens nothing counts against the address it comes from, as in the API.
            try strangers.demand(address, at: installation.now())
        }
        if let seat = visit.seat, !access.countsAddress {
            try callers.demand(seat.account.description, at: installation.now())
        } else {
            try strangers.demand(address, at: installation.now())
        }
        guard access.seat != .nobody else { return nil }
        guard let seat = visit.seat else { return .signIn }
        return access.seat == .complete && seat.means == .incompleteSession ? .secondFactor : nil
    }

    /// Who is signed in with this browser; a sign-in whose access token has run out is renewed.
    private func seat(_ visit: inout ConsoleVisit) async throws {
        if let access = visit.cookies[.access] {
            do {
                let principal = try await installation.authenticate(access)
                guard principal.session != nil, (try? principal.demandSeat()) == nil else { throw Refusal.signInNeeded }
                visit.seat = principal
                return
            } catch let refusal as Refusal where refusal.kind == .unauthenticated {
                guard visit.cookies[.refresh] != nil else { throw refusal }
            }
        }
        guard let refresh = visit.cookies[.refresh] else { return }
        let (principal, renewed) = try await renewal.seat(refresh)
        visit.seat = principal
        visit.renewed = renewed
    }
}

extension ConsoleVisit {
    /// Hands the tokens of a renewed sign-in to the browser, and the secret of its forms.
    fileprivate func keepingSession(_ response: Response) -> Response {
        var response = response
        let isSetAlready = response.headers[values: .setCookie].contains { $0.hasPrefix(ConsoleCookies.Name.access.rawValue + "=") }
        if let renewed, !isSetAlready { response.headers.append(contentsOf: sessionCookies(renewed)) }
        if cookies[.form] != formSecret {
            response.headers.append(ConsoleCookies.field(.form, formSecret, seconds: nil, isSecure: context.isSecure))
        }
        return response
    }

    func sessionCookies(_ signedIn: SignedIn) -> [HTTPField] {
        let settings = installation.settings
        return [
            ConsoleCookies.field(.access, signedIn.access.text, seconds: settings.accessTokenSeconds, isSecure: context.isSecure),
            ConsoleCookies.field(.refresh, signedIn.refresh.text, seconds: settings.refreshTokenSeconds, isSecure: context.isSecure),
        ]
    }
}

extension Refusal {
    static let signInNeeded = Refusal(
        "sign-in-needed", .unauthenticated, requirements: ["R-DP-24"], en: "Nobody is signed in.", zh: "尚未登录。",
        mend: LocalText(en: "Sign in.", zh: "请登录。"))
}
