import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Registry
import UseCases
import Web

extension Visit {
    /// What to do where somebody else has put the card in a name, or has applied for it. Who that is is not told.
    func taken() async throws -> Response {
        let view = try await read()
        guard Self.takenLead(view.standing) != nil else { return redirect(to: "/p") }
        return write(takenPage(view))
    }

    func claim() async throws -> Response {
        let view = try await read()
        do {
            try await installation.claimCard(as: principal(), contact: form["contact"]?.trimmingCharacters(in: .whitespaces))
            return write(takenPage(view, isTold: true))
        } catch let refusal as Refusal where [.conflict, .tooMany, .invalid].contains(refusal.kind) {
            return write(takenPage(view, refusal: refusal))
        }
    }

    /// nil where nobody else has the card.
    private static func takenLead(_ standing: PersonalCaseView.Standing) -> String? {
        switch standing {
        case .registered: "taken.leadRegistered"
        case .underApplication: "taken.leadUnderApplication"
        case .closed: "taken.leadKept"
        case .open, .inTransfer: nil
        }
    }

    private func takenPage(_ view: PersonalCaseView, isTold: Bool = false, refusal: Refusal? = nil) -> Page {
        let isWrong = refusal?.kind == .invalid
        return Page(
            template: "taken", title: words["taken.title"],
            status: refusal.map { HTTPResponse.Status(code: ProblemRendering.status(of: $0.kind)) } ?? .ok,
            values: [
                "iccid": view.iccid, "lead": Self.takenLead(view.standing).map { words[$0] } ?? "",
                "hall": words("taken.hallText", ["operator": view.operatorName]), "isTold": isTold, "toMine": view.standing == .registered,
                "mayTell": !isTold && (refusal == nil || refusal?.kind == .invalid), "typedContact": form["contact"] ?? "",
                "contactWrong": isWrong,
            ], errors: refusal.map { [PageError($0, in: language, href: isWrong ? "#contact" : nil)] } ?? [], here: "/p/taken")
    }
}
