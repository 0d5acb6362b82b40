import HTTPTypes
import Hummingbird
import Pages
import Registry
import Web

extension ConsoleVisit {
    /// What went wrong, in the reader's words, with a way on. What nobody foresaw is told to the log alone.
    func problem(_ error: any Error) -> Response {
        let known = ProblemRendering.refusal(for: error)
        if known == nil { _ = Observation.problem(for: error, context) }
        let refusal = known ?? .internalError
        return write(
            ConsolePage(
                template: "problem",
                title: words[refusal.kind == .notFound ? "problem.missingTitle" : "problem.title"],
                values: [
                    "refusal": values(of: refusal), "reference": "\(refusal.code) \(context.requestID)",
                    "back": seat == nil ? ConsoleLink.signIn.address : ConsoleLink.home.address,
                    "backText": words[seat == nil ? "problem.toSignIn" : "problem.toHome"],
                ], refusal: refusal))
    }

    private func values(of refusal: Refusal) -> [String: Any] {
        [
            "reason": refusal.reason.text(in: language), "mend": refusal.mend.text(in: language),
            "rules": ruleLinks(refusal.requirements),
            "details": refusal.details.map { values(of: $0) },
        ]
    }

    /// The refusal and what it consists of, for the head of a page that is shown again.
    ///
    /// - Parameter place: see `ConsolePage`.
    func errors(_ refusal: Refusal, at place: ((Refusal) -> (name: String, href: String)?)? = nil) -> [PageError] {
        let named = refusal.details.isEmpty ? [refusal] : refusal.details
        return named.map {
            let found = place?($0)
            return PageError(
                text: (found.map { $0.name + words["common.colon"] } ?? "") + $0.reason.text(in: language),
                mend: $0.mend.text(in: language), href: found?.href,
                rules: ruleLinks($0.requirements))
        }
    }
}
