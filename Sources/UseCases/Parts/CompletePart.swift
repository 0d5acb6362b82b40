import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

extension Installation {
    /// Notes what the person consents to of the notices about his part. With both consents what he types is kept from now on, for this
    /// device; what was begun on another is destroyed. Without them what was kept is destroyed.
    /// Throws `notice-version-old`, `staff-may-not-verify`, and as `readPart`.
    package func consentToPart(
        as principal: Principal, device: String? = nil, _ answers: [ConsentKind: Bool], noticeVersion: String
    ) async throws -> PartView {
        let seat = try principal.demandPart()
        let key = try deviceKey(seat, device)
        guard noticeVersion == partNoticeVersion else { throw Refusal.noticeVersionOld }
        return try await act(as: principal, .partConsentRecorded, needs: .partComplete) { act in
            let standing = try act.part(of: seat, key)
            let said = try PartConsentRecords.latest(seat.link, on: key, in: act.session)
            for kind in PartNotice.kinds {
                guard let isGiven = answers[kind] else { continue }
                // What was said here before, and is repeated, was said then: these rows stay for good.
                if said.contains(where: { $0.says(kind, isGiven, noticeVersion, of: standing.unit) }) { continue }
                let ordinal = try PartConsentRecords.nextOrdinal(seat.link, kind, in: act.session)
                try act.register(
                    .partConsent,
                    [
                        seat.link, kind.rawValue, ordinal, seat.application, seat.role.rawValue, noticeVersion, standing.unit, key,
                        isGiven, act.now,
                    ])
            }
            let areAllGiven = PartNotice.kinds.allSatisfy { answers[$0] == true }
            if standing.isElsewhere && areAllGiven || !standing.isElsewhere && answers.values.contains(false) {
                try act.discardDraft(of: standing.link)
            }
            if areAllGiven, standing.isElsewhere || standing.link.dataKey == nil { try act.beginPart(seat, key) }
            act.recording.about(.partLink, seat.link)
            act.recording.about(.application, seat.application)
            return try act.partView(of: seat, key)
        }
    }

    /// Keeps what the person has typed so far, right or not. `version` is the one he was shown.
    /// Throws `consent-needed`, `changed-meanwhile`, `staff-may-not-verify`, and as `readPart`.
    package func savePart(as principal: Principal, device: String? = nil, version: Int64, _ facts: PartyFacts) async throws -> PartView {
        let seat = try principal.demandPart()
        let key = try deviceKey(seat, device)
        return try await act(as: principal, .partSaved, needs: .partComplete) { act in
            let standing = try act.part(of: seat, key)
            guard standing.link.version == version else { throw Refusal.stale }
            try act.edit(standing) { typed in
                // As below: what the notice does not ask for is not kept.
                var facts = facts
                facts.birthDate = nil
                typed.set(facts, as: seat.role)
            }
            return try act.partView(of: seat, key)
        }
    }

    /// Takes a picture of the person's document, as `capturePicture` does. Another tab's typing is not in its way.
    /// Throws `picture-not-usable`, `part-pictures-too-many`, `consent-needed`, `staff-may-not-verify`, `reading-unavailable`, and as `readPart`.
    package func capturePart(
        as principal: Principal, device: String? = nil, _ slot: EvidenceSlot, bytes: [UInt8], insists: Bool
    ) async throws -> PartView {
        let seat = try principal.demandPart()
        let key = try deviceKey(seat, device)
        guard seat.role.documentSlots.contains(slot) else { throw Refusal.evidenceSlotUnknown.at("/slot") }
        let now = now()
        let standing = try await look(as: principal, needs: .partComplete) { session in
            try demandNotStaffs(key, in: session)
            return try PartCase.read(seat.on(key), at: now, in: self, session)
        }
        guard standing.mayCollect else { throw Refusal.consentNeeded }
        guard standing.link.pictures < Self.partPicturesMax else { throw Refusal.partPicturesTooMany }
        let seen = try await seenPicture(
            bytes, in: slot, of: standing.typed.documentType(in: slot), insists: insists, for: principal)
        return try await takeEvidence(
            as: principal, .pictureCaptured, needs: .partComplete, kind: slot.rawValue, bytes: seen.stripped, original: bytes
        ) { act, evidence in
            let standing = try act.part(of: seat, key)
            guard standing.link.pictures < Self.partPicturesMax else { throw Refusal.partPicturesTooMany }
            try PartLinkRecords.notePicture(seat.link, in: act.session)
            let before = standing.typed.evidence?[slot.rawValue] ?? []
            try act.edit(standing) { typed in
                typed.put(evidence.id, in: slot, read: seen.reading, at: act.now)
                // The notice asks for no birth date, so none is kept.
                var facts = typed.party(seat.role)
                facts?.birthDate = nil
                typed.set(facts, as: seat.role)
            }
            try EvidenceRecords.giveUp(before.compactMap { EvidenceID($0) }, at: act.now, in: act.session)
            try act.keepMark(seen.mark, of: evidence.id, in: seat.application)
            return try act.partView(of: seat, key)
        }
    }

