import HTTPTypes
import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension Visit {
    func review() async throws -> Response {
        let view = try await readConsented()
        return write(reviewPage(view))
    }

    /// The legal notice is accepted by this act; then the case is handed in as the API would.
    func handIn() async throws -> Response {
        let view = try await readConsented()
        do {
            var draft = PersonalDraft(view.content)
            draft.noticeAccepted = form.isTicked("notice")
            _ = try await installation.updatePersonalDraft(as: principal(), draft)
            let count = HandInCount(pages.handIns, from: context.clientAddress)
            _ = try await installation.submitPersonal(as: principal(), in: language, admitting: { try count.demand(at: $0) })
            return redirect(to: view.kind.page)
        } catch let refusal as Refusal where refusal.kind != .unauthenticated && refusal.kind != .temporary {
            // Read again: what was kept is what is shown.
            let now = try await readConsented()
            return waiting(for: refusal, write(reviewPage(now, refusal: refusal)))
        }
    }

    private func reviewPage(_ view: PersonalCaseView, refusal: Refusal? = nil) -> Page {
        let way = way(view)
        var status = HTTPResponse.Status.ok
        var errors: [PageError] = []
        if let refusal {
            status = HTTPResponse.Status(code: ProblemRendering.status(of: refusal.kind))
            let named = refusal.details.isEmpty ? [refusal] : refusal.details
            errors = named.map { detail in
                PageError(
                    text: label(of: detail.pointer ?? "") + detail.reason.text(in: language), mend: detail.mend.text(in: language),
                    href: detail.pointer.flatMap(href), rules: PageError.rules(of: detail, in: language))
            }
        }
        let approval =
            view.effectiveNeeds.approval == .machine
            ? usually("review.approvalMachine", waits.checking) : usually("review.approvalReviewer", waits.review)
        var values: [String: Any] = [
            "sections": Glance(view: view, way: way, words: words).sections, "legal": PersonalNotice.legal.text(in: language),
            "needsNotice": view.kind != .prove, "approval": approval,
        ]
        if view.kind == .register { values["attempts"] = attempts(view) }
        return Page(
            template: "review", title: words["review.title"], status: status, values: values, errors: errors, step: place(.review, in: way),
            here: Step.review.address)
    }

    /// The place where a finding is mended, on its step.
    func href(_ pointer: String) -> String? {
        if pointer == "/noticeAccepted" { return "#notice" }
        let step = Step(mending: pointer)
        guard step != .review else { return nil }
        let place = step == .details ? PartyForm.id(of: pointer) : pointer.split(separator: "/").last.map(String.init) ?? ""
        return "\(step.address)?errors=1#\(place == "documentType" || place == "holder-documentType" ? "type" : place)"
    }
}
