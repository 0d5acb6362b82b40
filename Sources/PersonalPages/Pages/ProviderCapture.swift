import Foundation
import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension Visit {
    /// The face at the provider's own page: before, and after the person is back.
    func providerCapture() async throws -> Response {
        _ = try await readForPictures()
        return write(capturePage(try await installation.followProviderCapture(as: principal())))
    }

    /// Not sent there at once: a form may lead to no other site, so the page shows the way.
    func beginProviderCapture() async throws -> Response {
        let view = try await readForPictures()
        do {
            let sent = try await installation.beginProviderCapture(
                as: principal(), returnTo: ownAddress + Step.capture.address, inChinese: language == .chinese)
            return write(capturePage(view, sent: sent))
        } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .temporary {
            return write(
                capturePage(view, [PageError(refusal, in: language)]))
        }
    }

    private func capturePage(_ view: PersonalCaseView, sent: SentToProvider? = nil, _ errors: [PageError] = []) -> Page {
        let way = way(view)
        var values: [String: Any] = [
            "stateClass": view.isCaptured ? "done" : "todo", "sign": view.isCaptured ? "✓" : "○", "isDone": view.isCaptured,
            "stateText": words[view.isCaptured ? "face.here" : "face.missing"], "mayCapture": view.given.contains(.face),
            "nextHref": way.next(after: .capture).address, "begin": words[view.isCaptured ? "capture.again" : "capture.begin"],
        ]
        if let need = view.effectiveNeeds.needs.first(where: { $0.method == .providerCapture }) {
            values["clause"] = need.reason.text(in: language)
        }
        if let sent {
            values["sent"] = [
                "href": sent.address, "host": URLComponents(string: sent.address)?.host ?? "",
                "until": words("capture.until", ["time": words.time(sent.expiresAt)]),
            ]
        }
        return Page(
            template: "capture", title: words["capture.title"], values: values,
            errors: errors
                + (view.isCaptureRefused && sent == nil
                    ? [PageError(text: words["capture.refused"], mend: words["capture.refusedMend"])] : [])
                + (showsErrors ? self.errors(on: .capture, in: way) : []), step: place(.capture, in: way),
            here: Step.capture.address)
    }
}