    /// By one link: whoever takes them anew stops long before.
    private static let partPicturesMax = 60

    /// The person says that all of it is right: it takes the place of what stood in the application about him, and the link is closed.
    /// Throws `fields-invalid` with a detail for each thing that is not right, `consent-needed`, `staff-may-not-verify`, and
    /// `changed-meanwhile`, also where the unit is no longer the one that he was told of.
    package func completePart(as principal: Principal, device: String? = nil, version: Int64) async throws {
        let seat = try principal.demandPart()
        let key = try deviceKey(seat, device)
        try await act(as: principal, .partCompleted, needs: .partComplete) { act in
            let standing = try act.part(of: seat, key)
            guard !standing.isForAnotherUnit else { throw Refusal.stale }
            guard standing.mayCollect else { throw Refusal.consentNeeded }
            guard standing.link.version == version else { throw Refusal.stale }
            let failures = standing.failures(
                today: CivilDate(shanghai: act.now), warningDays: Int(act.installation.settings.expiryWarningDays))
            guard failures.isEmpty else { throw Refusal.invalid(failures.map(\.asRefusal)) }
            try act.fillIn(standing)
            try act.register(
                .partCompletion,
                [seat.link, seat.application, seat.role.rawValue, act.installation.partNoticeVersion, standing.unit, act.now])
            try PartLinkRecords.markCompleted(seat.link, at: act.now, in: act.session)
            act.recording.about(.partLink, seat.link)
            act.recording.about(.application, seat.application)
            act.recording.note("role", .string(seat.role.rawValue))
        }
    }
}

extension Act {
    /// For whatever is done to it: never on a device of staff.
    ///
    /// - Parameter device: the keyed hash of its secret.
    fileprivate func part(of seat: PartSeat, _ device: [UInt8]) throws -> PartCase {
        try installation.demandNotStaffs(device, in: session)
        return try PartCase.read(seat.on(device), at: now, in: installation, session)
    }

    fileprivate func partView(of seat: PartSeat, _ device: [UInt8]) throws -> PartView {
        try part(of: seat, device).view(at: now, in: installation, session)
    }

    fileprivate func beginPart(_ seat: PartSeat, _ device: [UInt8]) throws {
        let key = try freshDataKey()
        let sealed = try SealedPart.seal(ApplicationContent(), for: seat.link, under: key, vault: installation.vault)
        try PartLinkRecords.saveDraft(seat.link, sealed, key: key.id, device: device, in: session)
    }

    fileprivate func edit(_ standing: PartCase, _ edit: (inout ApplicationContent) -> Void) throws {
        guard standing.mayCollect, let keyID = standing.link.dataKey, let owner = standing.device,
            let key = try DataKeyRecords.open(keyID, with: installation.vault, in: session)
        else { throw Refusal.consentNeeded }
        var typed = standing.typed
        edit(&typed)
        let sealed = try SealedPart.seal(typed, for: standing.link.id, under: key, vault: installation.vault)
        try PartLinkRecords.saveDraft(standing.link.id, sealed, key: keyID, device: owner, in: session)
        recording.about(.partLink, standing.link.id)
    }

    /// Puts what the person typed and had taken into the application; the copy of it goes.
    fileprivate func fillIn(_ standing: PartCase) throws {
        let seat = standing.link.seat
        let application = standing.application
        guard let keyID = application.draftKey, let key = try DataKeyRecords.open(keyID, with: installation.vault, in: session),
            let own = standing.link.dataKey
        else { throw Refusal.partLinkNotOpen }
        var content = standing.whole.content
        content.set(standing.typed.party(seat.role)?.withoutBlanks, as: seat.role)
        // No picture that somebody else brought stands beside what the person says of himself.
        var (evidence, readings) = (content.evidence ?? [:], content.readings ?? [:])
        for slot in seat.role.documentSlots.map(\.rawValue) {
            evidence[slot] = standing.typed.evidence?[slot]
            readings[slot] = standing.typed.readings?[slot]
        }
        (content.evidence, content.readings) = (evidence, readings)
        let sealed = try SealedContent.seal(content, for: application.id, under: key, vault: installation.vault)
        try ApplicationRecords.saveDraft(application.id, draft: sealed, unit: nil, at: now, in: session)
        try DataKeyRecords.destroy(own, at: now, in: session)
        try PartLinkRecords.forgetDraft(seat.link, in: session)
    }
}

extension PartConsentRecords.Word {
    fileprivate func says(_ kind: ConsentKind, _ isGiven: Bool, _ version: String, of unit: [UInt8]) -> Bool {
        (consent.kind, consent.isGiven, consent.version) == (kind, isGiven, version) && self.unit == unit
    }
}

extension PartyFacts {
    /// As a clerk's form would send it: what is empty is not there.
    fileprivate var withoutBlanks: PartyFacts {
        var facts = self
        for field in [
            \PartyFacts.name, \.documentType, \.documentNumber, \.formerNumber, \.birthDate, \.address, \.contact, \.validFrom,
            \.validUntil,
        ] where facts[keyPath: field]?.isEmpty == true { facts[keyPath: field] = nil }
        return facts
    }
}
