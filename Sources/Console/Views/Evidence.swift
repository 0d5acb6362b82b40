import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// A copy with its watermark, for the case or the draft it belongs to.
    func evidence() async throws -> Response {
        guard FormGuard.isFromOwnPage(request) else { throw Refusal.notFound }
        if let draft = query("draft") { return try await ownPaper(of: draft) }
        return try await casePiece()
    }

    /// Only while this reviewer holds the case or looks at it again, so that no link in a message opens it.
    private func casePiece() async throws -> Response {
        guard let text = query("case"), let application = ApplicationID(text) else { throw Refusal.notFound }
        let view = try await installation.readApplication(as: principal(), application)
        let isOfCase = pieces(view).contains { $0.id == id }
        let isHeld = try view.application.lockedBy == principal().account && view.application.lockedUntil > installation.now()
        guard isOfCase, isHeld || view.reAudit?.isOpenToReader == true else { throw Refusal.notFound }
        return try await installation.openEvidence(
            as: principal(), identifier(), purpose: words("case.purpose", ["code": view.registrationCode])
        ).response
    }

    /// Only what whoever asks attached himself, until the draft is handed in.
    private func ownPaper(of text: String) async throws -> Response {
        guard let draft = ApplicationID(text) else { throw Refusal.notFound }
        let view = try await installation.readApplication(as: principal(), draft)
        return try await installation.openOwnPaper(
            as: principal(), identifier(), of: draft, purpose: words("draft.purpose", ["code": view.registrationCode])
        ).response
    }
}
