import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Registry
import UseCases
import Web

extension Visit {
    /// What went wrong, in the reader's words, with a way on. What nobody foresaw is told to the log alone.
    func problem(_ error: any Error) -> Response {
        guard let refusal = ProblemRendering.refusal(for: error) else {
            // The log gets what it may have; the page says that it was our fault.
            _ = Observation.problem(for: error, context)
            return isScript ? faults(of: .internalError) : write(problemPage(.internalError))
        }
        if isScript { return faults(of: refusal) }
        return waiting(for: refusal, write(problemPage(refusal)))
    }

    /// Tells programs too when to come again.
    func waiting(for refusal: Refusal, _ response: Response) -> Response {
        var response = response
        if let seconds = refusal.retryAfterSeconds { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    private func problemPage(_ refusal: Refusal) -> Page {
        var (title, reason, mend) = ("problem.title", refusal.reason.text(in: language), refusal.mend.text(in: language))
        switch refusal.code {
        case Refusal.seatClosed.code:
            let again = family == .part ? words["problem.closedMendPart"] : words["problem.closedMend"]
            (title, reason, mend) = ("problem.closedTitle", words["problem.closedReason"], again)
        case Refusal.entranceNotOpen.code, Refusal.partLinkNotOpen.code, Refusal.partLinkExpired.code: title = "problem.linkTitle"
        case Refusal.noSuchPath.code, Refusal.notFound.code: (title, mend) = ("problem.missingTitle", "")
        case Refusal.unavailable.code, Refusal.timedOut.code:
            (reason, mend) = (words["problem.unavailable"], words["problem.unavailableMend"])
        case Refusal.internalError.code: mend = words["problem.unavailableMend"]
        default: break
        }
        var values: [String: Any] = [
            "reason": reason, "typedKept": words[family == .part ? "problem.typedKeptPart" : "problem.typedKept"],
            "rules": PageError.rules(of: refusal, in: language), "hasDetails": !refusal.details.isEmpty,
            "details": refusal.details.map { detail -> [String: Any] in
                [
                    "text": detail.reason.text(in: language), "detailMend": detail.mend.text(in: language),
                    "rules": PageError.rules(of: detail, in: language),
                ]
            },
            "links": links, "reference": "\(refusal.code) \(context.requestID)",
        ]
        if !mend.isEmpty { values["mend"] = mend }
        // What was filled in is destroyed with its link, and the overview says no more than this page.
        let isOver = [Refusal.partLinkNotOpen.code, Refusal.partLinkExpired.code].contains(refusal.code)
        if isOver {
            values["isSeated"] = false
            values["forgets"] = true
            values["links"] = [[String: Any]]()
        }
        return Page(
            template: "problem", title: words[title], status: HTTPResponse.Status(code: ProblemRendering.status(of: refusal.kind)),
            values: values, here: family == .part ? PartStep.home : seat == nil ? "/p/start" : "/p")
    }

    private var links: [[String: Any]] {
        // Whoever is at a part has no card of his own to begin with.
        if family == .part {
            return part == nil ? [] : [["href": PartStep.home, "text": words["problem.toOverview"], "isMain": true]]
        }
        let start: [String: Any] = ["href": "/p/start", "text": words["problem.toStart"], "isMain": seat == nil]
        guard seat != nil else { return [start] }
        return [["href": "/p", "text": words["problem.toOverview"], "isMain": true], start]
    }

    // MARK: For the pages' own script

    /// Where to go on, for a script.
    func next(_ path: String) -> Response { json(["next": path], .ok) }

    func faults(of refusal: Refusal) -> Response {
        let named = refusal.details.isEmpty ? [refusal] : refusal.details
        let faults = named.map { fault in
            ScriptFault(
                code: fault.code, mend: fault.mend.text(in: language), reason: fault.reason.text(in: language),
                rules: PageError.rules(of: fault, in: language))
        }
        return waiting(for: refusal, json(["faults": faults], HTTPResponse.Status(code: ProblemRendering.status(of: refusal.kind))))
    }
}

/// A refusal as the pages' own script shows it.
private struct ScriptFault: Encodable {
    let code: String
    let mend: String
    let reason: String
    /// What it rests on, by id and source.
    let rules: [[String: String]]
}
