import Foundation
import Hummingbird
import Numbers
import Pages
import Records
import Registry
import UseCases
import Web

/// What stands on the page where staff register the person before them. It travels in the form: of a person who is not handed in nothing is
/// kept but the pictures, until their time is over.
struct CounterDesk {
    /// As it was typed or read by a scanner.
    var card = ""
    var channel: Channel?
    /// In which the person reads.
    var reads: ReaderLanguage
    var content = ApplicationContent()
    var consents: Set<ConsentKind> = []
    /// What is wrong with what was typed or sent before any rule looks.
    var faults: [Refusal] = []
    /// Fields a machine filled from a picture and nobody has touched since, by their names in the form.
    var read: [String: ReadFromPicture] = [:]
    /// Where a picture was put or taken away last.
    var touched: EvidenceSlot?
    /// The case that was sent back and is handed in again, and its version as it was shown.
    var resuming: (application: ApplicationID, version: Int64)?
    /// Of that case: for whom the page's ticks were made (`InPersonPersons.persons`).
    var ticksOf = ""
    /// Of that case: whose document is another now, and who they are said to be.
    var changed: [PartyRole] = []
    var persons: [PartyRole: ChangedPerson] = [:]

    /// Nobody has said yet whose the ticks and pictures are.
    var isUnsaid: Bool { changed.contains { persons[$0] == nil } }
}

extension ConsoleVisit {
    /// The page for the next person; with a card where the address names one.
    func counter() async throws -> Response {
        if let id = query("case") {
            guard let id = ApplicationID(id) else { throw Refusal.notFound }
            guard let desk = try await deskAgain(id) else { return redirect(to: .application(id.description)) }
            return try await write(counterPage(desk))
        }
        return try await write(counterPage(CounterDesk(card: query("card") ?? "", reads: language)))
    }

    /// What had been typed when the sign-in ended; nothing is done by it.
    func counterAgain() async throws -> Response {
        let desk = sentDesk()
        return try await write(counterPage(desk, refusal(of: desk), isCounted: false))
    }

    /// Looks at everything, takes what was chosen, hands in when asked to. Whatever is refused, the page is shown again with what was typed.
    func counterSent() async throws -> Response {
        var desk = sentDesk()
        // Another page's form, or an old one: nothing is done by it, and nothing typed is lost.
        if let formFault { return try await write(counterPage(desk, formFault, isLooked: false)) }
        if let slot = form["act"].flatMap({ EvidenceSlot(rawValue: String($0.dropFirst("remove-".count))) }),
            form["act"]?.hasPrefix("remove-") == true
        {
            desk.content.evidence?[slot.rawValue] = nil
            desk.touched = slot
        }
        try await demandOwn(&desk)
        try await takePapers(&desk)
        guard form["act"] == "hand-in", desk.faults.isEmpty else { return try await write(counterPage(desk, refusal(of: desk))) }
        do {
            guard let channel = desk.channel else { throw Refusal.channelNotAllowed }
            let begun = try await installation.registerInPerson(
                as: principal(),
                InPersonApplication(
                    card: desk.card, channel: channel, content: desk.content,
                    consents: Dictionary(uniqueKeysWithValues: desk.consents.map { ($0, true) }),
                    noticeVersion: installation.inPersonNoticeVersion,
                    language: desk.reads, resuming: desk.resuming, persons: desk.persons))
            return redirect(to: .counterSlip(begun.application.description), "?reads=\(desk.reads.rawValue)")
        } catch {
            guard let refusal = ProblemRendering.refusal(for: error), refusal.kind != .unauthenticated else { throw error }
            // Sent twice, or again after an answer was lost: what became of it is shown.
            if refusal.kind != .temporary, let handedIn = try await handedIn(desk) {
                return redirect(to: .counterSlip(handedIn.description), "?reads=\(desk.reads.rawValue)")
            }
            // Somebody else was quicker: what was typed stays.
            let isOvertaken = desk.resuming != nil && refusal.code == Refusal.applicationClosed.code
            return try await write(counterPage(desk, isOvertaken ? Refusal.stale : refusal))
        }
    }

    /// The case that what is on the desk has become already, by the same member of staff; nil for whatever a colleague made of it.
    private func handedIn(_ desk: CounterDesk) async throws -> ApplicationID? {
        guard let (id, version) = desk.resuming else {
            return try await installation.handedInInPerson(as: principal(), card: desk.card, desk.content)
        }
        guard let found = try await caseOf(desk)?.application, try found.submittedBy == principal().account,
            [.checking, .submitted].contains(found.state), found.version >= InPersonCase.versionHandedIn(after: version)
        else { return nil }
        return id
    }

    private func refusal(of desk: CounterDesk) -> Refusal? { desk.faults.isEmpty ? nil : .invalid(desk.faults) }

    // MARK: What was sent

