import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension Visit {
    /// The link to a part of a unit's application: the code leaves the address at once.
    func enterPart() async throws -> Response {
        let opened = try await installation.openPart(parameter("code"), device: cookies[.device])
        let seconds = max(0, (opened.expiresAt.milliseconds - installation.now().milliseconds) / 1_000)
        let entered = setting(.part, opened.code, seconds: seconds, redirect(to: PartStep.home))
        return setting(.device, opened.device, seconds: installation.settings.entranceDaysMax * 86_400, entered)
    }

    func leavePart() -> Response { setting(.part, "", seconds: 0, redirect(to: PartStep.home)) }

    func partPrincipal() throws(Refusal) -> Principal {
        guard let part else { throw .seatClosed }
        return part
    }

    /// The device's secret; a browser that keeps no cookies has none, and can save nothing.
    func partDevice() throws(Refusal) -> String {
        guard let device = cookies[.device] else { throw .seatClosed }
        return device
    }

    /// The part while it is open. Throws the page to go to once it is completed.
    func readOpenPart() async throws -> PartView {
        do {
            return try await installation.readPart(as: partPrincipal(), device: cookies[.device])
        } catch let refusal as Refusal where refusal.code == Refusal.partCompleted.code {
            throw Detour(path: PartStep.done)
        }
    }

    /// The same, for what takes anything of the person: the consents come first.
    func readConsentedPart() async throws -> PartView {
        let view = try await readOpenPart()
        guard view.mayCollect else { throw Detour(path: "\(PartStep.consent.address)?errors=1") }
        return view
    }

    /// The version of what the form was made of.
    func sentPartVersion() throws(Refusal) -> Int64 {
        guard let version = form["version"].flatMap({ Int64($0) }) else { throw .stale }
        return version
    }

    /// "Step 2 of 4".
    func place(_ step: PartStep) -> String? {
        PartStep.allCases.firstIndex(of: step).map {
            words("common.step", ["n": String($0 + 1), "all": String(PartStep.allCases.count)])
        }
    }

    /// What is wrong or missing, each with a link to its place.
    func errors(_ failures: [CheckOutcome]) -> [PageError] {
        failures.map { finding in
            PageError(
                text: label(of: finding.subject) + finding.text.text(in: language), mend: finding.mend.text(in: language),
                href: partHref(finding.subject))
        }
    }

    func errors(_ refusal: Refusal) -> [PageError] {
        (refusal.details.isEmpty ? [refusal] : refusal.details).map { detail in
            PageError(
                text: label(of: detail.pointer ?? "") + detail.reason.text(in: language), mend: detail.mend.text(in: language),
                href: detail.pointer.flatMap(partHref))
        }
    }

    private func partHref(_ pointer: String) -> String? {
        let step = PartStep(mending: pointer)
        let place =
            switch step {
            case .document: pointer.hasSuffix("/documentType") ? "type" : pointer.split(separator: "/").last.map(String.init) ?? ""
            default: PartyForm.id(of: pointer)
            }
        return "\(step.address)?errors=1#\(place)"
    }

    // MARK: Overview, and what comes after

    /// Who asks, for which unit, as what, what is needed and why, and how far one has come.
    func partOverview() async throws -> Response {
        let view = try await readOpenPart()
        let next = nextPartStep(view)
        return write(
            Page(
                template: "part-overview", title: words["part.title"],
                values: [
                    "agentName": view.agentName, "operatorName": view.operatorName, "unitName": view.unitName,
                    "roleName": words["part.role-\(view.role.rawValue)"], "roleText": words["part.roleText-\(view.role.rawValue)"],
                    "until": words("part.until", ["time": words.time(view.expiresAt)]),
                    "elsewhere": view.isElsewhere ? [words["part.elsewhere"]] : [String](),
                    "steps": PartStep.allCases.map { partStep($0, view, isNext: $0 == next) },
                    "nextHref": next.address,
                    "nextText": view.mayCollect
                        ? words("overview.goOn", ["step": words["part.step-\(next.rawValue)"]]) : words["overview.begin"],
                    "demands": view.demands.map { ["text": $0.reason.text(in: language), "clause": clause($0.requirement)] },
                    "legal": PersonalNotice.legal.text(in: language),
                ], here: PartStep.home))
    }

    private func partStep(_ step: PartStep, _ view: PartView, isNext: Bool) -> [String: Any] {
        let failures = failures(on: step, view)
        let isDone =
            switch step {
            case .consent: true
            case .document, .details: failures.isEmpty
            case .review: false
            }
        return stepValues(
            words["part.step-\(step.rawValue)"], step.address, isDone: view.mayCollect && isDone,
            isWrong: view.mayCollect && failures.contains { $0.code != "missing" }, isNext: isNext)
    }

    func failures(on step: PartStep, _ view: PartView) -> [CheckOutcome] { view.failures.filter { PartStep(mending: $0.subject) == step } }

    /// The first step on which something is missing.
    func nextPartStep(_ view: PartView) -> PartStep {
        guard view.mayCollect else { return .consent }
        return [.document, .details].first { !failures(on: $0, view).isEmpty } ?? .review
    }

    func partDone() async throws -> Response {
        guard let completed = try await installation.readCompletedPart(as: partPrincipal()) else { return redirect(to: PartStep.home) }
        return write(
            Page(
                template: "part-done", title: words["part.doneTitle"],
                values: [
                    "text": words(
                        "part.doneText",
                        [
                            "unit": completed.unitName, "role": words["part.role-\(completed.role.rawValue)"],
                            "time": words.time(completed.completedAt),
                        ]),
                    "next": words("part.doneNext", ["agent": completed.agentName]),
                ], here: PartStep.done))
    }
}
