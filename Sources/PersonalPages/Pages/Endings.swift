import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension Visit {
    /// The holder gives the card up: asked for with the document's number, which is never shown again.
    func release() -> Response { write(releasePage()) }

    func askForRelease() async throws -> Response {
        do {
            _ = try await installation.askForRelease(as: principal(), documentNumber: typed("number", most: 64), in: language)
            return redirect(to: "/p/status")
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict || refusal.kind == .tooMany {
            return write(
                releasePage([
                    PageError(refusal, in: language, href: "#number")
                ]))
        }
    }

    /// The person takes the case back before it is decided.
    func withdraw() -> Response { write(withdrawPage()) }

    func takeBack() async throws -> Response {
        do {
            let before = try await read()
            _ = try await installation.withdrawPersonal(as: principal())
            guard before.kind == .register else { return redirect(to: "/p/mine") }
            return write(withdrawnPage(before.code))
        } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .notFound {
            return write(
                withdrawPage([PageError(refusal, in: language)]))
        }
    }

    private func withdrawnPage(_ code: String?) -> Page {
        Page(
            template: "withdrawn", title: words["withdraw.done"], values: code.map { ["code": ["text": $0]] } ?? [:], here: "/p")
    }

    private func releasePage(_ errors: [PageError] = []) -> Page {
        Page(
            template: "release", title: words["release.title"], status: errors.isEmpty ? .ok : .unprocessableContent, errors: errors,
            here: "/p/release")
    }

    private func withdrawPage(_ errors: [PageError] = []) -> Page {
        Page(
            template: "withdraw", title: words["withdraw.title"], status: errors.isEmpty ? .ok : .unprocessableContent, errors: errors,
            here: "/p/withdraw")
    }
}
