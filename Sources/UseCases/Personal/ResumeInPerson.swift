import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

/// A case of a person before staff that a reviewer, or the carrier, sent back, as it is shown to those who hand it in again.
package struct InPersonCase: Sendable {
    package let application: ApplicationID
    package let version: Int64
    package let code: String
    package let channel: Channel
    package let iccid: String
    /// As it was handed in, masked: what stays as it is shown stays as it stands.
    package let content: ApplicationContent
    /// Given to the notices as they are read now.
    package let consents: Set<ConsentKind>
    /// In which the person reads.
    package let language: ReaderLanguage
    /// Whose the consents are.
    package let persons: String

    /// The version of a case that was read with this one and handed in again: saved, and handed in.
    package static func versionHandedIn(after version: Int64) -> Int64 { version + 2 }
}

extension Installation {
    /// What was handed in, to be mended and handed in again by `registerInPerson`.
    /// Throws `not-found` for what is no case from a counter within reach, `application-closed` where nothing is to be mended.
    package func readInPersonCase(as principal: Principal, _ id: ApplicationID) async throws -> InPersonCase {
        let now = now()
        return try await look(as: principal, needs: .registrationWrite) { session in
            let resumed = try ResumedInPerson.read(id, [:], of: principal, at: now, in: self, session)
            let facts = try resumed.application.submission.flatMap { try SubmissionRecords.find($0, in: session)?.content }
            let given = try ConsentRecords.latest(id, in: session).filter { $0.isGiven && $0.version == inPersonNoticeVersion }
            return InPersonCase(
                application: id, version: resumed.application.version, code: resumed.registration.code,
                channel: resumed.registration.channel,
                iccid: resumed.card.iccid, content: resumed.content.masked, consents: Set(given.map(\.kind)),
                language: facts.flatMap(SubmissionLanguage.read) ?? .chinese,
                persons: resumed.content.persons(today: try chinaDay(), by: secrets.search))
        }
    }

    /// For whom a case is handed in again, as the form names them.
    package func personsInPerson(
        as principal: Principal, _ content: ApplicationContent, resuming id: ApplicationID, persons said: [PartyRole: ChangedPerson] = [:]
    ) async throws -> InPersonPersons {
        let now = now()
        let today = try chinaDay()
        return try await look(as: principal, needs: .registrationWrite) { session in
            let resumed = try ResumedInPerson.read(id, said, of: principal, at: now, in: self, session)
            let content = resumed.clear(content, today: today)
            let age = try holderAge(content, of: resumed, takenBy: principal, today: today, in: session)
            let persons = resumed.namedAsBefore(content, today: today).persons(today: today, by: secrets.search)
            return InPersonPersons(
                persons: persons, areThoseBefore: persons == resumed.content.persons(today: today, by: secrets.search),
                outlived: resumed.pieces.subtracting(resumed.standing(for: content, age: age, today: today)),
                changed: ResumedInPerson.roles.filter { resumed.isChanged($0, content, today: today) })
        }
    }
}

/// Who is named in a case that is handed in again.
package struct InPersonPersons: Sendable {
    /// Tells the holder and the guardian from every other, and says nothing of them: what one consented to is not another's.
    package let persons: String
    /// Whether they are those for whom it was handed in before.
    package let areThoseBefore: Bool
    /// Pieces on which the case stood and that do not count any more, because they show somebody else.
    package let outlived: Set<EvidenceID>
    /// Whose document is another than it was: it is asked whether they are somebody else.
    package let changed: [PartyRole]
}

extension ApplicationContent {
    fileprivate func persons(today: CivilDate, by search: SearchIndex) -> String {
        let keys = [PartyRole.holder, .guardian].map { role in
            party(role)?.documentNumber.map { documentType(of: role).holderKey($0, today: today) } ?? ""
        }
        return Hex.text(search.hash(keys.joined(separator: "\n"), for: .counterTicks))
    }
}

/// A case from a counter that was sent back, in clear.
struct ResumedInPerson: Sendable {
    let application: StoredApplication
    let registration: StoredRegistration
    let card: PersonalCard
    /// As it was handed in.
    let content: ApplicationContent
    /// What staff say of those whose document is another now.
    let said: [PartyRole: ChangedPerson]

    static let roles: [PartyRole] = [.holder, .guardian, .proxy]

    /// The pieces it stands on.
    var pieces: Set<EvidenceID> { EvidenceSlot.allCases.reduce(into: []) { $0.formUnion(content.pieces(in: $1)) } }

    /// Whether a role has another document now.
    func isChanged(_ role: PartyRole, _ content: ApplicationContent, today: CivilDate) -> Bool {
        guard let before = self.content.party(role)?.documentNumber, let number = content.party(role)?.documentNumber else { return false }
        let type = content.documentType(of: role)
        return type != self.content.documentType(of: role) || !type.isSame(before, number, today: today)
    }

    /// Whether another person stands in a role now: of what was consented to, said and taken for the one before nothing is his. Until it is
    /// said who he is, he is another.
    func isOfAnother(_ role: PartyRole, _ content: ApplicationContent, today: CivilDate) -> Bool {
        isChanged(role, content, today: today) && said[role] != .corrected
    }

