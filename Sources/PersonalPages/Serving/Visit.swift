import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Registry
import UseCases
import Web

/// One request to a page: who, in which language, with which form.
struct Visit: Sendable {
    let pages: PersonalPages
    let request: Request
    let context: EdgeContext
    let cookies: PageCookies
    let language: ReaderLanguage
    /// The person at the card's entrance; nil for whoever has opened none.
    var seat: Principal?
    /// The person at his part of a unit's application; such a page knows no seat.
    var part: Principal?
    var family = PageAccess.Family.card
    var form = PageForm()
    /// What the form token of a page without a seat is made from; a new one where the browser has none.
    let stranger: String

    init(pages: PersonalPages, request: Request, context: EdgeContext) {
        self.pages = pages
        self.request = request
        self.context = context
        cookies = PageCookies(request.headers)
        language =
            cookies[.language].flatMap(ReaderLanguage.init(rawValue:))
            ?? ReaderLanguage.negotiated(request.headers[.acceptLanguage], fallback: .chinese)
        stranger = cookies[.stranger].flatMap { FormGuard.isSecret($0) ? $0 : nil } ?? FormGuard.secret(by: pages.installation.chance)
    }

    var installation: Installation { pages.installation }
    var words: Words { Words(language, of: PersonalPages.catalogue) }

    func principal() throws(Refusal) -> Principal {
        guard let seat else { throw .seatClosed }
        return seat
    }

    func parameter(_ name: String) -> String { context.parameters.get(name)?.removingPercentEncoding ?? "" }

    /// Where people reach these pages: as the server was told, else as the browser asked for it.
    var ownAddress: String {
        pages.settings.address(askedAs: request.head.authority, isSecure: context.isSecure) ?? "http://localhost"
    }

    /// Whether a page's script asks, which wants JSON.
    var isScript: Bool { request.headers[.accept]?.contains("application/json") == true }

    /// Where errors shall be shown on a page just saved.
    var showsErrors: Bool { request.uri.queryParameters["errors"] != nil }

    // MARK: Forms

    /// Of the seat's token where there is one, so that no other site and no other seat can make it.
    var formToken: String {
        if part != nil { return PersonalPages.formToken(of: cookies[.part] ?? "") }
        return PersonalPages.formToken(of: seat == nil ? stranger : cookies[.seat] ?? "")
    }

    mutating func readBody(_ body: PageBody) async throws {
        guard body != .none else { return }
        try FormGuard.demandOwnSite(request)
        form = try await PageForm.read(request, body, file: pages.settings.evidenceBodyBytes)
        let shown = body == .script ? request.headers[.formToken] : form["form"]
        try FormGuard.demand(shown, equals: formToken)
    }

    // MARK: Answers

    /// Post, redirect, get: what was sent is not sent again by looking again.
    func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    func setting(_ cookie: PageCookies.Name, _ value: String, seconds: Int64?, _ response: Response) -> Response {
        var response = response
        response.headers.append(
            HTTPField(name: .setCookie, value: PageCookies.text(cookie, value, seconds: seconds, isSecure: context.isSecure)))
        return response
    }
}