    private func sentDesk() -> CounterDesk {
        var desk = CounterDesk(reads: form["reads"].flatMap(ReaderLanguage.init(rawValue:)) ?? language)
        desk.card = String((form["card"] ?? "").filter { !$0.isWhitespace }.prefix(64))
        desk.channel = form["channel"].flatMap { Channel(rawValue: $0) }
        for role in Self.counterRoles {
            desk.content.set(sentFacts(of: role, &desk.faults), as: role)
        }
        desk.consents = Set(ConsentKind.allCases.filter { form.isTicked("consent-\($0.rawValue)") })
        desk.content.noticeAccepted = form.isTicked("noticeAccepted") ? true : nil
        let isAnythingTicked = !desk.consents.isEmpty || desk.content.noticeAccepted == true
        if form["noticeVersion"].map({ $0 != installation.inPersonNoticeVersion }) ?? isAnythingTicked {
            // Nobody consented to what he was not shown.
            (desk.consents, desk.content.noticeAccepted) = ([], nil)
            desk.faults.append(.noticeVersionOld)
        }
        var pieces: [String: [String]] = [:]
        for slot in InPersonPaper.slots {
            if let piece = form["piece-\(slot.rawValue)"].flatMap({ EvidenceID($0) }) { pieces[slot.rawValue] = [piece.description] }
        }
        desk.content.evidence = pieces
        if let id = form["case"].flatMap({ ApplicationID($0) }), let version = form["caseVersion"].flatMap({ Int64($0) }) {
            desk.resuming = (id, version)
            desk.ticksOf = form["ticksOf"] ?? ""
        }
        for role in Self.counterRoles {
            desk.persons[role] = form["person-\(role.pointer.dropFirst())"].flatMap { ChangedPerson(rawValue: $0) }
        }
        desk.recallRead(from: form)
        return desk
    }

    static let counterRoles: [PartyRole] = [.holder, .guardian, .proxy]

    /// A party as it was typed, or as a reader of documents types it; what is too long stays to be shortened. Nil where nothing was.
    private func sentFacts(of role: PartyRole, _ faults: inout [Refusal]) -> PartyFacts? {
        let key = String(role.pointer.dropFirst())
        func sent(_ name: String) -> String? {
            do {
                return try text("\(key)-\(name)", at: "\(role.pointer)/\(name)")
            } catch {
                faults.append(error)
                return form["\(key)-\(name)"]
            }
        }
        var facts = PartyFacts()
        facts.name = sent("name")
        facts.documentType = sent("documentType")
        facts.documentNumber = sent("documentNumber")
        facts.formerNumber = sent("formerNumber")
        facts.birthDate = sent("birthDate").flatMap { DayText.tidied($0) }
        facts.address = sent("address")
        facts.contact = sent("contact")
        facts.validFrom = sent("validFrom").flatMap { DayText.tidied($0) }
        let isLong = form.isTicked("\(key)-longTerm")
        let until = sent("validUntil")
        facts.validUntil = isLong || until == "长期" ? DayText.longTerm : until.flatMap { DayText.tidied($0) }
        return facts == PartyFacts() ? nil : facts
    }

    // MARK: Pictures and papers

    /// Keeps what was chosen, each in the place of the one before; what is refused is told at its place, and does not stop the others.
    private func takePapers(_ desk: inout CounterDesk) async throws {
        guard !form.files.isEmpty || !form.overlarge.isEmpty else { return }
        guard !desk.isUnsaid else {
            for slot in InPersonPaper.slots {
                let name = "file-\(slot.rawValue)"
                guard form.files[name] != nil || form.overlarge.contains(name) else { continue }
                desk.faults.append(Refusal.paperOfUnsaid.at("/evidence/\(slot.rawValue)"))
            }
            return
        }
        let today = CivilDate(shanghai: installation.now())
        // How old the holder is may change with a picture of his document, and with no other.
        var examined: String?
        for slot in InPersonPaper.slots {
            let name = "file-\(slot.rawValue)", at = "/evidence/\(slot.rawValue)"
            if form.overlarge.contains(name) { desk.faults.append(Refusal.paperTooLarge(installation.settings.evidenceBytesMax).at(at)) }
            guard let bytes = form.files[name] else { continue }
            do {
                if examined == nil {
                    examined = try await installation.examinedInPerson(
                        as: principal(), desk.content, resuming: desk.resuming?.application, persons: desk.persons)
                }
                let taken = try await installation.takeInPerson(
                    as: principal(),
                    InPersonPaper(
                        slot: slot, documentType: desk.content.documentType(in: slot), bytes: bytes,
                        insists: form.isTicked("insist-\(slot.rawValue)"), consents: desk.consents,
                        noticeVersion: installation.inPersonNoticeVersion, examined: examined))
                if [.holderIDFront, .holderIDBack].contains(slot) { examined = nil }
                desk.content.evidence = (desk.content.evidence ?? [:]).merging([slot.rawValue: [taken.piece.id.description]]) { $1 }
                desk.touched = slot
                // Whoever typed compares.
                desk.follow(slot, taken.reading.fields, today: today)
            } catch {
                guard let refusal = ProblemRendering.refusal(for: error), refusal.kind != .unauthenticated, refusal.kind != .forbidden
                else { throw error }
                desk.faults += (refusal.details.isEmpty ? [refusal] : refusal.details).map { $0.at(at) }
            }
        }
    }
}

extension Refusal {
    static let paperOfUnsaid = Refusal(
        "person-unsaid", .invalid, requirements: ["R-25-11"], en: "This file was not taken: it is not said yet whose document this is.",
        zh: "此文件未接收：尚未注明证件属于何人。",
        mend: LocalText(en: "Answer the question above, then choose it again.", zh: "请先回答上方的问题，再重新选择文件。"))

    static func paperTooLarge(_ bytesMax: Int) -> Refusal {
        Refusal(
            "file-too-large", .tooLarge, house: .limits, en: "The file is larger than \(bytesMax >> 20) MB.",
            zh: "文件超过 \(bytesMax >> 20) MB。",
            mend: LocalText(en: "Take the picture with a lower resolution, or save it smaller.", zh: "请降低拍摄分辨率，或压缩后再上传。"))
    }
}