    /// What is asked, or a reviewer is told, of those whose document is another now.
    func outcomes(for content: ApplicationContent, today: CivilDate) -> [CheckOutcome] {
        Self.roles.filter { isChanged($0, content, today: today) }.compactMap { role in
            switch said[role] {
            case nil: .personUnsaid(role)
            case .corrected: .personCorrected(role)
            case .another: nil
            }
        }
    }

    /// The same with the documents under which whoever was corrected stood before.
    fileprivate func namedAsBefore(_ content: ApplicationContent, today: CivilDate) -> ApplicationContent {
        var named = content
        for role in Self.roles where isChanged(role, content, today: today) && said[role] == .corrected {
            named.set(self.content.party(role), as: role)
        }
        return named
    }

    /// What is sent, in clear; of another person nothing is taken from the one before.
    func clear(_ shown: ApplicationContent, today: CivilDate) -> ApplicationContent {
        var content = shown.unmasked(from: self.content)
        for role in Self.roles where isOfAnother(role, content, today: today) {
            content.set(shown.party(role)?.withoutMask(of: self.content.party(role)), as: role)
        }
        return content
    }

    /// The pieces that count for what is handed in now as well: of another holder none, of others those that do not show who is replaced.
    /// Of whoever turns out to be a child the photo is taken again, once his guardian consented (R-DP-06).
    ///
    /// - Parameter age: of the holder, by what was typed and by the pictures.
    func standing(for content: ApplicationContent, age: HolderAge, today: CivilDate) -> Set<EvidenceID> {
        if isOfAnother(.holder, content, today: today) { return [] }
        let turnsOutChild = age == .under14 && self.content.holderAge(on: today) != .under14
        return EvidenceSlot.allCases.reduce(into: []) { pieces, slot in
            if slot.shownPerson.map({ isOfAnother($0, content, today: today) }) ?? false { return }
            if slot == .holderOnSitePhoto, turnsOutChild { return }
            pieces.formUnion(self.content.pieces(in: slot))
        }
    }

    /// Whether a piece was handed in for this before.
    func stood(_ piece: EvidenceID, in slot: EvidenceSlot) -> Bool { content.pieces(in: slot).contains(piece) }

    /// Whether a slot holds what it held, of the same kind of document: what a machine saw there holds as well.
    func isAsItStood(_ slot: EvidenceSlot, in content: ApplicationContent) -> Bool {
        content.pieces(in: slot) == self.content.pieces(in: slot) && content.documentType(in: slot) == self.content.documentType(in: slot)
    }

    /// The case that is handed in again; nil for a new one, of whose persons nothing is to be said. Throws `persons-without-case`.
    static func readIfAny(
        _ id: ApplicationID?, _ said: [PartyRole: ChangedPerson], of principal: Principal, at now: Instant, in installation: Installation,
        _ session: any Session
    ) throws -> ResumedInPerson? {
        guard let id else {
            guard said.isEmpty else { throw Refusal.invalid([.personsWithoutCase]) }
            return nil
        }
        return try read(id, said, of: principal, at: now, in: installation, session)
    }

    static func read(
        _ id: ApplicationID, _ said: [PartyRole: ChangedPerson], of principal: Principal, at now: Instant, in installation: Installation,
        _ session: any Session
    ) throws -> ResumedInPerson {
        guard let application = try ApplicationRecords.find(id, principal.scope, in: session), application.kind == .register,
            let registration = try RegistrationRecords.find(application.registration, .everything, at: now, in: session),
            registration.subject == .person
        else { throw Refusal.notFound }
        // What a person began himself is his (R-AF-11).
        guard try SeatRecords.find(application.createdBy, in: session) == nil else { throw Refusal.personsOwn }
        guard principal.scope.path.contains(application.path) else { throw Refusal.notPermitted }
        guard application.state == .sentBack, let content = try SealedContent.open(application, vault: installation.vault, in: session),
            let place = try ApplicationRecords.intervals(id, in: session).first?.lowerBound,
            let card = try PersonalCardRecords.find(place, in: session)
        else { throw Refusal.applicationClosed }
        return ResumedInPerson(application: application, registration: registration, card: card, content: content, said: said)
    }

    /// The readings of what stays.
    func readings(of content: ApplicationContent) -> [String: [String: String]] {
        (self.content.readings ?? [:]).filter { word, _ in EvidenceSlot(rawValue: word).map { isAsItStood($0, in: content) } ?? false }
    }
}

extension ApplicationContent {
    /// However they are written, and in whatever order.
    fileprivate func pieces(in slot: EvidenceSlot) -> Set<EvidenceID> {
        Set((evidence?[slot.rawValue] ?? []).compactMap { EvidenceID($0) })
    }
}

extension Refusal {
    static let personsWithoutCase = Refusal(
        "persons-without-case", .invalid, requirements: ["R-25-11"],
        en: "Whether a document was corrected or is another person's is said of a case that was sent back only.",
        zh: "仅被退回重办的申请需注明证件为更正或换人。",
        mend: LocalText(en: "Name the case that was sent back, or say nothing of persons.", zh: "请注明被退回的申请，或不填写该项。"),
        pointer: "/persons")
    static let cardOfAnotherCase = Refusal(
        "card-of-another-case", .conflict, requirements: ["R-25-02"], en: "The case that was sent back is about another card.",
        zh: "被退回的申请对应另一张卡。",
        mend: LocalText(en: "Enter that card's number again, or begin a new case for this one.", zh: "请恢复原卡号，或为此卡另行办理。"), pointer: "/card")
}
