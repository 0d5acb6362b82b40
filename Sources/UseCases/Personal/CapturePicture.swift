import Inspection
import Numbers
import Records
import Registry
import SQLCore

/// A picture taken for a case: what was seen in it.
package struct CapturedPicture: Sendable {
    package let evidence: EvidenceID
    package let slot: EvidenceSlot
    package let reading: PictureReading
    package let view: PersonalCaseView
}

extension Installation {
    /// Takes a picture for a slot of the person's case: inspected, read, sealed, and put in the place of the one before. Fields that are
    /// still empty are filled with what was read; the person corrects them.
    ///
    /// - Parameter insists: keeps a picture the machine finds fault with; a reviewer sees the finding, and no machine approves.
    /// - Throws: `picture-not-usable` with a detail for each fault and what helps; `consent-needed`; `card-quota-reached`; what `uploadEvidence` throws.
    package func capturePicture(
        as principal: Principal, _ slot: EvidenceSlot, bytes: [UInt8], insists: Bool
    ) async throws -> CapturedPicture {
        let seat = try principal.demandSeat()
        guard Self.captured.contains(slot) else { throw Refusal.evidenceSlotUnknown.at("/slot") }
        guard let kind = EvidenceKind(recognising: bytes), kind != .pdf else { throw Refusal.notAPicture }
        let now = now()
        let standing = try await look(as: principal, needs: .personalRegister) { session in
            let standing = try PersonalCase.read(seat, at: now, in: self, session)
            try standing.demandConsentToPictures()
            _ = try standing.openApplication()
            try standing.demandPlace(in: session)
            return standing
        }
        let reading = try await reader.read(bytes, as: Self.task(slot, of: standing.content.documentType(in: slot)))
        guard reading.problems.isEmpty || insists else { throw Refusal.pictureNotUsable(reading.problems) }
        // Backs of documents look alike; only what shows a person tells one case from another.
        let mark = PictureMark(reading, isTelling: !Self.backs.contains(slot), by: secrets.search)
        let stripped = PictureMetadata.stripped(bytes)
        return try await takeEvidence(
            as: principal, .pictureCaptured, needs: .personalRegister, kind: slot.rawValue, bytes: stripped, original: bytes
        ) { act, evidence in
            let application = try act.editPersonalContent(of: seat) { content, _ in
                content.evidence = (content.evidence ?? [:]).merging([slot.rawValue: [evidence.id.description]]) { $1 }
                content.readings = (content.readings ?? [:]).merging([slot.rawValue: reading.fields]) { $1 }
                content.fill(slot, from: reading.fields, today: CivilDate(shanghai: act.now))
            }
            try act.keepMark(mark, of: evidence.id, in: application)
            return CapturedPicture(
                evidence: evidence.id, slot: slot, reading: reading,
                view: try act.personalView(of: seat))
        }
    }

    /// The slots a person fills with a photo; a face comes by its challenge alone.
    private static let captured: Set<EvidenceSlot> = [
        .holderIDFront, .holderIDBack, .handHeldPhoto, .guardianIDFront, .guardianIDBack, .proxyIDFront, .proxyIDBack,
    ]

    static let backs: Set<EvidenceSlot> = [.holderIDBack, .guardianIDBack, .proxyIDBack]

    /// As what a picture in this slot is read.
    static func task(_ slot: EvidenceSlot, of type: DocumentType) -> PictureTask {
        switch slot {
        case .holderIDFront, .guardianIDFront, .proxyIDFront: .documentFront(type)
        case .holderIDBack, .guardianIDBack, .proxyIDBack: .documentBack(type)
        case .handHeldPhoto: .handHeld
        case .holderOnSitePhoto: .face
        default: .other
        }
    }
}

extension ApplicationContent {
    /// Of the person a slot shows, as declared.
    func documentType(in slot: EvidenceSlot) -> DocumentType {
        slot.shownPerson.flatMap { party($0)?.documentType }.flatMap(DocumentType.init(rawValue:)) ?? .residentID
    }

    /// What was read in a document goes where nothing stands yet; what somebody typed stays. Answers whose it is and which fields were filled.
    @discardableResult
    package mutating func fill(_ slot: EvidenceSlot, from read: [String: String], today: CivilDate) -> (role: PartyRole, fields: [String])?
    {
        guard let role = slot.shownPerson, slot.isOfDocument else { return nil }
        var facts = party(role) ?? PartyFacts()
        var filled: [String] = []
        func fill(_ field: WritableKeyPath<PartyFacts, String?>, _ name: String) {
            guard (facts[keyPath: field] ?? "").isEmpty, let text = read[name], !text.isEmpty else { return }
            facts[keyPath: field] = text
            filled.append(name)
        }
        fill(\.name, "name")
        fill(\.documentNumber, "documentNumber")
        fill(\.address, "address")
        fill(\.validFrom, "validFrom")
        fill(\.validUntil, "validUntil")
        let type = facts.documentType.flatMap(DocumentType.init(rawValue:)) ?? .residentID
        if type.mayLackBirthDate, facts.birthDateInNumber(today: today) == nil { fill(\.birthDate, "birthDate") }
        if facts.documentType == nil { facts.documentType = DocumentType.residentID.rawValue }
        set(facts, as: role)
        return (role, filled)
    }
}

extension EvidenceSlot {
    /// A side of the document of whoever is shown.
    fileprivate var isOfDocument: Bool {
        switch self {
        case .holderIDFront, .holderIDBack, .guardianIDFront, .guardianIDBack, .proxyIDFront, .proxyIDBack: true
        default: false
        }
    }
}

extension Refusal {
    static func pictureNotUsable(_ problems: [PictureProblem]) -> Refusal {
        Refusal(
            "picture-not-usable", .invalid, requirements: ["R-25-11"], en: "The picture does not show what is needed.", zh: "照片不符合要求。",
            mend: LocalText(en: "Take it again as the hints say.", zh: "请按提示重新拍摄。"), pointer: "/picture"
        ).with(
            details: problems.map { problem in
                let words = problem.words
                return Refusal(
                    "picture-\(problem.rawValue)", .invalid, requirements: ["R-25-11"], en: words.reason.en, zh: words.reason.zh,
                    mend: words.mend, pointer: "/picture")
            })
    }
}
