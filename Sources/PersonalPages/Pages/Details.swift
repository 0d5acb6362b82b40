import HTTPTypes
import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension Visit {
    func details() async throws -> Response {
        let view = try await readConsented()
        return write(detailsPage(view))
    }

    /// Keeps what was typed, right or not; then says what is not right, at its field.
    func saveDetails() async throws -> Response {
        let view = try await readConsented()
        var draft = PersonalDraft(view.content)
        var tooLong: Set<String> = []
        for role in roles(in: way(view)) {
            let typed = PartyForm(role, view.content.party(role), self, onlyNumber: view.kind == .prove)
            tooLong.formUnion(typed.tooLong)
            switch role {
            case .holder: draft.holder = typed.facts
            case .guardian: draft.guardian = typed.facts
            default: draft.proxy = typed.facts
            }
        }
        guard tooLong.isEmpty else { return write(detailsPage(view, typed: draft, tooLong: tooLong)) }
        do {
            let saved = way(try await withoutNeedlessGuardian(installation.updatePersonalDraft(as: principal(), draft)))
            if saved.isDone(.details), saved.view.reuse == .offered, !saved.isDone(.document) { return redirect(to: Step.document.address) }
            return redirect(to: saved.isDone(.details) ? saved.next(after: .details).address : "/p/details?errors=1")
        } catch let refusal as Refusal where refusal.kind != .unauthenticated {
            return write(detailsPage(view, typed: draft, refusal: refusal))
        }
    }

    /// A number mended to an adult's needs no guardian any more; what is not needed is not kept (R-DP-01).
    private func withoutNeedlessGuardian(_ view: PersonalCaseView) async throws -> PersonalCaseView {
        guard view.content.guardian != nil, !view.effectiveNeeds.methods.contains(.guardian) else { return view }
        var draft = PersonalDraft(view.content)
        draft.guardian = nil
        return try await installation.updatePersonalDraft(as: principal(), draft)
    }

    private func roles(in way: Way) -> [PartyRole] {
        [.holder] + (way.steps.contains(.guardian) ? [.guardian] : []) + (way.steps.contains(.proxy) ? [.proxy] : [])
    }

    private func detailsPage(
        _ view: PersonalCaseView, typed: PersonalDraft? = nil, tooLong: Set<String> = [], refusal: Refusal? = nil
    ) -> Page {
        let way = way(view)
        let findings = showsErrors ? way.findings(on: .details) : []
        var errors = findings.map { finding in
            PageError(
                text: label(of: finding.subject) + finding.text.text(in: language), mend: finding.mend.text(in: language),
                href: "#" + PartyForm.id(of: finding.subject))
        }
        errors += tooLong.sorted().map { PageError(text: words["details.tooLong"], href: "#\($0)") }
        if let refusal {
            errors.append(PageError(refusal, in: language))
        }
        let parties = roles(in: way).map { role -> [String: Any] in
            let facts: PartyFacts? =
                switch role {
                case .guardian: typed?.guardian ?? view.content.guardian
                case .proxy: typed?.proxy ?? view.content.proxy
                default: typed?.holder ?? view.content.holder
                }
            return PartyFields(
                role: role, facts: facts ?? PartyFacts(), content: view.content, findings: findings, tooLong: tooLong, words: words,
                onlyNumber: view.kind == .prove
            )
            .values
        }
        let status: HTTPResponse.Status =
            refusal.map { HTTPResponse.Status(code: ProblemRendering.status(of: $0.kind)) }
            ?? (tooLong.isEmpty ? .ok : .unprocessableContent)
        return Page(
            template: "details", title: words[view.kind == .prove ? "mine.numberTitle" : "details.title"], status: status,
            values: [
                "parties": parties, "lead": words[view.kind == .prove ? "mine.numberLead" : "details.lead"],
                "typedKey": typedKey(view.kind), "action": Step.details.address,
            ], errors: errors,
            step: place(.details, in: way), here: Step.details.address)
    }

    /// With what the page's script seals what was typed until it has arrived: the same when this entrance is opened with this
    /// device again, another for every other entrance, device and matter; empty where the browser keeps no cookie to know it by. Made from the
    /// device's secret, which no script can read, so what lies in the browser opens nothing without this page.
    private func typedKey(_ kind: ApplicationKind) -> String {
        guard let device = cookies[.device], let seat = try? principal().demandSeat() else { return "" }
        return FormGuard.token(for: device, of: "personal pages, typed for \(seat.id), \(kind.rawValue)")
    }
}
