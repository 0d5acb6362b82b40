import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Registry
import UseCases
import Web

/// One request of a page: who asks, in which language, with what.
struct ConsoleVisit: Sendable {
    let console: Console
    let request: Request
    let context: EdgeContext
    let cookies: ConsoleCookies
    let language: ReaderLanguage
    /// Who is signed in; nil where nobody is.
    var seat: Principal?
    /// What a renewed sign-in brought.
    var renewed: SignedIn?
    var form = PageForm()
    /// Of a long form: that it was not made by this server for this browser. Nothing is done by it but to show it again.
    var formFault: Refusal?
    /// Of what the form token is made; a new one where the browser has none.
    let formSecret: String

    init(console: Console, request: Request, context: EdgeContext) {
        self.console = console
        self.request = request
        self.context = context
        cookies = ConsoleCookies(request.headers)
        language =
            cookies[.language].flatMap(ReaderLanguage.init(rawValue:))
            ?? ReaderLanguage.negotiated(request.headers[.acceptLanguage], fallback: .chinese)
        formSecret = cookies[.form].flatMap { FormGuard.isSecret($0) ? $0 : nil } ?? FormGuard.secret(by: console.installation.chance)
    }

    var installation: Installation { console.installation }
    var words: Words { Words(language, of: Console.catalogue) }
    var theme: Theme { cookies[.theme].flatMap(Theme.init(rawValue:)) ?? .system }

    func principal() throws(Refusal) -> Principal {
        guard let seat else { throw .signInNeeded }
        return seat
    }

    func may(_ permission: Permission) -> Bool {
        seat.map { $0.means != .incompleteSession && $0.permissions.contains(permission) } ?? false
    }

    /// What stands in the address at `{id}`.
    var id: String { context.parameters.get("id")?.removingPercentEncoding ?? "" }

    /// Throws `not-found` for what is no id at all.
    func identifier<Owner>(of _: Owner.Type = Owner.self) throws(Refusal) -> Identifier<Owner> {
        guard let id = Identifier<Owner>(id) else { throw .notFound }
        return id
    }

    /// Nil where it is not given, or given empty.
    func query(_ name: Substring) -> String? { queries(name).first }

    /// All that is given under a name, as forms write addresses: with `+` for a space.
    func queries(_ name: Substring) -> [String] {
        let parts = (request.uri.query ?? "").split(separator: "&").prefix(200)
        return parts.compactMap { part in
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.replacing("+", with: " ").removingPercentEncoding }
            guard pair[0] == String(name), pair.count > 1, let value = pair[1], !value.isEmpty else { return nil }
            return value
        }
    }

    // MARK: Forms

    /// Of the browser's secret and the sign-in, so that no other site and no earlier sign-in can make it.
    var formToken: String {
        FormGuard.token(for: formSecret + (seat?.session?.description ?? ""), of: "console")
    }

    mutating func readBody(_ body: PageBody) async throws {
        guard body != .none else { return }
        try FormGuard.demandOwnSite(request)
        if body == .papers {
            form = try await PageForm.read(request, body, file: installation.settings.evidenceBytesMax)
            do { try FormGuard.demand(form["form"], equals: formToken) } catch { formFault = error }
            return
        }
        // A file somewhat too large is refused where it was chosen, not by a broken connection.
        form = try await PageForm.read(request, body, file: 2 * installation.settings.evidenceBytesMax + PageForm.fieldBytesMax)
        try FormGuard.demand(form["form"], equals: formToken)
    }

    // MARK: Answers

    /// Post, redirect, get: what was sent is not sent again by looking again.
    func redirect(to link: ConsoleLink, _ query: String = "") -> Response {
        Response(status: .seeOther, headers: [.location: link.address + query])
    }
}

/// How the pages look.
enum Theme: String, CaseIterable, Sendable {
    case system, light, dark
}
