import Foundation
import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// What the carrier answered in a person's case, and the form that notes it where the case still waits for it.
    func carrierReplies(_ view: ApplicationView) -> [String: Any] {
        let stored = view.application
        var values: [String: Any] = [
            "hasReplies": !view.carrierReplies.isEmpty,
            "replies": view.carrierReplies.map { reply -> [String: Any] in
                carrierAnswer(reply.verdict).merging(["receipt": reply.receipt, "at": words.time(reply.recordedAt)]) { $1 }
            },
        ]
        if stored.state == .awaitingCarrier, may(.carrierReceipt) {
            let typed: [String: Any] = [
                "action": ConsoleLink.carrierReply(stored.id.description).address,
                "answers": CarrierVerdict.allCases.map { carrierAnswer($0) },
                "receipt": form["receipt"] ?? "", "carrierCode": form["carrierCode"] ?? "", "why": form["why"] ?? "",
            ]
            values["replyForm"] = typed
        }
        return values
    }

    private func carrierAnswer(_ verdict: CarrierVerdict) -> [String: Any] {
        [
            "code": verdict.rawValue, "sign": verdict == .accepted ? "✓" : "✕", "name": words["carrierVerdict.\(verdict.rawValue)"],
            "isChosen": form["answer"] == verdict.rawValue,
        ]
    }

    func noteCarrierReply() async throws -> Response {
        let id: ApplicationID = try identifier()
        guard let version = Int64(form["version"] ?? ""), let verdict = form["answer"].flatMap({ CarrierVerdict(rawValue: $0) }) else {
            throw Refusal.formUnreadable
        }
        do {
            _ = try await installation.recordCarrierReply(
                as: principal(), id, version: version, verdict: verdict,
                receipt: (form["receipt"] ?? "").trimmingCharacters(in: .whitespaces),
                reason: CarrierReason(code: filled("carrierCode"), words: filled("why")))
        } catch let refusal as Refusal where [.invalid, .conflict, .stale].contains(refusal.kind) {
            return try await write(await casePage(try await installation.readApplication(as: principal(), id), refusal))
        }
        return redirect(to: .application(self.id))
    }
}
