import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

/// A person's case that was sent back to the counter it came from.
extension ConsoleVisit {
    /// Whether staff handed it in for a person before them.
    func isFromCounter(_ view: ApplicationView) -> Bool {
        view.channel != .selfService && view.application.kind == .register && view.needs.contains(.inPerson)
    }

    /// Where a case that was sent back is mended: at the counter, or in the steps of a draft.
    func mendAddress(_ view: ApplicationView) -> String {
        let id = view.application.id.description
        return isFromCounter(view) ? Self.counterAddress(of: id) : ConsoleLink.draft(id).address
    }

    static func counterAddress(of id: String) -> String { ConsoleLink.counter.address + "?case=" + id }

    /// The counter with what was handed in, masked; nil where there is nothing to be mended.
    func deskAgain(_ id: ApplicationID) async throws -> CounterDesk? {
        do {
            let found = try await installation.readInPersonCase(as: principal(), id)
            var desk = CounterDesk(card: found.iccid, channel: found.channel, reads: found.language, content: found.content)
            desk.consents = found.consents
            desk.resuming = (id, found.version)
            return desk
        } catch let refusal as Refusal where refusal.code == Refusal.applicationClosed.code {
            return nil
        }
    }

    /// Which case it is, and what was said of it.
    func sentBackValues(_ desk: CounterDesk) async throws -> [String: Any] {
        guard let (id, version) = desk.resuming else { return [:] }
        let view = try await installation.readApplication(as: principal(), id)
        var values: [String: Any] = [
            "resumes": [["id": id.description, "version": String(version)]],
            "resumesText": [words("counter.again", ["code": view.registrationCode])],
        ]
        guard let decision = view.decision, view.application.state == .sentBack else { return values }
        values["sentBack"] = [
            "at": words.time(decision.decidedAt), "notes": view.note.map { [$0] } ?? [],
            "reasons": view.reasons.map { reason -> [String: Any] in
                let place = Self.counterPlace(at: reason.pointer, words)
                return [
                    "text": reason.text(in: language), "place": place?.name ?? words["case.whole"], "ways": place.map { [$0.href] } ?? [],
                ]
            },
        ]
        return values
    }
}
