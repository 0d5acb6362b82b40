import Numbers
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let picturesReused = TrailAction("application.pictures-reused")
}

/// Pictures of a document that were looked at lately, and whose document it was.
struct ReusedPictures: Sendable {
    let application: ApplicationID
    let decidedAt: Instant
    let identity: IdentityFacts
    /// Still there, in the slots they were handed in for.
    let evidence: [(slot: EvidenceSlot, evidence: EvidenceID)]

    /// Cards of one person registered on one device lately, at most looked through.
    private static let lookedThrough = 20

    /// Those the case asked for, where the person is the one they show and the document is still valid.
    static func read(
        _ content: ApplicationContent, on device: [UInt8], at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> ReusedPictures? {
        guard let asked = content.picturesOf.flatMap({ ApplicationID($0) }), let holder = content.holder,
            let pictures = try find(asked, on: device, in: installation, session), pictures.show(holder, today: CivilDate(shanghai: now)),
            pictures.identity.validUntil.map({ $0 >= Int64(CivilDate(shanghai: now).yyyymmdd) }) ?? true
        else { return nil }
        return pictures
    }

    /// Of the person declared, what this device registered within so many days. Nothing is said of whom else it registered.
    static func newest(
        of holder: PartyFacts?, on device: [UInt8], days: Int, at now: Instant, in installation: Installation, _ session: any Session
    ) throws -> ReusedPictures? {
        let since = now.adding(days: -Int64(days))
        for id in try SeatRecords.registeredApplications(on: device, since: since, limit: lookedThrough, in: session) {
            if let holder, let pictures = try find(id, on: device, in: installation, session),
                pictures.show(holder, today: CivilDate(shanghai: now))
            {
                return pictures
            }
        }
        return nil
    }

    private static func find(
        _ id: ApplicationID, on device: [UInt8], in installation: Installation, _ session: any Session
    ) throws -> ReusedPictures? {
        guard let application = try ApplicationRecords.find(id, .everything, in: session), application.state == .approved,
            try RegistrationRecords.find(application.registration, .everything, at: installation.now(), in: session)?.state == .registered,
            let submission = application.submission, let decidedAt = application.decidedAt,
            let seat = try SeatRecords.find(application.createdBy, in: session), seat.device == device,
            let holder = try SubmissionRecords.roles(submission, in: session).first(where: { $0.role == .holder }),
            let stored = try PartyRecords.identity(holder.identity, in: session),
            let facts = try SealedIdentity.open(stored, vault: installation.vault)
        else { return nil }
        let pictures = try SubmissionRecords.evidence(submission, in: session)
            .filter { VerificationMethod.documentPhotos.slots.contains($0.slot) }
        // Taken for that case itself: what was used again is not used a third time, or it would never be too old.
        let own = try EvidenceUse.usable(pictures.map(\.evidence), .card(seat.seat), in: session)
        guard pictures.contains(where: { $0.slot == .holderIDFront }), own.count == pictures.count else { return nil }
        return ReusedPictures(application: id, decidedAt: decidedAt, identity: facts, evidence: pictures)
    }

    /// Whether what is declared is what the pictures showed.
    fileprivate func show(_ holder: PartyFacts, today: CivilDate) -> Bool {
        holder.documentType == identity.documentType.rawValue && holder.name == identity.name
            && holder.documentNumber.flatMap { PartyRules.registered($0, of: identity.documentType, today: today) }
                == identity.documentNumber
            && identity.birthDate.map { CivilDate(yyyymmdd: Int($0)) == holder.born(today: today) } ?? true
    }
}

extension Installation {
    /// Takes the pictures of a document that this device handed in lately for this card too, once the person has declared the document
    /// they show; the face is shown anew (R-DP-01: nothing is collected twice without need).
    /// Throws `pictures-not-reusable` where the policies do not allow it or there are none.
    package func reusePictures(as principal: Principal) async throws -> PersonalCaseView {
        let seat = try principal.demandSeat()
        return try await act(as: principal, .picturesReused, needs: .personalRegister) { act in
            try act.editPersonalContent(of: seat) { content, standing in
                guard standing.kind == .register, content.declinesFaceRecognition != true,
                    let days = try standing.fullNeeds(today: CivilDate(shanghai: act.now)).withPicturesReused?.reuseDays,
                    let pictures = try ReusedPictures.newest(
                        of: content.holder, on: standing.stored.device, days: days, at: act.now, in: act.installation, act.session)
                else { throw Refusal.picturesNotReusable }
                content.picturesOf = pictures.application.description
            }
            return try act.personalView(of: seat)
        }
    }
}

extension PartyFacts {
    /// As a person would type them.
    package init(_ facts: IdentityFacts) {
        self.init(
            name: facts.name, documentType: facts.documentType, documentNumber: facts.documentNumber, address: facts.address ?? "",
            contact: facts.contact ?? "", validFrom: facts.validFrom.flatMap(Self.dayText),
            validUntil: facts.validUntil.flatMap(Self.dayText))
        birthDate = facts.birthDate.flatMap(Self.dayText)
    }

    private static func dayText(_ day: Int64) -> String? {
        day == longTerm ? "long-term" : CivilDate(yyyymmdd: Int(day))?.description
    }
}

extension Refusal {
    static let picturesNotReusable = Refusal(
        "pictures-not-reusable", .conflict, requirements: ["R-25-11"], en: "There are no pictures that may be used again for this card.",
        zh: "没有可用于此卡的近期证件照片。", mend: LocalText(en: "Photograph the document.", zh: "请重新拍摄证件。"))
}
