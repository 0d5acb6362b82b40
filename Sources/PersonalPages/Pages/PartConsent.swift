import HTTPTypes
import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension Visit {
    func partConsent() async throws -> Response {
        let view = try await readOpenPart()
        return write(partConsentPage(view, answers: [:], isAsked: showsErrors))
    }

    /// Every notice by itself; nothing is kept before both were agreed to.
    func consentToPart() async throws -> Response {
        let view = try await readOpenPart()
        let answers = Dictionary(
            uniqueKeysWithValues: view.notices.compactMap { notice -> (ConsentKind, Bool)? in
                form[notice.kind.rawValue].flatMap { ["yes": true, "no": false][$0] }.map { (notice.kind, $0) }
            })
        // Half an answer is none.
        guard answers.count == view.notices.count else { return write(partConsentPage(view, answers: answers, isAsked: true)) }
        do {
            let current = try await installation.consentToPart(
                as: partPrincipal(), device: partDevice(), answers, noticeVersion: form["version"] ?? "")
            return redirect(to: current.mayCollect ? nextPartStep(current).address : "\(PartStep.consent.address)?errors=1")
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return write(partConsentPage(view, answers: answers, isAsked: false, refusal: refusal))
        }
    }

    /// - Parameter isAsked: whether what is missing shall be named.
    private func partConsentPage(
        _ view: PartView, answers: [ConsentKind: Bool], isAsked: Bool, refusal: Refusal? = nil
    ) -> Page {
        var errors = refusal.map { [PageError($0, in: language)] } ?? []
        let notices = view.notices.map { notice -> [String: Any] in
            let latest = view.consents.last { $0.kind == notice.kind && $0.version == view.noticeVersion }
            let chosen = answers[notice.kind] ?? latest?.isGiven
            let isWrong = isAsked && chosen != true
            if isWrong {
                errors.append(
                    PageError(
                        text: words(
                            latest == nil && chosen == nil ? "consent.neither" : "part.consentNeeded", ["title": heading(notice.kind)]),
                        href: "#\(notice.kind.rawValue)"))
            }
            var values: [String: Any] = [
                "kind": notice.kind.rawValue, "heading": heading(notice.kind), "text": notice.text.text(in: language),
                "clause": clause(notice.kind.requirement), "agree": words["consent.agree"], "decline": words["consent.decline"],
                "isGiven": chosen == true, "isDeclined": chosen == false, "isWrong": isWrong,
            ]
            if let latest {
                values["recorded"] = words(latest.isGiven ? "consent.given" : "consent.refused", ["time": words.time(latest.recordedAt)])
            }
            return values
        }
        var values: [String: Any] = [
            "notices": notices, "version": view.noticeVersion, "action": PartStep.consent.address, "lead": words["part.consentLead"],
            "takeBack": words["part.takeBack"],
        ]
        if view.isElsewhere { values["held"] = words["part.elsewhere"] }
        return Page(
            template: "consent", title: words["consent.title"], status: errors.isEmpty || showsErrors ? .ok : .unprocessableContent,
            values: values, errors: errors, step: place(.consent), here: PartStep.consent.address)
    }
}
