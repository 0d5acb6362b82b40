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

/// What a machine saw in a picture that is about to be kept.
struct SeenPicture: Sendable {
    let reading: PictureReading
    let mark: PictureMark
    /// Without what the camera wrote beside it.
    let stripped: [UInt8]
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
        let now = now()
        let standing = try await look(as: principal, needs: .personalRegister) { session in
            let standing = try PersonalCase.read(seat, at: now, in: self, session)
            try standing.demandConsentToPictures()
            _ = try standing.openApplication()
            try standing.demandPlace(in: session)
            return standing
        }
        let seen = try await seenPicture(
            bytes, in: slot, of: standing.content.documentType(in: slot), insists: insists, for: principal)
        return try await takeEvidence(
            as: principal, .pictureCaptured, needs: .personalRegister, kind: slot.rawValue, bytes: seen.stripped, original: bytes
        ) { act, evidence in
            let application = try act.editPersonalContent(of: seat) { content, _ in
                content.put(evidence.id, in: slot, read: seen.reading, at: act.now)
            }
            try act.keepMark(seen.mark, of: evidence.id, in: application)
            return CapturedPicture(
                evidence: evidence.id, slot: slot, reading: seen.reading,
                view: try act.personalView(of: seat))
        }
    }

    /// Has a machine look at a picture that a person took of himself or his document.
    /// Throws `evidence-kind-unsupported`; `picture-not-usable` unless he insists; `reading-unavailable` where too many wait.
    func seenPicture(
        _ bytes: [UInt8], in slot: EvidenceSlot, of type: DocumentType, insists: Bool, for principal: Principal
    ) async throws -> SeenPicture {
        guard let kind = EvidenceKind(recognising: bytes), kind != .pdf else { throw Refusal.notAPicture }
        let reading = try await reader.read(bytes, as: Self.task(slot, of: type), for: principal.pictureOwner)
        guard reading.problems.isEmpty || insists else { throw Refusal.pictureNotUsable(reading.problems) }
        // Backs of documents look alike; only what shows a person tells one case from another.
        let mark = PictureMark(reading, isTelling: !slot.isDocumentBack, by: secrets.search)
        return SeenPicture(reading: reading, mark: mark, stripped: PictureMetadata.stripped(bytes))
    }

    /// The slots a person fills with a photo; a face comes by its challenge alone.
    private static let captured: Set<EvidenceSlot> = [
        .holderIDFront, .holderIDBack, .handHeldPhoto, .guardianIDFront, .guardianIDBack, .proxyIDFront, .proxyIDBack,
    ]

    /// As what a picture in this slot is read.
    static func task(_ slot: EvidenceSlot, of type: DocumentType) -> PictureTask {
        switch slot {
        case .handHeldPhoto: .handHeld
        case .holderOnSitePhoto: .face
        case _ where slot.documentOwner != nil: slot.isDocumentBack ? .documentBack(type) : .documentFront(type)
        default: .other
        }
    }
}

extension ApplicationContent {
    /// A picture takes the place of the one before; what was read in it goes where nothing stands yet.
    mutating func put(_ piece: EvidenceID, in slot: EvidenceSlot, read reading: PictureReading, at now: Instant) {
        evidence = (evidence ?? [:]).merging([slot.rawValue: [piece.description]]) { $1 }
        readings = (readings ?? [:]).merging([slot.rawValue: reading.fields]) { $1 }
        fill(slot, from: reading.fields, today: CivilDate(shanghai: now))
    }

    /// Of the person a slot shows, as declared.
    package func documentType(in slot: EvidenceSlot) -> DocumentType {
        (slot.documentOwner ?? slot.shownPerson).map { documentType(of: $0) } ?? .residentID
    }

    /// What was read in a document goes where nothing stands yet; what somebody typed stays. Answers whose it is and which fields were filled.
    @discardableResult
    package mutating func fill(_ slot: EvidenceSlot, from read: [String: String], today: CivilDate) -> (role: PartyRole, fields: [String])?
    {
        guard let role = slot.documentOwner else { return nil }
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
        if facts.chosenDocument.mayLackBirthDate, facts.birthDateInNumber(today: today) == nil { fill(\.birthDate, "birthDate") }
        if facts.documentType == nil { facts.documentType = DocumentType.residentID.rawValue }
        set(facts, as: role)
        return (role, filled)
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
