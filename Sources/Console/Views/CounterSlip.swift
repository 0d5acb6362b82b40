import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// What came of a hand-in at the counter, in words, and the slip for the person: in his language, with nothing of him in clear.
    func counterSlip() async throws -> Response {
        let view = try await installation.readApplication(as: principal(), identifier())
        guard isFromCounter(view) else { throw Refusal.notFound }
        let warned = view.checks.filter { $0.verdict != "passed" }
        let state = view.application.state
        let outcome = ["checking", "submitted"].contains(state.rawValue) ? state.rawValue : "further"
        return write(
            ConsolePage(
                template: "counter-slip", title: words("counter.slipTitle", ["code": view.registrationCode]),
                values: [
                    "outcome": words["counter.outcome-\(outcome)"], "state": words["state.\(state.rawValue)"],
                    "findings": warned.map { check($0) }, "hasFindings": !warned.isEmpty,
                    "passedText": words("case.passed", ["n": String(view.checks.count - warned.count)]),
                    "registration": ConsoleLink.registration(view.application.registration.description).address,
                    "next": ConsoleLink.counter.address, "slip": slip(view),
                ], section: .counter))
    }

    private func slip(_ view: ApplicationView) -> [String: Any] {
        let reads = query("reads").flatMap(ReaderLanguage.init(rawValue:)) ?? language
        let told = Words(reads, of: Console.catalogue)
        let address = statusAddress
        let rows: [(String, String)] = [
            ("slipName", view.content?.holder?.name ?? "–"), ("slipDocument", view.content?.holder?.documentNumber ?? "–"),
            ("slipAt", told.time(view.application.submittedAt ?? view.application.createdAt)), ("slipHall", view.takenBy),
        ]
        var values: [String: Any] = [
            "lang": reads.tag, "heading": told["counter.slipHeading"], "codeLabel": told["counter.slipCode"],
            "code": view.registrationCode, "rows": rows.map { ["name": told["counter.\($0)"], "text": $1] },
            "where": told("counter.slipWhere", ["address": address ?? "/p/status"]), "after": told["counter.slipAfter"],
            "masked": told["counter.slipMasked"], "legal": PersonalNotice.legal.text(in: reads),
        ]
        if let address, let code = QRCode(address + "/" + view.registrationCode) {
            values["drawing"] = ["side": String(code.side), "path": code.path, "alt": told["counter.slipDrawing"]]
        }
        return values
    }

    /// Where anybody who has a case's code sees how it stands.
    private var statusAddress: String? {
        console.settings.address(askedAs: request.head.authority, isSecure: context.isSecure).map { $0 + "/p/status" }
    }
}
