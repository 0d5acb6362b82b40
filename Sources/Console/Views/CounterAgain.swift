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
        Self.isFromCounter(view.subject, view.channel, view.application.kind)
    }

    static func isFromCounter(_ subject: DocumentType.Subject, _ channel: Channel, _ kind: ApplicationKind) -> Bool {
        subject == .person && channel != .selfService && kind == .register
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
            (desk.resuming, desk.ticksOf) = ((id, found.version), found.persons)
            return desk
        } catch let refusal as Refusal where refusal.code == Refusal.applicationClosed.code {
            return nil
        }
    }

    /// Where the form names others than its ticks were made for, those go, and what was taken of whoever the case stood for; staff are told.
    /// Until it is said who they are, nothing goes and nothing is taken.
    func demandOwn(_ desk: inout CounterDesk) async throws {
        guard let (id, _) = desk.resuming else { return }
        do {
            let named = try await installation.personsInPerson(as: principal(), desk.content, resuming: id, persons: desk.persons)
            desk.changed = named.changed
            guard !desk.isUnsaid else { return }
            desk.content.evidence = desk.content.evidence?.mapValues { pieces in
                pieces.filter { text in !named.outlived.contains { $0.description == text } }
            }.filter { !$0.value.isEmpty }
            guard desk.ticksOf != named.persons else { return }
            (desk.consents, desk.content.noticeAccepted, desk.ticksOf) = ([], nil, named.persons)
            if !named.areThoseBefore { desk.faults.append(.caseOfAnotherHolder) }
        } catch let refusal as Refusal where [.notFound, .conflict].contains(refusal.kind) {
            // Whatever became of the case is told when it is looked at.
        }
    }

    /// Which case it is, and what was said of it.
    ///
    /// - Parameter isLooked: false where nothing may be asked of the store for what was sent.
    func sentBackValues(_ desk: CounterDesk, isLooked: Bool) async throws -> [String: Any] {
        guard let (id, version) = desk.resuming else { return [:] }
        var values: [String: Any] = [
            "resumes": [["id": id.description, "version": String(version), "ticksOf": desk.ticksOf]]
        ]
        guard isLooked, let view = try await caseOf(desk) else { return values }
        values["resumesText"] = [words("counter.again", ["code": view.registrationCode])]
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

    /// The case that is mended; nil where it is none, or out of reach by now.
    func caseOf(_ desk: CounterDesk) async throws -> ApplicationView? {
        guard let (id, _) = desk.resuming else { return nil }
        do {
            return try await installation.readApplication(as: principal(), id)
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return nil
        }
    }
}

extension Refusal {
    static let caseOfAnotherHolder = Refusal(
        "case-of-another-holder", .conflict, requirements: ["R-DP-03", "R-25-11"],
        en: "The case that was sent back is another document's: its ticks and pictures do not count for this one.",
        zh: "被退回的申请对应另一证件，其同意记录和照片不能用于本证件。",
        mend: LocalText(
            en: "Enter that document's number again; or have this person read, consent and be photographed.",
            zh: "请恢复原证件号码；或由当前客户重新阅读告知、同意并采集照片。"), pointer: "/holder/documentNumber")
}
